"""Without a pad: a finger that rests chooses the language, and the corners of the panel are the keys."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from kiosk.domain.keypad import KeyCommand
from kiosk.ui.application import KioskApplication
from kiosk.ui.ear.touches import REST
from tests.helpers.ears import Ears, bare
from tests.helpers.fakes import FakePlayer, ManualClock
from tests.helpers.robot import Robot, touch_device

LOW, MIDDLE = 1900, 960


@pytest.fixture
def ears(kiosk: KioskApplication, robot: Robot, clock: ManualClock) -> Ears:
    return Ears(kiosk, robot, clock)


def rest(kiosk: KioskApplication, robot: Robot) -> None:
    """A finger lies in the middle for as long as it takes; the timer's end is told, as for the staff's gesture."""
    robot.press_at(QPoint(540, MIDDLE))
    kiosk.boundary.clock.advance(REST)
    kiosk.serving.ear.touches.rest()


def hold(kiosk: KioskApplication, robot: Robot, clock: ManualClock, point: QPoint) -> None:
    robot.press_at(point)
    clock.advance(REST + 0.1)
    robot.release_at(point)


def test_lifting_the_finger_chooses_the_language_that_is_offered_and_presses_nothing(
    ears: Ears, kiosk: KioskApplication, robot: Robot, player: FakePlayer
) -> None:
    offer = kiosk.shell.source_words["ear_lift"].in_language("fr")
    rest(kiosk, robot)
    ears.listen(player, lambda: ears.last == bare(offer))
    robot.release_at(QPoint(540, MIDDLE))
    assert (kiosk.shell.screen, kiosk.shell.language) == ("Home", "fr")
    ears.listen(player, lambda: ears.heard(kiosk.shell.words["services"]))
    robot.touch_at(QPoint(1060, LOW))
    assert ears.heard(kiosk.shell.words["pavilions"])
    robot.touch_at(QPoint(20, LOW))
    robot.touch_at(QPoint(1060, 300))
    assert kiosk.shell.screen == "Services"
    robot.until(lambda: ears.heard(kiosk.shell.words["services_summary"]) or not ears.listen(player, lambda: False))
    robot.touch_at(QPoint(20, 300))
    assert kiosk.shell.screen == "Home"


def test_a_finger_that_rests_again_asks_for_help_and_a_touch_in_the_middle_repeats(
    ears: Ears, kiosk: KioskApplication, robot: Robot, player: FakePlayer, clock: ManualClock
) -> None:
    rest(kiosk, robot)
    robot.release_at(QPoint(540, MIDDLE))
    robot.until(lambda: kiosk.serving.ear.menu.on)
    ears.listen(player, lambda: False)
    hold(kiosk, robot, clock, QPoint(540, MIDDLE))
    assert ears.heard(kiosk.shell.source_words["ear_help"].in_language(kiosk.shell.language).split(".")[0])
    robot.touch_at(QPoint(1060, LOW))
    assert ears.last in bare(kiosk.shell.source_words["ear_key_next"].in_language(kiosk.shell.language))
    assert kiosk.shell.screen == "Home"


def test_who_touches_a_door_is_not_taken_to_rest(kiosk: KioskApplication, robot: Robot) -> None:
    robot.touch("Français")
    assert kiosk.shell.screen == "Home"
    kiosk.serving.ear.touches.rest()
    assert not kiosk.serving.ear.on


@pytest.mark.parametrize(
    ("at", "command"),
    [
        ((10, 1900), KeyCommand.PREVIOUS),
        ((1070, 1300), KeyCommand.NEXT),
        ((10, 10), KeyCommand.BACK),
        ((1070, 600), KeyCommand.OK),
        ((540, 960), KeyCommand.REPEAT),
        ((540, 10), KeyCommand.REPEAT),
    ],
)
def test_each_corner_is_a_key(kiosk: KioskApplication, at: tuple[int, int], command: KeyCommand) -> None:
    assert kiosk.serving.ear.touches.command_at(QPoint(*at).toPointF()) is command


def test_a_staff_gesture_is_never_taken_for_a_rest(kiosk: KioskApplication, robot: Robot) -> None:
    window = kiosk.window
    robot.settle()
    QTest.touchEvent(window, touch_device()).press(0, QPoint(5, 5), window).commit()
    assert not kiosk.serving.ear.touches._timer.isActive()
    QTest.touchEvent(window, touch_device()).release(0, QPoint(5, 5), window).commit()
