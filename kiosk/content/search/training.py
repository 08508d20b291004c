"""Learns from the sayings, names and spellings of the items what a sentence is about, and writes it as rows of the search tables.

Only items with sayings are learnt. The same sayings give the same bytes on every machine: sums are made in one order, and rounded.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from struct import Struct
from typing import NamedTuple

import apsw

from kiosk.domain.intent import directions, features
from kiosk.domain.search import words_of

SHARE = Struct("<HB")
"""An item's number, and how much of its direction a feature makes."""
FULL = 255
"""Stands for a share of `MOST`."""
MOST = 0.5
RARITY_UNIT = 1000
"""The rarity of a feature is written in thousandths."""
_SAID_OF_MANY = 10
"""Things, a service and its cases one, of which a word is said that tells none of them."""
_SAYING, _NAME = 1.0, 1.0
"""What a saying and a name weigh."""
_SAYINGS = "SELECT d.id, s.said FROM saying s JOIN search_document d ON d.item = s.item ORDER BY d.id, s.way, s.position"
_NAMES = """
SELECT d.id, t.shown FROM search_document d JOIN text t ON t.item = d.item
    WHERE t.field = 'name' AND d.item IN (SELECT item FROM saying)
UNION ALL SELECT d.id, y.spelling FROM search_document d JOIN synonym y ON y.item = d.item
    WHERE d.item IN (SELECT item FROM saying) ORDER BY 1, 2"""


class Example(NamedTuple):
    """A sentence, what it is about, and how much it counts."""

    document: int
    words: tuple[str, ...]
    weight: float


class Learnt(NamedTuple):
    """What was learnt: documents by number, and the features' rarities and shares."""

    documents: list[int]
    rarity: dict[int, int]
    shares: dict[int, list[tuple[int, int]]]


def fill_intents(connection: apsw.Connection) -> None:
    """Write the intent tables anew."""
    learnt = learn(list(_examples(connection)))
    connection.executemany("INSERT INTO search_intent VALUES (?, ?)", list(enumerate(learnt.documents)))
    rows = [
        (feature, learnt.rarity[feature], b"".join(SHARE.pack(*share) for share in shares))
        for feature, shares in sorted(learnt.shares.items())
    ]
    connection.executemany("INSERT INTO search_feature VALUES (?, ?, ?)", rows)
    connection.executemany("INSERT INTO search_carrier VALUES (?)", [(word,) for word in sorted(_carriers(connection))])


def _carriers(connection: apsw.Connection) -> set[str]:
    """Words that carry others and tell nothing alone: they are said of many things, and name none."""
    named = {word for (name,) in connection.execute("SELECT name FROM search_name WHERE own = 1") for word in str(name).split()}
    whole: defaultdict[str, set[str]] = defaultdict(set)
    for item, said in connection.execute("SELECT item, said FROM saying"):
        for word in words_of(str(said)):
            whole[word].add(str(item).partition(":")[2].partition("/")[0])
    return {word for word, things in whole.items() if len(things) >= _SAID_OF_MANY and word not in named}


def _examples(connection: apsw.Connection) -> Iterator[Example]:
    for sql, weight in ((_SAYINGS, _SAYING), (_NAMES, _NAME)):
        for document, text in connection.execute(sql):
            words = tuple(words_of(str(text)))
            if words:
                yield Example(int(str(document)), words, weight)


def learn(examples: list[Example]) -> Learnt:
    """Directions of all items of the examples."""
    documents = sorted({example.document for example in examples})
    number = {document: place for place, document in enumerate(documents)}
    seen = Counter(feature for example in examples for feature in features(example.words))
    rarity = {feature: round(math.log((len(examples) + 1) / (count + 0.5)) * RARITY_UNIT) for feature, count in seen.items()}
    real = {feature: value / RARITY_UNIT for feature, value in rarity.items()}
    found = directions(((number[document], words, weight) for document, words, weight in examples), real)
    shares = {
        feature: [(item, quantum) for item, share in sorted(by_item.items()) if (quantum := min(FULL, round(share * FULL / MOST)))]
        for feature, by_item in found.items()
    }
    return Learnt(documents, rarity, {feature: kept for feature, kept in shares.items() if kept})
