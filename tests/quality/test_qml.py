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
    assert {name: len(files) for name, files in modules.items()} == {"Kiosk.Drawing": 1, "Kiosk.Values": 1, "Kiosk.ViewModels": 22}
    return folder


def test_qmllint_finds_nothing(types: Path) -> None:
    assert len(FILES) > 25
    answer = lint(FILES, types)
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_qmllint_would_find_a_misspelt_member(types: Path, tmp_path: Path) -> None:
    source = (QML / "Kiosk" / "Shell" / "InactivityPrompt.qml").read_text(encoding="utf-8")
    broken = tmp_path / "Broken.qml"
    broken.write_text(source.replace("prompt.shell.stillHere()", "prompt.shell.stilHere()"), encoding="utf-8")
    answer = lint([broken], types)
    assert answer.returncode != 0
    assert "stilHere" in answer.stdout + answer.stderr


def test_qmllint_would_find_a_misspelt_word(types: Path, tmp_path: Path) -> None:
    source = (QML / "Kiosk" / "Screens" / "CallStaffScreen.qml").read_text(encoding="utf-8")
    broken = tmp_path / "Broken.qml"
    broken.write_text(source.replace("screen.words.call_shown", "screen.words.call_schown"), encoding="utf-8")
    answer = lint([broken], types)
    assert answer.returncode != 0
    assert "call_schown" in answer.stdout + answer.stderr


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_imports_inwards_only_and_leaves_no_way_out(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    imported = set(re.findall(r"^import Kiosk\.(\w+)", text, re.MULTILINE))
    assert imported <= RINGS[path.parent.name]
    assert not FORBIDDEN.search(text)
    assert len(text.splitlines()) <= 200
