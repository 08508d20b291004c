"""Speech text: what is said where it differs from what is shown."""

import hashlib

from kiosk.domain.speech.arabic import spoken_arabic
from kiosk.domain.speech.arabic_marks import pausal
from kiosk.domain.speech.grammars import GRAMMARS
from kiosk.domain.speech.latin import spoken_latin
from kiosk.domain.speech.replacements import Lexicon, plain


def text_fingerprint(shown: str) -> str:
    """What a speech text remembers of the words it was made from."""
    return hashlib.sha256(shown.encode()).hexdigest()[:12]


def in_style(text: str, *, case_vowels: bool) -> str:
    """Speech text as it is read: with the case vowels at the ends of Arabic words, or as people speak, without (ADR 0011)."""
    return text if case_vowels else pausal(text)


def spoken_form(text: str, tag: str, lexicon: Lexicon | None = None) -> str:
    """A text with its numbers, dates, times, amounts, codes and abbreviations in words; the same again for what it gave.

    Args:
        text: words shown or speech text, with or without isolates.
        tag: the language they are in; a language without rules of its own keeps its figures.
        lexicon: the content's own pronunciations for that language.
    """
    if tag == "ar":
        return spoken_arabic(text, lexicon or {})
    return spoken_latin(text, tag, lexicon or {}) if tag in GRAMMARS else plain(text)
