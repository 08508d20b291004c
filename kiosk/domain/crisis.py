"""Tells from what is typed that somebody is in danger now, and which danger it is.

Each danger is known by rules: words that are enough alone, phrases, and words that must come together; `unless` names what makes
the same words harmless, and some wordings are ordinary whatever they resemble. A word is met in any inflection, in the other
spellings of Darija in Latin letters, and with a slip where that can be no other word.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kiosk.domain.arabizi import skeleton, skeletons
from kiosk.domain.search import near_forms
from kiosk.domain.stemming import stems

MOST_WORDS_HEARD = 24
"""Words of a query that are looked at."""
_HEARD_AT_LEAST = 3
"""Consonants of a skeleton from which it tells one word."""
_SLIP_AT_LEAST = 6
_WRONG_LETTER_AT_LEAST = 8
"""Letters of a word from which a letter may be missing or too many, and from which one may be wrong."""
_SHORTEST_LOOSE = 3
_ARABIC_BEGINNINGS = re.compile(r"^(?:[وف]?(?:كا|ك|غا|س)?[يتن]|[وفبل]|[وف]?(?:ال|لل|بال))(?=...)")
_ARABIC_PRONOUNS = re.compile(r"(?<=..)(?:وني|وها|وه|وهم|ني|نا|ها|هم|كم|و|وا|ت|ات)$|(?<=....)[شهيك]$")
_ARABIC_ARTICLE = re.compile(r"^[وفبك]?(?:ال|لل)(?=..)")
_LATIN_BEGINNINGS = re.compile(
    r"^(?:w|ou)?(?:ka|ki|ke|k|gha|ghad)?[ytn](?:e|a|i|ou|o)?(?=..)|^(?:l|el|al|w|b|f)(?=[bcdfghjkmnpqrstvwxz0-9].)"
)
_LATIN_PRONOUNS = re.compile(r"(?<=..)(?:ouni|oni|oha|ouha|ni|na|ha|hom|houm|o|ou|w|at|et|ch|i|k)$")
_EUROPEAN_ENDINGS = re.compile(r"(?:(?<=....)[esx]+|(?<=...)[sx]+)$")
_DOUBLED = re.compile(r"(.)\1+")
_EAR = str.maketrans({"y": "i", "z": "s"})
_SOUNDS = (
    ("ce", "se"),
    ("ci", "si"),
    ("ch", "sh"),
    ("ph", "f"),
    ("qu", "k"),
    ("c", "k"),
    ("eau", "o"),
    ("au", "o"),
    ("ai", "e"),
    ("ge", "je"),
)
"""What is written otherwise where the same is heard, in French and English."""
_KEPT = 1 << 12

Words = tuple[str, ...]
Known = Callable[[str], bool]
"""Whether a word is one the content knows as it is written."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word, or the words of a phrase in their order, folded."""

    words: Words
    european: bool = False
    """French or English, whose words only take endings; the others take beginnings too."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A danger is met when one term of each of the groups is there and none of `unless`."""

    crisis: str
    groups: tuple[tuple[Term, ...], ...]
    unless: tuple[Term, ...] = ()


@lru_cache(maxsize=_KEPT)
def inflections(word: str, *, european: bool) -> frozenset[str]:
    """A word with what is written before and after it taken off, in every way that may be right."""
    if european:
        return frozenset((word, _EUROPEAN_ENDINGS.sub("", word)))
    beginnings, pronouns = (_ARABIC_BEGINNINGS, _ARABIC_PRONOUNS) if _arabic(word) else (_LATIN_BEGINNINGS, _LATIN_PRONOUNS)
    begun = {word, beginnings.sub("", word)}
    return frozenset((*begun, *(pronouns.sub("", form) for form in begun), *stems(word)))


def _arabic(word: str) -> bool:
    return "\u0620" <= word[:1] <= "\u06ff"


@lru_cache(maxsize=_KEPT)
def _heard(word: str, *, european: bool) -> frozenset[str]:
    """How a word in Latin letters sounds: in Darija its consonants, with and without what comes before it."""
    if _arabic(word) or not word.isascii():
        return frozenset()
    if european:
        heard = _spelt_by_ear(word)
        return frozenset({heard} if len(heard) > _HEARD_AT_LEAST else ())
    bare = (*skeletons(word), skeleton(_LATIN_BEGINNINGS.sub("", word)))
    return frozenset(form for form in bare if len(form) >= _HEARD_AT_LEAST)


def _spelt_by_ear(word: str) -> str:
    """A French or English word without doubled letters, mute endings and other choices of one sound."""
    plain = _DOUBLED.sub(r"\1", word.translate(_EAR))
    for written, heard in _SOUNDS:
        plain = plain.replace(written, heard)
    return _DOUBLED.sub(r"\1", plain).rstrip("es") or plain


@lru_cache(maxsize=_KEPT)
def _forms(term: str, *, european: bool, loose: bool) -> frozenset[str]:
    """What an inflected word must be to be a word of a term; beside others that tell, the term may be inflected too."""
    if european or not loose:
        return frozenset({term, _EUROPEAN_ENDINGS.sub("", term)}) if european else frozenset({term})
    return frozenset({term, *(form for form in inflections(term, european=False) if len(form) >= _SHORTEST_LOOSE)})


