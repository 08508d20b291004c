"""Sounds that come with the program: packed the same way each time, found by what is said, and no loss when they are not there."""

import json
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import pytest

from kiosk.domain.narration import Sentence
from kiosk.narration.library import RECORDED, NarrationLibraries, SoundLibrary, text_key
from kiosk.narration.making import Raw, store
from kiosk.narration.ogg import with_fixed_serial
from kiosk.narration.pack import MOST_UNPACKED, NOTICE, SoundPack, write_pack
from kiosk.narration.rendering import RenderResult
from kiosk.narration.shipping import lacking, maker_of, ship
from kiosk.narration.voices import SHIPPED

HELLO = Sentence("مَرْحَبًا بِكُم.", "ar", "مَرْحَبًا بِكُمْ.")
BYE = Sentence("إِلَى اللِّقَاء.", "ar", "إِلَى اللِّقَاءِ.")
TONE = Raw(np.sin(np.linspace(0, 3000, 16_000)) / 4, 16_000)


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> list[Sentence]:
    """Renders a tone for each sentence, and tells which were asked for."""
    asked: list[Sentence] = []

    def render_all(sentences: list[Sentence], folder: Path, _voices: object, _jobs: int):
        for sentence in sentences:
            asked.append(sentence)
            store(SoundLibrary(folder), sentence, maker_of(sentence), TONE, (), {"voice": "mbrola ar2", "recipe": {}})
            yield RenderResult(sentence, made=True)

    monkeypatch.setattr("kiosk.narration.shipping.render_all", render_all)
    return asked


def shipped(folder: Path, *sentences: Sentence) -> bytes:
    list(ship("ar", list(sentences), folder, SHIPPED["ar"], 1))
    return (folder / "ar.zip").read_bytes()


def test_what_has_not_changed_is_not_rendered_and_stays_byte_for_byte(tmp_path: Path, engine: list[Sentence]) -> None:
    (tmp_path / NOTICE).write_text("terms")
    first = shipped(tmp_path, HELLO)
    assert shipped(tmp_path, HELLO) == first
    assert engine == [HELLO]
    shipped(tmp_path, HELLO, BYE)
    assert engine == [HELLO, BYE]
    assert shipped(tmp_path, HELLO) == first
    with ZipFile(tmp_path / "ar.zip") as file:
        assert file.read(NOTICE) == b"terms"


def test_the_same_sound_made_twice_is_the_same_bytes(tmp_path: Path, engine: list[Sentence]) -> None:
    assert shipped(tmp_path / "a", HELLO, BYE) == shipped(tmp_path / "b", BYE, HELLO)


def test_a_sound_says_where_it_comes_from(tmp_path: Path, engine: list[Sentence]) -> None:
    shipped(tmp_path, HELLO)
    with ZipFile(tmp_path / "ar.zip") as file:
        about = json.loads(file.read(next(name for name in file.namelist() if name.endswith(".json"))))
    assert about.keys() >= {"voice", "recipe", "sha256", "text", "language", "seconds", "cues", "bytes"}


def test_new_case_vowels_make_a_sound_stale(tmp_path: Path, engine: list[Sentence]) -> None:
    shipped(tmp_path, HELLO)
    pack = SoundPack(tmp_path, tmp_path / "unpacked")
    assert lacking([HELLO], pack) == []
    other = Sentence(HELLO.text, "ar", "مَرْحَبَنْ بِكُمْ.")
    assert lacking([other, BYE, Sentence("Bonjour", "fr")], pack) == [other, BYE]
    assert pack.find(other) is not None  # and until it is rendered the old sound is said


def test_it_is_said_after_a_person_and_after_the_kiosk_s_own(tmp_path: Path, engine: list[Sentence]) -> None:
    shipped(tmp_path / "sounds", HELLO, BYE)
    libraries = NarrationLibraries(tmp_path / "own", SoundPack(tmp_path / "sounds", tmp_path / "unpacked"))
    libraries.warm(["ar", "fr"])
    found = libraries.find(BYE)
    assert found is not None
    assert (found.said_by, found.seconds) == ("mbrola ar2", 1.0)
    assert found.path is not None
    assert found.path.parent == tmp_path / "unpacked"
    store(SoundLibrary(tmp_path / "own"), HELLO, RECORDED, TONE, (), {"voice": RECORDED})
    assert [sound.said_by for sound in (libraries.find(HELLO),) if sound] == [RECORDED]
    libraries.reject(found.path)
    assert libraries.find(BYE) is None


def test_only_so_many_are_kept_unpacked(tmp_path: Path, engine: list[Sentence], monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_UNPACKED > 100
    monkeypatch.setattr("kiosk.narration.pack.MOST_UNPACKED", 1)
    shipped(tmp_path, HELLO, BYE)
    pack = SoundPack(tmp_path, tmp_path / "unpacked")
    assert pack.find(HELLO)
    assert pack.find(BYE)
    assert [text_key(BYE) in path.name for path in (tmp_path / "unpacked").glob("*.ogg")] == [True]
    assert pack.find(HELLO)


@pytest.mark.expects_log
@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04 no archive", None])
def test_a_damaged_file_is_as_good_as_missing(tmp_path: Path, damage: bytes | None, engine: list[Sentence]) -> None:
    if damage is None:
        whole = bytearray(shipped(tmp_path, HELLO))
        whole[200:400] = bytes(200)
        damage = bytes(whole)
    (tmp_path / "ar.zip").write_bytes(damage)
    assert SoundPack(tmp_path, tmp_path / "unpacked").find(HELLO) is None


def test_without_the_files_there_is_nothing_and_no_complaint(tmp_path: Path) -> None:
    pack = SoundPack(tmp_path / "none", tmp_path)
    assert pack.find(HELLO) is None
    assert not pack.makers("ar")
    assert lacking([HELLO], pack) == [HELLO]


def test_names_that_are_no_sounds_are_left_alone(tmp_path: Path) -> None:
    write_pack(tmp_path / "ar.zip", {"a-b.ogg": b"", "README": b"", "x-y-z.json": b""})
    assert not SoundPack(tmp_path, tmp_path / "unpacked").makers("ar")


def test_only_whole_ogg_pages_are_renumbered(tmp_path: Path, engine: list[Sentence]) -> None:
    shipped(tmp_path, HELLO)
    sound = SoundPack(tmp_path, tmp_path / "unpacked").find(HELLO)
    assert sound is not None
    assert sound.path is not None
    stream = sound.path.read_bytes()
    assert with_fixed_serial(stream) == stream
    with pytest.raises(ValueError, match="no Ogg page at byte 0"):
        with_fixed_serial(b"RIFF")
