"""Words as they are compared: one spelling for all the ways a word is written."""

import re
import unicodedata
from collections.abc import Iterator

_TASHKEEL_AND_TATWEEL = dict.fromkeys([*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06EE), 0x0640])
_LETTERS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "œ": "oe", "æ": "ae", "ß": "ss", "ı": "i"}
    | {"ی": "ي", "ې": "ي", "ے": "ي", "ک": "ك", "ڪ": "ك", "گ": "ك", "ڭ": "ك", "ݣ": "ك", "پ": "ب", "ڤ": "ف", "چ": "ج", "ژ": "ز"}
    | {"ہ": "ه", "ھ": "ه", "ە": "ه", "ۃ": "ه", "ۀ": "ه", "ۂ": "ه", "ۓ": "ي", "ٹ": "ت", "ڈ": "د", "ڑ": "ر", "ں": "ن"}
)
"""Alef forms, final ya and ta marbuta of Arabic; letters of Persian, Urdu and Moroccan signs by the Arabic letter they mean."""
_OPEN_MARKS = dict.fromkeys(range(0xFE70, 0xFE80))
"""Presentation forms of marks without a letter, which would fall apart into a blank and a mark."""
_SEEN = re.compile(r"[\x20-\x7e]*")


def fold(text: str) -> str:
    """The comparable form of a text.

    Presentation forms, ligatures and wide letters become plain ones, digits of every script 0 to 9, invisible characters nothing.
    Then in the order of Lucene's ArabicNormalizer: marks and tatweel off, alef forms to bare alef, final ya and ta marbuta made
    one, letters of neighbouring alphabets the Arabic ones. Hamza on waw and ya stays: the words differ. Latin letters lose case and
    accents.
    """
    if _SEEN.fullmatch(text):
        return text.lower()
    plain = unicodedata.normalize("NFKC", text.translate(_OPEN_MARKS)).translate(_TASHKEEL_AND_TATWEEL).casefold()
    letters = unicodedata.normalize("NFKC", plain).translate(_LETTERS)
    return unicodedata.normalize("NFC", "".join(_bare(letters)))


def _bare(text: str) -> Iterator[str]:
    latin = False
    for character in unicodedata.normalize("NFD", text):
        category = unicodedata.category(character)
        if category == "Nd":
            yield str(unicodedata.decimal(character))
        elif unicodedata.combining(character):
            if not latin:
                yield character
            continue
        elif category != "Cf":
            yield character
        latin = "a" <= character <= "z"
