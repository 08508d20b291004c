"""A monkey at the kiosk: `python -m tests.helpers.monkey STEPS [SEED]` lets it play and says what it found.

It touches, holds, drags, types, turns and resizes at random, always the same for a seed; time passes in leaps, and an admin changes
the mode meanwhile. It may open the pad, which the gesture does for anyone; what it must never do is see a page behind the pad.
"""

import gc
import json
import logging
import os
import random
import sys
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QSize, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest

from kiosk.config import ROOT, KioskConfig
from kiosk.domain.mode_resolver import Layer, Override
from kiosk.domain.staff import TAPS, Role
from kiosk.ui.application import Boundary, KioskApplication
from kiosk.ui.machine.heap import keep_heap_tight, set_aside_what_stays
from kiosk.ui.shell.touch_watch import SETTLE
from kiosk.ui.staff.staff_pages import PanelPage
from kiosk.ui.tools.accessible_tree import accessible_nodes
from kiosk.ui.tools.visits import visits
from tests.helpers.fakes import CheapHasher, FakePlayer, ManualClock
from tests.helpers.robot import touch_device

GARBAGE = 50
"""Steps after which Python's garbage is collected: at a quick visitor's pace, the half minute of `kiosk.app`."""
PATIENCE = 200
"""Times the kiosk is left alone, and a sentence heard to its end, until nobody can be there any more."""
WARM_UP = 10_000
"""Steps after which memory should grow no more."""
BEFORE_THE_PIN = frozenset({PanelPage.SHUT, PanelPage.PAD, PanelPage.EVACUATE, PanelPage.RESCUE})
"""All that is seen of the staff's panel without a PIN."""
WITHOUT_A_PIN = frozenset({"refused", "called"})
"""All that the log may tell of visitors: a wrong PIN, and help asked for."""
NOT_FOR_VISITORS = ("staff-", "mode-")
"""Beginnings of the names of screens that staff or an admin must have asked for."""
ADMIN, LEAD, PIN = "admin", "Amal", "493827605118"
PANEL = QSize(540, 960)
SIZES = (QSize(540, 960), QSize(960, 540), QSize(320, 480), QSize(1080, 700), QSize(200, 900), QSize(1080, 304), QSize(270, 960))
LEAPS = (0.1, 0.3, 1.0, 5.0, 20.0, 65.0)
FINGERS = 10
LIFTED = 0.7
"""How likely one more of many fingers leaves alone."""
KEYS = [key for key in Qt.Key if key is not Qt.Key.Key_mu]
LETTERS = "aeé12 ابتé،?\t\r\x1b\x08"
"""Typed as they come from a keyboard, beside all the keys that make no letter."""
MODIFIERS = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
)


