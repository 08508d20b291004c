"""Arabic sounds as the listing that mbrola says: a phoneme a line with its milliseconds and its pitch, by rules of our own."""

from typing import NamedTuple

from kiosk.domain.arabic_sounds import Ending, Phrase
from kiosk.domain.arabic_sounds.letters import THICK_LAM, VOWELS
from kiosk.narration.engines import Events

NATURAL_WORDS_PER_MINUTE = 147
"""At which the lengths below are said as they stand; the kiosk asks for 125."""
SILENCE = "_"
BEFORE_MS, BETWEEN_MS, SENTENCE_MS, AFTER_MS = 60, 260, 380, 200
"""Silence before all, at a pause, between sentences, behind all."""
SHORT_MS, LONG_MS = 80, 165
STRESSED, LAST_VOWEL, LAST_CONSONANT = 1.12, 1.25, 1.15
"""How much longer: a stressed vowel, and what ends a phrase. Each half of a doubled consonant is as long as a single one."""
LAST_SOUNDS = 3
HERTZ = 118.0
FALL = (1.10, 0.86)
"""Pitch at the beginning of a phrase and at its end, as a share of `HERTZ`."""
ACCENT = 1.14
END_PITCH = {Ending.STATEMENT: 0.78, Ending.EXCLAMATION: 0.78, Ending.PAUSE: 1.08, Ending.QUESTION: 1.25}
_EMPHATIC = frozenset(("sˤ", "dˤ", "tˤ", "ðˤ"))
_NAMES = dict(zip("ʔθʒħðʃʕɣgvp", "?TZXDSHGkfb", strict=True)) | {THICK_LAM: "l", "sˤ": "s.", "dˤ": "d.", "tˤ": "t.", "ðˤ": "z."}
"""The voice ar2's names, where they are not the sounds' own; it has no g, v or p."""
_BY_MS = {
    60: "ʔ r",
    65: f"l {THICK_LAM}",
    70: "d ð n w j",
    75: "b ʕ m h p",
    80: "dˤ ðˤ g v",
    85: "t z ɣ tˤ",
    90: "ʒ q k",
    95: "θ f",
    100: "ħ x",
    105: "s",
    110: "ʃ sˤ",
}
_MS = {sound: milliseconds for milliseconds, sounds in _BY_MS.items() for sound in sounds.split()}


class Listing(NamedTuple):
    """What mbrola is given, and when it will say each word."""

    text: str
    words: Events


class _Placed(NamedTuple):
    """A sound in its phrase."""

    sound: str
    stressed: bool
    word: int
    """Where its word begins in the text, at the word's first sound; -1 at the others."""


def listing(phrases: tuple[Phrase, ...], words_per_minute: int) -> Listing:
    """Phrases as a listing.

    Args:
        phrases: what is said.
        words_per_minute: about how fast.
    """
    tempo = NATURAL_WORDS_PER_MINUTE / words_per_minute
    lines = [f"{SILENCE} {BEFORE_MS}"]
    words: Events = []
    now = BEFORE_MS
    for number, phrase in enumerate(phrases):
        placed = _placed(phrase)
        for place, sound in enumerate(placed):
            if sound.word >= 0:
                words.append((sound.word, now))
            milliseconds = round(_length(placed, place) * tempo)
            lines.append(f"{_name(placed, place)} {milliseconds} 50 {_pitch(placed, place, phrase.ending):.0f}")
            now += milliseconds
        is_last = number == len(phrases) - 1
        silence = AFTER_MS if is_last else BETWEEN_MS if phrase.ending is Ending.PAUSE else SENTENCE_MS
        lines.append(f"{SILENCE} {silence}")
        now += silence
    return Listing("\n".join(lines) + "\n", words)


def _placed(phrase: Phrase) -> list[_Placed]:
    """A phrase's sounds; the voice cannot begin with a hamza, which silence says as well."""
    found = [
        _Placed(sound, place == word.stressed, -1 if place else word.start)
        for word in phrase.words
        for place, sound in enumerate(word.sounds)
    ]
    return [found[1]._replace(word=found[0].word), *found[2:]] if found[0].sound == "ʔ" and len(found) > 1 else found


def _length(placed: list[_Placed], place: int) -> float:
    """Milliseconds at the natural tempo."""
    sound, stressed, _ = placed[place]
    ends = place >= len(placed) - LAST_SOUNDS
    if sound in VOWELS:
        return (LONG_MS if len(sound) > 1 else SHORT_MS) * (STRESSED if stressed else 1) * (LAST_VOWEL if ends else 1)
    return _MS[sound] * (LAST_CONSONANT if ends else 1)


def _name(placed: list[_Placed], place: int) -> str:
    sound = placed[place].sound
    if sound not in VOWELS:
        return _NAMES.get(sound, sound)
    return sound[0] + ("." if place and placed[place - 1].sound in _EMPHATIC else "")


def _pitch(placed: list[_Placed], place: int, ending: Ending) -> float:
    """Hertz: a line that falls, with the stressed vowels above it, and the kind of sentence at its end."""
    if place >= len(placed) - LAST_SOUNDS:
        return HERTZ * END_PITCH[ending]
    begin, end = FALL
    share = place / max(1, len(placed) - 1)
    return HERTZ * (begin + (end - begin) * share) * (ACCENT if placed[place].stressed else 1)
