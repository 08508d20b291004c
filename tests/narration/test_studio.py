"""Recordings of people: what is good is taken with its words timed, what is not is refused with its mend."""

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtPdf import QPdfDocument

from kiosk.cli import main
from kiosk.domain.cues import are_sound
from kiosk.domain.narration import Sentence
from kiosk.errors import NarrationError
from kiosk.narration import audio
from kiosk.narration.library import RECORDED, SoundLibrary
from kiosk.narration.making import Raw
from kiosk.narration.process import EngineProcess
from kiosk.narration.studio import (
    ScriptLine,
    examined,
    import_recording,
    line_of,
    read_script,
    script_path,
    stale_recordings,
    write_script,
)

LINES = [
    ScriptLine(1, "service:cnie", Sentence("أَحْضِرُوا أَرْبَعَ صُوَرٍ شَمْسِيَّةٍ حَدِيثَةٍ.", "ar")),
    ScriptLine(2, "service:cnie", Sentence("نَعَمْ.", "ar")),
    ScriptLine(3, "pavilion:k9", Sentence("تَعْمَلُ فِيهَا فِرَقٌ مِنَ الْمُدَرِّبِينَ وَالْبَيَاطِرَةِ وَالتِّقْنِيِّينَ، مَرْكَزِيًّا وَجِهَوِيًّا.", "ar")),
]  # fmt: skip
SCRIPT = {line.number: line for line in LINES}
Change = Callable[[Raw], Raw]


