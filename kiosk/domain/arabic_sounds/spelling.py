"""Sounds back to vocalised Arabic that a reader with few rules cannot misread, as espeak-ng is one."""

from bisect import bisect_right
from typing import NamedTuple

from kiosk.domain.arabic_sounds import Ending, Phrase
from kiosk.domain.arabic_sounds.letters import CONSONANTS, TATWEEL, THICK_LAM, VOWELS
from kiosk.domain.speech.arabic_marks import DAMMA, FATHA, KASRA, SUKUN

_VOWELS = {"a": FATHA, "u": DAMMA, "i": KASRA, "aː": f"{FATHA}ا", "uː": f"{DAMMA}و", "iː": f"{KASRA}ي"}
_LETTERS = {sound: letter for letter, sound in reversed(CONSONANTS.items())} | {THICK_LAM: "ل", "p": "ب", "v": "ف", "g": "ك"}
_SIGNS = {Ending.PAUSE: "،", Ending.STATEMENT: ".", Ending.QUESTION: "؟", Ending.EXCLAMATION: "!"}
_GLIDES = frozenset("jw")


class Respelt(NamedTuple):
    """A text in another spelling."""

    text: str
    places: tuple[tuple[int, int], ...]
    """Where each word begins in it, and where in the text it was made from; in order."""

    def origin(self, place: int) -> int:
        """Where the word at a place begins in the text it was made from."""
        found = bisect_right([here for here, _ in self.places], place) - 1
        return self.places[found][1] if found >= 0 else place


def respelt(phrases: tuple[Phrase, ...]) -> Respelt:
    """Sounds in letters: all vowels written, each letter of a doubled one, no article, joined alif or ta marbuta.

    A vowel before a word's first consonant is written at the end of the word before.
    """
    text = ""
    places = []
    for phrase in phrases:
        for word in phrase.words:
            sounds = word.sounds
            if sounds[0] in VOWELS:
                text += _VOWELS[sounds[0]]
                sounds = sounds[1:]
            text += " " if text else ""
            places.append((len(text), word.start))
            text += _spelt(sounds)
        text += _SIGNS[phrase.ending]
    return Respelt(text, tuple(places))


def _spelt(sounds: tuple[str, ...]) -> str:
    """A word; what keeps a consonant w or y from being read into the vowel before it is a line, which is no letter."""
    spelt = ""
    for sound, following in zip(sounds, (*sounds[1:], ""), strict=True):
        if sound in VOWELS:
            spelt += _VOWELS[sound]
        else:
            spelt += TATWEEL if spelt and sound in _GLIDES and following in VOWELS and not spelt.endswith(SUKUN) else ""
            spelt += _LETTERS[sound] + (SUKUN if following and following not in VOWELS else "")
    return spelt
