"""An empty Qt Quick window over the whole screen, drawn as the kiosk is: what no kiosk of this kind can start sooner than."""

import sys

from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow, QSGRendererInterface

QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)
application = QGuiApplication(sys.argv)
engine = QQmlApplicationEngine()
engine.loadData(b'import QtQuick\nWindow { width: Screen.width; height: Screen.height; color: "teal"; visible: true }')
sys.exit(application.exec())
