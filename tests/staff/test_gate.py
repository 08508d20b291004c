"""Who passes the gate: right PINs, a ladder of locks that neither the clock nor the plug shortens, and the rescue."""

import os
import random
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.disk.state_file import StateFile
from kiosk.domain.staff import FAST, HOLD, PACE, TAPS, Person, Role, Taps, lock_seconds, opens, pin_weakness, pressed, released
from kiosk.errors import StaffError
from kiosk.staff import rescue
from kiosk.staff.choices import StaffChoices
from kiosk.staff.first_code import FirstCode
from kiosk.staff.people import PeopleFile, Roll
from kiosk.staff.pin_gate import Gate, PadEntry, PinAttempt
from kiosk.staff.pins import Argon2Hasher
from tests.helpers.fakes import CheapHasher, ManualClock

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
PIN = "493827"
PINS = int(os.environ.get("JUSUR_PINS", "200"))
"""Wrong ones judged; 10,000 when run at leisure."""


class Kiosk:
    """One kiosk that can be switched off and on again."""

    def __init__(self, folder: Path, clock: ManualClock) -> None:
        self.folder, self.clock = folder, clock
        self.start()

    def start(self) -> None:
        self.file = StateFile(self.folder / "state.db")
        self.choices = StaffChoices(self.file)
        self.people = PeopleFile(self.folder / "people.json")
        self.gate = Gate(self.people, self.choices, CheapHasher(), self.clock)

    def restart(self) -> None:
        self.file.close()
        self.start()

    def enter(self, entry: str, kind: PadEntry = PadEntry.PIN) -> Person | None:
        person = self.gate.judge(kind, entry, self.gate.begin(kind))
        self.gate.end(kind, person, NOW)
        return person


@pytest.fixture
def kiosk(tmp_path: Path, clock: ManualClock) -> Kiosk:
    made = Kiosk(tmp_path, clock)
    made.gate.set_pin("Amal", Role.LEAD, PIN, NOW, "Amal")
    yield made
    made.file.close()


def test_a_right_pin_says_who_it_is(kiosk: Kiosk) -> None:
    kiosk.gate.set_pin("Brahim", Role.GUIDE, "604182", NOW, "Amal")
    assert kiosk.enter(PIN).name == "Amal"
    assert kiosk.enter("604182").role is Role.GUIDE
    assert kiosk.enter("000000") is None


def test_the_lock_grows_and_a_right_pin_opens_it(kiosk: Kiosk, clock: ManualClock) -> None:
    shut = []
    for _ in range(6):
        clock.advance(kiosk.gate.seconds_shut())
        kiosk.enter("111112")
        shut.append(kiosk.gate.seconds_shut())
    assert shut == [0, 0, 30, 300, 3600, 3600]
    with pytest.raises(StaffError, match="shut"):
        kiosk.enter(PIN)
    clock.advance(3600)
    assert kiosk.enter(PIN)
    assert kiosk.gate.seconds_shut() == 0


def test_a_restart_begins_the_lock_again(kiosk: Kiosk, clock: ManualClock) -> None:
    for _ in range(3):
        kiosk.enter("111112")
    clock.advance(29)
    kiosk.restart()
    assert kiosk.gate.seconds_shut() == 30


def test_a_plug_pulled_between_counting_and_judging_does_not_give_a_try_back(kiosk: Kiosk) -> None:
    for _ in range(3):
        kiosk.gate.begin()
        kiosk.restart()
    assert kiosk.gate.seconds_shut() == 30


