"""The window has no hub: no module knows many others, but for those that put them together."""

import ast
from pathlib import Path

import pytest

from kiosk.config import ROOT

UI = ROOT / "kiosk" / "ui"
MOST_IMPORTS = 15
COMPOSERS = {
    "application.py": 23,  # the window and its sides
    "modes/mode_view_model.py": 18,  # each of the mode's own screens is composed elsewhere
    "serving.py": 22,  # the sides of those who are served
    "staff/staff_side.py": 18,  # one view model a page
    "staff/maintenance/maintenance_pages.py": 16,  # the same
    "visitor/visitor_side.py": 17,  # one view model a screen
    "visitor/catalogue_view_model.py": 16,  # six lists, each of another kind
    "visitor/presenter.py": 23,  # brings pure pages, menus and screens together
    "visitor/visitor_screens.py": 17,  # the menu of each
}
"""Modules that put others together, with how many they may know."""


def project_modules(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("kiosk.")}


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=lambda path: str(path.relative_to(UI)))
def test_no_module_of_the_window_knows_too_many_others(path: Path) -> None:
    most = COMPOSERS.get(str(path.relative_to(UI)), MOST_IMPORTS)
    known = project_modules(path)
    assert len(known) <= most, sorted(known)
