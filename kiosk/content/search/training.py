"""Learns from the sayings, names and spellings of the items what a sentence is about, and writes it as rows of the search tables.

The same sayings give the same bytes on every machine: they are learnt in whole numbers.
"""

import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple
from zlib import crc32

import apsw
import numpy as np
import numpy.typing as npt

from kiosk.domain.intent import RARITY_UNIT, STEPS, STRANGE, WORTH, Notions, features, no_notions, read_word, word_features
from kiosk.domain.search import words_of

_ROUNDS = 8
"""How often the examples are gone through."""
_ALL_ASKED = {0, 1, 3}
"""Rounds in which all of them are asked; in the others those alone that were lately wrong."""
_LATELY = 2
"""Rounds."""
_ONE = 1 << 10
"""Stands for 1 in the weights of a sentence's features, which are whole numbers: sums of such are the same on every machine."""
_WHOLE = 1 << 16
"""Stands for 1 in what a feature is worth for an item."""
_MARGIN = _ONE * _WHOLE // 2
"""By how much the right item must be worth more than each other one."""
_FINEST = 20
"""Parts of 1 in which the weights of all features are whole."""
MOST = 127
"""Steps of a worth at most."""
_MANY = 2000
"""Sayings and names of which each part of a word that tells something stands in two."""
_SAID_OF_MANY = 10
"""Things, a service and its cases one, of which a word is said that tells none of them."""
_SAYINGS = "SELECT d.id, s.said FROM saying s JOIN search_document d ON d.item = s.item ORDER BY d.id, s.way, s.position"
_ELSEWHERE = "SELECT 0, said FROM elsewhere ORDER BY subject, way, position"
"""What is none of the police is one thing more that a sentence may be about, as document 0, which no item has."""
_NAMES = """
SELECT n.document, n.name FROM search_name n JOIN search_document d ON d.id = n.document
    WHERE n.own = 1 AND d.item NOT LIKE 'term:%' AND EXISTS (SELECT 1 FROM saying WHERE item = d.item)
    ORDER BY n.document, n.position"""
"""Names are learnt beside sayings: of what nobody said a saying of, the name alone is looked for."""

_WHOLES = """
UPDATE search_intent SET whole = (
    SELECT w.id FROM search_document d JOIN item i ON i.id = d.item JOIN search_document p ON p.item = i.parent
        JOIN search_intent w ON w.document = p.id WHERE d.id = search_intent.document)"""


Features = dict[int, float]


class Example(NamedTuple):
    """A sentence, and what it is about."""

    document: int
    words: tuple[str, ...]


class Learnt(NamedTuple):
    """What was learnt: documents by number, and by feature its rarity and what it is worth for which."""

    documents: list[int]
    rarity: dict[int, int]
    worths: dict[int, list[tuple[int, int]]]


def fill_intents(connection: apsw.Connection) -> None:
    """Write anew what was learnt of items."""
    examples = list(_examples(connection))
    found = features_of(examples)
    learnt = learn(examples, found, _rarity_of_sayings(examples, found))
    numbers = [(number, document) for number, document in enumerate(learnt.documents) if document]
    connection.executemany("INSERT INTO search_intent (id, document) VALUES (?, ?)", numbers)
    connection.execute(_WHOLES)
    connection.executemany("INSERT INTO search_feature VALUES (?, ?, ?)", feature_rows(learnt))
    connection.executemany("INSERT INTO search_carrier VALUES (?)", [(word,) for word in sorted(_carriers(connection))])


def feature_rows(learnt: Learnt) -> list[tuple[int, int, bytes]]:
    """The features as rows of a table, each with its rarity and its worths."""
    return [
        (feature, learnt.rarity[feature], b"".join(WORTH.pack(*worth) for worth in worths))
        for feature, worths in sorted(learnt.worths.items())
    ]


def _carriers(connection: apsw.Connection) -> set[str]:
    """Words that carry others and tell nothing alone: they are said of many things, and name none."""
    named = {word for (name,) in connection.execute("SELECT name FROM search_name WHERE own = 1") for word in str(name).split()}
    whole: defaultdict[str, set[str]] = defaultdict(set)
    for item, said in connection.execute("SELECT item, said FROM saying"):
        for word in words_of(str(said)):
            whole[word].add(str(item).partition(":")[2].partition("/")[0])
    return {word for word, things in whole.items() if len(things) >= _SAID_OF_MANY and word not in named}


def _examples(connection: apsw.Connection) -> Iterator[Example]:
    for sql in (_SAYINGS, _ELSEWHERE, _NAMES):
        for document, text in connection.execute(sql):
            words = tuple(words_of(str(text)))
            if words:
                yield Example(int(str(document)), words)


def features_of(examples: Sequence[Example], notions: Notions = no_notions) -> list[Features]:
    """The features of each; a word or a sentence that comes again is read once."""
    read = cache(read_word)
    sentence = cache(lambda words: features(words, notions, read))
    return [sentence(example.words) for example in examples]


def learn(examples: Sequence[Example], found: Sequence[Features], rarity: dict[int, int]) -> Learnt:
    """What each feature is worth for each item of the examples: an averaged multiclass perceptron with a margin.

    Each example that is not worth enough for its own item, beside any other, moves what its features are worth, from the others
    to its own (Crammer and Singer, 2003, "Ultraconservative Online Algorithms for Multiclass Problems"); what is kept is the
    average over all steps (Freund and Schapire, 1999).

    Args:
        examples: in any order.
        found: the features of each.
        rarity: of the features to learn of, in thousandths.
    """
    documents = sorted({example.document for example in examples})
    sentences = _sentences(examples, found, rarity, documents)
    orders = [_shuffled(examples, turn) for turn in range(_ROUNDS)]
    worths = _averaged(sentences, orders, (len(rarity), len(documents)))
    rows: dict[int, list[tuple[int, int]]] = {feature: [] for feature in rarity}
    names = list(rarity)
    places, items = np.nonzero(worths)
    for place, item, worth in zip(places.tolist(), items.tolist(), worths[places, items].tolist(), strict=True):
        rows[names[place]].append((item, worth))
    return Learnt(documents, rarity, rows)


