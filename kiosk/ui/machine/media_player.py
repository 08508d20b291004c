"""Qt Multimedia's player, in the sound process: each sound on the loudspeaker of the moment, and asked whether it is heard."""

import json
import os
import struct
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import NoReturn

import pulsectl
from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QObject,
    QSocketNotifier,
    QTimer,
    QUrl,
    Slot,
)
from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer

from kiosk.ui.machine.sound_server import NO_STREAM, Obstacle, ServerLine

LOOK_MS = 20
"""How often the position is told."""
ASK_EVERY = 5
"""Looks from one question to the sound server to the next."""
GRACE = 1.0
"""Seconds in which a stream is opened, and a loudspeaker wakes up."""
WARM_SECONDS = 0.1
WARM_RATE = 16_000


def silent_wav() -> bytes:
    """A WAV file in which nothing is heard."""
    size = 2 * int(WARM_RATE * WARM_SECONDS)
    return struct.pack(
        "<4sI8sIHHIIHH4sI", b"RIFF", 36 + size, b"WAVEfmt ", 16, 1, 1, WARM_RATE, 2 * WARM_RATE, 2, 16, b"data", size
    ) + bytes(size)


class MediaPlayer(QObject):
    """Does what the lines of `kiosk.ui.machine.sound_process` say."""

    def __init__(self, line: ServerLine, tell: Callable[..., None], leave: Callable[[], NoReturn]) -> None:
        """Nothing plays yet.

        Args:
            line: the sound server.
            tell: a line to the window.
            leave: ends the process, where a new one has to be begun.
        """
        super().__init__()
        self._line, self._tell, self._leave = line, tell, leave
        self._player, self._output = QMediaPlayer(self), QAudioOutput(self)
        self._player.setAudioOutput(self._output)
        self._player.setPitchCompensation(True)
        self._player.mediaStatusChanged.connect(self._follow)
        self._player.errorOccurred.connect(self._report)
        self._turn = 0
        """Which sound; 0: none that anybody waits for."""
        self._obstacle: Obstacle | None = None
        """Why it is not heard, as far as was asked."""
        self._looks = self._at = 0
        self._moved = 0.0
        """When it last moved on and was heard."""
        self._warm_sound = QBuffer(self)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)

    def play(self, turn: int, path: str) -> None:
        """A sound from its beginning, instead of whatever plays."""
        self._turn, self._at = turn, 0
        obstacle = self._line.obstacle()
        if obstacle:
            self._give_up(obstacle)
            return
        self._output.setDevice(QMediaDevices.defaultAudioOutput())
        self._player.setSource(QUrl.fromLocalFile(path))
        self.resume()

    def pause(self) -> None:
        """Silence until `resume`."""
        self._timer.stop()
        self._player.pause()

    def resume(self) -> None:
        """Play on."""
        self._looks, self._moved, self._obstacle = 0, time.monotonic(), NO_STREAM
        self._player.play()
        if self._turn:
            self._timer.start()

    def stop(self) -> None:
        """Silence; nobody waits for anything."""
        self._turn = 0
        self._timer.stop()
        self._player.stop()
        self._player.setSource(QUrl())

    def speed(self, percent: int) -> None:
        """Slower or faster at the same pitch."""
        self._player.setPlaybackRate(percent / 100)

    def volume(self, percent: int) -> None:
        """Softer or louder."""
        self._output.setVolume(percent / 100)

    def warm(self) -> None:
        """Play a moment of silence: decoder and loudspeaker are then open."""
        obstacle = self._line.obstacle()
        if obstacle:
            self._give_up(obstacle)
            return
        self._warm_sound = QBuffer(self)
        self._warm_sound.setData(QByteArray(silent_wav()))
        self._warm_sound.open(QIODevice.OpenModeFlag.ReadOnly)
        self._player.setSourceDevice(self._warm_sound)
        self.resume()

    # what becomes of it ----------------------------------------------------------------------------------------------

    @Slot()
    def _look(self) -> None:
        self._looks += 1
        at, now = self._player.position(), time.monotonic()
        if self._obstacle or self._looks % ASK_EVERY == 0:
            self._obstacle = self._line.obstacle_now()
        if self._obstacle is None and at > self._at:
            self._at, self._moved = at, now
            self._tell("at", self._turn, at)
        elif self._obstacle and (now - self._moved > GRACE or not self._obstacle.passes):
            self._give_up(self._obstacle)

    def _follow(self, status: QMediaPlayer.MediaStatus) -> None:
        if self._turn and status is QMediaPlayer.MediaStatus.EndOfMedia:
            now = self._line.obstacle_now()
            self._obstacle = self._obstacle if now is NO_STREAM else now  # a stream that was heard may be closed by now
            if self._obstacle:
                self._give_up(self._obstacle)
            else:
                self._tell("finished", self._turn)
                self.stop()

    def _report(self, _error: object, why: str) -> None:
        if self._turn:
            self._tell("failed", self._turn, why)
            self.stop()

    def _give_up(self, obstacle: Obstacle) -> None:
        if obstacle is NO_STREAM:
            self._leave()  # Qt has lost the server: a process begun anew finds it
        self._tell("unheard", self._turn, obstacle.found, obstacle.mend)
        self.stop()


def serve(line: ServerLine, tell: Callable[..., None], leave: Callable[[], NoReturn]) -> None:
    """Do what comes in by standard input, until it ends or anything fails."""

    def fail(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, pulsectl.PulseError):  # which only tells that the server has ended
            sys.__excepthook__(kind, error, trace)
        leave()

    sys.excepthook = fail
    application = QCoreApplication([])
    player = MediaPlayer(line, tell, leave)
    unread = bytearray()

    def take() -> None:
        came = b""
        with suppress(ConnectionResetError):
            came = os.read(sys.stdin.fileno(), 65536)
        if not came:
            leave()
        unread.extend(came)
        *lines, unread[:] = unread.split(b"\n")
        for act, *arguments in map(json.loads, lines):
            getattr(player, act)(*arguments)

    listening = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    listening.activated.connect(take)
    tell("ready")
    application.exec()
    leave()
