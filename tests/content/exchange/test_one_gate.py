"""The same faults are refused at every door: import, check, publishing, and a kiosk's look at what came by sync."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kiosk.content.build import build
from kiosk.content.checking.check import check
from kiosk.content.exchange.cpsv_ap import serialized
from kiosk.content.exchange.intake import import_services, import_texts
from kiosk.content.exchange.spreadsheet import spreadsheet_bytes
from kiosk.content.sources.findings import Finding
from kiosk.content.sources.loading import load_valid_sources
from kiosk.errors import ReleaseRefusedError, VerificationError
from kiosk.publishing.examine import examine_database
from kiosk.publishing.publication_gate import passed
from tests.helpers.sources import Folder, write

WRONG = {
    "hidden": "all papers\u00ad of the card",
    "markup": "all <b>papers</b>",
    "encoding": "all pâpers Ã©crits",
    "spreadsheet": "all papers_x000D_",
    "figure": "within 15 days",
    "copied": "about cnie fr",
    "address": "ask on www.example.com",
}


def change(words: str) -> Callable[[Folder], None]:
    return lambda folder: folder["services/cnie.yaml"]["summary"].update(en=words)


def spreadsheet(folder: Path, words: str, trial: Path) -> list[Finding]:
    path = trial / "texts.xlsx"
    path.write_bytes(spreadsheet_bytes(load_valid_sources(folder)))
    book = load_workbook(path)
    for row in book["services"].iter_rows(min_row=2):
        if (row[0].value, row[1].value) == ("service:cnie", "summary"):
            row[4].value = words
    book.save(path)
    return import_texts(path, folder, dry_run=True)[1]


def vocabulary(folder: Path, words: str, trial: Path) -> list[Finding]:
    changed = write(trial / "changed", change(words))
    path = trial / "services.ttl"
    path.write_bytes(serialized(load_valid_sources(changed), path))
    return import_services(path, folder, dry_run=True)[1]


def checked(folder: Path, words: str, trial: Path) -> list[Finding]:
    return check(write(trial / "changed", change(words)))


def refused(door: Callable[[Path], object], error: type[Exception]) -> Callable[[Path, str, Path], list[Finding]]:
    """A door that takes databases."""

    def tried(folder: Path, words: str, trial: Path) -> list[Finding]:
        build(write(trial / "changed", change(words)), trial / "content.db")
        with pytest.raises(error) as told:
            door(trial / "content.db")
        return [Finding("", str(told.value), "", "")]

    return tried


@pytest.mark.parametrize(
    "door",
    [
        spreadsheet,
        vocabulary,
        checked,
        refused(lambda path: passed(path, {}, None), ReleaseRefusedError),
        refused(examine_database, VerificationError),
    ],
    ids=["spreadsheet", "CPSV-AP", "check", "publish", "kiosk"],
)
@pytest.mark.parametrize("words", WRONG.values(), ids=WRONG)
def test_no_door_lets_it_in(tmp_path: Path, door: Callable[[Path, str, Path], list[Finding]], words: str) -> None:
    folder = write(tmp_path / "sources")
    before = shutil.copytree(folder, tmp_path / "before")
    findings = door(folder, words, tmp_path)
    assert any("summary.en" in finding.field or "column E (en)" in finding.field for finding in findings), findings
    kept, now = ({path.relative_to(root): path.read_bytes() for path in root.rglob("*.yaml")} for root in (before, folder))
    assert now == kept
