"""Which demonstration is on now, and which comes next. The night belongs to the day before; moments are compared as instants."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from types import MappingProxyType
from typing import NamedTuple

from kiosk.domain.clock_trust import elapsed
from kiosk.domain.exhibition import Demonstration, TimetableSlot
from kiosk.domain.slot_change import Changes, SlotChange, SlotMark

NIGHT_FROM = time(12)
"""A show that starts before may not end on the next day; from then on the shows of the coming night are told."""
NIGHT_UNTIL = time(6)
"""When the night's last show has ended."""
_DAY = timedelta(days=1)


class Today(NamedTuple):
    """The moment, with the exhibition's time zone, and what staff changed of the shows."""

    now: datetime
    changes: Changes = MappingProxyType({})


class Showing(NamedTuple):
    """A slot of a demonstration on one day, as it is given, in local time with its zone."""

    demonstration: Demonstration
    day: date
    """The day it is of: a delay may let it start on the next."""
    slot: TimetableSlot
    start: datetime
    end: datetime
    change: SlotChange | None = None
    """How it differs from the timetable; None: not at all."""

    @property
    def identifier(self) -> str:
        """The same slot on another day is another showing."""
        return f"{self.slot.identifier} {self.day}"

    @property
    def cancelled(self) -> bool:
        """Whether it is not given after all."""
        return self.change is not None and self.change.mark is SlotMark.CANCELLED

    def has_ended(self, now: datetime) -> bool:
        """Whether it is over."""
        return elapsed(now, self.end) <= timedelta()


def showings(demonstrations: tuple[Demonstration, ...], today: Today) -> tuple[Showing, ...]:
    """All showings of the day in order of time, with those of the night before that go on, and those of the night that comes."""
    now, day = today.now, today.now.date()
    before = [s for s in _showings_of(day - _DAY, demonstrations, today) if not s.has_ended(now)]
    coming = [s for s in _showings_of(day + _DAY, demonstrations, today) if now.time() >= NIGHT_FROM and s.slot.start < NIGHT_UNTIL]
    found = [*before, *_showings_of(day, demonstrations, today), *coming]
    return tuple(sorted(found, key=lambda s: (s.start.astimezone(UTC), s.demonstration.head.card.identifier)))


def _showings_of(day: date, demonstrations: tuple[Demonstration, ...], today: Today) -> list[Showing]:
    return [
        _showing(day, demonstration, slot, today.now.tzinfo, today.changes.get((day, slot.identifier)))
        for demonstration in demonstrations
        for slot in demonstration.slots
        if slot.day in (None, day)
    ]


def _showing(day: date, show: Demonstration, planned: TimetableSlot, zone: tzinfo | None, change: SlotChange | None) -> Showing:
    last = day if planned.end > planned.start else day + _DAY
    late = timedelta(minutes=change.minutes if change else 0)
    start, end = (
        (datetime.combine(on, moment, tzinfo=zone).astimezone(UTC) + late).astimezone(zone)
        for on, moment in ((day, planned.start), (last, planned.end))
    )
    place = change.place if change and change.place else planned.place
    return Showing(show, day, planned._replace(start=start.time(), end=end.time(), place=place), start, end, change)


def now_and_next(showings: tuple[Showing, ...], now: datetime) -> tuple[tuple[Showing, ...], tuple[Showing, ...]]:
    """What is on, and what starts at the next start time after now."""
    given = tuple(s for s in showings if not s.cancelled)
    later = tuple(s for s in given if elapsed(now, s.start) > timedelta())
    current = tuple(s for s in given if s not in later and not s.has_ended(now))
    upcoming = tuple(s for s in later if s.start == later[0].start)
    return current, upcoming


def next_showing(demonstration: Demonstration, today: Today) -> Showing | None:
    """The demonstration's first showing of the day that has not ended and is given; None when there is none."""
    return next((s for s in showings((demonstration,), today) if not s.has_ended(today.now) and not s.cancelled), None)
