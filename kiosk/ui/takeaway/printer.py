"""The printer beside the panel: sheets go to it in a process of their own, so that the screen never waits."""

import json
import logging
import sys
from dataclasses import asdict

from PySide6.QtCore import QObject, QProcess, Signal, Slot

from kiosk.config import ROOT
from kiosk.domain.sheet import Sheet

log = logging.getLogger(__name__)


class Printer(QObject):
    """Prints one sheet at a time."""

    finished = Signal(bool)
    """The queue has taken the sheet, or has not."""

    def __init__(self, queue: str, parent: QObject) -> None:
        """Make a printer.

        Args:
            queue: name of the print queue (CUPS).
            parent: its owner.
        """
        super().__init__(parent)
        self._queue = queue
        self._process: QProcess | None = None

    @property
    def busy(self) -> bool:
        """Whether a sheet is on its way."""
        return self._process is not None

    def print_sheet(self, sheet: Sheet) -> None:
        """Send a sheet; while another is on its way, nothing happens."""
        if self._process is not None:
            return
        process = self._process = QProcess(self)
        process.finished.connect(self._done)
        process.errorOccurred.connect(self._failed_to_start)
        process.setWorkingDirectory(str(ROOT))
        process.start(sys.executable, ["-m", "kiosk.ui.takeaway.print_job", self._queue])
        process.write(json.dumps(asdict(sheet)).encode())
        process.closeWriteChannel()

    @Slot(int)
    def _done(self, status: int) -> None:
        process = self._process
        if process is not None:
            said = bytes(process.readAllStandardError().data()).decode(errors="replace").strip().splitlines()
            self._end(
                status == 0 and process.exitStatus() is QProcess.ExitStatus.NormalExit,
                said[-1] if said else f"ended with status {status}",
            )

    @Slot(QProcess.ProcessError)
    def _failed_to_start(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._end(False, "could not be started")  # noqa: FBT003 - it went well, or not

    def _end(self, well: bool, said: str) -> None:  # noqa: FBT001 - it went well, or not
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        if not well:
            log.error("%s: nothing was printed: %s", self._queue, said)
        self.finished.emit(well)

    def close(self) -> None:
        """Give up what is on its way."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.waitForFinished(1000)
