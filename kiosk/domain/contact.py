"""Take-aways a telephone keeps or joins: a contact (RFC 2426, which every telephone reads) and a wireless network."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.formatting import Words, localized
from kiosk.domain.ladder import fitting_codes
from kiosk.domain.language import LocalizedText
from kiosk.domain.official_sites import is_official
from kiosk.domain.public_service import ChannelType, PublicService
from kiosk.domain.takeaway import Takeaway, TakeawayKind, dialled

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


class WifiSecurity(StrEnum):
    """How the network is locked, in the letters of the code."""

    WPA = "WPA"
    WEP = "WEP"
    OPEN = "nopass"


@dataclass(frozen=True, slots=True)
class WifiNetwork:
    """A wireless network that visitors may join; no code can hold a control character of a name or password."""

    name: str
    password: str = ""
    security: WifiSecurity = WifiSecurity.WPA

    def __post_init__(self) -> None:
        """Refuse what ends a line.

        Raises:
            ValueError: the name or password holds a control character.
        """
        if _CONTROL.search(self.name + self.password):
            message = f"the network {self.name!r} cannot be written into a code"
            raise ValueError(message)


def wifi_takeaway(network: WifiNetwork, words: Words) -> Takeaway:
    """The network, which the telephone offers to join."""

    def quoted(value: str) -> str:
        return "".join(f"\\{c}" if c in '\\;,:"' else c for c in value)

    open_to_all = network.security is WifiSecurity.OPEN
    secret = "" if open_to_all else f"P:{quoted(network.password)};"
    payload = f"WIFI:T:{network.security};S:{quoted(network.name)};{secret};"
    tags = tuple(words["take_wifi"].shown)
    caption = localized(tags, lambda _tag: network.name if open_to_all else f"{network.name} · {network.password}")
    return Takeaway(TakeawayKind.WIFI, words["take_wifi"], caption, dict.fromkeys(tags, (payload,)))


def contact_takeaway(service: PublicService, words: Words) -> Takeaway | None:
    """The numbers of a service with what each is for, and its first address that may become a code.

    Returns:
        None where a bare number says as much: the service has a single number and no address, or no number at all.
    """
    name, tags = service.head.card.name, tuple(service.head.card.name.shown)
    phones = {c.telephone: c for c in service.channels if c.type is ChannelType.TELEPHONE and c.telephone}
    sites = [c.site.url for c in service.channels if c.site and c.site.qr_allowed]
    if not phones or (len(phones) == 1 and not sites):
        return None
    notes = {tag: "\n".join(f"{number}: {c.text.in_language(tag)}" for number, c in phones.items()) for tag in tags}
    codes = {tag: _cards(name.in_language(tag), phones, sites, notes[tag]) for tag in tags}
    caption = localized(tags, lambda tag: " · ".join((name.in_language(tag), *phones, *sites[:1])))
    return Takeaway(TakeawayKind.CONTACT, words["take_contact"], caption, codes)


def _cards(name: str, phones: Iterable[str], sites: list[str], note: str) -> tuple[str, ...]:
    """The contact with its address, else without, else its numbers as plain text."""
    lines = [("FN", name), ("N", name), *(("TEL", number) for number in phones), ("NOTE", note)]
    addresses = [("URL", url) for url in sites[:1]]
    return fitting_codes(vcard([*lines, *addresses]), vcard(lines), "\n".join((name, *phones, note)))


def vcard(lines: Iterable[tuple[str, str]]) -> str:
    """A contact of the properties FN, N, TEL, URL and NOTE, escaped (RFC 2426) and not folded.

    Raises:
        ValueError: a number or an address holds what ends its line.
    """
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", *(f"{name}:{_written(name, value)}" for name, value in lines), "END:VCARD"])


def _written(name: str, value: str) -> str:
    if name == "TEL":
        return dialled(value)
    if name == "URL":
        if not is_official(value):
            message = f"{value!r} is no address of an official site"
            raise ValueError(message)
        return value
    value = "\n".join(value.splitlines())
    for sign, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        value = value.replace(sign, escaped)
    return f"{value};;;;" if name == "N" else value


def place_of(service: PublicService) -> tuple[tuple[float, float], LocalizedText] | None:
    """The first desk of a service whose place on the map is known: latitude and longitude, and where it is in words."""
    return next(((c.place, c.text) for c in service.channels if c.place is not None), None)
