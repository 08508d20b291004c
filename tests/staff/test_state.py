"""What staff chose outlives power cuts and damaged files; the log only grows."""

import logging
import os
import random
import signal
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk.config import ROOT
from kiosk.content.store import ContentStore
from kiosk.disk.state_file import StateFile
from kiosk.domain.language import LocalizedText
from kiosk.domain.mode_resolver import Layer, Override, resolve
from kiosk.domain.slot_change import SlotChange, SlotMark
from kiosk.domain.staff import Person, Role
from kiosk.errors import StaffStateError
from kiosk.staff.choices import CALLED, StaffChoices
from kiosk.staff.chosen_modes import NOTE
from kiosk.staff.clock_guard import OFFSET, SEEN, ClockGuard
from kiosk.staff.people import PeopleFile
from kiosk.staff.pin_gate import CHALLENGE, FAILURES, Gate
from kiosk.staff.schedule import rules_of
from kiosk.staff.staff_log import StaffAct
from tests.helpers.fakes import CheapHasher, ManualClock

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
KILLS = int(os.environ.get("JUSUR_KILLS", "20"))
"""200 when run at leisure."""
STEP = int(os.environ.get("JUSUR_STEP", "11"))
"""1 when run at leisure: every byte."""
FLIP_STEP = int(os.environ.get("JUSUR_STEP", "61"))

