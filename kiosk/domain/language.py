"""Languages, and texts that exist in several of them."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

LanguageTag = str
"""A BCP 47 tag, e.g. "ar"."""


class Direction(StrEnum):
    """Writing direction of a language."""

    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


class VowelReading(StrEnum):
    """Which of the vowels at the ends of Arabic words are heard (ADR 0034)."""

    PAUSAL = "pausal"
    """None, as people read aloud; but the tanwin of a."""
    FORMAL = "formal"
    """All inside a phrase, none before a pause."""


class Language(NamedTuple):
    """A language the content is complete in, as the content itself declares it."""

    tag: LanguageTag
    direction: Direction
    endonym: str
    """The language's own name for itself."""
    invitation: str
    """What the attract state says to a speaker of the language."""
    reading: VowelReading = VowelReading.PAUSAL
    """How its vocalised texts are said."""


class LocalizedText(NamedTuple):
    """One text in several languages: the words shown and, where they differ, the words said.

    The shape of an rdf:langString set in CPSV-AP 3.2.0.
    """

    shown: Mapping[LanguageTag, str]
    speech: Mapping[LanguageTag, str] = MappingProxyType({})

    def in_language(self, tag: LanguageTag) -> str:
        """The words shown in a language.

        Raises:
            KeyError: the text does not exist in that language; `kiosk content check` keeps this from a published database.
        """
        return self.shown[tag]

    def spoken(self, tag: LanguageTag, *, case_vowels: bool = False) -> str:
        """The words said in a language: the speech text, else the words shown, with all figures in words.

        Args:
            tag: the language.
            case_vowels: keep the case vowels of vocalised Arabic, as a reader who learns the text may want them.
        """
        from kiosk.domain.speech import in_style, spoken_form  # its tables are made when something is first said

        return in_style(spoken_form(self.speech.get(tag) or self.shown[tag], tag), case_vowels=case_vowels)