@pytest.fixture(scope="module")
def voices(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Raw]:
    """A reader who is a machine, slower than the reference, in a room that is not silent."""
    folder, reader = tmp_path_factory.mktemp("reader"), EngineProcess("espeak")
    found = {}
    for line in LINES:
        reader.render(line.sentence.text, "sem/ar", 105, folder / "a.wav")
        samples, rate = audio.read_sound(folder / "a.wav")
        samples = np.concatenate([np.zeros(rate // 2), samples * 0.4, np.zeros(rate // 2)])
        found[line.number] = Raw(samples + np.random.default_rng(1).normal(0, 0.0005, len(samples)), rate)
    reader.close()
    return found


@pytest.fixture(scope="module")
def espeak():
    engine = EngineProcess("espeak")
    yield engine
    engine.close()


def record(folder: Path, name: str, raw: Raw) -> Path:
    folder.mkdir(exist_ok=True)
    soundfile.write(str(folder / name), raw.samples, raw.rate)
    return folder / name


@pytest.mark.parametrize("suffix", ["wav", "flac", "mp3"])
def test_a_good_recording_is_taken_timed_and_brought_to_the_common_loudness(
    voices: dict[int, Raw], espeak: EngineProcess, tmp_path: Path, suffix: str
) -> None:
    path = record(tmp_path / "in", f"ar-0003.{suffix}", voices[3])
    finding = import_recording(path, "ar", SCRIPT, tmp_path / "n", espeak)
    assert finding.taken and "with the times of its words" in finding.what
    sound = SoundLibrary(tmp_path / "n").find(LINES[2].sentence)
    assert sound is not None and sound.path is not None and sound.said_by == "recorded"
    assert are_sound(sound.cues, LINES[2].sentence.text)
    assert sound.cues[0].begin_ms < 600
    samples, rate = audio.read_sound(sound.path)
    assert audio.loudness(samples, rate) == pytest.approx(audio.LOUDNESS, abs=1.5)
    assert sound.seconds < voices[3].milliseconds / 1000 - 0.5  # the quiet around it is gone


def with_samples(change: Callable[[np.ndarray], np.ndarray]) -> Change:
    return lambda raw: replace(raw, samples=change(raw.samples))


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (with_samples(lambda s: s * 0), "silent"),
        (with_samples(lambda s: np.clip(s * 60, -1, 1)), "clipped at"),
        (with_samples(lambda s: s * 0.02), "too quiet|silent"),
        (with_samples(lambda s: np.concatenate([np.zeros(60_000), s])), "of silence at an end"),
        (with_samples(lambda s: s[: len(s) // 6]), "is it number 3"),
        (lambda raw: replace(raw, rate=8_000), "record with at least 16000"),
    ],
)
def test_a_bad_recording_is_refused_with_its_mend(voices: dict[int, Raw], spoil: Change, why: str) -> None:
    with pytest.raises(NarrationError, match=why):
        examined(LINES[2], spoil(voices[3]))


def test_a_recording_under_the_wrong_number_is_refused(voices: dict[int, Raw], espeak: EngineProcess, tmp_path: Path) -> None:
    path = record(tmp_path / "in", "ar-0002.wav", voices[3])
    finding = import_recording(path, "ar", SCRIPT, tmp_path / "n", espeak)
    assert not finding.taken
    assert "is it number 2?" in finding.what
    assert not (tmp_path / "n").exists()


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("fr-0001.wav", "its name says 'fr'"),
        ("ar-0099.wav", "number 99 is not in the script"),
        ("first take.wav", "not of the form ar-0012"),
        ("ar-.wav", "not of the form"),
    ],
)
def test_a_name_that_does_not_tell_the_line_is_refused(name: str, why: str) -> None:
    with pytest.raises(NarrationError, match=why):
        line_of(name, "ar", SCRIPT)


@pytest.mark.parametrize("name", ["ar-0001.wav", "AR_1.WAV", "ar 001.flac"])
def test_names_as_recorders_write_them(name: str) -> None:
    assert line_of(name, "ar", SCRIPT) == LINES[0]


def test_what_is_no_sound_is_refused(espeak: EngineProcess, tmp_path: Path) -> None:
    path = tmp_path / "ar-0001.wav"
    path.write_bytes(b"what is this")
    assert "cannot be read as sound" in import_recording(path, "ar", SCRIPT, tmp_path, espeak).what


def test_the_script_comes_back_as_it_was_written(tmp_path: Path) -> None:
    write_script(script_path(tmp_path, "ar"), LINES)
    assert read_script(script_path(tmp_path, "ar")) == SCRIPT


@pytest.mark.parametrize("content", ["", "number,item\n1,x\n", "number,item,language,text\none,x,ar,y\n", "\x00"])
def test_a_table_that_is_no_script_is_an_error(tmp_path: Path, content: str) -> None:
    path = script_path(tmp_path, "ar")
    path.write_text(content)
    with pytest.raises(NarrationError, match="not a script"):
        read_script(path)


def test_a_changed_text_makes_its_recording_stale_and_is_never_said_by_it(
    voices: dict[int, Raw], espeak: EngineProcess, tmp_path: Path
) -> None:
    path = record(tmp_path / "in", "ar-0003.wav", voices[3])
    assert import_recording(path, "ar", SCRIPT, tmp_path / "n", espeak).taken
    library = SoundLibrary(tmp_path / "n")
    assert stale_recordings(library, [line.sentence for line in LINES]) == []
    changed = [LINES[0].sentence, replace(LINES[2].sentence, text="نَصٌّ آخَرُ.")]
    (stale,) = stale_recordings(library, changed)
    assert stale["item"] == "pavilion:k9" and stale["text"] == LINES[2].sentence.text
    assert library.find(changed[1]) is None


def test_the_whole_way_by_command(voices: dict[int, Raw], tmp_path: Path, tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    studio, folder = tmp_path / "studio", tmp_path / "n"
    assert main(["narration", "script", "--lang", "ar", "--content", str(tiny), "--out", str(studio)]) == 0
    capsys.readouterr()
    pdf = QPdfDocument()
    assert pdf.load(str(studio / "script-ar.pdf")) == QPdfDocument.Error.None_
    assert pdf.pageCount() >= 1
    with script_path(studio, "ar").open(encoding="utf-8-sig") as file:
        lines = list(csv.DictReader(file))
    assert [int(line["number"]) for line in lines] == list(range(1, len(lines) + 1))
    reader = EngineProcess("espeak")
    reader.render(lines[4]["text"], "sem/ar", 110, tmp_path / "a.wav")
    reader.close()
    samples, rate = audio.read_sound(tmp_path / "a.wav")
    record(studio, "ar-0005.wav", Raw(samples * 0.4, rate))
    record(studio, "ar-0400.wav", voices[3])
    assert main(["narration", "import", str(studio), "--lang", "ar", "--out", str(folder), "--json"]) == 5
    found = {row["file"]: row["taken"] for row in json.loads(capsys.readouterr().out)}
    assert found == {"ar-0005.wav": True, "ar-0400.wav": False}
    assert main(["narration", "report", "--lang", "ar", "--content", str(tiny), "--out", str(folder), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert [(row["language"], row[RECORDED], row["stale"]) for row in answer["languages"]] == [("ar", 1, 0)]


def test_a_folder_without_a_script_says_how_to_make_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["narration", "import", str(tmp_path), "--lang", "ar", "--out", str(tmp_path / "n")]) == 5
    assert "kiosk narration script" in capsys.readouterr().err
