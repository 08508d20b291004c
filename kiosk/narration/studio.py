"""Recordings of people: the numbered script they read, and the checks a recording passes before the kiosk plays it."""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np

from kiosk.domain.english import how_many
from kiosk.domain.language import LanguageTag
from kiosk.domain.narration import Sentence
from kiosk.errors import NarrationError
from kiosk.narration import audio
from kiosk.narration.library import RECORDED, SoundLibrary, read_sidecar
from kiosk.narration.making import Raw, cues_by_likeness, store
from kiosk.narration.process import EngineProcess

COLUMNS = ("number", "item", "language", "text")
SUFFIXES = frozenset({".wav", ".flac", ".mp3"})
LETTERS_A_SECOND = (4.0, 24.0)
"""A reader's slowest and fastest; outside, it is most likely another text."""
LONGEST_SILENCE = 1.5
"""Seconds, at the beginning or the end."""
QUIET = -45.0
"""dBFS below which nothing is said."""
LOWEST_LEVEL = -40.0
"""LUFS; quieter, and the room is heard as loud as the voice."""
CLIPPED = 0.999
MOST_CLIPPED = 20
"""Samples at full scale."""
LOWEST_RATE = 16_000
FADE = 0.01
EDGE = 0.15
"""Seconds of quiet left around the voice."""
_NAME = re.compile(r"(?P<language>[a-z]{2,3})[-_ ]?(?P<number>\d{1,5})")


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """A sentence to be read, by its number."""

    number: int
    item: str
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class RecordingFinding:
    """What became of a file: taken, or what is wrong and the mend."""

    file: str
    taken: bool
    what: str


def script_path(folder: Path, language: LanguageTag) -> Path:
    """Where the script of a language is in a folder of recordings."""
    return folder / f"script-{language}.csv"


def write_script(path: Path, lines: Iterable[ScriptLine]) -> None:
    """The script as a table, with the mark that makes office programs read it as UTF-8."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows((line.number, line.item, line.sentence.language, line.sentence.text) for line in lines)


def read_script(path: Path) -> dict[int, ScriptLine]:
    """The script by number.

    Raises:
        NarrationError: it is missing or not such a table.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            table = csv.DictReader(file)
            rows, columns = list(table), table.fieldnames
        if tuple(columns or ()) != COLUMNS:
            raise ValueError(f"its columns are not {', '.join(COLUMNS)}")  # noqa: EM102, TRY301 - as any other fault of it
        lines = [ScriptLine(int(row["number"]), row["item"], Sentence(row["text"], row["language"])) for row in rows]
    except (OSError, KeyError, TypeError, ValueError, csv.Error) as error:
        message = f"{path}: not a script ({error}); make it with `kiosk narration script` and keep it beside the recordings"
        raise NarrationError(message) from error
    return {line.number: line for line in lines}


def line_of(name: str, language: LanguageTag, script: dict[int, ScriptLine]) -> ScriptLine:
    """The line a file's name stands for, such as `ar-0012.wav`.

    Raises:
        NarrationError: the name is of another form or language, or the number is not in the script.
    """
    found = _NAME.fullmatch(Path(name).stem.lower())
    if not found:
        message = f"the name is not of the form {language}-0012; rename it"
        raise NarrationError(message)
    if found["language"] != language:
        message = f"its name says {found['language']!r}, not {language!r}; import it with that language"
        raise NarrationError(message)
    line = script.get(int(found["number"]))
    if line is None:
        message = f"number {int(found['number'])} is not in the script; look it up there"
        raise NarrationError(message)
    return line


def examined(line: ScriptLine, raw: Raw) -> Raw:
    """A recording without the quiet around it.

    Raises:
        NarrationError: it cannot be a good recording of the line; the message says why.
    """
    _refuse_if(raw.rate < LOWEST_RATE, f"{raw.rate} samples a second; record with at least {LOWEST_RATE}")
    clipped = int((np.abs(raw.samples) >= CLIPPED).sum())
    _refuse_if(clipped > MOST_CLIPPED, f"clipped at {how_many(clipped, 'sample')}; lower the gain and record again")
    loud = np.flatnonzero(np.abs(raw.samples) > 10 ** (QUIET / 20))
    _refuse_if(not len(loud), "silent; check the microphone")
    before, after = loud[0] / raw.rate, (len(raw.samples) - loud[-1]) / raw.rate
    _refuse_if(max(before, after) > LONGEST_SILENCE, f"{max(before, after):.1f} s of silence at an end; cut it")
    edge = int(EDGE * raw.rate)
    voice = Raw(raw.samples[max(0, loud[0] - edge) : loud[-1] + edge], raw.rate)
    letters = sum(map(str.isalnum, line.sentence.text))
    slowest, fastest = LETTERS_A_SECOND
    pace = letters / (voice.milliseconds / 1000)
    _refuse_if(
        not slowest <= pace <= fastest,
        f"{voice.milliseconds / 1000:.1f} s for {how_many(letters, 'letter')}; is it number {line.number}? record that line again",
    )
    level = audio.loudness(voice.samples, voice.rate) if voice.milliseconds > 1000 * audio.SHORTEST_MEASURED else 0.0
    _refuse_if(level < LOWEST_LEVEL, f"too quiet ({level:.0f} LUFS); go nearer to the microphone")
    return Raw(_faded(voice), voice.rate)


def _refuse_if(wrong: bool, why: str) -> None:  # noqa: FBT001 - reads as a sentence
    if wrong:
        raise NarrationError(why)


def _faded(raw: Raw) -> audio.Samples:
    """Without clicks where it was cut."""
    samples, length = raw.samples.copy(), int(FADE * raw.rate)
    ramp = np.linspace(0, 1, length)
    samples[:length] *= ramp
    samples[-length:] *= ramp[::-1]
    return samples


def import_recording(
    path: Path, language: LanguageTag, script: dict[int, ScriptLine], folder: Path, espeak: EngineProcess
) -> RecordingFinding:
    """Check a recording and put it into the narration folder."""
    try:
        line = line_of(path.name, language, script)
        raw = examined(line, Raw(*audio.read_sound(path)))
        cues = cues_by_likeness(line.sentence, raw, espeak)
        about = {
            "voice": "recorded",
            "item": line.item,
            "number": line.number,
            "source": {"file": path.name, "sha256": sha256(path.read_bytes()).hexdigest()},
        }
        store(SoundLibrary(folder), line.sentence, RECORDED, raw, cues, about)
    except NarrationError as error:
        return RecordingFinding(path.name, taken=False, what=str(error))
    return RecordingFinding(
        path.name, taken=True, what=f"number {line.number}, {'with' if cues else 'without'} the times of its words"
    )


def recordings_in(folder: Path) -> list[Path]:
    """The sound files of a folder in order."""
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES)


def stale_recordings(library: SoundLibrary, current: Iterable[Sentence]) -> list[dict[str, object]]:
    """Recordings whose words the kiosk does not say any more, by their sidecars."""
    wanted = {library.path_of(sentence, RECORDED) for sentence in current}
    old = (entry for entry in library.entries() if entry.maker == RECORDED and entry.path not in wanted)
    sidecars = ((entry, read_sidecar(entry.sidecar)) for entry in old)
    return [
        {"file": entry.path.name, "language": entry.language, "item": sidecar.get("item", ""), "text": sidecar.get("text", "")}
        for entry, sidecar in sidecars
    ]
