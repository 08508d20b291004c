"""What is counted of visits, and how counts are merged until no figure is about few people.

A count is of visits, never of a visitor: it has an hour, a content mode, a language and a subject, and nothing that ties it to
another count. Whatever leaves the kiosk has been merged first.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from kiosk.domain.search import LONGEST_QUERY, words_of

MOST_WORDS = 1_000
"""Words that are remembered before they have been looked for often enough; more are not."""
MOST_ON_RECEIPT = 250
"""Figures that a receipt has room for."""
_LETTERS = re.compile(r"[^\W\d_]{3,32}")


class Counted(StrEnum):
    """What a figure is about."""

    VISIT = "visit"
    """A visitor came."""
    ITEM = "item"
    """An item was shown; the subject is its identifier. Once a visit and language, like all that follow."""
    LISTENED = "listened"
    """A visitor asked to hear an item, or a screen (`screen:Home`)."""
    TAKEN = "taken"
    """A code was shown, or a page printed; the subject is the kind of take-away."""
    ABANDONED = "abandoned"
    """A visitor left a guide before its list; the subject is the step: `guide:cnie/age`."""
    SEARCH_FAILED = "search_failed"
    """Something was looked for and not found."""
    OPINION = "opinion"
    """A face was touched: 1 the saddest, 5 the happiest."""


@dataclass(frozen=True, slots=True, order=True)
class Bucket:
    """What is counted together; an empty field stands for everything that no other bucket counts."""

    counted: Counted
    when: str
    """An hour at the exhibition (`2027-05-18T11`); merged, a day, or empty for all the time that is kept."""
    mode: str
    language: str
    subject: str = ""


Counts = Mapping[Bucket, int]


def hour_of(moment: datetime) -> str:
    """The hour a moment is counted in: nothing finer is ever kept."""
    return moment.strftime("%Y-%m-%dT%H")


# merging ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Merged:
    """Counts none of which is small."""

    counts: Counts
    hidden: frozenset[Counted]
    """What was counted too seldom for any figure."""


_Step = Callable[[Bucket], Bucket]


def _as_it_is(bucket: Bucket) -> Bucket:
    return bucket


def _by_day(bucket: Bucket) -> Bucket:
    return replace(bucket, when=bucket.when[:10])


def _at_any_time(bucket: Bucket) -> Bucket:
    return replace(bucket, when="")


def _in_any_mode(bucket: Bucket) -> Bucket:
    return replace(bucket, mode="")


def _in_any_language(bucket: Bucket) -> Bucket:
    return replace(bucket, language="")


def _everything(bucket: Bucket) -> Bucket:
    return Bucket(bucket.counted, "", "", "")


def _of_any_subject(bucket: Bucket) -> Bucket:
    return replace(bucket, subject="")


_STEPS = (_by_day, _at_any_time, _in_any_mode, _in_any_language, _of_any_subject)
"""What a small count gives up first; what it is about, last."""
_STEPS_OF_VISITS = (_in_any_language, _in_any_mode, _by_day, _at_any_time, _of_any_subject)
"""Of visits the hour is what people want to know."""


def merged(counts: Counts, least: int) -> Merged:
    """Counts in rows of at least so many: small ones are counted together, step by step less exactly, and none is lost.

    Args:
        counts: by hour.
        least: the smallest figure that is told.
    """
    rows: Counter[Bucket] = Counter()
    hidden = set()
    for counted in Counted:
        of_one = {bucket: number for bucket, number in counts.items() if bucket.counted is counted and number > 0}
        told = _merged_of_one(of_one, least, _STEPS_OF_VISITS if counted is Counted.VISIT else _STEPS)
        rows.update(told)
        if of_one and not told:
            hidden.add(counted)
    return Merged(dict(sorted(rows.items())), frozenset(hidden))


def _merged_of_one(counts: Counts, least: int, steps: Iterable[_Step]) -> Counter[Bucket]:
    told: Counter[Bucket] = Counter()
    small = Counter(counts)
    for coarser in (_as_it_is, *steps):
        small = _counted_together((coarser(bucket), number) for bucket, number in small.items())
        told.update({bucket: number for bucket, number in small.items() if number >= least})
        small = Counter({bucket: number for bucket, number in small.items() if number < least})
    if small and told:  # what is left of everything takes the smallest row with it
        smallest = min(told, key=lambda bucket: (told[bucket], bucket))
        together = told.pop(smallest) + small.total()
        told[_everything(smallest)] += together
    return told


def _counted_together(pairs: Iterable[tuple[Bucket, int]]) -> Counter[Bucket]:
    together: Counter[Bucket] = Counter()
    for bucket, number in pairs:
        together[bucket] += number
    return together


def told_roughly(counts: Counts, words: Mapping[str, int], least: int) -> dict[str, int]:
    """Totals for a receipt, each down to a multiple of `least`: two receipts never differ by few.

    Args:
        counts: as they were counted.
        words: those often looked for in vain.
        least: the smallest figure that is told.

    Returns:
        Figures by name, such as `item pavilion:k9` or `word lune`; the largest, where there are too many for a receipt.
    """
    totals: Counter[str] = Counter({f"word {word}": number for word, number in words.items()})
    for bucket, number in counts.items():
        totals[f"{bucket.counted.value} {bucket.subject}".strip()] += number
    told = {what: number - number % least for what, number in totals.most_common(MOST_ON_RECEIPT) if number >= least}
    return dict(sorted(told.items()))


# words looked for in vain ----------------------------------------------------------------------------------------


def telling_words(query: str) -> frozenset[str]:
    """The words of a query that may be counted, one by one and without their order: letters alone, so no number of anyone's."""
    return frozenset(word for word in words_of(query[:LONGEST_QUERY]) if _LETTERS.fullmatch(word))


