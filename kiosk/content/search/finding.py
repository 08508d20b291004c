"""Finds items by what a visitor types, in any of the languages.

Candidates come from three narrow reads: names that begin with the whole query, then in order of importance items whose names hold
all its words, and items that hold them anywhere. The domain scores them. What is typed reaches MATCH only as quoted letters and
figures.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from kiosk.content.reading.reader import Reader
from kiosk.content.search.cards import read_card
from kiosk.content.search.spelling import LAST, Speller
from kiosk.domain.search import LONGEST_QUERY, Names, Scorer, SearchHit, SearchResult, Spellings, query_words, words_of
from kiosk.domain.stemming import stems

CANDIDATES = 24
"""Items scored of each read: more than a screen shows, few enough to score between two keystrokes."""
BEGINNING_ALIKE = 12
"""Names of them that are looked at for beginning with the whole query, the shortest of equals first."""
_BONUS = {
    "service": 0.3,
    "emergency": 0.28,
    "pavilion": 0.26,
    "organisation": 0.26,
    "demonstration": 0.24,
    "situation": 0.2,
    "unit": 0.1,
}
"""By kind: between equal names, the one that answers what most visitors come for."""
_IN_NAMES = "SELECT s.rowid FROM search_names s WHERE search_names MATCH ? ORDER BY s.rowid LIMIT ?"
_ANYWHERE = "SELECT s.rowid FROM search_anywhere s WHERE search_anywhere MATCH ? ORDER BY s.rowid LIMIT ?"


def match_expression(words: Sequence[Spellings], *, as_written: bool) -> str:
    """A query as FTS5 takes it: all words, each in any of its spellings and their stems, the last one as a beginning.

    Args:
        words: letters and figures alone, as `query_words` gives them; they stand in quotes all the same.
        as_written: whether the words themselves are looked for too, not their stems alone.
    """
    groups = (_group(word, "*" if place == len(words) - 1 else "", as_written) for place, word in enumerate(words))
    return " AND ".join(f"({' OR '.join(group)})" for group in groups)


def _group(spellings: Spellings, star: str, as_written: bool) -> Iterator[str]:  # noqa: FBT001 - of the function above
    stemmed = (stem for word in spellings for stem in stems(word))
    for form in dict.fromkeys((*spellings, *stemmed) if as_written else stemmed):
        yield f'"{form.replace(chr(34), chr(34) * 2)}"{star}'


class Searcher:
    """Searches one database."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._speller = Speller(reader)
        self._fillers = frozenset(str(word) for (word,) in reader.rows("SELECT word FROM filler"))

    def find(self, text: str, limit: int) -> SearchResult:
        """The items that answer what was typed, the best first.

        Raises:
            ContentCorruptError: the database is damaged.
        """
        words: list[Spellings] = [(word,) for word in query_words(text, self._fillers)]
        if not words:
            return SearchResult()
        phrase = " ".join(words_of(text[:LONGEST_QUERY]))
        best = self._best(words, phrase, limit)
        return SearchResult(self._hits(best)) if best else self._mended(words, phrase, limit)

    # as typed ----------------------------------------------------------------------------------------------------

    def _best(self, words: list[Spellings], phrase: str, limit: int) -> list[tuple[float, str]]:
        """Scores and items of the candidates, the best first."""
        found = dict.fromkeys([*self._named(phrase), *self._matching(words, _IN_NAMES)])
        if len(found) < limit:
            found |= dict.fromkeys(self._matching(words, _ANYWHERE))
        return sorted(self._scored(found, words, phrase), key=lambda pair: -pair[0])[:limit]

    def _named(self, phrase: str) -> list[int]:
        sql = "SELECT document FROM search_name WHERE own = 1 AND name >= ? AND name < ? ORDER BY name LIMIT ?"
        return [int(str(document)) for (document,) in self._reader.rows(sql, phrase, phrase + LAST, BEGINNING_ALIKE)]

    def _matching(self, words: Sequence[Spellings], read: str, limit: int = CANDIDATES) -> list[int]:
        rows = self._reader.rows(read, match_expression(words, as_written=read is _IN_NAMES), limit)
        return [int(str(document)) for (document,) in rows]

    def _scored(self, documents: dict[int, None], words: list[Spellings], phrase: str) -> Iterator[tuple[float, str]]:
        sql = "SELECT d.item, n.name, n.own FROM search_document d JOIN search_name n ON n.document = d.id WHERE d.id = ?"
        scorer = Scorer(words, phrase)
        for document in sorted(documents):
            rows = self._reader.rows(sql, document)
            if not rows:
                raise self._reader.damaged(LookupError(document))
            own = tuple(str(name) for _, name, mine in rows if mine)
            context = tuple(str(name) for _, name, mine in rows if not mine)
            item = str(rows[0][0])
            yield scorer.score(Names(own, context)) + _BONUS.get(item.partition(":")[0], 0.0), item

    # with slips --------------------------------------------------------------------------------------------------

    def _mended(self, words: list[Spellings], phrase: str, limit: int) -> SearchResult:
        """What is found when unknown words are taken for the known ones a slip away, and then when words are left out."""
        mended: list[Spellings] = []
        instead: list[str] = []
        for word in words:
            if self._matching([word], _ANYWHERE, 1):
                mended.append(word)
            elif near := self._speller.one_slip_away(word[0]):
                mended.append(tuple(near))
                instead += near.values()
        for size in dict.fromkeys((len(mended), len(mended) - 1, 1)):
            best = self._best_with(mended, size, phrase, limit) if 0 < size <= len(mended) else []
            if best:
                return SearchResult(self._hits(best), tuple(dict.fromkeys(instead)))
        return SearchResult(nearest=self._speller.nearest([word for word, *_ in words]))

    def _best_with(self, words: list[Spellings], size: int, phrase: str, limit: int) -> list[tuple[float, str]]:
        """As `_best`, of items that hold any so many of the words."""
        documents: dict[int, None] = {}
        for chosen in combinations(words, size):
            for read in (_IN_NAMES, _ANYWHERE):
                documents |= dict.fromkeys(self._matching(chosen, read))
        return sorted(self._scored(documents, words, phrase), key=lambda pair: -pair[0])[:limit]

    # as cards ----------------------------------------------------------------------------------------------------

    def _hits(self, best: list[tuple[float, str]]) -> tuple[SearchHit, ...]:
        return tuple(SearchHit(read_card(self._reader, item), worth) for worth, item in best)
