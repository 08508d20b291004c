"""Has `kiosk sync --stick` look at a stick, or take it; says how far it is, and how it ended in words for staff.

Whatever is on the stick, the window never reads it.
"""

import json
import logging
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.errors import (
    BusyError,
    DamagedError,
    ExpiredError,
    ManySticksError,
    NoStickError,
    NotThereError,
    OlderError,
    StorageError,
    TransferError,
    VerificationError,
)
from kiosk.ui.machine.command import ConsoleProcess

STEPS = ("asking", "fetching", "unpacking", "examining", "switching", "reading")
"""What is done after the yes: the steps of the command, then the reading back."""
REASONS = {
    NoStickError.code: "stick_none",
    ManySticksError.code: "stick_many",
    ExpiredError.code: "stick_expired",
    OlderError.code: "stick_older",
    DamagedError.code: "stick_damaged",
    VerificationError.code: "stick_untrusted",
    TransferError.code: "stick_unread",
    NotThereError.code: "stick_unread",
    StorageError.code: "stick_disk",
    BusyError.code: "stick_busy",
}
"""The word that tells staff what an error of the command means, and what to do."""

log = logging.getLogger(__name__)


def step_of(line: str) -> dict[str, Any] | None:
    """A step as `kiosk sync --steps` tells it; None for any other line."""
    try:
        said = json.loads(line)
    except ValueError:
        return None
    return said if isinstance(said, dict) and isinstance(said.get("step"), str) else None


def part_of(step: dict[str, Any]) -> float:
    """How much of a step has been done when it is told, from 0 to 1: of fetching, the files before this one."""
    number, total = step.get("number"), step.get("total")
    return (number - 1) / total if isinstance(number, int) and isinstance(total, int) and total > 0 else 0.0


class StickJob(QObject):
    """Runs one command at a time."""

    stepped = Signal(int, float)
    """Which of `STEPS` is being done, and how much of it has been, from 0 to 1."""
    answered = Signal(dict)
    """What the command found, or did."""
    failed = Signal(str)
    """The word for why not, and for what to do."""

    def __init__(self, arguments: list[str], parent: QObject) -> None:
        """Nothing is begun.

        Args:
            arguments: of `kiosk`, for a stick.
            parent: its owner.
        """
        super().__init__(parent)
        self._command = ConsoleProcess([*arguments, "--json", "--steps"], self)
        self._command.readyReadStandardError.connect(self._follow)
        self._command.finished.connect(self._finish)

    @property
    def running(self) -> bool:
        """Whether the command is running."""
        return self._command.running

    def run(self, *options: str) -> None:
        """Start the command."""
        self._command.run(*options)

    @Slot()
    def _follow(self) -> None:
        """The command says each step as a line of JSON; what else it says is for the log."""
        for line in self._command.said().splitlines():
            step = step_of(line)
            if step is None:
                log.info("stick: %s", line)
            elif step["step"] in STEPS:
                self.stepped.emit(STEPS.index(step["step"]), part_of(step))

    @Slot(int)
    def _finish(self, status: int) -> None:
        self._follow()
        try:
            answer: dict[str, Any] = json.loads(self._command.answer())
        except ValueError:
            answer = {"error": f"exit status {status}"}
        if status:
            self.failed.emit(REASONS.get(answer.get("error", ""), "stick_failed"))
        else:
            self.answered.emit(answer)

    def close(self) -> None:
        """Stop; what was fetched is kept for the next time."""
        self._command.end()
