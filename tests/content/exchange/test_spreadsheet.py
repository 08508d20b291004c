"""Translators' spreadsheets: changed texts go back into their places, and nothing wrong gets in."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kiosk.cli.places import SOURCES
from kiosk.content.exchange.intake import import_texts
from kiosk.content.exchange.spreadsheet import spreadsheet_bytes
from kiosk.content.exchange.texts import source_texts
from kiosk.content.exchange.yaml_files import with_texts
from kiosk.content.sources.loading import load_valid_sources
from kiosk.content.sources.modes import ModeSource
from kiosk.disk import files
from kiosk.errors import SourceError
from tests.helpers.sources import words, write

COLUMNS = ["item", "field", "ar", "fr", "en", "sources", "checked on", "state"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "sources")


@pytest.fixture
def book(folder: Path, tmp_path: Path) -> Path:
    (tmp_path / "texts.xlsx").write_bytes(spreadsheet_bytes(load_valid_sources(folder)))
    return tmp_path / "texts.xlsx"


def edit(path: Path, change: Callable[[Workbook], None]) -> None:
    book = load_workbook(path)
    change(book)
    book.save(path)


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def row_of(sheet: Worksheet, item: str, field: str) -> int:
    return next(row for row in range(2, sheet.max_row + 1) if (sheet.cell(row, 1).value, sheet.cell(row, 2).value) == (item, field))


@pytest.mark.clause("EN 5.4")
def test_every_text_of_the_database_has_its_row(tmp_path: Path) -> None:
    loaded = load_valid_sources(SOURCES)
    (tmp_path / "all.xlsx").write_bytes(spreadsheet_bytes(loaded))
    book = load_workbook(tmp_path / "all.xlsx")
    rows = {}
    for sheet in book.worksheets:
        assert [cell.value for cell in sheet[1]] == COLUMNS
        rows |= {(r[0], r[1]): r[2:5] for r in sheet.iter_rows(min_row=2, values_only=True)}
    shown = {
        (t.item, t.field): tuple(t.words[tag] for tag in ("ar", "fr", "en")) for t in source_texts(loaded) if " " not in t.field
    }
    assert {key: words for key, words in rows.items() if " " not in key[1]} == shown
    from kiosk.content.rows.all_rows import all_rows

    common = ("/yes", "/no", "/unknown")  # answers every guide has: words of the interface, written there once
    patterns = tuple(f"mode:{mode.id}" for mode in loaded.of(ModeSource) if mode.for_each)  # written once, a mode of each pavilion

    def own(key: tuple[str, str]) -> bool:
        return not key[0].startswith(patterns) and not (key[0].startswith("option:") and key[0].endswith(common))

    kept = {(row["item"], row["field"]) for row in all_rows(loaded, "").tables["text"]}
    assert set(filter(own, shown)) == set(filter(own, kept))


def test_arabic_is_right_aligned_and_only_words_can_be_written(book: Path) -> None:
    sheet = load_workbook(book)["services"]
    assert sheet.protection.sheet
    by_name = {sheet.cell(1, column).value: sheet.cell(2, column) for column in range(1, 9)}
    assert {name: by_name[name].alignment.horizontal for name in ("ar", "fr")} == {"ar": "right", "fr": "left"}
    assert {name for name, cell in by_name.items() if not cell.protection.locked} == {"ar", "fr", "en"}
    assert by_name["sources"].value is None and by_name["checked on"].value == "2026-11-24"
    assert sheet.cell(row_of(sheet, "statement:service:cnie/output/1", "text"), 6).value == "S1"


@pytest.mark.clause("EN 5.4")
def test_an_unchanged_spreadsheet_changes_nothing(folder: Path, book: Path) -> None:
    before = contents(folder)
    assert import_texts(book, folder, dry_run=False) == ([], [])
    assert contents(folder) == before


def test_only_the_lines_of_changed_texts_change(folder: Path, tmp_path: Path) -> None:
    service, path = folder / "services/cnie.yaml", tmp_path / "texts.xlsx"
    by_hand = with_texts(service.read_bytes(), []).decode().replace("rank: 1", "rank: 1  # the first\n\n# what it is called")
    service.write_text("# A service\n" + by_hand.replace("fr: cnie fr", "fr: 'cnie fr'"), "utf-8")
    before = contents(folder)
    path.write_bytes(spreadsheet_bytes(load_valid_sources(folder)))
    new = {"ar": "جَوَابٌ: «نَعَمْ» 100%", "fr": "- somme d’«\u00a0exemple\u00a0»\u00a0: 100\u00a0%", "en": "“Quoted”: - one, 100%"}

    def change(workbook: Workbook) -> None:
        sheet = workbook["services"]
        for column, tag in enumerate(("ar", "fr", "en"), 3):
            cell = sheet.cell(row_of(sheet, "situation:cnie/first", "applies_to"), column)
            cell.value = new[tag]
            cell.data_type = "s"

    edit(path, change)
    trial, findings = import_texts(path, folder, dry_run=True)
    assert findings == [] and contents(folder) == before
    assert import_texts(path, folder, dry_run=False) == (trial, [])
    changed = {p.relative_to(folder).as_posix(): b for p, b in contents(folder).items() if b != before[p]}
    assert list(changed) == ["services/cnie.yaml"]
    old, lines = before[service].decode().split("\n"), changed["services/cnie.yaml"].decode().split("\n")
    assert len(lines) == len(old) and sum(a != b for a, b in zip(lines, old, strict=True)) == 3
    situation = yaml.safe_load(changed["services/cnie.yaml"])["situations"][0]
    assert situation["applies_to"] == new


def test_missing_words_are_added(tmp_path: Path) -> None:
    def half(folder: dict) -> None:
        del folder["services/cnie.yaml"]["name"]["en"]

    folder, path = write(tmp_path / "sources", half), tmp_path / "texts.xlsx"
    path.write_bytes(spreadsheet_bytes(load_valid_sources(folder)))

    def fill(workbook: Workbook) -> None:
        services = workbook["services"]
        services.cell(row_of(services, "service:cnie", "name"), 5).value = "National card"

    edit(path, fill)
    changes, findings = import_texts(path, folder, dry_run=False)
    assert findings == [] and [c.before for c in changes] == [""]
    assert yaml.safe_load((folder / "services/cnie.yaml").read_text("utf-8"))["name"]["en"] == "National card"


def set_cell(name: str, value: object, sheet: str = "services") -> Callable[[Workbook], None]:
    return lambda book: book[sheet].__setitem__(name, value)


def swap_headings(book: Workbook) -> None:
    book["services"]["C1"], book["services"]["D1"] = "fr", "ar"


def swap_words(book: Workbook) -> None:
    sheet = book["services"]
    sheet["D3"], sheet["E3"] = sheet["E3"].value, sheet["D3"].value


def twice(book: Workbook) -> None:
    sheet = book["services"]
    sheet.append([cell.value for cell in sheet[2]])
    sheet["D2"], sheet.cell(sheet.max_row, 4).value = "Un", "Deux"


BAD = {
    "swapped headings": (swap_headings, r"sheet services, row 3, column D \(ar\).*changed places"),
    "swapped words": (swap_words, r"sheet services, row 3, column D \(fr\).*changed places"),
    "a formula": (set_cell("D3", "=1+1"), r"sheet services, row 3, column D \(fr\).*holds a formula"),
    "a number": (set_cell("D3", 12), r"row 3, column D \(fr\).*12 is not a text"),
    "merged cells": (lambda b: b["services"].merge_cells("C3:D4"), "sheet services, row 3, column C.*C3:D4 are merged"),
    "an unknown item": (set_cell("A3", "service:none"), r"row 3, column A \(item\).*no text 'service:none'"),
    "an emptied text": (set_cell("E3", None), r"row 3, column E \(en\).*is empty, the sources have words"),
    "a blanked text": (set_cell("E3", "   "), r"row 3, column E \(en\).*is empty"),
    "no column for a language": (lambda b: b["services"].delete_cols(4), "sheet services, row 1.*no column 'fr'"),
    "an unknown heading": (set_cell("I1", "es"), "row 1, column I.*'es' is no heading"),
    "a heading twice": (set_cell("I1", "fr"), "row 1, column I.*'fr' is a heading too many"),
    "other letters": (set_cell("C3", "words"), r"row 3, column C \(ar\).*letters of 'ar'"),
    "too long": (set_cell("D2", "x" * 400), r"row 2, column D \(fr\).*400 characters"),
    "a hidden mark": (set_cell("D2", "cnie \u200f"), r"row 2, column D \(fr\).*hidden directional"),
    "two words for one text": (twice, "is there twice"),
    "an older export": (set_cell("H2", "0"), r"row 2, column A \(item\).*have changed since"),
    "a foreign sheet": (lambda b: b.create_sheet("notes").append(["hello"]), "sheet notes, row 1, column A.*no heading"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "what"), BAD.values(), ids=BAD)
def test_a_wrong_cell_is_named_and_nothing_is_written(folder: Path, book: Path, change, what: str) -> None:
    edit(book, set_cell("D2", "Un nom tout neuf"))
    edit(book, change)
    before = contents(folder)
    for dry_run in (True, False):
        _, findings = import_texts(book, folder, dry_run=dry_run)
        said = "\n".join(map(str, findings))
        assert re.search(what, said), said
        assert all(finding.file == "texts.xlsx" for finding in findings)
    assert contents(folder) == before


def test_columns_moved_with_their_headings_are_read(folder: Path, book: Path) -> None:
    def move(workbook: Workbook) -> None:
        sheet = workbook["services"]
        for row in range(1, sheet.max_row + 1):
            sheet.cell(row, 3).value, sheet.cell(row, 4).value = sheet.cell(row, 4).value, sheet.cell(row, 3).value

    edit(book, move)
    assert import_texts(book, folder, dry_run=False) == ([], [])


def test_thousands_of_rows_are_refused_with_the_first_too_many(folder: Path, tmp_path: Path) -> None:
    path, book = tmp_path / "many.xlsx", Workbook()
    book.active.title = "services"
    book.save(path)
    cells = "".join(f'<c t="inlineStr"><is><t>{name}</t></is></c>' for name in COLUMNS)
    rows = "".join(f'<row r="{number}">{cells}</row>' for number in range(1, 3_001))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    start, end = re.split(r"<sheetData.*?/(?:sheetData)?>", parts["xl/worksheets/sheet1.xml"].decode())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in (parts | {"xl/worksheets/sheet1.xml": f"{start}<sheetData>{rows}</sheetData>{end}".encode()}).items():
            archive.writestr(name, part)
    before, texts = contents(folder), len(list(source_texts(load_valid_sources(folder))))
    with pytest.raises(SourceError, match=rf"sheet services, row {texts + 2}: more rows than the {texts} texts"):
        import_texts(path, folder, dry_run=False)
    assert contents(folder) == before


def zipped(path: Path, name: str, content: bytes) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)


NO_SPREADSHEETS: dict[str, Callable[[Path], object]] = {
    "a text": lambda path: path.write_text("item;field"),
    "nothing": lambda path: path.write_bytes(b""),
    "another archive": lambda path: zipped(path, "word/document.xml", b"<x/>"),
    "half a spreadsheet": lambda path: zipped(path, "[Content_Types].xml", b"<Types"),
    "a folder": lambda path: path.mkdir(),
    "no file": lambda _path: None,
    "a great deal of nothing": lambda path: zipped(path, "x", bytes(50_000_001)),
}


@pytest.mark.parametrize("make", NO_SPREADSHEETS.values(), ids=NO_SPREADSHEETS)
def test_what_is_no_spreadsheet_is_said_in_one_line(folder: Path, tmp_path: Path, make) -> None:
    path = tmp_path / "x.xlsx"
    make(path)
    with pytest.raises(SourceError, match=r"not a spreadsheet|cannot be read|unpacks to") as caught:
        import_texts(path, folder, dry_run=False)
    assert "\n" not in str(caught.value)


def test_a_character_no_spreadsheet_can_hold_is_named(tmp_path: Path) -> None:
    folder = write(tmp_path / "sources", lambda f: f["services/cnie.yaml"].update(name=words("a\x08b")))
    with pytest.raises(SourceError, match=r"service:cnie name: holds a control character"):
        spreadsheet_bytes(load_valid_sources(folder))


def test_a_disk_that_fails_midway_leaves_every_file_as_it_was(folder: Path, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(book, set_cell("D2", "Un nom neuf"))
    edit(book, set_cell("D2", "Un autre nom neuf", "pavilions"))
    before, replace, done = contents(folder), Path.replace, []

    def fail_second(self: Path, target: Path) -> Path:
        done.append(target)
        if len(done) == 2:
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(files.Path, "replace", fail_second)
    with pytest.raises(SourceError, match=r"No space left on device.*nothing was changed"):
        import_texts(book, folder, dry_run=False)
    assert len(done) == 2 and contents(folder) == before


def test_a_sheet_that_was_lost_is_named(folder: Path, book: Path) -> None:
    edit(book, lambda workbook: workbook.remove(workbook["services"]))
    changes, findings = import_texts(book, folder, dry_run=True)
    assert (changes, [finding.field for finding in findings]) == ([], ["sheet services"])


@pytest.mark.parametrize("row", [5_000, 1_048_576, 1_048_577, 2_000_000_000])
def test_a_cell_far_below_the_texts_is_refused_at_once(folder: Path, book: Path, tmp_path: Path, row: int) -> None:
    far = tmp_path / "far.xlsx"
    with zipfile.ZipFile(book) as source, zipfile.ZipFile(far, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                data = data.replace(b"</sheetData>", f'<row r="{row}"><c r="A{row}"><v>1</v></c></row></sheetData>'.encode())
            target.writestr(name, data)
    with pytest.raises(SourceError, match=r"far under its texts|cannot be read"):
        import_texts(far, folder, dry_run=True)


MERGED = "".join(f'<mergeCell ref="A{row}:Z{row + 900}"/>' for row in range(2, 30))


def spoiled(source: Path, path: Path, *changes: tuple[str, str, str]) -> Path:
    """The spreadsheet with other words in some of its parts, by part, before and after."""
    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in archive.namelist():
            data = archive.read(name).decode()
            for part, before, after in changes:
                data = data.replace(before, after, 1) if name == part else data
            target.writestr(name, data)
    return path


def with_bytes(source: Path, path: Path, mark: bytes, place: int, byte: int) -> Path:
    """The spreadsheet with another byte so far behind each mark of the archive."""
    data = bytearray(source.read_bytes())
    at = data.find(mark)
    while at >= 0:
        data[at + place] = byte
        at = data.find(mark, at + 1)
    path.write_bytes(bytes(data))
    return path


CROWDS: dict[str, Callable[[Path, Path], Path]] = {
    "strings": lambda book, path: spoiled(book, path, ("xl/styles.xml", "<cellXfs", f"{'<xf/>' * 400_000}<cellXfs")),
    "sheets": lambda book, path: spoiled(book, path, ("xl/workbook.xml", "<sheets>", f"<sheets>{'<sheet/>' * 1_001}")),
    "names": lambda book, path: spoiled(book, path, ("xl/workbook.xml", "<sheets>", f"{'<definedName/>' * 1_001}<sheets>")),
    "encrypted": lambda book, path: with_bytes(book, path, b"PK\x01\x02", 8, 1),
    "packed by others": lambda book, path: with_bytes(book, path, b"PK\x01\x02", 10, 97),
    "broken packing": lambda book, path: with_bytes(book, path, b"PK\x03\x04", 60, 255),
}


@pytest.mark.parametrize("make", CROWDS.values(), ids=CROWDS)
def test_crowds_and_broken_archives_are_one_line_before_anything_is_made_of_them(
    book: Path, folder: Path, tmp_path: Path, make
) -> None:
    with pytest.raises(SourceError, match=r"more than any spreadsheet of ours|not a spreadsheet") as caught:
        import_texts(make(book, tmp_path / "crowd.xlsx"), folder, dry_run=True)
    assert "\n" not in str(caught.value)


def with_first_sheet(book: Path, path: Path, after: str) -> Path:
    """The spreadsheet, with XML of somebody else's behind the rows of its first sheet."""
    with zipfile.ZipFile(book) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                data = data.replace(b"</sheetData>", after.encode())
            target.writestr(name, data)
    return path


