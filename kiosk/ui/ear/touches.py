"""Without a pad: a finger that rests begins, and the corners of the panel are the keys; they are found without looking."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QTimer, Signal, Slot
from PySide6.QtGui import QPointingDevice, QTouchEvent
from PySide6.QtQuick import QQuickWindow

from kiosk.domain.keypad import KeyCommand

REST = 2.0
"""Seconds for which a finger rests that wants to go by ear, or help there."""
STRAYS_MM = 12.0
"""How far it may move meanwhile."""
STAFF_CORNER = 0.12
"""Of the shorter side: the upper corners, where the staff's gesture begins."""
ACROSS, DOWN = 0.4, 1 / 3
"""How much of the panel's width and height a corner has."""


class Going(NamedTuple):
    """What a finger decides by."""

    waits: Callable[[], bool]
    """Nobody is there, and the kiosk may speak."""
    by_corners: Callable[[], bool]
    """Somebody goes by ear, with fingers."""
    asked: Callable[[], bool]
    """They are asked whether they are still there."""
    alive: Callable[[], None]
    """They are."""


class EarTouches(QObject):
    """Sees fingers before the screens do; keeps those that are meant for the ear."""

    rested = Signal()
    """A finger has rested; the screens have let go of it."""
    lifted = Signal()
    """It is lifted again."""
    pressed = Signal(str)
    """A corner was touched, by the command it stands for."""

    def __init__(self, window: QQuickWindow, clock: Callable[[], float], millimetre: float, going: Going, parent: QObject) -> None:
        """See fingers from now on.

        Args:
            window: where people touch.
            clock: seconds that never go back.
            millimetre: of the glass, in pixels.
            going: what a finger decides by.
            parent: its owner.
        """
        super().__init__(parent)
        self._window, self._clock, self._strays, self._going = window, clock, STRAYS_MM * millimetre, going
        self._from: QPointF | None = None
        self._since = 0.0
        self._device: QPointingDevice | None = None
        self._kept = self._resting = False
        self._timer = QTimer(self, interval=int(REST * 1000), singleShot=True)
        self._timer.timeout.connect(self.rest)
        window.installEventFilter(self)

    @property
    def quiet(self) -> float:
        """Seconds since a finger, or a mouse, came."""
        return self._clock() - self._since

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonPress:
            self._since = self._clock()
        if isinstance(event, QTouchEvent) and self._sees(event):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _sees(self, event: QTouchEvent) -> bool:
        match event.type():
            case QEvent.Type.TouchBegin:
                self._comes(event)
            case QEvent.Type.TouchUpdate if not self._kept:
                self._moves(event)
            case QEvent.Type.TouchEnd | QEvent.Type.TouchCancel:
                return self._goes(event)
            case _:
                pass
        return self._kept

    def _comes(self, event: QTouchEvent) -> None:
        at = event.points()[0].position()
        self._from, self._since, self._device = at, self._clock(), event.pointingDevice()
        self._kept = self._going.by_corners()
        if not self._kept and len(event.points()) == 1 and self._going.waits() and not self._of_staff(at):
            self._timer.start()

    def _moves(self, event: QTouchEvent) -> None:
        start = self._from or QPointF()
        if len(event.points()) > 1 or (event.points()[0].position() - start).manhattanLength() > self._strays:
            self._timer.stop()

    def _goes(self, event: QTouchEvent) -> bool:
        self._timer.stop()
        kept, resting = self._kept, self._resting
        self._kept = self._resting = False
        if resting:
            self.lifted.emit()
        elif kept and event.type() is QEvent.Type.TouchEnd:
            self._answer(event.points()[0].position())
        return kept

    def _answer(self, at: QPointF) -> None:
        asked = self._going.asked()
        self._going.alive()
        if not asked:
            held = self._clock() - self._since >= REST
            self.pressed.emit(KeyCommand.HELP if held else self.command_at(at))

    @Slot()
    def rest(self) -> None:
        """The finger has rested: what it touched lets go of it, and nothing is pressed by lifting it."""
        if self._device is not None and self._clock() - self._since >= REST and self._going.waits():
            QCoreApplication.sendEvent(self._window, QTouchEvent(QEvent.Type.TouchCancel, self._device))
            self._kept = self._resting = True
            self.rested.emit()

    def command_at(self, at: QPointF) -> KeyCommand:
        """What a place of the panel stands for: below, the one before and the one after; above, back and OK; else: again."""
        x, y = at.x() / self._window.width(), at.y() / self._window.height()
        left, right = x < ACROSS, x > 1 - ACROSS
        if y > 1 - DOWN and (left or right):
            return KeyCommand.PREVIOUS if left else KeyCommand.NEXT
        if y < DOWN and (left or right):
            return KeyCommand.BACK if left else KeyCommand.OK
        return KeyCommand.REPEAT

    def _of_staff(self, at: QPointF) -> bool:
        side = STAFF_CORNER * min(self._window.width(), self._window.height())
        return at.y() <= side and not side < at.x() < self._window.width() - side
