"""One vocalised Arabic word to its sounds, as it stands between two others."""

import re
from typing import NamedTuple

from kiosk.domain.arabic_sounds.joined_alif import Joined, joined_alif
from kiosk.domain.arabic_sounds.letters import (
    ALIF,
    ALIF_MADDA,
    ALIF_MAQSURA,
    CONSONANTS,
    JOINED_ALIF,
    LAM,
    SMALL_ALIF,
    TA_MARBUTA,
    THICK_LAM,
    VOWELS,
    WAW,
    YA,
    Letter,
    fault,
    is_allah,
    letters_of,
    skeleton,
)

_LONG = {WAW: "u", YA: "i"}
_KEEPS = re.compile("[وفبلك]*(?:إن|أن|لكن|لعل|ثم|مع|نحن|أنت|تلك)")
"""Words whose last short vowel is heard in either reading inside a phrase."""
_ALWAYS_KEEPS = re.compile("[وفل]?ه[وي]")
_PARTICLES = re.compile("[وف]?(?:من|في|عن|أو|أن|إن|هل|قد|لا|لم|لن|ما|لو|كي|بل|و|ف)")
_GROUP = re.compile("([وفبلكأ]+)(?:ه(?:ذ|ؤلاء|كذا)|ذلك|لكن|أول|هو$|هي$)|([وف])(?:لدى|متى|هنا|مع|[بل](?:ه|ها|هم|كم|نا))(?:$|ك)")
"""Words of one letter before one that is known, so that they cannot be a part of it."""
_AFTER_NO_CONSTRUCT = re.compile("(?:في|من|إلى|على|عن|مع|أو|ثم|لا|هي|هو|أن|إن|حتى)")
_NUMBERS = re.compile("و(?:خمس|عشر|ثلاث|أربع|سبع|ست|تسع|ثماني|واحد|اثن)")


class Around(NamedTuple):
    """What stands beside a word."""

    before: str = ""
    """The last sound before it; empty after a pause."""
    following: str = ""
    """The next word as it is written; empty before a pause."""
    case_vowels: bool = False
    """Whether the vowels at the ends of words are heard inside a phrase."""


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
        if not alif and not article and place and _is_li_article(letters, place):
            article, stem = True, len(sounds) + 1
            if not letters[place].marks:
                continue
        _add(written, letters, place, sounds)
    if not alif and not article:
        stem = _joined_in_front(letters, sounds)
    _end(letters, around, sounds, article=article)
    if is_allah(letters):
        _thicken(sounds, around)
    is_particle = bool(_PARTICLES.fullmatch(skeleton(letters))) and not any(letter.doubled for letter in letters)
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


def _is_li_article(letters: list[Letter], place: int) -> bool:
    """Whether a letter is the l of the article behind li, which drops the alif."""
    lam, before = letters[place], letters[place - 1]
    if lam.char != LAM or before.char != LAM or before.vowel != "i" or before.doubled or place > 2:
        return False
    return lam.still or lam.doubled or (not lam.marks and place + 1 < len(letters) and letters[place + 1].doubled)


def _joined_in_front(letters: list[Letter], sounds: list[str]) -> int:
    """How many sounds belong to words of one letter in front; 0 where the letters do not tell them from a root's."""
    if match := _GROUP.match(skeleton(letters)):
        return 2 * len(match[1] or match[2])
    if len(letters) < 3 or not letters[0].vowel or letters[0].doubled:
        return 0
    first, second = letters[:2]
    has_vowel = bool(second.vowel) and not second.doubled
    hamza = second.char == ALIF_MADDA or (second.char in "أإ" and has_vowel)
    of_verb = second.char == YA and has_vowel and second.vowel != "i"
    if first.vowel == "a" and first.char in "وف" and (hamza or of_verb or (second.char in "تن" and second.vowel == "u")):
        return 2
    if first.vowel == "a" and first.char == "س" and of_verb:
        return 2
    is_short = len(letters) > 3 and has_vowel and bool(letters[2].vowel) and not letters[2].doubled
    return 2 if first.vowel == "i" and first.char in "بل" and ((hamza and len(sounds) > 3) or is_short) else 0


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


def _end(letters: list[Letter], around: Around, sounds: list[str], *, article: bool) -> None:
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
        bare = skeleton(letters)
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
    bare = skeleton(letters)
    if _AFTER_NO_CONSTRUCT.fullmatch(bare) or _NUMBERS.match(bare):
        return False
    alif = joined_alif(letters)
    return not ((alif and alif.place) or _joined_in_front(letters, ["", "", "", ""]) or _is_li(letters))


def _is_li(letters: list[Letter]) -> bool:
    return any(_is_li_article(letters, place) for place in range(1, min(3, len(letters))))


def _thicken(sounds: list[str], around: Around) -> None:
    """Make the l of Allah thick, unless an i stands before it."""
    place = sounds.index("aː") - 2
    if (sounds[place - 1] if place else around.before) not in ("i", "iː"):
        sounds[place : place + 2] = [THICK_LAM] * 2
