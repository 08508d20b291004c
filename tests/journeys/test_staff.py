"""Staff at the kiosk, by touch, in Arabic and in French: the gate, three touches for a mode, two for an emergency."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from kiosk import __version__
from kiosk.cli import main
from kiosk.domain.roll import RollPerson, SealedRoll
from kiosk.domain.staff import HOLD, TAPS, Role
from kiosk.publishing.disk import sha256_of
from kiosk.publishing.installation import SHOWN_HASH
from kiosk.staff import rescue
from kiosk.staff.people import Roll
from kiosk.staff.sealed_roll import key_of_fleet, sealed, take
from kiosk.ui.application import KioskApplication
from kiosk.ui.staff.staff_pages import PanelPage
from kiosk.ui.staff.staff_view_model import CLOSE_SECONDS
from tests.helpers.fakes import CheapHasher, FakePlayer, ManualClock
from tests.helpers.robot import Robot, touch_device
from tests.helpers.staff_robot import CORNER, LANGUAGES, PIN, StaffRobot

FINGER = 90
"""Pixels from one touch to the next on the whole glass: less than a square."""


def test_a_mode_takes_three_touches_after_the_pin(visited: StaffRobot) -> None:
    staff, kiosk = visited, visited.kiosk
    staff.come_in()
    assert kiosk.shell.words["why_default"] in "\n".join(staff.robot.names())
    staff.touch(staff.mode("pavilion_k9"))
    staff.touch(staff.word("end_at").replace("{time}", "\u206812:00\u2069"))
    staff.touch(staff.word("do_it"))
    assert staff.touches == 3
    assert kiosk.modes.keeper.mode.identifier == "pavilion_k9"
    assert (kiosk.modes.keeper.resolution.reason, kiosk.modes.keeper.resolution.until.hour) == ("Amal", 12)
    line = kiosk.choices.logged()[-1].act
    assert (line.person, line.role, line.act, line.detail["mode"]) == ("Amal", "lead", "mode", "pavilion_k9")


def test_closing_takes_two(visited: StaffRobot) -> None:
    staff = visited
    staff.come_in("604182")
    staff.touch(staff.mode("closed"))
    staff.touch(staff.word("do_it"))
    assert staff.touches == 2
    assert staff.kiosk.shell.screen == "Closed"


def evacuates(staff: StaffRobot) -> bool:
    """Whether visitors see the way out, and nothing over it."""
    texts = staff.kiosk.modes.keeper.emergency.head.card.name.shown.values()
    uncovered = staff.kiosk.staff.staff.page == PanelPage.SHUT and staff.kiosk.shell.screen == "Evacuation"
    return uncovered and all(text in staff.robot.names() for text in texts)


def test_an_emergency_takes_two_and_its_screen_stands_at_once(visited: StaffRobot) -> None:
    staff = visited
    staff.come_in("604182")
    staff.touch(staff.mode("emergency"))
    staff.robot.touch(staff.word("evacuate_now"))
    assert staff.kiosk.staff.staff.page == PanelPage.SHUT
    assert staff.kiosk.shell.screen == "Evacuation"
    staff.robot.until(lambda: evacuates(staff))
    assert staff.touches == 1  # and the one that declared it


def test_while_visitors_keep_the_pad_shut_staff_evacuate(visited: StaffRobot) -> None:
    staff, pad = visited, visited.kiosk.staff.pad
    staff.gesture()
    for _ in range(3):
        staff.enter("111112")
        staff.robot.until(lambda: pad.message != staff.word("one_moment"))
    staff.robot.sees(staff.word("pad_shut").partition("{")[0])
    staff.touch(staff.word("evacuate_now"))
    staff.robot.sees(staff.word("evacuate_pin"))
    for figure in "604182":
        staff.robot.touch(figure)
    staff.touch(staff.word("evacuate_now"))
    staff.robot.until(lambda: evacuates(staff))
    assert staff.touches == 2
    acts = [(line.act.act, line.act.person) for line in staff.kiosk.choices.logged()[-2:]]
    assert acts == [("entered", "Brahim"), ("mode", "Brahim")]
    staff.gesture()
    staff.kiosk.staff.pad.press("1")
    assert staff.kiosk.staff.pad.shut


def test_a_wrong_pin_evacuates_nobody(staff: StaffRobot) -> None:
    staff.gesture()
    staff.touch(staff.word("evacuate_now"))
    for figure in "111112":
        staff.robot.touch(figure)
    staff.touch(staff.word("evacuate_now"))
    staff.robot.sees(staff.word("pad_shut").partition("{")[0])
    assert staff.kiosk.modes.keeper.mode.identifier == "whole"


def test_in_keys_too(visited: StaffRobot) -> None:
    """PIN, tile and the touch that does it, on a keyboard."""
    staff, window = visited, visited.kiosk.window
    staff.gesture()
    for figures in ("6041", "٨٢", "\b", "۲"):
        for figure in figures:
            type_key(window, figure)
    staff.robot.settle()
    type_key(window, "\r")
    staff.robot.until(lambda: staff.kiosk.staff.staff.page == PanelPage.BOARD)
    staff.touch(staff.mode("emergency"))
    staff.robot.find(staff.word("evacuate_now"))
    staff.robot.until(lambda: tab_to(window, staff.word("evacuate_now")))
    staff.robot.settle()
    QTest.keyClick(window, Qt.Key.Key_Space)
    staff.robot.until(lambda: evacuates(staff))


def type_key(window: QQuickWindow, character: str) -> None:
    """A key as the keyboard's layout writes it."""
    key = {"\b": Qt.Key.Key_Backspace, "\r": Qt.Key.Key_Return}.get(character, Qt.Key.Key_unknown)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(window, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character))


