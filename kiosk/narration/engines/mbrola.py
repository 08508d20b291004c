"""The diphone voice mbrola-ar2, where an administrator has installed it: espeak-ng makes the phonemes, mbrola the sound.

espeak-ng's table for the voice names two phonemes the voice does not have, so that every ra would be silent; they are renamed here.
"""

import shutil
import subprocess
from pathlib import Path

from kiosk.domain.speech.arabic_marks import for_espeak
from kiosk.errors import NarrationError
from kiosk.narration.engines import Capabilities, Engine, Events
from kiosk.narration.voices import MBROLA_ARABIC

RENAMED = {"R": "r", "Q": "G"}
"""Ra, and ghayn."""
ENGINE_SECONDS = 4.0


def mended_phonemes(listing: str) -> str:
    """espeak-ng's listing (phoneme, milliseconds, pitch points a line) with the phonemes the voice has."""
    lines = (line.split(maxsplit=1) for line in listing.splitlines() if line.strip())
    return "".join(f"{' '.join((RENAMED.get(line[0], line[0]), *line[1:]))}\n" for line in lines)


class Mbrola:
    """Two programs, one after the other."""

    def __init__(self) -> None:
        missing = [name for name in ("espeak-ng", "mbrola") if shutil.which(name) is None]
        if missing or not MBROLA_ARABIC.is_file():
            message = f"{' and '.join(missing) or MBROLA_ARABIC} not installed: apt-get install espeak-ng mbrola mbrola-ar2"
            raise RuntimeError(message)

    def probe(self) -> Capabilities:
        """It does not say when a word is heard."""
        return Capabilities("ar2", reports_words=False)

    def render(self, text: str, voice: str, words_per_minute: int, path: Path) -> Events:
        """Say a text into a WAV file.

        Raises:
            NarrationError: one of the programs failed.
        """
        speak = ["espeak-ng", "-v", f"mb-{voice}", "-s", str(words_per_minute), "--pho", "-q", "--stdin"]
        listing = _run(speak, for_espeak(text))
        _run(["mbrola", "-e", str(MBROLA_ARABIC), "-", str(path)], mended_phonemes(listing))
        return []


def _run(command: list[str], words: str) -> str:
    try:
        answer = subprocess.run(command, input=words, capture_output=True, text=True, check=True, timeout=ENGINE_SECONDS)
    except (OSError, subprocess.SubprocessError) as error:
        message = f"{command[0]}: {error}"
        raise NarrationError(message) from error
    return answer.stdout


def open_engine() -> Engine:
    """mbrola, ready to speak."""
    return Mbrola()