def test_wrong_pins_over_restarts_and_clocks_put_back(kiosk: Kiosk, clock: ManualClock) -> None:
    """An attacker who waits as long as he likes, pulls the plug at any point, and sets the clock to any day."""
    chance, passed, tries = random.Random(7), 0.0, []

    def pull_the_plug() -> None:
        clock.now = chance.uniform(0, 60)  # the steady clock begins with the machine
        kiosk.restart()

    while len(tries) < PINS:
        if chance.random() < 0.05:
            pull_the_plug()
        wait = chance.choice([0, 0, 1, 30, 299, 600, kiosk.gate.seconds_shut()])
        clock.advance(wait)
        passed += wait
        try:
            trial = kiosk.gate.begin()
        except StaffError:
            continue
        tries.append(passed)
        if chance.random() < 0.1:
            pull_the_plug()
            continue
        assert kiosk.gate.judge(PadEntry.PIN, f"{chance.randrange(10**6):06}", trial) is None
        kiosk.gate.end(PadEntry.PIN, None, NOW - timedelta(days=chance.randrange(400)))
    assert max(sum(start <= moment < start + 3600 for moment in tries) for start in tries[:50]) <= 6
    assert all(later - earlier >= 3600 for earlier, later in pairwise(tries[6:]))  # at the top of the ladder, one an hour
    assert kiosk.gate.failures == PINS
    acts = [line.act.act for line in kiosk.choices.logged()]
    assert acts.count("entered") == 0
    assert acts.count("refused") > PINS * 0.8


def test_pins_are_argon2id_and_never_written_down(tmp_path: Path, clock: ManualClock) -> None:
    file = StateFile(tmp_path / "state.db")
    gate = Gate(PeopleFile(tmp_path / "people.json"), StaffChoices(file), Argon2Hasher(), clock)
    gate.set_pin("Amal", Role.LEAD, PIN, NOW, "Amal")
    written = (tmp_path / "people.json").read_text(encoding="utf-8")
    assert "$argon2id$v=19$m=65536" in written
    assert PIN not in written + "".join(str(line) for line in StaffChoices(file).logged())
    assert (tmp_path / "people.json").stat().st_mode & 0o777 == 0o600
    assert gate.judge(PadEntry.PIN, PIN, gate.begin()) is not None
    assert gate.judge(PadEntry.PIN, "493828", gate.begin()) is None
    file.close()


@pytest.mark.parametrize(
    ("pin", "weakness"),
    [
        ("12345", "pin_short"),
        ("12345a", "pin_short"),
        ("123456", "pin_plain"),
        ("777777", "pin_plain"),
        ("987654", "pin_plain"),
        (PIN, ""),
        ("135791", ""),
    ],
)
def test_weak_pins_are_named(pin: str, weakness: str) -> None:
    assert pin_weakness(pin) == weakness


def test_a_pin_somebody_has_is_not_given_twice(kiosk: Kiosk) -> None:
    assert kiosk.gate.weakness(PIN) == "pin_plain"


def test_the_first_lead_is_set_on_the_screen_only_while_there_is_none(tmp_path: Path, clock: ManualClock) -> None:
    kiosk = Kiosk(tmp_path, clock)
    assert kiosk.gate.may_begin()
    kiosk.gate.set_pin("Amal", Role.LEAD, PIN, NOW, "Amal")
    assert not kiosk.gate.may_begin()
    kiosk.file.close()


@pytest.fixture
def fresh(tmp_path: Path, clock: ManualClock) -> Kiosk:
    """A kiosk that nobody leads, as the installer leaves it."""
    made = Kiosk(tmp_path, clock)
    yield made
    made.file.close()


def test_the_first_lead_begins_by_the_code_of_the_sheet_which_is_then_worth_nothing(fresh: Kiosk) -> None:
    code = FirstCode(fresh.folder).make(CheapHasher())
    kept = fresh.folder / "first-code"
    assert kept.stat().st_mode & 0o777 == 0o600
    assert code not in kept.read_text(encoding="ascii")
    assert fresh.enter(code, PadEntry.FIRST)
    assert fresh.gate.failures == 0
    fresh.gate.set_pin("Amal", Role.LEAD, PIN, NOW, "Amal")
    assert not kept.exists()
    assert fresh.enter(code, PadEntry.FIRST) is None
    assert fresh.enter(code) is None


def test_a_new_code_takes_the_place_of_the_one_before(fresh: Kiosk) -> None:
    old, new = (FirstCode(fresh.folder).make(CheapHasher()) for _ in range(2))
    assert fresh.enter(old, PadEntry.FIRST) is None
    assert fresh.enter(new, PadEntry.FIRST)


