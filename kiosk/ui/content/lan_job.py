"""Hands on what this kiosk holds to its neighbours, in a process of its own, if the technician has turned it on."""

import logging

from PySide6.QtCore import QObject, QTimer

from kiosk.config import KioskConfig
from kiosk.ui.machine.command import ConsoleProcess

AGAIN_MS = 60_000
"""A server that ended is started again after this."""

log = logging.getLogger(__name__)


class LanJob(QObject):
    """`kiosk lan serve` for as long as the window is there."""

    def __init__(self, config: KioskConfig, parent: QObject) -> None:
        super().__init__(parent)
        self.process = ConsoleProcess(arguments(config), self)
        self.process.finished.connect(self._finished)
        self._timer = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._timer.timeout.connect(self.process.run)
        if config.lan:
            self.process.run()

    def _finished(self, status: int) -> None:
        log.warning("neighbours are not served (exit status %d): %s", status, self.process.said())
        self._timer.start()

    def close(self) -> None:
        """Stop serving."""
        self._timer.stop()
        self.process.end()


def arguments(config: KioskConfig) -> list[str]:
    """What serving is; it ends with the window, also with one that is killed."""
    options = ["--state", str(config.state), "--port", str(config.lan_port), "--address", config.lan_address]
    return ["lan", "serve", "--until-eof", *options]
