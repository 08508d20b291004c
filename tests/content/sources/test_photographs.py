"""The slot for photographs: credit, focus, and a gate of size, format and colours."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from kiosk.content.build import build
from kiosk.content.checking.check import check
from kiosk.content.sources.documents import LEAST_PHOTOGRAPH
from kiosk.content.store import ContentStore
from tests.helpers.sources import Folder, write

K9 = "pavilions/k9.yaml"
SLOT = {"file": "k9.jpg", "credit": "DGSN", "focus": [0.25, 0.75]}


def photographed(tmp_path: Path, size: tuple[int, int] = LEAST_PHOTOGRAPH, mode: str = "RGB", slot: Any = SLOT) -> Path:
    def named(files: Folder) -> None:
        files[K9]["photograph"] = slot

    sources = write(tmp_path / "sources", named)
    (sources / "pictures").mkdir()
    Image.new(mode, size).save(sources / "pictures" / "k9.jpg", "JPEG", quality=5)
    return sources


def test_a_photograph_comes_with_its_credit_and_focus(tmp_path: Path) -> None:
    sources = photographed(tmp_path)
    assert [finding for finding in check(sources) if finding.level == "error"] == []
    build(sources, tmp_path / "content.db")
    with ContentStore(tmp_path / "content.db") as store:
        picture = store.pavilion("pavilion:k9").head.picture
    assert picture is not None
    assert (picture.name, picture.credit, picture.focus) == ("k9.jpg", "DGSN", (0.25, 0.75))


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"size": (800, 600)}, "has 800x600 pixels"),
        ({"size": (6001, 1440)}, "has 6001x1440 pixels"),
        ({"mode": "L"}, "its colours are L"),
        ({"slot": SLOT | {"credit": ""}}, "credit"),
        ({"slot": SLOT | {"focus": [2, 0]}}, "focus"),
        ({"slot": SLOT | {"file": "k9.png"}}, "file"),
        ({"slot": SLOT | {"file": "other.jpg"}}, "'other.jpg' is not there"),
    ],
)
def test_what_does_not_pass_the_gate_is_told_with_its_mend(tmp_path: Path, change: dict[str, Any], what: str) -> None:
    findings = check(photographed(tmp_path, **change))
    assert any(what in f"{finding.field} {finding.message}" and finding.mend for finding in findings), findings


def test_other_bytes_than_a_photograph_are_refused(tmp_path: Path) -> None:
    sources = photographed(tmp_path)
    (sources / "pictures" / "k9.jpg").write_bytes(b"GIF89a")
    assert any("is no JPEG photograph" in finding.message for finding in check(sources))


def _hostile(folder: Path) -> None:
    (folder / "pictures").mkdir()
    (folder / "pictures" / "odd.svg").write_text("<svg onload='go()'/>", encoding="utf-8")


def _alike(files: Folder) -> None:
    files["pavilions/dogs.yaml"] = files[K9] | {"id": "dogs", "rank": 2, "units": []}


def _wordless(files: Folder) -> None:
    files["documents.yaml"]["documents"][0]["picture"] = "paper.svg"


@pytest.mark.parametrize(
    ("change", "after", "what"),
    [
        (lambda _files: None, _hostile, "holds the attribute 'onload'"),
        (_alike, lambda _folder: None, "is also the colour of pavilion:"),
        (_wordless, lambda _folder: None, "picture and picture_alt stand together"),
    ],
)
def test_a_picture_or_a_colour_that_breaks_a_rule_is_told(
    tmp_path: Path, change: Callable[[Folder], None], after: Callable[[Path], None], what: str
) -> None:
    sources = write(tmp_path / "sources", change)
    after(sources)
    findings = check(sources)
    assert any(what in finding.message for finding in findings), findings
