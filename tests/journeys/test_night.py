"""The nights of Ramadan: a show that goes on after midnight, and one that staff delay over it, by touch."""

import re
import shutil
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import apsw
import pytest

from kiosk.config import ROOT
from kiosk.presentation.route import Screen
from kiosk.ui.application import KioskApplication
from tests.helpers.fakes import ManualClock
from tests.helpers.staff_robot import StaffRobot

ZONE = ZoneInfo("Africa/Casablanca")
SHOW = "demonstration:band"


class Wall:
    """The clock in the hall, in a night of Ramadan."""

    def __init__(self) -> None:
        self.time = datetime(2027, 2, 20, 22, 30, tzinfo=ZONE)

    def __call__(self, _zone: ZoneInfo) -> datetime:
        return self.time


@pytest.fixture
def wall(monkeypatch: pytest.MonkeyPatch) -> Wall:
    wall = Wall()
    monkeypatch.setattr("tests.conftest.morning", wall)
    return wall


@pytest.fixture
def content(tmp_path: Path, wall: Wall) -> Path:
    """One show of the content is given from half past eleven at night."""
    path = tmp_path / "night.db"
    shutil.copy(ROOT / "content.db", path)
    with apsw.Connection(str(path)) as connection:
        night = "SELECT min(id) FROM item WHERE parent = ? AND kind = 'slot'"
        sql = f"""UPDATE timetable_slot SET "start" = '23:30', "end" = '00:40' WHERE id = ({night})"""
        connection.execute(sql, (SHOW,))
    return path


def to(kiosk: KioskApplication, clock: ManualClock, wall: Wall, moment: str, days: int = 0) -> None:
    """Time passes, and the kiosk looks."""
    then = datetime.combine(date(2027, 2, 20) + timedelta(days), time.fromisoformat(moment), ZONE)
    clock.advance((then - wall.time).total_seconds())
    wall.time = then
    kiosk.modes.keeper.ask()


def board(kiosk: KioskApplication) -> tuple[list[str], list[str]]:
    catalogue = kiosk.visitor.screens.catalogue
    catalogue.refresh_board()
    on, coming = ([row.card.identifier for row in catalogue.timetable if row.state == state] for state in ("on", "coming"))
    return on, coming[:1]


def open_board(staff: StaffRobot) -> None:
    staff.kiosk.shell.enter("fr")
    staff.kiosk.shell.show(Screen.DEMONSTRATIONS)


def test_a_show_of_the_night_stays_on_the_board_until_it_ends(staff: StaffRobot, clock: ManualClock, wall: Wall) -> None:
    kiosk = staff.kiosk
    open_board(staff)
    assert board(kiosk) == ([], [SHOW])
    for moment, days in (("23:30", 0), ("23:59", 0), ("00:01", 1), ("00:39", 1)):
        to(kiosk, clock, wall, moment, days)
        assert board(kiosk)[0] == [SHOW], moment
    to(kiosk, clock, wall, "00:41", 1)
    assert SHOW not in board(kiosk)[0]


def test_staff_delay_a_show_over_midnight_and_take_it_back_after(staff: StaffRobot, clock: ManualClock, wall: Wall) -> None:
    kiosk = staff.kiosk
    to(kiosk, clock, wall, "23:20")
    staff.come_in()
    staff.touch(staff.word("staff_shows"))
    for _ in range(3):
        (row,) = kiosk.staff.shows.shows
        staff.touch(f"{staff.word('show_later')}, {row.name}, {row.time}")
    staff.touch(staff.word("back"))
    staff.touch(staff.word("close"))
    open_board(staff)
    assert board(kiosk) == ([], [SHOW])
    coming = next(row for row in kiosk.visitor.screens.catalogue.timetable if row.state == "coming")
    assert re.sub("[\u2068\u2069]", "", coming.time) == "00:15 – 01:25"
    to(kiosk, clock, wall, "00:10", 1)
    assert board(kiosk) == ([], [SHOW])
    to(kiosk, clock, wall, "01:20", 1)
    assert board(kiosk)[0] == [SHOW]
    staff.come_in()
    staff.touch(staff.word("staff_shows"))
    first = kiosk.staff.shows.shows[0]
    staff.touch(f"{staff.word('show_as_planned')}, {first.name}, {first.time}")
    assert {showing.day for showing in kiosk.modes.day.showings()} == {date(2027, 2, 21)}
    assert [line.act.detail["minutes"] for line in kiosk.choices.logged() if line.act.act == "show"] == [15, 30, 45, 0]
