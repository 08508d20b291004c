"""How vocalised Arabic sounds: phrases of words of phonemes with their stress, for any voice to say (ADR 0034).

The text is the said one with all its vowels; what of them is heard is decided here, by the reading and the place in the phrase.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from kiosk.domain.arabic_sounds.endings import Around
from kiosk.domain.arabic_sounds.letters import TATWEEL, VOWELS, WRITTEN, bare_letters, fault, letters_of
from kiosk.domain.arabic_sounds.stress import stressed_vowel
from kiosk.domain.arabic_sounds.words import SaidWord, begins_joined, said_word
from kiosk.domain.language import VowelReading
from kiosk.domain.speech.arabic_marks import MARKS
from kiosk.errors import UnsayableError


class Ending(StrEnum):
    """What a phrase ends with."""

    PAUSE = ","
    STATEMENT = "."
    QUESTION = "?"
    EXCLAMATION = "!"


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is heard."""

    start: int
    """Its first character in the text."""
    sounds: tuple[str, ...]
    """Phonemes in IPA, one a consonant or a vowel; a doubled consonant is there twice."""
    stressed: int | None
    """The place of the stressed vowel among them; None where the word leans on another."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words said without a pause."""

    words: tuple[Word, ...]
    ending: Ending


_ENDINGS = {
    **dict.fromkeys("،,؛;:()–—…·|/-", Ending.PAUSE),
    ".": Ending.STATEMENT,
    **dict.fromkeys("؟?", Ending.QUESTION),
    "!": Ending.EXCLAMATION,
}
_ARABIC = f"{WRITTEN}{MARKS}{TATWEEL}\u0653-\u0655"
_TOKEN = re.compile(rf"[{_ARABIC}]+|\w+|[{re.escape(''.join(_ENDINGS))}]")
_ARABIC_WORD = re.compile(f"[{_ARABIC}]+")
_LEADING_MARKS = re.compile(f"[{MARKS}{TATWEEL}\u0653-\u0655]*")
_PLURAL = re.compile(".*(?:كم|هم|تم)")


def arabic_sounds(text: str, reading: VowelReading = VowelReading.PAUSAL) -> tuple[Phrase, ...]:
    """The phrases of a vocalised text.

    Args:
        text: Arabic with all its vowels, without figures; the last letter of a word may be without.
        reading: which of the vowels at the ends of words are heard.

    Raises:
        UnsayableError: a word cannot be said.
    """
    found = []
    for words, ending in _phrases(text):
        said = _said(words, reading)
        found.append(
            Phrase(
                tuple(
                    Word(place, tuple(word.sounds), stressed_vowel(word.sounds, word.stem) if word.can_be_stressed else None)
                    for (place, _), word in zip(words, said, strict=True)
                ),
                ending,
            )
        )
    return tuple(found)


def unsayable(text: str) -> Iterator[UnsayableError]:
    """The Arabic words of a text that cannot be said, whatever else stands in it."""
    for match in _ARABIC_WORD.finditer(text):
        try:
            arabic_sounds(match.group())
        except UnsayableError as error:
            yield error


def _phrases(text: str) -> Iterator[tuple[list[tuple[int, str]], Ending]]:
    """Words with their places, as far as each pause; the strongest sign between two words counts."""
    words: list[tuple[int, str]] = []
    ending: Ending | None = None
    for match in _TOKEN.finditer(text):
        token = match.group()
        if token in _ENDINGS:
            ending = _ENDINGS[token] if ending in (None, Ending.PAUSE) else ending
            continue
        if _LEADING_MARKS.fullmatch(token):
            continue
        if token[0] not in _ARABIC:
            raise fault(token, "it is not in Arabic letters")
        if ending and words:
            yield words, ending
            words = []
        ending = None
        words.append((match.start(), token))
    if words:
        yield words, ending or Ending.STATEMENT


def _said(words: list[tuple[int, str]], reading: VowelReading) -> list[SaidWord]:
    found: list[SaidWord] = []
    before = ""
    formal = reading is VowelReading.FORMAL
    for (_, word), (_, following) in pairwise([*words, (0, "")]):
        said = said_word(word, Around(before, following, formal))
        if not said.sounds:
            raise fault(word, "it has no letter that is heard")
        if following and begins_joined(following):
            _carry(word, said.sounds, formal=formal)
        found.append(said)
        before = said.sounds[-1]
    return found


def _carry(word: str, sounds: list[str], *, formal: bool) -> None:
    """Ready the end of a word for a joined alif: a long vowel is short, a consonant has a helping vowel in formal reading."""
    if sounds[-1] in VOWELS:
        sounds[-1] = sounds[-1][0]
    elif formal:
        bare = bare_letters(letters_of(word))
        sounds.append("a" if bare == "من" else "u" if _PLURAL.fullmatch(bare) or sounds[-1] == "w" else "i")
