"""Synthesisers, loaded only in worker processes. Each module offers `open_engine() -> Engine`."""

import wave
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from kiosk.domain.language import VowelReading
from kiosk.errors import NarrationError

FULL_SCALE = 32_768
"""Of a sample of 16 bits."""

Events = list[tuple[int, int]]
"""Places in the text and the milliseconds at which each is heard, in order."""


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What an engine is able to."""

    version: str
    reports_words: bool
    """Whether it says when each word is heard."""


class Engine(Protocol):
    """A synthesiser that writes WAV files."""

    def probe(self) -> Capabilities:
        """What the engine is able to, found when it was opened."""

    def render(self, text: str, voice: str, words_per_minute: int, path: Path) -> Events:
        """Say a text into a file; Arabic comes with all its vowels, and the engine leaves out what is not heard.

        Returns:
            When each word is heard; nothing where the engine does not know.

        Raises:
            NarrationError: the voice is not there, or nothing was said.
        """


@runtime_checkable
class ReadingEngine(Protocol):
    """An engine that says vocalised Arabic in more than one reading."""

    reading: VowelReading
    """In which it says the next text."""


@runtime_checkable
class Timer(Protocol):
    """An engine that knows its own words' times so well that it finds another's by them."""

    def times_of(self, text: str, voice: str, words_per_minute: int, path: Path) -> Events:
        """When each word of a text is heard in a WAV file."""


def write_pcm(path: Path, samples: bytes, rate: int) -> None:
    """Write samples of 16 bits, one channel."""
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes(samples)


def read_wav(path: Path) -> tuple[bytes, int]:
    """Samples of 16 bits, one channel, and how many there are a second.

    Raises:
        NarrationError: it is no such file.
    """
    try:
        with wave.open(str(path), "rb") as sound:
            if (sound.getnchannels(), sound.getsampwidth()) != (1, 2):
                message = f"{path}: not one channel of 16 bits"
                raise NarrationError(message)
            return sound.readframes(sound.getnframes()), sound.getframerate()
    except (OSError, EOFError, wave.Error) as error:
        message = f"{path}: not a WAV file ({error})"
        raise NarrationError(message) from error
