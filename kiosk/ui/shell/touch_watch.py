"""Sees what is touched before the screens do, and keeps from them what was not meant for what they show."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QEventPoint, QInputDevice, QKeyEvent, QMouseEvent, QPointerEvent, QTouchEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

SETTLE = 0.4
"""Seconds after a change of the screen in which a touch was meant for what stood there before (EN 301 549, 5.8)."""
LONGEST_TOUCH = 60.0
"""Seconds for which one finger's movements tell that somebody is there: what rests longer is no finger."""


_MOUSE = -1


@dataclass(frozen=True, slots=True)
class Touched:
    """What the kiosk does about touches and keys."""

    answers: Callable[[], bool]
    """Whether the visitor is asked if they are still there: a touch then is the answer, and nothing else."""
    alive: Callable[[], None]
    """Somebody is there."""
    acts: Callable[[QEvent], None]
    """A finger, a mouse or a key goes down and will reach the screen."""
    takes: Callable[[QKeyEvent], bool]
    """Do what a key of the pad asks for; whether it was one."""
    lets_go: Callable[[QKeyEvent], None]
    """A key goes up."""


class TouchWatch(QObject):
    """Sees every touch and key before the screens do.

    Every finger is a sign of somebody, when it comes and when it moves; a key that repeats by itself is not, and does nothing.
    """

    def __init__(self, window: QQuickWindow, clock: Callable[[], float], touched: Touched, parent: QObject) -> None:
        """Watch a window.

        Args:
            window: where people touch.
            clock: seconds that never go back.
            touched: what is done about it.
            parent: its owner.
        """
        super().__init__(parent)
        self._window, self._clock, self._touched = window, clock, touched
        self._changed = float("-inf")
        self.drawn = True
        """Whether what the screen has become has been on the panel."""
        self._down: dict[int, float] = {}
        """Since when each finger, or the mouse, is down."""
        self._kept: set[int] = set()
        """The fingers that the screens do not see."""
        self._kept_keys: set[int] = set()
        window.installEventFilter(self)

    @Slot()
    def settle(self) -> None:
        """The screen has changed: nobody has seen yet what it shows now. Time counts from when it is drawn."""
        self._changed = self._clock()
        if self.drawn:
            self.drawn = False
            self._window.frameSwapped.connect(self._see_drawn)
            self._window.update()

    @property
    def settled(self) -> bool:
        """Whether people have had the time to see what the screen shows."""
        return self._clock() - self._changed >= SETTLE

    @Slot()
    def _see_drawn(self) -> None:
        self._window.frameSwapped.disconnect(self._see_drawn)
        self.drawn, self._changed = True, self._clock()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kept = False
        match event:
            case QTouchEvent():
                kept = self._sees_fingers(event)
            case QMouseEvent() if event.deviceType() is QInputDevice.DeviceType.Mouse:
                kept = self._sees_mouse(event)
            case QKeyEvent():
                kept = self._sees_key(event)
            case _ if event.type() is QEvent.Type.Wheel:
                kept = self._touched.answers()
                self._live()
        if kept:
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _live(self) -> None:
        """Somebody is there; where they were asked, the question goes, and what lay under it is not seen yet."""
        answers = self._touched.answers()
        self._touched.alive()
        if answers:
            self.settle()

    def _comes(self, event: QEvent, *, acts: bool = True) -> bool:
        """Something goes down; whether it is kept from the screens."""
        kept = self._touched.answers() or (acts and not self.settled)
        self._live()
        if not kept:
            self._touched.acts(event)
        return kept

    def _moves(self, finger: int) -> None:
        if self._clock() - self._down.get(finger, float("-inf")) < LONGEST_TOUCH:
            self._live()

    # fingers, mouse, keys --------------------------------------------------------------------------------------------

    def _sees_fingers(self, event: QTouchEvent) -> bool:
        if event.type() in {QEvent.Type.TouchBegin, QEvent.Type.TouchCancel}:
            self._down.clear()
            self._kept.clear()
        points = event.points()
        new = {point.id() for point in points if point.state() is QEventPoint.State.Pressed}
        self._down |= dict.fromkeys(new, self._clock())
        if new and self._comes(event):
            self._kept |= new
        for point in points:
            if point.state() is QEventPoint.State.Updated:
                self._moves(point.id())
        kept = bool(points) and all(point.id() in self._kept for point in points)
        gone = {point.id() for point in points if point.state() is QEventPoint.State.Released}
        self._kept -= gone
        self._down = {finger: since for finger, since in self._down.items() if finger not in gone}
        return kept

    def _sees_mouse(self, event: QMouseEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonPress:
            self._down[_MOUSE] = self._clock()
            self._kept.discard(_MOUSE)
            if self._comes(event):
                self._kept.add(_MOUSE)
        elif event.type() is QEvent.Type.MouseMove and event.buttons():
            self._moves(_MOUSE)
        return _MOUSE in self._kept

    def _sees_key(self, event: QKeyEvent) -> bool:
        if event.isAutoRepeat():
            return True
        if event.type() is QEvent.Type.KeyPress:
            self._kept_keys.discard(event.key())
            if self._comes(event, acts=_touches(event.key())) or self._touched.takes(event):
                self._kept_keys.add(event.key())
        else:
            self._touched.lets_go(event)
        return event.key() in self._kept_keys


def _touches(key: int) -> bool:
    """Whether a key touches what has the focus."""
    from PySide6.QtCore import Qt  # with all its enumerations: not before the first picture

    return key in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select}


def belongs_to(window: QQuickWindow, name: str, event: QEvent) -> bool:
    """Whether a touch, or a key, goes to the item of that name or to one inside it."""
    controls = window.findChild(QQuickItem, name)
    if controls is None or not controls.isVisible():
        return False
    if isinstance(event, QPointerEvent):
        return controls.contains(controls.mapFromScene(event.point(0).position()))
    focus = window.activeFocusItem()
    return focus is not None and controls.isAncestorOf(focus)
