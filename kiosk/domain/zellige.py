"""The geometry of zellige: stars of two squares, the crosses between them, and the straps that cross over and under.

A cell is a square of side 2R around a star of radius R, the *khatem*: one square with its corners on the axes, one turned by an
eighth. Stars of neighbouring cells touch at their tips, so the sides of the first squares run on from star to star as straight
straps; the second squares are straps that close. Every strap goes over and under in turn, which repeats with the cell (after
E. Broug, *Islamic Geometric Patterns*, 2008; the alternation is that of any drawing of closed lines whose crossings join two).
"""

from itertools import pairwise
from math import cos, hypot, pi, sin, sqrt
from typing import NamedTuple

Point = tuple[float, float]
Polygon = tuple[Point, ...]

POINTS = 8
INNER = cos(pi / 4) / cos(pi / POINTS)
"""Radius of a star's inner corners where that of its tips is 1: 0.7654."""


def star(radius: float, centre: Point = (0.0, 0.0), turn: float = 0.0) -> Polygon:
    """The outline of two squares turned by an eighth, from the tip at the angle `turn` (radians) on: 16 corners."""
    corners = []
    for step in range(2 * POINTS):
        angle, reach = turn + step * pi / POINTS, radius * (INNER if step % 2 else 1.0)
        corners.append((centre[0] + reach * cos(angle), centre[1] + reach * sin(angle)))
    return tuple(corners)


class Crossing(NamedTuple):
    """Where two straps meet."""

    at: Point
    over: Point
    """The direction of the strap that lies on top, of length 1."""


class Cell(NamedTuple):
    """One cell, its star in the middle, at the origin; as large as it is wide."""

    straps: tuple[Polygon, ...]
    """Lines in the middle of the straps; the first one closes, the others go on in the next cells."""
    crossings: tuple[Crossing, ...]
    heart: Polygon
    """The octagon inside both squares."""
    tips: tuple[Polygon, ...]
    """The eight triangles that make it a star."""


def cell(side: float) -> Cell:
    """The cell of a field.

    Args:
        side: its length; all that is given is in the same unit.
    """
    radius = side / 2
    half = radius / sqrt(2)
    outline = star(radius)
    tips, inner = outline[0::2], outline[1::2]
    square = ((half, half), (-half, half), (-half, -half), (half, -half))
    runs = tuple((tips[step], tips[(step + 2) % POINTS]) for step in range(0, POINTS, 2))
    triangles = tuple((inner[step - 1], tips[step], inner[step]) for step in range(POINTS))
    return Cell((square, *runs), (*_woven(inner), *_touching(radius)), inner, triangles)


def _woven(inner: Polygon) -> tuple[Crossing, ...]:
    """The straps of a star's own squares: going round, the closed one lies under, over, under."""
    slope = 1 / sqrt(2)
    crossings = []
    for step, (x, y) in enumerate(inner):
        along_axis = (0.0, 1.0) if abs(x) > abs(y) else (1.0, 0.0)
        run = (slope, -slope) if x * y > 0 else (slope, slope)
        crossings.append(Crossing((x, y), along_axis if step % 2 else run))
    return tuple(crossings)


def _touching(radius: float) -> tuple[Crossing, ...]:
    """Where stars touch, the straps of the two directions lie on top in turn."""
    slope = 1 / sqrt(2)
    beside = tuple(Crossing((x, 0.0), (slope, slope)) for x in (-radius, radius))
    above = tuple(Crossing((0.0, y), (slope, -slope)) for y in (-radius, radius))
    return beside + above


def length(line: Polygon) -> float:
    """The length of an open line."""
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(line))


def part(line: Polygon, share: float) -> Polygon:
    """The first part of an open line.

    Args:
        line: its corners.
        share: of its length, from 0 to 1.
    """
    left = length(line) * share
    drawn = [line[0]]
    for begin, end in pairwise(line):
        step = hypot(end[0] - begin[0], end[1] - begin[1])
        if step >= left:
            reach = left / step if step else 0.0
            drawn.append((begin[0] + (end[0] - begin[0]) * reach, begin[1] + (end[1] - begin[1]) * reach))
            break
        drawn.append(end)
        left -= step
    return tuple(drawn)
