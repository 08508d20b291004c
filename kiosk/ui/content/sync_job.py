"""Looks for new content now and then, in a process of its own: the window never waits for a network or a disk."""

import logging
import random
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from kiosk.config import KioskConfig
from kiosk.domain.backoff import first_look, next_look
from kiosk.errors import TransferError
from kiosk.staff.held_roll import fault_of
from kiosk.ui.machine.command import ConsoleProcess

log = logging.getLogger(__name__)


class SyncJob(QObject):
    """`kiosk sync` again and again, if a source is configured; to be offline is normal."""

    def __init__(self, config: KioskConfig, parent: QObject) -> None:
        super().__init__(parent)
        self._seconds = config.sync_minutes * 60
        self._failures = 0
        self._state, self._roll_fault = config.state, ""
        self._process = ConsoleProcess(arguments(config), self)
        self._process.finished.connect(self._finished)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        if config.sync or config.lan:
            self._wait(first_look(self._seconds, random.random()))

    def look(self) -> None:
        """Begin a look, unless one is on."""
        if not self._process.running:
            self._process.run()

    def _finished(self, status: int) -> None:
        said = self._process.said().rpartition("\n")[2]  # its steps stand before
        self._failures = self._failures + 1 if status else 0
        if status == TransferError.exit_status:
            log.info("offline: %s", said)
        elif status:
            log.warning("no new content: %s", said)
        self._tell_of_roll()
        self._wait(next_look(self._seconds, self._failures, random.random()))

    def _tell_of_roll(self) -> None:
        """Why the fleet's roll was not taken, once for each reason."""
        fault = fault_of(self._state)
        if fault and fault != self._roll_fault:
            log.warning("the people stay as they were: %s", fault)
        self._roll_fault = fault

    def _wait(self, seconds: float) -> None:
        self._timer.start(int(seconds * 1000))

    def close(self) -> None:
        """Stop looking; what was fetched is kept for the next time."""
        self._timer.stop()
        self._process.end()


def arguments(config: KioskConfig) -> list[str]:
    """The command that looks for new content."""
    return ["sync", config.sync, "--json", *(["--lan"] if config.lan else []), *_options(config)]


def stick_arguments(config: KioskConfig, mounts: Iterable[Path]) -> list[str]:
    """The command that reads a stick."""
    return ["sync", "--stick", *(f"--mounts={mount}" for mount in mounts), *_options(config)]


def _options(config: KioskConfig) -> list[str]:
    options = {
        "--state": config.state,
        "--root": config.sync_root,
        "--channel": config.sync_channel,
        "--group": config.sync_group,
        "--kilobytes": config.sync_kilobytes,
        "--name": config.name,
        **({"--lan-address": config.lan_address} if config.lan_address else {}),
    }
    return [str(part) for pair in options.items() for part in pair]
