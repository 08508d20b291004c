"""No way out of a full screen: what a window system or a keyboard would do to the window does nothing."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QCursor, QGuiApplication, QPixmap
from PySide6.QtQuick import QQuickWindow


class Lockdown(QObject):
    """Swallows requests to close the window and menus of the right button; the pointer is not seen."""

    SWALLOWED = frozenset({QEvent.Type.Close, QEvent.Type.ContextMenu})

    def __init__(self, window: QQuickWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        window.installEventFilter(self)
        nothing = QPixmap(1, 1)
        nothing.fill(QColor(0, 0, 0, 0))
        QGuiApplication.setOverrideCursor(QCursor(nothing))  # the blank cursor of Qt comes with all its enumerations: 16 ms

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in self.SWALLOWED:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def lift(self) -> None:
        """The kiosk itself wants to close."""
        self._window.removeEventFilter(self)
        QGuiApplication.restoreOverrideCursor()
