"""Whatever a hall does to the sound, on a real sound server: the next sentence is heard on what is there, or nobody says it was."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk.cli.examination import examine_machine
from kiosk.config import MEND
from kiosk.ui.machine import player_process
from kiosk.ui.machine.player_process import PlayerProcess
from kiosk.ui.machine.sound_server import MADE_UP, Obstacle, reach_server
from tests.helpers.patience import patience
from tests.helpers.sound_server import Loudspeaker, SoundServer, write_tone

SHORT, LONG = 0.7, 2.0
"""Seconds of sound."""
WHOLE = 0.5 * SHORT
"""A tone is loud in all but its crossings of zero, and a server on a busy machine leaves out parts of it."""

pytestmark = pytest.mark.expects_log  # which tells what is missing


class Listener:
    """Somebody who listens to what a player plays, and notes what it tells."""

    def __init__(self, player: PlayerProcess, sounds: dict[float, Path], bot: QtBot) -> None:
        self.player, self._sounds, self._bot = player, sounds, bot
        self.told: list[str] = []
        for name in ("finished", "failed", "heard", "unheard"):
            getattr(player, name).connect(lambda name=name: self.told.append(name))

    def begin(self, seconds: float) -> None:
        self.told.clear()
        self.player.play(self._sounds[seconds], seconds)

    def until(self, condition: Callable[[], bool]) -> None:
        self._bot.waitUntil(condition, timeout=10_000)

    def begins_to_hear(self, loudspeaker: Loudspeaker) -> None:
        """A long sentence, from this loudspeaker."""
        loudspeaker.forget()
        self.begin(LONG)
        self.until(lambda: loudspeaker.heard > 0.1 and self.told == ["heard"])

    def hears(self, loudspeaker: Loudspeaker) -> None:
        """The next sentence, to its end, from this loudspeaker."""
        loudspeaker.forget()
        self.begin(SHORT)
        self.until(lambda: "finished" in self.told)
        assert self.told == ["heard", "finished"]
        self.until(lambda: loudspeaker.heard > WHOLE)

    def is_told_that_nothing_is_heard(self) -> None:
        """Of what was begun, though it was heard before; it is not "finished"."""
        self.until(lambda: "unheard" in self.told)
        assert "finished" not in self.told

    def hears_nothing(self) -> None:
        """The next sentence, and is told so."""
        self.begin(SHORT)
        self.is_told_that_nothing_is_heard()
        assert self.told == ["unheard"]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SoundServer]:
    server = SoundServer(tmp_path_factory.mktemp("sound"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PULSE_SERVER", server.address)
        yield server
    server.end()


@pytest.fixture
def tidy_server(server: SoundServer) -> SoundServer:
    """The server with one loudspeaker, in order."""
    server.tidy("one")
    return server


@pytest.fixture(scope="module")
def root(qapp: QGuiApplication) -> QObject:
    return QObject()


@pytest.fixture(scope="module")
def player(server: SoundServer, root: QObject) -> Iterator[PlayerProcess]:
    """The one player of all tests: as in a hall, it has been through what came before."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(player_process, "WAIT_MS", round(1000 * patience(player_process.WAIT_MS / 1000)))
        player = PlayerProcess(root)
    yield player
    player.close()


@pytest.fixture(scope="module")
def sounds(tmp_path_factory: pytest.TempPathFactory) -> dict[float, Path]:
    folder = tmp_path_factory.mktemp("sounds")
    return {seconds: write_tone(folder / f"{seconds}.wav", seconds) for seconds in (SHORT, LONG)}


@pytest.fixture
def listener(player: PlayerProcess, sounds: dict[float, Path], qtbot: QtBot) -> Iterator[Listener]:
    listener = Listener(player, sounds, qtbot)
    yield listener
    player.stop()
    for signal in (player.finished, player.failed, player.heard, player.unheard):
        signal.disconnect()


# loudspeakers that come and go -----------------------------------------------------------------------------------------


