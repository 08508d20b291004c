"""Makes a window of QML, and what every window of the kiosk has in common."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import PySide6.QtQuick  # noqa: F401 - makes the root object a QQuickWindow
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow, QSGRendererInterface

from kiosk.config import DATA, KioskConfig
from kiosk.errors import DisplayError
from kiosk.presentation.pictures import PROVIDER
from kiosk.ui.drawing import drawn
from kiosk.ui.drawing.picture import PictureProvider, drawn_folder

QML = Path(__file__).parent.parent / "qml"
OUT_OF_SERVICE_TEXTS = DATA / "assets" / "out-of-service.json"


def prepare_renderer(config: KioskConfig) -> None:
    """Choose how the scene is drawn; before the first window."""
    if config.renderer == "software":
        QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)


def open_window(engine: QQmlApplicationEngine, name: str, properties: Mapping[str, object]) -> QQuickWindow:
    """Load a window of the module Kiosk.Shell.

    Raises:
        DisplayError: no window could be made.
    """
    engine.addImportPath(str(QML))
    engine.addImageProvider(drawn.PROVIDER, drawn.DrawnProvider())
    engine.setInitialProperties(dict(properties))
    engine.loadFromModule("Kiosk.Shell", name)
    roots = engine.rootObjects()
    if not roots or not isinstance(roots[0], QQuickWindow):
        message = "the window could not be made; the lines above say why"
        raise DisplayError(message)
    return roots[0]


def picture_provider(folder: Callable[[], Path], cache: Path) -> tuple[str, PictureProvider]:
    """The name under which QML asks for pictures, and who gives them: from the content's folder, or drawn ahead."""
    return PROVIDER, PictureProvider(folder, drawn_folder(cache))


def out_of_service_texts() -> list[dict[str, str]]:
    """The words that are shown when there is no content to take words from."""
    texts: list[dict[str, str]] = json.loads(OUT_OF_SERVICE_TEXTS.read_text(encoding="utf-8"))
    return texts
