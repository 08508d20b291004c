"""A worker process that crashes, hangs, lies or says nothing: the caller is told in time, and nothing of it stays."""

import os
import signal
import threading
import wave
from pathlib import Path

import psutil
import pytest

from kiosk.errors import NarrationError
from kiosk.narration.engines.system import voice_for
from kiosk.narration.process import EngineProcess
from tests.helpers import workers
from tests.helpers.patience import pace, patience


def render(engine: EngineProcess, path: Path, text: str = "Bonjour") -> float:
    return engine.render(text, "fr-FR", 150, path).seconds


@pytest.mark.parametrize(
    ("program", "why"),
    [
        (workers.HUNG, "no answer within"),
        (workers.GARBAGE, "no usable answer"),
        (workers.OTHER_JSON, "no usable answer"),
        (workers.SILENT_DEATH, "the process ended"),
        (workers.KILLED, "the process ended"),
        (workers.NEVER_READY, "did not start"),
        (workers.DIES_AT_START, "did not start"),
        (workers.NOT_LOADED, "no library"),
        (workers.REFUSES, "nothing was said"),
        (workers.GRANDCHILD, "no answer within"),
    ],
)
def test_a_bad_worker_is_an_error_of_ours_and_leaves_no_process(tmp_path: Path, program: str, why: str) -> None:
    before = workers.children()
    engine = EngineProcess("pico", workers.command(program), deadline=pace(0.6))
    with pytest.raises(NarrationError, match=why):
        render(engine, tmp_path / "a.wav")
    engine.close()
    assert [p for p in workers.children() if p not in before] == []


@pytest.mark.parametrize("spoilt", [workers.HUNG, workers.GARBAGE, workers.KILLED, workers.DIES_AT_START])
def test_after_a_bad_worker_the_next_request_gets_a_new_one(tmp_path: Path, spoilt: str) -> None:
    program = workers.once_then_good(spoilt, tmp_path / "flag")
    engine = EngineProcess("pico", workers.command(program), deadline=pace(1))
    with pytest.raises(NarrationError):
        render(engine, tmp_path / "a.wav")
    assert render(engine, tmp_path / "a.wav") == 0.5
    engine.close()


def test_a_worker_killed_between_requests_is_replaced(tmp_path: Path) -> None:
    before = workers.children()
    engine = EngineProcess("pico", workers.command(workers.GOOD))
    render(engine, tmp_path / "a.wav")
    (worker,) = [p for p in workers.children() if p not in before]
    os.kill(worker.pid, signal.SIGKILL)
    psutil.wait_procs([worker], timeout=patience(5))
    assert render(engine, tmp_path / "b.wav") == 0.5
    engine.close()
    assert not [p for p in workers.children() if p not in before]


def test_one_worker_serves_many_requests(tmp_path: Path) -> None:
    started: list[str] = []
    engine = EngineProcess("pico", workers.command(workers.GOOD, started))
    for number in range(5):
        render(engine, tmp_path / f"{number}.wav")
    engine.close()
    assert started == ["pico"]


def test_a_request_under_way_is_ended_from_another_thread(tmp_path: Path) -> None:
    engine = EngineProcess("pico", workers.command(workers.HUNG), deadline=30)
    failed = threading.Event()

    def ask() -> None:
        with pytest.raises(NarrationError):
            render(engine, tmp_path / "a.wav")
        failed.set()

    thread = threading.Thread(target=ask)
    thread.start()
    while not failed.wait(0.02):
        engine.interrupt()
    thread.join()
    engine.close()


@pytest.mark.parametrize(
    ("engine", "voice", "text"),
    [
        ("pico", "fr-FR", "Bonjour à tous."),
        ("pico", "en-GB", "Welcome."),
        ("espeak", "sem/ar", "مَرْحَبًا بِكُم"),
        ("system", "ar", "مَرْحَبًا بِكُم"),
        ("system", "fr", "Bonjour à tous."),
    ],
)
def test_the_real_engines_speak(tmp_path: Path, engine: str, voice: str, text: str) -> None:
    worker = EngineProcess(engine)
    capabilities = worker.probe()
    said = worker.render(text, voice, 150, tmp_path / "a.wav")
    worker.close()
    with wave.open(str(tmp_path / "a.wav"), "rb") as sound:
        samples = memoryview(sound.readframes(sound.getnframes())).cast("h")
        assert abs(sound.getnframes() / sound.getframerate() - said.seconds) < 0.01
    assert 0.4 < said.seconds < 5
    assert capabilities.version
    assert capabilities.reports_words == bool(said.events)
    assert 2000 < max(samples) < 32767


