"""Draws the script that a speaker reads from as a PDF, in any direction, for `kiosk narration script`, in a process of its own."""

import json
import os
import sys
from argparse import ArgumentParser
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextLayout, QTextOption

from kiosk.domain.bidi import starts_right_to_left
from kiosk.ui.drawing.fonts import load_fonts

DOTS = 150
BODY_MM, NUMBER_MM, GAP_MM, NUMBER_WIDTH_MM = 5.6, 4.2, 5.0, 18.0
LINE_HEIGHT = 1.5
"""Vowel marks need room above and below."""


def _pixels(millimetres: float) -> int:
    return round(millimetres * DOTS / 25.4)


def _font(millimetres: float) -> QFont:
    font = QFont("IBM Plex Sans Arabic")
    font.setPixelSize(_pixels(millimetres))
    return font


def _laid_out(text: str, width: float) -> tuple[QTextLayout, float]:
    right_to_left = starts_right_to_left(text)
    option = QTextOption(Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
    option.setAlignment(option.alignment() | Qt.AlignmentFlag.AlignAbsolute)
    layout = QTextLayout(text, _font(BODY_MM))
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height() * LINE_HEIGHT
    layout.endLayout()
    return layout, height


def draw(lines: list[dict[str, str]], path: Path) -> int:
    """Write the PDF: a number and a sentence to each line; gives the number of pages."""
    writer = QPdfWriter(str(path))
    writer.setResolution(DOTS)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(15, 15, 15, 15),
            QPageLayout.Unit.Millimeter,
        )
    )
    width, bottom = float(writer.width()), float(writer.height())
    painter = QPainter(writer)
    top, pages = 0.0, 1
    for line in lines:
        layout, height = _laid_out(line["text"], width - _pixels(NUMBER_WIDTH_MM))
        if top + height > bottom:
            writer.newPage()
            top, pages = 0.0, pages + 1
        right_to_left = starts_right_to_left(line["text"])
        number_x = width - _pixels(NUMBER_WIDTH_MM) if right_to_left else 0.0
        painter.setFont(_font(NUMBER_MM))
        side = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(number_x, top, _pixels(NUMBER_WIDTH_MM), _pixels(BODY_MM * LINE_HEIGHT)), side, line["number"])
        layout.draw(painter, QPointF(0.0 if right_to_left else _pixels(NUMBER_WIDTH_MM), top))
        top += height + _pixels(GAP_MM)
    painter.end()
    return pages


def main(argv: list[str]) -> int:
    """Read the lines as JSON from standard input and write the PDF."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(argv)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(sys.argv[:1])
    load_fonts()
    pages = draw(json.load(sys.stdin), options.out)
    sys.stdout.write(json.dumps({"pages": pages}) + "\n")
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
