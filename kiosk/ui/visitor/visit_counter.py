"""Watches the screens and counts visits: the one place that does, behind everything that counts."""

from collections import Counter
from datetime import date

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.config import KioskConfig
from kiosk.counters.counter_file import NAME as COUNTERS
from kiosk.counters.keeper import CounterKeeper
from kiosk.domain.counters import Bucket, Counted, hour_of, telling_words
from kiosk.domain.item import GUIDE
from kiosk.presentation.route import RESTS, Screen
from kiosk.ui.modes.modes_side import ModesSide
from kiosk.ui.narration.narration_view_model import NarrationViewModel
from kiosk.ui.shell.shell_view_model import ShellViewModel
from kiosk.ui.visitor.visitor_screens import VisitorScreens

KEEP_MS = 60_000
PRINTED = "print"
_START = "start"
"""What the first step of a guide is called, which has no name of its own."""


class _Visit:
    """What has been counted of the visitor who is there, so that nothing counts twice; forgotten when they leave."""

    def __init__(self, mode: str) -> None:
        self.mode = mode
        self.counted: set[tuple[Counted, str, str]] = set()
        self.guides: dict[str, str] = {}
        """By guide that has not led to its list: the step the visitor is at."""
        self.sought: frozenset[str] = frozenset()


def open_counters(config: KioskConfig) -> CounterKeeper:
    """The keeper of this kiosk's counts."""
    return CounterKeeper(config.state / COUNTERS, int(config.counter_days), int(config.word_visits))


class VisitCounter(QObject):
    """Turns what the screens tell of themselves into counts, and hands them over when the visitor has left, or each minute."""

    def __init__(
        self,
        shell: ShellViewModel,
        screens: VisitorScreens,
        narration: NarrationViewModel,
        modes: ModesSide,
        keeper: CounterKeeper,
        parent: QObject,
    ) -> None:
        """Begin to watch.

        Args:
            shell: where the visitor is.
            screens: what they look for, take home and think.
            narration: what they listen to.
            modes: the mode in force and the time at the exhibition; while that is not believed, nothing is counted.
            keeper: takes the counts.
            parent: its owner.
        """
        super().__init__(parent)
        self._shell, self._takeaway = shell, screens.takeaway
        self._modes, self.keeper = modes, keeper
        self._visit: _Visit | None = None
        self._screen = Screen.OUT_OF_SERVICE
        self._counts: Counter[Bucket] = Counter()
        self._sought: list[frozenset[str]] = []
        self._day: date | None = None
        self._typed, self._failing, self._growing = "", False, False
        shell.routeChanged.connect(self._follow)
        shell.readingChanged.connect(self._see_item)
        screens.search.answered.connect(self._follow_query)
        screens.takeaway.codesChanged.connect(self._see_code)
        screens.takeaway.printRequested.connect(self._see_print)
        narration.asked.connect(self._hear)
        screens.feedback.given.connect(self._take_opinion)
        self._timer = QTimer(self, interval=KEEP_MS)
        self._timer.timeout.connect(self.hand_over)
        self._timer.start()

    def close(self) -> None:
        """The last counts are handed over, and on the disk if it takes them."""
        self._timer.stop()
        self._end()
        self.keeper.close()

    @Slot()
    def hand_over(self) -> None:
        """Give what was counted to the keeper, who drops what is too old; nothing new is known as long as the time is not."""
        moment = self._modes.day.believed
        if moment is not None:
            self._day = moment.date()
        if self._day is not None:
            self.keeper.keep(self._counts, self._sought, self._day)
            self._counts, self._sought = Counter(), []

    def _count(self, counted: Counted, subject: str = "") -> None:
        """Once a visit, what it is and the language."""
        moment = self._modes.day.believed if self._visit else None
        if self._visit is None or moment is None:
            return
        language = self._shell.reading.tag
        if (counted, subject, language) in self._visit.counted:
            return
        self._visit.counted.add((counted, subject, language))
        self._counts[Bucket(counted, hour_of(moment), self._visit.mode, language, subject)] += 1

    # where the visitor is ----------------------------------------------------------------------------------------

    @Slot()
    def _follow(self) -> None:
        before, self._screen = self._screen, self._shell.route.screen
        if before is Screen.SEARCH:
            self._give_up_query()
        if self._screen in RESTS:
            self._end()
            return
        if self._visit is None:
            mode = self._modes.keeper.mode
            self._visit = _Visit(mode.identifier if mode else "")
            self._count(Counted.VISIT)
        self._see_guide()
        self._see_item()

    def _end(self) -> None:
        if self._visit is not None:
            for guide, step in self._visit.guides.items():
                self._count(Counted.ABANDONED, f"{guide}/{step}")
            if self._visit.sought:
                self._sought.append(self._visit.sought)
            self._visit = None
            self.hand_over()

    def _see_guide(self) -> None:
        route = self._shell.route
        if self._visit is not None and route.screen is Screen.GUIDE:
            self._visit.guides[route.identifier] = route.choice.rstrip(":") or _START
        elif self._visit is not None and route.screen is Screen.PAGE and route.identifier.startswith(f"{GUIDE}:"):
            self._visit.guides.pop(route.identifier, None)

    @Slot()
    def _see_item(self) -> None:
        if self._shell.route.screen is Screen.PAGE:
            self._count(Counted.ITEM, self._shell.route.identifier)

    # what the visitor does there ---------------------------------------------------------------------------------

    @Slot()
    def _hear(self) -> None:
        route = self._shell.route
        self._count(Counted.LISTENED, route.identifier or f"screen:{route.screen}")

    @Slot()
    def _see_code(self) -> None:
        if self._takeaway.is_open and self._takeaway.kind:
            self._count(Counted.TAKEN, self._takeaway.kind)

    @Slot()
    def _see_print(self) -> None:
        self._count(Counted.TAKEN, PRINTED)

    @Slot(int)
    def _take_opinion(self, face: int) -> None:
        self._count(Counted.OPINION, str(face))

    @Slot(str, bool)
    def _follow_query(self, typed: str, failed: bool) -> None:  # noqa: FBT001 - Qt hands it over by place
        """While a query grows it is still being typed; what was found nowhere when it stops growing was looked for in vain."""
        grows = typed.startswith(self._typed)
        if not grows:
            self._give_up_query()
        self._typed, self._growing, self._failing = typed, grows, failed

    def _give_up_query(self) -> None:
        if self._failing and self._growing and self._visit is not None:
            self._count(Counted.SEARCH_FAILED)
            self._visit.sought |= telling_words(self._typed)
        self._failing = False