@dataclass(frozen=True, slots=True)
class Sightings:
    """How many visits of a day looked for each word that is not known yet; kept in memory alone."""

    day: str = ""
    numbers: Mapping[str, int] = field(default_factory=dict)


def sighted(
    before: Sightings, words: frozenset[str], day: str, known: frozenset[str], least: int
) -> tuple[Sightings, Mapping[str, int]]:
    """A visit looked for words in vain.

    Args:
        before: what is remembered of the visits before.
        words: what it looked for.
        day: of the visit; what is remembered of another day is forgotten.
        known: words that `least` visits or more looked for: they are counted at once.
        least: visits of one day that make a word known.

    Returns:
        What is remembered now, and what may be written down: nothing of a word that fewer visits have looked for.
    """
    numbers = dict(before.numbers) if before.day == day else {}
    told = {}
    for word in sorted(words):
        if word in known:
            told[word] = 1
        elif word in numbers or len(numbers) < MOST_WORDS:
            numbers[word] = numbers.get(word, 0) + 1
            if numbers[word] >= least:
                told[word] = numbers.pop(word)
    return Sightings(day, numbers), told


# a picture of the counts -----------------------------------------------------------------------------------------


def by_hour(counts: Counts) -> tuple[dict[str, dict[int, int]], int]:
    """Visits by day and hour, and how many visits no hour is told of."""
    days: dict[str, dict[int, int]] = {}
    elsewhere = 0
    for bucket, number in sorted(counts.items()):
        day, _, hour = bucket.when.partition("T")
        if bucket.counted is Counted.VISIT and hour:
            hours = days.setdefault(day, {})
            hours[int(hour)] = hours.get(int(hour), 0) + number
        elif bucket.counted is Counted.VISIT:
            elsewhere += number
    return days, elsewhere


def by_subject(counts: Counts, counted: Counted) -> Iterator[tuple[str, int]]:
    """Subjects and their totals, the largest first; an empty one stands for all that are told together."""
    totals: Counter[str] = Counter()
    for bucket, number in counts.items():
        if bucket.counted is counted:
            totals[bucket.subject] += number
    yield from sorted(totals.items(), key=lambda pair: (pair[0] == "", -pair[1], pair[0]))
