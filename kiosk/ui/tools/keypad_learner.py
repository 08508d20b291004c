"""Asks for each key of a pad in turn, and tells which scan code it sends; for `kiosk keypad learn`, in a process of its own."""

import json
import sys
from argparse import ArgumentParser

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QRasterWindow

from kiosk.domain.keypad import KeyCommand


class Learner(QRasterWindow):
    """A window that has the keys; its title and its picture say which one to press."""

    learnt = Signal(str, int)
    """A command, and the scan code of its key; 0 where none was pressed in time."""
    over = Signal()

    def __init__(self, seconds: float) -> None:
        """Ask for the first key.

        Args:
            seconds: how long each key is waited for.
        """
        super().__init__()
        self._left = list(KeyCommand)
        self._codes = set[int]()
        self._timer = QTimer(self, interval=round(seconds * 1000), singleShot=True)
        self._timer.timeout.connect(lambda: self._take(0))
        self.resize(640, 360)
        self._ask()

    def _ask(self) -> None:
        if self._left:
            self.setTitle(f"Press the key for: {self._left[0]}")
            self._timer.start()
            self.update()
        else:
            self._timer.stop()
            self.over.emit()

    def _take(self, code: int) -> None:
        self._codes.add(code)
        self.learnt.emit(self._left.pop(0).value, code)
        self._ask()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            code = event.nativeScanCode()
            if self._left and code and not event.isAutoRepeat() and code not in self._codes:
                self._take(code)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = QRect(0, 0, self.width(), self.height())
        painter.fillRect(whole, QColor("black"))
        painter.setPen(QColor("white"))
        font = painter.font()
        font.setPixelSize(36)
        painter.setFont(font)
        painter.drawText(whole, Qt.AlignmentFlag.AlignCenter, self.title())
        painter.end()


def main(argv: list[str]) -> int:
    """Write a line of JSON for each command."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, required=True)
    options = parser.parse_args(argv)
    application = QGuiApplication(sys.argv[:1])
    learner = Learner(options.seconds)

    def tell(command: str, code: int) -> None:
        sys.stdout.write(json.dumps({"command": command, "code": code}) + "\n")
        sys.stdout.flush()

    learner.learnt.connect(tell)
    learner.over.connect(application.quit)
    learner.show()
    learner.requestActivate()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
