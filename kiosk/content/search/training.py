"""Learns from the sayings, names and spellings of the items what a sentence is about, and writes it as rows of the search tables.

The same sayings give the same bytes on every machine: they are learnt in whole numbers.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple
from zlib import crc32

import apsw
import numpy as np
import numpy.typing as npt

from kiosk.domain.intent import RARITY_UNIT, STEPS, WORTH, features, unit
from kiosk.domain.search import words_of

_ROUNDS = 8
"""How often all examples are gone through."""
_ONE = 1 << 10
"""Stands for 1 in the weights of a sentence's features, which are whole numbers: sums of such are the same on every machine."""
_WHOLE = 1 << 16
"""Stands for 1 in what a feature is worth for an item."""
_MARGIN = _ONE * _WHOLE // 2
"""By how much the right item must be worth more than each other one."""
_MOST = 127
_TELLING = 2
"""Steps of a worth below which a feature tells nothing of a danger."""
_SEEN_AT_LEAST = 2
"""Sentences of dangers a feature must be in: what only one holds tells next to nothing, and is half of all features."""
_SAID_OF_MANY = 10
"""Things, a service and its cases one, of which a word is said that tells none of them."""
_SAYINGS = "SELECT d.id, s.said FROM saying s JOIN search_document d ON d.item = s.item ORDER BY d.id, s.way, s.position"
_NAMES = """
SELECT n.document, n.name FROM search_name n JOIN search_document d ON d.id = n.document
    WHERE n.own = 1 AND (d.item NOT LIKE 'term:%' OR d.item IN (SELECT item FROM saying)) ORDER BY n.document, n.position"""

_DANGERS = "SELECT coalesce(c.rank, 0), s.said FROM crisis_saying s LEFT JOIN crisis c ON c.id = s.crisis ORDER BY s.id"
_NO_DANGERS = """
SELECT 0, said FROM saying WHERE item NOT LIKE 'emergency:%' AND item NOT IN ('practical:lost_child', 'practical:first_aid')
    AND NOT EXISTS (SELECT 1 FROM crisis WHERE page = saying.item OR saying.item LIKE 'situation:' || substr(page, 9) || '/%')
    AND item NOT IN ('service:theft', 'situation:theft/theft') ORDER BY item, way, position"""
_WHOLES = """
UPDATE search_intent SET whole = (
    SELECT w.id FROM search_document d JOIN item i ON i.id = d.item JOIN search_document p ON p.item = i.parent
        JOIN search_intent w ON w.document = p.id WHERE d.id = search_intent.document)"""


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
    """Write anew what was learnt of items and of dangers."""
    learnt = learn(list(_examples(connection)))
    connection.executemany("INSERT INTO search_intent (id, document) VALUES (?, ?)", list(enumerate(learnt.documents)))
    connection.execute(_WHOLES)
    connection.executemany("INSERT INTO search_feature VALUES (?, ?, ?)", _rows(learnt))
    connection.executemany("INSERT INTO search_carrier VALUES (?)", [(word,) for word in sorted(_carriers(connection))])
    dangers = list(_danger_examples(connection))
    if any(example.document for example in dangers):
        connection.executemany("INSERT INTO crisis_feature VALUES (?, ?, ?)", _rows(learn_dangers(dangers)))


def _rows(learnt: Learnt) -> list[tuple[int, int, bytes]]:
    return [
        (feature, learnt.rarity[feature], b"".join(WORTH.pack(*worth) for worth in worths))
        for feature, worths in sorted(learnt.worths.items())
    ]


def learn_dangers(examples: list[Example]) -> Learnt:
    """What each feature is worth for danger beside none, as 0, and for each danger beside the others, by its rank.

    Two questions are learnt: whether it is a danger, from all sentences, and which, from those of dangers alone. Asked as one,
    dangers that resemble each other take from what each is worth beside none.
    """
    rarity = _rarity(examples, _SEEN_AT_LEAST)
    whether = learn([Example(int(example.document > 0), example.words) for example in examples], rarity)
    which = learn([example for example in examples if example.document], rarity)
    worths: dict[int, list[tuple[int, int]]] = {}
    for feature in rarity:
        told = [(0, worth * 2) for place, worth in whether.worths[feature] if place]
        told += [(which.documents[place], worth) for place, worth in which.worths[feature]]
        if telling := [(rank, max(-_MOST, min(_MOST, worth))) for rank, worth in told if abs(worth) >= _TELLING]:
            worths[feature] = telling
    return Learnt(which.documents, rarity, worths)


