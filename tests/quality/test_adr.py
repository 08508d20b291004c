"""The records of decisions have one form, and the list knows each of them."""

import re
from pathlib import Path

import pytest

from kiosk.config import ROOT

FOLDER = ROOT / "docs" / "adr"
RECORDS = sorted(FOLDER.glob("[0-9]*.md"))
SECTIONS = ["Context", "Decision", "Consequences", "Not chosen"]
STATUS = r"Status: (accepted|superseded by \d{4}), \d{4}-\d\d-\d\d(; .+)?"


def test_the_list_names_every_record_with_its_title_and_status() -> None:
    rows = re.findall(
        r"^\| \[(\d{4})\]\((.+?)\) \| (.+?) \| (.+?) \|$", (FOLDER / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    records = []
    for path in RECORDS:
        title, _, status = path.read_text(encoding="utf-8").splitlines()[:3]
        number, _, words = title.removeprefix("# ").partition(" ")
        records.append((number, path.name, words, status.removeprefix("Status: ").partition(",")[0]))
    assert rows == records
    assert len(rows) > 20


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem[:4])
def test_a_record_has_the_four_sections(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    title, _, status = text.splitlines()[:3]
    assert title.startswith(f"# {path.name[:4]} ")
    assert re.fullmatch(STATUS, status)
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == SECTIONS
