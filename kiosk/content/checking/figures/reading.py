"""Reads what a text says in figures, in the way of its language."""

import re
from collections.abc import Iterator

from kiosk.content.checking.figures.calendar_words import calendar_values, months_in_figures
from kiosk.content.checking.figures.large_numbers import plain
from kiosk.content.checking.figures.number_words import numbers_in_words, said_in_words
from kiosk.content.checking.figures.times import times
from kiosk.content.checking.figures.values import FiguresFound, Value, ValueKind

_FIGURE = re.compile(r"(?<![A-Za-z\d])[0-9]+")
_ROMAN = re.compile(
    r"\b(?=[XVI]+(?:e|er|ers|re|ère|ème|th|st|nd|rd)?\b)(X{0,3})(IX|IV|V?I{0,3})(e|er|ers|re|ère|ème|th|st|nd|rd)?\b"
)
_UNITS = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}
_VOWELS = re.compile("[\u064b-\u0652]")


def figures(words: str) -> frozenset[int]:
    """The numbers written in figures; those that are a part of a name, such as K9, are none."""
    return frozenset(int(figure) for figure in _FIGURE.findall(plain(words)))


def read_figures(words: str, tag: str) -> FiguresFound:
    """What a text says, by the ways of writing of its language."""
    bare = _VOWELS.sub("", words)
    said, seen, left = set[frozenset[Value]](), set[Value](), plain(bare)
    for time in reversed([*times(left, tag)]):
        values = {Value(ValueKind.TIME, moment) for moment in time.moments}
        values |= {Value(ValueKind.NUMBER, time.length)} if time.length is not None else set()
        seen |= values
        if time.certain:
            said.add(frozenset(values))
            left = f"{left[: time.begin]} … {left[time.end :]}"
    for value, certain in calendar_values(bare, tag):
        seen.add(value)
        said |= {frozenset({value})} if certain else set()
    months = frozenset(months_in_figures(left))
    seen |= {Value(ValueKind.MONTH, month) for month in months}
    for number, certain in _numbers(left, tag):
        value = Value(ValueKind.NUMBER, number)
        seen.add(value)
        if certain:
            said.add(frozenset({value, Value(ValueKind.MONTH, number)} if number in months else {value}))
    numbers = frozenset(value.amount for value in seen if value.kind is ValueKind.NUMBER)
    worded = frozenset(numbers_in_words(left, tag)) | _of_names(left, tag)
    return FiguresFound(frozenset(said), worded, frozenset(seen), lambda figure: said_in_words(figure, bare, tag, numbers))


def _of_names(words: str, tag: str) -> frozenset[int]:
    """Roman numbers of names, Mohammed V or chapter II: not `I`, a person, nor `X`, a site."""
    found = _ROMAN.finditer(words) if tag != "ar" else ()
    return frozenset(10 * len(one[1]) + _UNITS[one[2]] for one in found if one[0] not in {"I", "X"})


def _numbers(words: str, tag: str) -> Iterator[tuple[int, bool]]:
    """Each number, and whether it is one for certain."""
    for figure in _FIGURE.findall(words):
        yield int(figure), True
    for found in _ROMAN.finditer(words) if tag != "ar" else ():
        yield 10 * len(found[1]) + _UNITS[found[2]], found[3] is not None