def tab_to(window: QQuickWindow, name: str) -> bool:
    QTest.keyClick(window, Qt.Key.Key_Tab)
    focused = window.activeFocusItem()
    return focused is not None and focused.property("text") == name


def test_back_to_the_timetable_is_one_touch(staff: StaffRobot) -> None:
    staff.come_in()
    for name in (staff.mode("desk"), staff.word("do_it"), staff.word("back_to_schedule")):
        staff.touch(name)
    assert staff.kiosk.modes.keeper.mode.identifier == "whole"


def test_a_guide_declares_an_emergency_and_only_a_lead_ends_it(staff: StaffRobot) -> None:
    kiosk = staff.kiosk
    staff.come_in("604182")
    staff.touch(staff.mode("emergency"))
    staff.touch(staff.word("evacuate_now"))
    staff.come_in("604182")
    staff.touch(staff.mode("desk"))
    staff.robot.sees(staff.word("not_done"))
    staff.touch(staff.word("back_to_schedule"))
    staff.robot.sees(staff.word("not_done"))
    assert kiosk.shell.screen == "Evacuation"
    staff.touch(staff.word("close"))
    staff.come_in()
    staff.touch(staff.word("back_to_schedule"))
    assert kiosk.modes.keeper.mode.identifier == "whole"


def test_the_panel_closes_by_itself(staff: StaffRobot) -> None:
    staff.come_in()
    staff.clock.advance(CLOSE_SECONDS - 1)
    staff.kiosk.staff.staff.tick()
    assert staff.kiosk.staff.staff.page == PanelPage.BOARD
    staff.clock.advance(2)
    staff.kiosk.staff.staff.tick()
    assert staff.kiosk.staff.staff.page == PanelPage.SHUT
    staff.kiosk.staff.board.chooseMode("desk")
    staff.kiosk.staff.board.confirm()
    assert staff.kiosk.modes.keeper.mode.identifier == "whole"


def test_what_is_entered_is_told_to_nobody(staff: StaffRobot) -> None:
    staff.gesture()
    before = [node.name for node in staff.robot.nodes()]
    for figure in PIN:
        staff.robot.touch(figure)
    assert staff.kiosk.staff.pad.figures == len(PIN)
    assert [node.name for node in staff.robot.nodes()] == before


def test_wrong_pins_shut_the_pad(staff: StaffRobot) -> None:
    staff.gesture()
    for _ in range(3):
        staff.enter("111112")
        staff.robot.until(lambda: staff.kiosk.staff.pad.message != staff.word("one_moment"))
    assert staff.kiosk.staff.pad.shut
    staff.kiosk.staff.pad.press("1")
    staff.kiosk.staff.pad.submit()
    assert staff.kiosk.staff.staff.page == PanelPage.PAD
    staff.clock.advance(30)
    staff.kiosk.staff.staff.touched()
    staff.kiosk.staff.staff.tick()
    staff.kiosk.staff.pad.erase()
    staff.enter(PIN)
    staff.robot.until(lambda: staff.kiosk.staff.staff.page == PanelPage.BOARD)


@pytest.mark.parametrize(("taps", "hold"), [(TAPS - 1, HOLD), (TAPS, HOLD - 0.2), (0, HOLD)])
def test_less_than_the_gesture_opens_nothing(staff: StaffRobot, taps: int, hold: float) -> None:
    staff.gesture(taps, hold)
    assert staff.kiosk.staff.staff.page == PanelPage.SHUT