def _danger_examples(connection: apsw.Connection) -> Iterator[Example]:
    """What tells of a danger, by its rank; and as 0 what does not: what only resembles one, and what nobody in danger asks."""
    for sql in (_DANGERS, _NO_DANGERS):
        for rank, text in connection.execute(sql):
            words = tuple(words_of(str(text)))
            if words:
                yield Example(int(str(rank)), words)


def _carriers(connection: apsw.Connection) -> set[str]:
    """Words that carry others and tell nothing alone: they are said of many things, and name none."""
    named = {word for (name,) in connection.execute("SELECT name FROM search_name WHERE own = 1") for word in str(name).split()}
    whole: defaultdict[str, set[str]] = defaultdict(set)
    for item, said in connection.execute("SELECT item, said FROM saying"):
        for word in words_of(str(said)):
            whole[word].add(str(item).partition(":")[2].partition("/")[0])
    return {word for word, things in whole.items() if len(things) >= _SAID_OF_MANY and word not in named}


def _examples(connection: apsw.Connection) -> Iterator[Example]:
    for sql in (_SAYINGS, _NAMES):
        for document, text in connection.execute(sql):
            words = tuple(words_of(str(text)))
            if words:
                yield Example(int(str(document)), words)


def learn(examples: list[Example], rarity: dict[int, int] | None = None) -> Learnt:
    """What each feature is worth for each item of the examples: an averaged multiclass perceptron with a margin.

    Each example that is not worth enough for its own item, beside any other, moves what its features are worth, from the others
    to its own (Crammer and Singer, 2003, "Ultraconservative Online Algorithms for Multiclass Problems"); what is kept is the
    average over all steps (Freund and Schapire, 1999).

    Args:
        examples: what is learnt from.
        rarity: of the features to learn of, in thousandths; by default of all, as rare as they are in the examples.
    """
    documents = sorted({example.document for example in examples})
    rarity = _rarity(examples, 1) if rarity is None else rarity
    worths = _averaged(examples, documents, {feature: value / RARITY_UNIT for feature, value in rarity.items()})
    rows = {}
    for (feature, _), row in zip(rarity.items(), worths, strict=True):
        rows[feature] = [(int(item), int(row[item])) for item in np.flatnonzero(row)]
    return Learnt(documents, rarity, rows)


def _rarity(examples: list[Example], at_least: int) -> dict[int, int]:
    """How rare each feature is that so many examples hold, in thousandths."""
    seen = Counter(feature for example in examples for feature in features(example.words))
    return {
        feature: round(math.log((len(examples) + 1) / (count + 0.5)) * RARITY_UNIT)
        for feature, count in sorted(seen.items())
        if count >= at_least
    }


def _averaged(examples: list[Example], documents: list[int], rarity: dict[int, float]) -> npt.NDArray[np.int64]:
    """By feature and item, in the order of both: what the one is worth for the other, in steps."""
    number = {document: place for place, document in enumerate(documents)}
    place = {feature: n for n, feature in enumerate(rarity)}
    told = [(number[example.document], *_weighed(example.words, rarity, place)) for example in examples]
    now = np.zeros((len(rarity), len(documents)), np.int64)
    early = np.zeros_like(now)
    """Each change times the steps before it: what the average is less than the end."""
    steps = len(told) * _ROUNDS
    for step, (right, these, weights) in enumerate(told[n] for turn in range(_ROUNDS) for n in _shuffled(examples, turn)):
        worth = weights @ now[these]
        short = worth > worth[right] - _MARGIN
        short[right] = False
        others = np.flatnonzero(short)
        if len(others):
            gained = weights * (_WHOLE // _ONE // 2)
            lost = (gained // len(others))[:, None]
            for table, times in ((now, 1), (early, step)):
                table[these, right] += gained * times
                table[np.ix_(these, others)] -= lost * times
    average = now * steps - early
    unit_of = _WHOLE * steps // STEPS
    rounded: npt.NDArray[np.int64] = np.clip((average + unit_of // 2) // unit_of, -_MOST, _MOST)
    return rounded


def _weighed(
    words: tuple[str, ...], rarity: dict[int, float], place: dict[int, int]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The places of a sentence's features, and their weights in whole numbers."""
    weights = unit(features(words), rarity)
    return (
        np.array([place[feature] for feature in weights], np.int64),
        np.array([round(weight * _ONE) for weight in weights.values()], np.int64),
    )


def _shuffled(examples: list[Example], turn: int) -> list[int]:
    """The examples' numbers in an order that is another one each turn, and the same on every machine."""
    return sorted(
        range(len(examples)), key=lambda n: crc32(f"{turn} {examples[n].document} {' '.join(examples[n].words)}".encode())
    )
