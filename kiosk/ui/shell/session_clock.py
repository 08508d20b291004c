"""Whether a visitor is there: a touch or listening holds the visit; after a pause and a question they are taken to have gone."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.domain.session import InactivityTimes, SessionState, VisitorSession, ended, seconds_left, started, ticked, touched

TICK_MS = 250
LONGEST_HOLD = 20 * 60.0
"""Seconds after the last touch for which listening holds the visit: longer than the longest page is read, at the slowest."""


class SessionClock(QObject):
    """The state of the visit, moved on by touches and by time."""

    changed = Signal()
    """The visitor is asked whether they are there, or for how many seconds more, or not any longer."""
    over = Signal()
    """Nobody is there any more."""

    def __init__(self, times: InactivityTimes, clock: Callable[[], float], parent: QObject) -> None:
        """Nobody is there yet.

        Args:
            times: when a visitor is taken to have gone.
            clock: seconds that never go back.
            parent: its owner.
        """
        super().__init__(parent)
        self.times, self._clock = times, clock
        self.patience = 1.0
        """How many times as long as `times` says the clock waits."""
        self._session = ended(clock())
        self.seconds_left = 0
        """Until the visitor is taken to have gone, while they are asked."""
        self._held = False
        self.least_wait = 0.0
        """Seconds that a visitor who goes by ear has at least, before they are asked; 0 for everybody else."""
        self._touched_at = clock()
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    @property
    def occupied(self) -> bool:
        """Whether a visitor is there."""
        return self._session.state is not SessionState.ATTRACT

    @property
    def prompting(self) -> bool:
        """Whether they are asked if they still are."""
        return self._session.state is SessionState.PROMPT

    def begin(self) -> None:
        """Begin a visit."""
        self._touched_at = self._clock()
        self._session = started(self._touched_at)

    def end(self) -> None:
        """End the visit: the kiosk waits for the next visitor."""
        self._session, self.seconds_left, self._held, self.least_wait = ended(self._clock()), 0, False, 0.0

    @Slot()
    def touch(self) -> None:
        """The visitor touched the screen or pressed a key."""
        self._touched_at = self._clock()
        self._fold(touched(self._session, self._touched_at))

    def hold(self, held: bool) -> None:  # noqa: FBT001 - connected to a signal
        """While the visitor listens, time does not run; not for ever, though, nor while they are asked, which may be said."""
        self._held = held

    @Slot()
    def tick(self) -> None:
        """Prompt or end a visit in which nothing was touched for long enough."""
        now = self._clock()
        if self._held and not self.prompting and now - self._touched_at < LONGEST_HOLD:
            self._fold(touched(self._session, now))
        self._fold(ticked(self._session, now, self._waits))

    @property
    def _waits(self) -> InactivityTimes:
        waits = InactivityTimes(*(seconds * self.patience for seconds in self.times))
        return waits._replace(until_prompt=max(waits.until_prompt, self.least_wait))

    def _fold(self, session: VisitorSession) -> None:
        was, self._session = self._session, session
        left = seconds_left(session, self._clock(), self._waits)
        if was.state is not session.state and session.state is SessionState.ATTRACT:
            self.over.emit()
        elif was.state is not session.state or left != self.seconds_left:
            self.seconds_left = left
            self.changed.emit()
