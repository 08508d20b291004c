"""Whatever a hall does to the sound, on a real sound server: the next sentence is heard on what is there, or nobody says it was."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk.ui.machine import player_process
from kiosk.ui.machine.player_process import PlayerProcess
from tests.helpers.patience import patience
from tests.helpers.sound_server import Loudspeaker, SoundServer, write_tone

SHORT, LONG = 0.7, 2.5
"""Seconds of sound."""
WHOLE = 0.8 * SHORT
"""A tone is loud in all but its crossings of zero."""

pytestmark = pytest.mark.expects_log  # which tells what is missing


class Listener:
    """Somebody who listens to what a player plays, and notes what it tells."""

    def __init__(self, folder: Path, bot: QtBot) -> None:
        self._root = QObject()
        self._bot = bot
        self._sounds = {seconds: write_tone(folder / f"{seconds}.wav", seconds) for seconds in (SHORT, LONG)}
        self.player = PlayerProcess(self._root)
        self.told: list[str] = []
        for name in ("finished", "failed", "heard", "unheard"):
            getattr(self.player, name).connect(lambda name=name: self.told.append(name))

    def begin(self, seconds: float) -> None:
        self.told.clear()
        self.player.play(self._sounds[seconds], seconds)

    def until(self, condition: Callable[[], bool]) -> None:
        self._bot.waitUntil(condition, timeout=20_000)

    def begins_to_hear(self, loudspeaker: Loudspeaker) -> None:
        """A long sound, from this loudspeaker."""
        loudspeaker.forget()
        self.begin(LONG)
        self.until(lambda: loudspeaker.heard > 0.1 and "heard" in self.told)

    def hears(self, loudspeaker: Loudspeaker) -> None:
        """The next sentence, to its end, from this loudspeaker."""
        loudspeaker.forget()
        self.begin(SHORT)
        self.until(lambda: "finished" in self.told)
        assert self.told == ["heard", "finished"]
        self.until(lambda: loudspeaker.heard > WHOLE)

    def hears_nothing(self) -> None:
        """The next sentence, and is told so."""
        self.begin(SHORT)
        self.is_told()

    def is_told(self) -> None:
        """That what was begun is not heard, or not to its end."""
        self.until(lambda: "unheard" in self.told)
        assert "finished" not in self.told


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SoundServer]:
    folder = tmp_path_factory.mktemp("sound")
    server = SoundServer(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PULSE_SERVER", server.address)
        patch.setenv("XDG_RUNTIME_DIR", str(folder))
        yield server
    server.end()


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> list[Listener]:
    """The listener of the tests before, whose process has begun."""
    return []


@pytest.fixture
def listener(
    server: SoundServer, kept: list[Listener], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Listener]:
    monkeypatch.setattr(player_process, "WAIT_MS", round(patience(player_process.WAIT_MS)))
    listener = Listener(tmp_path, qtbot)
    yield listener
    listener.player.close()


@pytest.fixture
def hall(server: SoundServer) -> SoundServer:
    """The server, with one loudspeaker, in order."""
    server.end()
    server.begin("one")
    return server


def test_a_sentence_is_heard(hall: SoundServer, listener: Listener) -> None:
    listener.hears(hall.loudspeakers["one"])
