"""Reads a translators' spreadsheet: what has changed, and for everything wrong the sheet, row, column and mend."""

import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from kiosk.content.exchange.spreadsheet import columns_of
from kiosk.content.exchange.texts import SourceText, source_texts
from kiosk.content.exchange.yaml_files import Place
from kiosk.content.sources.findings import Finding
from kiosk.content.sources.loading import Sources
from kiosk.disk.files import contents_of
from kiosk.errors import SourceError

LARGEST = 50_000_000
"""Bytes of an unpacked spreadsheet: thirty times that of today's content."""
SCATTERED, SPARE = 10, 1000
"""Rows a sheet may have for each text of the sources, and beside them: translators leave some empty."""
MOST_IN_RANGES = 100_000
_RANGES = ("mergeCell", "hyperlink")
MOST_PARTS, PARTS_OF_A_TEXT = 100_000, 100
"""XML elements of a whole spreadsheet, and those that each text may have beside them."""
MOST_EXTRAS = 1000
_EXTRAS = ("sheet", "definedName", "dataValidation", "conditionalFormatting", "cfRule", "hyperlink", "mergeCell")
"""Elements that no text needs; openpyxl spends long on each."""
_UNREADABLE = (
    BadZipFile,
    InvalidFileException,
    ParseError,
    ExpatError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    EOFError,
    RuntimeError,  # encrypted, or packed in a way zipfile does not know
    zlib.error,
)
"""What openpyxl stumbles over in files that are no spreadsheets."""
_AGAIN = "export a new one with `kiosk content export --format xlsx`"


@dataclass(frozen=True, slots=True)
class TextChange:
    """New words for a text in one language."""

    text: SourceText
    language: str
    words: str
    cell: str
    """Where they stand in the spreadsheet."""

    @property
    def before(self) -> str:
        """The words in the sources; empty where there are none."""
        return self.text.words.get(self.language, "")

    @property
    def target(self) -> tuple[Place, str]:
        """Where they go in the source file."""
        return (*self.text.place, self.language), self.words


def read_changes(path: Path, loaded: Sources) -> tuple[list[TextChange], list[Finding]]:
    """The texts that differ from the sources, and what is wrong; a spreadsheet with findings must not be used.

    Raises:
        SourceError: the file is no spreadsheet, or holds far more than the sources.
    """
    texts = {(text.item, text.field): text for text in source_texts(loaded)}
    columns = columns_of(loaded)
    book = _opened(path, len(texts))
    results = [found for sheet in book.worksheets for found in _Sheet(path, sheet, columns).results(texts)]
    changes = [found for found in results if isinstance(found, TextChange)]
    findings = [found for found in results if isinstance(found, Finding)]
    lost = sorted({text.sheet for text in texts.values()} - set(book.sheetnames))
    findings += [Finding(path.name, f"sheet {name}", "is missing", f"put it back, or {_AGAIN}") for name in lost]
    twice = Counter((c.text.item, c.text.field, c.language) for c in changes)
    mend = "leave one of them"
    findings += [
        Finding(path.name, c.cell, f"{c.text.item} {c.text.field} is there twice", mend)
        for c in changes
        if twice[c.text.item, c.text.field, c.language] > 1
    ]
    return changes, findings


def _opened(path: Path, texts: int) -> Workbook:
    try:
        data = BytesIO(contents_of(path))
        with ZipFile(data) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
        if size > LARGEST:
            message = f"{path}: unpacks to {size} bytes, more than any spreadsheet of ours; {_AGAIN}"
            raise SourceError(message)
        _refuse_crowds(path, data, texts)
        _refuse_surplus(path, data, texts)
        return load_workbook(data)
    except OSError as error:
        message = f"{path}: cannot be read ({error.strerror}); name a file that exists"
        raise SourceError(message) from error
    except _UNREADABLE as error:
        message = f"{path}: is not a spreadsheet (.xlsx) that can be read ({error}); {_AGAIN}"
        raise SourceError(message) from error


def _refuse_crowds(path: Path, data: BytesIO, texts: int) -> None:
    """Count what openpyxl would make objects of: elements, and cells that are merged or linked."""
    cells, parts = 0, Counter[str]()

    def begun(tag: str, attributes: dict[str, str]) -> None:
        nonlocal cells
        name = tag.rpartition(":")[2]
        parts[name if name in _EXTRAS else ""] += 1
        if name in _RANGES:
            size = CellRange(attributes.get("ref", "")).size
            cells += size["rows"] * size["columns"]

    with ZipFile(data) as archive:
        for name in archive.namelist():
            if name.endswith(".xml"):
                parser = ParserCreate()
                parser.StartElementHandler = begun
                with archive.open(name) as part:
                    parser.ParseFile(part)
    if cells > MOST_IN_RANGES:
        message = f"{path}: {cells} cells are merged or linked in ranges; split them: one text, one cell; or {_AGAIN}"
        raise SourceError(message)
    for tag, count in parts.items():
        if count > (MOST_EXTRAS if tag else MOST_PARTS + PARTS_OF_A_TEXT * texts):
            message = f"{path}: holds {count} elements{f' {tag!r}' if tag else ''}, more than any spreadsheet of ours; {_AGAIN}"
            raise SourceError(message)


