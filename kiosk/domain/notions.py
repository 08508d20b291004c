"""Words that stand for one notion in all ways of writing, met in their inflections and spellings.

A term is filed under keys, and a word is looked up under its own: two that share one are the same word. Keys say whether the word
was met as French or English, which take only endings, as Arabic or Darija, as a phrase, or only by its consonants.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from kiosk.domain.arabizi import skeleton, skeletons
from kiosk.domain.crisis import inflections
from kiosk.domain.stemming import stems

_LONGEST_PHRASE = 3
_SHORTEST_INFLECTED = 3
"""Letters that must be left of a word without what is written before and after it."""
_SHORTEST_SKELETON = 3
_MOST_TOGETHER = 10
"""Notions of a sentence that are looked at in pairs."""

Look = Callable[[str], Sequence[str]]
"""The notions under a key, or those of a word."""


def keys_of_term(words: Sequence[str], *, european: bool) -> Iterator[str]:
    """Under which keys a term is filed.

    Args:
        words: of the term, folded.
        european: whether it is French or English.
    """
    if len(words) > 1:
        yield " ".join(words)
        return
    (word,) = words
    yield from _exact(word, european=european)
    if not european:
        yield from _by_consonants(word)


def notions_of_word(word: str, look: Look) -> Sequence[str]:
    """The notions that one word stands for; it is heard by its consonants where it is no other word.

    Args:
        word: folded.
        look: the notions under a key.
    """
    keys = (*_exact(word, european=True), *_exact(word, european=False))
    return [notion for key in keys for notion in look(key)] or [notion for key in _by_consonants(word) for notion in look(key)]


def told(words: Sequence[str], of_word: Look, of_phrase: Look) -> list[str]:
    """The notions that a sentence tells of, in the order of its words, each once.

    Args:
        words: folded, as `words_of` gives them.
        of_word: the notions of a word.
        of_phrase: the notions of two or three words together.
    """
    found: dict[str, None] = {}
    for place, word in enumerate(words):
        for end in range(place + 2, min(place + _LONGEST_PHRASE, len(words)) + 1):
            found |= dict.fromkeys(of_phrase(" ".join(words[place:end])))
        found |= dict.fromkeys(of_word(word))
    return list(found)


def pairs_of(notions: Sequence[str]) -> Iterator[str]:
    """What notions tell together, in whichever order they are said."""
    return (" ".join(pair) for pair in combinations(sorted(notions[:_MOST_TOGETHER]), 2))


def _exact(word: str, *, european: bool) -> Iterator[str]:
    forms = {*inflections(word, european=european), *(stems(word) if european else ())}
    kind = "e" if european else "d"
    return (f"{kind}:{form}" for form in sorted(forms) if form == word or len(form) >= _SHORTEST_INFLECTED)


def _by_consonants(word: str) -> Iterator[str]:
    if word.isascii():
        bones = dict.fromkeys((*skeletons(word), skeleton(word)))
        yield from (f"~:{one}" for one in bones if len(one) >= _SHORTEST_SKELETON)
