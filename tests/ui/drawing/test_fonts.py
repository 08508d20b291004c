"""The shipped fonts have whatever a text may hold."""

import pytest
from PySide6.QtGui import QGuiApplication, QRawFont

from kiosk.content.checking.characters import BY_DIRECTION, BY_LANGUAGE
from kiosk.ui.drawing.fonts import PLEX, WEIGHTS

DRAWN_AS_NOTHING = {"\u202f"}
"""A blank: Qt takes it from another font of the machine, and there is nothing to see."""


@pytest.mark.parametrize("weight", WEIGHTS)
def test_the_fonts_have_every_character_a_text_may_hold(qapp: QGuiApplication, weight: str) -> None:
    font = QRawFont(str(PLEX / "files" / f"IBMPlexSansArabic-{weight}.ttf"), 20)
    allowed = frozenset[str]().union(*BY_LANGUAGE.values(), *BY_DIRECTION.values())
    assert {c for c in allowed - DRAWN_AS_NOTHING if not font.supportsCharacter(ord(c))} == set()