@pytest.mark.parametrize(
    "after",
    [
        '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        '</sheetData><hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>',
        f"</sheetData><mergeCells>{MERGED}</mergeCells>",
    ],
)
def test_ranges_of_more_cells_than_memory_holds_are_refused_before_they_are_made(
    folder: Path, book: Path, tmp_path: Path, after: str
) -> None:
    with pytest.raises(SourceError, match="cells are merged or linked in ranges"):
        import_texts(with_first_sheet(book, tmp_path / "wide.xlsx", after), folder, dry_run=True)


def test_entities_that_grow_are_refused(folder: Path, book: Path, tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefghi", "bcdefghij", strict=True))
    head = f'<!DOCTYPE z [<!ENTITY a "lol">{entities}]><styleSheet>&j;</styleSheet>'
    with zipfile.ZipFile(book) as source, zipfile.ZipFile(tmp_path / "laughs.xlsx", "w") as target:
        for name in source.namelist():
            target.writestr(name, head if name == "xl/styles.xml" else source.read(name))
    with pytest.raises(SourceError, match="not a spreadsheet"):
        import_texts(tmp_path / "laughs.xlsx", folder, dry_run=True)


def test_a_formula_over_a_range_in_the_place_of_an_item_is_named_without_the_program_s_own_words(
    folder: Path, book: Path, tmp_path: Path
) -> None:
    row = '<row r="500"><c r="A500"><f t="array" ref="A500:B500">1+1</f><v>1</v></c></row></sheetData>'
    _, findings = import_texts(with_first_sheet(book, tmp_path / "formula.xlsx", row), folder, dry_run=True)
    assert [finding.message for finding in findings] == ["there is no text '=' '' in the sources"]
