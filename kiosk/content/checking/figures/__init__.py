"""The same figures in every language of a text, be they written in figures or in words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, permutations

from kiosk.content.checking.content_model import Content, Problem
from kiosk.content.checking.figures.large_numbers import plain
from kiosk.content.checking.figures.reading import read_figures
from kiosk.content.checking.figures.units import counted_units
from kiosk.content.checking.figures.values import FiguresFound, Value, ValueKind
from kiosk.content.checking.remembered import remembered
from kiosk.domain.kinds import SILENT_KINDS

_A_PAIR = frozenset({2})
"""In words it is too often an article or a dual to be asked for; where another number stands in its place it is not."""
_UNLIKE = re.compile(
    r"(?<![A-Za-z] )(?<![\d.,/])(?:\d{1,3}\.\d{1,2} (?:مليون|ملايين|مليار|ملايير)|[1-9]\d{4,}(?= [\u0621-\u064a]))(?!\w)"
)


def unequal_figures(content: Content) -> Iterator[Problem]:
    """Every number, time, month and day of a text is there in all its languages, and counts the same thing."""
    mend = "write the same figures in every language"
    for (item, field), texts in content.texts.items():
        if content.kind(item) not in SILENT_KINDS:
            yield from ((item, f"{field}.{tag}", what, mend) for tag, what in _unequal(tuple(texts.items())))


@remembered
def _unequal(texts: tuple[tuple[str, str], ...]) -> Iterable[tuple[str, str]]:
    readings = {tag: read_figures(words, tag) for tag, words in texts}
    return [*_missing(readings)] or [
        *(_in_another_place(readings) or _in_place_of_a_pair(readings)),
        *_counting_another(dict(texts)),
    ]


def _missing(readings: Mapping[str, FiguresFound]) -> Iterator[tuple[str, str]]:
    for values in sorted({values for reading in readings.values() for values in reading.said}, key=sorted_names):
        holding = {tag for tag, reading in readings.items() if values in reading.said or reading.holds(values)}
        if lacking := sorted(readings.keys() - holding):
            tags, others = (lacking, holding) if 2 * len(holding) > len(readings) else (sorted(holding), lacking)
            name = " or ".join(sorted_names(values))
            what = f"lacks {name}, which is in" if tags == lacking else f"says {name}, which is not in"
            yield from ((tag, f"{what} {' and '.join(sorted(others))}") for tag in tags)


def _in_another_place(readings: Mapping[str, FiguresFound]) -> list[tuple[str, str]]:
    """Numbers in words, where another language says another one."""
    told = []
    for one, other in combinations(sorted(readings), 2):
        here, there = (_lacking(readings[tag].counts(), readings[to]) for tag, to in ((one, other), (other, one)))
        if here and there and (here & readings[one].worded or there & readings[other].worded):
            told.append((one, f"says {_listed(here)} where {other} says {_listed(there)}"))
    return told


def _in_place_of_a_pair(readings: Mapping[str, FiguresFound]) -> Iterator[tuple[str, str]]:
    for one, other in permutations(sorted(readings), 2):
        worded = _lacking(readings[one].worded, readings[other])
        if worded and not _lacking(_A_PAIR, readings[other]) and _lacking(_A_PAIR, readings[one]):
            yield one, f"says {_listed(worded)} where {other} says 2"


def _lacking(numbers: frozenset[int], reading: FiguresFound) -> frozenset[int]:
    return frozenset(number for number in numbers if not reading.holds([Value(ValueKind.NUMBER, number)]))


def _listed(numbers: frozenset[int]) -> str:
    return " and ".join(map(str, sorted(numbers)))


def sorted_names(values: frozenset[Value]) -> list[str]:
    """Values as people are told of them, always in one order."""
    return [str(value) for value in sorted(values, key=lambda value: (value.kind.value, value.amount))]


def _counting_another(texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    units = {tag: counted_units(plain(words), tag) for tag, words in texts.items()}
    for one, other in combinations(sorted(texts), 2):
        for number in sorted(units[one].keys() & units[other].keys()):
            if not units[one][number] & units[other][number]:
                yield one, f"counts something else by {number} than {other}"


def unlike_numbers(content: Content) -> Iterator[Problem]:
    """In Arabic a comma stands before decimals, and dots part thousands: 2,4 and 20.000, as numbers made by the kiosk do."""
    for (item, field), texts in content.texts.items():
        if content.kind(item) not in SILENT_KINDS and (found := _UNLIKE.search(texts.get("ar", ""))):
            yield item, f"{field}.ar", f"writes {found[0]!r}", "write decimals as 2,4 and thousands as 20.000"
