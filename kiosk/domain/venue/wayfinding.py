"""The shortest way from one spot to another, which the library astar finds (ADR 0043), and its legs as somebody walks it."""

from collections.abc import Collection, Iterable
from enum import StrEnum
from itertools import pairwise
from math import ceil, dist
from typing import NamedTuple

from astar import find_path

from kiosk.domain.venue.plan import PASSAGES, Point, Spot, SpotKind, Venue, bearing

METRES_A_MINUTE = 48
"""0.8 m/s: somebody who is not in a hurry, among many people."""
_STRAIGHT = 35
"""Degrees that one does not yet call a turn."""
_BEHIND = 145
_NEAR = 9
"""Metres within which a spot tells where to turn."""


class Turn(StrEnum):
    """Where to go next, as seen by who walks."""

    AHEAD = "ahead"
    LEFT = "left"
    RIGHT = "right"
    BEHIND = "behind"


class Leg(NamedTuple):
    """A part of a way that is walked straight on."""

    turn: Turn
    """Where to turn at its beginning."""
    landmark: str
    """The spot where that is; empty where nothing with a name is near."""
    passage: str
    """The door or the stairs it leads through; empty for none."""
    points: tuple[Point, ...]


class Stretch(NamedTuple):
    """A path from one place to the next."""

    metres: float
    step_free: bool


Paths = dict[str, dict[str, Stretch]]
"""For each place, the places next to it."""


class Way(NamedTuple):
    """How to get from a spot to another."""

    goal: Spot
    legs: tuple[Leg, ...]
    metres: float
    step_free: bool

    @property
    def minutes(self) -> int:
        """How long it is on foot, at least one minute."""
        return max(1, ceil(self.metres / METRES_A_MINUTE))

    @property
    def points(self) -> tuple[Point, ...]:
        """All its points, in order."""
        return tuple(dict.fromkeys(point for leg in self.legs for point in leg.points))


def way(
    venue: Venue,
    start: str,
    goals: Iterable[Spot],
    *,
    facing: float = 0.0,
    step_free: bool = False,
    closed: Collection[str] = frozenset(),
) -> Way | None:
    """The shortest way to the nearest of some spots; None where no way leads to any.

    Args:
        venue: the plan.
        start: the spot to start from.
        goals: spots of which any will do.
        facing: where somebody looks who starts, in degrees.
        step_free: whether stairs are no way.
        closed: spots that nobody may go to or through.
    """
    paths = paths_of(venue, step_free=step_free, closed=closed)
    ends = {goal.identifier: goal for goal in goals if goal.identifier in paths and goal.identifier != start}
    found = find_path(
        start,
        "",
        lambda place: paths.get(place, {}),
        heuristic_cost_estimate_fnct=lambda _place, _goal: 0.0,
        distance_between_fnct=lambda here, there: paths[here][there].metres,
        is_goal_reached_fnct=lambda place, _goal: place in ends,
    )
    if found is None:
        return None
    walked = list(found)
    stretches = [paths[here][there] for here, there in pairwise(walked)]
    metres, free = sum(stretch.metres for stretch in stretches), all(stretch.step_free for stretch in stretches)
    return Way(ends[walked[-1]], tuple(_legs(venue, walked, facing)), metres, free)


def paths_of(venue: Venue, *, step_free: bool = False, closed: Collection[str] = frozenset()) -> Paths:
    """The paths that can be walked, by both of their ends: without stairs where step-free ones are asked for."""
    points = venue.points()
    paths: Paths = {name: {} for name in points if name not in closed}
    for path in venue.paths:
        start, end = path.ends
        if (path.step_free or not step_free) and start in paths and end in paths:
            paths[start][end] = paths[end][start] = Stretch(dist(points[start], points[end]), path.step_free)
    return paths


def exits(venue: Venue) -> tuple[Spot, ...]:
    """All spots at which one leaves the venue."""
    return tuple(spot for spot in venue.spots if spot.kind is SpotKind.EXIT)


def _legs(venue: Venue, walked: list[str], facing: float) -> Iterable[Leg]:
    """The way cut where one turns; what goes straight on, or through a door, is one leg."""
    points = venue.points()
    passages = {spot.identifier for spot in venue.spots if spot.kind in PASSAGES}
    begun, looking, begins = 0, facing, Turn.AHEAD
    for place, (here, there) in enumerate(pairwise(walked)):
        ahead = bearing(points[here], points[there])
        turn = _turn(looking, ahead)
        if place and turn is not Turn.AHEAD:
            yield _leg(venue, walked[begun : place + 1], begins, passages, first=not begun)
            begun = place
        if place == begun:
            begins = turn
        looking = ahead
    yield _leg(venue, walked[begun:], begins, passages, first=not begun)


def _leg(venue: Venue, walked: list[str], turn: Turn, passages: Collection[str], *, first: bool) -> Leg:
    points = venue.points()
    passage = next((name for name in walked[1:] if name in passages), "")
    landmark = "" if first else _landmark(venue, walked[0])
    return Leg(turn, landmark, passage, tuple(points[name] for name in walked))


def _turn(looking: float, ahead: float) -> Turn:
    angle = (ahead - looking + 180) % 360 - 180
    if abs(angle) <= _STRAIGHT:
        return Turn.AHEAD
    if abs(angle) >= _BEHIND:
        return Turn.BEHIND
    return Turn.RIGHT if angle > 0 else Turn.LEFT


def _landmark(venue: Venue, name: str) -> str:
    """The nearest spot by which a turn is known."""
    at = venue.points()[name]
    near = [(dist(spot.at, at), spot.identifier) for spot in venue.spots if spot.kind is not SpotKind.KIOSK]
    return min((found for found in near if found[0] <= _NEAR), default=(0.0, ""))[1]
