"""What staff choose for their group on one kiosk is shown on the others: no server, and nothing from strangers."""

import hmac
import json
from collections.abc import Iterator
from dataclasses import astuple, replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize

from kiosk.config import KioskConfig
from kiosk.domain.mode_resolver import Layer, Override
from kiosk.domain.staff import Role
from kiosk.staff.group import DATAGRAM_PREFIX, GroupOrder, next_number, sealed
from kiosk.staff.rescue import derived
from kiosk.ui.application import KioskApplication
from kiosk.ui.machine.boundary import Boundary
from kiosk.ui.machine.wire import Wire
from tests.helpers.fakes import CheapHasher, FakeLamp, Hall, ManualClock, morning
from tests.helpers.staff_robot import StaffRobot

KEY = derived(bytes(range(32)), "group", "hall-1")


@pytest.fixture
def settings() -> dict[str, str]:
    return {"group": "hall-1"}


def trust(kiosk: KioskApplication, key: str = KEY) -> None:
    kiosk.staff.people.save(replace(kiosk.staff.people.load(), group_key=key))
    kiosk.staff.gate.may_begin()


@pytest.fixture
def neighbour(
    staff: StaffRobot, content: Path, clock: ManualClock, hall: Hall, lamp: FakeLamp, tmp_path: Path
) -> Iterator[KioskApplication]:
    """A second kiosk of the same group, where the first one's staff have no PIN."""
    places = {"content": content} | {name: tmp_path / "second" / name for name in ("narration", "cache", "state")}
    config = KioskConfig(**places, name="neighbour", group="hall-1", motion=False)
    boundary = Boundary(clock, morning, lambda _parent: None, CheapHasher, list, lamp, lambda _a, _b: [], hall.line)
    second = KioskApplication(config, QSize(540, 960), boundary)
    trust(staff.kiosk)
    trust(second)
    yield second
    second.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def switch(staff: StaffRobot, mode: str, *more: str) -> None:
    do_it = "evacuate_now" if mode == "emergency" else "do_it"
    for name in (staff.mode(mode), *(staff.word(word) for word in (*more, do_it))):
        staff.touch(name)


def test_all_screens_of_the_group_change_at_once(visited: StaffRobot, neighbour: KioskApplication) -> None:
    staff = visited
    staff.come_in()
    switch(staff, "desk", "scope_group")
    assert neighbour.modes.keeper.mode.identifier == "desk"
    staff.robot.sees(f"{staff.word('group_followed').partition('{')[0].strip()} neighbour")
    act = neighbour.choices.logged()[-1].act
    assert (act.person, act.act, act.detail["mode"]) == ("Amal (kiosk)", "mode", "desk")
    staff.touch(staff.word("group_to_schedule"))
    assert (neighbour.modes.keeper.mode.identifier, staff.kiosk.modes.keeper.mode.identifier) == ("whole", "whole")


def test_an_emergency_takes_two_touches_and_means_all(staff: StaffRobot, neighbour: KioskApplication) -> None:
    staff.come_in("604182")
    switch(staff, "emergency")
    assert staff.touches == 2
    assert neighbour.shell.screen == "Evacuation"
    staff.come_in("604182")
    staff.robot.sees(f"{staff.word('group_followed').partition('{')[0].strip()} neighbour")
    staff.kiosk.staff.group.order(None, staff.kiosk.staff.staff.person)
    assert neighbour.shell.screen == "Evacuation"
    staff.touch(staff.word("close"))
    staff.come_in()
    staff.touch(staff.word("group_to_schedule"))
    assert neighbour.shell.screen == "Attract"


def test_this_screen_only_is_this_screen_only(staff: StaffRobot, neighbour: KioskApplication) -> None:
    staff.come_in()
    switch(staff, "desk")
    assert (staff.kiosk.modes.keeper.mode.identifier, neighbour.modes.keeper.mode.identifier) == ("desk", "whole")


def test_a_lost_datagram_is_said_again_and_a_replayed_one_does_nothing(
    staff: StaffRobot, neighbour: KioskApplication, hall: Hall, clock: ManualClock
) -> None:
    staff.come_in()
    hall.losing = 1
    switch(staff, "desk", "scope_group")
    assert neighbour.modes.keeper.mode.identifier == "whole"
    staff.kiosk.staff.group.say()
    assert neighbour.modes.keeper.mode.identifier == "desk"
    old = hall.said[0]
    staff.touch(staff.word("group_to_schedule"))
    for _ in range(3):
        hall.say(old)
    assert neighbour.modes.keeper.mode.identifier == "whole"
    assert [line.act.act for line in neighbour.choices.logged()] == ["mode", "schedule"]


