"""Draws a printed sheet: each page a picture, so that the printer needs to know nothing of Arabic."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLength,
    QTextOption,
    QTextTableFormat,
)

from kiosk.domain.bidi import isolate_foreign_runs
from kiosk.domain.sheet import LineKind, PrintedCode, Sheet, SheetLine
from kiosk.ui.drawing.qr_image import code_matrix

DOTS_PER_INCH = 300
MILLIMETRE = DOTS_PER_INCH / 25.4
PAGE = QSizeF(210, 297)
MARGIN, FOOTER = 15, 8
"""Millimetres."""
CODE_SIDE, CODES_A_ROW = 36, 3
FAMILY = "IBM Plex Sans Arabic"
_SIZES = {LineKind.TITLE: 6.4, LineKind.SUMMARY: 4.2, LineKind.HEADING: 4.6, LineKind.TEXT: 3.9, LineKind.PAPER: 3.9}
"""Height of the type in millimetres."""
_ABOVE = {LineKind.HEADING: 3.0, LineKind.TITLE: 0.0}


_BAND = 7.0
"""Millimetres, of the colour at the head of a page."""


def _dots(millimetres: float) -> int:
    return round(millimetres * MILLIMETRE)


def _type(size: float, *, bold: bool = False) -> QTextCharFormat:
    font = QFont(FAMILY)
    font.setPixelSize(_dots(size))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    style = QTextCharFormat()
    style.setFont(font)
    return style


class _Writer:
    """Sets a sheet as a document of the printed width."""

    def __init__(self, sheet: Sheet) -> None:
        self.document = QTextDocument()
        self.document.setDocumentMargin(0)
        self.document.setUseDesignMetrics(True)
        self._rtl = sheet.right_to_left
        self._way = Qt.LayoutDirection.RightToLeft if self._rtl else Qt.LayoutDirection.LeftToRight
        option = QTextOption(Qt.AlignmentFlag.AlignLeading)
        option.setTextDirection(self._way)
        self.document.setDefaultTextOption(option)
        self.document.setPageSize(QSizeF(_dots(PAGE.width() - 2 * MARGIN), _dots(PAGE.height() - 2 * MARGIN - FOOTER)))
        self._cursor = QTextCursor(self.document)
        blocks = [self._add(line, first=number == 0) for number, line in enumerate(sheet.lines)]
        if sheet.codes:
            self._add_codes(sheet.codes)
        for block, line in zip(blocks, sheet.lines, strict=True):
            if line.kind is LineKind.HEADING:
                self._keep_with_next(block)

    def _page(self, block: QTextBlock) -> int:
        """The page a block begins on."""
        return int(self.document.documentLayout().blockBoundingRect(block).top() / self.document.pageSize().height())

    def _keep_with_next(self, heading: QTextBlock) -> None:
        if heading.next().isValid() and self._page(heading.next()) != self._page(heading):
            style = heading.blockFormat()
            style.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            QTextCursor(heading).setBlockFormat(style)

    def _block(self, above: float) -> QTextBlockFormat:
        block = QTextBlockFormat()
        block.setLayoutDirection(self._way)
        block.setAlignment(Qt.AlignmentFlag.AlignLeading)
        block.setTopMargin(_dots(above))
        return block

    def _isolated(self, text: str) -> str:
        return isolate_foreign_runs(text, right_to_left=self._rtl)

    def _add(self, line: SheetLine, *, first: bool) -> QTextBlock:
        block = self._block(_ABOVE.get(line.kind, 0.9))
        if first:
            self._cursor.setBlockFormat(block)
        else:
            self._cursor.insertBlock(block)
        size = _SIZES[line.kind]
        if line.kind is LineKind.PAPER:
            self._cursor.insertImage(_box(_dots(size * 0.8)), "box")
            self._cursor.insertText("  ", _type(size))
        if line.label:
            self._cursor.insertText(self._isolated(line.label) + "  ", _type(size, bold=True))
        self._cursor.insertText(self._isolated(line.text), _type(size, bold=line.kind in {LineKind.TITLE, LineKind.HEADING}))
        return self._cursor.block()

    def _add_codes(self, codes: tuple[PrintedCode, ...]) -> None:
        style = QTextTableFormat()
        style.setBorder(0)
        style.setCellPadding(_dots(1.5))
        style.setTopMargin(_dots(5))
        style.setLayoutDirection(self._way)
        width = QTextLength(QTextLength.Type.PercentageLength, 100 / CODES_A_ROW)
        style.setColumnWidthConstraints([width] * CODES_A_ROW)
        table = self._cursor.insertTable(-(-len(codes) // CODES_A_ROW), CODES_A_ROW, style)
        for number, code in enumerate(codes):
            row, place = divmod(number, CODES_A_ROW)
            column = CODES_A_ROW - 1 - place if self._rtl else place  # tables are not mirrored by Qt
            cursor = table.cellAt(row, column).firstCursorPosition()
            cursor.setBlockFormat(self._block(0))
            cursor.insertImage(_code(code.payload), f"code{number}")
            for text, bold in ((code.title, True), (code.caption, False)):
                cursor.insertBlock(self._block(0.5))
                cursor.insertText(self._isolated(text), _type(3.6, bold=bold))


def _box(side: int) -> QImage:
    image = QImage(side, side, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    edge = max(1, side // 10)
    painter.fillRect(edge, edge, side - 2 * edge, side - 2 * edge, QColor("white"))
    painter.end()
    return image


def _code(payload: str) -> QImage:
    """A code on whole dots, as near the wanted side as they allow."""
    matrix = code_matrix(payload)
    small = QImage(len(matrix), len(matrix), QImage.Format.Format_Grayscale8)
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            small.setPixelColor(x, y, QColor("black" if dark else "white"))
    side = max(1, _dots(CODE_SIDE) // len(matrix)) * len(matrix)
    return small.scaled(side, side)


def pages(sheet: Sheet) -> Iterator[QImage]:
    """Draw the pages of a sheet as pictures."""
    document = _Writer(sheet).document
    size, count = document.pageSize(), document.pageCount()
    for number in range(count):
        form = QImage.Format.Format_RGB32 if sheet.colour else QImage.Format.Format_Grayscale8
        image = QImage(_dots(PAGE.width()), _dots(PAGE.height()), form)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        if sheet.colour:
            painter.fillRect(0, 0, image.width(), _dots(_BAND), QColor(sheet.colour))
        painter.translate(_dots(MARGIN), _dots(MARGIN))
        painter.save()
        painter.translate(0, -number * size.height())
        document.drawContents(painter, QRectF(0, number * size.height(), size.width(), size.height()))
        painter.restore()
        _draw_footer(painter, sheet, f"{number + 1}/{count}", size)
        painter.end()
        yield image


def _draw_footer(painter: QPainter, sheet: Sheet, number: str, size: QSizeF) -> None:
    font = QFont(FAMILY)
    font.setPixelSize(_dots(3.2))
    painter.setFont(font)
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if sheet.right_to_left else Qt.LayoutDirection.LeftToRight)
    line = QRectF(0, size.height() + _dots(3), size.width(), _dots(5))
    painter.drawText(line, Qt.AlignmentFlag.AlignLeading, sheet.footer)
    painter.drawText(line, Qt.AlignmentFlag.AlignTrailing, number)


def write_pdf(sheets: Iterable[Sheet], path: Path) -> None:
    """The pages of sheets, one after the other, as a PDF of A4 size."""
    writer = QPdfWriter(str(path))
    writer.setResolution(DOTS_PER_INCH)
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter(writer)
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    for number, image in enumerate(image for sheet in sheets for image in pages(sheet)):
        if number:
            writer.newPage()
        painter.drawImage(0, 0, image)
    painter.end()
