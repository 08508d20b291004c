"""What must be true of settings, parts, times and codes."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from kiosk.content.checking.content_model import Content, Problem

_EXHIBITION = "exhibition:exhibition"
_VERSION = re.compile(r"(\d{4})\.(\d{2})\.(\d{2})(\.\d+)?")
_PAVILION_SECTIONS = ("what_it_is", "what_it_does", "what_to_see", "how_to_reach")


def unusable_settings(content: Content) -> Iterator[Problem]:
    """The time zone is known, and the version begins with the day the content was written."""
    settings = {str(row["key"]): str(row["value"]) for row in content.rows.tables["meta"]}
    zone, version = settings.get("timezone", ""), settings.get("content_version", "")
    if not _is_zone(zone):
        yield _EXHIBITION, "timezone", f"{zone!r} is no time zone", "write an IANA name, such as Africa/Casablanca"
    if not _is_version(version):
        yield _EXHIBITION, "content_version", f"{version!r} is no version", 'write year.month.day, such as "2026.11.24"'
    if not content.languages:
        yield _EXHIBITION, "languages", "is empty", "name the languages the content is written in"


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        return False
    return True


def _is_version(version: str) -> bool:
    parts = _VERSION.fullmatch(version)
    if parts is None:
        return False
    try:
        date(int(parts[1]), int(parts[2]), int(parts[3]))
    except ValueError:
        return False
    return True


def empty_parts(content: Content) -> Iterator[Problem]:
    """No page has a heading with nothing under it."""
    sections = content.values("statement", "section")
    for item, row in content.items.items():
        parts = content.parts.get(item, [])
        has = {sections.get(part, content.kind(part)) for part in parts}
        needed = {"pavilion": (*_PAVILION_SECTIONS, "takeaway"), "service": ("output", "situation")}.get(str(row["kind"]), ())
        for name in needed:
            if name not in has:
                yield item, name, "is empty", "write at least one"


def circular_situations(content: Content) -> Iterator[Problem]:
    """No situation adds its papers to itself, be it by way of others."""
    adds_to = content.values("situation", "adds_to")
    for start in adds_to:
        seen, at = set[str](), start
        while at in adds_to and at not in seen:
            seen.add(at)
            at = adds_to[at]
        if at == start:
            yield start, "adds_to", "leads back to itself", "name the situation whose papers come first"


def unusable_codes(content: Content) -> Iterator[Problem]:
    """Every take-away is about something, and no code leads to a site that is not on the allow-list."""
    barred = {str(row["id"]) for row in content.rows.tables["web_address"] if not row["qr_allowed"]}
    for row in content.rows.tables["takeaway"]:
        item = str(row["id"])
        if row["target"] in barred:
            yield item, "site", f"{row['target']!r} must not become a code", "choose a site with qr_allowed: true"
        if row["target"] is None and (item, "text") not in content.texts:
            what = "name a number, site, service, demonstration or text"
            yield item, "kind", f"a {row['kind']} take-away needs what it is about", what
        if row["kind"] == "checklist" and row["situation"] is None:
            yield item, "situation", "is missing", "name the situation whose papers are listed"


def unsafe_addresses(content: Content) -> Iterator[Problem]:
    """An address holds nothing that ends a line of the code it becomes."""
    for item, url in content.values("web_address", "url").items():
        if any(character.isspace() or not character.isprintable() for character in url):
            yield item, "url", f"{url!r} holds white space or hidden characters", "write the address alone"


def overlapping_slots(content: Content) -> Iterator[Problem]:
    """Two shows are not on the same ground at the same time."""
    taken = sorted((time for row in content.rows.tables["timetable_slot"] for time in _taken(row)), key=lambda t: (t.start, t.slot))
    starts = [time.start for time in taken]
    for number, first in enumerate(taken):
        for second in taken[number + 1 : bisect_left(starts, first.end)]:
            same_day = None in (first.day, second.day) or first.day == second.day
            if same_day and content.texts.get((first.slot, "place")) == content.texts.get((second.slot, "place")):
                yield second.slot, "start", f"overlaps {first.slot} in the same place", "move one of them"


class _Taken(NamedTuple):
    """A time of one day for which a show has its place."""

    slot: str
    day: str | None
    start: str
    end: str


def _taken(row: Mapping[str, object]) -> Iterator[_Taken]:
    """The times a slot takes: one, or two where it goes on after midnight."""
    slot, start, end = str(row["id"]), str(row["start"]), str(row["end"])
    day = str(row["day"]) if row["day"] else None
    if start < end:
        yield _Taken(slot, day, start, end)
    else:
        yield _Taken(slot, day, start, "24:00")
        yield _Taken(slot, day and _day_after(day), "00:00", end)


def _day_after(day: str) -> str:
    """The next day; of what is no day, itself: another rule says so."""
    try:
        return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return day
