"""Keeps a window as large as its screen, and laid out in millimetres, while both change."""

from typing import cast

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtQuick import QQuickWindow

from kiosk.domain.panel import Panel

UNIT = "pixelsPerUnit"
RIBBON = "ribbonHeight"


class WindowFit(QObject):
    """Follows the size of a window and, once it fills the screen, the screen's: another mode, turned, scaled, another panel."""

    def __init__(self, window: QQuickWindow, diagonal_inches: float, parent: QObject) -> None:
        """Follow a window.

        Args:
            window: has the properties `pixelsPerUnit` and, where something stands above the panel, `ribbonHeight`.
            diagonal_inches: of the panel, which the screen does not tell reliably.
            parent: its owner.
        """
        super().__init__(parent)
        self._window, self._diagonal = window, diagonal_inches
        self._soon = QTimer(self, interval=0, singleShot=True)  # width and height change one after the other
        self._soon.timeout.connect(self._lay_out)
        window.widthChanged.connect(self._begin)
        window.heightChanged.connect(self._begin)

    @Slot()
    def _begin(self) -> None:
        self._soon.start()  # connected by itself, it would take the new size for milliseconds to wait

    @Slot()
    def _lay_out(self) -> None:
        width, height = self._window.width(), self._window.height() - int(self._window.property(RIBBON) or 0)
        if width > 0 and height > 0:
            self._window.setProperty(UNIT, Panel(width, height, self._diagonal).pixels_per_unit)

    def fill_screen(self) -> None:
        """Cover the screen, whatever becomes of it: not every window system does so by itself."""
        application = cast("QGuiApplication", QGuiApplication.instance())
        for screen in QGuiApplication.screens():
            self._watch(screen)
        application.screenAdded.connect(self._watch)
        application.primaryScreenChanged.connect(self._cover)
        self._cover()
        self._window.showFullScreen()

    @Slot(QScreen)
    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._cover)

    @Slot()
    def _cover(self) -> None:
        screen = QGuiApplication.primaryScreen()
        if screen is not None:
            self._window.setScreen(screen)
            self._window.setGeometry(screen.geometry())
