"""Which engine speaks which language with which voice: the exact table, in order of preference."""

from dataclasses import dataclass

from kiosk.domain.language import LanguageTag


@dataclass(frozen=True, slots=True)
class Voice:
    """An engine's voice for a language."""

    engine: str
    """Name of a module of `kiosk.narration.engines`."""
    name: str
    """The engine's own name for it, read back after it is set."""
    words_per_minute: int


CHAIN: dict[LanguageTag, tuple[Voice, ...]] = {
    "ar": (Voice("espeak", "sem/ar", 125),),
    "fr": (Voice("pico", "fr-FR", 150), Voice("espeak", "roa/fr", 145)),
    "en": (Voice("pico", "en-GB", 150), Voice("espeak", "gmw/en", 150)),
}
"""A listener model understands SVOX Pico far better than espeak-ng (character error in French 7.5 % against 50.5 %,
in English 3.0 % against 7.0 %); it has no Arabic."""
