"""The console command in a process of its own: the window never waits for a network, a disk or a stick."""

import sys

from PySide6.QtCore import QObject, QProcess, Slot


class ConsoleProcess(QProcess):
    """`kiosk` with some arguments, once or again and again; it is never left behind by the window."""

    def __init__(self, arguments: list[str], parent: QObject) -> None:
        """Nothing is started yet.

        Args:
            arguments: what stands behind `kiosk`.
            parent: its owner.
        """
        super().__init__(parent)
        self._arguments = ["-m", "kiosk.cli", *arguments]

    @Slot()
    def run(self, *options: str) -> None:
        """Start it, with some more arguments."""
        self.start(sys.executable, [*self._arguments, *options])

    @property
    def running(self) -> bool:
        """Whether the command is running."""
        return self.state() is not QProcess.ProcessState.NotRunning

    def said(self) -> str:
        """What it has told people since this was asked last."""
        return bytes(self.readAllStandardError().data()).decode(errors="replace").strip()

    def answer(self) -> bytes:
        """What it has told programs."""
        return bytes(self.readAllStandardOutput().data())

    def end(self) -> None:
        """Stop it; nobody is told that it has finished."""
        self.blockSignals(True)  # noqa: FBT003 - Qt takes it by place
        if self.running:
            self.kill()
            self.waitForFinished(1000)
