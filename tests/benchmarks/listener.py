"""A kiosk with a finger and an ear, for measurements on a virtual sound card."""

import os
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest

from kiosk.config import KioskConfig
from kiosk.domain.keypad import DOUBLE_STRIKE, SCAN_CODES, KeyCommand
from kiosk.ui.application import KioskApplication
from kiosk.ui.machine.boundary import Boundary
from kiosk.ui.shell.window import prepare_renderer
from kiosk.ui.tools.accessible_tree import accessible_nodes
from tests.benchmarks.display import HEIGHT, WIDTH
from tests.benchmarks.sound_card import Ear

PATIENCE = 5.0
PAGE = "pavilion:k9"
ELSEWHERE = QPoint(20, 400)


class Listener:
    """A kiosk with a finger and an ear."""

    def __init__(self, folder: Path, ear: Ear) -> None:
        self.application = QGuiApplication.instance() or QGuiApplication([])
        config = KioskConfig(narration=folder / "narration", cache=folder / "cache", motion=False)
        prepare_renderer(config)
        self.kiosk = KioskApplication(config, QSize(WIDTH, HEIGHT), Boundary())
        self.kiosk.show(full_screen=False)
        self.ear = ear
        self.finger = QTest.createTouchDevice()

    def run(self, seconds: float, until: Callable[[], bool] = lambda: False) -> bool:
        """Let the kiosk live until something is so, or the time is over."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self.application.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # outside of exec nobody else does
            if until():
                return True
            time.sleep(0.0005)
        return until()

    def touch(self, point: QPoint) -> float:
        """A finger down and up; gives the moment it went down."""
        self.run(3, lambda: self.kiosk.watch.settled)
        begin = time.perf_counter()
        window = self.kiosk.window
        QTest.touchEvent(window, self.finger).press(0, point, window).commit()
        QTest.touchEvent(window, self.finger).release(0, point, window).commit()
        return begin

    def strike(self, command: KeyCommand) -> float:
        """A key of the pad, as soon as it is taken again; gives the moment it went down."""
        self.run(DOUBLE_STRIKE + 0.05)
        self.run(3, lambda: self.kiosk.watch.settled)
        code = next(code for code, one in SCAN_CODES.items() if one is command)
        begin = time.perf_counter()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, code, 0, 0)
            QCoreApplication.sendEvent(self.kiosk.window, event)
        return begin

    def open(self, tag: str, item: str = PAGE, stay: float = 0.2) -> QPoint:
        """Go to a page; gives where its listen button is, after some seconds."""
        self.kiosk.shell.leave()
        self.kiosk.shell.enter(tag)
        self.kiosk.shell.open(item)
        self.run(stay)
        self.run(1, lambda: self.kiosk.watch.settled)
        word = self.kiosk.shell.words["listen"]
        node = next(n for n in accessible_nodes(self.kiosk.window) if n.interactive and n.name == word)
        return node.rectangle.center() - self.kiosk.window.position()

    def heard(self, since: float) -> float:
        """Seconds from a moment to the first loud sample after it.

        Raises:
            TimeoutError: nothing was heard.
        """
        if not self.run(PATIENCE, lambda: len(self.ear.loud_times(since)) > 0):
            message = "nothing was heard"
            raise TimeoutError(message)
        return float(self.ear.loud_times(since)[0] - since)

    def quiet(self) -> None:
        """Stop, and wait until nothing is heard."""
        self.kiosk.narration.reader.stop()
        self.run(0.25)
        self.ear.forget()
