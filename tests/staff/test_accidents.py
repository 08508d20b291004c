"""Accidents of the state folder: nothing intact is moved, nothing confirmed is lost, and no emergency ends by silence."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.disk.state_file import StateFile
from kiosk.domain.mode_resolver import Layer, Override
from kiosk.domain.staff import Person, Role
from kiosk.errors import StaffStateError
from kiosk.staff.choices import StaffChoices
from kiosk.staff.chosen_modes import NOTE
from kiosk.staff.people import PeopleFile, Roll
from kiosk.staff.pin_gate import Gate
from kiosk.staff.staff_log import StaffAct
from tests.helpers.accidents import ACCIDENTS, FullDisk, kiosk_account
from tests.helpers.fakes import CheapHasher, ManualClock

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
EMERGENCY = Override("emergency", "Amal", NOW, None)
DESK = Override("desk", "Brahim", NOW - timedelta(hours=1), NOW + timedelta(days=1))
pytestmark = pytest.mark.expects_log


@pytest.fixture
def path() -> Iterator[Path]:
    with kiosk_account() as folder:
        yield folder / "state" / "state.db"


def began(path: Path) -> tuple[StateFile, StaffChoices]:
    file = StateFile(path)
    choices = StaffChoices(file)
    choices.reserve()
    return file, choices


def declared(path: Path) -> tuple[StateFile, StaffChoices]:
    file, choices = began(path)
    choices.choose(Layer.OVERRIDE, DESK, "guide")
    choices.choose(Layer.EMERGENCY, EMERGENCY, "lead")
    assert choices.chosen() == (DESK, EMERGENCY)
    return file, choices


@pytest.mark.parametrize("accident", ACCIDENTS)
def test_no_accident_ends_an_emergency_while_the_kiosk_runs(path: Path, accident: str) -> None:
    file, choices = declared(path)
    ACCIDENTS[accident](path)
    for _ in range(3):
        assert choices.chosen() == (DESK, EMERGENCY)
    assert can_write(choices) is (choices.fault == "")
    file.close()


def can_write(choices: StaffChoices) -> bool:
    try:
        choices.remember("key", "value")
    except StaffStateError:
        return False
    return True


@pytest.mark.parametrize("accident", [name for name in ACCIDENTS if name != "folder gone"])
def test_no_accident_ends_an_emergency_over_a_restart(path: Path, accident: str) -> None:
    file, _ = declared(path)
    file.close()
    ACCIDENTS[accident](path)
    for _ in range(2):
        file, choices = began(path)
        for _ in range(2):
            assert choices.chosen()[1] == EMERGENCY
        file.close()


@pytest.mark.parametrize("accident", [name for name in ACCIDENTS if name not in {"damaged", "cut short"}])
def test_what_is_intact_is_never_moved(path: Path, accident: str) -> None:
    file, choices = declared(path)
    ACCIDENTS[accident](path)
    for act in (choices.chosen, choices.called, lambda: can_write(choices)):
        act()
    file.close()
    file, choices = began(path)
    can_write(choices)
    file.close()
    assert not list(path.parent.glob("*.bad*"))


@pytest.mark.parametrize("accident", ["gone", "folder gone"])
def test_what_was_taken_away_is_put_back_whole(path: Path, accident: str) -> None:
    file, choices = declared(path)
    before = choices.logged()
    ACCIDENTS[accident](path)
    choices.log(NOW, StaffAct("Amal", "lead", "check", {}))
    file.close()
    file, choices = began(path)
    assert choices.logged()[:-1] == before
    assert (choices.chosen(), choices.logged()[-1].act.act) == ((DESK, EMERGENCY), "check")
    assert path.stat().st_mode & 0o777 == 0o600
    file.close()


@pytest.mark.parametrize("accident", ["unreadable", "read-only"])
def test_once_it_is_mended_it_is_used_again_and_what_waited_is_kept(path: Path, accident: str) -> None:
    file, choices = declared(path)
    file.close()
    ACCIDENTS[accident](path)
    file, choices = began(path)
    other = Override("k9", "Amal", NOW + timedelta(minutes=1), None)
    choices.choose(Layer.OVERRIDE, other, "lead")
    assert choices.chosen() == (other, EMERGENCY)
    assert "chown" in choices.fault
    path.parent.chmod(0o700)
    path.chmod(0o600)
    assert choices.chosen() == (other, EMERGENCY)
    assert choices.fault == ""
    file.close()
    file, choices = began(path)
    assert choices.chosen() == (other, EMERGENCY)
    assert [line.act.detail["mode"] for line in choices.logged()] == ["desk", "emergency", "k9"]
    file.close()


def test_an_emergency_that_was_ended_stays_ended(path: Path) -> None:
    file, choices = declared(path)
    choices.clear(NOW, "Amal", "lead")
    file.close()
    path.with_name(NOTE).write_bytes(b"")  # and its note cannot be read
    file, choices = began(path)
    assert choices.chosen() == (None, None)
    file.close()
    path.write_bytes(b"")
    file, choices = began(path)
    assert choices.chosen() == (None, None)
    file.close()


def test_ended_by_another_process_it_ends_here(path: Path) -> None:
    """The console ends it, and is killed before it clears the note."""
    file, choices = declared(path)
    connection = sqlite3.connect(path)
    connection.execute("DELETE FROM choice")
    connection.commit()
    connection.close()
    assert choices.chosen() == (None, None)
    file.close()


def test_declared_by_another_process_it_stands_here(path: Path) -> None:
    here, choices = began(path)
    assert choices.chosen() == (None, None)
    there, console = began(path)
    console.choose(Layer.EMERGENCY, EMERGENCY, "admin")
    there.close()
    assert choices.chosen() == (None, EMERGENCY)
    assert len(choices.logged()) == 1
    here.close()


@pytest.mark.parametrize("restarted", [False, True])
def test_a_full_disk_takes_an_emergency(path: Path, *, restarted: bool) -> None:
    disk = FullDisk()
    file, choices = began(path)
    disk.full = True
    choices.choose(Layer.EMERGENCY, EMERGENCY, "lead")
    if restarted:
        file.close()
        file, choices = began(path)
    for _ in range(2):
        assert choices.chosen() == (None, EMERGENCY)
        assert "make room" in choices.fault
    disk.full = False
    assert choices.chosen() == (None, EMERGENCY)
    assert (choices.fault, len(choices.logged())) == ("", 1)
    file.close()
    disk.unregister()


def test_damaged_on_a_full_disk_it_waits_for_room(path: Path) -> None:
    disk = FullDisk()
    file, choices = declared(path)
    disk.full = True
    ACCIDENTS["damaged"](path)
    for _ in range(3):
        assert choices.chosen() == (DESK, EMERGENCY)
    disk.full = False
    choices.chosen()
    choices.chosen()
    assert choices.fault == ""
    file.close()
    file, choices = began(path)
    assert choices.chosen() == (DESK, EMERGENCY)
    file.close()
    disk.unregister()


def test_a_sound_file_of_another_program_stays_where_it_is(path: Path) -> None:
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.commit()
    connection.close()
    whole = path.read_bytes()
    file, choices = began(path)
    assert not can_write(choices)
    assert "another program" in choices.fault
    file.close()
    assert path.read_bytes() == whole


def test_somebody_who_looked_in_with_another_program_changed_nothing(path: Path) -> None:
    file, _ = declared(path)
    file.close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    file, choices = began(path)
    assert choices.chosen() == (DESK, EMERGENCY)
    assert can_write(choices)
    file.close()


# people --------------------------------------------------------------------------------------------------------------

PEOPLE = Roll((Person("Amal", Role.LEAD, CheapHasher().hash("493827")),), "ab", "cd", "ef")


@pytest.mark.parametrize("accident", ACCIDENTS)
def test_staff_still_come_in_while_the_kiosk_runs(path: Path, clock: ManualClock, accident: str) -> None:
    people = PeopleFile(path.with_name("people.json"))
    people.save(PEOPLE)
    file, choices = began(path)
    gate = Gate(people, choices, CheapHasher(), clock)
    ACCIDENTS[accident](path.with_name("people.json"))
    assert not gate.may_begin()
    assert gate.roll == PEOPLE
    file.close()


@pytest.mark.parametrize("accident", [name for name in ACCIDENTS if name != "folder gone"])
def test_nobody_takes_a_kiosk_over_whose_people_are_lost(path: Path, clock: ManualClock, accident: str) -> None:
    people = PeopleFile(path.with_name("people.json"))
    file, choices = began(path)
    Gate(people, choices, CheapHasher(), clock).set_pin("Amal", Role.LEAD, "493827", NOW, "admin")
    whole = path.with_name("people.json").read_bytes()
    ACCIDENTS[accident](path.with_name("people.json"))
    gate = Gate(PeopleFile(path.with_name("people.json")), choices, CheapHasher(), clock)
    assert not gate.may_begin()
    if accident == "unreadable":
        path.with_name("people.json").chmod(0o600)
        assert path.with_name("people.json").read_bytes() == whole
        assert gate.may_begin() is False
        assert gate.roll.has_lead
    file.close()


def test_a_count_that_cannot_be_read_gives_nobody_more_tries(path: Path, clock: ManualClock) -> None:
    file, _ = began(path)
    file.close()
    ACCIDENTS["unreadable"](path)
    file, choices = began(path)
    gate = Gate(PeopleFile(path.with_name("people.json")), choices, CheapHasher(), clock)
    assert gate.seconds_shut() == 30
    clock.advance(30)
    gate.begin()
    assert gate.failures == 4
    file.close()
