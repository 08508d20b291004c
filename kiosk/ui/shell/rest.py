"""The calm screen alone, for when the kiosk itself could not stay up: as little as possible is loaded."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.config import KioskConfig
from kiosk.domain.panel import Panel
from kiosk.ui.drawing.fonts import load_fonts
from kiosk.ui.machine.lockdown import Lockdown
from kiosk.ui.shell.window import open_window, out_of_service_texts
from kiosk.ui.shell.window_fit import WindowFit


def show_rest(config: KioskConfig, parent: QObject) -> tuple[QQuickWindow, Callable[[], None]]:
    """Show the screen.

    Returns:
        Its window, and what takes it down again.

    Raises:
        DisplayError: no window could be made.
    """
    load_fonts()
    size = QGuiApplication.primaryScreen().size()
    engine = QQmlApplicationEngine()
    unit = Panel(size.width(), size.height(), config.panel_diagonal_inches).pixels_per_unit
    window = open_window(engine, "Rest", {"texts": out_of_service_texts(), "pixelsPerUnit": unit})
    lockdown = Lockdown(window, parent)
    WindowFit(window, config.panel_diagonal_inches, parent).fill_screen()

    def close() -> None:
        lockdown.lift()
        window.close()
        engine.deleteLater()

    return window, close