SWITCHING = """
import sys, itertools
from datetime import UTC, datetime
from pathlib import Path
from kiosk.domain.mode_resolver import Layer, Override
from kiosk.staff.choices import StaffChoices
from kiosk.disk.state_file import StateFile
choices = StaffChoices(StateFile(Path(sys.argv[1])))
for n in itertools.count():
    choices.choose(Layer.OVERRIDE, Override(f"mode{n}", "Amal", datetime.now(UTC), None), "lead")
    print(n, flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "state.db"


def chosen(path: Path) -> Override:
    file = StateFile(path)
    choices = StaffChoices(file)
    choices.choose(Layer.OVERRIDE, Override("desk", "Amal", NOW, None), "lead")
    file.close()
    return Override("desk", "Amal", NOW, None)


def full(path: Path) -> None:
    """Everything a state file keeps."""
    chosen(path)
    file = StateFile(path)
    choices = StaffChoices(file)
    choices.choose(Layer.EMERGENCY, Override("emergency", "Amal", NOW, NOW + timedelta(hours=1)), "lead")
    moved = SlotChange(15, LocalizedText({"ar": "الساحة", "fr": "La place"}), SlotMark.FULL)
    choices.change("k9_show_1", NOW.date(), moved, NOW, Person("Amal", Role.LEAD, ""))
    moments = {SEEN: NOW.isoformat(), CALLED: NOW.isoformat()}
    for key, value in (moments | {OFFSET: "0.5", FAILURES: "3", CHALLENGE: "12345678"}).items():
        choices.remember(key, value)
    file.close()


def test_a_choice_is_there_after_a_restart_and_gone_when_cleared(path: Path) -> None:
    override = chosen(path)
    file = StateFile(path)
    choices = StaffChoices(file)
    assert choices.chosen() == (override, None)
    choices.clear(NOW, "Brahim", "guide")
    assert choices.chosen() == (None, None)
    acts = [(line.act.person, line.act.role, line.act.act) for line in choices.logged()]
    assert acts == [("Amal", "lead", "mode"), ("Brahim", "guide", "schedule")]
    file.close()


def test_nobody_else_may_read_it(path: Path) -> None:
    chosen(path)
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_log_only_grows(path: Path) -> None:
    chosen(path)
    connection = sqlite3.connect(path)
    for statement in ("DELETE FROM log", "UPDATE log SET person = 'somebody else'"):
        with pytest.raises(sqlite3.IntegrityError, match="only grows"):
            connection.execute(statement)
    connection.close()


@pytest.mark.expects_log
def test_cut_at_any_byte_it_begins_anew_with_one_line_in_the_log(
    path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    full(path)
    path.with_name(NOTE).unlink()
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)  # the disk is not what is tested here
    whole = path.read_bytes()
    for length in range(0, len(whole), STEP):
        path.write_bytes(whole[:length])
        caplog.clear()
        file = StateFile(path)
        choices = StaffChoices(file)
        assert choices.chosen() == (None, None), length
        assert choices.logged() == []
        file.close()
        assert [record.levelno for record in caplog.records] == [logging.ERROR], length
        (aside,) = path.parent.glob("*.bad-*")
        assert aside.read_bytes() == whole[:length]
        aside.unlink()


@pytest.mark.expects_log
@pytest.mark.parametrize("mask", [0xFF, 0x40, 0x01])
def test_with_any_byte_flipped_the_kiosk_starts_in_a_mode_with_at_most_one_line_in_the_log(
    path: Path, content: Path, clock: ManualClock, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, mask: int
) -> None:
    full(path)
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)
    whole = path.read_bytes()
    with ContentStore.open(content) as store:
        modes = store.modes()
        for place in range(mask % 7, len(whole), FLIP_STEP):
            path.write_bytes(whole[:place] + bytes([whole[place] ^ mask]) + whole[place + 1 :])
            caplog.clear()
            file = StateFile(path)
            choices = StaffChoices(file)
            guard = ClockGuard(choices, clock, lambda _zone: NOW)
            gate = Gate(PeopleFile(path.parent / "people.json"), choices, CheapHasher(), clock)
            rules = rules_of(store, modes, "kiosk", "", choices.chosen())
            assert resolve(guard.now(ZoneInfo(store.timezone)), rules).mode in modes, place
            assert guard.judged(ZoneInfo(store.timezone), NOW.date()) is not None
            assert gate.failures >= 0
            choices.changes(NOW.date())
            choices.called()
            choices.logged()
            choices.log(NOW, StaffAct("Amal", "lead", "check", {}))
            file.close()
            assert len(caplog.records) <= 1, place
            for aside in path.parent.glob("*.bad-*"):
                aside.unlink()


@pytest.mark.expects_log
def test_damaged_while_open_it_begins_anew_too(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    chosen(path)
    file = StateFile(path)
    choices = StaffChoices(file)
    path.write_bytes(b"\0" * path.stat().st_size)
    assert choices.chosen() == (None, None)
    choices.choose(Layer.OVERRIDE, Override("k9", "Amal", NOW, None), "lead")
    assert choices.chosen()[0].mode == "k9"
    assert len(caplog.records) == 1
    file.close()


@pytest.mark.expects_log
@pytest.mark.parametrize("value", ["never", ""])
def test_a_moment_that_is_none_is_damage(path: Path, value: str) -> None:
    chosen(path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE choice SET since = ?", (value,))
    connection.commit()
    connection.close()
    file = StateFile(path)
    assert StaffChoices(file).chosen() == (None, None)
    file.close()


@pytest.mark.expects_log
def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    file = StateFile(tmp_path / "file" / "state.db")
    with pytest.raises(StaffStateError, match="chown"):
        file.require()


def test_a_change_that_fails_leaves_nothing(path: Path) -> None:
    chosen(path)
    file = StateFile(path)
    choices = StaffChoices(file)
    with pytest.raises(RuntimeError), file.change() as connection:
        connection.execute("DELETE FROM choice")
        raise RuntimeError
    assert choices.chosen()[0] is not None
    file.close()


def test_killed_at_any_moment_the_choice_and_the_log_agree(path: Path) -> None:
    """kill -9 while switching: what was said to be kept is kept, and every kept choice has its line in the log."""
    moments = random.Random(5)
    lines = 0
    for _ in range(KILLS):
        process = subprocess.Popen([sys.executable, "-c", SWITCHING, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        said = -1
        for _n in range(moments.randint(1, 12)):
            said = int(process.stdout.readline())
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read().split()
        process.wait()
        process.stdout.close()
        said = int(rest[-1]) if rest else said
        file = StateFile(path)
        choices = StaffChoices(file)
        override, log = choices.chosen()[0], choices.logged()
        assert int(override.mode.removeprefix("mode")) in {said, said + 1}
        assert log[-1].act.detail["mode"] == override.mode
        assert len(log) >= lines + said + 1
        lines = len(log)
        file.close()


def test_log_lines_keep_what_they_were_given(path: Path) -> None:
    file = StateFile(path)
    choices = StaffChoices(file)
    choices.log(NOW, StaffAct("أمل", "guide", "report", {"sentence": "الصوت"}))
    (line,) = choices.logged()
    assert (line.at, line.act) == (NOW.isoformat(), StaffAct("أمل", "guide", "report", {"sentence": "الصوت"}))
    choices.remember("challenge", "12345678")
    assert (choices.recall("challenge"), choices.recall("other")) == ("12345678", "")
    file.close()
