"""What the map shows of the plan and of a way."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple
from urllib.parse import quote

from kiosk.domain.formatting import Words
from kiosk.domain.page import Page
from kiosk.domain.venue.directions import lost_page, way_page
from kiosk.domain.venue.plan import PASSAGES, Spot, SpotKind, Venue
from kiosk.domain.venue.wayfinding import Way, way
from kiosk.presentation.plan_drawing import dots, draw_plan, frame_of, svg_text
from kiosk.presentation.reading import Reading
from kiosk.presentation.serving_rows import Choice, MapDot, MapSpot

DOT_METRES = 2.6
"""Between two dots of a way."""
FACILITIES = (SpotKind.TOILETS, SpotKind.EXIT, SpotKind.PRAYER_ROOM, SpotKind.FIRST_AID, SpotKind.LOST_CHILD)
"""What is asked for most, in the order it is offered."""


class Stand(NamedTuple):
    """Where a kiosk stands, and what is closed around it."""

    spot: str
    """Empty where the plan does not have it."""
    facing: float
    """Where somebody looks who reads the screen, in degrees clockwise from the plan's top."""
    closed: Collection[str] = frozenset()


def goals_of(venue: Venue, goal: str) -> tuple[Spot, ...]:
    """The spots that a spot, an item or a kind of facility names."""
    return tuple(spot for spot in venue.spots if goal in (spot.identifier, f"kind:{spot.kind}", *spot.items))


def way_to(venue: Venue, stand: Stand, goal: str, *, step_free: bool) -> Way | None:
    """The shortest way from a kiosk to something, as it is now."""
    spots = goals_of(venue, goal)
    return way(venue, stand.spot, spots, facing=stand.facing, step_free=step_free, closed=stand.closed)


def page_of(venue: Venue, stand: Stand, goal: str, found: Way | None, words: Words) -> Page | None:
    """What is told of a way, or of why there is none; None where nothing is looked for."""
    if found is not None:
        return way_page(venue, found, words)
    spots = goals_of(venue, goal)
    return lost_page(spots[0], words, closed=spots[0].identifier in stand.closed) if spots else None


def picture_of(venue: Venue, stand: Stand) -> tuple[str, float]:
    """The plan as the address of a picture, and its width by its height."""
    frame = frame_of(venue, stand.facing)
    return f"data:image/svg+xml;utf8,{quote(svg_text(draw_plan(venue, stand.facing)))}", frame.width / frame.height


def colour_of(spot: Spot, colours: Mapping[str, str]) -> str:
    """The identity colour of the first item at a spot that has one."""
    return next((colours[item] for item in spot.items if colours.get(item)), "")


def spot_rows(
    venue: Venue, stand: Stand, goals: Collection[str], colours: Mapping[str, str], reading: Reading
) -> Iterable[MapSpot]:
    """All spots that one goes to, and where the kiosk stands; kiosks that stand elsewhere are left out.

    `colours` are the identity colours of items, by identifier.
    """
    frame = frame_of(venue, stand.facing)
    for spot in venue.spots:
        here = spot.identifier == stand.spot
        if spot.kind not in PASSAGES and (here or spot.kind is not SpotKind.KIOSK):
            x, y = frame.place(spot.at)
            closed, goal = spot.identifier in stand.closed, spot.identifier in goals
            name, colour = reading.plain(spot.name), colour_of(spot, colours)
            yield MapSpot(spot.identifier, name, spot.icon, x, y, spot.kind.value, here, goal, closed, colour)


def dot_rows(venue: Venue, stand: Stand, found: Way | None) -> Iterable[MapDot]:
    """The dots of a way, from the kiosk on."""
    frame = frame_of(venue, stand.facing)
    for point in dots(found.points, DOT_METRES) if found else ():
        yield MapDot(*frame.place(point))


def stands(venue: Venue, colours: Mapping[str, str], reading: Reading) -> Iterable[Choice]:
    """The pavilions and shows, in the order of the plan."""
    for spot in venue.spots:
        if spot.kind in (SpotKind.PAVILION, SpotKind.SHOW):
            yield Choice(spot.identifier, reading.plain(spot.name), spot.icon, colour=colour_of(spot, colours))


def facilities(venue: Venue, words: Words, reading: Reading) -> Iterable[Choice]:
    """The kinds of facilities that the plan has."""
    for kind in FACILITIES:
        first = next((spot for spot in venue.spots if spot.kind is kind), None)
        if first is not None:
            yield Choice(f"kind:{kind}", reading.plain(words[f"spot_{kind}"]), first.icon)
