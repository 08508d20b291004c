"""What serves people comes after the first picture, or with the first touch."""

from pathlib import Path

from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from kiosk.config import KioskConfig
from kiosk.ui.application import KioskApplication
from kiosk.ui.machine.boundary import Boundary
from tests.helpers.fakes import ManualClock
from tests.helpers.robot import Robot


def test_a_touch_before_the_rest_is_made_is_answered(qtbot: QtBot, content: Path, clock: ManualClock, tmp_path: Path) -> None:
    config = KioskConfig(content=content, cache=tmp_path, state=tmp_path / "state", motion=False)
    kiosk = KioskApplication(config, QSize(1080, 1920), Boundary(clock, make_player=lambda _parent: None))
    kiosk.window.frameSwapped.disconnect()
    kiosk.show(full_screen=False)
    qtbot.waitUntil(kiosk.window.isExposed)
    robot = Robot(kiosk, qtbot)
    robot.sees("Français")
    assert kiosk.window.property("views") is None
    robot.touch("Français")
    robot.sees(kiosk.shell.words["home_question"])
    kiosk.close()


def test_without_a_touch_it_is_there_after_the_first_picture(
    qtbot: QtBot, content: Path, clock: ManualClock, tmp_path: Path
) -> None:
    config = KioskConfig(content=content, cache=tmp_path, state=tmp_path / "state", motion=False)
    kiosk = KioskApplication(config, QSize(1080, 1920), Boundary(clock, make_player=lambda _parent: None))
    assert kiosk.window.property("views") is None
    kiosk.show(full_screen=False)
    qtbot.waitUntil(lambda: kiosk.window.property("views") is not None)
    kiosk.close()
