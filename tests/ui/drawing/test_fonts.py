"""The shipped fonts have whatever a text may hold, and every icon the program names."""

import re

import pytest
from PySide6.QtGui import QGuiApplication, QRawFont

from kiosk.config import ROOT
from kiosk.content.checking.characters import BY_DIRECTION, BY_LANGUAGE
from kiosk.ui.drawing.fonts import PLEX, WEIGHTS, Glyphs

DRAWN_AS_NOTHING = {"\u202f"}
"""A blank: Qt takes it from another font of the machine, and there is nothing to see."""


@pytest.mark.parametrize("weight", WEIGHTS)
def test_the_fonts_have_every_character_a_text_may_hold(qapp: QGuiApplication, weight: str) -> None:
    font = QRawFont(str(PLEX / "files" / f"IBMPlexSansArabic-{weight}.ttf"), 20)
    allowed = frozenset[str]().union(*BY_LANGUAGE.values(), *BY_DIRECTION.values())
    assert {c for c in allowed - DRAWN_AS_NOTHING if not font.supportsCharacter(ord(c))} == set()


def named_icons() -> set[str]:
    """The icons that QML and Python name in their own words; those of the content are checked with it."""
    qml = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "kiosk/ui/qml").rglob("*.qml"))
    told = [line.partition(":")[2] for line in re.findall(r"\b(?:name|iconName|icon|glyph)\s*:[^\n]*", qml)]
    python = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "kiosk").rglob("*.py"))
    return {name for line in told for name in re.findall(r'"([a-z]+(?:-[a-z]+)*)"', line)} | set(
        re.findall(r'(?:icon=|ICON = )"([a-z]+(?:-[a-z]+)*)"', python)
    )


def test_every_icon_the_program_names_can_be_drawn(qapp: QGuiApplication) -> None:
    glyphs, names = Glyphs(), named_icons()
    assert len(names) > 40 and "question" in names
    assert {name for name in names if not glyphs.of(name)} == set()


def test_an_icon_that_is_not_there_is_said(caplog: pytest.LogCaptureFixture) -> None:
    assert Glyphs().of("seal-question") == "" and Glyphs().of("") == ""
    assert "no icon 'seal-question'" in caplog.text
    caplog.clear()
