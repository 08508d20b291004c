"""A visitor with a tactile pad, or a keyboard, and no finger on the glass; in Arabic and in French."""

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem
from shiboken6 import dump, isValid

from kiosk.domain.keypad import SCAN_CODES, KeyCommand
from kiosk.ui.application import KioskApplication
from kiosk.ui.shell.focus import Focus
from tests.helpers.fakes import FakePlayer, ManualClock
from tests.helpers.robot import Robot
from tests.helpers.staff_robot import StaffRobot
from tests.helpers.touches import word

CODES = {command: code for code, command in reversed(list(SCAN_CODES.items()))}
MOST_STEPS = 60


class Pad:
    """Fingers on the keys: a key goes down and up, as the window system sends it."""

    def __init__(self, kiosk: KioskApplication, robot: Robot, clock: ManualClock) -> None:
        self.kiosk, self.robot, self.clock = kiosk, robot, clock

    def strike(self, command: KeyCommand, *, wait: float = 1.0) -> None:
        self.clock.advance(wait)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, CODES[command], 0, 0)
            QCoreApplication.sendEvent(self.kiosk.window, event)
        self.robot.settle()

    @property
    def focus(self) -> QQuickItem:
        item = self.kiosk.window.activeFocusItem()
        assert item is not None
        return item

    @property
    def name(self) -> str:
        return str(self.focus.property("text") or "")

    def go_to(self, name: str) -> None:
        for _ in range(MOST_STEPS):
            if self.name == name:
                return
            self.strike(KeyCommand.NEXT)
            assert self.in_sight(), self.name
        pytest.fail(f"the focus never came to {name!r}")

    def in_sight(self) -> bool:
        window = self.kiosk.window
        place = self.focus.mapRectToScene(QRectF(0, 0, self.focus.width(), self.focus.height()))
        return QRectF(0, 0, window.width(), window.height()).adjusted(-1, -1, 1, 1).contains(place)


def test_nothing_on_the_way_of_the_focus_is_bound_to_another(kiosk: KioskApplication, robot: Robot) -> None:
    """PySide binds the Python half of an item to that of the one before it, and with a ring of them deletes the items."""
    kiosk.shell.enter("fr")
    robot.settle()
    focus = Focus(kiosk.window)
    for forward in (True, True, True, False):
        focus.move(forward=forward)
    focus.show(kiosk.shell.words["emergency"])
    robot.until(lambda: focus.item is not None and focus.item.property("text") == kiosk.shell.words["emergency"])
    halves = [one for one in gc.get_objects() if isinstance(one, QQuickItem) and isValid(one)]
    assert [one.property("text") for one in halves if "QQuickItem at" in dump(one).partition("parent")[2]] == []


@pytest.fixture
def pad(kiosk: KioskApplication, robot: Robot, clock: ManualClock) -> Pad:
    return Pad(kiosk, robot, clock)


@pytest.mark.parametrize(("tag", "endonym"), [("ar", "العربية"), ("fr", "Français")])
@pytest.mark.clause("WCAG 2.1.1", "WCAG 2.4.3", "EN 5.1.6.2")
def test_from_home_to_a_page_and_back_by_keys(pad: Pad, kiosk: KioskApplication, robot: Robot, tag: str, endonym: str) -> None:
    robot.touch(endonym)
    assert kiosk.shell.language == tag
    pad.go_to(word(kiosk, "emergency"))
    pad.strike(KeyCommand.OK)
    assert kiosk.shell.screen == "Emergency"
    pad.strike(KeyCommand.OK)
    assert kiosk.shell.screen == "Page"
    pad.go_to(word(kiosk, "finished"))
    pad.strike(KeyCommand.BACK)
    pad.strike(KeyCommand.BACK)
    assert kiosk.shell.screen == "Home"
    pad.strike(KeyCommand.LANGUAGE)
    assert kiosk.shell.screen == "Home"
    assert kiosk.shell.language != tag


@pytest.mark.clause("WCAG 2.4.7", "WCAG 2.4.11")
def test_every_stop_on_a_long_page_is_scrolled_into_sight(pad: Pad, kiosk: KioskApplication, robot: Robot) -> None:
    robot.touch("Français")
    kiosk.shell.open("service:cnie")
    robot.settle()
    pad.strike(KeyCommand.NEXT)
    seen = set[str]()
    for _ in range(MOST_STEPS):
        assert pad.in_sight(), pad.name
        seen.add(pad.name)
        pad.strike(KeyCommand.NEXT)
    assert word(kiosk, "finished") in seen


@pytest.mark.clause("508 402.2.4")
def test_listening_goes_on_while_the_focus_moves_and_is_paused_by_its_key(
    pad: Pad, kiosk: KioskApplication, robot: Robot, player: FakePlayer
) -> None:
    robot.touch("Français")
    kiosk.shell.open("pavilion:k9")
    robot.settle()
    pad.strike(KeyCommand.REPEAT)
    robot.until(lambda: player.playing)
    pad.strike(KeyCommand.NEXT)
    pad.strike(KeyCommand.LOUDER)
    assert player.playing
    pad.strike(KeyCommand.PAUSE)
    assert kiosk.narration.reader.paused
    pad.strike(KeyCommand.BACK)
    assert not kiosk.narration.reader.active


@pytest.mark.clause("EN 5.7", "EN 5.8")
def test_a_double_strike_and_a_held_key_act_once(pad: Pad, kiosk: KioskApplication, robot: Robot) -> None:
    robot.touch("Français")
    pad.strike(KeyCommand.NEXT)
    first = pad.name
    pad.strike(KeyCommand.NEXT, wait=0.2)
    assert pad.name == first
    pad.strike(KeyCommand.NEXT)
    assert pad.name != first


def test_whoever_writes_writes(pad: Pad, kiosk: KioskApplication, robot: Robot) -> None:
    robot.touch("Français")
    robot.touch(word(kiosk, "search_prompt"))
    for key, code, text in ((Qt.Key.Key_C, 54, "c"), (Qt.Key.Key_Space, 65, " "), (Qt.Key.Key_I, 31, "i")):
        pad.clock.advance(1)
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, code, 0, 0, text)
        QCoreApplication.sendEvent(kiosk.window, event)
    assert kiosk.visitor.screens.search.typed == "c i"


def test_staff_choose_a_mode_by_keys(pad: Pad, staff: StaffRobot, kiosk: KioskApplication) -> None:
    staff.come_in()
    pad.go_to(staff.mode("closed"))
    pad.strike(KeyCommand.OK)
    pad.go_to(word(kiosk, "do_it"))
    pad.strike(KeyCommand.OK)
    assert kiosk.shell.screen == "Closed"


def test_large_letters_are_four_keys_away_and_back_leads_out(pad: Pad, kiosk: KioskApplication, robot: Robot) -> None:
    robot.touch("Français")
    pad.strike(KeyCommand.NEXT)
    for command in (KeyCommand.PREVIOUS, KeyCommand.OK, KeyCommand.OK):
        pad.strike(command)
        assert pad.in_sight()
    assert kiosk.shell.aids.large
    pad.strike(KeyCommand.OK)
    assert not kiosk.shell.aids.large
    assert kiosk.shell.aids.opened
    pad.strike(KeyCommand.BACK)
    assert (kiosk.shell.screen, kiosk.shell.aids.opened) == ("Home", False)
