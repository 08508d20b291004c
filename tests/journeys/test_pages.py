"""A page opens with what matters; the rest, and where it was read, are one touch away, and so is the way out."""

from kiosk.ui.application import KioskApplication
from tests.helpers.robot import Robot

FRENCH = "Français"


def _seen(robot: Robot) -> str:
    return "\n".join(robot.names())


def test_whoever_must_not_be_seen_is_gone_with_one_touch(robot: Robot, kiosk: KioskApplication) -> None:
    robot.touch(FRENCH)
    kiosk.shell.open("service:women")
    robot.sees("8350")
    robot.sees(kiosk.shell.words["act_now"])
    robot.touch(kiosk.shell.words["leave_quickly"])
    robot.until(lambda: kiosk.shell.screen == "Attract")
    assert not kiosk.shell.canGoBack


def test_an_officer_is_one_touch_away_from_the_numbers(robot: Robot, kiosk: KioskApplication) -> None:
    robot.touch(FRENCH)
    kiosk.shell.open("service:women")
    robot.touch(kiosk.shell.words["officer_here"])
    robot.sees(kiosk.shell.words["call_staff_child"])


def test_more_is_shown_when_asked_for_and_another_page_opens_closed(robot: Robot, kiosk: KioskApplication) -> None:
    robot.touch(FRENCH)
    kiosk.shell.open("pavilion:k9")
    title = kiosk.shell.words["what_to_see"]
    robot.sees(kiosk.shell.words["what_it_is"])
    assert title not in _seen(robot)
    robot.picture()  # everything has found its place
    robot.touch(kiosk.shell.words["read_more"])
    robot.sees(title)
    kiosk.shell.open("pavilion:road_safety")
    robot.sees(kiosk.shell.words["read_more"])
    assert title not in _seen(robot)


def test_all_publishers_are_behind_one_touch(robot: Robot, kiosk: KioskApplication) -> None:
    robot.touch(FRENCH)
    kiosk.shell.open("emergency:police")
    robot.sees("Informations réunies le")
    assert "Libération" not in _seen(robot)
    robot.picture()  # everything has found its place
    robot.touch(kiosk.shell.words["scroll_down"])  # a page of danger keeps its desk in sight, and the sources below it
    robot.picture()
    robot.touch(kiosk.shell.words["sources"])
    robot.sees("Libération")
    robot.sees("Une simulation de la salle de commandement de la DGSN")
