"""Plays sound files. Without a sound library or a sound card there is simply no player."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QUrl, Signal, SignalInstance

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer

log = logging.getLogger(__name__)


class Player(Protocol):
    """What narration needs of a player."""

    @property
    def finished(self) -> SignalInstance:
        """The file has been heard to its end."""

    @property
    def failed(self) -> SignalInstance:
        """The file cannot be played."""

    def play(self, path: Path) -> None:
        """Play a file from its beginning, instead of whatever plays."""

    def stop(self) -> None:
        """Silence, now."""


class MediaPlayer(QObject):
    """Qt Multimedia's player."""

    finished = Signal()
    failed = Signal()

    def __init__(self, player: "QMediaPlayer", parent: QObject) -> None:
        super().__init__(parent)
        from PySide6.QtMultimedia import QMediaPlayer

        self._end = QMediaPlayer.MediaStatus.EndOfMedia
        self._player = player
        player.setParent(self)
        player.mediaStatusChanged.connect(self._follow)
        player.errorOccurred.connect(self._report)

    def play(self, path: Path) -> None:
        self._player.setSource(QUrl.fromLocalFile(str(path)))
        self._player.play()

    def stop(self) -> None:
        self._player.stop()
        self._player.setSource(QUrl())

    def _follow(self, status: object) -> None:
        if status == self._end:
            self.finished.emit()

    def _report(self, _error: object, text: str) -> None:
        log.error("sound: %s", text)
        self.failed.emit()


def make_player(parent: QObject) -> MediaPlayer | None:
    """A player, or None where the sound library (libpulse0) or a sound card is missing."""
    try:
        from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer
    except ImportError as error:
        log.warning("no sound: %s; install libpulse0", error)
        return None
    if QMediaDevices.defaultAudioOutput().isNull():
        log.warning("no sound: no sound card found; narration is shown as unavailable")
        return None
    player = QMediaPlayer()
    player.setAudioOutput(QAudioOutput(player))
    return MediaPlayer(player, parent)
