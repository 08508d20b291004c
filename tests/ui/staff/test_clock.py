"""A clock that cannot be believed: what staff chose holds, the timetable waits, and the staff's panel says why."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QSize

from kiosk.config import KioskConfig
from kiosk.domain.clock_trust import ClockFault
from kiosk.domain.mode_resolver import Layer, Override
from kiosk.domain.staff import Person, Role
from kiosk.publishing.floor import FloorFiles
from kiosk.staff.clock_guard import FAULT
from kiosk.ui.application import KioskApplication
from kiosk.ui.machine.boundary import Boundary
from tests.helpers.fakes import CheapHasher, ManualClock, morning

ZONE = ZoneInfo("Africa/Casablanca")


SINCE = "2023.01.01"
"""A content version before the changes of clocks that are played: those of years past no table can take back."""


def changes_of_offset(zone: ZoneInfo, first: int, last: int) -> list[datetime]:
    """The hours in which a zone changes its clocks, in UTC."""
    hours = [datetime(first, 1, 1, tzinfo=UTC) + timedelta(hours=n) for n in range((last - first + 1) * 365 * 24)]
    offsets = [hour.astimezone(zone).utcoffset() for hour in hours]
    return [hours[n] for n in range(1, len(hours)) if offsets[n] != offsets[n - 1]]


NOW = morning(ZONE)
CHANGES = [moment - timedelta(hours=1) for moment in changes_of_offset(ZONE, 2024, 2025)]
"""An hour before Morocco put its clocks back, or on again, around Ramadan."""


class Wall:
    """A clock on the wall that anyone may set."""

    def __init__(self) -> None:
        self.time = NOW
        self.synchronised = False

    def __call__(self, _zone: ZoneInfo) -> datetime:
        return self.time


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def start(qtbot, content: Path, clock: ManualClock, wall: Wall, tmp_path: Path):
    started = []

    def begin(shown: Path = content) -> KioskApplication:
        if started:
            started[-1].close()
        config = KioskConfig(content=shown, cache=tmp_path, state=tmp_path / "state")
        boundary = Boundary(clock, wall, lambda _parent: None, CheapHasher, synchronised=lambda: wall.synchronised)
        started.append(KioskApplication(config, QSize(1080, 1920), boundary))
        return started[-1]

    yield begin
    started[-1].close()


@pytest.fixture
def of_old(content: Path, tmp_path: Path) -> Path:
    """Content of a day before the changes of clocks."""
    shutil.copyfile(content, tmp_path / "old.db")
    with closing(sqlite3.connect(tmp_path / "old.db")) as connection:
        connection.execute("UPDATE meta SET value = ? WHERE key = 'content_version'", [SINCE])
        connection.commit()
    return tmp_path / "old.db"


def chosen(kiosk: KioskApplication, mode: str, until: datetime | None) -> None:
    kiosk.choices.choose(Layer.OVERRIDE, Override(mode, "Amal", NOW, until), "lead")
    kiosk.modes.keeper.ask()


def test_a_clock_before_the_content_holds_what_staff_chose(start, wall: Wall) -> None:
    chosen(start(), "desk", NOW + timedelta(hours=1))
    wall.time = datetime(2000, 1, 1, tzinfo=ZONE)
    kiosk = start()
    assert kiosk.modes.day.fault is ClockFault.BEFORE_CONTENT
    assert kiosk.modes.keeper.mode.identifier == "desk"


def test_a_clock_before_the_last_time_seen_is_not_believed(start, wall: Wall, clock: ManualClock) -> None:
    kiosk = start()
    wall.time += timedelta(hours=5)
    clock.advance(5 * 3600)
    kiosk.modes.keeper.ask()
    wall.time = NOW
    assert start().modes.day.fault is ClockFault.BEFORE_LAST


def test_what_had_ended_when_the_time_was_last_known_is_not_brought_back(start, wall: Wall, clock: ManualClock) -> None:
    kiosk = start()
    chosen(kiosk, "desk", NOW + timedelta(hours=1))
    wall.time += timedelta(hours=2)
    clock.advance(2 * 3600)
    kiosk.modes.keeper.ask()
    wall.time = NOW
    assert start().modes.keeper.mode.identifier == "whole"


def test_a_jump_suspends_the_timetable_until_staff_say_the_time(start, wall: Wall) -> None:
    kiosk = start()
    chosen(kiosk, "desk", NOW + timedelta(hours=1))
    wall.time += timedelta(hours=3)
    kiosk.modes.keeper.ask()
    assert kiosk.modes.day.fault is ClockFault.JUMPED
    assert kiosk.choices.recall(FAULT) == "clock_jumped"
    assert kiosk.modes.keeper.mode.identifier == "desk"
    kiosk.staff.staff.enter(Person("Amal", Role.LEAD, ""))
    assert kiosk.staff.board.state.clock == kiosk.shell.words["clock_jumped"]
    kiosk.staff.staff.show("Clock")
    for figures in ("9905202711", "180520271510"):
        for figure in figures:
            kiosk.staff.pad.press(figure)
        kiosk.staff.pad.submit()
    assert kiosk.staff.staff.page == "Board"
    assert kiosk.modes.day.fault is ClockFault.NONE
    assert kiosk.choices.recall(FAULT) == ""
    assert f"{kiosk.modes.day.moment:%H:%M}" == "15:10"
    assert kiosk.modes.keeper.mode.identifier == "whole"
    assert kiosk.choices.logged()[-1].act.act == "clock"


def test_a_clock_put_right_again_is_believed_again(start, wall: Wall) -> None:
    kiosk = start()
    wall.time = NOW - timedelta(days=400)
    kiosk.modes.keeper.ask()
    assert kiosk.modes.day.fault
    wall.time = NOW
    kiosk.modes.keeper.ask()
    assert not kiosk.modes.day.fault


def test_morocco_changed_its_clocks_four_times_in_two_years() -> None:
    assert len(CHANGES) == 4


@pytest.mark.parametrize("before", CHANGES, ids=str)
def test_a_change_of_clocks_in_morocco_leaves_the_timetable_alone(
    start, of_old: Path, wall: Wall, clock: ManualClock, before: datetime
) -> None:
    wall.time = before.astimezone(ZONE)
    kiosk = start(of_old)
    for minutes in range(1, 181, 7):
        wall.time = (before + timedelta(minutes=minutes)).astimezone(ZONE)
        clock.advance(60 if minutes == 1 else 420)
        kiosk.modes.keeper.ask()
        assert not kiosk.modes.day.fault, wall.time
    later = kiosk.modes.day.moment.astimezone(UTC) - before
    assert later == timedelta(minutes=176)


def test_a_clock_that_a_time_server_put_right_is_believed_at_once(start, wall: Wall) -> None:
    kiosk = start()
    wall.time = NOW + timedelta(days=30)
    kiosk.modes.keeper.ask()
    assert kiosk.modes.day.fault is ClockFault.JUMPED
    wall.synchronised = True
    kiosk.modes.keeper.ask()
    assert not kiosk.modes.day.fault
    wall.synchronised = False
    kiosk.modes.keeper.ask()
    assert not kiosk.modes.day.fault


def test_what_staff_said_the_time_is_gives_way_to_a_time_server(start, wall: Wall) -> None:
    kiosk = start()
    kiosk.modes.day.set_clock(NOW + timedelta(hours=3))
    assert kiosk.modes.day.moment == NOW + timedelta(hours=3)
    wall.time, wall.synchronised = NOW + timedelta(hours=3), True
    kiosk.modes.keeper.ask()
    assert kiosk.modes.day.moment == NOW + timedelta(hours=3)
    assert not kiosk.modes.day.fault


def test_a_clock_that_once_stood_in_2099_does_not_distrust_the_right_one(start, wall: Wall) -> None:
    wall.time = datetime(2099, 1, 1, tzinfo=ZONE)
    start()
    wall.time = NOW
    assert not start().modes.day.fault


def test_a_newer_publication_speaks_for_a_clock_put_right(start, wall: Wall, tmp_path: Path) -> None:
    wall.time = NOW + timedelta(days=60)
    start()
    wall.time = NOW
    assert start().modes.day.fault is ClockFault.BEFORE_LAST
    FloorFiles(tmp_path / "state").raise_to("stable", 7, NOW - timedelta(hours=2))
    kiosk = start()
    assert not kiosk.modes.day.fault
    kiosk.modes.keeper.ask()
    wall.time = NOW - timedelta(hours=1)
    assert start().modes.day.fault is ClockFault.BEFORE_LAST
