"""Words as they are compared: one spelling for all the ways a word is written."""

import unicodedata
from collections.abc import Iterator

_TASHKEEL_AND_TATWEEL = dict.fromkeys([*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06EE), 0x0640])
_LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "œ": "oe", "æ": "ae", "ß": "ss"})


def fold(text: str) -> str:
    """The comparable form of a text.

    In the order of Lucene's ArabicNormalizer after NFC: marks and tatweel off, alef forms to bare alef, final ya and ta marbuta
    made one. Hamza on waw and ya stays: the words differ. Latin letters lose case and accents.
    """
    marked = unicodedata.normalize("NFC", text).translate(_TASHKEEL_AND_TATWEEL).casefold().translate(_LETTERS)
    return unicodedata.normalize("NFC", "".join(_without_latin_accents(marked)))


def _without_latin_accents(text: str) -> Iterator[str]:
    latin = False
    for character in unicodedata.normalize("NFD", text):
        if unicodedata.combining(character):
            if latin:
                continue
        else:
            latin = "a" <= character <= "z"
        yield character
