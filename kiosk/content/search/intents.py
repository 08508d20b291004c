"""What a sentence is about, by what was learnt from the sayings."""

from collections.abc import Sequence
from typing import NamedTuple

from kiosk.content.reading.reader import Reader
from kiosk.content.search.training import FULL, MOST, RARITY_UNIT, SHARE
from kiosk.domain.intent import features, unit, word_features

_RAREST = 8.0
"""The rarity of a word that no saying holds."""


class Intent(NamedTuple):
    """An item a sentence may be about."""

    document: int
    likeness: float
    """1 for a sentence that is the item's sayings added up, 0 for one that shares nothing with them."""


class Intents:
    """Knows the items that have sayings."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        rows = reader.rows("SELECT id, document FROM search_intent")
        self._documents = {int(str(number)): int(str(document)) for number, document in rows}

    def knows(self, word: str) -> bool:
        """Whether a word, or another form of it, stands in a saying."""
        return any(self._row(feature) for feature in word_features(word))

    def knows_as_written(self, word: str) -> bool:
        """Whether a word stands in a saying, letter by letter."""
        return self._row(word_features(word)[0]) is not None

    def rarity(self, word: str) -> float:
        """How rarely a word is said: the rarer, the more it tells."""
        rows = (self._row(feature) for feature in word_features(word))
        return min((row[0] for row in rows if row), default=_RAREST)

    def likest(self, words: Sequence[str], limit: int) -> list[Intent]:
        """The items whose sayings are most like a sentence, the likest first."""
        if not self._documents:
            return []
        found = features(words)
        rows = {feature: row for feature in found if (row := self._row(feature))}
        weights = unit(found, {feature: rarity for feature, (rarity, _) in rows.items()})
        sums: dict[int, float] = {}
        for feature, weight in weights.items():
            for item, share in SHARE.iter_unpack(rows[feature][1]):
                sums[item] = sums.get(item, 0.0) + weight * share
        best = sorted(sums.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]
        return [Intent(self._documents[item], total * MOST / FULL) for item, total in best]

    def _row(self, feature: int) -> tuple[float, bytes] | None:
        found = self._reader.rows("SELECT rarity, shares FROM search_feature WHERE id = ?", feature)
        if not found:
            return None
        (rarity, shares), *_ = found
        return int(str(rarity)) / RARITY_UNIT, bytes(shares) if isinstance(shares, bytes) else b""
