"""Sees the staff's gesture in the upper corners of the window, before the screens do and without keeping anything from them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer, Signal, Slot
from PySide6.QtGui import QInputDevice, QMouseEvent, QTouchEvent
from PySide6.QtQuick import QQuickWindow

from kiosk.domain.staff import HOLD, Taps, opens, pressed, released

CORNER = 0.12
"""Side of a corner as a part of the shorter side of the window."""


class StaffGesture(QObject):
    """Fast taps in one corner, the last one held."""

    made = Signal()

    def __init__(self, window: QQuickWindow, clock: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._clock = window, clock
        self._taps = Taps()
        self._timer = QTimer(self, interval=int(HOLD * 1000) + 20, singleShot=True)
        self._timer.timeout.connect(self.held)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event:
            case QTouchEvent() if event.type() is QEvent.Type.TouchBegin:
                self._press(event.points()[0].position() if len(event.points()) == 1 else QPointF(-1, -1))
            case QTouchEvent() if event.type() in {QEvent.Type.TouchEnd, QEvent.Type.TouchCancel}:
                self._release()
            case QMouseEvent() if event.deviceType() is QInputDevice.DeviceType.Mouse:
                if event.type() is QEvent.Type.MouseButtonPress:
                    self._press(event.position())
                elif event.type() is QEvent.Type.MouseButtonRelease:
                    self._release()
            case _:
                pass
        return super().eventFilter(watched, event)

    def _press(self, at: QPointF) -> None:
        self._taps = pressed(self._taps, self._corner(at), self._clock())
        self._timer.start()

    def _release(self) -> None:
        self._timer.stop()
        self._taps = released(self._taps, self._clock())

    @Slot()
    def held(self) -> None:
        """The finger has rested for the time of the gesture."""
        if opens(self._taps, self._clock()):
            self._taps = Taps()
            self.made.emit()

    def _corner(self, at: QPointF) -> str:
        side = CORNER * min(self._window.width(), self._window.height())
        if not 0 <= at.y() <= side:
            return ""
        return "left" if 0 <= at.x() <= side else "right" if self._window.width() - side <= at.x() else ""