def test_only_an_engine_that_can_is_asked_for_the_times_of_another_s_words(tmp_path: Path) -> None:
    pico, espeak = EngineProcess("pico"), EngineProcess("espeak")
    pico.render("Bonjour à tous", "fr-FR", 150, tmp_path / "a.wav")
    events = espeak.times_of("Bonjour à tous", "roa/fr", 145, tmp_path / "a.wav")
    assert [place for place, _ in events] == [0, 8, 10]
    assert events == sorted(events, key=lambda event: event[1])
    with pytest.raises(NarrationError, match="cannot tell"):
        pico.times_of("Bonjour", "fr-FR", 150, tmp_path / "a.wav")
    (tmp_path / "b.wav").write_bytes(b"RIFF and then nothing")
    for missing in ("b.wav", "c.wav"):
        with pytest.raises(NarrationError, match="not a WAV file"):
            espeak.times_of("Bonjour", "roa/fr", 145, tmp_path / missing)
    pico.close()
    espeak.close()


@pytest.mark.parametrize(("engine", "voice"), [("pico", "ar-MA"), ("espeak", "fr-fr"), ("espeak", "nobody"), ("system", "zgh")])
def test_a_voice_that_does_not_take_is_refused_not_replaced_by_another(tmp_path: Path, engine: str, voice: str) -> None:
    worker = EngineProcess(engine)
    with pytest.raises(NarrationError, match="has no voice"):
        worker.render("Bonjour", voice, 150, tmp_path / "a.wav")
    worker.close()
    assert not (tmp_path / "a.wav").exists()


@pytest.mark.parametrize("text", ["", "…", "  "])
def test_an_empty_render_is_an_error_and_no_file(tmp_path: Path, text: str) -> None:
    worker = EngineProcess("pico")
    with pytest.raises(NarrationError, match="nothing was said"):
        worker.render(text, "fr-FR", 150, tmp_path / "a.wav")
    worker.close()
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_engine_says_so(tmp_path: Path) -> None:
    worker = EngineProcess("nobody")
    with pytest.raises(NarrationError, match="nobody cannot be loaded"):
        render(worker, tmp_path / "a.wav")
    worker.close()


class SystemVoice:
    """A voice as pyttsx3 lists it."""

    def __init__(self, identifier: str, *languages: str | bytes) -> None:
        self.id, self.languages = identifier, languages


WINDOWS = [SystemVoice("HORTENSE", "fr-FR"), SystemVoice("HAZEL", "en-GB"), SystemVoice("NAAYF", "ar-SA")]
MAC = [SystemVoice("com.apple.thomas", "fr_CA"), SystemVoice("com.apple.majed", "ar_001")]
LINUX = [SystemVoice("roa/fr-be", b"\x08fr-be"), SystemVoice("roa/fr", b"\x05fr-fr"), SystemVoice("sem/ar", b"\x05ar")]


@pytest.mark.parametrize(
    ("tag", "voices", "chosen"),
    [
        ("fr", WINDOWS, "HORTENSE"),
        ("ar", WINDOWS, "NAAYF"),
        ("ar", MAC, "com.apple.majed"),
        ("en", MAC, None),
        ("fr", LINUX, "roa/fr"),
        ("ar", [SystemVoice("HAZEL", "en-GB")], None),
        ("ar", [SystemVoice("odd")], None),
    ],
)
def test_a_machine_s_own_voice_is_chosen_by_language(tag: str, voices: list[SystemVoice], chosen: str | None) -> None:
    assert voice_for(tag, voices) == chosen
