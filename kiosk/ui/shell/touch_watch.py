"""Sees what is touched before the screens do."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPointerEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow


class TouchWatch(QObject):
    """Sees every touch and key before the screens do."""

    TOUCHES = frozenset({QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress})

    def __init__(self, touched: Callable[[QEvent], None], parent: QObject) -> None:
        super().__init__(parent)
        self._touched = touched

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in self.TOUCHES:
            self._touched(event)
        return super().eventFilter(watched, event)


def belongs_to(window: QQuickWindow, name: str, event: QEvent) -> bool:
    """Whether a touch, or a key, goes to the item of that name or to one inside it."""
    controls = window.findChild(QQuickItem, name)
    if controls is None or not controls.isVisible():
        return False
    if isinstance(event, QPointerEvent):
        return controls.contains(controls.mapFromScene(event.point(0).position()))
    focus = window.activeFocusItem()
    return focus is not None and controls.isAncestorOf(focus)
