"""SVOX Pico, for French and English."""

from importlib.metadata import version
from pathlib import Path

from py_nanotts import NanoTTS, Voice

from kiosk.errors import NarrationError
from kiosk.narration.engines import Capabilities, Engine, Events, write_pcm

SAMPLE_RATE = 16_000
NATURAL_WORDS_PER_MINUTE = 165
VOLUME = 0.6
"""Pico clips at its own volume; at this one its loudest sample stays at -4 dBFS."""


class Pico:
    """NanoTTS around Pico; raw samples, 16 kHz, mono, 16 bits."""

    def __init__(self) -> None:
        self._speaker = NanoTTS()

    def probe(self) -> Capabilities:
        """It does not say when a word is heard."""
        return Capabilities(version("py-nanotts"), reports_words=False)

    def render(self, text: str, voice: str, words_per_minute: int, path: Path) -> Events:
        """Say a text into a WAV file.

        Raises:
            NarrationError: Pico has no such voice.
        """
        try:
            chosen = Voice(voice)
        except ValueError as error:
            message = f"pico has no voice {voice!r}; it has {', '.join(v.value for v in Voice)}"
            raise NarrationError(message) from error
        samples = self._speaker.speak(text, voice=chosen, speed=words_per_minute / NATURAL_WORDS_PER_MINUTE, volume=VOLUME)
        write_pcm(path, samples, SAMPLE_RATE)
        return []


def open_engine() -> Engine:
    """Pico, ready to speak."""
    return Pico()
