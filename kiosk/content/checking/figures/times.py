"""Times of day in a text, as Morocco writes them: 16 h 30, 4.30 pm, الرابعة والنصف مساء."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_SPACE = "[ \u00a0\u202f]?"
_DAY = 24 * 60
_HALF = 12 * 60
_NOON = {"fr": r"(?<!après-)(?<!l.après )\bmidi\b", "en": r"\b(?:12 )?(?:noon|midday)\b", "ar": r"\b[وفبل]?منتصف النهار\b"}
_MIDNIGHT = {"fr": r"\bminuit\b", "en": r"\b(?:12 )?midnight\b", "ar": r"\b[وفبل]?منتصف الليل\b"}
_COLON = re.compile(r"(?<![\d:.])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])")
_HOUR_H = re.compile(
    rf"(?<![\d.,/-])([01]?\d|2[0-4]){_SPACE}(?:heures?|h)(?![^\W\d])(?:{_SPACE}([0-5]\d)(?!\d))?(?!{_SPACE}(?:sur|/))"
    rf"(?:{_SPACE}(du matin|de l.après-midi|du soir))?"
)
_AM_PM = re.compile(
    rf"(?<![\d.,/-])(1[0-2]|[1-9])(?:[.:]([0-5]\d))?{_SPACE}(?:([ap])\.?m\b\.?|o.clock\b)(?: in the (morning|afternoon|evening))?",
    re.IGNORECASE,
)
_HOURS_AND_MINUTES = 5
"""Longer lengths of time are told in hours alone."""
_UNTIL = rf"{_SPACE}(?:à|to|until|إلى|حتى|[-–]){_SPACE}"
_TO_A_TIME = re.compile(rf"(?<![\d.,:/-])(1?\d|2[0-4]){_UNTIL}$")
_FROM_A_TIME = re.compile(rf"{_UNTIL}(1?\d|2[0-4])(?![\w.,:/%-]*\d|\w)")
_PERIODS = {
    "du matin": 0,
    "morning": 0,
    "a": 0,
    "صباحا": 0,
    "de l’après-midi": 1,
    "de l'après-midi": 1,
    "du soir": 1,
    "afternoon": 1,
    "evening": 1,
    "p": 1,
    "زوالا": 1,
    "ظهرا": 1,
    "بعد الزوال": 1,
    "بعد الظهر": 1,
    "عصرا": 1,
    "مساء": 1,
    "ليلا": None,
}
"""Which half of the day; at night it may be both."""
_HOURS = ("الواحدة", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة", "السابعة", "الثامنة", "التاسعة", "العاشرة")
_ARABIC_HOURS = {
    **{name: number for number, name in enumerate(_HOURS, 1)},
    "الحادية عشرة": 11,
    "الثانية عشرة": 12,
    "الحادية عشر": 11,
    "الثانية عشر": 12,
}
_PARTS = {
    "والنصف": 30,
    "ونصف": 30,
    "والربع": 15,
    "وربع": 15,
    "والثلث": 20,
    "وثلث": 20,
    "إلا الربع": -15,
    "إلا ربعا": -15,
    "إلا الثلث": -20,
    "وخمس دقائق": 5,
    "وعشر دقائق": 10,
}
_ARABIC = re.compile(
    r"(?<![\w.,/-])[وفب]?(?P<clock>الساعة )?"
    rf"(?P<hour>{'|'.join(sorted(_ARABIC_HOURS, key=len, reverse=True))}|[01]?\d|2[0-4])(?![\d.,/-])"
    rf"(?: (?P<part>{'|'.join(_PARTS)})\b|:(?P<colon>[0-5]\d)\b| و ?(?P<minutes>[0-5]?\d)(?: دقيقة| دقائق)?(?![\w%]))?"
    rf"(?: (?P<period>{'|'.join(name for name in _PERIODS if name > 'ء')})\b)?"
)


class Found(NamedTuple):
    """A time of day in a text."""

    begin: int
    end: int
    moments: tuple[int, ...]
    """What it may be, in minutes after midnight: without a word for the half of the day, `8 o'clock` is two moments."""
    length: int | None
    """The number, where it may be a length of time instead: 24 of `24 heures`, 90 minutes of `1 h 30`."""
    certain: bool
    """Whether it is a time of day, or of hours; else a word such as "the second" was met."""


def times(words: str, tag: str) -> Iterator[Found]:
    """All times of day that a text says, in the order they stand in."""
    found = [Found(*hit.span(), (moment % _DAY,), None, certain=True) for hit, moment in _named(words, tag)]
    found += {"ar": _arabic, "fr": _french, "en": _english}.get(tag, _plain)(words)
    found += [other for one in found if one.certain for other in _bounds(words, one)]
    end = 0
    for one in sorted(found, key=lambda time: (time.begin, -time.end)):
        if one.begin >= end:
            yield one
            end = one.end


def _bounds(words: str, time: Found) -> Iterator[Found]:
    """The other end of a range of which one end alone is written as a time: 8 to noon."""
    for hit in (_TO_A_TIME.search(words, 0, time.begin), _FROM_A_TIME.match(words, time.end)):
        if hit:
            yield Found(*hit.span(1), _halves(60 * int(hit[1]) % _DAY, ""), int(hit[1]), certain=True)


def _named(words: str, tag: str) -> Iterator[tuple[re.Match[str], int]]:
    for names, moment in ((_NOON, _HALF), (_MIDNIGHT, 0)):
        if tag in names:
            yield from ((hit, moment) for hit in re.finditer(names[tag], words, re.IGNORECASE))


def _plain(words: str) -> Iterator[Found]:
    for hit in _COLON.finditer(words):
        yield Found(*hit.span(), (_minutes(hit[1], hit[2]),), None, certain=True)


def _french(words: str) -> Iterator[Found]:
    yield from _plain(words)
    for hit in _HOUR_H.finditer(words):
        moments = _halves(_minutes(hit[1], hit[2]), hit[3]) if hit[3] else (_minutes(hit[1], hit[2]),)
        yield Found(*hit.span(), moments, _length(hit), certain=True)


def _length(hit: re.Match[str]) -> int | None:
    if hit[3] or (hit[2] and int(hit[1]) > _HOURS_AND_MINUTES):
        return None
    return 60 * int(hit[1]) + int(hit[2]) if hit[2] else int(hit[1])


def _english(words: str) -> Iterator[Found]:
    yield from _plain(words)
    for hit in _AM_PM.finditer(words):
        yield Found(*hit.span(), _halves(_minutes(hit[1], hit[2]), (hit[3] or hit[4] or "").lower()), None, certain=True)


def _arabic(words: str) -> Iterator[Found]:
    for hit in _ARABIC.finditer(words):
        in_figures = hit["hour"].isdigit()
        certain = bool(hit["clock"] or hit["period"] or hit["colon"])
        if in_figures and not certain:
            continue
        hour = int(hit["hour"]) if in_figures else _ARABIC_HOURS[hit["hour"]]
        moment = (60 * hour + int(hit["colon"] or hit["minutes"] or _PARTS.get(hit["part"], 0))) % _DAY
        exact = hit["colon"] and not hit["period"]
        yield Found(*hit.span(), (moment,) if exact else _halves(moment, hit["period"] or ""), None, certain)


def _minutes(hour: str, minutes: str | None) -> int:
    return (60 * int(hour) + int(minutes or 0)) % _DAY


def _halves(moment: int, period: str) -> tuple[int, ...]:
    """What a time on a dial may be: in the half of the day that is named, else in both; from 13 on it is no dial."""
    if moment >= _HALF + 60:
        return (moment,)
    half = _PERIODS.get(period)
    both = (moment % _HALF, moment % _HALF + _HALF)
    return both if half is None else (both[half],)
