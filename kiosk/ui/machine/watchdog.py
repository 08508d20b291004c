"""Tells the service manager that the kiosk is alive: not that its process exists, but that it draws."""

from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtQuick import QQuickWindow

BEAT_MS = 5_000
"""Well within the WatchdogSec of assets/deploy/jusur.service."""


class ServiceManager(Protocol):
    """What sd_notify(3) offers."""

    def ready(self) -> None:
        """The service is up."""

    def notify(self) -> None:
        """The service is alive."""


class Watchdog(QObject):
    """Says "up" with the first frame, then "alive" at each beat of this thread before which a new frame was drawn."""

    def __init__(self, window: QQuickWindow, manager: ServiceManager, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._manager = window, manager
        self._up = self._drawn = False
        window.frameSwapped.connect(self._note_frame)
        timer = QTimer(self, interval=BEAT_MS)
        timer.timeout.connect(self.beat)
        timer.start()

    @Slot()
    def _note_frame(self) -> None:
        self._drawn = True
        if not self._up:
            self._up = True
            self._manager.ready()

    @Slot()
    def beat(self) -> None:
        """Say that the kiosk is alive if it has drawn since the last time, and ask for another frame."""
        if self._drawn:
            self._drawn = False
            self._manager.notify()
        self._window.update()
