"""What is written into codes comes out again as it went in, whatever the words are; what cannot is refused."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np
import pytest
import zxingcpp
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Component

from kiosk.domain.contact import WifiNetwork, WifiSecurity, vcard, wifi_takeaway
from kiosk.domain.handoff import event_takeaway
from kiosk.domain.ladder import fits
from kiosk.domain.language import LocalizedText
from kiosk.domain.takeaway import dialled
from kiosk.domain.timetable import Today
from tests.helpers.things import WORDS, demonstration, slot

HOSTILE = "a b;,:\\\"'\r\n\t\u2028\u0085\x0b\x00{}%=&#?ية\u202e🚓END:VCARD"
WORDS_OF_ANY_KIND = st.text(HOSTILE, max_size=40) | st.text(max_size=40)
ZONE = ZoneInfo("Africa/Casablanca")
TODAY = Today(datetime(2026, 11, 24, 9, tzinfo=ZONE))
LINE_ENDS = re.compile("\r\n|[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")


def decoded(payload: str) -> str:
    """The code as a telephone's camera reads it."""
    image = np.asarray(zxingcpp.create_barcode(payload, zxingcpp.BarcodeFormat.QRCode).to_image(scale=4), dtype=np.uint8)
    (found,) = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)
    return found.text


def unescaped(value: str) -> str:
    """A text value of RFC 2426."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def cards(text: str) -> list[dict[str, list[str]]]:
    """The contacts of a text, read as telephones do: line by line, each a name and a value."""
    found: list[dict[str, list[str]]] = []
    for line in text.split("\r\n"):
        name, _, value = line.partition(":")
        if (name, value) == ("BEGIN", "VCARD"):
            found.append({})
        found[-1].setdefault(name, []).append(value)
    return found


@given(WORDS_OF_ANY_KIND, WORDS_OF_ANY_KIND, st.from_regex(r"\+?[0-9]{2,15}", fullmatch=True))
@example("x\r\nTEL:+212600000000", "a\nEND:VCARD\nBEGIN:VCARD", "19")
@example("\r", "\\", "19")
def test_a_contact_says_what_it_was_given_and_nothing_else(name: str, note: str, number: str) -> None:
    (card,) = cards(vcard([("FN", name), ("N", name), ("TEL", number), ("NOTE", note), ("URL", "https://www.cnie.ma")]))
    plain = "\n".join(name.splitlines())
    assert card == {
        "BEGIN": ["VCARD"], "VERSION": ["3.0"], "FN": card["FN"], "N": card["N"], "TEL": [number], "NOTE": card["NOTE"],
        "URL": ["https://www.cnie.ma"], "END": ["VCARD"],
    }  # fmt: skip
    assert unescaped(card["FN"][0]) == plain
    assert card["N"][0].removesuffix(";;;;") == card["FN"][0]
    assert unescaped(card["NOTE"][0]) == "\n".join(note.splitlines())


@pytest.mark.parametrize(
    "line",
    [
        ("TEL", "19\r\nURL:http://evil"), ("TEL", "19;x=1"), ("TEL", ""), ("TEL", "police"), ("TEL", "+"), ("TEL", "1" * 16),
        ("TEL", "١٩"), ("URL", "https://www.cnie.ma/\r\nTEL:1"), ("URL", "http://www.cnie.ma"),
        ("URL", "javascript:alert(1)"), ("URL", ""),
    ],
)  # fmt: skip
def test_a_number_or_address_that_is_none_is_refused(line: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="is no"):
        vcard([("FN", "x"), line])


@given(st.text("0123456789+ -()\r\n;:,") | st.text())
def test_what_is_dialled_is_figures(number: str) -> None:
    try:
        told = dialled(number)
    except ValueError:
        return
    assert told == number and re.fullmatch(r"\+?[0-9]{2,15}", told)


def joined(payload: str) -> dict[str, str]:
    """A network's code, read by its own grammar: fields end at a semicolon that no backslash stands before."""
    assert payload.startswith("WIFI:") and payload.endswith(";;")
    fields, at, text = {}, 0, payload[5:-1]
    while at < len(text):
        name, at = text[at], at + 2
        value = ""
        while text[at] != ";":
            at += text[at] == "\\"
            value += text[at]
            at += 1
        fields[name], at = value, at + 1
    return fields


@given(WORDS_OF_ANY_KIND, WORDS_OF_ANY_KIND)
def test_a_network_is_joined_by_the_name_and_password_it_has(name: str, password: str) -> None:
    try:
        network = WifiNetwork(name, password)
    except ValueError:
        assert re.search("[\x00-\x1f\x7f]", name + password)
        return
    (payload,) = wifi_takeaway(network, WORDS).codes["fr"]
    assert joined(payload) == {"T": "WPA", "S": name, "P": password}


@settings(deadline=None)  # the first event loads the library
@given(WORDS_OF_ANY_KIND, WORDS_OF_ANY_KIND)
@example("\\N", "hall")
@example("show\r\nEND:VEVENT\r\nBEGIN:VALARM", "x;y,z\\")
def test_an_event_says_what_it_was_given_and_nothing_else(name: str, place: str) -> None:
    assume(name.strip() and place.strip() and all("\x00" not in words for words in (name, place)))
    show = demonstration("k9_show", slot("a", "10:30", "11:00"))
    both = [LocalizedText(dict.fromkeys(show.head.card.name.shown, words)) for words in (name, place)]
    show = show._replace(
        head=show.head._replace(card=show.head.card._replace(name=both[0])),
        slots=(show.slots[0]._replace(place=both[1]),),
    )
    takeaway = event_takeaway(show, TODAY, WORDS)
    assert takeaway is not None
    (code, *more) = takeaway.codes["fr"]
    assume(not more)
    event = Component.from_ical(code)
    assert event.name == "VEVENT" and not event.subcomponents
    assert set(event) == {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "DESCRIPTION"}
    assert "\r\n " not in code
    written = name.replace("\\N", "\n")  # the library takes it for the end of a line, as the standard lets it be written
    assert LINE_ENDS.sub("\n", str(event["SUMMARY"])) == LINE_ENDS.sub("\n", written)


@pytest.mark.parametrize("name", ["الأمن الوطني; «نعم», 100%", 'a\\b;c,d:e"f', "préfecture de Fès"])
def test_a_camera_reads_what_was_written(name: str) -> None:
    payloads = [
        vcard([("FN", name), ("TEL", "19")]),
        wifi_takeaway(WifiNetwork(name, "p;q:r", WifiSecurity.WEP), WORDS).codes["ar"][0],
    ]
    assert [decoded(payload) for payload in payloads] == payloads
    assert all(fits(payload) for payload in payloads)


def test_a_calendar_reads_the_event() -> None:
    takeaway = event_takeaway(demonstration("k9_show", slot("a", "10:30", "11:00")), TODAY, WORDS)
    assert takeaway is not None
    code = takeaway.codes["ar"][0]
    calendar = Calendar.from_ical(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{code}\r\nEND:VCALENDAR\r\n")
    assert len(calendar.events) == 1
