"""What QML asks where a sentence or a word of a text stands."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QFont

QML_IMPORT_NAME = "Kiosk.Drawing"
QML_IMPORT_MAJOR_VERSION = 1

_FONT = cast("type", "QFont")
"""By its name, for its enumerations are made with it; `Slot`, whose stubs know types but not their names, takes both."""


@QmlElement
@QmlSingleton
class TextBoxes(QObject):
    """Finds where pieces of texts stand."""

    @Slot(str, _FONT, float, float, int, int, int, result="QVariantList")
    def find(self, text: str, font: "QFont", width: float, line_height: float, side: int, start: int, end: int) -> "list[QRectF]":
        """The boxes of a piece of a plain Text of that width, aligned to that side: see `rectangles`."""
        from PySide6.QtCore import Qt

        from kiosk.ui.narration.spoken_mark import lay_out, rectangles  # not before the first picture

        alignment = Qt.AlignmentFlag(side) | Qt.AlignmentFlag.AlignAbsolute
        return rectangles(lay_out(text, font, width, line_height, alignment), (start, end))