def test_a_sentence_is_heard(tidy_server: SoundServer, listener: Listener) -> None:
    listener.hears(tidy_server.loudspeakers["one"])


def test_of_a_default_that_moves_while_somebody_listens_the_next_sentence_is_heard(
    tidy_server: SoundServer, listener: Listener
) -> None:
    tidy_server.plug("two")
    listener.begins_to_hear(tidy_server.loudspeakers["one"])
    tidy_server.tell("set-default-sink", "two")
    tidy_server.loudspeakers["one"].forget()
    listener.hears(tidy_server.loudspeakers["two"])
    assert tidy_server.loudspeakers["one"].heard < 0.1


def test_a_loudspeaker_that_is_plugged_in_and_taken_as_default_is_heard(tidy_server: SoundServer, listener: Listener) -> None:
    tidy_server.load("module-switch-on-connect", "ignore_virtual=no")
    listener.hears(tidy_server.loudspeakers["one"])
    tidy_server.plug("two")
    listener.hears(tidy_server.loudspeakers["two"])


def test_unplugged_while_it_speaks_the_other_one_is_heard(tidy_server: SoundServer, listener: Listener) -> None:
    tidy_server.plug("two")
    listener.begins_to_hear(tidy_server.loudspeakers["one"])
    tidy_server.unplug("one")
    listener.until(lambda: tidy_server.loudspeakers["two"].heard > 0.1)
    listener.hears(tidy_server.loudspeakers["two"])


def test_unplugged_and_none_is_left_until_another_comes(tidy_server: SoundServer, listener: Listener) -> None:
    listener.begins_to_hear(tidy_server.loudspeakers["one"])
    tidy_server.unplug("one")
    listener.is_told_that_nothing_is_heard()
    listener.hears_nothing()
    tidy_server.plug("two")
    listener.hears(tidy_server.loudspeakers["two"])


def test_what_a_server_makes_up_where_no_loudspeaker_is_left_is_none(tidy_server: SoundServer, listener: Listener) -> None:
    tidy_server.load("module-always-sink")
    listener.begins_to_hear(tidy_server.loudspeakers["one"])
    tidy_server.unplug("one")
    listener.is_told_that_nothing_is_heard()
    assert MADE_UP in tidy_server.tell("list", "short", "sinks")
    listener.hears_nothing()


# loudspeakers that take a sound and let nobody hear it -----------------------------------------------------------------


SILENCED = {
    "asleep": (("suspend-sink", "one", "1"), ("suspend-sink", "one", "0")),
    "muted": (("set-sink-mute", "one", "1"), ("set-sink-mute", "one", "0")),
    "at volume zero": (("set-sink-volume", "one", "0"), ("set-sink-volume", "one", "100%")),
}


@pytest.mark.parametrize("state", SILENCED)
def test_a_silenced_loudspeaker_is_told_of_and_heard_when_it_is_back(
    tidy_server: SoundServer, listener: Listener, state: str
) -> None:
    silence, sound = SILENCED[state]
    listener.begins_to_hear(tidy_server.loudspeakers["one"])
    tidy_server.tell(*silence)
    listener.is_told_that_nothing_is_heard()
    listener.hears_nothing()
    tidy_server.tell(*sound)
    listener.hears(tidy_server.loudspeakers["one"])


# servers that end and begin --------------------------------------------------------------------------------------------


def test_a_server_that_ends_while_somebody_listens_and_begins_again(tidy_server: SoundServer, listener: Listener) -> None:
    listener.begins_to_hear(tidy_server.loudspeakers["one"])
    tidy_server.end()
    listener.is_told_that_nothing_is_heard()
    listener.hears_nothing()
    tidy_server.begin("one")
    listener.hears(tidy_server.loudspeakers["one"])


def test_a_server_that_began_anew_while_all_was_silent(tidy_server: SoundServer, listener: Listener) -> None:
    listener.hears(tidy_server.loudspeakers["one"])
    tidy_server.end()
    tidy_server.begin("one")
    listener.hears(tidy_server.loudspeakers["one"])


