"""The pad stays where it is whatever it says, forgets what was entered when it is left, and is read in any language."""

from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QRect, QSize

from kiosk.domain.staff import Role
from kiosk.ui.application import KioskApplication
from kiosk.ui.staff.staff_pages import PanelPage
from kiosk.ui.staff.staff_view_model import CLOSE_SECONDS
from tests.helpers.fakes import ManualClock, morning
from tests.helpers.robot import Robot
from tests.helpers.staff_robot import PIN, StaffRobot

PANELS = [QSize(1080, 1920), QSize(1920, 1080), QSize(1080, 1080)]
ENDONYMS = {"ar": "العربية", "fr": "Français", "en": "English"}


@pytest.fixture
def staff(robot: Robot, kiosk: KioskApplication, clock: ManualClock) -> StaffRobot:
    kiosk.staff.gate.set_pin("Amal", Role.LEAD, PIN, morning(ZoneInfo("Africa/Casablanca")), "admin")
    return StaffRobot(robot, kiosk, clock)


def keys(staff: StaffRobot) -> dict[str, QRect]:
    """Where each key is."""
    staff.robot.picture()  # what has changed is laid out
    names = {*"0123456789", staff.word("erase"), staff.word("enter")}
    return {node.name: node.rectangle for node in staff.robot.nodes() if node.interactive and node.name in names}


@pytest.mark.parametrize("panel_size", PANELS, ids=str)
@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_its_keys_do_not_move_under_the_finger(staff: StaffRobot, tag: str) -> None:
    staff.robot.touch(ENDONYMS[tag])
    staff.gesture()
    staff.robot.find("1")
    before, said, pad = keys(staff), set[str](), staff.kiosk.staff.pad
    assert len(before) == 12
    for _ in range(3):
        for figure in "111112":
            pad.press(figure)
        assert keys(staff) == before
        pad.submit()
        assert keys(staff) == before
        staff.robot.until(lambda: pad.message != staff.word("one_moment"))
        said.add(pad.message)
        assert keys(staff) == before
    assert pad.shut and len(said) == 2
    pad.forgot()
    assert keys(staff) == before


@pytest.mark.parametrize("panel_size", PANELS, ids=str)
def test_nor_do_they_while_a_first_pin_is_chosen(robot: Robot, kiosk: KioskApplication, clock: ManualClock) -> None:
    staff = StaffRobot(robot, kiosk, clock)
    robot.touch("Français")
    staff.begin()
    robot.find("1")
    before = keys(staff)
    for message, figures in (("pin_short", "12"), ("pin_plain", "123456"), ("pin_again", PIN), ("pin_differs", "808142")):
        for figure in figures:
            kiosk.staff.pad.press(figure)
        kiosk.staff.pad.submit()
        assert kiosk.staff.pad.message == staff.word(message)
        assert keys(staff) == before


def test_what_was_entered_is_forgotten_when_it_is_left(staff: StaffRobot) -> None:
    panel, pad = staff.kiosk.staff.staff, staff.kiosk.staff.pad

    def by_time() -> None:
        staff.clock.advance(CLOSE_SECONDS)
        panel.tick()

    for leave in (panel.goBack, by_time, pad.evacuate, panel.goBack, pad.forgot):
        if panel.page_now is PanelPage.SHUT:
            pad.open()
        for figure in "4938":
            pad.press(figure)
        assert pad.figures == 4
        leave()
        assert pad.figures == 0


def test_another_language_forgets_nothing(robot: Robot, kiosk: KioskApplication, clock: ManualClock) -> None:
    """The first PIN of a lead, entered once in one language and once in another."""
    staff = StaffRobot(robot, kiosk, clock)
    staff.begin()
    staff.enter(PIN)
    robot.touch(ENDONYMS["fr"])
    robot.sees(staff.word("pin_again"))
    staff.enter(PIN)
    robot.until(lambda: kiosk.staff.staff.page == PanelPage.BOARD)
    assert kiosk.shell.reading.tag == "fr"


@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_it_opens_in_any_language_and_staff_keep_theirs(staff: StaffRobot, tag: str) -> None:
    kiosk = staff.kiosk
    staff.gesture()
    for other in ("en", tag):
        staff.robot.touch(ENDONYMS[other])
        staff.robot.sees(staff.word("staff_pad"))
        assert kiosk.shell.reading.tag == other
    staff.enter(PIN)
    staff.robot.until(lambda: kiosk.staff.staff.page == PanelPage.BOARD)
    assert kiosk.shell.reading.tag == tag
    staff.robot.touch(ENDONYMS["en"])
    staff.robot.sees(staff.word("staff_board"))
    staff.robot.touch(staff.word("close"))
    assert kiosk.shell.screen == "Attract"
