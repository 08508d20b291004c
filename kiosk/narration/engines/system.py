"""The machine's own voices through pyttsx3: espeak-ng on Linux, SAPI 5 on Windows, NSSpeechSynthesizer on macOS."""

import threading
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

from kiosk.domain.english import how_many
from kiosk.domain.language import LanguageTag
from kiosk.domain.speech.arabic_marks import for_espeak, pausal
from kiosk.errors import NarrationError
from kiosk.narration.engines import Capabilities, Engine, Events
from kiosk.narration.engines.arabic import for_espeak_ng
from kiosk.narration.engines.espeak_library import provide_library

ENGINE_SECONDS = 4.0
"""Longest a sentence may take: a hundred times what it does."""
ESPEAK_VOICES = {"ar": "sem/ar", "fr": "roa/fr", "en": "gmw/en"}
"""The first voice whose name begins with "fr" is Belgian: espeak-ng's voices are named exactly."""

_PRIORITIES = "".join(map(chr, range(32)))


def voice_for(tag: LanguageTag, voices: Iterable[Any]) -> str | None:
    """The identifier of the voice of a language among pyttsx3's; None where there is none."""
    offered = list(voices)
    exact = ESPEAK_VOICES.get(tag)
    if exact in {voice.id for voice in offered}:
        return exact
    return next((str(v.id) for v in offered if any(_primary(language) == tag for language in v.languages or ())), None)


def _primary(language: str | bytes) -> str:
    """The language of a tag such as `fr_FR` or `fr-FR`; espeak-ng's are bytes with a priority before them."""
    text = language.decode("ascii", "ignore") if isinstance(language, bytes) else language
    return text.lstrip(_PRIORITIES).replace("_", "-").partition("-")[0].lower()


class SystemVoices:
    """pyttsx3, one sentence at a time; voices are asked for by language."""

    def __init__(self) -> None:
        provide_library()
        import pyttsx3  # the library must be there first

        self._engine = pyttsx3.init()
        self._finished = threading.Event()
        self._engine.connect("finished-utterance", lambda name, completed: self._finished.set())  # noqa: ARG005 - named by pyttsx3

    def probe(self) -> Capabilities:
        """Its reports come before the sound is made, so they tell nothing."""
        return Capabilities(version("pyttsx3"), reports_words=False)

    def render(self, text: str, voice: str, words_per_minute: int, path: Path) -> Events:
        """Say a text into a WAV file.

        Raises:
            NarrationError: the machine has no voice of the language, or no end came.
        """
        wanted = voice_for(voice, self._engine.getProperty("voices"))
        if wanted is None:
            message = f"the machine has no voice for {voice!r}; install one in its settings"
            raise NarrationError(message)
        self._finished.clear()
        self._engine.setProperty("voice", wanted)
        self._engine.setProperty("rate", words_per_minute)
        spelt = for_espeak_ng(text).text if wanted in ESPEAK_VOICES.values() else for_espeak(pausal(text))
        self._engine.save_to_file(spelt, str(path))
        self._engine.runAndWait()
        if not self._finished.wait(ENGINE_SECONDS):
            message = f"pyttsx3 did not end a sentence of {how_many(len(text), 'character')} within {ENGINE_SECONDS} s"
            raise NarrationError(message)
        spoken_by = self._engine.getProperty("voice")  # set only while the engine runs; an unknown one leaves the old
        if spoken_by != wanted:
            message = f"no voice {wanted!r}: it spoke with {spoken_by!r}"
            raise NarrationError(message)
        return []


def open_engine() -> Engine:
    """pyttsx3, ready to speak."""
    return SystemVoices()