def _is(term: str, word: str, *, european: bool, loose: bool, known: Known | None) -> bool:
    """Whether a word is one of a term; slips are looked for where it is said which words are known."""
    if not _forms(term, european=european, loose=loose).isdisjoint(inflections(word, european=european)):
        return True
    if known is None or word[0] != term[0] or len(word) <= _SHORTEST_LOOSE:
        return False
    alike = not _heard(term, european=european).isdisjoint(_heard(word, european=european))
    return (alike or _slip(term, word, european=european)) and not known(word)


def _slip(term: str, word: str, *, european: bool) -> bool:
    """Whether a word is a term with a letter missing, too many or exchanged with its neighbour.

    In long French and English words one may be wrong too; Arabic and Darija make other words of that.
    """
    if min(len(term), len(word)) < _SLIP_AT_LEAST:
        return False
    start = next((n for n, (a, b) in enumerate(zip(term, word, strict=False)) if a != b), min(len(term), len(word)))
    if len(term) == len(word):
        exchanged = term[start : start + 2] == word[start : start + 2][::-1] and term[start + 2 :] == word[start + 2 :]
        return exchanged or (european and len(term) >= _WRONG_LETTER_AT_LEAST and term[start + 1 :] == word[start + 1 :])
    short, long = sorted((term, word), key=len)
    return len(long) - len(short) == 1 and short[start:] == long[start + 1 :]


def _found_at(term: Term, words: Sequence[str], place: int, *, loose: bool = False, known: Known | None = None) -> bool:
    """Whether the words of a term begin at a place and follow one another, at most one other word between two of them."""
    for number, one in enumerate(term.words):
        near = range(place, min(place + (2 if number else 1), len(words)))
        here = next((at for at in near if _is(one, words[at], european=term.european, loose=loose, known=known)), None)
        if here is None:
            return False
        place = here + 1
    return True


class Alarm:
    """Decides for one set of rules.

    Args:
        rules: in order of importance: of equally telling ones the first decides.
        ordinary: wordings that are none, whatever they resemble; they are taken out of what is typed.
        known: tells words that are written right, and so are no slip.
    """

    def __init__(self, rules: Iterable[Rule], ordinary: Iterable[Words], known: Known) -> None:
        self._rules = tuple(rules)
        keys_of = cache(_keys_of)  # thousands of terms begin with some hundred words; forgotten when all are in
        self._terms: dict[str, list[tuple[int, int, Term]]] = {}
        """By how its first word may be met: the rule, the group and the whole term."""
        for number, rule in enumerate(self._rules):
            for group, terms in enumerate(rule.groups):
                for term in terms:
                    entry, loose = (number, group, term), len(rule.groups) > 1
                    for key in keys_of(term.words[0], european=term.european, loose=loose):
                        self._terms.setdefault(key, []).append(entry)
        self._ordinary: dict[str, list[Words]] = {}
        for wording in sorted(ordinary, key=len, reverse=True):
            self._ordinary.setdefault(_plain(wording[0]), []).append(wording)
        self._known = known

    def told(self, words: Sequence[str]) -> tuple[str | None, bool]:
        """The danger that is told of, or None; and whether nothing but it is typed.

        Args:
            words: what is typed, as `words_of` gives it.
        """
        left = self._without_ordinary(list(words[:MOST_WORDS_HEARD]))
        met: dict[int, dict[int, int]] = {}
        for place, word in enumerate(left):
            for number, group, term in self._candidates(word):
                if _found_at(term, left, place, loose=len(self._rules[number].groups) > 1, known=self._known):
                    groups = met.setdefault(number, {})
                    groups[group] = max(groups.get(group, 0), len(term.words))
        whole = [(sum(groups.values()), -number) for number, groups in met.items() if self._holds(number, groups, left)]
        if not whole:
            return None, False
        telling, number = max(whole)
        return self._rules[-number].crisis, telling >= len(words)

    def harmless(self, words: Sequence[str]) -> bool:
        """Whether nothing but wordings that are ordinary is typed."""
        return not self._without_ordinary(list(words))

    def _holds(self, number: int, groups: dict[int, int], words: list[str]) -> bool:
        rule = self._rules[number]
        if len(groups) < len(rule.groups):
            return False
        return not any(_found_at(term, words, place) for term in rule.unless for place in range(len(words)))

    def _candidates(self, word: str) -> Iterable[tuple[int, int, Term]]:
        forms = inflections(word, european=False) | inflections(word, european=True)
        keys = (*sorted(forms), *_inexact(word))
        return dict.fromkeys(entry for key in keys for entry in self._terms.get(key, ()))

    def _without_ordinary(self, words: list[str]) -> list[str]:
        place = 0
        while place < len(words):
            wordings = self._ordinary.get(_plain(words[place]), ())
            longest = next((one for one in wordings if _alike(one, words[place : place + len(one)])), None)
            if longest:
                words[place : place + len(longest)] = []
            else:
                place += 1
        return words


def _alike(wording: Words, words: Sequence[str]) -> bool:
    return [_plain(word) for word in wording] == [_plain(word) for word in words]


def _plain(word: str) -> str:
    """A word without its article, or its plural's ending."""
    return _ARABIC_ARTICLE.sub("", word) if _arabic(word) else stems(word)[0]


def _keys_of(first: str, *, european: bool, loose: bool) -> frozenset[str]:
    return _forms(first, european=european, loose=loose).union(_inexact(first))


def _inexact(word: str) -> Iterator[str]:
    """The keys that a word shares with those it may be a slip of."""
    yield from (f"~{form}" for european in (False, True) for form in sorted(_heard(word, european=european)))
    if len(word) >= _SLIP_AT_LEAST - 1:
        yield from (f"-{form}" for form in near_forms(word))