@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_the_first_start_asks_for_the_code_of_the_sheet_then_for_the_pin_of_a_lead(
    robot: Robot, kiosk: KioskApplication, clock: ManualClock, tag: str
) -> None:
    staff = StaffRobot(robot, kiosk, clock)
    robot.touch(LANGUAGES[tag])
    staff.begin()
    for entry, message in (("123456", "pin_plain"), (PIN, "pin_again"), ("493828", "pin_differs"), (PIN, "pin_again")):
        staff.enter(entry)
        robot.sees(staff.word(message))
    staff.enter(PIN)
    robot.until(lambda: kiosk.staff.staff.page == PanelPage.BOARD)
    assert kiosk.staff.gate.roll.has_lead
    assert "pin" in [line.act.act for line in kiosk.choices.logged()]
    robot.touch(staff.word("close"))
    staff.come_in()


@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_without_the_code_nobody_becomes_the_first_lead(
    robot: Robot, kiosk: KioskApplication, clock: ManualClock, tag: str
) -> None:
    staff = StaffRobot(robot, kiosk, clock)
    robot.touch(LANGUAGES[tag])
    staff.gesture()
    robot.sees(staff.word("no_first_code"))
    for _ in range(3):
        staff.enter(PIN)
        robot.until(lambda: not kiosk.staff.pad._judging)
    assert kiosk.staff.pad.shut
    assert "30" in kiosk.staff.pad.message
    assert kiosk.staff.staff.page == PanelPage.FIRST
    assert not kiosk.staff.gate.roll.has_lead


def test_a_lost_sheet_is_answered_by_telephone(robot: Robot, kiosk: KioskApplication, clock: ManualClock) -> None:
    staff, fleet = StaffRobot(robot, kiosk, clock), bytes(range(32))
    kiosk.staff.people.save(Roll((), rescue.derived(fleet, "rescue", "kiosk")))
    staff.gesture()
    robot.touch(staff.word("forgot_pin"))
    challenge = kiosk.staff.pad.challenge.replace(" ", "")
    staff.enter(rescue.answer(rescue.derived(fleet, "rescue", "kiosk"), challenge))
    robot.until(lambda: kiosk.staff.staff.page == PanelPage.NEW_PIN)
    staff.enter(PIN)
    staff.enter(PIN)
    robot.until(lambda: kiosk.staff.staff.page == PanelPage.BOARD)


@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_who_came_on_the_fleets_roll_enters_and_who_left_it_does_not(
    robot: Robot, kiosk: KioskApplication, clock: ManualClock, tag: str
) -> None:
    staff, fleet = StaffRobot(robot, kiosk, clock), bytes(range(32))
    lead = RollPerson("Nadia", Role.LEAD, CheapHasher().hash("90817263"))
    guide = RollPerson("يوسف", Role.GUIDE, CheapHasher().hash("40506172"), until=kiosk.modes.day.moment.date())
    kiosk.staff.people.save(Roll(roll_key=key_of_fleet(fleet)))
    robot.touch(LANGUAGES[tag])

    def comes(number: int, *people: RollPerson) -> None:
        take(kiosk.staff.people.folder, SealedRoll(number, kiosk.modes.day.moment, f"{number:064}", sealed(people, fleet)))

    comes(1, lead, guide)
    staff.come_in("40506172")
    assert kiosk.staff.staff.person.name == "يوسف"
    robot.touch(staff.word("close"))
    comes(2, lead)
    staff.gesture()
    staff.enter("40506172")
    robot.sees(staff.word("wrong_pin"))
    staff.enter("90817263")
    robot.until(lambda: kiosk.staff.staff.page == PanelPage.BOARD)
    assert kiosk.staff.staff.person.name == "Nadia"
    kiosk.staff.staff.show(PanelPage.STATUS)
    robot.sees("0" * SHOWN_HASH)
    assert kiosk.staff.condition.status().roll == 2


def test_a_forgotten_pin_is_rescued_by_telephone(staff: StaffRobot) -> None:
    kiosk, fleet = staff.kiosk, bytes(range(32))
    staff.gesture()
    staff.robot.touch(staff.word("forgot_pin"))
    staff.robot.sees(staff.word("no_rescue"))
    kiosk.staff.people.save(Roll(kiosk.staff.people.load().people, rescue.derived(fleet, "rescue", "kiosk")))
    kiosk.staff.gate.may_begin()
    staff.robot.touch(staff.word("forgot_pin"))
    challenge = kiosk.staff.pad.challenge.replace(" ", "")
    staff.robot.sees(kiosk.staff.pad.challenge)
    staff.enter(rescue.answer(rescue.derived(fleet, "rescue", "kiosk"), challenge))
    staff.robot.until(lambda: kiosk.staff.staff.page == PanelPage.WHO)
    staff.robot.touch("Brahim")
    staff.enter("808142")
    staff.enter("808142")
    staff.robot.until(lambda: kiosk.staff.staff.page == PanelPage.BOARD)
    assert kiosk.staff.staff.person.name == "Brahim"
    staff.robot.touch(staff.word("close"))
    staff.come_in("808142")


