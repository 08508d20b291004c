"""What plays sounds, or lets the time of a sound pass where none is heard."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

LOOK_MS = 20


class Player(Protocol):
    """What narration needs of a player. Percentages are whole numbers, 100 being the sound as it was made."""

    @property
    def finished(self) -> SignalInstance:
        """The sound has been heard to its end."""

    @property
    def failed(self) -> SignalInstance:
        """The file cannot be played."""

    @property
    def heard(self) -> SignalInstance:
        """The sound has begun to be heard."""

    @property
    def unheard(self) -> SignalInstance:
        """Nobody hears the sound, or the rest of it: there is no loudspeaker, or none that works. It has stopped."""

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

    def close(self) -> None:
        """End what plays, for good."""


class SilentPlayer(QObject):
    """Time passes as if the sound were heard."""

    finished = Signal()
    failed = Signal()
    heard = Signal()
    unheard = Signal()

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

    def close(self) -> None:
        self.stop()

    def _look(self) -> None:
        if self._passed() >= self._length_ms:
            self.stop()
            self.finished.emit()
