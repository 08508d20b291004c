"""Goes over to a program that was laid down: tried in a process of its own, started when no visitor is there, on trial at work."""

import logging
import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer

from kiosk.config import CONFIGURATION_VARIABLE, KioskConfig
from kiosk.errors import StorageError
from kiosk.program import RUNNING
from kiosk.software.programs import Programs

LOOK_MS = 60_000
MINUTE_MS = 60_000

log = logging.getLogger(__name__)


class ProgramJob(QObject):
    """Watches the folder of programs, if the technician has named one and a service manager starts the kiosk anew."""

    def __init__(
        self, config: KioskConfig, occupied: Callable[[], bool], restart: Callable[[], None] | None, parent: QObject
    ) -> None:
        """Begin.

        Args:
            config: the kiosk's settings.
            occupied: whether a visitor is there.
            restart: ends the kiosk, to be started anew; None where nobody does so.
            parent: owns the job.
        """
        super().__init__(parent)
        self._occupied, self._restart, self._waiting, self._tried = occupied, restart, False, ""
        self._process = QProcess(self)
        self._process.finished.connect(self._judge)
        self._timer, self._trial = QTimer(self, interval=LOOK_MS), QTimer(self, singleShot=True)
        self._programs = Programs(Path(config.programs), config.state)
        if not config.programs or restart is None:
            return
        self._timer.timeout.connect(self.look)
        self._timer.start()
        if self._programs.pointer.trial and self._programs.pointer.current == RUNNING.name:
            self._trial.timeout.connect(self._stand)
            self._trial.start(int(config.trial_minutes * MINUTE_MS))

    def look(self) -> None:
        """Try what was laid down, unless that is on."""
        name = self._programs.next_one()
        if name and self._process.state() is QProcess.ProcessState.NotRunning and not self._waiting:
            self._tried = name
            settings = os.environ.get(CONFIGURATION_VARIABLE)
            options = ["--config", settings] if settings else []
            self._process.start(str(self._programs.python(name)), ["-P", "-m", "kiosk.cli", "update", "try", "--json", *options])

    def _judge(self, status: int) -> None:
        said = bytes(self._process.readAllStandardOutput().data()).decode(errors="replace").strip()
        try:
            if status == 0:
                log.info("program %s is fit; it is started when nobody is there", self._tried)
                self._programs.want(self._tried)
                self._waiting = True
                self.go_when_idle()
            else:
                log.warning("program %s is not fit and is not started (exit status %d): %s", self._tried, status, said[-500:])
                self._programs.found_unfit(self._tried)
        except StorageError as error:
            log.error("the program stays: %s", error)  # noqa: TRY400 - the message says it all

    def go_when_idle(self) -> None:
        """End the kiosk for the other program, if one waits and nobody is there."""
        if self._waiting and not self._occupied() and self._restart is not None:
            self._waiting = False
            self._restart()

    def _stand(self) -> None:
        try:
            self._programs.has_stood(RUNNING.name)
            log.info("program %s has stood its trial", RUNNING.name)
        except StorageError as error:
            log.error("the program stays on trial: %s", error)  # noqa: TRY400 - the message says it all

    def close(self) -> None:
        """End what is tried."""
        self._timer.stop()
        self._trial.stop()
        self._process.blockSignals(True)  # noqa: FBT003 - Qt takes it by place
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.terminate()
            if not self._process.waitForFinished(1000):
                self._process.kill()
                self._process.waitForFinished(1000)
