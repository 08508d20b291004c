"""The Qt binding must not wear out the interpreter (docs/adr/0006-qt-6-11.md)."""

import sys

from PySide6.QtGui import QColor, QImage, QPainter

CALLS = 200


def test_calls_without_a_result_take_nothing_from_none() -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        painter.setPen(QColor("black"))
    lost = before - sys.getrefcount(None)
    painter.end()
    assert lost < CALLS / 2
