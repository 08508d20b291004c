"""All that decides what a rendered sound is; known without anything being rendered."""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from kiosk.domain.narration import Sentence
from kiosk.narration.voices import AR2_SHA256, Voice, said_by

SCHEMA = 3
"""Raised when the same recipe would give another file."""
LOUDNESS = -18.0
"""LUFS of every sound."""
PEAK = -2.0
"""dBFS no sample is over."""
RATE = 24_000
"""Samples a second."""
COMPRESSIONS = (0.94, 0.97)
"""libsndfile's levels: about 160, then 110 KB a minute."""
CODEC = f"opus {RATE} Hz, {COMPRESSIONS[0]}"


@lru_cache(maxsize=32)
def _file_hash(voice: Voice) -> str:
    """Of a voice that is a file; of mbrola's the one that is asked for, whether or not it is here."""
    if voice.engine == "mbrola":
        return AR2_SHA256
    path = Path(voice.name)
    return sha256(path.read_bytes()).hexdigest() if path.suffix == ".onnx" and path.is_file() else ""


def recipe(sentence: Sentence, voice: Voice) -> dict[str, Any]:
    """All that decides what a rendered sound is. The words are the final ones: what made them is of no matter any more."""
    return {
        **said_by(sentence, voice),
        "voice": Path(voice.name).name,
        "voice_file": _file_hash(voice),
        "loudness": LOUDNESS,
        "peak": PEAK,
        "codec": CODEC,
        "schema": SCHEMA,
    }
