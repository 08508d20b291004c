"""Stand-ins at the edge of the machine: a clock and a sound player."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from kiosk.ui.machine.brightness import LightControl


class ManualClock:
    """Seconds that pass when told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += seconds


class FakePlayer(QObject):
    """A sound card that remembers what it was given."""

    finished = Signal()
    failed = Signal()
    heard = Signal()
    unheard = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.played: list[Path] = []
        self.playing = False
        self.position, self.seconds = 0, 0.0
        self.speed = self.volume = 100
        self.warmed = False

    def play(self, path: Path, seconds: float) -> None:
        self.played.append(path)
        self.playing = True
        self.position, self.seconds = 0, seconds

    def pause(self) -> None:
        self.playing = False

    def resume(self) -> None:
        self.playing = True

    def stop(self) -> None:
        self.playing = False

    def position_ms(self) -> int:
        return self.position

    def set_speed(self, percent: int) -> None:
        self.speed = percent

    def set_volume(self, percent: int) -> None:
        self.volume = percent

    def warm(self) -> None:
        self.warmed = True

    def close(self) -> None:
        self.playing = False

    def end(self) -> None:
        """The file has been heard to its end."""
        self.playing = False
        self.finished.emit()

    def break_off(self) -> None:
        """Nobody hears it any more."""
        self.playing = False
        self.unheard.emit()


class FakeLamp:
    """A panel that shines as it is told, by whatever way, and an app that is begun anew."""

    def __init__(self) -> None:
        self.way = LightControl.BACKLIGHT
        self.asked: list[int] = []
        self.restarts = 0

    def __call__(self, percent: int) -> LightControl:
        self.asked.append(percent)
        return self.way

    def restart(self) -> None:
        self.restarts += 1


class FakeJack(QObject):
    """A jack that somebody plugs a headset into."""

    plugged = Signal()
    unplugged = Signal()

    def make(self, _parent: QObject) -> "FakeJack":
        """The same for every kiosk that is started on the machine."""
        return self

    def close(self) -> None:
        """Nothing is open."""


class FakeLine(QObject):
    """A kiosk's end of the hall's network."""

    heard = Signal(bytes)

    def __init__(self, hall: "Hall", parent: QObject) -> None:
        super().__init__(parent)
        self._hall = hall

    def open(self) -> bool:
        return self._hall.there

    def say(self, datagram: bytes) -> bool:
        return self._hall.there and self._hall.say(datagram)


class Hall:
    """A local network that loses what it is told to lose, or is not there."""

    def __init__(self) -> None:
        self.lines: list[FakeLine] = []
        self.said: list[bytes] = []
        self.there = True
        self.losing = 0

    def line(self, parent: QObject) -> FakeLine:
        self.lines.append(FakeLine(self, parent))
        return self.lines[-1]

    def say(self, datagram: bytes) -> bool:
        self.said.append(datagram)
        if self.losing:
            self.losing -= 1
        else:
            for line in list(self.lines):
                line.heard.emit(datagram)
        return True


class CheapHasher:
    """Hashes in no time; what the real one costs is not what the tests ask."""

    def hash(self, pin: str) -> str:
        return f"cheap:{pin[::-1]}"

    def matches(self, pin: str, pin_hash: str) -> bool:
        return pin_hash == self.hash(pin)

    def first_match(self, pin: str, pin_hashes: Iterable[str]) -> str:
        return next((one for one in pin_hashes if self.matches(pin, one)), "")


def morning(zone: ZoneInfo) -> datetime:
    """A day of the exhibition, while shows are on."""
    return datetime(2027, 5, 18, 11, 10, tzinfo=zone)
