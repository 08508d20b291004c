"""What is heard of the end of an Arabic word: its vowel, its tanwin, its ta marbuta."""

import re
from typing import NamedTuple

from kiosk.domain.arabic_sounds.in_front import begins_with_li, joined_in_front
from kiosk.domain.arabic_sounds.joined_alif import joined_alif
from kiosk.domain.arabic_sounds.letters import ALIF, ALIF_MAQSURA, SMALL_ALIF, TA_MARBUTA, Letter, bare_letters, letters_of

_KEEPS = re.compile("[وفبلك]*(?:إن|أن|لكن|لعل|ثم|مع|نحن|أنت|تلك)")
"""Words whose last short vowel is heard in either reading inside a phrase."""
_ALWAYS_KEEPS = re.compile("[وفل]?ه[وي]")
_AFTER_NO_CONSTRUCT = re.compile("(?:في|من|إلى|على|عن|مع|أو|ثم|لا|هي|هو|حتى)")
_NUMBERS = re.compile("و(?:خمس|عشر|ثلاث|أربع|سبع|ست|تسع|ثماني|واحد|اثن)")


class Around(NamedTuple):
    """What stands beside a word."""

    before: str = ""
    """The last sound before it; empty after a pause."""
    following: str = ""
    """The next word as it is written; empty before a pause."""
    case_vowels: bool = False
    """Whether the vowels at the ends of words are heard inside a phrase."""


def say_end(letters: list[Letter], around: Around, sounds: list[str], *, article: bool) -> None:
    """Say what is heard of the vowel or tanwin at the end."""
    behind_alif = len(letters) > 1 and letters[-1].char in (ALIF, ALIF_MAQSURA) and letters[-2].tanwin
    last = letters[-2] if behind_alif else letters[-1]
    inside = bool(around.following)
    formal = around.case_vowels and inside
    tanwin = last.tanwin or letters[-1].tanwin
    if last.char == TA_MARBUTA:
        _end_feminine(letters, around, sounds, article=article)
    elif tanwin == "a":
        is_stem = letters[-1].char == ALIF_MAQSURA and not formal
        sounds += ["aː"] if is_stem else ["a", "n"]
    elif tanwin:
        sounds += [tanwin, "n"] if formal else []
    elif last.vowel and last is letters[-1] and SMALL_ALIF not in last.marks and last.char not in (ALIF, ALIF_MAQSURA):
        bare = bare_letters(letters)
        kept = (inside and _KEEPS.fullmatch(bare)) or (_ALWAYS_KEEPS.fullmatch(bare) and not last.doubled)
        if formal or kept or len(letters) == 1:
            sounds.append(last.vowel)
    if not (formal and (tanwin or last.vowel)):
        _contract(sounds)


def _contract(sounds: list[str]) -> None:
    """A word that would end in -iyy, -iy, -uww or -uw ends in the long vowel."""
    for vowel, glide in (("i", "j"), ("u", "w")):
        for end in ([vowel, glide, glide], [vowel, glide]):
            if sounds[-len(end) :] == end:
                sounds[-len(end) :] = [f"{vowel}ː"]


def _end_feminine(letters: list[Letter], around: Around, sounds: list[str], *, article: bool) -> None:
    """Ta marbuta: t inside a phrase where its vowel is heard or a noun depends on it; h behind a long a; else nothing."""
    last, inside = letters[-1], bool(around.following)
    if inside and (around.case_vowels or last.tanwin == "a"):
        sounds.append("t")
        sounds += [last.tanwin, "n"] if last.tanwin else [last.vowel] if last.vowel else []
    elif inside and not article and last.vowel and _is_construct(around.following):
        sounds.append("t")
    elif sounds[-1] == "aː":
        sounds.append("h")


def _is_construct(following: str) -> bool:
    """Whether the next word can depend on a noun: no preposition, and nothing joined by "and"."""
    letters = letters_of(following)
    bare = bare_letters(letters)
    is_man = bare == "من" and letters[0].vowel == "a"  # "who", not "of"
    if (_AFTER_NO_CONSTRUCT.fullmatch(bare) and not is_man) or _NUMBERS.match(bare):
        return False
    alif = joined_alif(letters)
    return not ((alif and alif.place) or joined_in_front(letters, ["", "", "", ""]) or begins_with_li(letters))