@pytest.mark.parametrize("kept", [None, b"", b"\xff\xfe", b"x" * 5000, "folder"])
def test_without_a_code_that_can_be_read_no_entry_is_right(fresh: Kiosk, kept: bytes | str | None) -> None:
    path = fresh.folder / "first-code"
    if isinstance(kept, bytes):
        path.write_bytes(kept)
    elif kept:
        path.mkdir()
    assert fresh.gate.may_begin()
    for entry in ("00000000", "", "x" * 12):
        assert fresh.gate.judge(PadEntry.FIRST, entry, fresh.gate.begin(PadEntry.FIRST)) is None
        fresh.gate.end(PadEntry.FIRST, None, NOW)
        fresh.clock.advance(fresh.gate.seconds_shut(PadEntry.FIRST))


def test_guesses_at_the_first_code_climb_the_ladder_of_pins(fresh: Kiosk) -> None:
    FirstCode(fresh.folder).make(CheapHasher())
    shut = []
    for kind in (PadEntry.FIRST, PadEntry.PIN, PadEntry.FIRST, PadEntry.FIRST):
        fresh.clock.advance(fresh.gate.seconds_shut())
        fresh.enter("111112", kind)
        shut.append(fresh.gate.seconds_shut(PadEntry.FIRST))
    assert shut == [0, 0, 30, 300]
    fresh.restart()
    assert fresh.gate.seconds_shut(PadEntry.FIRST) == 300
    with pytest.raises(StaffError, match="shut"):
        fresh.gate.begin(PadEntry.FIRST)


def test_a_code_is_used_up_by_a_lead_who_came_another_way(fresh: Kiosk) -> None:
    code = FirstCode(fresh.folder)
    code.make(CheapHasher())
    fresh.people.save(Roll((Person("Amal", Role.LEAD, CheapHasher().hash(PIN)),)))
    assert not fresh.gate.may_begin()
    assert code.kept() == ""


@pytest.mark.expects_log
@pytest.mark.parametrize("length", range(0, 130, 6))
def test_a_damaged_roll_lets_nobody_in_and_nobody_begin(kiosk: Kiosk, caplog: pytest.LogCaptureFixture, length: int) -> None:
    path = kiosk.folder / "people.json"
    path.write_bytes(path.read_bytes()[:length])
    kiosk.restart()
    assert not kiosk.gate.may_begin()
    assert kiosk.enter(PIN) is None
    assert len(caplog.records) == 1
    kiosk.gate.set_pin("Amal", Role.LEAD, PIN, NOW, "admin")
    assert kiosk.enter(PIN)


@pytest.mark.expects_log
@pytest.mark.parametrize("mask", [0xFF, 0x40, 0x01])
def test_a_roll_with_any_byte_flipped_lets_no_stranger_in_and_nobody_begin(kiosk: Kiosk, mask: int) -> None:
    path = kiosk.folder / "people.json"
    whole = path.read_bytes()
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ mask]) + whole[place + 1 :])
        gate = Gate(PeopleFile(path), kiosk.choices, CheapHasher(), kiosk.clock)
        assert not gate.may_begin(), place
        assert gate.judge(PadEntry.PIN, "604182", PinAttempt(gate.roll, "")) is None
        path.with_name("people.json.bad").unlink(missing_ok=True)


def test_a_forgotten_pin_is_answered_without_a_network(kiosk: Kiosk) -> None:
    fleet = bytes(range(32))
    roll = kiosk.people.load()
    kiosk.people.save(Roll(roll.people, rescue.derived(fleet, "rescue", "k1")))
    kiosk.restart()
    challenge = kiosk.gate.challenge()
    kiosk.restart()
    assert kiosk.gate.challenge() == challenge
    answer = rescue.answer(rescue.derived(fleet, "rescue", "k1"), challenge)
    assert kiosk.enter(rescue.answer(rescue.derived(fleet, "rescue", "k2"), challenge), PadEntry.ANSWER) is None
    with pytest.raises(StaffError, match="30 s"):
        kiosk.enter(answer, PadEntry.ANSWER)
    kiosk.clock.advance(PACE)
    assert kiosk.enter(answer, PadEntry.ANSWER)
    kiosk.gate.rescued()
    assert kiosk.gate.challenge() != challenge
    assert kiosk.enter(answer, PadEntry.ANSWER) is None


