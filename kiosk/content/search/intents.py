"""What a sentence is about, by what was learnt from the sayings."""

from collections.abc import Sequence
from typing import NamedTuple

from kiosk.content.reading.reader import Reader
from kiosk.domain.intent import (
    RARITY_UNIT,
    STEPS,
    WORTH,
    Notions,
    certainties,
    features,
    no_notions,
    spelling_features,
    telling_features,
    unit,
    with_cases,
    word_features,
)

_RAREST = 8.0
"""The rarity of a word that no saying holds."""

ELSEWHERE = 0
"""Stands for the document of what is none of the police."""
_INTENTS = "SELECT id, document, whole FROM search_intent"


class Intent(NamedTuple):
    """An item a sentence may be about."""

    document: int
    """Its number; `ELSEWHERE` where it is about something else."""
    certainty: float
    """From 0 to 1; those of all items together make at most 1."""


class LearntReader:
    """What features are worth, as one table has it.

    Args:
        reader: of the database.
        row: the query for the rarity and the worths of a feature.
        notions: tells the notions of a sentence, where they were learnt of.
    """

    def __init__(self, reader: Reader, row: str, notions: Notions = no_notions) -> None:
        self._reader, self._sql, self._notions = reader, row, notions

    def worths(self, words: Sequence[str]) -> dict[int, float]:
        """What a sentence is worth for each item, or danger, by number."""
        found = features(words, self._notions)
        rows = {feature: row for feature in found if (row := self.row(feature))}
        weights = unit(found, {feature: rarity for feature, (rarity, _) in rows.items()})
        sums: dict[int, float] = {}
        for feature, weight in weights.items():
            for item, worth in WORTH.iter_unpack(rows[feature][1]):
                sums[item] = sums.get(item, 0.0) + weight * worth
        return {item: total / STEPS for item, total in sums.items()}

    def tells(self, word: str) -> bool:
        """Whether a word is no strange one: it, or another form or spelling of it, was learnt of."""
        return any(self.row(feature) for feature in telling_features(word))

    def row(self, feature: int) -> tuple[float, bytes] | None:
        """How rare a feature is, and its worths; None for one that nobody has used."""
        found = self._reader.rows(self._sql, feature)
        if not found:
            return None
        (rarity, worths), *_ = found
        return int(str(rarity)) / RARITY_UNIT, bytes(worths) if isinstance(worths, bytes) else b""


class Intents:
    """Knows the items that have sayings."""

    def __init__(self, reader: Reader) -> None:
        self._learnt = LearntReader(reader, "SELECT rarity, worths FROM search_feature WHERE id = ?")
        rows = [(int(str(number)), int(str(document)), whole) for number, document, whole in reader.rows(_INTENTS)]
        self._documents = {number: document for number, document, _ in rows}
        self._wholes = {number: int(str(whole)) for number, _, whole in rows if whole is not None}

    def knows(self, word: str) -> bool:
        """Whether a word, or another form or spelling of it, stands in a saying."""
        return any(self._learnt.row(feature) for feature in spelling_features(word))

    def knows_as_written(self, word: str) -> bool:
        """Whether a word stands in a saying, letter by letter."""
        return self._learnt.row(word_features(word)[0]) is not None

    def tells(self, word: str) -> bool:
        """The same, and whether it sounds like one that does."""
        return self._learnt.tells(word)

    def rarity(self, word: str) -> float:
        """How rarely a word is said: the rarer, the more it tells."""
        rows = (self._learnt.row(feature) for feature in word_features(word))
        return min((row[0] for row in rows if row), default=_RAREST)

    def surest(self, words: Sequence[str], limit: int) -> list[Intent]:
        """The items a sentence is about most surely, the surest first."""
        if not self._documents:
            return []
        sure = with_cases(certainties(self._learnt.worths(words)), self._wholes)
        best = sorted(sure.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]
        return [Intent(self._documents.get(item, ELSEWHERE), certainty) for item, certainty in best]
