"""Which demonstration is on now, and which comes next."""

from dataclasses import dataclass
from datetime import date, datetime

from kiosk.domain.exhibition import Demonstration, TimetableSlot


@dataclass(frozen=True, slots=True)
class Showing:
    """A slot of a demonstration on one day, in local time with its zone."""

    demonstration: Demonstration
    slot: TimetableSlot
    start: datetime
    end: datetime


def showings_on(day: date, demonstrations: tuple[Demonstration, ...], now: datetime) -> tuple[Showing, ...]:
    """All showings of a day in order of time; `now` gives the time zone."""
    showings = [
        Showing(
            demonstration,
            slot,
            datetime.combine(day, slot.start, tzinfo=now.tzinfo),
            datetime.combine(day, slot.end, tzinfo=now.tzinfo),
        )
        for demonstration in demonstrations
        for slot in demonstration.slots
        if slot.day in (None, day)
    ]
    return tuple(sorted(showings, key=lambda s: (s.start, s.demonstration.head.card.identifier)))


def now_and_next(showings: tuple[Showing, ...], now: datetime) -> tuple[tuple[Showing, ...], tuple[Showing, ...]]:
    """What is on, and what starts at the next start time after now."""
    current = tuple(s for s in showings if s.start <= now < s.end)
    later = tuple(s for s in showings if s.start > now)
    upcoming = tuple(s for s in later if s.start == later[0].start)
    return current, upcoming


def next_showing(demonstration: Demonstration, now: datetime) -> Showing | None:
    """The demonstration's first showing of today that has not ended; None when there is none."""
    showings = showings_on(now.date(), (demonstration,), now)
    return next((s for s in showings if s.end > now), None)
