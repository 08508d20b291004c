"""Sounds made ahead: from raw sound to a file at the common loudness, with the times of its words, beside its sidecar."""

import json
import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kiosk.domain.cues import Cue, are_sound, evenly, from_events, webvtt
from kiosk.domain.narration import Sentence
from kiosk.errors import NarrationError
from kiosk.narration import audio
from kiosk.narration.engines import Events
from kiosk.narration.library import SoundLibrary, cues_as_rows
from kiosk.narration.process import EngineProcess
from kiosk.narration.voices import REFERENCE


@dataclass(frozen=True, slots=True)
class Raw:
    """A sound before anything is done to it."""

    samples: audio.Samples
    rate: int

    @property
    def milliseconds(self) -> int:
        """How long it lasts."""
        return round(1000 * len(self.samples) / self.rate)


def cues_by_likeness(sentence: Sentence, raw: Raw, espeak: EngineProcess) -> tuple[Cue, ...]:
    """When each word is heard, found beside espeak-ng saying the same; nothing where that does not succeed."""
    voice = REFERENCE.get(sentence.language)
    if voice is None:
        return ()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sound.wav"
        audio.write_wav(path, raw.samples, raw.rate)
        try:
            events = espeak.times_of(sentence.full, voice.name, voice.words_per_minute, path, sentence.reading)
        except NarrationError:
            return ()
    return from_events(sentence.text, events, raw.milliseconds, sentence.full)


def cues_of(sentence: Sentence, raw: Raw, events: Events, espeak: EngineProcess) -> tuple[Cue, ...]:
    """When each word is heard: as the engine reports, else by likeness; nothing rather than cues that are not sound."""
    if len(evenly(sentence.text, 1)) == 1:
        return evenly(sentence.text, raw.milliseconds)
    cues = (
        from_events(sentence.text, events, raw.milliseconds, sentence.full) if events else cues_by_likeness(sentence, raw, espeak)
    )
    return cues if are_sound(cues, sentence.text) else ()


def store(library: SoundLibrary, sentence: Sentence, maker: str, raw: Raw, cues: tuple[Cue, ...], about: dict[str, Any]) -> Path:
    """Put a sound into the library: the file last, so that what is found is whole.

    Args:
        library: where it goes.
        sentence: what is said.
        maker: `recorded`, or the key of a recipe.
        raw: the sound.
        cues: when each word is heard.
        about: what else its sidecar says; at least the voice.

    Raises:
        NarrationError: nothing is heard in it, or the folder cannot be written.
    """
    target = library.path_of(sentence, maker)
    try:
        library.folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".making-", dir=library.folder) as folder:
            fresh = Path(folder) / target.name
            audio.write_opus(fresh, audio.normalised(raw.samples, raw.rate), raw.rate)
            sidecar = about | {
                "text": sentence.text,
                "language": sentence.language,
                "seconds": raw.milliseconds / 1000,
                "bytes": fresh.stat().st_size,
                "sha256": sha256(fresh.read_bytes()).hexdigest(),
                "cues": cues_as_rows(cues),
            }
            fresh.with_suffix(".json").write_text(json.dumps(sidecar, ensure_ascii=False, indent=1), encoding="utf-8")
            fresh.with_suffix(".vtt").write_text(webvtt(cues), encoding="utf-8")
            for suffix in (".vtt", ".json", ".ogg"):
                os.replace(fresh.with_suffix(suffix), target.with_suffix(suffix))  # noqa: PTH105 - reads better beside its pair
    except OSError as error:
        message = f"{library.folder}: cannot be written ({error.strerror}); name another folder"
        raise NarrationError(message) from error
    return target
