"""What must be true of settings, parts, times and codes."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from kiosk.content.checking.content_model import Content, Problem
from kiosk.content.checking.remembered import remembered
from kiosk.domain.kinds import SILENT_KINDS
from kiosk.domain.official_sites import is_official, unofficial_hosts

_EXHIBITION = "exhibition:exhibition"
_VERSION = re.compile(r"([0-9]{4})\.([0-9]{2})\.([0-9]{2})(\.[1-9][0-9]{0,3})?")
_FIRST = "2026-01-01"
"""Nobody looked at a fact for this content before it was begun."""
_ANOTHER_ZONE = timedelta(days=1)
"""Elsewhere it is tomorrow already."""
_PAVILION_SECTIONS = ("what_it_is", "what_it_does", "what_to_see", "how_to_reach")
_named_hosts = remembered(unofficial_hosts)


def unusable_settings(content: Content) -> Iterator[Problem]:
    """The time zone is known, and the version begins with the day the content was written."""
    settings = {str(row["key"]): str(row["value"]) for row in content.rows.tables["meta"]}
    zone, version = settings.get("timezone", ""), settings.get("content_version", "")
    if not _is_zone(zone):
        yield _EXHIBITION, "timezone", f"{zone!r} is no time zone", "write an IANA name, such as Africa/Casablanca"
    if _day_of(version) is None:
        mend = 'write year.month.day, such as "2026.11.24"; another of that day is "2026.11.24.2", up to 9999'
        yield _EXHIBITION, "content_version", f"{version!r} is no version", mend
    if not content.languages:
        yield _EXHIBITION, "languages", "is empty", "name the languages the content is written in"


def doubtful_identities(content: Content) -> Iterator[Problem]:
    """Each pavilion is known by a colour of its own."""
    colours = {str(row["item"]): str(row["colour"]) for row in content.rows.tables["identity"]}
    seen: dict[str, str] = {}
    for item in content.of_kind("pavilion"):
        colour = colours.get(item, "")
        other = seen.setdefault(colour, item)
        if not colour:
            yield item, "colour", "is missing", "name a colour that no other pavilion has"
        elif other != item:
            yield item, "colour", f"is also the colour of {other}", "give each its own"


PICTOGRAM = "sign_"
"""Begins the name of a file with one meaning."""


def ambiguous_pictograms(content: Content) -> Iterator[Problem]:
    """A pictogram stands for one thing alone; a scene may stand for a theme and all its services."""
    seen: dict[str, str] = {}
    for row in content.rows.tables["media"]:
        item, path = str(row["item"]), str(row["path"])
        if path.startswith(PICTOGRAM) and seen.setdefault(path, item) != item:
            yield item, "picture", f"{path} already means {seen[path]}", "draw a pictogram of its own"


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        return False
    return True


def _day_of(version: str) -> date | None:
    """The day a version begins with; None when it does not."""
    parts = _VERSION.fullmatch(version)
    try:
        return date(int(parts[1]), int(parts[2]), int(parts[3])) if parts else None
    except ValueError:
        return None


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


def unofficial_addresses(content: Content) -> Iterator[Problem]:
    """Every address, as a code or in words, leads to a site of the list."""
    mend = "name an official site: https, and one of kiosk/domain/official_sites.py"
    for item, url in content.values("web_address", "url").items():
        if not is_official(url):
            yield item, "url", f"{url!r} is not on the list of official sites", mend
    for (item, field), texts in content.texts.items():
        for tag, words in texts.items() if content.kind(item) not in SILENT_KINDS else ():
            for host in _named_hosts(words):
                yield item, f"{field}.{tag}", f"names {host}, which is not on the list of official sites", mend


def days_to_come(content: Content) -> Iterator[Problem]:
    """Nothing was checked after the content was written, or before it was begun, and the content was not written after today."""
    version = _day_of(str(next((row["value"] for row in content.rows.tables["meta"] if row["key"] == "content_version"), "")))
    if version is None:
        return
    if version - content.today > _ANOTHER_ZONE:
        what = f"{version} is to come, today is {content.today}"
        yield _EXHIBITION, "content_version", what, "write the day the content was written, and look at this machine's clock"
    for item, row in content.items.items():
        if str(row["checked_on"]) > version.isoformat():
            what = f"{row['checked_on']} is after the content's own day, {version}"
            yield item, "checked_on", what, "write the day it was looked at, or raise content_version"
        elif str(row["checked_on"]) < _FIRST:
            yield (
                item,
                "checked_on",
                f"{row['checked_on']} is before the first day of all content",
                "write the day it was looked at",
            )


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
