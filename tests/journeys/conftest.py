"""Staff who have a PIN, at a kiosk somebody reads in Arabic or in French."""

from zoneinfo import ZoneInfo

import pytest

from kiosk.domain.staff import Role
from kiosk.ui.application import KioskApplication
from tests.helpers.fakes import ManualClock, morning
from tests.helpers.robot import Robot
from tests.helpers.staff_robot import LANGUAGES, PIN, StaffRobot


@pytest.fixture
def staff(robot: Robot, kiosk: KioskApplication, clock: ManualClock) -> StaffRobot:
    now = morning(ZoneInfo("Africa/Casablanca"))
    kiosk.staff.gate.set_pin("Amal", Role.LEAD, PIN, now, "admin")
    kiosk.staff.gate.set_pin("Brahim", Role.GUIDE, "604182", now, "admin")
    return StaffRobot(robot, kiosk, clock)


@pytest.fixture(params=["ar", "fr"])
def visited(staff: StaffRobot, request: pytest.FixtureRequest) -> StaffRobot:
    """A kiosk somebody reads in a language."""
    staff.robot.touch(LANGUAGES[request.param])
    return staff
