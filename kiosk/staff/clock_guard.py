"""Believes the clock, or what staff said the time is; remembers the time from one start to the next."""

import logging
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.domain.clock_trust import (
    ClockFault,
    ClockGround,
    Evidence,
    Look,
    elapsed,
    is_newly_confirmed,
    is_plausible,
    judge_clock,
)
from kiosk.domain.mode_resolver import ModeRules, Override
from kiosk.errors import StaffStateError
from kiosk.staff.choices import StaffChoices
from kiosk.staff.staff_log import moment

SEEN = "last_seen"
PUBLISHED = "published_when_seen"
OFFSET = "clock_offset"
FAULT = "clock_fault"
REMEMBER = timedelta(minutes=1)

log = logging.getLogger(__name__)


class ClockGuard:
    """The time at the exhibition, and whether it can be believed."""

    def __init__(
        self,
        choices: StaffChoices,
        clock: Callable[[], float],
        now: Callable[[ZoneInfo], datetime],
        synchronised: Callable[[], bool] = lambda: False,
        published: Callable[[], datetime | None] = lambda: None,
    ) -> None:
        """Watch a clock.

        Args:
            choices: where the time seen is kept.
            clock: seconds that never jump.
            now: the time of day in a zone.
            synchronised: whether the operating system says that a time server set the clock.
            published: the signed moment of the newest publication that was accepted; None for none.
        """
        self._choices, self._clock, self._now = choices, clock, now
        self._synchronised, self._published = synchronised, published
        self._offset = choices.recall_as(OFFSET, lambda seconds: timedelta(seconds=float(seconds)), timedelta())
        self._seen: datetime | None = choices.recall_as(SEEN, moment, None)
        self._published_then: datetime | None = choices.recall_as(PUBLISHED, moment, None)
        self._told = choices.recall_as(FAULT, ClockFault, ClockFault.NONE)
        self._before: Look | None = None
        self.fault = ClockFault.NONE

    def now(self, zone: ZoneInfo) -> datetime:
        """The time of day, put right by what staff said; a time server knows better than staff."""
        offset = timedelta() if self._offset and self._synchronised() else self._offset
        return (self._now(zone).astimezone(UTC) + offset).astimezone(zone)

    def judged(self, zone: ZoneInfo, written: date) -> ClockFault:
        """Whether the clock can be believed beside content written on a day; nothing is remembered."""
        wall, steady = self.now(zone), self._clock()
        evidence = Evidence(written, self._seen)
        if not judge_clock(wall, steady, evidence, self._before):
            return ClockFault.NONE
        return judge_clock(wall, steady, self._all_evidence(evidence), self._before)

    def _all_evidence(self, evidence: Evidence) -> Evidence:
        """With what takes longer to find out, and only counts in favour of the clock."""
        return evidence._replace(
            published=self._published(),
            published_then=self._published_then,
            synchronised=self._synchronised(),
        )

    def look(self, zone: ZoneInfo, written: date) -> ClockFault:
        """Look at the clock; one that was not believed stays so until it is right again or staff say the time."""
        wall, steady, fault = self.now(zone), self._clock(), self.judged(zone, written)
        if fault is not self.fault:
            log.info("clock: %s at %s", fault or "believed", wall.isoformat())
            self.fault = fault
        self._tell(fault)
        if not fault:
            self._before = Look(wall, steady)
            self._remember(wall, Evidence(written))
        return fault

    def _remember(self, wall: datetime, evidence: Evidence) -> None:
        if self._seen is not None and timedelta() <= elapsed(self._seen, wall) < REMEMBER:
            return
        published = self._published()
        if not is_plausible(wall, evidence._replace(published=published)):
            return
        self._seen, self._published_then = wall, published
        self._keep(SEEN, wall.isoformat())
        self._keep(PUBLISHED, published.isoformat() if published else "")

    def _tell(self, fault: ClockFault) -> None:
        """Keep what is believed where the console finds it."""
        if fault is not self._told:
            self._told = fault
            self._keep(FAULT, fault)

    def _keep(self, key: str, value: str) -> None:
        try:
            self._choices.remember(key, value)
        except StaffStateError as error:
            log.warning("the time could not be kept: %s", error)

    def certain(self, zone: ZoneInfo) -> datetime | None:
        """The latest moment that has certainly passed; None where nothing is known.

        Now, where the clock is believed; else the last time seen, or the newest publication: no clock that is set back makes a
        term longer, and one that is set ahead ends none.
        """
        if not self.fault:
            return self.now(zone)
        return max((moment for moment in (self._seen, self._published()) if moment), default=None)

    def belief(self, zone: ZoneInfo, written: date) -> ClockFault | ClockGround:
        """Why the clock is believed or not, as the kiosk that runs has judged it; nothing is remembered."""
        evidence = self._all_evidence(Evidence(written, self._seen))
        if evidence.synchronised:
            return ClockGround.SYNCHRONISED
        if fault := self.judged(zone, written) or self._told:
            return fault
        if self._offset:
            return ClockGround.STAFF
        return ClockGround.CONFIRMED if is_newly_confirmed(self.now(zone), evidence) else ClockGround.PLAUSIBLE

    def counting(self, rules: ModeRules, fault: ClockFault | ClockGround) -> ModeRules:
        """The rules that count: while the clock is not believed the timetable does not, and what staff chose last holds."""
        if not fault or isinstance(fault, ClockGround):
            return rules
        return ModeRules(rules.default, override=self._held(rules.override), emergency=self._held(rules.emergency))

    def _held(self, choice: Override | None) -> Override | None:
        """What was chosen, as it holds while the time is not known: without an end, unless that had come when it was last known."""
        if choice is None:
            return None
        if choice.until is not None and self._seen is not None and elapsed(choice.until, self._seen) >= timedelta():
            return None
        return choice._replace(until=None)

    def set(self, moment: datetime) -> None:
        """Staff say what time it is.

        Raises:
            StaffStateError: it could not be kept.
        """
        zone = moment.tzinfo
        self._offset += elapsed(self.now(zone), moment) if isinstance(zone, ZoneInfo) else timedelta()
        self._choices.remember(OFFSET, str(self._offset.total_seconds()))
        self._choices.remember(FAULT, "")
        self._before, self._seen, self._told = None, None, ClockFault.NONE