def shut(kiosk: Kiosk) -> None:
    """A visitor keeps the pad shut all day."""
    while kiosk.gate.seconds_shut() < 3600:
        kiosk.clock.advance(kiosk.gate.seconds_shut())
        kiosk.enter("111112")


def test_the_admins_answer_opens_a_pad_that_visitors_have_shut(kiosk: Kiosk) -> None:
    fleet = bytes(range(32))
    kiosk.people.save(Roll(kiosk.people.load().people, rescue.derived(fleet, "rescue", "k1")))
    kiosk.restart()
    shut(kiosk)
    answer = rescue.answer(rescue.derived(fleet, "rescue", "k1"), kiosk.gate.challenge())
    assert kiosk.enter(answer, PadEntry.ANSWER)
    assert kiosk.gate.seconds_shut() == 0
    assert kiosk.enter(PIN)


def test_whoever_has_a_pin_evacuates_while_the_pad_is_shut_and_opens_nothing(kiosk: Kiosk) -> None:
    shut(kiosk)
    failures = kiosk.gate.failures
    assert kiosk.enter("222223", PadEntry.EVACUATION) is None
    assert kiosk.gate.seconds_shut(PadEntry.EVACUATION) == PACE
    with pytest.raises(StaffError, match="30 s"):
        kiosk.enter(PIN, PadEntry.EVACUATION)
    kiosk.clock.advance(PACE)
    assert kiosk.enter(PIN, PadEntry.EVACUATION).name == "Amal"
    assert kiosk.enter(PIN, PadEntry.EVACUATION).name == "Amal"
    assert (kiosk.gate.failures, kiosk.gate.seconds_shut()) == (failures, 3600 - PACE)


def test_a_guesser_has_one_try_in_half_a_minute_to_evacuate(kiosk: Kiosk) -> None:
    """All day, with the plug pulled whenever he likes."""
    chance, tries, begun = random.Random(3), 0, kiosk.clock.now
    kiosk.enter("111112")
    while kiosk.clock.now < begun + 3600:
        if chance.random() < 0.2:
            kiosk.restart()
        try:
            kiosk.gate.begin(PadEntry.EVACUATION)
        except StaffError:
            kiosk.clock.advance(1)
        else:
            tries += 1
    assert tries <= 3600 / PACE + 1
    assert kiosk.gate.failures == 1


def test_without_a_key_there_is_no_rescue(kiosk: Kiosk) -> None:
    assert kiosk.gate.challenge() == ""
    assert kiosk.enter("00000000", PadEntry.ANSWER) is None


@given(st.integers(0, 40))
def test_the_ladder_never_goes_down(failures: int) -> None:
    assert lock_seconds(failures + 1) >= lock_seconds(failures)


def test_the_gesture_is_fast_taps_in_one_corner_and_a_long_one() -> None:
    taps, now = Taps(), 0.0
    for _ in range(TAPS):
        taps = released(pressed(taps, "left", now), now + 0.1)
        now += 0.3
    held = pressed(taps, "left", now)
    assert not opens(held, now + HOLD - 0.1)
    assert opens(held, now + HOLD)
    assert not opens(released(held, now + 0.1), now + HOLD)
    assert not opens(pressed(taps, "right", now), now + HOLD)
    assert not opens(pressed(taps, "", now), now + HOLD)
    assert not opens(pressed(taps, "left", now + FAST + 1), now + FAST + 1 + HOLD)


@given(st.lists(st.tuples(st.sampled_from(["left", "right", ""]), st.floats(0.05, 3), st.floats(0.01, 3)), max_size=4))
def test_fewer_taps_never_open_the_gate(touches: list[tuple[str, float, float]]) -> None:
    taps, now = Taps(), 0.0
    for corner, pause, length in touches:
        now += pause
        taps = pressed(taps, corner, now)
        assert not opens(taps, now + length)
        now += length
        taps = released(taps, now)
