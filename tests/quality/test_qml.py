"""The QML files are clean, and keep to their rings."""

import re
from pathlib import Path

import pytest

from tests.helpers.qml_types import QML, lint, write_types

FILES = sorted(QML.rglob("*.qml"))
FORBIDDEN = re.compile(r"XMLHttpRequest|LocalStorage|openUrlExternally|FileDialog|console\.|WebEngine|QtQuick\.Controls\.Material")
RINGS = {"Theme": set(), "Components": {"Theme", "Drawing", "Values"}, "Screens": {"Theme", "Components", "Values", "ViewModels"}}
RINGS["Staff"] = RINGS["Screens"]
RINGS["Shell"] = RINGS["Screens"] | {"Screens", "Staff"}


@pytest.fixture(scope="module")
def types(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("types")
    modules = write_types(folder)
    assert {name: len(files) for name, files in modules.items()} == {"Kiosk.Drawing": 1, "Kiosk.Values": 2, "Kiosk.ViewModels": 27}
    return folder


def test_qmllint_finds_nothing(types: Path) -> None:
    assert len(FILES) > 25
    answer = lint(FILES, types)
    assert answer.returncode == 0, answer.stdout + answer.stderr


@pytest.mark.parametrize(
    ("file", "right", "wrong"),
    [
        ("Shell/InactivityPrompt", "prompt.shell.stillHere()", "prompt.shell.stilHere()"),
        ("Screens/CallStaffScreen", "screen.words.call_shown", "screen.words.call_schown"),
        ("Screens/EmergencyScreen", "number.modelData.card.name", "number.modelData.card.nam"),
        ("Staff/BoardPage", "page.now.mode", "page.now.mood"),
    ],
    ids=["member", "word", "row", "state"],
)
def test_qmllint_would_find_what_is_misspelt(types: Path, tmp_path: Path, file: str, right: str, wrong: str) -> None:
    source = (QML / "Kiosk" / f"{file}.qml").read_text(encoding="utf-8")
    assert right in source
    broken = tmp_path / "Broken.qml"
    broken.write_text(source.replace(right, wrong), encoding="utf-8")
    answer = lint([broken], types)
    assert answer.returncode != 0
    assert wrong.rstrip("()").rpartition(".")[2] in answer.stdout + answer.stderr


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_imports_inwards_only_and_leaves_no_way_out(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    imported = set(re.findall(r"^import Kiosk\.(\w+)", text, re.MULTILINE))
    assert imported <= RINGS[path.parent.name]
    assert not FORBIDDEN.search(text)
    assert len(text.splitlines()) <= 210
