"""The law of the glass on a sample of panels and languages: nothing blank at the foot, out of reach, covered, cut or too small."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from kiosk.domain.panel import Panel
from tests.helpers.glass import blank_below, kiosk_on, longer, looked_at

SAMPLE = [
    (Panel(540, 960, 15.6), "ar"),
    (Panel(960, 540, 21.5), "fr"),
    (Panel(540, 960, 32.0), "en"),
    (Panel(960, 540, 43.0), "ar"),
    (Panel(540, 960, 55.0), "fr"),
]
"""Each size once, each language and each way round with others; `python -m tests.helpers.glass` takes all of them."""
SCREENS = (
    "home",
    "guide-choice",
    "guide-yes_no",
    "guide-number",
    "guide-start",
    "resume",
    "emergency",
    "editions",
    "feedback",
    "mode-children-quiz",
    "staff-until",
    "staff-evacuate",
    "staff-stick",
    "map",
    "demonstrations",
)
PARTS = 5
"""A panel sees each fifth screen: all of them are seen on some panel, tall or wide."""


@pytest.mark.parametrize(("panel", "tag"), SAMPLE, ids=lambda one: str(getattr(one, "diagonal_inches", one)))
def test_screens_keep_to_the_law_of_the_glass(qtbot: QtBot, tmp_path: Path, panel: Panel, tag: str) -> None:
    kiosk = kiosk_on(panel, tmp_path)
    qtbot.waitUntil(kiosk.window.isExposed)
    found = dict(looked_at(kiosk, panel, tag, SCREENS[SAMPLE.index((panel, tag)) % PARTS :: PARTS]))
    kiosk.close()
    assert len(found) >= len(SCREENS) // PARTS
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_a_fourth_longer_language_keeps_to_it(qtbot: QtBot, tmp_path: Path) -> None:
    panel = Panel(540, 960, 21.5)
    kiosk = kiosk_on(panel, tmp_path, longer(tmp_path))
    qtbot.waitUntil(kiosk.window.isExposed)
    found = dict(looked_at(kiosk, panel, "fr", SCREENS[::PARTS]))
    kiosk.close()
    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.parametrize(("last", "blank"), [(90, 0.1), (50, 0.5), (100, 0.0)])
def test_what_is_blank_is_measured_on_the_picture(last: int, blank: float) -> None:
    """A quiet pattern is ground; an element is none."""
    picture = QImage(400, 400, QImage.Format.Format_RGB32)
    picture.fill(QColor("#f7f3ea"))
    painter = QPainter(picture)
    for column in range(0, 400, 20):
        painter.fillRect(column, 0, 3, 400, QColor("#e3efe8"))
    painter.fillRect(40, 20, 300, last * 4 - 20, QColor("#12262b"))
    painter.end()
    assert blank_below(picture, 400) == pytest.approx(blank, abs=0.015)
