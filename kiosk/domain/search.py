"""What a visitor looks for, and how well a name answers it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kiosk.domain.folding import fold
from kiosk.domain.item import Card
from kiosk.domain.stemming import stems

MOST_WORDS = 6
LONGEST_WORD = 32
LONGEST_QUERY = 400
"""Characters looked at; a visitor types fewer, a paste of a megabyte costs no more."""
_WORD = re.compile(r"[^\W_]+")

EXACT, STEM, BEGINNING, CONTEXT, ELSEWHERE = 1.0, 0.85, 0.6, 0.55, 0.15
"""How much a word is worth that stands in the name, in another form, as its beginning, in what the item is a part of, in its texts."""
_WHOLE_NAME, _START_OF_NAME, _COVERAGE = 1.0, 0.2, 0.4

Spellings = tuple[str, ...]
"""The spellings any of which a word of a query may have: as typed, or the words a slip is taken for."""


@dataclass(frozen=True, slots=True)
class SearchHit:
    """An item found."""

    card: Card
    score: float
    """Higher is better; only comparable within one result."""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What was found, the best first."""

    hits: tuple[SearchHit, ...] = ()
    instead: tuple[str, ...] = ()
    """Words of the content that were searched in place of words typed with a slip."""
    nearest: tuple[str, ...] = ()
    """When nothing was found: words of the content that come nearest."""


@dataclass(frozen=True, slots=True)
class Names:
    """What an item is called, folded."""

    own: tuple[str, ...]
    """In all languages, with its other spellings."""
    context: tuple[str, ...] = ()
    """Names of what it is a part of."""


def words_of(text: str) -> list[str]:
    """The words of a text as they are indexed: folded, letters and figures only."""
    return _WORD.findall(fold(text))


def query_words(text: str, fillers: frozenset[str]) -> list[str]:
    """The words to look for: no more and no longer than makes sense, without fillers and single letters where others remain."""
    words = [word[:LONGEST_WORD] for word in words_of(text[:LONGEST_QUERY])][:MOST_WORDS * 2]
    telling = [word for word in words if word not in fillers and (len(word) > 1 or word.isdigit())]
    return (telling or [word for word in words if len(word) > 1])[:MOST_WORDS]


def score(words: Sequence[Spellings], phrase: str, names: Names) -> float:
    """How well an item's names answer a query.

    Args:
        words: what is looked for; the last one may be the beginning of a word.
        phrase: the whole query, folded.
        names: what the item is called.
    """
    own = [name.split() for name in names.own]
    context = {token for name in names.context for token in name.split()}
    tokens = {token for name in own for token in name}
    last = len(words) - 1
    found = sum(_worth(word, tokens, context, beginning=place == last) for place, word in enumerate(words))
    covered = max((_coverage(words, name) for name in own), default=0.0)
    return found / len(words) + _COVERAGE * covered + _phrase_worth(phrase, names.own)


def _worth(word: Spellings, own: set[str], context: set[str], *, beginning: bool) -> float:
    best = max((_match(one, token, beginning) for token in own for one in word), default=0.0)
    beside = CONTEXT * max((_match(one, token, beginning) for token in context for one in word), default=0.0)
    return max(best, beside, ELSEWHERE)


@lru_cache(maxsize=1 << 15)
def _match(word: str, token: str, beginning: bool) -> float:  # noqa: FBT001 - positional for the cache
    if word == token:
        return EXACT
    if beginning and token.startswith(word):
        return BEGINNING + (STEM - BEGINNING) * len(word) / len(token)
    if set(stems(word)) & set(stems(token)):
        return STEM
    if beginning and any(stem.startswith(start) for stem in stems(token) for start in stems(word)):
        return BEGINNING
    return 0.0


def _coverage(words: Sequence[Spellings], name: list[str]) -> float:
    """The part of a name that was asked for."""
    asked = sum(max(_match(one, token, place == len(words) - 1) for place, word in enumerate(words) for one in word) for token in name)
    return asked / len(name)


def _phrase_worth(phrase: str, names: tuple[str, ...]) -> float:
    if phrase in names:
        return _WHOLE_NAME
    return _START_OF_NAME if any(name.startswith(phrase) for name in names) else 0.0


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
