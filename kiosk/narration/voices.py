"""Which engine speaks which language with which voice: the exact table, in order of preference."""

import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kiosk.domain.language import LanguageTag
from kiosk.domain.narration import Sentence


@dataclass(frozen=True, slots=True)
class Voice:
    """An engine's voice for a language."""

    engine: str
    """Name of a module of `kiosk.narration.engines`."""
    name: str
    """The engine's own name for it, read back after it is set."""
    words_per_minute: int


ARABIC_RULES = 2
"""Raised when the rules of `kiosk.domain.arabic_sounds`, or what engines make of them, give other sounds."""
MBROLA_ARABIC = Path("share/mbrola/ar2/ar2")
"""The voice ar2 below the folder that mbrola was unpacked into, as its Debian packages have it."""
AR2_SHA256 = "8791680f98b78392b1dd282bf59a240144dd0262e77453461ee284f344a382c0"
"""Of the one database that sounds are rendered with."""
ARABIC_WORDS_PER_MINUTE = 125
PACKAGES = {"pico": "py-nanotts", "espeak": "espeakng-loader", "system": "pyttsx3", "piper": "piper-tts"}
"""Whose version tells whether an engine would say a text as before."""

CHAIN: dict[LanguageTag, tuple[Voice, ...]] = {
    "ar": (Voice("espeak", "sem/ar", 125), Voice("system", "ar", 125)),
    "fr": (Voice("pico", "fr-FR", 150), Voice("espeak", "roa/fr", 145), Voice("system", "fr", 145)),
    "en": (Voice("pico", "en-GB", 150), Voice("espeak", "gmw/en", 150), Voice("system", "en", 150)),
}
"""A listener model understands SVOX Pico far better than espeak-ng (character error in French 7.5 % against 50.5 %,
in English 3.0 % against 7.0 %); it has no Arabic."""

SHIPPED: dict[LanguageTag, Voice] = {"ar": Voice("mbrola", str(MBROLA_ARABIC), ARABIC_WORDS_PER_MINUTE)}
"""The voices whose sounds come with the program. French and English are said live by the voice that would be rendered."""

REFERENCE = {tag: next(voice for voice in voices if voice.engine == "espeak") for tag, voices in CHAIN.items()}
"""The voices whose words' times are known."""


@cache
def version_of(engine: str) -> str:
    """The version of an engine's package; empty where it is not a package, or not installed."""
    from importlib.metadata import PackageNotFoundError, version  # slow to load: here it does so in the synthesiser's thread

    try:
        return version(PACKAGES[engine])
    except (KeyError, PackageNotFoundError):
        return ""


def said_by(sentence: Sentence, voice: Voice) -> dict[str, Any]:
    """What decides how a voice says a sentence, but its own name: the words are the final ones, with all their vowels."""
    parts: dict[str, Any] = {
        "text": unicodedata.normalize("NFC", sentence.full),
        "language": sentence.language,
        "engine": voice.engine,
        "version": version_of(voice.engine),
        "words_per_minute": voice.words_per_minute,
    }
    return parts | ({"arabic": ARABIC_RULES, "reading": sentence.reading} if sentence.language == "ar" else {})


LICENCES = {
    "mbrola": (
        "The voice mbrola-ar2 comes under a licence of its own: it may be used with the mbrola program only, and may not be sold "
        "or put into any product which is sold."
    )
}
"""Of engines whose voices an organisation must agree to first."""


def voices_here(folder: Path) -> dict[LanguageTag, tuple[Voice, ...]]:
    """The chain, and before it the optional voices that are installed: piper's in a folder, mbrola's there or in the system."""
    found: dict[LanguageTag, tuple[Voice, ...]] = {
        tag: (*optional, *CHAIN.get(tag, ())) for tag, optional in _optional(folder).items()
    }
    return dict(CHAIN) | found


def live_voices(folder: Path) -> dict[LanguageTag, tuple[Voice, ...]]:
    """The chain a visitor hears: optional voices where there is nothing better, never in the place of Pico, which is faster."""
    return {
        tag: CHAIN[tag] if tag in CHAIN and CHAIN[tag][0].engine == "pico" else voices
        for tag, voices in voices_here(folder).items()
    }


def _optional(folder: Path) -> dict[LanguageTag, tuple[Voice, ...]]:
    found: dict[LanguageTag, tuple[Voice, ...]] = {}
    if find_spec("piper") is not None:
        for model in sorted(folder.glob("*.onnx")):
            tag = model.name.partition("_")[0]
            found[tag] = (*found.get(tag, ()), Voice("piper", str(model), 150))
    for root in (folder / "mbrola" / "usr", Path("/usr")):
        database = root / MBROLA_ARABIC
        if database.is_file() and mbrola_of(database).is_file():
            found["ar"] = (*found.get("ar", ()), Voice("mbrola", str(database), ARABIC_WORDS_PER_MINUTE))
            break
    return found


def mbrola_of(database: Path) -> Path:
    """The program that belongs to a voice: the licence binds the two together."""
    return Path(str(database).removesuffix(str(MBROLA_ARABIC))) / "bin" / "mbrola"
