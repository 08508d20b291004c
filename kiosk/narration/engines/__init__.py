"""Synthesisers, loaded only in worker processes. Each module offers `open_engine() -> Engine`."""

import wave
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

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
        """Say a text into a file.

        Returns:
            When each word is heard; nothing where the engine does not know.

        Raises:
            NarrationError: the voice is not there, or nothing was said.
        """


def write_wav(path: Path, samples: bytes, rate: int) -> None:
    """Write samples of 16 bits, one channel."""
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes(samples)