def _refuse_surplus(path: Path, data: BytesIO, texts: int) -> None:
    """Count the filled rows in passing, before the whole spreadsheet is held in memory."""
    book = load_workbook(data, read_only=True)
    try:
        for sheet in book.worksheets:
            filled = 0
            sheet.reset_dimensions()  # what the sheet says of its own size may be wrong
            for row, values in enumerate(sheet.iter_rows(values_only=True), 1):
                filled += any(value is not None for value in values)
                if row > SCATTERED * texts + SPARE:
                    message = (
                        f"{path}: sheet {sheet.title} goes on below row {row}, far under its texts; delete those rows, or {_AGAIN}"
                    )
                    raise SourceError(message)
                if filled > texts + 1:
                    message = f"{path}: sheet {sheet.title}, row {row}: more rows than the {texts} texts of the sources; {_AGAIN}"
                    raise SourceError(message)
    finally:
        book.close()


class _Sheet:
    """One sheet, as it is read."""

    def __init__(self, path: Path, sheet: Worksheet, columns: tuple[str, ...]) -> None:
        self._file, self._sheet, self._columns = path.name, sheet, columns
        headings = [str(cell.value or "").strip() for cell in sheet[1]]
        self._numbers = {heading: number for number, heading in enumerate(headings, 1) if heading}
        self._headings = headings

    def _finding(self, row: int, column: int, message: str, mend: str) -> Finding:
        return Finding(self._file, self._place(row, column), message, mend)

    def _place(self, row: int, column: int) -> str:
        heading = self._headings[column - 1] if column <= len(self._headings) else ""
        name = f"{get_column_letter(column)} ({heading})" if heading and row > 1 else get_column_letter(column)
        return f"sheet {self._sheet.title}, row {row}, column {name}"

    def _faults(self) -> Iterator[Finding]:
        """What makes the sheet unreadable as a whole."""
        for number, heading in enumerate(self._headings, 1):
            if heading and (heading not in self._columns or self._headings.count(heading) > 1):
                what = f"{heading!r} is a heading too many" if heading in self._columns else f"{heading!r} is no heading of ours"
                yield self._finding(1, number, what, f"write {', '.join(self._columns)}")
        for name in self._columns:
            if name not in self._numbers:
                yield self._finding(1, len(self._headings) + 1, f"there is no column {name!r}", f"put it back, or {_AGAIN}")
        for merged in self._sheet.merged_cells.ranges:
            yield self._finding(
                merged.min_row, merged.min_col, f"{merged.coord} are merged cells", "split them: one text, one cell"
            )

    def results(self, texts: dict[tuple[str, str], SourceText]) -> Iterator[TextChange | Finding]:
        """Changes and faults from top to bottom."""
        faults = list(self._faults())
        yield from faults
        if any(name not in self._numbers for name in self._columns):
            return
        for row in range(2, self._sheet.max_row + 1):
            yield from self._row(row, texts)

    def _value(self, row: int, name: str) -> object:
        cell = self._sheet.cell(row, self._numbers[name])
        return "=" if cell.data_type == "f" and not isinstance(cell.value, str) else cell.value

    def _row(self, row: int, texts: dict[tuple[str, str], SourceText]) -> Iterator[TextChange | Finding]:
        if all(self._value(row, name) is None for name in self._columns):
            return
        item, field = str(self._value(row, "item") or ""), str(self._value(row, "field") or "")
        text = texts.get((item, field))
        if text is None:
            yield self._finding(row, self._numbers["item"], f"there is no text {item!r} {field!r} in the sources", _AGAIN)
            return
        found = [r for tag in self._columns[2:-3] for r in self._cell(row, tag, text)]
        if self._value(row, "state") != text.state and any(isinstance(result, TextChange) for result in found):
            what = "the sources have changed since this text was exported"
            yield self._finding(row, self._numbers["item"], what, f"{_AGAIN}, and carry the new words over")
            return
        yield from found

    def _cell(self, row: int, tag: str, text: SourceText) -> Iterator[TextChange | Finding]:
        column, before = self._numbers[tag], text.words.get(tag, "")
        cell = self._sheet.cell(row, column)
        value = cell.value
        if isinstance(cell, MergedCell) or (value or "") == before:
            return
        if cell.data_type == "f":
            yield self._finding(row, column, "holds a formula", "write the words themselves")
        elif value is None or (isinstance(value, str) and not value.strip()):
            yield self._finding(row, column, "is empty, the sources have words there", f"write them again: {before}")
        elif not isinstance(value, str):
            yield self._finding(row, column, f"{value} is not a text", "format the cell as text and write the words")
        elif any(words == value and self._value(row, other) == before for other, words in text.words.items()):
            yield self._finding(row, column, "has changed places with another language", "put each into the column of its language")
        else:
            yield TextChange(text, tag, value, self._place(row, column))