def rarity_of(found: Sequence[Features], at_least: int = 1, besides: Collection[int] = ()) -> dict[int, int]:
    """How rare each feature is that so many sentences hold, or that is one of those besides, in thousandths."""
    features, counts = np.unique(_all_features(found), return_counts=True)
    told = cache(lambda count: round(math.log((len(found) + 1) / (count + 0.5)) * RARITY_UNIT))
    seen = zip(features.tolist(), counts.tolist(), strict=True)
    return {feature: told(count) for feature, count in seen if count >= at_least or feature in besides}


def _all_features(found: Sequence[Features]) -> npt.NDArray[np.int64]:
    return np.fromiter(chain.from_iterable(found), np.int64)


def _rarity_of_sayings(examples: list[Example], found: Sequence[Features]) -> dict[int, int]:
    """The features learnt of items: of many sayings no part or pair of words that one alone holds, but each whole word."""
    if len(examples) < _MANY:
        return rarity_of(found)
    words = {word for example in examples for word in example.words}
    return rarity_of(found, 2, {feature for word in words for feature in word_features(word)})


class _Sentence(NamedTuple):
    """An example in numbers."""

    right: int
    """The place of its item."""
    places: npt.NDArray[np.intp]
    """Of its features."""
    weights: npt.NDArray[np.float64]
    """Whole ones, of each feature."""


def _sentences(
    examples: Sequence[Example], found: Sequence[Features], rarity: dict[int, int], documents: list[int]
) -> list[_Sentence]:
    """All examples in numbers: each as `unit` has it, worked out for all at once and in whole numbers."""
    if not rarity:
        return []
    features, number = _all_features(found), {document: n for n, document in enumerate(documents)}
    weights = np.rint(np.fromiter(chain.from_iterable(map(dict.values, found)), np.float64) * _FINEST)
    owner = np.repeat(np.arange(len(found)), [len(one) for one in found])
    names = np.fromiter(rarity, np.int64)
    by_name = np.argsort(names)
    places = by_name[np.minimum(np.searchsorted(names, features, sorter=by_name), len(names) - 1)]
    known = names[places] == features
    weighed = weights * np.where(known, np.fromiter(rarity.values(), np.float64)[places], STRANGE * RARITY_UNIT)
    length = np.sqrt(np.bincount(owner, weighed * weighed, len(found)))
    units = np.rint(weighed / length[owner] * _ONE)[known]
    ends = np.cumsum(np.bincount(owner[known], minlength=len(found)))[:-1]
    rows = zip(examples, np.split(places[known], ends), np.split(units, ends), strict=True)
    return [_Sentence(number[example.document], *row) for example, *row in rows]


class _Change(NamedTuple):
    """What one step moved: from which items to the right one of a sentence, and how many steps it is there for."""

    sentence: _Sentence
    others: npt.NDArray[np.intp]
    left: int


def _averaged(sentences: list[_Sentence], orders: list[list[int]], shape: tuple[int, int]) -> npt.NDArray[np.int64]:
    """By feature and item: what the one is worth for the other, in steps.

    All numbers are whole and below 2 ** 53, where a sum of doubles is exact, in whatever order a processor adds them up.
    """
    now = np.zeros(shape)
    room = np.empty((max((len(sentence.places) for sentence in sentences), default=0), shape[1]))
    changes, steps = [], len(orders) * len(sentences)
    wrong = [-len(orders)] * len(sentences)
    for turn, order in enumerate(orders):
        asked = ((place, n) for place, n in enumerate(order) if turn in _ALL_ASKED or turn - wrong[n] <= _LATELY)
        for place, n in asked:
            sentence = sentences[n]
            worth = sentence.weights @ now.take(sentence.places, axis=0, out=room[: len(sentence.places)], mode="clip")
            short = worth > worth[sentence.right] - _MARGIN
            short[sentence.right] = False
            (others,) = short.nonzero()
            if len(others):
                wrong[n] = turn
                changes.append(_Change(sentence, others, steps - turn * len(order) - place))
                _move(now, changes[-1], 1)
    now.fill(0)
    for change in changes:
        _move(now, change, change.left)
    unit_of = _WHOLE * steps // STEPS
    rounded: npt.NDArray[np.int64] = np.clip((now.astype(np.int64) + unit_of // 2) // unit_of, -MOST, MOST)
    return rounded


def _move(table: npt.NDArray[np.float64], change: _Change, times: int) -> None:
    """Move what the features of a sentence are worth from the other items to the right one, so many times."""
    (right, places, weights), others = change.sentence, change.others
    gained, cells, begins = weights * (_WHOLE // _ONE // 2), table.reshape(-1), places * table.shape[1]
    cells[begins + right] += gained * times
    cells[begins[:, None] + others] -= (gained // len(others) * times)[:, None]


def _shuffled(examples: Sequence[Example], turn: int) -> list[int]:
    """The examples' numbers in an order that is another one each turn, and the same on every machine."""
    return sorted(
        range(len(examples)), key=lambda n: crc32(f"{turn} {examples[n].document} {' '.join(examples[n].words)}".encode())
    )