def test_help_needs_no_pin(visited: StaffRobot, player: FakePlayer) -> None:
    """Home, language, volume, and an officer called: for anyone, at the foot of every screen."""
    staff, kiosk = visited, visited.kiosk
    staff.robot.touch(staff.word("aids"))
    staff.robot.touch(f"{staff.word('volume')} 80%")
    staff.robot.touch(staff.word("listen"))
    staff.robot.until(lambda: player.playing)
    assert player.volume == 100
    for _ in range(3):
        staff.robot.touch(staff.word("call_staff"))
        staff.robot.sees(staff.word("call_shown"))
        staff.robot.touch(staff.word("home"))
    assert [line.act.act for line in kiosk.choices.logged()] == ["pin", "pin", "called"]
    staff.come_in("604182")
    assert kiosk.staff.condition.status().called == kiosk.modes.day.moment.isoformat(timespec="minutes")
    staff.robot.sees(staff.word("visitor_called").partition("{")[0].strip())
    staff.touch(staff.word("close"))
    assert kiosk.staff.condition.status().called == ""


def test_a_visitor_of_the_children_never_meets_the_gate(staff: StaffRobot) -> None:
    """Hammering on a corner is no gesture while no finger rests."""
    for _ in range(40):
        staff.robot.touch_at(CORNER)
        staff.clock.advance(0.15)
        QCoreApplication.processEvents()
    staff.kiosk.gesture.held()
    assert staff.kiosk.staff.staff.page == PanelPage.SHUT


def test_a_show_is_delayed_moved_filled_and_cancelled_in_every_language(visited: StaffRobot) -> None:
    staff, kiosk = visited, visited.kiosk
    staff.come_in()
    staff.touch(staff.word("staff_shows"))
    slot = kiosk.staff.shows.shows[0].identifier
    for word, seen in (("show_later", "show_delayed"), ("show_move", "show_moved"), ("show_full", "show_full")):
        row = next(row for row in kiosk.staff.shows.shows if row.identifier == slot)
        staff.touch(f"{staff.word(word)}, {row.name}, {row.time}")
        staff.robot.sees(staff.word(seen).partition("{")[0].strip())
    staff.touch(staff.word("back"))
    staff.touch(staff.word("close"))
    for tag in ("ar", "fr", "en"):
        kiosk.shell.enter(tag)
        kiosk.shell.show("Demonstrations")
        full = kiosk.shell.words["show_full"]
        staff.robot.until(lambda full=full: any(full in node.description for node in staff.robot.nodes()))
        kiosk.shell.leave()
    change = next(iter(kiosk.modes.day.today.changes.values()))
    assert (change.minutes, change.place is not None, change.mark) == (15, True, "show_full")
    assert [line.act.act for line in kiosk.choices.logged()].count("show") == 3


