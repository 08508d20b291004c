"""What is wrong with a plan: where somebody would be sent astray, or stand before a wall."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from math import dist
from typing import NamedTuple

from kiosk.domain.venue.plan import PASSAGES, SpotKind, Venue, inside
from kiosk.domain.venue.wayfinding import exits, way

TOO_NEAR = 2.0
"""Metres between two spots that a finger, or a visitor, could not tell apart."""
_CORNERS = 3


class VenueFault(NamedTuple):
    """One thing wrong with a plan."""

    item: str
    """The spot, hall, junction or path, or the venue itself."""
    field: str
    what: str
    mend: str


def venue_faults(venue: Venue) -> Iterator[VenueFault]:
    """All that is wrong, the plan's form first, then its ways."""
    yield from _outlines(venue)
    yield from _places(venue)
    yield from _doubles(venue)
    unknown = list(_unknown_ends(venue))
    yield from unknown
    if not unknown:
        yield from _ways(venue)


def _outlines(venue: Venue) -> Iterator[VenueFault]:
    for item, outline in (("venue:venue", venue.outline), *((hall.identifier, hall.outline) for hall in venue.halls)):
        if len(set(outline)) < _CORNERS:
            yield VenueFault(item, "outline", "has fewer than three corners", "give each of its corners once")
    for hall in venue.halls:
        if not all(inside(corner, venue.outline) for corner in hall.outline):
            yield VenueFault(hall.identifier, "outline", "reaches out of the venue", "keep it within the venue's outline")


def _places(venue: Venue) -> Iterator[VenueFault]:
    for name, at in venue.points().items():
        if not inside(at, venue.outline):
            yield VenueFault(name, "at", "lies outside the venue", "put it within the venue's outline")
    for spot, other in combinations(venue.spots, 2):
        if dist(spot.at, other.at) < TOO_NEAR:
            what = f"lies less than {TOO_NEAR:g} m from {spot.identifier}"
            yield VenueFault(other.identifier, "at", what, "put them apart, or make one spot of both")


def _doubles(venue: Venue) -> Iterator[VenueFault]:
    for name, count in Counter(spot.identifier for spot in venue.spots).items():
        if count > 1:
            yield VenueFault(name, "id", "is there twice", "give each its own")
    held = Counter(item for spot in venue.spots for item in spot.items if item.startswith("pavilion:"))
    for item, count in held.items():
        if count > 1:
            yield VenueFault(item, "items", "stands at two spots", "name it at one")


def _unknown_ends(venue: Venue) -> Iterator[VenueFault]:
    known = venue.points()
    for path in venue.paths:
        for end in path.ends:
            if end not in known:
                yield VenueFault("venue:venue", "paths", f"names {end!r}, which is no spot and no junction", "correct the name")
        if path.ends[0] == path.ends[1]:
            yield VenueFault("venue:venue", "paths", f"leads from {path.ends[0]!r} to itself", "take it away")


def _ways(venue: Venue) -> Iterator[VenueFault]:
    """Every spot is reached from every kiosk, also without stairs; somebody can always leave."""
    if not exits(venue):
        yield VenueFault("venue:venue", "spots", "has no exit", "add the spots at which one leaves, with kind: exit")
    starts = [spot for spot in venue.spots if spot.kind is SpotKind.KIOSK]
    if not starts:
        yield VenueFault("venue:venue", "spots", "has no kiosk", "add the spots where the screens stand, with kind: kiosk")
        return
    for spot in venue.spots:
        if spot == starts[0]:
            continue
        if way(venue, starts[0].identifier, (spot,)) is None:
            yield VenueFault(spot.identifier, "paths", f"cannot be reached from {starts[0].identifier}", "join it by a path")
        elif spot.kind not in PASSAGES and way(venue, starts[0].identifier, (spot,), step_free=True) is None:
            yield VenueFault(spot.identifier, "paths", "cannot be reached without stairs", "add a step-free path, if there is one")
