"""What standards ask of every touch, sign and picture, by touch; each test names its clauses."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from kiosk.ui.application import KioskApplication
from tests.helpers.fakes import FakePlayer
from tests.helpers.glass import items
from tests.helpers.qml_types import QML
from tests.helpers.robot import Robot, touch_device
from tests.helpers.staff_robot import StaffRobot
from tests.helpers.touches import word

FASTEST_MS = 333
"""How long one round takes at least, so that there are no more than three in a second."""


@pytest.mark.clause("WCAG 2.5.2")
def test_a_finger_that_slides_off_does_nothing(robot: Robot, kiosk: KioskApplication) -> None:
    robot.touch("Français")
    door = robot.find(word(kiosk, "services"))
    robot.press_at(kiosk.window.mapFromGlobal(door.rectangle.center()))
    assert kiosk.shell.screen == "Home"
    beside = QPoint(kiosk.window.width() // 2, 5)
    QTest.touchEvent(kiosk.window, touch_device()).move(0, beside, kiosk.window).commit()
    robot.release_at(beside)
    robot.settle()
    assert kiosk.shell.screen == "Home"
    robot.touch(word(kiosk, "services"))
    robot.until(lambda: kiosk.shell.screen == "Services")


@pytest.mark.clause("EN 5.1.3.8")
def test_a_pin_is_neither_said_nor_named(visited: StaffRobot, player: FakePlayer) -> None:
    kiosk = visited.kiosk
    kiosk.staff.pad.open()
    for figure in "4938":
        kiosk.staff.pad.press(figure)
    visited.robot.settle()
    assert kiosk.staff.pad.figures == 4
    assert not any("4938" in name or "4 9 3 8" in name for name in visited.robot.names())
    assert player.played == []


def test_what_is_on_is_told_to_a_screen_reader_and_seen(visited: StaffRobot) -> None:
    robot, kiosk = visited.robot, visited.kiosk
    robot.touch(word(kiosk, "aids"))
    name = word(kiosk, "aid_contrast")
    assert not robot.find(name).interface.state().checked
    before = robot.picture()
    robot.touch(name)
    robot.until(lambda: bool(robot.find(name).interface.state().checked))
    assert robot.picture() != before


@pytest.mark.clause("WCAG 2.5.7")
def test_what_scrolls_by_a_swipe_scrolls_by_a_touch(visited: StaffRobot) -> None:
    robot, kiosk = visited.robot, visited.kiosk
    kiosk.shell.open("service:cnie")
    robot.touch(word(kiosk, "read_more"))

    def top() -> float:
        lists = [item for item in items(kiosk.window.contentItem()) if item.inherits("QQuickFlickable")]
        return max(float(item.property("contentY")) for item in lists)

    before = top()
    robot.touch(word(kiosk, "scroll_down"))
    robot.until(lambda: top() > before)


@pytest.mark.clause("EN 5.1.3.6")
def test_each_picture_has_an_alternative_in_the_language_of_the_screen(visited: StaffRobot) -> None:
    robot, kiosk = visited.robot, visited.kiosk
    kiosk.shell.open("service:cnie")
    robot.settle()
    store = kiosk.content.holder.store
    assert store is not None
    robot.sees(kiosk.shell.reading.plain(store.public_service("service:cnie").head.picture_alternative))


def _endless(text: str) -> Iterator[str]:
    """The blocks of a QML file that repeat by themselves."""
    for found in re.finditer(r"(?:Animation on \w+|Animation|Timer) \{", text):
        depth, end = 1, found.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(text[end], 0)
            end += 1
        block = text[found.start() : end]
        if "loops: Animation.Infinite" in block or "repeat: true" in block:
            yield block


@pytest.mark.clause("WCAG 2.3.1")
def test_nothing_changes_more_than_three_times_a_second() -> None:
    """What repeats by itself takes at least a third of a second for one round."""
    rounds = {}
    for path in QML.rglob("*.qml"):
        for block in _endless(path.read_text(encoding="utf-8")):
            spans = re.findall(r"(?:interval|duration): (\d+)", block)
            if spans:
                rounds[path.name, block] = sum(map(int, spans))
    assert len(rounds) >= 2
    assert {place: span for place, span in rounds.items() if span < FASTEST_MS} == {}
