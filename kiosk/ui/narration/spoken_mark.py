"""Where in a text a sentence and a word stand, so that they light up behind it while it is read aloud."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QTextLayout, QTextLine, QTextOption

from kiosk.domain.bidi import FIRST_STRONG_ISOLATE, POP_ISOLATE, starts_right_to_left
from kiosk.domain.cues import Span, word_spans

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

_ISOLATED = re.compile(f"{FIRST_STRONG_ISOLATE}[^{POP_ISOLATE}]*{POP_ISOLATE}")


def lay_out(text: str, font: QFont, width: float, line_height: float, alignment: "Qt.AlignmentFlag") -> QTextLayout:
    """Lines broken and placed as Qt Quick's Text does it for plain text."""
    from PySide6.QtCore import Qt  # its enumerations are made when somebody listens, not before the first picture

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
    found = cast("float | tuple[float, int]", line.cursorToX(position))
    return found[0] if isinstance(found, tuple) else found
