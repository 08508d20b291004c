"""Finds items by what a visitor types, in any of the languages.

Candidates come from narrow reads: names that begin with the whole query, then in order of importance items whose names hold all
its words, and items that hold them anywhere; beside them the items whose sayings are most like the query. The domain scores them.
What is typed reaches MATCH only as quoted letters and figures.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from kiosk.content.reading.reader import Reader
from kiosk.content.search.cards import read_card, read_screen
from kiosk.content.search.crises import Crises
from kiosk.content.search.intents import ELSEWHERE, Intents
from kiosk.content.search.spelling import LAST, Speller
from kiosk.domain.search import (
    LONGEST_QUERY,
    LONGEST_WORD,
    Scorer,
    SearchHit,
    SearchNames,
    SearchResult,
    Spellings,
    query_words,
    words_of,
)
from kiosk.domain.stemming import stems

CANDIDATES = 24
"""Items scored of each read: more than a screen shows, few enough to score between two keystrokes."""
BEGINNING_ALIKE = 12
"""Names of them that are looked at for beginning with the whole query, the shortest of equals first."""
_INTENTS = 8
"""Items whose sayings are most like the query that are scored."""
_CERTAINTY = 3.0
"""What certainty by its sayings is worth for an item, beside a score of names."""
_POSSIBLE, _LIKELY, _SURE = 0.002, 0.08, 0.3
"""How certain an item must be to stand beside likely ones; to be an answer; such an answer that no word must be left out."""
_ELSEWHERE_AT_LEAST, _TIMES_SURER, _BEYOND_DOUBT = 0.4, 8.0, 0.98
_LONG = 6
"""How certain a query must be about something else: at least, beside the surest item, where it names one or is long; in words."""
_FEW = 3
"""Words of which each is needed, so that a slip in one matters."""
_BONUS = {
    "service": 0.3,
    "emergency": 0.28,
    "practical": 0.27,
    "pavilion": 0.26,
    "organisation": 0.26,
    "demonstration": 0.24,
    "situation": 0.2,
    "unit": 0.1,
}
"""By kind: between equal names, the one that answers what most visitors come for."""
_IN_NAMES = "SELECT s.rowid FROM search_names s WHERE search_names MATCH ? ORDER BY s.rowid LIMIT ?"
_ANYWHERE = "SELECT s.rowid FROM search_anywhere s WHERE search_anywhere MATCH ? ORDER BY s.rowid LIMIT ?"


def match_expression(words: Sequence[Spellings], *, as_written: bool, open_end: bool = True) -> str:
    """A query as FTS5 takes it: all words, each in any of its spellings and their stems.

    Args:
        words: letters and figures alone, as `query_words` gives them; they stand in quotes all the same.
        as_written: whether the words themselves are looked for too, not their stems alone.
        open_end: whether the last word may be the beginning of a longer one.
    """
    last = len(words) - 1 if open_end else None
    groups = (_group(word, "*" if place == last else "", as_written) for place, word in enumerate(words))
    return " AND ".join(f"({' OR '.join(group)})" for group in groups)


def _group(spellings: Spellings, star: str, as_written: bool) -> Iterator[str]:  # noqa: FBT001 - of the function above
    stemmed = (stem for word in spellings for stem in stems(word))
    for form in dict.fromkeys((*spellings, *stemmed) if as_written else stemmed):
        yield f'"{form.replace(chr(34), chr(34) * 2)}"{star}'


@dataclass(frozen=True, slots=True)
class _Query:
    """What is looked for."""

    typed: list[str]
    """All words."""
    telling: list[Spellings]
    """Those to look for, each in its spellings."""
    open_end: bool
    """Whether the last of them is the last typed, which may be the beginning of a longer one."""

    @property
    def phrase(self) -> str:
        return " ".join(self.typed)

    def without(self, chosen: Sequence[Spellings]) -> "_Query":
        """The same with some of the words alone; the end stays open only where it was."""
        return _Query(self.typed, list(chosen), self.open_end and bool(chosen) and chosen[-1] is self.telling[-1])


class Searcher:
    """Searches one database."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._speller = Speller(reader)
        self._intents = Intents(reader)
        self._crises = Crises(reader, self._knows)
        carriers = reader.rows("SELECT word FROM filler UNION SELECT word FROM search_carrier")
        self._fillers = frozenset(str(word) for (word,) in carriers)

    def find(self, text: str, limit: int, finished: str | None = None) -> SearchResult:
        """The items that answer what was typed, the best first.

        Args:
            text: what was typed.
            limit: items at most.
            finished: while it is being typed, the part that a danger may be told by; by default all of it.

        Raises:
            ContentCorruptError: the database is damaged.
        """
        typed = words_of(text[:LONGEST_QUERY])
        judged = typed if finished is None else words_of(finished[:LONGEST_QUERY])
        words: list[Spellings] = [(word,) for word in query_words(text, self._fillers)]
        danger = self._crises.heard(judged)
        found = self._found(typed, words, limit, whole=judged == typed) if words else SearchResult()
        if danger and (danger.certain or (judged == typed and not found.hits and (danger.probable or not found.elsewhere))):
            return replace(found, crisis=self._crises.answer(danger))
        if danger:
            return replace(found, maybe=self._crises.answer(danger))
        return found if found.hits or found.elsewhere or not words or not judged else replace(found, crisis=self._crises.anyhow())

    def _knows(self, word: str) -> bool:
        """Whether a word stands in the content as it is written: in a name, a text or a saying."""
        return word in self._fillers or self._intents.knows_as_written(word) or self._speller.knows(word)

    def _found(self, typed: list[str], words: list[Spellings], limit: int, *, whole: bool) -> SearchResult:
        query = _Query(typed, words, open_end=typed[-1].startswith(words[-1][0]))
        meant = self._meant(typed)
        found = self._named(query.phrase)
        if (whole or not found) and self._elsewhere(meant, query):
            return self._other()
        found |= self._matching(query, limit)
        if found or (max(meant.values(), default=0.0) >= _SURE and not self._may_be_a_slip(query)):
            return SearchResult(self._hits(found, meant, query, limit))
        return self._mended(query, meant, limit)

    def _meant(self, typed: list[str]) -> dict[int, float]:
        """What the whole sentence may be about; nothing where nothing is likely, or where all words are strange."""
        surest = self._intents.surest(typed, _INTENTS) if any(map(self._intents.tells, typed)) else []
        if not surest or surest[0].certainty < _LIKELY:
            return {}
        return {one.document: one.certainty for one in surest if one.certainty >= _POSSIBLE}

    def _elsewhere(self, meant: Mapping[int, float], query: _Query) -> bool:
        """Whether it is about something that is none of the police: much surer than an item, beyond doubt beside a name."""
        ours = max((certainty for document, certainty in meant.items() if document != ELSEWHERE), default=0.0)
        doubtful = len(query.typed) > _LONG or any(self._is_a_name(word) for word, *_ in query.telling)
        needed = _BEYOND_DOUBT if doubtful else max(_ELSEWHERE_AT_LEAST, ours * _TIMES_SURER)
        return meant.get(ELSEWHERE, 0.0) > needed and not self._is_a_name(query.phrase)

    def _is_a_name(self, word: str) -> bool:
        return bool(self._reader.rows("SELECT 1 FROM search_name WHERE own = 1 AND name = ? LIMIT 1", word))

    def _other(self) -> SearchResult:
        """What is offered to who looks for something that is none of the police."""
        rows = self._reader.rows("SELECT id FROM item WHERE kind = 'service' ORDER BY rank, id LIMIT 3")
        return SearchResult(elsewhere=tuple(read_card(self._reader, str(item)) for (item,) in rows))

    # as typed ----------------------------------------------------------------------------------------------------

    def _named(self, phrase: str) -> dict[int, None]:
        sql = "SELECT document FROM search_name WHERE own = 1 AND name >= ? AND name < ? ORDER BY name LIMIT ?"
        rows = self._reader.rows(sql, phrase, phrase + LAST, BEGINNING_ALIKE)
        return dict.fromkeys(int(str(document)) for (document,) in rows)

    def _matching(self, query: _Query, limit: int) -> dict[int, None]:
        found = self._read(query, _IN_NAMES)
        return found if len(found) >= limit else found | self._read(query, _ANYWHERE)

    def _read(self, query: _Query, read: str, limit: int = CANDIDATES) -> dict[int, None]:
        expression = match_expression(query.telling, as_written=read is _IN_NAMES, open_end=query.open_end)
        return dict.fromkeys(int(str(document)) for (document,) in self._reader.rows(read, expression, limit))

    # with slips --------------------------------------------------------------------------------------------------

    def _mended(self, query: _Query, meant: Mapping[int, float], limit: int) -> SearchResult:
        """What is found when unknown words are taken for the known ones a slip away, and then when words are left out."""
        mended: list[Spellings] = []
        taken_for: dict[str, dict[str, str]] = {}
        for word in query.telling:
            if self._known(word, query):
                mended.append(word)
            elif near := self._speller.one_slip_away(word[0]):
                mended.append(tuple(near))
                taken_for[word[0]] = near
        if taken_for:
            meant = self._meant([near for word in query.typed for near in taken_for.get(word[:LONGEST_WORD], (word,))])
        instead = [shown for near in taken_for.values() for shown in near.values()]
        close = query.open_end and bool(mended) and mended[-1] is query.telling[-1]
        known = _Query([next(iter(taken_for.get(word[:LONGEST_WORD], (word,)))) for word in query.typed], mended, close)
        for size in dict.fromkeys((len(mended), len(mended) - 1, 1)):
            found = self._holding(known, size) if 0 < size <= len(mended) else {}
            if found:
                return SearchResult(self._hits(found, meant, known, limit), tuple(dict.fromkeys(instead)))
        if meant:
            return SearchResult(self._hits({}, meant, query, limit))
        return SearchResult(nearest=self._speller.nearest([word for word, *_ in query.telling]))

    def _may_be_a_slip(self, query: _Query) -> bool:
        """Whether a word of few is unknown, and near one that is known."""
        few = query.telling if len(query.telling) <= _FEW else []
        return any(not self._known(word, query) and self._speller.one_slip_away(word[0]) for word in few)

    def _known(self, word: Spellings, query: _Query) -> bool:
        return bool(self._read(query.without([word]), _ANYWHERE, 1)) or self._intents.knows(word[0])

    def _holding(self, query: _Query, size: int) -> dict[int, None]:
        """Items that hold any so many of the words."""
        found: dict[int, None] = {}
        for chosen in combinations(query.telling, size):
            for read in (_IN_NAMES, _ANYWHERE):
                found |= self._read(query.without(chosen), read)
        return found

    # as cards ----------------------------------------------------------------------------------------------------

    def _hits(self, found: dict[int, None], meant: Mapping[int, float], query: _Query, limit: int) -> tuple[SearchHit, ...]:
        best = sorted(self._scored(found, meant, query), key=lambda pair: -pair[0])[:limit]
        return tuple(SearchHit(read_card(self._reader, item), worth, read_screen(self._reader, item)) for worth, item in best)

    def _scored(self, found: dict[int, None], meant: Mapping[int, float], query: _Query) -> Iterator[tuple[float, str]]:
        """What each is worth. Those called exactly as typed are meant alike: between them, their kind decides."""
        weights = [max(self._intents.rarity(word) for word in spellings) for spellings in query.telling]
        scorer = Scorer(query.telling, query.phrase, weights)
        documents = {document: self._names(document) for document in sorted({*found, *meant} - {ELSEWHERE})}
        called_so = {document for document, (_, names) in documents.items() if query.phrase in names.own}
        surest = max((meant.get(document, 0.0) for document in called_so), default=0.0)
        for document, (item, names) in documents.items():
            certainty = surest if document in called_so else meant.get(document, 0.0)
            yield scorer.score(names) + _CERTAINTY * certainty + _BONUS.get(item.partition(":")[0], 0.0), item

    def _names(self, document: int) -> tuple[str, SearchNames]:
        sql = "SELECT d.item, n.name, n.own FROM search_document d JOIN search_name n ON n.document = d.id WHERE d.id = ?"
        rows = self._reader.rows(sql, document)
        if not rows:
            raise self._reader.damaged(LookupError(document))
        own = tuple(str(name) for _, name, mine in rows if mine)
        return str(rows[0][0]), SearchNames(own, tuple(str(name) for _, name, mine in rows if not mine))
