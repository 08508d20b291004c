"""What is touched reaches what people have seen, and nothing else; whoever touches is there, and a stuck key is nobody."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest

from kiosk.ui.application import KioskApplication
from kiosk.ui.shell.session_clock import LONGEST_HOLD
from kiosk.ui.shell.touch_watch import LONGEST_TOUCH, SETTLE
from tests.helpers.fakes import FakePlayer, ManualClock
from tests.helpers.robot import Robot, touch_device

EARLY = (0.0, 0.06, 0.12, 0.25, SETTLE - 0.01)
"""Seconds after a change in which nobody has seen what it brought."""


@pytest.fixture
def visitor(robot: Robot) -> Robot:
    """Somebody who reads French."""
    robot.touch("Français")
    robot.settle()
    return robot


def place(kiosk: KioskApplication) -> tuple[object, ...]:
    """All that a touch might change."""
    staff, screens = kiosk.staff.staff, kiosk.visitor.screens
    return kiosk.shell.route, kiosk.shell.reading, screens.takeaway.is_open, staff.page, kiosk.narration.reader.active


def middle(robot: Robot, name: str) -> QPoint:
    return robot.find(name).rectangle.center() - robot.kiosk.window.position()


def fingers(kiosk: KioskApplication, *acts: tuple[str, int, QPoint]) -> None:
    """One report of the touch screen: what each finger does, and where."""
    events = QTest.touchEvent(kiosk.window, touch_device())
    for act, finger, point in acts:
        if act == "stationary":
            events.stationary(finger)
        else:
            getattr(events, act)(finger, point, kiosk.window)
    events.commit()


def tap(kiosk: KioskApplication, point: QPoint) -> None:
    fingers(kiosk, ("press", 0, point))
    fingers(kiosk, ("release", 0, point))


def click(kiosk: KioskApplication, point: QPoint) -> None:
    QTest.mouseClick(kiosk.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)


def key(kiosk: KioskApplication, kind: QEvent.Type, code: Qt.Key = Qt.Key.Key_Space, *, repeats: bool = False) -> None:
    QCoreApplication.sendEvent(kiosk.window, QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, " ", repeats))


# "are you still here?" -------------------------------------------------------------------------------------------------


def ask(robot: Robot, clock: ManualClock) -> None:
    robot.settle()
    clock.advance(95)
    robot.kiosk.shell.session.tick()
    assert robot.kiosk.shell.prompting
    robot.settle()


@pytest.mark.parametrize("touch", [tap, click], ids=["finger", "mouse"])
@pytest.mark.parametrize("screen", ["Home", "Services", "Emergency"])
@pytest.mark.clause("WCAG 2.2.1")
def test_the_touch_that_answers_whether_somebody_is_there_does_nothing_else(
    visitor: Robot, kiosk: KioskApplication, clock: ManualClock, screen: str, touch: Callable[[KioskApplication, QPoint], None]
) -> None:
    if screen != "Home":
        kiosk.shell.show(screen)
    visitor.settle()
    below = [node.rectangle.center() for node in visitor.nodes() if node.interactive and node.enabled]
    button = None
    for point in below:
        ask(visitor, clock)
        before = place(kiosk)
        button = button or middle(visitor, kiosk.shell.words["i_am_here"])
        touch(kiosk, point - kiosk.window.position())
        assert not kiosk.shell.prompting
        touch(kiosk, point - kiosk.window.position())  # at once again: nobody has seen what lay below
        assert place(kiosk) == before
    ask(visitor, clock)
    touch(kiosk, button)
    assert place(kiosk) == before


def test_a_key_answers_too_and_presses_nothing(visitor: Robot, kiosk: KioskApplication, clock: ManualClock) -> None:
    key(kiosk, QEvent.Type.KeyPress, Qt.Key.Key_Tab)
    ask(visitor, clock)
    before = place(kiosk)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        key(kiosk, kind)
    assert not kiosk.shell.prompting
    assert place(kiosk) == before


# a second tap ----------------------------------------------------------------------------------------------------------


@pytest.mark.clause("EN 5.8")
def test_a_second_tap_on_anything_of_home_does_nothing(visitor: Robot, kiosk: KioskApplication, clock: ManualClock) -> None:
    names = [node.name for node in visitor.nodes() if node.interactive and node.enabled]
    changed = 0
    for name in names:
        for later in EARLY:
            if not kiosk.shell.occupied:
                kiosk.shell.enter("fr")
            kiosk.shell.goHome()
            kiosk.shell.chooseLanguage("fr")
            kiosk.narration.reader.recital.stop()
            point = middle(visitor, name)
            visitor.settle()
            before = place(kiosk)
            tap(kiosk, point)
            first = place(kiosk)
            changed += first != before
            if first == before:
                break
            visitor.until(lambda: kiosk.watch.drawn)
            clock.advance(later)
            tap(kiosk, point)
            assert place(kiosk) == first, (name, later)
    assert changed > 5 * len(EARLY)


CHANGES: dict[str, Callable[[KioskApplication], None]] = {
    "page": lambda kiosk: kiosk.shell.show("Services"),
    "language": lambda kiosk: kiosk.shell.chooseLanguage("ar"),
    "two languages": lambda kiosk: kiosk.shell.toggleBilingual(),
    "take-away": lambda kiosk: kiosk.visitor.screens.takeaway.openChanged.emit(),
    "listening": lambda kiosk: kiosk.narration.reader.recital.activeChanged.emit(),
    "staff": lambda kiosk: kiosk.staff.pad.open(),
    "mode": lambda kiosk: kiosk.modes.keeper.shown.emit(),
    "quiz": lambda kiosk: kiosk.visitor.screens.quiz.quizChanged.emit(),
    "thanks": lambda kiosk: kiosk.visitor.screens.feedback.thanksChanged.emit(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_after_any_change_a_tap_waits_until_it_was_seen(
    visitor: Robot, kiosk: KioskApplication, clock: ManualClock, change: str
) -> None:
    kiosk.shell.open("pavilion:k9")
    visitor.settle()
    CHANGES[change](kiosk)
    visitor.until(lambda: kiosk.watch.drawn)
    clock.advance(SETTLE - 0.01)
    assert not kiosk.watch.settled
    clock.advance(0.02)
    assert kiosk.watch.settled


def test_the_time_counts_from_when_the_change_is_drawn(visitor: Robot, kiosk: KioskApplication, clock: ManualClock) -> None:
    kiosk.shell.show("Services")
    clock.advance(5)  # a machine that is busy
    kiosk.window.frameSwapped.emit()
    assert not kiosk.watch.settled
    kiosk.shell.goHome()
    clock.advance(5)  # a panel that is not drawn on is not dead to the touch
    assert kiosk.watch.settled


def test_typing_is_not_slowed_down(visitor: Robot, kiosk: KioskApplication) -> None:
    visitor.touch(kiosk.shell.words["search_prompt"])
    visitor.sees(kiosk.shell.words["search_hint"])
    visitor.settle()
    for letter in "passe":
        tap(kiosk, middle(visitor, letter))
    assert kiosk.visitor.screens.search.query == "passe"


# signs of life ---------------------------------------------------------------------------------------------------------


def minutes(kiosk: KioskApplication, clock: ManualClock, count: float, sign: Callable[[], None]) -> bool:
    """Whether somebody is still taken to be there after minutes with a sign every ten seconds."""
    for _ in range(int(count * 6)):
        clock.advance(10)
        sign()
        kiosk.shell.session.tick()
    return kiosk.shell.occupied


CORNER = QPoint(3, 900)


def test_a_second_finger_is_a_sign_of_somebody_while_the_first_rests(
    visitor: Robot, kiosk: KioskApplication, clock: ManualClock
) -> None:
    fingers(kiosk, ("press", 0, CORNER))

    def second() -> None:
        fingers(kiosk, ("stationary", 0, CORNER), ("press", 1, CORNER))
        fingers(kiosk, ("stationary", 0, CORNER), ("release", 1, CORNER))

    assert minutes(kiosk, clock, 5, second)
    assert not minutes(kiosk, clock, 3, lambda: fingers(kiosk, ("stationary", 0, CORNER)))


def test_a_second_finger_does_what_it_touches_though_another_rests(visitor: Robot, kiosk: KioskApplication) -> None:
    point = middle(visitor, kiosk.shell.words["pavilions"])
    fingers(kiosk, ("press", 0, CORNER))
    fingers(kiosk, ("stationary", 0, CORNER), ("press", 1, point))
    fingers(kiosk, ("stationary", 0, CORNER), ("release", 1, point))
    assert kiosk.shell.screen == "Catalogue"


def test_a_finger_that_moves_is_a_sign_of_somebody_for_as_long_as_fingers_rest(
    visitor: Robot, kiosk: KioskApplication, clock: ManualClock
) -> None:
    steps = iter(range(1000))

    def move() -> None:
        fingers(kiosk, ("move", 0, CORNER + QPoint(next(steps) % 50, 0)))

    fingers(kiosk, ("press", 0, CORNER))
    assert minutes(kiosk, clock, LONGEST_TOUCH / 60 + 1.4, move)
    assert not minutes(kiosk, clock, 3, move)


@pytest.mark.clause("EN 5.7")
def test_a_key_that_repeats_by_itself_is_nobody_and_does_nothing(
    visitor: Robot, kiosk: KioskApplication, clock: ManualClock
) -> None:
    key(kiosk, QEvent.Type.KeyPress, Qt.Key.Key_Tab)
    before = place(kiosk)

    def repeat() -> None:
        key(kiosk, QEvent.Type.KeyPress, repeats=True)
        key(kiosk, QEvent.Type.KeyRelease, repeats=True)

    repeat()
    assert place(kiosk) == before
    assert not minutes(kiosk, clock, 10, repeat)


@pytest.mark.parametrize("sign", ["wheel", "drag"])
def test_a_wheel_and_a_drag_are_signs_of_somebody(visitor: Robot, kiosk: KioskApplication, clock: ManualClock, sign: str) -> None:
    def wheel() -> None:
        at, none = QPointF(500, 900), Qt.MouseButton.NoButton
        turned = QWheelEvent(
            at, at, QPoint(), QPoint(0, 120), none, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False
        )
        QCoreApplication.sendEvent(kiosk.window, turned)

    def drag() -> None:
        QTest.mousePress(kiosk.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, CORNER)
        QTest.mouseMove(kiosk.window, CORNER + QPoint(0, 9))
        QTest.mouseRelease(kiosk.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, CORNER)

    assert minutes(kiosk, clock, 5, {"wheel": wheel, "drag": drag}[sign])
    assert not minutes(kiosk, clock, 3, lambda: QTest.mouseMove(kiosk.window, CORNER))


# nothing holds a visit for ever ----------------------------------------------------------------------------------------


def test_a_paused_voice_and_an_open_keyboard_do_not_hold_the_visit(
    visitor: Robot, kiosk: KioskApplication, clock: ManualClock, player: FakePlayer
) -> None:
    kiosk.shell.open("pavilion:k9")
    visitor.touch(kiosk.shell.words["listen"])
    visitor.until(lambda: player.playing)
    visitor.touch(kiosk.shell.words["pause"])
    assert not minutes(kiosk, clock, 3, lambda: None)
    assert not kiosk.narration.reader.active
    kiosk.shell.enter("fr")
    visitor.touch(kiosk.shell.words["search_prompt"])
    assert not minutes(kiosk, clock, 3, lambda: None)


def test_a_voice_that_never_ends_holds_the_visit_no_longer_than_the_longest_page_is_read(
    visitor: Robot, kiosk: KioskApplication, clock: ManualClock
) -> None:
    kiosk.shell.session.hold(held=True)
    assert minutes(kiosk, clock, LONGEST_HOLD / 60, lambda: None)
    assert not minutes(kiosk, clock, 3, lambda: None)
