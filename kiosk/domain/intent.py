"""What a sentence is about, told by its words, their skeletons and their parts, in whatever spelling and whichever language.

A text is a set of features, each of a kind and a weight. What a feature is worth for each item is learnt from the sayings; a query
is about the item that its features are worth most for. The features are hashed, so that a database holds numbers instead of words.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from math import exp
from struct import Struct
from typing import NamedTuple
from zlib import crc32

from kiosk.domain.arabizi import heard, skeletons
from kiosk.domain.notions import pairs_of
from kiosk.domain.stemming import stems

MOST_WORDS_TOLD = 24
"""Words of a sentence that are looked at."""
_WORD, _STEM, _HEARD, _SKELETON, _PART, _SKELETON_PART, _PAIR, _NEAR_PAIR, _NOTION, _TOGETHER = "wshkcgbnot"
_WEIGHTS = {_WORD: 1.0, _STEM: 1.0, _HEARD: 1.0, _SKELETON: 1.0, _PART: 0.35, _SKELETON_PART: 1.0, _PAIR: 0.7, _NEAR_PAIR: 0.35,
            _NOTION: 2.0, _TOGETHER: 1.0}  # fmt: skip
STRANGE = 4.0
"""The rarity an unknown feature counts with: a sentence of strange words is about nothing."""
_SHARPNESS = 8.0
"""How much surer a sentence that is worth more makes."""
_ANYTHING_ELSE = 40.0
"""What stands against the items: a sentence worth little for each of them is about something else."""
_OF_TOGETHER = 0.6
"""The share that a case must have of its service to be surer than the service."""
WORTH = Struct("<Hb")
"""An item's number, and what a feature is worth for it, in steps."""
STEPS = 32
"""Steps of a worth of 1."""
RARITY_UNIT = 1000
"""The rarity of a feature is written in thousandths."""
_PART_LENGTHS = (3, 4)
_SKELETON_PART_LENGTHS = (2, 3, 4)
_TELLING_SKELETON = 4
"""Consonants from which strange words seldom share a skeleton with known ones."""
_KEPT = 1 << 10
"""Words whose features are remembered: what one search compares."""


Notions = Callable[[Sequence[str]], Sequence[str]]
"""The notions that folded words tell of."""


class ReadWord(NamedTuple):
    """What a word tells of its sentence."""

    features: dict[int, float]
    heard: str
    """What is told of its neighbours: its first skeleton, else the word."""


def read_word(word: str) -> ReadWord:
    """What a folded word tells of its sentence."""
    bones = skeletons(word)
    parts = ((_PART, part) for part in _parts(heard(word), _PART_LENGTHS))
    skeleton_parts = ((_SKELETON_PART, part) for one in bones[:1] for part in _parts(one, _SKELETON_PART_LENGTHS))
    return ReadWord(dict(_numbered((*_whole(word), *parts, *skeleton_parts))), (*bones, word)[0])


def no_notions(_words: Sequence[str]) -> Sequence[str]:
    """For sentences that are told by their words alone."""
    return ()


_remembered = lru_cache(maxsize=_KEPT)(read_word)


def features(
    words: Sequence[str], notions: Notions = no_notions, read: Callable[[str], ReadWord] = _remembered
) -> dict[int, float]:
    """The features of a sentence by their number, and what each is worth before one knows how rare it is.

    Args:
        words: folded, as `words_of` gives them.
        notions: tells what notions a sentence tells of.
        read: `read_word`, with as much memory as the caller has.
    """
    told = [read(word) for word in words[:MOST_WORDS_TOLD]]
    found: dict[int, float] = {}
    for word in told:
        found.update(word.features)
    found.update(_numbered(_of_pairs([word.heard for word in told])))
    found.update(_numbered(_of_notions(notions(words[:MOST_WORDS_TOLD]))))
    return found


def word_features(word: str) -> tuple[int, ...]:
    """The features that tell a whole word, not a part of it; first the word as it is written, last its skeletons."""
    return tuple(number for number, _ in _numbered(_whole(word)))


def spelling_features(word: str) -> tuple[int, ...]:
    """The same without the skeletons, which strange words share with known ones."""
    return tuple(number for number, _ in _numbered(_spelt(word)))


def telling_features(word: str) -> tuple[int, ...]:
    """The same, and those skeletons that are too long to be shared by chance: without any of them known, a word is strange."""
    long = ((_SKELETON, one) for one in skeletons(word) if len(one) >= _TELLING_SKELETON)
    return tuple(number for number, _ in _numbered((*_spelt(word), *long)))


def _numbered(named: Iterable[tuple[str, str]]) -> Iterator[tuple[int, float]]:
    return ((crc32(f"{kind}{name}".encode()), _WEIGHTS[kind]) for kind, name in named)


def _spelt(word: str) -> Iterator[tuple[str, str]]:
    yield _WORD, word
    yield from ((_STEM, stem) for stem in stems(word))
    yield _HEARD, heard(word)


def _whole(word: str) -> Iterator[tuple[str, str]]:
    yield from _spelt(word)
    yield from ((_SKELETON, one) for one in skeletons(word))


def _parts(word: str, lengths: tuple[int, ...]) -> Iterator[str]:
    """Every run of letters of the lengths, beginning and end of the word marked."""
    marked = f"_{word}_"
    return (marked[start : start + length] for length in lengths for start in range(len(marked) - length + 1))


def _of_pairs(heard: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield from ((_PAIR, f"{first} {second}") for first, second in pairwise(heard))
    yield from ((_NEAR_PAIR, f"{first} {second}") for first, second in zip(heard, heard[2:], strict=False))


def _of_notions(notions: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield from ((_NOTION, notion) for notion in notions)
    yield from ((_TOGETHER, pair) for pair in pairs_of(notions))


def certainties(worths: Mapping[int, float]) -> dict[int, float]:
    """How sure each item is meant, all together 1, from what a sentence is worth for each.

    Items that are worth nothing are left out, as if the sentence said nothing of them.
    """
    powers = {item: exp(_SHARPNESS * worth) for item, worth in worths.items()}
    total = sum(powers.values()) + _ANYTHING_ELSE
    return {item: power / total for item, power in powers.items()}


def with_cases(certainties: Mapping[int, float], wholes: Mapping[int, int]) -> dict[int, float]:
    """The same, and for what has cases or parts of its own at least a share of what it and they have together.

    So a sentence that tells of a service, but of none of its cases much more than of the others, is about the service.

    Args:
        certainties: by item.
        wholes: by item what it is a case or part of.
    """
    together = dict(certainties)
    for item, certainty in certainties.items():
        if item in wholes:
            together[wholes[item]] = together.get(wholes[item], 0.0) + certainty
    return {item: max(certainties.get(item, 0.0), _OF_TOGETHER * total) for item, total in together.items()} | {
        item: certainty for item, certainty in certainties.items() if item in wholes
    }


def unit(found: Mapping[int, float], rarity: Mapping[int, float]) -> dict[int, float]:
    """The known features of a sentence with their weights, together with the unknown ones one long; empty when none is known."""
    weighed = {feature: weight * rarity[feature] for feature, weight in found.items() if feature in rarity}
    strange = sum(weight * weight for feature, weight in found.items() if feature not in rarity)
    length = (sum(worth * worth for worth in weighed.values()) + strange * STRANGE * STRANGE) ** 0.5
    return {feature: worth / length for feature, worth in weighed.items()} if weighed else {}
