"""A player whose sounds a process of its own plays: begun anew when it ends, or when nothing moves on in it (ADR 0033)."""

import json
import logging
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal, Slot

WAIT_MS = 5000
"""How long a process may take to begin, and a sound to move on."""
WARMING = 0
"""The turn before the first one."""
COMMAND = (sys.executable, "-m", "kiosk.ui.machine.sound_process")

log = logging.getLogger(__name__)


class PlayerProcess(QObject):
    """Plays what it is given while somebody could hear it, and tells when nobody can."""

    finished = Signal()
    failed = Signal()
    heard = Signal()
    unheard = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._process: subprocess.Popen[bytes] | None = None
        self._line: socket.socket | None = None
        self._notifier: QSocketNotifier | None = None
        self._unread = b""
        self._speed = self._volume = 100
        self._path: Path | None = None
        self._turn = WARMING
        """Which sound: what is told of an earlier one comes too late."""
        self._playing = False
        """Whether it is to be heard now: it is neither paused nor over."""
        self._at = 0
        self._again = False
        """Whether it was begun anew, which is done once."""
        self._missing = ""
        """Why nothing was heard when that was told last."""
        self._watch = QTimer(self, interval=WAIT_MS, singleShot=True)
        self._watch.timeout.connect(self._lose)

    # what it is asked for --------------------------------------------------------------------------------------------

    def play(self, path: Path | None, seconds: float) -> None:
        self._path, self._again = path, False
        self._play()

    def pause(self) -> None:
        self._rest()
        self._tell("pause")

    def resume(self) -> None:
        if self._process is None:  # it ended meanwhile
            self._play()
        else:
            self._playing = True
            self._watch.start()
            self._tell("resume")

    def stop(self) -> None:
        self._rest()
        self._turn += 1
        self._at = 0
        self._tell("stop")

    def position_ms(self) -> int:
        return self._at

    def set_speed(self, percent: int) -> None:
        self._speed = percent
        self._tell("speed", percent)

    def set_volume(self, percent: int) -> None:
        self._volume = percent
        self._tell("volume", percent)

    def warm(self) -> None:
        self._begin()
        self._tell("warm")

    def close(self) -> None:
        self._rest()
        self._end()

    def _play(self) -> None:
        self._turn += 1
        self._at, self._playing = 0, True
        self._begin()
        self._watch.start()
        self._tell("play", self._turn, str(self._path))

    def _rest(self) -> None:
        self._watch.stop()
        self._playing = False

    # the process -----------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        if self._process is not None:
            return
        self._line, theirs = socket.socketpair()
        self._line.setblocking(False)  # noqa: FBT003 - Python takes it by place
        with theirs:
            self._process = subprocess.Popen(COMMAND, stdin=theirs.fileno(), stdout=theirs.fileno())
        self._notifier = QSocketNotifier(self._line.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._take)
        self._tell("speed", self._speed)
        self._tell("volume", self._volume)

    def _tell(self, *words: object) -> None:
        """A line to the process. That it has ended, or reads no more, is found out by what it does not answer."""
        if self._line is not None:
            with suppress(OSError):
                self._line.send(json.dumps(words).encode() + b"\n")

    @Slot()
    def _take(self) -> None:
        came = b""
        with suppress(OSError):
            came = self._line.recv(65536) if self._line is not None else b""
        if not came:
            self._lose()
        *lines, self._unread = (self._unread + came).split(b"\n")
        for line in lines:
            self._hear(*json.loads(line))

    @Slot()
    def _lose(self) -> None:
        """The process has ended, or nothing moves on in it: the sound again by another one; a second time it is not heard."""
        self._end()
        if self._playing and not self._again:
            self._again = True
            self._play()
        else:
            self._miss("nothing moves on in the sound server", "restart PipeWire or PulseAudio")

    def _end(self) -> None:
        process, line, notifier, self._unread = self._process, self._line, self._notifier, b""
        self._process = self._line = self._notifier = None
        if process is not None and line is not None and notifier is not None:
            notifier.setEnabled(False)
            notifier.deleteLater()
            line.close()
            process.kill()
            process.wait()

    # what it tells ---------------------------------------------------------------------------------------------------

    def _hear(self, what: str, *rest: Any) -> None:
        match [what, *rest]:
            case ["ready"] if self._playing:
                self._watch.start()
            case ["absent", found, mend]:
                self._end()
                self._miss(found, mend)
            case ["unheard", turn, found, mend] if turn in {self._turn, WARMING}:
                self._miss(found, mend)
            case ["at", self._turn, at] if self._playing:
                self._move_on(at)
            case ["finished", self._turn] if self._playing:
                self._rest()
                self.finished.emit()
            case ["failed", self._turn, why] if self._playing:
                log.info("a sound could not be played: %s", why)
                self._rest()
                self.failed.emit()

    def _move_on(self, at: int) -> None:
        began, self._at = not self._at, at
        self._watch.start()
        if began:
            if self._missing:
                log.info("sound again")
            self._missing = ""
            self.heard.emit()

    def _miss(self, found: str, mend: str) -> None:
        """Nobody hears it; the log tells once."""
        if found != self._missing:
            log.warning("no sound: %s; %s", found, mend)
        self._missing = found
        if self._playing:
            self._rest()
            self.unheard.emit()


def make_player(parent: QObject) -> PlayerProcess:
    """A player; whether anything can be heard is found out by playing."""
    return PlayerProcess(parent)
