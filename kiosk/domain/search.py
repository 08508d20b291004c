"""What a visitor looks for, and how well a name answers it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kiosk.domain.folding import fold
from kiosk.domain.item import Card, ItemKind
from kiosk.domain.stemming import stems

MOST_WORDS = 6
LONGEST_WORD = 32
SHORTEST_WITH_SLIPS = 4
"""Letters below which a slip makes another word."""
LONGEST_QUERY = 400
"""Characters looked at; a visitor types fewer, a paste of a megabyte costs no more."""
_WORD = re.compile(r"[^\W_]+")
_UNFINISHED = re.compile(r"\S+$")

EXACT, STEM, BEGINNING, CONTEXT, ELSEWHERE = 1.0, 0.85, 0.6, 0.55, 0.15
"""What a word is worth in the name, in another form, as its beginning, in what the item is a part of, in its texts."""
_WHOLE_NAME, _START_OF_NAME, _COVERAGE = 2.0, 0.8, 0.4

Spellings = tuple[str, ...]
"""The spellings any of which a word of a query may have: as typed, or the words a slip is taken for."""


@dataclass(frozen=True, slots=True)
class SearchHit:
    """An item found."""

    card: Card
    score: float
    """Higher is better; only comparable within one result."""
    screen: str = ""
    """The screen it opens instead of a page of its own."""


@dataclass(frozen=True, slots=True)
class CrisisAnswer:
    """What is shown to somebody in danger: before anything else, or above it where the danger is only likely."""

    crisis: str
    """Which danger, as `crisis.yaml` calls it; empty where nothing was found and help is offered all the same."""
    numbers: tuple[Card, ...]
    """Numbers to call, the first one first; each card opens the number's page."""
    page: Card | None = None
    """The page that helps further."""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What was found, the best first."""

    hits: tuple[SearchHit, ...] = ()
    instead: tuple[str, ...] = ()
    """Words of the content that were searched in place of words typed with a slip."""
    nearest: tuple[str, ...] = ()
    """When nothing was found: words of the content that come nearest."""
    elsewhere: tuple[Card, ...] = ()
    """Where it is about something that is none of the police: the first of their services. Never beside `hits`."""
    crisis: CrisisAnswer | None = None
    """For somebody who is certainly in danger, and where nothing was found: it stands before everything else."""
    maybe: CrisisAnswer | None = None
    """For somebody who may be in danger: a strip above what was found. Never beside `crisis`."""


def grouped(hits: Iterable[SearchHit]) -> dict[ItemKind, list[SearchHit]]:
    """Hits by kind, the kind of the best one first; within a kind in their order."""
    groups: dict[ItemKind, list[SearchHit]] = {}
    for hit in hits:
        groups.setdefault(hit.card.kind, []).append(hit)
    return groups


@dataclass(frozen=True, slots=True)
class SearchNames:
    """What an item is called, folded."""

    own: tuple[str, ...]
    """In all languages, with its other spellings."""
    context: tuple[str, ...] = ()
    """Names of what it is a part of."""


def words_of(text: str) -> list[str]:
    """The words of a text as they are indexed: folded, letters and figures only."""
    return _WORD.findall(fold(text))


def finished_part(text: str) -> str:
    """What is typed without a last word that may still grow."""
    return _UNFINISHED.sub("", text)


def query_words(text: str, fillers: frozenset[str]) -> list[str]:
    """The words to look for: no more and no longer than makes sense, without fillers and single letters where others remain."""
    words = [word[:LONGEST_WORD] for word in words_of(text[:LONGEST_QUERY])][: MOST_WORDS * 2]
    telling = [word for word in words if word not in fillers and (len(word) > 1 or word.isdigit())]
    return (telling or [word for word in words if len(word) > 1])[:MOST_WORDS]


class Scorer:
    """Says how well names answer one query.

    Args:
        words: what is looked for; the last one may be the beginning of a word.
        phrase: the whole query, folded.
        weights: how telling each word is; all alike by default.
    """

    def __init__(self, words: Sequence[Spellings], phrase: str, weights: Sequence[float] = ()) -> None:
        total = sum(weights)
        self._shares = [weight / total for weight in weights] if total else [1 / len(words)] * len(words)
        self._phrase = phrase
        self._worths = _Worths(words)

    def score(self, names: SearchNames) -> float:
        """Higher for a name that holds more of the words, little else, and the words as they are."""
        worths, best, covered = self._worths, self._worths.nothing, 0.0
        for name in names.own:
            mine = [worths[token] for token in name.split()]
            telling = [worth for worth in mine if worth is not worths.nothing]
            if telling:
                best = tuple(map(max, best, *telling))
                covered = max(covered, sum(map(max, telling)) / len(mine))
        for token in (token for name in names.context for token in name.split()):
            best = tuple(max(worth, CONTEXT * beside) for worth, beside in zip(best, worths[token], strict=True))
        found = sum(share * max(worth, ELSEWHERE) for share, worth in zip(self._shares, best, strict=True))
        return found + _COVERAGE * covered + self._phrase_worth(names.own)

    def _phrase_worth(self, names: tuple[str, ...]) -> float:
        if self._phrase in names:
            return _WHOLE_NAME
        return _START_OF_NAME if any(name.startswith(self._phrase) for name in names) else 0.0


class _Worths(dict[str, tuple[float, ...]]):
    """By word of a name: how much of each word of the query it is. Most words of names are told apart by their first letters."""

    def __init__(self, words: Sequence[Spellings]) -> None:
        super().__init__()
        self._words = words
        self._initials = {form[0] for word in words for one in word for form in (one, *stems(one))}
        self.nothing = (0.0,) * len(words)

    def __missing__(self, token: str) -> tuple[float, ...]:
        self[token] = self._compare(token) if self._may_match(token) else self.nothing
        return self[token]

    def _may_match(self, token: str) -> bool:
        return token[0] in self._initials or any(stem[0] in self._initials for stem in stems(token))

    def _compare(self, token: str) -> tuple[float, ...]:
        last = len(self._words) - 1
        return tuple(max(_match(one, token, beginning=n == last) for one in word) for n, word in enumerate(self._words))


def _match(word: str, token: str, *, beginning: bool) -> float:
    if word == token:
        return EXACT
    if beginning and token.startswith(word):
        return BEGINNING + (STEM - BEGINNING) * len(word) / len(token)
    if set(stems(word)) & set(stems(token)):
        return STEM
    if beginning and any(stem.startswith(start) for stem in stems(token) for start in stems(word)):
        return BEGINNING
    return 0.0


def near_forms(word: str) -> Iterator[str]:
    """The word itself and every form with one letter left out: two words one slip apart share one of them."""
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


def one_slip_apart(typed: str, word: str) -> bool:
    """Whether one letter is wrong, missing, too many, or two neighbours are exchanged."""
    short, long = sorted((typed, word), key=len)
    start = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) == len(long):
        exchanged = short[start : start + 2] == long[start : start + 2][::-1] and short[start + 2 :] == long[start + 2 :]
        return short[start + 1 :] == long[start + 1 :] or exchanged
    return len(long) - len(short) == 1 and short[start:] == long[start + 1 :]
