"""What moves while nobody is there, and what a touch does to it; with motion off it stands still."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtQuick import QQuickItem

from kiosk.ui.application import KioskApplication
from kiosk.ui.tools.visits import choose
from tests.helpers.fakes import ManualClock
from tests.helpers.robot import Robot

MOVING = pytest.mark.parametrize("settings", [{"motion": True}], ids=["moving"])
LONGEST = 30_000
"""Milliseconds of a loop."""


def part(kiosk: KioskApplication, name: str) -> QQuickItem | None:
    items = kiosk.window.findChildren(QQuickItem)
    return next((item for item in items if item.metaObject().className().startswith(name)), None)


def loop(robot: Robot) -> QQuickItem:
    robot.until(lambda: part(robot.kiosk, "AttractLoop") is not None, "the loop is not loaded")
    found = part(robot.kiosk, "AttractLoop")
    assert found is not None
    return found


def moment(robot: Robot) -> float:
    return float(loop(robot).property("moment"))


@MOVING
@pytest.mark.parametrize("mode", ["whole", "children", "demonstrations", "showcase"])
def test_a_loop_is_over_within_half_a_minute(robot: Robot, kiosk: KioskApplication, mode: str) -> None:
    choose(kiosk, mode)
    assert 10_000 < float(loop(robot).property("end")) <= LONGEST


@MOVING
@pytest.mark.clause("WCAG 2.2.2")
def test_a_touch_stops_the_loop_where_it_tells_most(robot: Robot) -> None:
    begun = moment(robot)
    robot.until(lambda: moment(robot) > begun, "nothing moves")
    robot.touch_at(QPoint(540, 120))
    assert loop(robot).property("moving") is False
    seen = [moment(robot) for _ in range(3) if robot.picture()]
    assert set(seen) == {loop(robot).property("still")}


@MOVING
def test_a_loop_that_tells_something_else_begins_anew_with_its_own_length(robot: Robot, kiosk: KioskApplication) -> None:
    robot.until(lambda: moment(robot) > 900, "nothing moves")
    choose(kiosk, "showcase")
    robot.until(lambda: 0 < moment(robot) < 900, "it does not begin anew")


@MOVING
def test_a_touch_on_a_language_enters_while_all_moves(robot: Robot, kiosk: KioskApplication) -> None:
    loop(robot)
    robot.touch("Français")
    robot.sees(kiosk.shell.words["home_question"])
    assert part(kiosk, "AttractLoop") is None


@pytest.mark.clause("WCAG 2.3.3")
def test_without_motion_it_stands_where_the_first_thing_inside_is_seen(robot: Robot, kiosk: KioskApplication) -> None:
    assert moment(robot) == loop(robot).property("still")
    assert loop(robot).property("moving") is False
    first = kiosk.modes.view.invitations[0]
    for side in first.property("sides")[:2]:
        robot.sees(side.property("title"))


@MOVING
def test_what_rests_is_woven_anew(robot: Robot, kiosk: KioskApplication) -> None:
    choose(kiosk, "closed")
    robot.until(lambda: part(kiosk, "ZelligeLoom") is not None, "nothing is woven")


def test_what_rests_without_motion_stands_still(robot: Robot, kiosk: KioskApplication) -> None:
    choose(kiosk, "closed")
    robot.sees(kiosk.modes.keeper.mode.head.card.name.in_language("fr"))
    assert part(kiosk, "ZelligeLoom") is None


@MOVING
@pytest.mark.parametrize(("language", "side"), [("Français", 1), ("العربية", -1)])
def test_pages_come_along_the_line_of_reading_and_back_from_its_other_side(
    robot: Robot, kiosk: KioskApplication, language: str, side: int
) -> None:
    robot.touch(language)
    host = part(kiosk, "ScreenHost")
    assert host is not None
    assert comes_from(robot, host, kiosk.shell.words["pavilions"]) * side > 0
    assert comes_from(robot, host, kiosk.shell.words["back"]) * side < 0


def comes_from(robot: Robot, host: QQuickItem, name: str) -> float:
    """Where the page is first drawn that a touch brings, in pixels from its place, to which it then comes."""
    robot.until(lambda: left(host) == 0, "what was there before does not arrive")
    seen: list[float] = []
    watching = robot.kiosk.window.afterAnimating.connect(lambda: seen.append(left(host)))
    robot.touch(name)
    robot.until(lambda: any(seen), "nothing moved")
    robot.until(lambda: left(host) == 0, "it does not arrive")
    robot.kiosk.window.afterAnimating.disconnect(watching)
    return next(place for place in seen if place)


def left(host: QQuickItem) -> float:
    """How far the page is from its place, in pixels."""
    return host.mapToScene(QPoint(0, 0).toPointF()).x()


def test_without_motion_pages_are_there_at_once(robot: Robot, kiosk: KioskApplication) -> None:
    robot.touch("Français")
    host = part(kiosk, "ScreenHost")
    assert host is not None
    seen: list[float] = []
    kiosk.window.afterAnimating.connect(lambda: seen.append(left(host)))
    robot.touch(kiosk.shell.words["pavilions"])
    robot.until(lambda: bool(seen))
    assert set(seen) == {0.0}


@pytest.mark.parametrize("settings", [{"motion": True}, {"motion": False}], ids=["moving", "still"])
def test_a_ring_runs_down_with_the_seconds(robot: Robot, kiosk: KioskApplication, clock: ManualClock, settings: dict) -> None:
    robot.touch("Français")
    clock.advance(95)
    kiosk.shell.session.tick()
    robot.sees(kiosk.shell.words["still_here"])
    ring = part(kiosk, "CountdownRing")
    assert ring is not None
    begun = ring.property("remains")
    clock.advance(5)
    kiosk.shell.session.tick()
    robot.until(lambda: ring.property("remains") < begun, "it stands still")
