"""Believes the clock, or what staff said the time is; remembers the time from one start to the next."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.domain.clock_trust import ClockFault, Look, judge
from kiosk.domain.mode_resolver import Override
from kiosk.errors import StaffStateError
from kiosk.staff.choices import StaffChoices, moment

SEEN = "last_seen"
OFFSET = "clock_offset"
REMEMBER = timedelta(minutes=1)

log = logging.getLogger(__name__)


class ClockGuard:
    """The time at the exhibition, and whether it can be believed."""

    def __init__(self, choices: StaffChoices, clock: Callable[[], float], now: Callable[[ZoneInfo], datetime]) -> None:
        self._choices, self._clock, self._now = choices, clock, now
        self._offset = choices.recall_as(OFFSET, lambda seconds: timedelta(seconds=float(seconds)), timedelta())
        self._seen: datetime | None = choices.recall_as(SEEN, moment, None)
        self._before: Look | None = None
        self.fault = ClockFault.NONE

    def now(self, zone: ZoneInfo) -> datetime:
        """The time of day, put right by what staff said."""
        return (self._now(zone) + self._offset).astimezone(zone)

    def judged(self, zone: ZoneInfo, written: date) -> ClockFault:
        """Whether the clock can be believed beside content written on a day; nothing is remembered."""
        return judge(self.now(zone), self._clock(), written, self._seen, self._before)

    def look(self, zone: ZoneInfo, written: date) -> ClockFault:
        """Look at the clock; one that was not believed stays so until it is right again or staff say the time."""
        wall, steady, fault = self.now(zone), self._clock(), self.judged(zone, written)
        if fault is not self.fault:
            log.info("clock: %s at %s", fault or "believed", wall.isoformat())
            self.fault = fault
        if not fault:
            self._before = Look(wall, steady)
            self._remember(wall)
        return fault

    def _remember(self, wall: datetime) -> None:
        if self._seen is None or wall - self._seen >= REMEMBER:
            self._seen = wall
            try:
                self._choices.remember(SEEN, wall.isoformat())
            except StaffStateError as error:
                log.warning("the time could not be kept: %s", error)

    def held(self, choice: Override | None) -> Override | None:
        """What was chosen, as it holds while the time is not known: without an end, unless that had come when it was last known."""
        if choice is None or (choice.until is not None and self._seen is not None and choice.until <= self._seen):
            return None
        return replace(choice, until=None)

    def set(self, moment: datetime) -> None:
        """Staff say what time it is.

        Raises:
            StaffStateError: it could not be kept.
        """
        zone = moment.tzinfo
        self._offset += moment - self.now(zone) if isinstance(zone, ZoneInfo) else timedelta()
        self._choices.remember(OFFSET, str(self._offset.total_seconds()))
        self._before, self._seen = None, None
