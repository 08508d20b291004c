"""The plan of the venue: halls, spots and paths.

Points are metres on the plan, x to the right and y downwards. Directions are degrees clockwise from the plan's top.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from math import atan2, cos, degrees, radians, sin
from typing import NamedTuple

from kiosk.domain.language import LocalizedText


class Point(NamedTuple):
    """A place on the plan, in metres."""

    x: float
    y: float


class SpotKind(StrEnum):
    """What a visitor finds at a spot."""

    PAVILION = "pavilion"
    SHOW = "show"
    KIOSK = "kiosk"
    DESK = "desk"
    DOOR = "door"
    STAIRS = "stairs"
    EXIT = "exit"
    TOILETS = "toilets"
    PRAYER_ROOM = "prayer_room"
    FIRST_AID = "first_aid"
    LOST_CHILD = "lost_child"


PASSAGES = frozenset({SpotKind.DOOR, SpotKind.STAIRS})
"""Kinds that one goes through, and not to."""


class Spot(NamedTuple):
    """A place that has a name."""

    identifier: str
    """As `spot:toilets_1`."""
    kind: SpotKind
    at: Point
    name: LocalizedText
    icon: str
    items: tuple[str, ...] = ()
    """What is found there, as `pavilion:k9`."""


class Hall(NamedTuple):
    """A building or a ground of the venue."""

    identifier: str
    name: LocalizedText
    outline: tuple[Point, ...]
    """Its corners, one after the other."""


class Path(NamedTuple):
    """A straight way between two points, walked both ways."""

    ends: tuple[str, str]
    """Spots or junctions."""
    step_free: bool = True


class Venue(NamedTuple):
    """The whole plan."""

    name: LocalizedText
    sample: bool
    """It shows how a plan looks, not the place itself."""
    outline: tuple[Point, ...]
    halls: tuple[Hall, ...]
    spots: tuple[Spot, ...]
    junctions: Mapping[str, Point]
    paths: tuple[Path, ...]

    def spot(self, identifier: str) -> Spot | None:
        """A spot by its identifier."""
        return next((spot for spot in self.spots if spot.identifier == identifier), None)

    def spots_of(self, item: str) -> tuple[Spot, ...]:
        """Where an item is found."""
        return tuple(spot for spot in self.spots if item in spot.items)

    def points(self) -> dict[str, Point]:
        """Where each spot and junction is."""
        return dict(self.junctions) | {spot.identifier: spot.at for spot in self.spots}


def inside(point: Point, outline: Sequence[Point]) -> bool:
    """Whether a point lies within an outline or on its edge (even-odd rule)."""
    within = False
    for (ax, ay), (bx, by) in zip(outline, (*outline[1:], outline[0]), strict=True):
        if _on(point, Point(ax, ay), Point(bx, by)):
            return True
        if (ay > point.y) != (by > point.y) and point.x < (bx - ax) * (point.y - ay) / (by - ay) + ax:
            within = not within
    return within


def _on(point: Point, start: Point, end: Point) -> bool:
    cross = (end.x - start.x) * (point.y - start.y) - (end.y - start.y) * (point.x - start.x)
    between = min(start.x, end.x) <= point.x <= max(start.x, end.x) and min(start.y, end.y) <= point.y <= max(start.y, end.y)
    return between and abs(cross) < 1e-9


def bearing(start: Point, end: Point) -> float:
    """The direction in which one goes from one point to another, from 0 to 360."""
    return degrees(atan2(end.x - start.x, start.y - end.y)) % 360


def turned(points: Iterable[Point], facing: float) -> tuple[Point, ...]:
    """Points on a map whose top is the direction a visitor looks in."""
    turn = radians(-facing)
    return tuple(Point(x * cos(turn) - y * sin(turn), x * sin(turn) + y * cos(turn)) for x, y in points)
