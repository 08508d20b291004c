"""The booth: a good take is on the kiosk at once, what is wrong with another is said, and tomorrow it goes on from there."""

import json
import threading
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from kiosk.cli import main
from kiosk.cli.booth import golden_words, group_of
from kiosk.config import DATA, ROOT
from kiosk.domain.narration import Sentence
from kiosk.errors import NarrationError, StorageError
from kiosk.narration.booth import Booth, BoothFiles
from kiosk.narration.booth_server import BoothServer
from kiosk.narration.library import RECORDED, SoundLibrary
from kiosk.narration.studio import ScriptLine

RATE = 48_000
LINES = [
    ScriptLine(1, "pavilion:k9", Sentence("مَرْحَبًا بِكُم فِي رِوَاقِنَا.", "ar", "مَرْحَبًا بِكُمْ فِي رِوَاقِنَا.")),
    ScriptLine(2, "service:cnie", Sentence("أَحْضِرُوا صُورَتَيْن.", "ar", "أَحْضِرُوا صُورَتَيْنِ.")),
]


def take(seconds: float = 2.0, voice: float = 0.3, room: float = 0.0005, quiet: float = 3.0) -> bytes:
    """A voice of so many seconds with quiet around it, as the page sends it."""
    chance = np.random.default_rng(1)
    samples = room * chance.standard_normal(int((seconds + 2 * quiet) * RATE))
    begin, length = int(quiet * RATE), int(seconds * RATE)
    time = np.arange(length) / RATE
    samples[begin : begin + length] += voice * np.sin(2 * np.pi * 180 * time) * (0.6 + 0.4 * np.sin(2 * np.pi * 4 * time))
    file = BytesIO()
    soundfile.write(file, np.clip(samples, -1, 1), RATE, format="WAV", subtype="PCM_16")
    return file.getvalue()


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    groups = [group_of(line.item) for line in LINES]
    opened = Booth("ar", LINES, groups, BoothFiles(tmp_path / "studio", tmp_path / "narration"))
    yield opened
    opened.close()


def states(booth: Booth) -> list[str]:
    return [row["state"] for row in booth.rows()]


def test_a_good_take_is_cut_levelled_and_on_the_kiosk_at_once(booth: Booth, tmp_path: Path) -> None:
    found = booth.take(1, take())
    assert found.taken, found.what
    sound = SoundLibrary(tmp_path / "narration").find(LINES[0].sentence)
    assert sound is not None
    assert sound.said_by == RECORDED
    assert 2.0 <= sound.seconds < 2.6, "the quiet around it is gone"
    assert states(booth) == ["recorded", "open"]
    assert booth.sound_of(1) is not None
    assert booth.sound_of(2) is None
    assert booth.progress() == {"pavilion k9": {"lines": 1, "done": 1}, "service": {"lines": 1, "done": 0}}


@pytest.mark.parametrize(
    ("sound", "said"),
    [
        (take(voice=1.9), "clipped"),
        (take(room=0.05, voice=0.2), "the room is too loud"),
        (take(seconds=20), "s for "),
        (take(voice=0.0, room=0.0), "silent"),
        (b"", "the browser sent no sound"),
        (b"RIFF....", "the browser sent no sound"),
    ],
)
def test_what_is_wrong_with_a_take_is_said_and_nothing_is_kept(booth: Booth, sound: bytes, said: str) -> None:
    found = booth.take(1, sound)
    assert not found.taken
    assert said in found.what
    assert states(booth) == ["open", "open"]


def test_a_second_take_replaces_the_first(booth: Booth, tmp_path: Path) -> None:
    booth.take(1, take(2.0))
    assert booth.take(1, take(3.0)).taken
    (entry,) = SoundLibrary(tmp_path / "narration").entries()
    assert entry.maker == RECORDED
    sound = SoundLibrary(tmp_path / "narration").find(LINES[0].sentence)
    assert sound is not None and sound.seconds > 2.9


def test_tomorrow_it_goes_on_and_a_changed_text_is_asked_for_again(booth: Booth, tmp_path: Path) -> None:
    booth.take(1, take())
    booth.mark_unsayable(2, "no such word")
    assert states(booth) == ["recorded", "unsayable"]
    changed = [ScriptLine(1, "pavilion:k9", Sentence("أَهْلًا.", "ar")), LINES[1]]
    again = Booth("ar", changed, ["a", "b"], BoothFiles(tmp_path / "studio", tmp_path / "narration"))
    assert states(again) == ["open", "unsayable"]
    again.mark_unsayable(2, "")
    assert states(again) == ["open", "open"]
    again.close()


