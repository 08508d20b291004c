"""Plays sounds: through Qt Multimedia, or silently by the clock where there is no sound library or no sound card."""

import logging
import os
import struct
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLoggingCategory, QObject, QTimer, QUrl, Signal, SignalInstance

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer

LOOK_MS = 20
WARM_SECONDS = 0.1
WARM_RATE = 16_000

QUIET_DECODER = "default.debug=false\ndefault.info=false\nqt.multimedia.*=false"
"""A line for each sentence played would bury the log; what cannot be played is told by the player."""

log = logging.getLogger(__name__)


class Player(Protocol):
    """What narration needs of a player. Percentages are whole numbers, 100 being the sound as it was made."""

    @property
    def finished(self) -> SignalInstance:
        """The sound has been heard to its end."""

    @property
    def failed(self) -> SignalInstance:
        """The file cannot be played."""

    def play(self, path: Path | None, seconds: float) -> None:
        """Play a sound from its beginning, instead of whatever plays.

        Args:
            path: its file; None only for a player that makes no sound.
            seconds: how long it lasts.
        """

    def pause(self) -> None:
        """Stop the sound until `resume`."""

    def resume(self) -> None:
        """Play on from where `pause` stopped."""

    def stop(self) -> None:
        """Stop the sound at once."""

    def position_ms(self) -> int:
        """How much of the sound has been heard."""

    def set_speed(self, percent: int) -> None:
        """Speak slower or faster at the same pitch."""

    def set_volume(self, percent: int) -> None:
        """Speak softer or louder."""

    def warm(self) -> None:
        """Take the steps that the first sound would wait for."""


class SilentPlayer(QObject):
    """Time passes as if the sound were heard."""

    finished = Signal()
    failed = Signal()

    def __init__(self, clock: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._speed = 1.0
        self._length_ms = self._heard_ms = self._since = 0.0
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)

    def play(self, path: Path | None, seconds: float) -> None:
        self._length_ms, self._heard_ms, self._since = 1000 * seconds, 0.0, self._clock()
        self._timer.start()

    def pause(self) -> None:
        self._heard_ms = self._passed()
        self._timer.stop()

    def resume(self) -> None:
        self._since = self._clock()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        self._heard_ms = 0.0

    def _passed(self) -> float:
        if not self._timer.isActive():
            return self._heard_ms
        return self._heard_ms + 1000 * self._speed * (self._clock() - self._since)

    def position_ms(self) -> int:
        return round(self._passed())

    def set_speed(self, percent: int) -> None:
        self._heard_ms, self._since = self._passed(), self._clock()
        self._speed = percent / 100

    def set_volume(self, percent: int) -> None:
        """There is nothing to be louder."""

    def warm(self) -> None:
        """There is nothing to wait for."""

    def _look(self) -> None:
        if self._passed() >= self._length_ms:
            self.stop()
            self.finished.emit()


class MediaPlayer(QObject):
    """Qt Multimedia's player."""

    finished = Signal()
    failed = Signal()

    def __init__(self, player: "QMediaPlayer", output: "QAudioOutput", parent: QObject) -> None:
        super().__init__(parent)
        from PySide6.QtMultimedia import QMediaPlayer

        self._end = QMediaPlayer.MediaStatus.EndOfMedia
        self._player, self._output = player, output
        self._warm_sound: QBuffer | None = None
        player.setParent(self)
        player.setAudioOutput(output)
        player.setPitchCompensation(True)
        player.mediaStatusChanged.connect(self._follow)
        player.errorOccurred.connect(self._report)

    def play(self, path: Path | None, seconds: float) -> None:
        self._warm_sound = None
        self._player.setSource(QUrl.fromLocalFile(str(path)))
        self._player.play()

    def pause(self) -> None:
        self._player.pause()

    def resume(self) -> None:
        self._player.play()

    def stop(self) -> None:
        self._player.stop()
        self._player.setSource(QUrl())

    def position_ms(self) -> int:
        return self._player.position()

    def set_speed(self, percent: int) -> None:
        self._player.setPlaybackRate(percent / 100)

    def set_volume(self, percent: int) -> None:
        self._output.setVolume(percent / 100)

    def warm(self) -> None:
        """Play a moment of silence: decoder and sound card are then open."""
        self._warm_sound = QBuffer(self)
        self._warm_sound.setData(QByteArray(silent_wav()))
        self._warm_sound.open(QIODevice.OpenModeFlag.ReadOnly)
        self._player.setSourceDevice(self._warm_sound)
        self._player.play()

    def _follow(self, status: object) -> None:
        if status == self._end and self._warm_sound is None:
            self.finished.emit()

    def _report(self, _error: object, text: str) -> None:
        log.info("a sound could not be played: %s", text)
        self.failed.emit()


def silent_wav() -> bytes:
    """A WAV file in which nothing is heard."""
    size = 2 * int(WARM_RATE * WARM_SECONDS)
    return struct.pack(
        "<4sI8sIHHIIHH4sI", b"RIFF", 36 + size, b"WAVEfmt ", 16, 1, 1, WARM_RATE, 2 * WARM_RATE, 2, 16, b"data", size
    ) + bytes(size)


def make_player(parent: QObject) -> MediaPlayer | None:
    """A player, or None where the sound library (libpulse0) or a sound card is missing."""
    os.environ.setdefault("QT_FFMPEG_DEBUG", "1")  # lets Qt's rules decide what the decoder may say of each file
    QLoggingCategory.setFilterRules(QUIET_DECODER)
    try:
        from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer
    except ImportError as error:
        log.warning("no sound: %s; install libpulse0", error)
        return None
    if QMediaDevices.defaultAudioOutput().isNull():
        log.warning("no sound: no sound card found; narration goes on without it")
        return None
    player = QMediaPlayer()
    return MediaPlayer(player, QAudioOutput(player), parent)
