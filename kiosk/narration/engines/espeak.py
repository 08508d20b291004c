"""espeak-ng called directly, through pyttsx3's bindings: at once, and with the time of each word (ADR 0012)."""

import ctypes
import os
from importlib.metadata import version
from pathlib import Path
from typing import Any

from kiosk.domain.english import how_many
from kiosk.domain.language import VowelReading
from kiosk.errors import NarrationError
from kiosk.narration.engines import FULL_SCALE, Capabilities, Engine, Events, read_wav, write_pcm
from kiosk.narration.engines.arabic import for_espeak_ng
from kiosk.narration.engines.espeak_library import provide_library

BUFFER_MS = 200
NICENESS = 10
"""Of finding times for others: what is to be heard goes before what is to be lit."""


class Espeak:
    """One sentence at a time, complete when the call returns."""

    def __init__(self) -> None:
        self.reading = VowelReading.PAUSAL
        provide_library()
        from pyttsx3.drivers import _espeak  # the library must be there first

        self._library: Any = _espeak
        self._rate = int(_espeak.Initialize(_espeak.AUDIO_OUTPUT_SYNCHRONOUS, BUFFER_MS))
        if self._rate <= 0:
            message = "espeak-ng cannot find its data"
            raise RuntimeError(message)
        self._samples = bytearray()
        self._events: Events = []
        _espeak.SetSynthCallback(self._take)

    def probe(self) -> Capabilities:
        """It says when each word is heard."""
        return Capabilities(version("espeakng-loader"), reports_words=True)

    def _take(self, samples: Any, count: int, events: Any) -> int:
        if samples and count > 0:
            self._samples += ctypes.string_at(samples, 2 * count)
        for event in events:
            if event.type == self._library.EVENT_LIST_TERMINATED:
                break
            if event.type == self._library.EVENT_WORD:
                self._events.append((event.text_position - 1, event.audio_position))
        return 0

    def render(self, text: str, voice: str, words_per_minute: int, path: Path) -> Events:
        """Say a text into a WAV file.

        Raises:
            NarrationError: there is no such voice, or the library refused the text.
        """
        self._say(text, voice, words_per_minute)
        write_pcm(path, bytes(self._samples), self._rate)
        return list(self._events)

    def times_of(self, text: str, voice: str, words_per_minute: int, path: Path) -> Events:
        """When each word is heard in a sound that another voice, or a person, made of a text.

        Args:
            text: what is said.
            voice: this engine's voice of its language.
            words_per_minute: how fast that voice says it; near the other's.
            path: the other sound, a WAV file of one channel and 16 bits.

        Raises:
            NarrationError: there is no such voice, or the sound cannot be read.
        """
        import numpy as np  # only where times are found

        from kiosk.narration.align import word_times

        os.nice(max(0, NICENESS - os.nice(0)))
        self._say(text, voice, words_per_minute)
        other, rate = read_wav(path)
        reference = np.frombuffer(bytes(self._samples), np.int16)
        return word_times(
            list(self._events), (reference / FULL_SCALE, self._rate), (np.frombuffer(other, np.int16) / FULL_SCALE, rate)
        )

    def _say(self, text: str, voice: str, words_per_minute: int) -> None:
        library = self._library
        self._samples.clear()
        self._events.clear()
        taken = library.SetVoiceByName(voice.encode()) == library.EE_OK
        if not taken or library.GetCurrentVoice().contents.identifier != voice.encode():
            message = f"espeak-ng has no voice {voice!r}"
            raise NarrationError(message)
        library.SetParameter(library.RATE, words_per_minute, 0)
        spelt = for_espeak_ng(text, self.reading)
        if library.Synth(spelt.text.encode(), flags=library.ENDPAUSE | library.CHARS_UTF8) != library.EE_OK:
            message = f"espeak-ng refused a text of {how_many(len(text), 'character')}"
            raise NarrationError(message)
        self._events = [(spelt.origin(place), time) for place, time in self._events]


def open_engine() -> Engine:
    """espeak-ng, ready to speak."""
    return Espeak()