def test_a_stranger_and_a_kiosk_without_the_key_change_nothing(staff: StaffRobot, neighbour: KioskApplication, hall: Hall) -> None:
    staff.come_in()
    trust(neighbour, derived(bytes(32), "group", "hall-1"))
    switch(staff, "desk", "scope_group")
    for noise in (b"", b"JG1", hall.said[0][:-1], b"JG1" + bytes(500)):
        hall.say(noise)
    assert neighbour.modes.keeper.mode.identifier == "whole"
    assert staff.kiosk.staff.board.state.followed == ""


def test_a_roll_that_is_lost_while_the_kiosk_runs_opens_it_to_nobody(
    staff: StaffRobot, neighbour: KioskApplication, hall: Hall
) -> None:
    neighbour.staff.people.save(replace(neighbour.staff.people.load(), group_key=""))
    neighbour.staff.gate.may_begin()
    now = neighbour.modes.day.moment
    order = GroupOrder("hall-1", "x", next_number(0, now), now.isoformat(), "emergency", "", "attacker", "lead")
    body = json.dumps(astuple(order)).encode()
    hall.say(DATAGRAM_PREFIX + hmac.digest(b"", body, "sha256") + body)
    assert neighbour.shell.screen == "Attract"


def test_a_guide_elsewhere_does_not_shorten_an_emergency(staff: StaffRobot, neighbour: KioskApplication, hall: Hall) -> None:
    now = neighbour.modes.day.moment
    neighbour.choices.choose(Layer.EMERGENCY, Override("emergency", "Amal", now, None), Role.LEAD)
    neighbour.modes.keeper.ask()
    for number, minutes in enumerate((-5, 1)):
        until = (now + timedelta(minutes=minutes)).isoformat()
        order = GroupOrder("hall-1", "x", next_number(number, now), now.isoformat(), "emergency", until, "Brahim", "guide")
        hall.say(sealed(order, KEY))
    neighbour.modes.keeper.ask()
    assert neighbour.choices.chosen()[1].until is None
    assert neighbour.shell.screen == "Evacuation"


@pytest.mark.parametrize(("minutes", "stays"), [(None, True), (1, True), (-1, False)])
def test_a_guide_elsewhere_ends_no_emergency_of_this_very_second(
    neighbour: KioskApplication, hall: Hall, minutes: int | None, stays: bool
) -> None:
    now = neighbour.modes.day.moment
    until = None if minutes is None else now + timedelta(minutes=minutes)
    neighbour.choices.choose(Layer.EMERGENCY, Override("emergency", "Amal", now - timedelta(hours=1), until), Role.LEAD)
    order = GroupOrder("hall-1", "x", next_number(0, now), now.isoformat(), "", "", "Brahim", "guide")
    hall.say(sealed(order, KEY))
    assert (neighbour.choices.chosen()[1] is not None) == stays


def test_without_a_network_it_is_this_screen_only(staff: StaffRobot, hall: Hall) -> None:
    trust(staff.kiosk)
    staff.come_in()
    hall.there = False
    staff.touch(staff.mode("desk"))
    staff.robot.sees(staff.word("scope_alone"))
    staff.kiosk.staff.board.chooseAll(True)
    staff.touch(staff.word("do_it"))
    assert staff.kiosk.modes.keeper.mode.identifier == "desk"


def test_a_network_that_goes_away_at_that_moment_is_said(staff: StaffRobot, hall: Hall) -> None:
    trust(staff.kiosk)
    staff.come_in()
    staff.touch(staff.mode("desk"))
    staff.touch(staff.word("scope_group"))
    hall.there = False
    staff.touch(staff.word("do_it"))
    staff.robot.sees(staff.word("group_unreached"))
    assert staff.kiosk.modes.keeper.mode.identifier == "desk"


def test_a_mode_the_neighbour_does_not_have_is_not_followed(staff: StaffRobot, neighbour: KioskApplication) -> None:
    neighbour.modes.keeper.modes = {name: mode for name, mode in neighbour.modes.keeper.modes.items() if name != "desk"}
    staff.come_in()
    switch(staff, "desk", "scope_group")
    assert neighbour.modes.keeper.mode.identifier == "whole"
    assert staff.kiosk.staff.board.state.followed == ""


def test_two_kiosks_hear_each_other_over_a_real_network(qtbot, qapp_cls: type) -> None:
    root = QObject()
    here, there, heard = Wire(root), Wire(root), []
    there.heard.connect(heard.append)
    if not (here.open() and there.open()):
        pytest.skip("this machine has no network that carries multicast")
    assert here.say(b"a datagram")
    qtbot.waitUntil(lambda: heard == [b"a datagram"])
