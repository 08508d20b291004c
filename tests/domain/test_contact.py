"""Contacts a telephone keeps, and networks it joins."""

from dataclasses import replace

import pytest

from kiosk.domain.contact import WifiNetwork, WifiSecurity, contact_takeaway, place_of, vcard, wifi_takeaway
from kiosk.domain.public_service import Channel, ChannelType, WebAddress
from tests.helpers.things import WORDS, service, situation, text

SITE = WebAddress("site:cnie", "https://www.cnie.ma", text("portal"), text("purpose"), qr_allowed=True)


def channels(*numbers: str, site: WebAddress | None = None) -> tuple[Channel, ...]:
    phones = [Channel(n, ChannelType.TELEPHONE, text(f"call {n}"), n, None, ("S1",), confirm=False) for n in numbers]
    return (*phones, *([Channel("web", ChannelType.WEBSITE, text("web"), None, site, ("S1",), confirm=False)] if site else []))


def reached(*numbers: str, site: WebAddress | None = None):
    return contact_takeaway(replace(service(situation("first")), channels=channels(*numbers, site=site)), WORDS)


def test_a_contact_holds_every_number_what_it_is_for_and_the_address() -> None:
    takeaway = reached("19", "177", site=SITE)
    assert takeaway is not None
    assert takeaway.codes["fr"][0].split("\r\n") == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "FN:service:cnie fr",
        "N:service:cnie fr;;;;",
        "TEL:19",
        "TEL:177",
        "NOTE:19: call 19 fr\\n177: call 177 fr",
        "URL:https://www.cnie.ma",
        "END:VCARD",
    ]
    assert takeaway.caption.in_language("fr") == "service:cnie fr · 19 · 177 · https://www.cnie.ma"


@pytest.mark.parametrize(("numbers", "site"), [((), SITE), ((), None), (("19",), None), (("19",), replace(SITE, qr_allowed=False))])
def test_no_contact_where_a_number_or_an_address_says_as_much(numbers: tuple[str, ...], site: WebAddress | None) -> None:
    assert reached(*numbers, site=site) is None


def test_a_site_off_the_allow_list_is_in_no_contact() -> None:
    takeaway = reached("19", "15", site=replace(SITE, qr_allowed=False))
    assert takeaway is not None and all("URL" not in code for codes in takeaway.codes.values() for code in codes)


def test_a_contact_too_large_for_a_code_leaves_the_address_then_becomes_a_note() -> None:
    numbers = [str(n) for n in range(100, 114)]
    takeaway = reached(*numbers, site=replace(SITE, url="https://www.cnie.ma/" + "x" * 300))
    assert takeaway is not None and "URL" not in takeaway.codes["fr"][0] and takeaway.codes["fr"][0].startswith("BEGIN:VCARD")
    many = reached(*(str(n) for n in range(100, 180)))
    assert many is not None and len(many.codes["ar"]) > 1 and "VCARD" not in many.codes["ar"][0]


def test_signs_with_a_meaning_are_escaped() -> None:
    card = vcard([("FN", "a;b,c\\d\ne"), ("N", "a;b"), ("URL", "https://www.cnie.ma/?q=1,2")])
    assert "FN:a\\;b\\,c\\\\d\\ne" in card and "N:a\\;b;;;;" in card and "URL:https://www.cnie.ma/?q=1,2" in card


@pytest.mark.parametrize(
    ("network", "payload"),
    [
        (WifiNetwork("Jusur", "secret99"), "WIFI:T:WPA;S:Jusur;P:secret99;;"),
        (WifiNetwork("Jusur", security=WifiSecurity.OPEN), "WIFI:T:nopass;S:Jusur;;"),
        (WifiNetwork('a;b,c:d"e\\f', "p;q"), 'WIFI:T:WPA;S:a\\;b\\,c\\:d\\"e\\\\f;P:p\\;q;;'),
        (WifiNetwork("شبكة", "12345", WifiSecurity.WEP), "WIFI:T:WEP;S:شبكة;P:12345;;"),
    ],
)
def test_a_network_is_joined_by_its_code(network: WifiNetwork, payload: str) -> None:
    takeaway = wifi_takeaway(network, WORDS)
    assert takeaway.codes == dict.fromkeys(("ar", "fr", "en"), (payload,))
    assert network.name in takeaway.caption.in_language("ar")


def test_the_place_of_a_service_is_that_of_its_first_desk_on_the_map() -> None:
    plain = service(situation("first"))
    desk = replace(plain.channels[0], place=(33.5, -7.6))
    assert place_of(plain) is None
    assert place_of(replace(plain, channels=(plain.channels[0], desk))) == ((33.5, -7.6), desk.text)
