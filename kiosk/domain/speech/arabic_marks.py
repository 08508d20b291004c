"""Vocalised Arabic: its marks, words that lack them, and the order and style in which it is spoken."""

import re
import unicodedata
from collections.abc import Iterator

FATHATAN, DAMMATAN, KASRATAN, FATHA, DAMMA, KASRA, SHADDA, SUKUN = map(chr, range(0x064B, 0x0653))
MARKS = f"{FATHATAN}-{SUKUN}\u0670"
"""The vowel marks, shadda, sukun and the small alif, for use in a character class."""
LETTERS = "\u0621-\u063a\u0641-\u064a\u0671"
WORD = re.compile(f"[{LETTERS}][{LETTERS}{MARKS}]*")
"""An Arabic word, with or without its marks."""

_MARK = re.compile(f"[{MARKS}]")
_MARKS = re.compile("[\u064b-\u0652]{2,}")
_TANWIN_BEHIND_ALIF = re.compile(f"(?:[\u0627\u0649]+{FATHATAN}+)+")
_VOWEL_BEFORE_JOINED_ALIF = re.compile(f"(\u0627\u0644)([{FATHA}-{KASRA}])\u0627(?=[{LETTERS}])")
_LETTER = re.compile(f"([{LETTERS}])([{MARKS}]*)")
_CASE_VOWEL = re.compile(f"[{FATHA}-{KASRA}{DAMMATAN}{KASRATAN}](?={SHADDA}?(?:$|[^{LETTERS}{MARKS}]))")
_LONG = {"\u0648": DAMMA, "\u064a": KASRA}
"""Letters that stand for a long vowel after its short one."""
_NEVER_MARKED = frozenset("\u0627\u0649\u0622\u0671")


def bare(text: str) -> str:
    """Arabic without its marks; all else as it is."""
    return _MARK.sub("", text)


def stored(text: str) -> str:
    """The one form in which speech text is kept: NFC, each tanwin of a before its alif."""
    composed = unicodedata.normalize("NFC", text)
    moved = _TANWIN_BEHIND_ALIF.sub(lambda run: FATHATAN + run.group().replace(FATHATAN, ""), composed)
    return unicodedata.normalize("NFC", moved)


def unvocalised(text: str) -> Iterator[str]:
    """Words in which a letter before the last has neither vowel nor sukun; the last may end without (see `pausal`)."""
    for match in WORD.finditer(text):
        if not _vocalised(_LETTER.findall(match.group())):
            yield match.group()


def _vocalised(letters: list[tuple[str, str]]) -> bool:
    if len(letters) > 1 and not any(marks for _, marks in letters):
        return False
    for place, (letter, marks) in enumerate(letters[:-1]):
        before = letters[place - 1] if place else ("", "")
        in_article = letter == "\u0644" and before[0] in {"\u0627", "\u0644"} and SHADDA in letters[place + 1][1]
        is_long = _LONG.get(letter, "\0") in before[1]
        if not (marks or letter in _NEVER_MARKED or in_article or is_long):
            return False
    return True


def pausal(text: str) -> str:
    """The reading style in which short case vowels at the end of words are not said; the tanwin of a is.

    Word-final vowels that are a part of the word (a verb's -tum, a pronoun) fall too where they are short, as in speech.
    """
    return _CASE_VOWEL.sub("", text)


def shadda_first(text: str) -> str:
    """Vowelled Arabic with each shadda before its vowel, as espeak-ng needs it; NFC would put it back behind."""
    return _MARKS.sub(lambda marks: "".join(sorted(marks.group(), key=lambda mark: mark != SHADDA)), text)


def for_espeak(text: str) -> str:
    """The last step before espeak-ng: nothing may be normalised after it.

    Besides the shadda, the helping vowel before a joined alif moves onto the alif, which is otherwise read as a long one.
    """
    return shadda_first(_VOWEL_BEFORE_JOINED_ALIF.sub("\\1\u0627\\2", text))
