"""No file and no package is larger than one can hold in mind."""

from pathlib import Path

import pytest

from kiosk.config import ROOT

MOST_LINES = 250
REASON = f"Over {MOST_LINES} lines: "
"""Begins, in the head of a longer file, the sentence that says why it is one."""
HEAD = 8
"""Lines among which the reason stands."""
MOST_FILES = 16
KIOSK = ROOT / "kiosk"
PACKAGES = sorted(path.parent for room in ("ui", "content") for path in (KIOSK / room).rglob("__init__.py"))


def test_a_file_is_short_or_says_why_not() -> None:
    files = [path for ending in ("py", "qml", "js") for path in KIOSK.rglob(f"*.{ending}")]
    assert len(files) > 300
    long = [lines for path in files if len(lines := path.read_text(encoding="utf-8").splitlines()) > MOST_LINES]
    assert [lines[0] for lines in long if not any(line.startswith(REASON) for line in lines[:HEAD])] == []


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: str(path.relative_to(KIOSK)))
def test_a_package_has_few_files(package: Path) -> None:
    assert len(list(package.glob("*.py"))) <= MOST_FILES
