"""The diphone voice mbrola-ar2, where somebody has fetched it: our rules make the phonemes, mbrola the sound."""

import subprocess
from pathlib import Path

from kiosk.domain.arabic_sounds import arabic_sounds
from kiosk.domain.language import VowelReading
from kiosk.errors import NarrationError
from kiosk.narration.engines import Capabilities, Engine, Events, read_wav, write_pcm
from kiosk.narration.engines.equaliser import brightened
from kiosk.narration.engines.mbrola_listing import listing
from kiosk.narration.voices import MBROLA_ARABIC, mbrola_of

SHELF = (1_500.0, 8.0)
"""Hertz and decibels: the voice has 15 dB less between 1 and 3 kHz than below 300 Hz, and is lost in a hall without them."""
ENGINE_SECONDS = 4.0


class Mbrola:
    """The program, called for each sentence."""

    def __init__(self) -> None:
        self.reading = VowelReading.PAUSAL

    def probe(self) -> Capabilities:
        """It says when each word is heard: the lengths are our own."""
        return Capabilities("ar2", reports_words=True)

    def render(self, text: str, voice: str, words_per_minute: int, path: Path) -> Events:
        """Say a text into a WAV file.

        Raises:
            UnsayableError: a word's marks do not tell how it sounds.
            NarrationError: it has no such voice, says nothing, or the program failed.
        """
        program = mbrola_of(Path(voice))
        if not (voice.endswith(str(MBROLA_ARABIC)) and Path(voice).is_file() and program.is_file()):
            message = f"mbrola has no voice {voice!r} here: run script/arabic-voice"
            raise NarrationError(message)
        said = listing(arabic_sounds(text, self.reading), words_per_minute)
        try:
            command = [str(program), "-e", voice, "-", str(path)]
            subprocess.run(command, input=said.text, capture_output=True, text=True, check=True, timeout=ENGINE_SECONDS)
        except (OSError, subprocess.SubprocessError) as error:
            message = f"mbrola: {error}"
            raise NarrationError(message) from error
        samples, rate = read_wav(path)
        write_pcm(path, brightened(samples, rate, *SHELF), rate)
        return said.words


def open_engine() -> Engine:
    """mbrola, ready to speak."""
    return Mbrola()
