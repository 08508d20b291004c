"""Hands on what this kiosk holds to its neighbours, in a process of its own, if the technician has turned it on."""

import logging
import sys

from PySide6.QtCore import QObject, QProcess, QTimer

from kiosk.config import KioskConfig

AGAIN_MS = 60_000
"""A server that ended is started again after this."""

log = logging.getLogger(__name__)


class LanJob(QObject):
    """`kiosk lan serve` for as long as the window is there."""

    def __init__(self, config: KioskConfig, parent: QObject) -> None:
        super().__init__(parent)
        self.process = QProcess(self)
        self.process.setProgram(sys.executable)
        self.process.setArguments(command(config))
        self.process.finished.connect(self._finished)
        self._timer = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._timer.timeout.connect(self.process.start)
        if config.lan:
            self.process.start()

    def _finished(self, status: int) -> None:
        said = bytes(self.process.readAllStandardError().data()).decode(errors="replace").strip()
        log.warning("neighbours are not served (exit status %d): %s", status, said)
        self._timer.start()

    def close(self) -> None:
        """Stop serving."""
        self._timer.stop()
        self.process.finished.disconnect(self._finished)
        if self.process.state() != QProcess.ProcessState.NotRunning:
            self.process.kill()
            self.process.waitForFinished(1000)


def command(config: KioskConfig) -> list[str]:
    """What serving is, for Python; it ends with the window, also with one that is killed."""
    options = ["--state", str(config.state), "--port", str(config.lan_port), "--address", config.lan_address]
    return ["-m", "kiosk.cli", "lan", "serve", "--until-eof", *options]
