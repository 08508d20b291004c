"""What lights up behind a text while it is read aloud: the sentence, and in it the word."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import Property, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextLine, QTextOption
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickPaintedItem

from kiosk.domain.bidi import FIRST_STRONG_ISOLATE, POP_ISOLATE, starts_right_to_left
from kiosk.domain.cues import Span, word_spans

QML_IMPORT_NAME = "Kiosk.Drawing"
QML_IMPORT_MAJOR_VERSION = 1


_ISOLATED = re.compile(f"{FIRST_STRONG_ISOLATE}[^{POP_ISOLATE}]*{POP_ISOLATE}")


def lay_out(text: str, font: QFont, width: float, line_height: float, alignment: Qt.AlignmentFlag) -> QTextLayout:
    """Lines broken and placed as Qt Quick's Text does it for plain text."""
    option = QTextOption(alignment)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    right_to_left = starts_right_to_left(_ISOLATED.sub("", text))
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLeadingIncluded(True)
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height() * line_height
    layout.endLayout()
    return layout


def _lines(layout: QTextLayout) -> Iterator[QTextLine]:
    return (layout.lineAt(index) for index in range(layout.lineCount()))


def rectangles(layout: QTextLayout, span: Span) -> list[QRectF]:
    """Where a piece of a text stands: one rectangle for each line it touches, whatever the direction of its words."""
    text = layout.text()
    words = [(span[0] + start, span[0] + end) for start, end in word_spans(text[slice(*span)])]
    found = []
    for line in _lines(layout):
        first, last = line.textStart(), line.textStart() + line.textLength()
        edges = [
            edge
            for start, end in words
            if start < last and end > first
            for edge in (_x(line, max(start, first)), _x(line, min(end, last)))
        ]
        if edges:
            found.append(QRectF(min(edges), line.y(), max(edges) - min(edges), line.height()))
    return found


def _x(line: QTextLine, position: int) -> float:
    found = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)


def _access(name: str) -> tuple[Callable[["SpokenMark"], Any], Callable[["SpokenMark", Any], None]]:
    """How a property is read and written."""

    def read(mark: "SpokenMark") -> Any:
        return mark.values[name]

    def write(mark: "SpokenMark", value: Any) -> None:
        if mark.values[name] != value:
            mark.values[name] = value
            mark.changed.emit()
            mark.update()

    return read, write


@QmlElement
class SpokenMark(QQuickPaintedItem):
    """Stands behind a plain Text of the same size, text and type, and marks pieces of it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, Any] = {"text": "", "font": QFont(), "lineHeight": 1.0, "alignRight": False}
        self.values |= dict.fromkeys(("start", "end", "wordStart", "wordEnd"), 0)
        self.values |= dict.fromkeys(("ground", "wordGround", "bar"), QColor())

    def layout(self) -> QTextLayout:
        """The lines of the text."""
        alignment = Qt.AlignmentFlag.AlignRight if self.values["alignRight"] else Qt.AlignmentFlag.AlignLeft
        text, font, line_height = (self.values[name] for name in ("text", "font", "lineHeight"))
        return lay_out(text, font, self.width(), line_height, alignment | Qt.AlignmentFlag.AlignAbsolute)

    def paint(self, painter: QPainter) -> None:
        values, layout = self.values, self.layout()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(values["ground"])
        for box in rectangles(layout, (values["start"], values["end"])):
            painter.drawRoundedRect(box.adjusted(-box.height() / 8, 0, box.height() / 8, 0), box.height() / 6, box.height() / 6)
        for box in rectangles(layout, (values["wordStart"], values["wordEnd"])):
            painter.fillRect(box, values["wordGround"])
            painter.fillRect(QRectF(box.left(), box.bottom() - box.height() / 9, box.width(), box.height() / 9), values["bar"])

    get_text, set_text = _access("text")
    text = Property(str, get_text, set_text, notify=changed)
    get_font, set_font = _access("font")
    font = Property(QFont, get_font, set_font, notify=changed)
    get_line_height, set_line_height = _access("lineHeight")
    lineHeight = Property(float, get_line_height, set_line_height, notify=changed)
    get_align_right, set_align_right = _access("alignRight")
    alignRight = Property(bool, get_align_right, set_align_right, notify=changed)
    get_start, set_start = _access("start")
    start = Property(int, get_start, set_start, notify=changed)
    get_end, set_end = _access("end")
    end = Property(int, get_end, set_end, notify=changed)
    get_word_start, set_word_start = _access("wordStart")
    wordStart = Property(int, get_word_start, set_word_start, notify=changed)
    get_word_end, set_word_end = _access("wordEnd")
    wordEnd = Property(int, get_word_end, set_word_end, notify=changed)
    get_ground, set_ground = _access("ground")
    ground = Property(QColor, get_ground, set_ground, notify=changed)
    get_word_ground, set_word_ground = _access("wordGround")
    wordGround = Property(QColor, get_word_ground, set_word_ground, notify=changed)
    get_bar, set_bar = _access("bar")
    bar = Property(QColor, get_bar, set_bar, notify=changed)
