"""An emergency that was declared stands on the glass whatever becomes of the state file; the kiosk starts and says it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.staff import Role
from kiosk.ui.application import KioskApplication
from kiosk.ui.staff.staff_pages import PanelPage
from tests.helpers.accidents import ACCIDENTS, FullDisk, kiosk_account
from tests.helpers.fakes import ManualClock, morning
from tests.helpers.robot import Robot
from tests.helpers.staff_robot import PIN, StaffRobot

pytestmark = pytest.mark.expects_log
OVER_A_RESTART = [name for name in ACCIDENTS if name != "folder gone"]
"""With the folder everything is gone: the kiosk begins anew."""
KEEPS_NOTHING = {"unreadable", "read-only", "of another"}
"""Accidents of one file after which a kiosk that starts keeps nothing more."""


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    with kiosk_account() as folder:
        yield folder


@pytest.fixture
def evacuated(begin: Callable[[], KioskApplication], qtbot: QtBot, clock: ManualClock) -> StaffRobot:
    """A kiosk whose lead has had everybody leave."""
    kiosk = begin()
    kiosk.staff.gate.set_pin("Amal", Role.LEAD, PIN, morning(ZoneInfo("Africa/Casablanca")), "admin")
    staff = StaffRobot(Robot(kiosk, qtbot), kiosk, clock)
    staff.come_in()
    staff.touch(staff.mode("emergency"))
    staff.touch(staff.word("evacuate_now"))
    assert kiosk.shell.screen == "Evacuation"
    return staff


def stays(kiosk: KioskApplication) -> bool:
    for _ in range(3):
        kiosk.modes.keeper.ask()
    return kiosk.shell.screen == "Evacuation"


@pytest.mark.parametrize("accident", ACCIDENTS)
def test_it_stands_while_the_kiosk_runs_and_a_lead_ends_it(evacuated: StaffRobot, tmp_path: Path, accident: str) -> None:
    kiosk = evacuated.kiosk
    ACCIDENTS[accident](tmp_path / "state" / "state.db")
    assert stays(kiosk)
    evacuated.come_in()
    if accident == "read-only":  # a file that is open stays so
        evacuated.robot.sees(evacuated.word("state_fault"))
    evacuated.touch(evacuated.word("back_to_schedule"))
    kiosk.modes.keeper.ask()
    assert kiosk.shell.screen == "Attract"


@pytest.mark.parametrize("accident", OVER_A_RESTART)
def test_it_stands_over_a_restart(
    evacuated: StaffRobot, begin: Callable[[], KioskApplication], qtbot: QtBot, tmp_path: Path, accident: str
) -> None:
    ACCIDENTS[accident](tmp_path / "state" / "state.db")
    kiosk = begin()
    assert stays(kiosk)
    staff = StaffRobot(Robot(kiosk, qtbot), kiosk, evacuated.clock)
    if accident in KEEPS_NOTHING:
        staff.clock.advance(3600)
    if accident != "all of another":  # nobody is known then
        staff.come_in()
        if accident in KEEPS_NOTHING:
            staff.robot.sees(staff.word("state_fault"))


def test_it_is_declared_on_a_full_disk_and_stands_over_a_restart(
    begin: Callable[[], KioskApplication], qtbot: QtBot, clock: ManualClock
) -> None:
    disk = FullDisk()
    kiosk = begin()
    kiosk.staff.gate.set_pin("Amal", Role.LEAD, PIN, morning(ZoneInfo("Africa/Casablanca")), "admin")
    disk.full = True
    staff = StaffRobot(Robot(kiosk, qtbot), kiosk, clock)
    staff.come_in()
    staff.touch(staff.mode("emergency"))
    staff.touch(staff.word("evacuate_now"))
    assert (kiosk.shell.screen, kiosk.staff.staff.page) == ("Evacuation", PanelPage.SHUT)
    kiosk = begin()
    assert stays(kiosk)
    disk.full = False
    assert stays(kiosk)
    assert kiosk.choices.fault == ""
    disk.unregister()
