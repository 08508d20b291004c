"""Sounds made ahead: found by their words, of one loudness, small, with sound cues; damage is as good as a missing file."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile

from kiosk.cli import main
from kiosk.domain.cues import are_sound
from kiosk.domain.narration import Sentence
from kiosk.errors import NarrationError
from kiosk.narration import audio
from kiosk.narration.library import RECORDED, SoundLibrary, cues_from_rows, text_key
from kiosk.narration.making import Raw, store
from kiosk.narration.rendering import Renderer, recipe, render_all
from kiosk.narration.synthesizer import Synthesizer
from kiosk.narration.voices import CHAIN, Voice
from tests.helpers import workers

ARABIC = Sentence("أَحْضِرُوا أَرْبَعَ صُوَرٍ شَمْسِيَّةٍ حَدِيثَةٍ.", "ar")
FRENCH = Sentence("Apportez quatre photos récentes et un certificat de résidence.", "fr")
SHORT = Sentence("Oui", "fr")


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("narration")
    outcomes = list(render_all([ARABIC, FRENCH, SHORT], folder, CHAIN, 2))
    assert [outcome.reason for outcome in outcomes] == ["", "", ""]
    return folder


@pytest.fixture
def library(rendered: Path, tmp_path: Path) -> SoundLibrary:
    """A copy that may be spoilt."""
    return SoundLibrary(Path(shutil.copytree(rendered, tmp_path / "narration")))


@pytest.mark.parametrize("sentence", [ARABIC, FRENCH, SHORT], ids=lambda sentence: sentence.text)
def test_a_rendered_sound_is_small_even_in_loudness_and_timed_word_by_word(library: SoundLibrary, sentence: Sentence) -> None:
    sound = library.find(sentence)
    assert sound is not None and sound.path is not None
    samples, rate = audio.read_sound(sound.path)
    assert rate == audio.RATE
    assert audio.decibels(float(np.abs(samples).max())) <= -1.0  # the codec adds up to a decibel to the peak it was given
    if sound.seconds > 1:
        assert audio.loudness(samples, rate) == pytest.approx(audio.LOUDNESS, abs=3)  # espeak-ng's peaks keep it down
    assert sound.path.stat().st_size <= 200_000 * sound.seconds / 60 + 1500  # headers
    assert sound.seconds == pytest.approx(len(samples) / rate, abs=0.05)
    assert are_sound(sound.cues, sentence.text)
    assert sound.path.with_suffix(".vtt").read_text(encoding="utf-8").count("-->") == len(sound.cues)


def test_the_times_found_by_likeness_are_close_to_those_of_a_voice_that_knows_its_own(tmp_path: Path) -> None:
    renderer = Renderer(tmp_path, {"fr": (Voice("espeak", "roa/fr", 115),)})
    truth = renderer.render(FRENCH)
    known = SoundLibrary(tmp_path).find(FRENCH)
    assert truth.has_cues and known is not None and known.path is not None
    from kiosk.narration.making import cues_by_likeness
    from kiosk.narration.process import EngineProcess

    espeak = EngineProcess("espeak")
    found = cues_by_likeness(FRENCH, Raw(*audio.read_sound(known.path)), espeak)
    espeak.close()
    renderer.close()
    errors = sorted(abs(a.begin_ms - b.begin_ms) for a, b in zip(found, known.cues, strict=True))
    assert errors[len(errors) // 2] <= 40
    assert errors[-1] <= 100


def test_a_second_run_makes_nothing_and_starts_no_voice(library: SoundLibrary, monkeypatch: pytest.MonkeyPatch) -> None:
    renderer = Renderer(library.folder, CHAIN)
    monkeypatch.setattr(renderer, "_engine", lambda _name: pytest.fail("a voice was started"))
    outcomes = [renderer.render(sentence) for sentence in (ARABIC, FRENCH)]
    assert [(o.made, o.has_cues, o.reason) for o in outcomes] == [(False, True, "")] * 2


def test_another_recipe_takes_the_place_of_the_old_one(library: SoundLibrary) -> None:
    (before,) = library.entries_of(FRENCH)
    renderer = Renderer(library.folder, {"fr": (Voice("espeak", "roa/fr", 145),)})
    assert renderer.render(FRENCH).made
    renderer.close()
    (after,) = library.entries_of(FRENCH)
    assert after.maker != before.maker
    assert not before.path.exists() and not before.sidecar.exists()


def test_every_part_of_a_recipe_changes_its_key() -> None:
    voice = CHAIN["fr"][0]
    others = (
        recipe(replace(FRENCH, text="Autre"), voice),
        recipe(replace(FRENCH, language="en"), voice),
        recipe(FRENCH, replace(voice, engine="espeak")),
        recipe(FRENCH, replace(voice, name="fr-CA")),
        recipe(FRENCH, replace(voice, words_per_minute=151)),
    )
    assert len({json.dumps(parts, sort_keys=True) for parts in (*others, recipe(FRENCH, voice))}) == 6
    assert {"version", "loudness", "codec", "schema"} <= recipe(FRENCH, voice).keys()


def test_the_order_of_vowel_marks_is_no_other_text() -> None:
    assert text_key(Sentence("الطَّلَبِ", "ar")) == text_key(Sentence("الط\u0651\u064eلَبِ", "ar"))
    assert text_key(ARABIC) != text_key(replace(ARABIC, language="fr"))


# what is damaged -------------------------------------------------------------------------------------------------


def cut_short(ogg: Path) -> None:
    ogg.write_bytes(ogg.read_bytes()[:-200])


def no_docket(ogg: Path) -> None:
    ogg.with_suffix(".json").unlink()


def garbage_docket(ogg: Path) -> None:
    ogg.with_suffix(".json").write_bytes(b"\x00\xff{")


def other_docket(ogg: Path) -> None:
    ogg.with_suffix(".json").write_text('["what"]')


@pytest.mark.parametrize("spoil", [cut_short, no_docket, garbage_docket, other_docket])
def test_a_damaged_sound_is_said_live_instead(library: SoundLibrary, tmp_path: Path, spoil) -> None:
    (entry,) = library.entries_of(FRENCH)
    spoil(entry.path)
    assert library.find(FRENCH) is None
    voices = Synthesizer(tmp_path / "cache", library, {"fr": (Voice("pico", "x", 150),)}, workers.command(workers.GOOD))
    assert voices.say(FRENCH).said_by == "pico x"
    voices.close()


@pytest.mark.parametrize(
    "cues",
    [
        [{"i": 0, "c0": 0, "c1": 8, "t0": 500, "t1": 100}],
        [{"i": 0, "c0": 0, "c1": 800, "t0": 0, "t1": 100}],
        [{"i": 0, "c0": 0, "c1": 8, "t0": 0, "t1": 100}],
        [],
    ],
)
def test_cues_that_are_not_sound_leave_the_sentence_lit_as_a_whole(library: SoundLibrary, cues: list[dict[str, int]]) -> None:
    (entry,) = library.entries_of(FRENCH)
    sidecar = json.loads(entry.sidecar.read_text(encoding="utf-8"))
    entry.sidecar.write_text(json.dumps(sidecar | {"cues": cues}), encoding="utf-8")
    sound = library.find(FRENCH)
    assert sound is not None and sound.cues == ()


@pytest.mark.parametrize("rows", [[{"i": 0}], [{"i": "x", "c0": 0, "c1": 1, "t0": 0, "t1": 1}], [3]])
def test_rows_that_are_not_cues_are_an_error(rows: list) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        cues_from_rows(rows)


def test_a_sound_that_could_not_be_played_is_not_offered_again(library: SoundLibrary) -> None:
    sound = library.find(FRENCH)
    assert sound is not None and sound.path is not None
    library.reject(sound.path)
    assert library.find(FRENCH) is None
    assert library.find(ARABIC) is not None


def test_a_person_s_voice_comes_before_a_rendered_one(library: SoundLibrary) -> None:
    tone = np.sin(np.linspace(0, 2000, 32_000)) / 4
    store(library, FRENCH, RECORDED, Raw(tone, 16_000), (), {"voice": "recorded"})
    sound = library.find(FRENCH)
    assert sound is not None and sound.said_by == "recorded"


def test_silence_is_never_stored(tmp_path: Path) -> None:
    with pytest.raises(NarrationError, match="nothing is heard"):
        store(SoundLibrary(tmp_path), FRENCH, RECORDED, Raw(np.zeros(16_000), 16_000), (), {"voice": "recorded"})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"what is this", b"OggS" + bytes(100), b"RIFF" + bytes(60)])
def test_what_is_no_sound_is_an_error_of_ours(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.ogg"
    path.write_bytes(content)
    with pytest.raises(NarrationError, match=r"cannot be read as sound|holds no sound"):
        audio.read_sound(path)


@pytest.mark.parametrize("text", ["", "…", "؟!", "\u064e\u0651"])
def test_what_has_nothing_to_say_is_a_reason_and_no_file(tmp_path: Path, text: str) -> None:
    renderer = Renderer(tmp_path, {"fr": CHAIN["fr"][:1]})
    outcome = renderer.render(Sentence(text, "fr"))
    renderer.close()
    assert not outcome.made and outcome.reason
    assert not list(tmp_path.glob("*.ogg"))


def test_the_command_renders_a_language_and_says_what_it_did(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tiny: Path
) -> None:
    monkeypatch.setattr("kiosk.presentation.entries.every_menu.COUNTED", 2)
    arguments = ["narration", "render", "--lang", "ar", "--content", str(tiny), "--out", str(tmp_path / "n"), "--json"]
    assert main(arguments) == 0
    first = json.loads(capsys.readouterr().out)
    assert first["made"] == first["sentences"] > 5
    assert main(arguments) == 0
    second = json.loads(capsys.readouterr().out)
    assert (second["made"], second["kept"]) == (0, first["sentences"])
    assert main(["narration", "report", "--content", str(tiny), "--out", str(tmp_path / "n"), "--json"]) == 0
    languages = {row["language"]: row for row in json.loads(capsys.readouterr().out)["languages"]}
    assert languages["ar"]["rendered"] > 3
    french = languages["fr"]  # Arabic letters of the keyboard are said in Arabic there too
    assert french["rendered"] < french["live"] == french["sentences"] - french["rendered"]
    assert [row["missing"] for row in languages.values()] == [0, 0, 0]


def test_everything_in_the_content_can_be_said_in_every_language(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["narration", "report", "--content", str(content), "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)["languages"]
    assert {row["language"] for row in rows} == {"ar", "fr", "en"}
    for row in rows:
        assert row["sentences"] > 500
        assert row["missing"] == 0
        assert row["live_voice"]


def test_the_sound_files_of_all_kinds_are_read(tmp_path: Path) -> None:
    tone = np.sin(np.linspace(0, 2000, 22_050)) / 4
    for name, rate in (("a.wav", 22_050), ("a.flac", 48_000), ("a.mp3", 44_100), ("a.ogg", 16_000)):
        soundfile.write(str(tmp_path / name), np.column_stack([tone, tone]), rate)
        samples, found = audio.read_sound(tmp_path / name)
        assert found == rate and samples.ndim == 1


def test_new_rules_of_arabic_make_new_sounds_of_arabic_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    voice = Voice("espeak", "sem/ar", 125)
    before = recipe(ARABIC, voice), recipe(FRENCH, voice)
    monkeypatch.setattr("kiosk.narration.voices.ARABIC_RULES", 99)
    assert recipe(ARABIC, voice) != before[0]
    assert recipe(FRENCH, voice) == before[1]
    other = replace(ARABIC, vocalised=f"{ARABIC.text}ـ")
    assert recipe(other, voice)["text"] != before[0]["text"] and text_key(other) == text_key(ARABIC)