def test_a_server_that_began_anew_while_the_listener_paused(tidy_server: SoundServer, listener: Listener) -> None:
    listener.begins_to_hear(tidy_server.loudspeakers["one"])
    listener.player.pause()
    tidy_server.end()
    tidy_server.begin("two")
    listener.player.resume()
    listener.until(lambda: tidy_server.loudspeakers["two"].heard > 0.1)


def test_a_server_that_comes_after_the_kiosk(server: SoundServer, sounds: dict[float, Path], root: QObject, qtbot: QtBot) -> None:
    server.end()
    early = Listener(PlayerProcess(root), sounds, qtbot)
    early.player.warm()
    early.hears_nothing()
    server.begin("one")
    early.hears(server.loudspeakers["one"])
    early.player.close()


def test_a_server_that_answers_nobody_holds_up_neither_the_window_nor_the_sentence(
    tidy_server: SoundServer, sounds: dict[float, Path], root: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    impatient = Listener(PlayerProcess(root), sounds, qtbot)
    impatient.begins_to_hear(tidy_server.loudspeakers["one"])
    impatient.player._watch.setInterval(500)
    tidy_server.freeze()
    impatient.is_told_that_nothing_is_heard()
    impatient.hears_nothing()
    impatient.player.close()


# the process it is played by -------------------------------------------------------------------------------------------


def test_stopped_it_is_silent_and_nobody_is_told_anything(tidy_server: SoundServer, listener: Listener) -> None:
    listener.begins_to_hear(tidy_server.loudspeakers["one"])
    listener.player.stop()
    listener.hears(tidy_server.loudspeakers["one"])
    assert tidy_server.loudspeakers["one"].heard < SHORT


def test_a_file_that_cannot_be_played_is_another_matter(tidy_server: SoundServer, listener: Listener, tmp_path: Path) -> None:
    (tmp_path / "broken.ogg").write_bytes(b"no sound")
    listener.player.play(tmp_path / "broken.ogg", SHORT)
    listener.until(lambda: listener.told == ["failed"])
    listener.hears(tidy_server.loudspeakers["one"])


def test_a_process_that_is_killed_is_begun_anew_and_the_sentence_with_it(tidy_server: SoundServer, listener: Listener) -> None:
    listener.begins_to_hear(tidy_server.loudspeakers["one"])
    listener.player._process.kill()
    listener.until(lambda: "finished" in listener.told)
    assert listener.told == ["heard", "heard", "finished"]
    assert tidy_server.loudspeakers["one"].heard > LONG * 0.8


def test_without_libpulse_nothing_is_heard_and_the_log_names_the_package(
    sounds: dict[float, Path],
    root: QObject,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    (tmp_path / "libpulse.so.0").touch()  # what the loader finds first cannot be loaded
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path))
    deaf = Listener(PlayerProcess(root), sounds, qtbot)
    deaf.hears_nothing()
    deaf.player.close()
    assert "install libpulse0" in caplog.text


def test_without_pulsectl_it_is_told_as_a_part_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pulsectl", None)
    assert reach_server() == Obstacle("pulsectl is not installed", MEND)


def test_what_is_missing_is_logged_once(
    server: SoundServer, sounds: dict[float, Path], root: QObject, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    server.end()
    deaf = Listener(PlayerProcess(root), sounds, qtbot)
    deaf.hears_nothing()
    deaf.hears_nothing()
    deaf.player.close()
    assert caplog.text.count("no sound server answers") == 1


def test_the_doctor_finds_what_the_kiosk_finds(tidy_server: SoundServer) -> None:
    for silenced in (False, True):
        tidy_server.tell("set-sink-mute", "one", str(int(silenced)))
        (row,) = [row for row in examine_machine(32) if row.name == "sound"]
        assert row.green is not silenced
        assert ("muted" in row.found, row.mend.startswith("pactl set-sink-mute")) == (silenced, silenced)
