"""The spreadsheet that translators work in: one row a text, a column a language, a sheet for each kind of file."""

from collections.abc import Iterator
from io import BytesIO
from itertools import groupby

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font, Protection
from openpyxl.worksheet.worksheet import Worksheet

from kiosk.content.exchange.texts import SourceText, source_texts
from kiosk.content.sources.items import LanguageSource
from kiosk.content.sources.loading import Sources
from kiosk.errors import SourceError

BEFORE = ("item", "field")
AFTER = ("sources", "checked on", "state")
"""Columns before and after those of the languages. `state` is hidden: it tells whether the sources have changed since."""
_WIDTHS = {"item": 34, "field": 18, "sources": 22, "checked on": 13, "state": 14}
_LANGUAGE_WIDTH = 60


def columns_of(loaded: Sources) -> tuple[str, ...]:
    """The headings of every sheet, in order."""
    return (*BEFORE, *(language.tag for language in _languages(loaded)), *AFTER)


def _languages(loaded: Sources) -> list[LanguageSource]:
    return sorted(loaded.exhibition.languages, key=lambda language: language.rank) if loaded.exhibition else []


def spreadsheet_bytes(loaded: Sources) -> bytes:
    """The bytes of a spreadsheet of all texts.

    Raises:
        SourceError: a text holds a character that no spreadsheet can.
    """
    book, columns, languages = Workbook(), columns_of(loaded), {each.tag: each for each in _languages(loaded)}
    if book.active is not None:
        book.remove(book.active)
    texts = sorted(source_texts(loaded), key=lambda text: text.sheet)
    for name, group in groupby(texts, key=lambda text: text.sheet):
        sheet = book.create_sheet(name)
        _lay_out(sheet, columns)
        for row, text in enumerate(group, 2):
            for number, value in enumerate(_values(text, list(languages)), 1):
                _write(sheet.cell(row, number), value, text, languages.get(columns[number - 1]))
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _values(text: SourceText, tags: list[str]) -> Iterator[str]:
    yield from (text.item, text.field)
    yield from (text.words.get(tag, "") for tag in tags)
    yield from (", ".join(text.sources), text.checked_on, text.state)


def _lay_out(sheet: Worksheet, columns: tuple[str, ...]) -> None:
    sheet.freeze_panes = "C2"
    sheet.protection.enable()
    for number, name in enumerate(columns, 1):
        cell = sheet.cell(1, number, name)
        cell.font = Font(bold=True)
        width = sheet.column_dimensions[cell.column_letter]
        width.width, width.hidden = _WIDTHS.get(name, _LANGUAGE_WIDTH), name == "state"


def _write(cell: Cell, value: str, text: SourceText, language: LanguageSource | None) -> None:
    """Words as words: what looks like a formula or a number stays what it is."""
    if ILLEGAL_CHARACTERS_RE.search(value):
        message = f"{text.file}: {text.item} {text.field}: holds a control character; remove it"
        raise SourceError(message)
    cell.value = value or None
    cell.data_type = "s"
    cell.number_format = "@"
    right = language is not None and language.direction == "rtl"
    cell.alignment = Alignment(
        horizontal="right" if right else "left", vertical="top", wrap_text=True, readingOrder=2 if right else 1
    )
    cell.protection = Protection(locked=language is None)
