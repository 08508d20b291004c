"""Light stems: words that differ only in what is written together with them, in gender or in number, compare as one.

Arabic follows Lucene's ArabicStemmer, and knows the particles of one letter besides. Latin letters lose the plural's and the
feminine's ending. Stems are compared with stems and never shown.
"""

from functools import lru_cache

_ARTICLES = ("وال", "فال", "بال", "كال", "ولل", "فلل", "ال", "لل")
"""The article, alone and with the particles before it; the longest first."""
_PARTICLES = "وفبكل"
_ENDINGS = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
"""Of folded words, in which ta marbuta is written ه: pronoun, dual, plurals, relation, feminine."""
_SHORTEST_STEM = 2
_SHORTEST_AFTER_PARTICLE = 4
"""Letters that must remain, for a first letter is more often a part of its word."""
_SHORTEST_LATIN = 3
_KEPT = 1 << 10
"""Words whose stems are remembered: what one search compares, not all that visitors ever type."""


@lru_cache(maxsize=_KEPT)
def stems(word: str) -> tuple[str, ...]:
    """The stems of one folded word; two where a first letter may be a particle.

    Args:
        word: letters and figures as `fold` gives them, without blanks.
    """
    if not word or not "\u0620" <= word[0] <= "\u06ff":
        return (_latin_stem(word),)
    bare = _without_article(word)
    found = [_without_endings(bare)]
    if bare == word and word[0] in _PARTICLES and len(word) > _SHORTEST_AFTER_PARTICLE:
        found.append(_without_endings(_without_article(word[1:])))
    return tuple(dict.fromkeys(found))


def _without_article(word: str) -> str:
    for article in _ARTICLES:
        if word.startswith(article) and len(word) >= len(article) + _SHORTEST_STEM:
            return word[len(article) :]
    return word


def _without_endings(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) >= len(ending) + _SHORTEST_STEM:
            word = word.removesuffix(ending)
    return word


def _latin_stem(word: str) -> str:
    for ending in ("s", "x", "e"):
        if word.endswith(ending) and len(word) > _SHORTEST_LATIN and not word.endswith("ss"):
            word = word[:-1]
    return word