class Monkey:
    """Plays with one kiosk whose lead has a PIN."""

    def __init__(self, kiosk: KioskApplication, clock: ManualClock, player: FakePlayer, seed: int) -> None:
        self._kiosk, self._clock, self._player = kiosk, clock, player
        self._chance = random.Random(seed)
        self.seen: Counter[str] = Counter()
        self.inside: list[str] = []
        """Pages behind the PIN that were reached; there must be none."""
        self.by_a_second_tap: list[str] = []
        """What a second tap led to, at once after one that had changed the screen; there must be nothing."""
        self._changes = 0
        if kiosk.staff.gate.may_begin():
            kiosk.staff.gate.set_pin(LEAD, Role.LEAD, PIN, self._now(), ADMIN)
        self._acts: tuple[tuple[Callable[[], None], float], ...] = (
            (self._tap, 40),
            (self._tap_something, 24),
            (self._tap_twice, 12),
            (self._type, 10),
            (self._drag, 6),
            (self._many_fingers, 4),
            (self._hold_a_key, 1),
            (self._speak, 2),
            (self._hours, 0.3),
            (self._mouse, 3),
            (self._wheel, 2),
            (self._wait, 6),
            (self._hear, 2),
            (self._language, 2),
            (self._resize, 0.5),
            (self._gesture, 0.6),
            (self._mode, 0.8),
            (self._leave, 0.8),
            (self._figures, 1),
        )

    def play(self, steps: int, after: Callable[[int], None] = lambda _step: None) -> None:
        """So many steps; `after` is told each."""
        acts, weights = zip(*self._acts, strict=True)
        for step, act in enumerate(self._chance.choices(acts, weights, k=steps), 1):
            self._clock.advance(self._chance.uniform(SETTLE, 4 * SETTLE))
            act()
            self._turn()
            self._look()
            after(step)

    def look_around(self) -> None:
        """Open every page in two languages, and one of each kind in every size of the window: what is made once is made."""
        store = self._kiosk.content.holder.store
        assert store is not None
        for size in SIZES:
            self._kiosk.window.resize(size)
            for visit in visits(store, every_item=size == PANEL):
                for tag in () if visit.name.startswith(NOT_FOR_VISITORS) else ("ar", "fr"):
                    self._kiosk.shell.leave()
                    self._kiosk.shell.enter(tag)
                    visit.reach(self._kiosk)
                    self._settle()

    def rest(self) -> None:
        """No mode is chosen, in a panel of the first size, and a visitor has come and gone: where memory can be compared."""
        self._kiosk.choices.clear(self._now(), ADMIN, "admin")
        self._changes += 1
        self._kiosk.window.resize(PANEL)
        for _ in range(PATIENCE):  # a mode without times of its own goes on until the next one has waited long enough
            self._hear()  # who listens stays
            self._settle()
            self._leave()
            if not self._kiosk.shell.occupied:
                break
        else:
            message = f"somebody is still there, on {self._kiosk.shell.screen}, {self._kiosk.narration.reader.recital.state}"
            raise RuntimeError(message)
        for _ in range(2):
            self._kiosk.shell.enter("fr")
            self._settle()
            self._leave()
            self._settle()

    @staticmethod
    def _turn() -> None:
        """A turn of the event loop, in which what is no longer shown is deleted; there is one after every touch, key and tick."""
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _settle(self) -> None:
        """Let everything come to rest."""
        for _ in range(3):
            self._turn()

    def faults(self) -> list[str]:
        """Ways into the staff's screens, and acts in the log that neither the gate nor the admin wrote."""
        logged = [line.act for line in self._kiosk.choices.logged()]
        others = [act.act for act in logged if act.person != ADMIN and act.act not in WITHOUT_A_PIN]
        lost = self._changes - sum(act.act in {"mode", "schedule"} for act in logged)
        return [*self.inside, *self.by_a_second_tap, *others, *(["the log lost a line"] if lost else [])]

    def _look(self) -> None:
        staff = self._kiosk.staff.staff
        self.seen[f"{self._kiosk.shell.screen}{' ' * bool(staff.page)}{staff.page}"] += 1
        if staff.page_now not in BEFORE_THE_PIN or staff.person is not None:
            self.inside.append(staff.page)

    # what it does ------------------------------------------------------------------------------------------------

    def _now(self) -> datetime:
        return self._kiosk.modes.day.moment

    def _point(self) -> QPoint:
        window = self._kiosk.window
        return QPoint(self._chance.randrange(window.width()), self._chance.randrange(window.height()))

    def _press(self, *points: QPoint) -> None:
        events = QTest.touchEvent(self._kiosk.window, touch_device())
        for finger, point in enumerate(points):
            events.press(finger, point, self._kiosk.window)
        events.commit()

    def _release(self, *points: QPoint) -> None:
        events = QTest.touchEvent(self._kiosk.window, touch_device())
        for finger, point in enumerate(points):
            events.release(finger, point, self._kiosk.window)
        events.commit()

    def _tap(self) -> None:
        self._tap_at(self._point())

    def _tap_at(self, point: QPoint) -> None:
        self._press(point)
        self._release(point)

    def _tap_something(self) -> None:
        """On a button, where a blind finger seldom comes."""
        window = self._kiosk.window
        found = [node.rectangle.center() for node in accessible_nodes(window) if node.interactive and node.enabled]
        if found:
            self._tap_at(self._chance.choice(found) - window.position())

    def _tap_twice(self) -> None:
        """On a button, too fast to have seen what it did."""
        window, before = self._kiosk.window, self._place()
        found = [node.rectangle.center() for node in accessible_nodes(window) if node.interactive and node.enabled]
        if not found:
            return
        point = self._chance.choice(found) - window.position()
        self._tap_at(point)
        first = self._place()
        if first == before:
            return
        for _ in range(self._chance.randint(1, 3)):
            self._clock.advance(self._chance.uniform(0, SETTLE / 4))
            self._tap_at(point)
            self._turn()
            if self._place() != first:
                self.by_a_second_tap.append(f"{first} led to {self._place()}")

    def _place(self) -> tuple[object, ...]:
        """All that a tap may change of where one is."""
        kiosk, takeaway = self._kiosk, self._kiosk.visitor.screens.takeaway
        return (kiosk.shell.route, kiosk.shell.language, kiosk.shell.bilingual, takeaway.is_open, kiosk.staff.staff.page)

    def _many_fingers(self) -> None:
        """Up to ten, which move together and leave one by one; at times the system takes them away."""
        points = [self._point() for _ in range(self._chance.randint(2, FINGERS))]
        self._press(*points)
        for _ in range(self._chance.randint(0, 3)):
            points = [self._point() for _ in points]
            events = QTest.touchEvent(self._kiosk.window, touch_device())
            for finger, point in enumerate(points):
                events.move(finger, point, self._kiosk.window)
            events.commit()
            self._turn()
        while len(points) > 1 and self._chance.random() < LIFTED:
            events = QTest.touchEvent(self._kiosk.window, touch_device())
            for finger, point in enumerate(points[:-1]):
                events.stationary(finger) if finger % 2 else events.move(finger, point, self._kiosk.window)
            events.release(len(points) - 1, points.pop(), self._kiosk.window).commit()
            self._turn()
        self._release(*points)

    def _drag(self) -> None:
        point = self._point()
        self._press(point)
        for _ in range(self._chance.randint(1, 4)):
            point = self._point()
            QTest.touchEvent(self._kiosk.window, touch_device()).move(0, point, self._kiosk.window).commit()
            self._turn()
        self._release(point)

    def _mouse(self) -> None:
        button = self._chance.choice([Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
        click = self._chance.choice([QTest.mouseClick, QTest.mouseDClick])
        click(self._kiosk.window, button, self._chance.choice(MODIFIERS), self._point())

    def _wheel(self) -> None:
        point, turn = QPointF(self._point()), QPoint(0, self._chance.choice([-600, -120, 120, 600]))
        event = QWheelEvent(
            point,
            point,
            QPoint(),
            turn,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QCoreApplication.sendEvent(self._kiosk.window, event)

    def _type(self) -> None:
        """Any key there is, with or without a letter; the window system sees it first, as from a keyboard."""
        for _ in range(self._chance.randint(1, 4)):
            key, letter, held = self._chance.choice(KEYS), self._chance.choice(["", *LETTERS]), self._chance.choice(MODIFIERS)
            for action in (QTest.KeyAction.Press, QTest.KeyAction.Release):
                QTest.sendKeyEvent(action, self._kiosk.window, key, letter, held)
                self._turn()

    def _hold_a_key(self) -> None:
        """It repeats by itself, for a while in which nobody does anything else."""
        key, kind = self._chance.choice(KEYS), QEvent.Type
        for number in range(self._chance.randint(2, 40)):
            for event in (kind.KeyRelease, kind.KeyPress) if number else (kind.KeyPress,):
                held = QKeyEvent(event, key, Qt.KeyboardModifier.NoModifier, "", number > 0)
                QCoreApplication.sendEvent(self._kiosk.window, held)
            self._clock.advance(0.03)
            self._turn()
        QTest.sendKeyEvent(QTest.KeyAction.Release, self._kiosk.window, key, "", Qt.KeyboardModifier.NoModifier)

    def _speak(self) -> None:
        """Listens, and in the middle of a sentence changes something."""
        narration = self._kiosk.narration.reader
        narration.toggle()
        self._turn()
        self._player.position = self._chance.randint(0, 5000)
        self._chance.choice([self._language, self._resize, self._mode, self._many_fingers, self._hear, narration.pauseOrResume])()
        self._turn()
        self._chance.choice([narration.next, narration.previous, narration.repeat, self._hear, self._wait])()

    def _hours(self) -> None:
        """The day goes on, and the timetable with it, while somebody keeps a finger on the screen."""
        for _ in range(self._chance.randint(1, 30)):
            self._clock.advance(60 * self._chance.choice([1, 10, 60]))
            self._tap()
            self._kiosk.modes.keeper.ask()
            self._turn()

    def _wait(self) -> None:
        self._clock.advance(self._chance.choice(LEAPS))
        self._kiosk.shell.session.tick()
        self._kiosk.staff.staff.tick()
        self._kiosk.modes.keeper.ask()

    def _leave(self) -> None:
        """Nobody is there for a while."""
        for _ in range(4):
            self._clock.advance(100)
            self._kiosk.shell.session.tick()
            self._kiosk.modes.keeper.ask()
            self._turn()
        self._kiosk.staff.staff.tick()

    def _hear(self) -> None:
        """What plays comes to its end."""
        if self._player.playing:
            self._player.end()

    def _language(self) -> None:
        self._kiosk.shell.chooseLanguage(self._chance.choice(["ar", "fr", "en", "xx"]))

    def _resize(self) -> None:
        self._kiosk.window.resize(self._chance.choice(SIZES))

    def _gesture(self) -> None:
        """The staff's gesture, as one who has watched them makes it."""
        corner = QPoint(self._chance.choice([3, self._kiosk.window.width() - 4]), 3)
        for _ in range(TAPS):
            self._tap_at(corner)
            self._turn()
        self._press(corner)
        self._clock.advance(1.1)
        self._kiosk.gesture.held()
        self._release(corner)

    def _figures(self) -> None:
        """A guess on the pad, where it is open."""
        if self._kiosk.staff.staff.page:
            for _ in range(self._chance.randint(1, 8)):
                self._kiosk.staff.pad.press(self._chance.choice("0123456789"))
            self._kiosk.staff.pad.submit()

    def _mode(self) -> None:
        """The admin chooses a mode, or none, as `kiosk mode` does."""
        choices, now = self._kiosk.choices, self._now()
        self._changes += 1
        if self._chance.random() < 0.4:
            choices.clear(now, ADMIN, "admin")
        else:
            name = self._chance.choice([*self._kiosk.modes.keeper.modes])
            layer = Layer.EMERGENCY if name == "emergency" else Layer.OVERRIDE
            choices.choose(layer, Override(name, ADMIN, now, None), "admin")


class Faults(logging.Handler):
    """Every exception, word of Qt and line of the log that is a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: Counter[str] = Counter()

    def emit(self, record: logging.LogRecord) -> None:
        self.found[record.getMessage()] += 1

    def raised(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """For `sys.excepthook`."""
        sys.__excepthook__(kind, error, trace)
        self.found[f"{kind.__name__}: {error}"] += 1

    def said(self, kind: QtMsgType, _context: object, message: str) -> None:
        """For Qt's messages."""
        if kind not in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}:
            self.found[message] += 1


def _megabytes() -> float:
    """Memory that no file stands behind, after Python's rubbish has gone: what grows, if anything does."""
    gc.collect()
    rollup = dict(line.split(":") for line in Path("/proc/self/smaps_rollup").read_text(encoding="utf-8").splitlines()[1:])
    return int(rollup["Anonymous"].split()[0]) / 1000


def run(steps: int, seed: int, folder: Path) -> dict[str, object]:
    """Let it play; what came of it."""
    faults = Faults()
    logging.getLogger().addHandler(faults)
    sys.excepthook = faults.raised
    sys.unraisablehook = lambda args: faults.found.update([f"{args.exc_type}: {args.exc_value}"])
    qInstallMessageHandler(faults.said)
    keep_heap_tight()
    gc.disable()
    application = QGuiApplication.instance() or QGuiApplication([])
    clock, player = ManualClock(), FakePlayer()
    begun = clock()
    config = KioskConfig(content=ROOT / "content.db", cache=folder, state=folder / "state", motion=False, wifi_name="Jusur")

    def now(zone: ZoneInfo) -> datetime:
        return datetime(2027, 5, 18, 11, 10, tzinfo=zone) + timedelta(seconds=clock() - begun)

    kiosk = KioskApplication(config, PANEL, Boundary(clock, now, lambda _parent: player, CheapHasher, list))
    kiosk.show(full_screen=False)
    set_aside_what_stays()
    monkey = Monkey(kiosk, clock, player, seed)
    memory: dict[int, float] = {}

    def note(step: int) -> None:
        if step % GARBAGE == 0:
            gc.collect()
        if step % WARM_UP == 0:
            monkey.rest()
            player.played.clear()
            memory[step] = round(_megabytes(), 1)
            print(step, memory[step], dict(faults.found), file=sys.stderr, flush=True)  # noqa: T201 - by hand, and slow

    monkey.look_around()
    monkey.play(steps, note)
    ways_in, screens = monkey.faults(), dict(monkey.seen.most_common())
    kiosk.close()
    del application
    return {"faults": dict(faults.found), "ways in": ways_in, "megabytes": memory, "seen": screens}


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    with TemporaryDirectory() as temporary:
        result = run(int(sys.argv[1]), int((*sys.argv, "1")[2]), Path(temporary))
    sys.stdout.write(json.dumps(result, ensure_ascii=False) + "\n")
