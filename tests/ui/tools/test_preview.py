"""A preview is the real kiosk, at the moment and in the mode asked for, and says above everything that it is one."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from kiosk.config import KioskConfig
from kiosk.ui.application import KioskApplication
from kiosk.ui.machine.boundary import Boundary
from kiosk.ui.tools.preview import Preview, fitting_size, open_preview
from tests.helpers.fakes import CheapHasher, ManualClock
from tests.helpers.robot import Robot

SHOW_DAY = datetime(2027, 5, 18, 16, 0)
Open = Callable[[Preview], KioskApplication]


@pytest.fixture
def opened(qtbot, content: Path, clock: ManualClock, tmp_path: Path) -> Iterator[Open]:
    kiosks = []

    def one(preview: Preview) -> KioskApplication:
        config = KioskConfig(content=content, cache=tmp_path, state=tmp_path / "state", motion=False, name="kiosk")
        kiosk = open_preview(config, preview, Boundary(clock, make_player=lambda _parent: None, make_hasher=CheapHasher))
        kiosk.show(full_screen=False)
        kiosks.append(kiosk)
        return kiosk

    yield one
    for kiosk in kiosks:
        kiosk.close()


def ribbon(robot: Robot) -> str:
    return next(name for name in robot.names() if "Preview" in name)


@pytest.mark.parametrize(
    ("language", "mode", "home"), [("ar", "مكتب المساطر", "الرئيسية"), ("fr", "Guichet des démarches", "Accueil")]
)
def test_a_visitor_walks_under_the_ribbon(qtbot, opened: Open, language: str, mode: str, home: str) -> None:
    robot = Robot(opened(Preview(QSize(1080, 1920), SHOW_DAY, "desk", language)), qtbot)
    assert ribbon(robot) == f"معاينة · Aperçu · Preview · 2027-05-18 16:00 · {mode}"
    robot.touch(home)
    robot.touch(robot.kiosk.shell.reading.plain(robot.kiosk.shell.source_words["search"]))
    assert ribbon(robot).endswith(mode)


def test_the_ribbon_takes_nothing_from_the_panel(opened: Open) -> None:
    panel = QSize(600, 700)
    window = opened(Preview(panel)).window
    strip = int(window.property("ribbonHeight"))
    assert strip > 0
    assert (window.width(), window.height()) == (panel.width(), panel.height() + strip)


def test_time_goes_on_from_the_moment_asked_for(qtbot, opened: Open, clock: ManualClock) -> None:
    kiosk = opened(Preview(QSize(600, 700), SHOW_DAY))
    clock.advance(3600)
    qtbot.waitUntil(lambda: "17:00" in str(kiosk.window.property("ribbon")))
    assert not kiosk.modes.day.fault


def test_a_mode_is_forced_against_the_timetable_and_an_emergency_against_a_visitor(qtbot, opened: Open) -> None:
    assert opened(Preview(QSize(600, 700), mode="whole")).choices.chosen()[0].mode == "whole"
    robot = Robot(opened(Preview(QSize(600, 700), mode="emergency", language="fr")), qtbot)
    robot.sees("Quittez les lieux dans le calme")


def test_a_draft_that_lost_its_words_is_still_marked(qtbot, opened: Open, caplog) -> None:
    kiosk = opened(Preview(QSize(600, 700)))
    kiosk.shell.put_out_of_service()
    assert "Aperçu" in ribbon(Robot(kiosk, qtbot))


@pytest.mark.parametrize(
    ("panel", "screen", "size"),
    [((1080, 1920), (1920, 1080), (559, 994)), ((1920, 1080), (3840, 2160), (1920, 1080)), ((1920, 1080), (960, 1080), (960, 540))],
)
def test_a_panel_keeps_its_shape_on_a_smaller_screen(panel: tuple, screen: tuple, size: tuple) -> None:
    assert fitting_size(QSize(*panel), QSize(*screen)) == QSize(*size)
