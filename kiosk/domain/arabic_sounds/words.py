"""One vocalised Arabic word to its sounds, as it stands between two others."""

import re
from typing import NamedTuple

from kiosk.domain.arabic_sounds.endings import Around, say_end
from kiosk.domain.arabic_sounds.in_front import is_li_article, joined_in_front
from kiosk.domain.arabic_sounds.joined_alif import Joined, joined_alif
from kiosk.domain.arabic_sounds.letters import (
    ALIF,
    ALIF_MADDA,
    ALIF_MAQSURA,
    CONSONANTS,
    JOINED_ALIF,
    SMALL_ALIF,
    TA_MARBUTA,
    THICK_LAM,
    VOWELS,
    WAW,
    YA,
    Letter,
    bare_letters,
    fault,
    is_allah,
    letters_of,
)

_LONG = {WAW: "u", YA: "i"}
_PARTICLES = re.compile("[وف]?(?:من|في|عن|أو|أن|إن|هل|قد|لا|لم|لن|ما|لو|كي|بل|و|ف)")


class SaidWord(NamedTuple):
    """The sounds of a word."""

    sounds: list[str]
    stem: int
    """Where what is joined in front of it ends."""
    can_be_stressed: bool


def said_word(written: str, around: Around) -> SaidWord:
    """The sounds of a vocalised word.

    Raises:
        UnsayableError: its marks do not tell them.
    """
    letters = letters_of(written)
    alif = joined_alif(letters)
    if _ends_in_silent_alif(letters):
        letters = letters[:-1]
    sounds: list[str] = []
    begin, stem, article = _beginning(letters, alif, around, sounds)
    for place in range(begin, len(letters)):
        if not alif and not article and place and is_li_article(letters, place):
            article, stem = True, len(sounds) + 1
            if not letters[place].marks:
                continue
        _add(written, letters, place, sounds)
    if not alif and not article:
        stem = joined_in_front(letters, sounds)
    say_end(letters, around, sounds, article=article)
    if is_allah(letters):
        _thicken(sounds, around)
    is_particle = bool(_PARTICLES.fullmatch(bare_letters(letters))) and not any(letter.doubled for letter in letters)
    return SaidWord(sounds, stem, not is_particle)


def _ends_in_silent_alif(letters: list[Letter]) -> bool:
    """Whether the last alif is the one written behind the waw of a plural."""
    if len(letters) < 3 or letters[-1].char != ALIF:
        return False
    waw = letters[-2]
    return waw.char == WAW and waw.vowel != "a" and not waw.tanwin and not letters[-1].tanwin


def begins_joined(written: str) -> bool:
    """Whether a word begins with a joined alif, which the sound before it carries."""
    letters = letters_of(written)
    alif = joined_alif(letters)
    return alif is not None and alif.place == 0


def _beginning(letters: list[Letter], alif: Joined | None, around: Around, sounds: list[str]) -> tuple[int, int, bool]:
    """Say what stands before the first letter of the stem.

    Returns:
        The first letter not yet said, the place where the stem's sounds begin, and whether there was an article.
    """
    if alif is None:
        if letters[0].still and around.before not in VOWELS:
            sounds += ["i"] if around.before else ["ʔ", "i"]
        return 0, 0, False
    begin, article = _opening(letters, alif, around, sounds)
    stem = len(sounds) if article else max(0, len(sounds) - 1)
    return begin, stem + (article and letters[begin].doubled), article  # the first half of it is the article's


def _opening(letters: list[Letter], alif: Joined, around: Around, sounds: list[str]) -> tuple[int, bool]:
    """Say what stands before a word's stem; gives the first letter not yet said, and whether it was the article."""
    for letter in letters[: alif.place]:
        sounds += [CONSONANTS[letter.char], letter.vowel]
    if not alif.place and around.before not in VOWELS:
        sounds += [alif.vowel] if around.before else ["ʔ", alif.vowel]
    begin = alif.place + 1
    if not alif.article:
        return begin, False
    lam, first = letters[begin : begin + 2]
    if first.char in (ALIF, JOINED_ALIF):
        sounds += ["l", lam.vowel or first.vowel or "i"]
        return begin + 2, False
    if lam.doubled:  # alladhi: the article's l and its own are one letter
        return begin, True
    if lam.still:
        sounds.append("l")
    return begin + 1, True


def _add(written: str, letters: list[Letter], place: int, sounds: list[str]) -> None:
    """Say one letter with its vowel, but the vowel at the end of the word."""
    letter = letters[place]
    if letter.char == ALIF_MADDA:
        sounds += ["ʔ", "aː"]
    elif letter.char in (ALIF, ALIF_MAQSURA, JOINED_ALIF):
        _add_alif(written, letters, place, sounds)
    elif letter.char == TA_MARBUTA:
        if place < len(letters) - 1 or sounds[-1:] not in (["a"], ["aː"]):
            raise fault(written, "its ta marbuta is not last, or not behind an a")
    elif sounds[-1:] == [_LONG.get(letter.char)] and not (letter.vowel or letter.tanwin or letter.doubled):
        sounds[-1] += "ː"
    elif not _is_waw_of_amr(letters, place):
        sounds += [CONSONANTS[letter.char]] * (1 + letter.doubled)
        _add_vowel(written, letters, place, sounds)


def _is_waw_of_amr(letters: list[Letter], place: int) -> bool:
    """Whether a letter is the silent waw behind the name 'Amr with its tanwin."""
    return letters[place].char == WAW and 0 < place == len(letters) - 1 and not letters[-1].marks and bool(letters[-2].tanwin)


def _add_vowel(written: str, letters: list[Letter], place: int, sounds: list[str]) -> None:
    """Say the vowel on a consonant that is not the last."""
    letter, left = letters[place], len(letters) - 1 - place
    if SMALL_ALIF in letter.marks:
        sounds.append("aː")
    elif letter.vowel and left:
        sounds.append(letter.vowel)
    elif left and not letter.still and not (letter.tanwin and left == 1):
        raise fault(written, f"its {letter.char} has neither vowel nor sukun")


def _add_alif(written: str, letters: list[Letter], place: int, sounds: list[str]) -> None:
    letter, before = letters[place], letters[place - 1]
    is_last = place == len(letters) - 1
    heard = sounds[-1] if sounds else ""
    if is_last and (before.tanwin or letter.tanwin):
        return
    if before.vowel == "i" and not is_last and letters[place + 1].char == "ئ":
        return
    if heard == "a":
        sounds[-1] = "aː"
    elif heard != "aː":
        raise fault(written, "its alif is not behind an a")


def _thicken(sounds: list[str], around: Around) -> None:
    """Make the l of Allah thick, unless an i stands before it."""
    place = sounds.index("aː") - 2
    if (sounds[place - 1] if place else around.before) not in ("i", "iː"):
        sounds[place : place + 2] = [THICK_LAM] * 2
