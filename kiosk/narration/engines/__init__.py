"""Synthesisers, loaded only in worker processes. Each module offers `open_engine() -> Engine`."""

from pathlib import Path
from typing import Protocol


class Engine(Protocol):
    """A synthesiser that writes WAV files."""

    version: str

    def render(self, text: str, voice: str, words_per_minute: int, path: Path) -> None:
        """Say a text into a file.

        Raises:
            NarrationError: the voice is not there, or nothing was said.
        """
