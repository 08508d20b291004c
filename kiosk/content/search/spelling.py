"""Words of the content that come near a word typed with a slip.

`search_slip` holds every word of a name under itself and under each form with one letter left out. Two words one slip apart share a
form, so a dozen look-ups find all of them, in a vocabulary of any size.
"""

from collections.abc import Iterable

from kiosk.content.reading.reader import Reader
from kiosk.domain.search import SHORTEST_WITH_SLIPS, near_forms, one_slip_apart

MOST_CORRECTIONS = 4
MOST_NEAREST = 5
LAST = "\U0010ffff"
"""Sorts after every letter."""


class Speller:
    """Knows the words of the names."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def knows(self, word: str) -> bool:
        """Whether a word stands in a name, letter by letter."""
        return bool(self._reader.rows("SELECT 1 FROM search_word WHERE word = ?", word))

    def one_slip_away(self, typed: str) -> dict[str, str]:
        """Words, and how they are shown, that one wrong letter turns into what was typed."""
        if len(typed) < SHORTEST_WITH_SLIPS:
            return {}
        sharing = self._sharing(near_forms(typed))
        near = {word: shown for word, shown in sharing.items() if one_slip_apart(typed, word)}
        return dict(list(near.items())[:MOST_CORRECTIONS])

    def nearest(self, typed: Iterable[str]) -> tuple[str, ...]:
        """Words as they are shown that are two slips away, else those that begin alike."""
        found: dict[str, None] = {}
        for word in typed:
            found |= dict.fromkeys((self._two_slips_away(word) or self._beginning_alike(word)).values())
        return tuple(found)[:MOST_NEAREST]

    def _two_slips_away(self, typed: str) -> dict[str, str]:
        if len(typed) < SHORTEST_WITH_SLIPS:
            return {}
        return self._sharing(sorted({form for near in near_forms(typed) for form in near_forms(near)}))

    def _sharing(self, forms: Iterable[str]) -> dict[str, str]:
        sql = "SELECT w.word, w.shown FROM search_slip s JOIN search_word w ON w.word = s.word WHERE s.form = ?"
        found = {str(word): str(shown) for form in forms for word, shown in self._reader.rows(sql, form)}
        return dict(sorted(found.items()))

    def _beginning_alike(self, typed: str) -> dict[str, str]:
        sql = "SELECT word, shown FROM search_word WHERE word >= ? AND word < ? LIMIT ?"
        for length in range(len(typed) - 1, 1, -1):
            start = typed[:length]
            found = self._reader.rows(sql, start, start + LAST, MOST_NEAREST)
            if found:
                return {str(word): str(shown) for word, shown in found}
        return {}
