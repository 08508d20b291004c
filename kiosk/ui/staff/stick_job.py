"""Has `kiosk sync --stick` look at a stick, or take it; says how far it is, and how it ended in words for staff.

Whatever is on the stick, the window never reads it.
"""

import json
import logging
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.ui.machine.command import Command

STEPS = ("asking", "fetching", "unpacking", "examining", "switching", "reading")
"""What is done after the yes: the first words of what the command says, then the reading back."""
REASONS = {
    "NoStickError": "stick_none",
    "ManySticksError": "stick_many",
    "ExpiredError": "stick_expired",
    "OlderError": "stick_older",
    "DamagedError": "stick_damaged",
    "VerificationError": "stick_untrusted",
    "TransferError": "stick_unread",
    "NotThereError": "stick_unread",
    "StorageError": "stick_disk",
    "BusyError": "stick_busy",
}
"""The word that tells staff what an error of the command means, and what to do."""

log = logging.getLogger(__name__)


class StickJob(QObject):
    """One look at a time."""

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
        self._command = Command([*arguments, "--json", "--steps"], self)
        self._command.readyReadStandardError.connect(self._follow)
        self._command.finished.connect(self._finish)

    @property
    def running(self) -> bool:
        """Whether it is at it."""
        return self._command.running

    def run(self, *options: str) -> None:
        """Begin."""
        self._command.run(*options)

    @Slot()
    def _follow(self) -> None:
        """The command says each step on a line."""
        for line in self._command.said().splitlines():
            first, _, rest = line.partition(" ")
            if first in STEPS:
                figures = [int(word) for word in rest.replace(":", " ").split() if word.isdecimal()]
                self.stepped.emit(STEPS.index(first), (figures[0] - 1) / figures[1] if first == "fetching" else 0.0)
            else:
                log.info("stick: %s", line)

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
