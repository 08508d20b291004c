"""A visitor made of touch events: finds things by role and name, as a screen reader does, and touches them."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.ui.application import KioskApplication
from kiosk.ui.shell.touch_watch import SETTLE
from kiosk.ui.tools.accessible_tree import AccessibleNode, accessible_nodes
from tests.helpers.fakes import ManualClock

_DEVICES = []


def touch_device():
    """One touch screen for the whole test run; Qt keeps a device for ever."""
    if not _DEVICES:
        _DEVICES.append(QTest.createTouchDevice())
    return _DEVICES[0]


class Robot:
    """Drives one kiosk."""

    def __init__(self, kiosk: KioskApplication, qtbot: QtBot) -> None:
        self.kiosk = kiosk
        self.qtbot = qtbot

    def nodes(self) -> list[AccessibleNode]:
        return list(accessible_nodes(self.kiosk.window))

    def names(self) -> list[str]:
        return [node.name for node in self.nodes() if node.name]

    def find(self, name: str) -> AccessibleNode:
        """The enabled interactive thing of that name, waited for."""
        found: list[AccessibleNode] = []

        def look() -> None:
            found[:] = [n for n in self.nodes() if n.interactive and n.enabled and n.name == name]
            assert found, f"no {name!r} among {[n.name for n in self.nodes() if n.interactive]}"

        self.qtbot.waitUntil(lambda: look() is None, timeout=3000)
        return found[-1]

    def touch(self, name: str) -> None:
        """A finger down and up in the middle of a thing."""
        self.find(name)
        self.settle()
        self.touch_at(self._on_window(self.find(name).rectangle).center())

    def settle(self) -> None:
        """Wait, as people do, until they have seen what the screen has become."""
        watch, clock = self.kiosk.watch, self.kiosk.boundary.clock
        self.until(lambda: watch.drawn or not self.kiosk.window.isExposed())
        if not watch.settled and isinstance(clock, ManualClock):
            clock.advance(2 * SETTLE)
        self.until(lambda: watch.settled)

    def touch_at(self, point: QPoint) -> None:
        self.settle()
        window = self.kiosk.window
        QTest.touchEvent(window, touch_device()).press(0, point, window).commit()
        QTest.touchEvent(window, touch_device()).release(0, point, window).commit()

    def press_at(self, point: QPoint) -> None:
        """A finger down, and not up."""
        self.settle()
        window = self.kiosk.window
        QTest.touchEvent(window, touch_device()).press(0, point, window).commit()

    def release_at(self, point: QPoint) -> None:
        """The finger up again."""
        window = self.kiosk.window
        QTest.touchEvent(window, touch_device()).release(0, point, window).commit()

    def _on_window(self, rectangle: QRect) -> QRect:
        return rectangle.translated(-self.kiosk.window.position())

    def sees(self, text: str) -> None:
        """Wait until a text is on the screen."""
        self.until(lambda: any(text in _bare(name) for name in self.names()), f"{text!r} not among {self.names()}")

    def until(self, condition: Callable[[], bool], otherwise: str = "") -> None:
        def check() -> None:
            assert condition(), otherwise

        self.qtbot.waitUntil(lambda: check() is None, timeout=3000)

    def picture(self) -> QImage:
        return self.kiosk.window.grabWindow()


def _bare(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "")
