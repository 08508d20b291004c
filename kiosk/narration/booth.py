"""A speaker's booth: the sentences to be read, what has been recorded, and what a take must be before it is kept.

Nothing of its own is remembered but what cannot be said and what was marked: which sentences are recorded is read from the
narration folder, so that a session goes on tomorrow, and a changed text is asked for again.
"""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
import soundfile

from kiosk.domain.language import LanguageTag
from kiosk.errors import NarrationError
from kiosk.narration import audio
from kiosk.narration.library import RECORDED, SoundLibrary
from kiosk.narration.making import Raw
from kiosk.narration.process import EngineProcess
from kiosk.narration.studio import QUIET, RecordingFinding, ScriptLine, import_recording

FRAME_MS = 50
LEAST_ABOVE_NOISE = 20.0
"""Decibels the voice stands above the room."""
QUIETEST_ROOM = -70.0
"""dBFS: below it a room is quiet, whatever the voice."""
AROUND = 0.3
"""Seconds left before and after the voice; the studio cuts them to its own measure."""
LONGEST_TAKE = 16_000_000
"""Bytes: more than a minute of anything."""


@dataclass(frozen=True, slots=True)
class BoothFiles:
    """Where a booth keeps things."""

    studio: Path
    """The takes as they were recorded, and the two lists."""
    narration: Path
    """The narration folder that the kiosk plays from."""


class Booth:
    """One speaker and one language; from any thread."""

    def __init__(self, language: LanguageTag, lines: list[ScriptLine], groups: list[str], files: BoothFiles) -> None:
        """Read what there is.

        Args:
            language: of all lines.
            lines: what is to be read, in order, with all vowels.
            groups: for each line the pavilion or part of the kiosk it belongs to.
            files: where takes and sounds go.
        """
        self.language, self.lines, self._groups, self._files = language, lines, groups, files
        self._by_number = {line.number: line for line in lines}
        self._library = SoundLibrary(files.narration)
        self._espeak = EngineProcess("espeak")
        self._lock = Lock()

    def rows(self) -> list[dict[str, Any]]:
        """Each line with its group and how it stands: open, recorded or unsayable."""
        unsayable = self._list("unsayable")
        return [
            {
                "number": line.number,
                "item": line.item,
                "group": group,
                "text": line.sentence.full,
                "state": self._state(line, unsayable),
                "why": unsayable.get(line.sentence.full, ""),
            }
            for line, group in zip(self.lines, self._groups, strict=True)
        ]

    def _state(self, line: ScriptLine, unsayable: dict[str, str]) -> str:
        entries = self._library.entries_of(line.sentence)
        if entries and entries[0].maker == RECORDED:
            return "recorded"
        return "unsayable" if line.sentence.full in unsayable else "open"

    def progress(self) -> dict[str, dict[str, int]]:
        """For each group, how many lines there are, and how many are recorded or cannot be said."""
        rows = self.rows()
        totals, done = (Counter(row["group"] for row in some) for some in (rows, [row for row in rows if row["state"] != "open"]))
        return {group: {"lines": total, "done": done[group]} for group, total in totals.items()}

    def take(self, number: int, sound: bytes) -> RecordingFinding:
        """Keep a take of a line if it is good: its quiet ends cut, its level brought to that of all."""
        line = self._by_number.get(number)
        name = f"{self.language}-{number:04}.wav"
        if line is None:
            return RecordingFinding(name, taken=False, what=f"there is no line {number}; load the page again")
        with self._lock:
            try:
                raw = in_a_quiet_room(_read(sound))
                self._files.studio.mkdir(parents=True, exist_ok=True)
                audio.write_wav(self._files.studio / name, trimmed(raw).samples, raw.rate)
            except NarrationError as error:
                return RecordingFinding(name, taken=False, what=str(error))
            except OSError as error:
                return RecordingFinding(name, taken=False, what=f"{self._files.studio}: cannot be written ({error.strerror})")
            return import_recording(self._files.studio / name, self.language, self._by_number, self._files.narration, self._espeak)

    def sound_of(self, number: int) -> bytes | None:
        """What the kiosk will play of a recorded line."""
        line = self._by_number.get(number)
        entries = self._library.entries_of(line.sentence) if line else []
        return entries[0].path.read_bytes() if entries and entries[0].maker == RECORDED else None

    def mark_unsayable(self, number: int, why: str) -> None:
        """Note that a line cannot be said as it is written; an empty reason takes the note back."""
        self._note("unsayable", self._by_number[number].sentence.full, why)

    def marks(self) -> dict[str, str]:
        """What a native speaker has said of golden words: `right`, or what is wrong."""
        return self._list("golden-marks")

    def mark(self, word: str, judgement: str) -> None:
        """Note a native speaker's word on a golden word."""
        self._note("golden-marks", word, judgement)

    def _list(self, name: str) -> dict[str, str]:
        try:
            found = json.loads((self._files.studio / f"{name}-{self.language}.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}

    def _note(self, name: str, key: str, value: str) -> None:
        with self._lock:
            found = {kept: said for kept, said in self._list(name).items() if kept != key} | ({key: value} if value else {})
            self._files.studio.mkdir(parents=True, exist_ok=True)
            path = self._files.studio / f"{name}-{self.language}.json"
            fresh = path.with_suffix(".fresh")
            fresh.write_text(json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True), encoding="utf-8")
            fresh.replace(path)

    def close(self) -> None:
        """End the process that times words."""
        self._espeak.close()


def _read(sound: bytes) -> Raw:
    """A take as the browser sent it.

    Raises:
        NarrationError: it is no sound.
    """
    try:
        samples, rate = soundfile.read(BytesIO(sound), dtype="float64", always_2d=True)
    except (soundfile.SoundFileError, RuntimeError) as error:
        message = f"the browser sent no sound ({error}); record it again"
        raise NarrationError(message) from error
    if not len(samples):
        message = "nothing was recorded; hold on until the sentence is said"
        raise NarrationError(message)
    return Raw(samples.mean(axis=1), int(rate))


def _levels(raw: Raw) -> audio.Samples:
    """Loudness of each frame, in dBFS."""
    length = max(1, raw.rate * FRAME_MS // 1000)
    frames = raw.samples[: max(len(raw.samples) // length, 1) * length]
    frames = frames.reshape(-1, length) if len(frames) >= length else frames[np.newaxis]
    return np.asarray(20 * np.log10(np.sqrt((frames**2).mean(axis=1)) + 1e-9))


def in_a_quiet_room(raw: Raw) -> Raw:
    """A take whose voice stands well above its room.

    Raises:
        NarrationError: the room is too loud.
    """
    levels = _levels(raw)
    room, voice = np.percentile(levels, 5), np.percentile(levels, 90)
    if room > QUIETEST_ROOM and voice - room < LEAST_ABOVE_NOISE:
        message = f"the room is too loud: the voice stands {voice - room:.0f} dB above it, {LEAST_ABOVE_NOISE:.0f} are needed"
        raise NarrationError(message)
    return raw


def trimmed(raw: Raw) -> Raw:
    """A take without the quiet at its ends."""
    levels = _levels(raw)
    threshold = max(QUIET, float(np.percentile(levels, 90)) - 30)
    loud = np.flatnonzero(levels > threshold)
    if not len(loud):
        return raw
    frame, around = max(1, raw.rate * FRAME_MS // 1000), int(AROUND * raw.rate)
    return Raw(raw.samples[max(0, loud[0] * frame - around) : (loud[-1] + 1) * frame + around], raw.rate)


Say = Callable[[str], bytes | None]
"""A word as the voice that ships says it, as a WAV file; None where it is not here."""
