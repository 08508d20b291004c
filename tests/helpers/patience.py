"""How long tests wait for what must come: limits matter only where something has failed, so a busy machine gets more."""

import os

from pytestqt.qtbot import QtBot

MOST = 16.0


def busyness() -> float:
    """How many times longer than on a quiet machine things take now: from 1 to 16."""
    return min(MOST, max(1.0, 2 * os.getloadavg()[0] / (os.cpu_count() or 1)))


def patience(seconds: float) -> float:
    """The limit in seconds for what takes no longer than that on a quiet machine: four times as long, or more on a busy one."""
    return seconds * max(4.0, busyness())


def pace(seconds: float) -> float:
    """A deadline in seconds that a test waits out: no longer than a busy machine needs to keep it."""
    return seconds * busyness()


class PatientBot(QtBot):
    """The robot of pytest-qt, whose limits in milliseconds are those of a quiet machine."""

    def waitUntil(self, callback, *, timeout=5000):  # noqa: N802 - the name of pytest-qt
        super().waitUntil(callback, timeout=round(patience(timeout)))

    def waitSignal(self, signal, *, timeout=5000, **options):  # noqa: N802 - the same
        return super().waitSignal(signal, timeout=round(patience(timeout)), **options)
