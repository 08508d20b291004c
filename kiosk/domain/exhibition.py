"""The Open Days: pavilions, their units, demonstrations with their timetable, editions, emergency numbers."""

from datetime import date, time
from typing import NamedTuple

from kiosk.domain.item import Card, Head, Statement
from kiosk.domain.language import LocalizedText
from kiosk.domain.takeaway import TakeawayRequest


class Organisation(NamedTuple):
    """The institution that holds the Open Days."""

    head: Head
    statements: tuple[Statement, ...]


class Pavilion(NamedTuple):
    """A themed stand of the exhibition."""

    head: Head
    what_it_is: tuple[Statement, ...]
    what_it_does: tuple[Statement, ...]
    what_to_see: tuple[Statement, ...]
    how_to_reach: tuple[Statement, ...]
    units: tuple[Card, ...]
    services: tuple[Card, ...]
    demonstrations: tuple[Card, ...]
    takeaways: tuple[TakeawayRequest, ...]


class Unit(NamedTuple):
    """A unit or work area presented in a pavilion."""

    head: Head
    pavilion: Card
    statements: tuple[Statement, ...]


class TimetableSlot(NamedTuple):
    """One showing of a demonstration, in the exhibition's local time; an end before the start is on the next day."""

    identifier: str
    day: date | None
    """None: every day of the exhibition."""
    start: time
    end: time
    place: LocalizedText
    sample: bool
    """Not a real programme: shown as a sample."""


class Demonstration(NamedTuple):
    """A show, with the times it is given."""

    head: Head
    statements: tuple[Statement, ...]
    warning: Statement | None
    pavilion: Card | None
    slots: tuple[TimetableSlot, ...]


class Place(NamedTuple):
    """A place of the earth, in degrees."""

    latitude: float
    longitude: float


class Edition(NamedTuple):
    """One year's Open Days."""

    head: Head
    number: int
    city: LocalizedText
    venue: LocalizedText | None
    start: date
    end: date
    slogan: LocalizedText
    visitors: int
    visitors_confirm: bool
    """Sources differ on the figure."""
    sources: tuple[str, ...]
    """What proves the dates, the place, the slogan and the visitor figure."""
    statements: tuple[Statement, ...]
    at: Place | None = None
    """Where the city is; None where the content does not say."""


class EmergencyNumber(NamedTuple):
    """A number to call, and where it answers."""

    head: Head
    number: str
    where: LocalizedText
    statements: tuple[Statement, ...]
    sources: tuple[str, ...]


class GlossaryTerm(NamedTuple):
    """A word of the trade in every language."""

    identifier: str
    name: LocalizedText
    sources: tuple[str, ...]
