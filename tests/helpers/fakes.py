"""Stand-ins at the edge of the machine: a clock and a sound player."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kiosk.ui.brightness import Way


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

    def end(self) -> None:
        """The file has been heard to its end."""
        self.playing = False
        self.finished.emit()


class FakeLamp:
    """A panel that shines as it is told, by whatever way, and an app that is begun anew."""

    def __init__(self) -> None:
        self.way = Way.BACKLIGHT
        self.asked: list[int] = []
        self.restarts = 0

    def __call__(self, percent: int) -> Way:
        self.asked.append(percent)
        return self.way

    def restart(self) -> None:
        self.restarts += 1


class CheapHasher:
    """Hashes in no time; what the real one costs is not what the tests ask."""

    def hash(self, pin: str) -> str:
        return f"cheap:{pin[::-1]}"

    def matches(self, pin: str, pin_hash: str) -> bool:
        return pin_hash == self.hash(pin)
