"""Proposes how Arabic is said: the lexicon and the rules for numbers decide, a model fills in the vowels of all other words."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from kiosk.domain.narration import split_sentences
from kiosk.domain.speech import spoken_form
from kiosk.domain.speech.arabic_marks import (
    DAMMA,
    FATHA,
    FATHATAN,
    KASRA,
    LETTERS,
    MARKS,
    SHADDA,
    SUKUN,
    WORD,
    bare,
    pausal,
    stored,
)
from kiosk.domain.speech.replacements import Lexicon

MODEL = "rawi-ensemble"
SECOND_MODEL = "rawi-v3-int8"
"""A model trained otherwise: where the two differ, neither knows the word."""

Vowels = Callable[[str], str]
"""A sentence without marks, to the same with marks."""

_FIRST_ALIF = re.compile(f"(^|[^{LETTERS}{MARKS}])\u0627[{FATHA}{DAMMA}{KASRA}](?=[{LETTERS}])")
_LETTER = re.compile(f"(\\w)([{MARKS}]*)")
_ALIFS = {"\u0627": "", "\u0622": "", "\u0623": FATHA, "\u0625": KASRA}
"""The seats of hamza at the beginning of a word, with the vowel each most often has."""
_VOWELS = f"{FATHATAN}-{KASRA}{SUKUN}"
_TIDY = (
    (_FIRST_ALIF, "\\1\u0627"),
    (re.compile(f"(?<![{LETTERS}{MARKS}])((?:[\u0648\u0641]{FATHA})?)\u0625(?![{MARKS}])"), f"\\1\u0625{KASRA}"),
    (
        re.compile(
            f"^((?:[\u0648\u0641\u0643]{FATHA}|\u0628{KASRA})?\u0627\u0644)(?=[\u0621-\u0626\u0628-\u064a][{_VOWELS}]*(?:[{LETTERS}]|$))"
        ),
        f"\\1{SUKUN}",
    ),
    (re.compile(f"([{LETTERS}])\u0627{FATHA}"), f"\\1{FATHA}\u0627"),
    (re.compile(f"([\u0621-\u0626\u0628-\u063a\u0641-\u0647])\u0627(?![{MARKS}])"), f"\\1{FATHA}\u0627"),
)
_IMPERATIVE = re.compile(f"^(?:[وف]{FATHA})?[^يتن]\\w*[{MARKS}\\w]*{DAMMA}وا$")


@dataclass(frozen=True, slots=True)
class Proposal:
    """How a text could be said, and what a reviewer should look at."""

    said: str
    flags: tuple[str, ...] = ()


def load_model(name: str = MODEL) -> Vowels:
    """A model of text2tashkeel; it runs offline from the package's own files."""
    from text2tashkeel import Diacritizer  # onnxruntime takes seconds to load

    model = Diacritizer(name)
    return lambda sentence: str(model.diacritize(sentence))


@dataclass(slots=True)
class Vocaliser:
    """Loads its models when the first text comes."""

    load: Callable[[str], Vowels] = load_model
    _models: dict[str, Vowels] = field(default_factory=dict)

    def propose(self, shown: str, lexicon: Lexicon) -> Proposal:
        """How a text could be said.

        Args:
            shown: the words shown.
            lexicon: decided pronunciations; a word kept in Latin letters there is spoken by the voice of another language.
        """
        decided = spoken_form(shown, "ar", lexicon)
        words = list(zip(WORD.findall(decided), self._guesses(decided, MODEL), self._guesses(decided, SECOND_MODEL), strict=True))
        chosen = [_chosen(word, guess) for word, guess, _ in words]
        flags = {
            flag for (word, guess, other), said in zip(words, chosen, strict=True) for flag in _flags(word, said, guess, other)
        }
        flags |= {"foreign"} if re.search(r"[A-Za-z]", re.sub(r"\{\w+\}", "", decided)) else set()
        replacements = iter(chosen)
        return Proposal(stored(WORD.sub(lambda _: next(replacements), decided)), tuple(sorted(flags)))

    def _guesses(self, text: str, name: str) -> Iterator[str]:
        """A model's words for a text, one sentence at a time; bare ones where it lost or added a word."""
        if name not in self._models:
            self._models[name] = self.load(name)
        for sentence in split_sentences(bare(text)):
            words = WORD.findall(sentence)
            guesses = WORD.findall(stored(self._models[name](_ended(sentence))))
            yield from guesses if len(guesses) == len(words) else words


def _ended(sentence: str) -> str:
    """The models know the case of a last word better before a full stop."""
    return sentence if sentence[-1:] in ".؟!:؛" else f"{sentence}."


def _chosen(word: str, guess: str) -> str:
    """A word that is decided stays, but for a case vowel that it leaves open; a guess that changes letters is refused."""
    if bare(word) != word:
        return word + _case_vowel(guess) if _is_open(word) and bare(guess) == bare(word) else word
    said = _with_letters_of(word, guess)
    return _tidied(said) if said != word else word


def _is_open(word: str) -> bool:
    """Whether a decided word leaves the vowel of its last letter to the sentence."""
    letters = _LETTER.findall(word)
    long_vowel = len(letters) > 1 and (letters[-1], letters[-2][1][-1:]) in {(("\u0648", ""), DAMMA), (("\u064a", ""), KASRA)}
    return letters[-1][0] not in "\u0627\u0649\u0622" and not long_vowel and not set(letters[-1][1]) - {SHADDA}


def _case_vowel(guess: str) -> str:
    return "".join(set(_LETTER.findall(guess)[-1][1]) - {SHADDA, SUKUN})


def _tidied(word: str) -> str:
    """The marks that the models leave out where they go without saying: kasra under alif, sukun of the article, a before alif."""
    for pattern, written in _TIDY:
        word = pattern.sub(written, word)
    return word


def _with_letters_of(word: str, guess: str) -> str:
    """The guess, if it has a word's letters; where it only seats a hamza otherwise, its vowels on our letters; else the word."""
    if bare(guess) == word:
        return guess
    letters = list(zip(word, _LETTER.findall(guess), strict=False))
    if len(bare(guess)) != len(word) or any(ours != theirs and {ours, theirs} - _ALIFS.keys() for ours, (theirs, _) in letters):
        return word
    return "".join(ours + (marks if ours == theirs else _ALIFS[ours]) for ours, (theirs, marks) in letters)


def _flags(word: str, said: str, guess: str, other: str) -> Iterator[str]:
    if bare(word) != word:
        return
    if _is_passive(said):
        yield "passive"
    if _IMPERATIVE.search(said):
        yield "imperative"
    if bare(guess) != word or pausal(guess) != pausal(other):
        yield "unknown"


def _is_passive(said: str) -> bool:
    """Whether a word has the vowels of a passive: yuqaddamu, tuftahu, qubila, uhdithat; nouns of that shape are found too."""
    letters = _LETTER.findall(re.sub(f"^[\u0648\u0641]{FATHA}|(?<=.)\u062a{SUKUN}$", "", said))
    if len(letters) < 3 or DAMMA not in letters[0][1]:
        return False
    (last, end), (_, inner) = letters[-1], letters[-2] if letters[-2][0] != "\u0627" else letters[-3]
    if letters[0][0] in "\u064a\u062a\u0646" and FATHA in inner:
        return last not in "\u0629\u0627"
    return letters[0][0] != "\u0645" and KASRA in inner and (FATHA in end or not end or last == "\u064a")
