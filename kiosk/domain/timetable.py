"""Which demonstration is on now, and which comes next."""

from dataclasses import dataclass, field
from datetime import date, datetime

from kiosk.domain.exhibition import Demonstration, TimetableSlot
from kiosk.domain.slot_change import Changes, SlotChange, SlotMark, changed_slot


@dataclass(frozen=True, slots=True)
class Today:
    """The moment, with the exhibition's time zone, and what staff changed of the day's shows."""

    now: datetime
    changes: Changes = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Showing:
    """A slot of a demonstration on one day, as it is given, in local time with its zone."""

    demonstration: Demonstration
    slot: TimetableSlot
    start: datetime
    end: datetime
    change: SlotChange | None = None
    """How it differs from the timetable; None: not at all."""

    @property
    def cancelled(self) -> bool:
        """Whether it is not given after all."""
        return self.change is not None and self.change.mark is SlotMark.CANCELLED


def showings_on(
    day: date, demonstrations: tuple[Demonstration, ...], now: datetime, changes: Changes | None = None
) -> tuple[Showing, ...]:
    """All showings of a day in order of time.

    Args:
        day: the day.
        demonstrations: the shows.
        now: gives the time zone, and the day the changes are of.
        changes: what staff changed today.
    """
    today = (changes or {}) if day == now.date() else {}
    showings = [
        _showing(day, demonstration, slot, now, today.get(slot.identifier))
        for demonstration in demonstrations
        for slot in demonstration.slots
        if slot.day in (None, day)
    ]
    return tuple(sorted(showings, key=lambda s: (s.start, s.demonstration.head.card.identifier)))


def _showing(day: date, demonstration: Demonstration, planned: TimetableSlot, now: datetime, change: SlotChange | None) -> Showing:
    slot = changed_slot(planned, day, change)
    start, end = (datetime.combine(day, moment, tzinfo=now.tzinfo) for moment in (slot.start, slot.end))
    return Showing(demonstration, slot, start, end, change)


def now_and_next(showings: tuple[Showing, ...], now: datetime) -> tuple[tuple[Showing, ...], tuple[Showing, ...]]:
    """What is on, and what starts at the next start time after now."""
    given = tuple(s for s in showings if not s.cancelled)
    current = tuple(s for s in given if s.start <= now < s.end)
    later = tuple(s for s in given if s.start > now)
    upcoming = tuple(s for s in later if s.start == later[0].start)
    return current, upcoming


def next_showing(demonstration: Demonstration, now: datetime, changes: Changes | None = None) -> Showing | None:
    """The demonstration's first showing of today that has not ended and is given; None when there is none."""
    showings = showings_on(now.date(), (demonstration,), now, changes)
    return next((s for s in showings if s.end > now and not s.cancelled), None)
