"""Where a word is stressed."""

from collections.abc import Sequence

from kiosk.domain.arabic_sounds.letters import VOWELS


def stressed_vowel(sounds: Sequence[str], stem: int) -> int | None:
    """The place of the stressed vowel among a word's sounds; None where nothing can be stressed.

    Args:
        sounds: of the word.
        stem: the place where what is joined in front of the word ends, which is never stressed.
    """
    vowels = [place for place, sound in enumerate(sounds) if sound in VOWELS and place >= stem]
    if len(vowels) < 2:
        return vowels[0] if vowels else None
    *_, before_last, last = vowels
    weight = len(sounds) - 1 - last + len(sounds[last]) - 1
    if weight >= 2:
        return last
    is_heavy = len(sounds[before_last]) > 1 or last - before_last > 2
    return before_last if is_heavy or len(vowels) == 2 else vowels[-3]