def test_the_status_code_is_read_by_the_admin(visited: StaffRobot, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    staff, kiosk, key = visited, visited.kiosk, tmp_path / "fleet.key"
    fleet = rescue.make_fleet_key(key)
    kiosk.staff.people.save(Roll(kiosk.staff.people.load().people, "", rescue.derived(fleet, "status", "kiosk")))
    staff.come_in()
    staff.touch(staff.word("staff_tools"))
    staff.touch(staff.word("staff_status"))
    sha256 = sha256_of(kiosk.content.holder.store.path)[:SHOWN_HASH]
    staff.robot.sees(sha256)
    staff.robot.picture().save(str(tmp_path / "photo.png"))
    kiosk.staff.staff.close()
    staff.robot.picture().save(str(tmp_path / "nothing.png"))
    images = [str(tmp_path / name) for name in ("photo.png", "photo.png")]
    assert main(["status", "read", *images, "--key", str(key), "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["kiosks"]
    assert (row["kiosk"], row["mode"], row["why"], row["failures"]) == ("kiosk", "whole", "default", 0)
    assert (row["release"], row["sha256"], row["software"]) == (0, sha256, __version__)
    (tmp_path / "other.key").write_text(bytes(32).hex())
    assert main(["status", "read", images[0], "--key", str(tmp_path / "other.key"), "--json"]) == 1
    assert "not signed" in capsys.readouterr().out
    assert main(["status", "read", str(tmp_path / "nothing.png"), str(key), "--key", str(key)]) == 1
    assert "Refused" in capsys.readouterr().out


def test_trouble_is_reported_with_the_state_of_the_kiosk(visited: StaffRobot) -> None:
    staff = visited
    staff.come_in("604182")
    staff.touch(staff.word("staff_tools"))
    staff.touch(staff.word("staff_report"))
    staff.touch(staff.word("trouble_sound"))
    staff.robot.sees(staff.word("reported"))
    act = staff.kiosk.choices.logged()[-1].act
    assert (act.person, act.act, act.detail["mode"]) == ("Brahim", "report", "whole")
    assert act.detail["sentence"].keys() == {"ar", "fr", "en"}


def touch_all(robot: Robot, end: float = 1, done: Callable[[], bool] = lambda: False) -> None:
    """A finger everywhere on the glass, from corner to corner, down to a part of its height, until nothing is left to touch."""
    window = robot.kiosk.window
    across, down = window.width() - 1, int((window.height() - 1) * end)
    for y in [*range(0, down, FINGER), down]:
        for x in [*range(0, across, FINGER), across]:
            if done():
                return
            robot.press_at(QPoint(x, y))
            robot.release_at(QPoint(x, y))


def test_a_finger_sweeps_over_the_glass(staff: StaffRobot) -> None:
    window, check = staff.kiosk.window, staff.kiosk.staff.maintenance.check
    staff.come_in()
    staff.kiosk.staff.staff.show("Check")
    staff.touch(staff.word("check_glass"))
    before = check.squaresLeft
    staff.robot.press_at(QPoint(0, 0))
    pressed = check.squaresLeft
    QTest.touchEvent(window, touch_device()).move(0, QPoint(window.width() - 1, 0), window).commit()
    staff.robot.release_at(QPoint(window.width() - 1, 0))
    assert len({before, pressed, check.squaresLeft}) == 3


@pytest.mark.parametrize("panel_size", [QSize(1080, 1920), QSize(1920, 1080)], ids=str)
def test_the_whole_glass_is_tried_up_to_its_edges(staff: StaffRobot, panel_size: QSize) -> None:
    """What is left by a finger that does not reach the foot, or a corner, is told; a finger that rests ends it."""
    check = staff.kiosk.staff.maintenance.check
    staff.come_in()
    staff.kiosk.staff.staff.show("Check")
    for end in (0.75, 1.0):
        staff.touch(staff.word("check_glass"))
        glass = staff.robot.find(staff.word("check_glass_how"))
        assert glass.rectangle.size() == panel_size
        touch_all(staff.robot, end, lambda: bool(check.glassTouched))
        assert check.glassTouched == (end == 1.0)
        QCoreApplication.processEvents()
        assert check.tryingGlass == (end < 1.0)
        if end < 1.0:
            glass.interface.actionInterface().doAction("Press")
        assert not check.tryingGlass


def test_green_means_open_the_doors(visited: StaffRobot, player: FakePlayer) -> None:
    staff, kiosk = visited, visited.kiosk
    staff.come_in("604182")
    staff.touch(staff.word("staff_check"))
    staff.robot.until(lambda: not kiosk.staff.maintenance.check.running)
    staff.robot.picture()
    staff.touch(staff.word("check_hear"))
    staff.robot.until(lambda: player.playing)
    staff.touch(staff.word("check_heard"))
    assert not kiosk.staff.maintenance.check.green
    staff.touch(staff.word("check_glass"))
    staff.robot.find(staff.word("check_glass_how"))
    touch_all(staff.robot)
    staff.robot.until(lambda: not kiosk.staff.maintenance.check.tryingGlass)
    staff.robot.sees(staff.word("check_open"))
    act = kiosk.choices.logged()[-1].act
    assert (act.person, act.act, act.detail) == ("Brahim", "check", {"green": True})


def test_one_red_row_keeps_the_doors_shut(staff: StaffRobot) -> None:
    check = staff.kiosk.staff.maintenance.check
    staff.come_in()
    staff.kiosk.staff.staff.show("Check")
    staff.robot.until(lambda: check.rows != [])
    check._take([{"name": "voice fr", "green": False, "found": "", "mend": ""}, {"name": "odd", "green": True}])
    check.layGlass(2)
    for square in range(2):
        check.touchSquare(square)
    check.confirmHeard()
    assert not check.green
    assert [row.green for row in check.rows] == [False, True, True]
    staff.robot.sees(staff.word("check_other"))
