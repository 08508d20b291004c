"""Neural voices through piper-tts, where an administrator has installed it and dropped voice files.

A voice is two files: `fr_FR-name.onnx` and `fr_FR-name.onnx.json`. The package is under the GNU GPL 3, a voice under its own terms.
"""

from importlib.metadata import version
from pathlib import Path
from typing import Any

from kiosk.domain.english import how_many
from kiosk.domain.speech.arabic_marks import pausal
from kiosk.errors import NarrationError
from kiosk.narration.engines import Capabilities, Engine, Events, write_pcm

NATURAL_WORDS_PER_MINUTE = 165


class Piper:
    """Voices are kept open once they are loaded; a voice is named by its file."""

    def __init__(self) -> None:
        from piper import PiperVoice, SynthesisConfig  # an optional package

        self._load, self._settings = PiperVoice.load, SynthesisConfig
        self._voices: dict[str, Any] = {}

    def probe(self) -> Capabilities:
        """When its words are heard is found by likeness, as for every voice without reports."""
        return Capabilities(version("piper-tts"), reports_words=False)

    def render(self, text: str, voice: str, words_per_minute: int, path: Path) -> Events:
        """Say a text into a WAV file.

        Raises:
            NarrationError: the voice cannot be loaded.
        """
        try:
            speaker = self._voices.get(voice) or self._load(voice)
        except (OSError, ValueError, RuntimeError) as error:
            message = f"piper has no voice {voice!r} ({error}); put the .onnx file and its .onnx.json there"
            raise NarrationError(message) from error
        self._voices[voice] = speaker
        settings = self._settings(length_scale=NATURAL_WORDS_PER_MINUTE / words_per_minute)
        chunks = list(speaker.synthesize(pausal(text), syn_config=settings))
        if not chunks:
            message = f"piper said nothing of a text of {how_many(len(text), 'character')}"
            raise NarrationError(message)
        write_pcm(path, b"".join(chunk.audio_int16_bytes for chunk in chunks), chunks[0].sample_rate)
        return []


def open_engine() -> Engine:
    """piper, ready to load voices."""
    return Piper()
