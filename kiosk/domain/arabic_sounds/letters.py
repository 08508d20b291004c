"""Letters of a vocalised Arabic word with their marks, their sounds, and words that are not written as they are said."""

import re
import unicodedata
from typing import NamedTuple

from kiosk.domain.speech.arabic_marks import DAMMA, DAMMATAN, FATHA, FATHATAN, KASRA, KASRATAN, SHADDA, SUKUN
from kiosk.errors import UnsayableError

SMALL_ALIF = "\u0670"
TATWEEL = "\u0640"
ALIF, JOINED_ALIF, ALIF_MADDA, ALIF_MAQSURA, TA_MARBUTA = "ا", "ٱ", "آ", "ى", "ة"
LAM, WAW, YA = "ل", "و", "ي"
SUN = frozenset("تثدذرزسشصضطظلن")
CONSONANTS = {
    **dict.fromkeys("ءأإؤئ", "ʔ"),
    **dict(zip("بتثجحخدذرزسش", "btθʒħxdðrzsʃ", strict=True)),
    "ص": "sˤ",
    "ض": "dˤ",
    "ط": "tˤ",
    "ظ": "ðˤ",
    **dict(zip("عغفقكلمنهوي", "ʕɣfqklmnhwj", strict=True)),
    "پ": "p",
    "ڤ": "v",
    "گ": "g",
}
"""Letters to the one sound each stands for, but alif, alif maqsura and ta marbuta."""
THICK_LAM = "lˤ"
VOWELS = frozenset(("a", "u", "i", "aː", "uː", "iː"))
WRITTEN = f"{''.join(CONSONANTS)}{ALIF}{JOINED_ALIF}{ALIF_MADDA}{ALIF_MAQSURA}{TA_MARBUTA}"
_SHORT = {FATHA: "a", DAMMA: "u", KASRA: "i"}
_TANWIN = {FATHATAN: "a", DAMMATAN: "u", KASRATAN: "i"}
_ULU = re.compile("([وفبل]*)أول(?:ئكم?|ي|و|ات)")
_ALLAH = re.compile("(?:[وفبتكأ]?ال|[وف]?ل)ل(?:ه|هم)")
_UNWRITTEN_A = tuple(
    (re.compile(pattern), further)
    for pattern, further in (
        ("([وفبلكأ]*)(?:هذا|هذه|هذي|هذان|هذين|هؤلاء|هكذا|ذلكم?)", 0),
        ("([وف]?)لكن(?:ي|ني|نا|ها?|هم|هن|هما|كم|كن|كما|ك)?", 0),
        ("([وفبلك]?(?:ال)?)إله(?:ي|نا|كم|هم|ه|ة)?", 1),
        ("([وفبل]?(?:ا?ل)?)رحمن", 2),
        ("((?:[وفبتكأ]?ال|[وف]?ل))ل(?:ه|هم)", 0),
    )
)
"""Words with a long a that is not written, and how far behind what stands before them it is."""


class Letter(NamedTuple):
    """A letter and the marks on it, in no order."""

    char: str
    marks: frozenset[str]

    @property
    def vowel(self) -> str:
        """The short vowel on it; empty where there is none."""
        return next((_SHORT[mark] for mark in self.marks if mark in _SHORT), "")

    @property
    def tanwin(self) -> str:
        """The vowel of its tanwin; empty where there is none."""
        return next((_TANWIN[mark] for mark in self.marks if mark in _TANWIN), "")

    @property
    def doubled(self) -> bool:
        """Whether it has a shadda."""
        return SHADDA in self.marks

    @property
    def still(self) -> bool:
        """Whether it has a sukun."""
        return SUKUN in self.marks


def letters_of(word: str) -> list[Letter]:
    """A word's letters, those that are silent in it left out and the long vowels that are not written put in."""
    found: list[Letter] = []
    for character in unicodedata.normalize("NFC", word):
        if character in WRITTEN:
            found.append(Letter(character, frozenset()))
        elif found and character != TATWEEL:
            found[-1] = Letter(found[-1].char, found[-1].marks | {character})
    return _as_said(found)


def bare_letters(letters: list[Letter]) -> str:
    """The letters alone."""
    return "".join(letter.char for letter in letters)


def _as_said(letters: list[Letter]) -> list[Letter]:
    bare = bare_letters(letters)
    if match := _ULU.fullmatch(bare):
        waw = match.end(1) + 1
        letters = letters[:waw] + letters[waw + 1 :]
        return _long_a(letters, waw) if "ئ" in bare else letters
    if bare == "عمرو" and letters[1].still:
        return letters[:-1]
    for pattern, further in _UNWRITTEN_A:
        if match := pattern.fullmatch(bare):
            return _long_a(letters, match.end(1) + further)
    return letters


def _long_a(letters: list[Letter], place: int) -> list[Letter]:
    """The small alif on a letter that has an a; not on that of "lakunna", "to you women"."""
    letter = letters[place]
    is_lakunna = len(letters) > place + 1 and (letters[place + 1].char, letters[place + 1].vowel) == ("ك", "u")
    if letter.vowel != "a" or is_lakunna:
        return letters
    return [*letters[:place], Letter(letter.char, letter.marks | {SMALL_ALIF}), *letters[place + 1 :]]


def is_allah(letters: list[Letter]) -> bool:
    """Whether a word is the name of God, with or without what is joined to it."""
    return _ALLAH.fullmatch(bare_letters(letters)) is not None


def fault(word: str, what: str) -> UnsayableError:
    """That a word cannot be said, with the mend."""
    return UnsayableError(word, what, "write its vowels in pronunciation.yaml, then run `kiosk narration propose --again`")
