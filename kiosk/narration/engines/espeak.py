"""espeak-ng through pyttsx3, for every language; on other systems pyttsx3 finds their own voices."""

import ctypes
import ctypes.util
import os
import threading
from importlib.metadata import version
from pathlib import Path

import espeakng_loader

from kiosk.domain.speech.arabic_marks import for_espeak
from kiosk.errors import NarrationError
from kiosk.narration.engines import Engine

SECONDS = 4.0
"""Longest a sentence may take: a hundred times what it does."""


def _provide_library() -> None:
    """Where the system has no espeak-ng, load the one of the espeakng-loader package under the name pyttsx3 asks for."""
    if ctypes.util.find_library("espeak-ng") is None:
        os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()
        ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)


class Espeak:
    """pyttsx3's driver, one sentence at a time."""

    version = version("pyttsx3")

    def __init__(self) -> None:
        _provide_library()
        import pyttsx3  # the library must be there first

        self._engine = pyttsx3.init()
        self._finished = threading.Event()
        self._engine.connect("finished-utterance", lambda name, completed: self._finished.set())  # noqa: ARG005 - named by pyttsx3

    def render(self, text: str, voice: str, words_per_minute: int, path: Path) -> None:
        """Say a text into a WAV file.

        Raises:
            NarrationError: the voice did not take, or no end came.
        """
        self._finished.clear()
        self._engine.setProperty("voice", voice)
        self._engine.setProperty("rate", words_per_minute)
        self._engine.save_to_file(for_espeak(text), str(path))
        self._engine.runAndWait()
        if not self._finished.wait(SECONDS):
            message = f"espeak-ng did not end a sentence of {len(text)} characters within {SECONDS} s"
            raise NarrationError(message)
        spoken_by = self._engine.getProperty("voice")  # set only while the engine runs; an unknown one leaves the old
        if spoken_by != voice:
            message = f"espeak-ng has no voice {voice!r}: it spoke with {spoken_by!r}"
            raise NarrationError(message)


def open_engine() -> Engine:
    """espeak-ng, ready to speak."""
    return Espeak()