def test_a_line_that_is_not_there_is_refused(booth: Booth) -> None:
    assert "no line 9" in booth.take(9, take()).what


Ask = Callable[..., tuple[int, bytes]]


@pytest.fixture
def ask(booth: Booth) -> Iterator[Ask]:
    golden = [{"word": "الْبَابُ", "sounds": "ʔalˈbaːb", "rule": "moon letters"}]
    server = BoothServer(booth, golden, lambda word: b"RIFF" if word == "الْبَابُ" else None, DATA / "assets" / "booth", 0)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()

    def asked(method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, bytes]:
        connection = HTTPConnection("127.0.0.1", server.server_port)
        given = (
            {"X-Booth": "1"}
            if method == "POST" and not headers
            else {name.replace("_", "-"): said for name, said in headers.items()}
        )
        connection.request(method, path, body or None, given)
        answer = connection.getresponse()
        found = answer.status, answer.read()
        connection.close()
        return found

    yield asked
    server.shutdown()
    server.server_close()
    thread.join()


def told(answer: tuple[int, bytes]) -> Any:
    assert answer[0] == 200
    return json.loads(answer[1])


def test_the_page_and_what_it_asks_for_are_served(ask: Ask) -> None:
    for page in ("/", "/golden", "/booth.js", "/golden.js", "/recorder.js", "/booth.css"):
        assert ask("GET", page)[0] == 200
    assert [line["text"] for line in told(ask("GET", "/lines"))["lines"]] == [line.sentence.full for line in LINES]
    found = told(ask("POST", "/takes/1", take()))
    assert (found["taken"], found["progress"]["pavilion k9"]["done"]) == (True, 1)
    status, sound = ask("GET", "/takes/1")
    assert (status, sound[:4]) == (200, b"OggS")
    assert told(ask("POST", "/unsayable/2", json.dumps({"why": "hard"}).encode()))["progress"]["service"]["done"] == 1


def test_a_native_speaker_hears_and_marks_golden_words(ask: Ask) -> None:
    assert told(ask("GET", "/golden-words"))["words"][0]["sounds"] == "ʔalˈbaːb"
    assert ask("GET", "/said/%D8%A7%D9%84%D9%92%D8%A8%D9%8E%D8%A7%D8%A8%D9%8F") == (200, b"RIFF")
    mark = json.dumps({"word": "الْبَابُ", "judgement": "right"}).encode()
    assert told(ask("POST", "/golden-marks", mark))["marks"] == {"الْبَابُ": "right"}
    assert told(ask("GET", "/golden-words"))["marks"] == {"الْبَابُ": "right"}


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("GET", "/", {"Host": "evil.example"}, 403),
        ("GET", "/../pyproject.toml", {}, 404),
        ("GET", "/takes/x", {}, 404),
        ("POST", "/takes/1", {"Origin": "http://evil.example"}, 403),
        ("POST", "/takes/1", {"X-Booth": "1", "Content-Length": "999999999"}, 403),
        ("POST", "/unsayable/9", {"X-Booth": "1"}, 400),
        ("POST", "/nothing", {"X-Booth": "1"}, 404),
    ],
)
def test_other_sites_and_what_is_no_request_of_the_page_get_nothing(
    ask: Ask, method: str, path: str, headers: dict[str, str], status: int
) -> None:
    assert (
        ask(method, path, **({} if not headers else {name.replace("-", "_"): said for name, said in headers.items()}))[0] == status
    )


def test_golden_words_are_those_of_the_tests_and_another_file_is_refused(tmp_path: Path) -> None:
    assert len(list(golden_words(ROOT / "tests" / "domain" / "golden" / "arabic_words.yaml"))) > 300
    (tmp_path / "other.yaml").write_text("a: 1")
    (tmp_path / "binary.yaml").write_bytes(bytes(range(256)))
    for name in ("other.yaml", "binary.yaml", "none.yaml", "."):
        with pytest.raises(NarrationError, match="not a list of golden words"):
            list(golden_words(tmp_path / name))


@pytest.mark.parametrize("option", ["--studio", "--out"])
def test_a_folder_that_takes_nothing_is_refused_before_anybody_speaks(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, option: str
) -> None:
    (tmp_path / "file").write_text("")
    given = {"--studio": tmp_path / "studio", "--out": tmp_path / "out"} | {option: tmp_path / "file"}
    arguments = [str(word) for pair in given.items() for word in pair]
    assert main(["narration", "booth", "--lang", "ar", *arguments]) == StorageError.exit_status
    assert "file: cannot be written (not a folder)" in capsys.readouterr().err
