"""The plan of the venue as a drawing: grounds, halls and paths, without words, turned to how a visitor stands."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

from kiosk.domain.venue.plan import Point, Venue, turned

MARGIN = 3.0
"""Metres around the venue."""
_PATH_WIDTH = 2.4
_INKS: Mapping[str, str] = {"ground": "#fffdf8", "edge": "#12262b", "hall": "#eef2ec", "hall_edge": "#5f8a8e", "path": "#e4dac2"}


class Frame(NamedTuple):
    """Where a plan that is turned stands in the picture of it: lengths are metres."""

    facing: float
    left: float
    top: float
    width: float
    height: float

    def place(self, point: Point) -> Point:
        """A point of the plan as parts of the picture's width and height, from 0 to 1."""
        ((x, y),) = turned((point,), self.facing)
        return Point((x - self.left) / self.width, (y - self.top) / self.height)


def frame_of(venue: Venue, facing: float) -> Frame:
    """The frame of the whole venue, turned so that its top is where a visitor looks."""
    corners = turned(venue.outline, facing)
    left, top = min(x for x, _ in corners) - MARGIN, min(y for _, y in corners) - MARGIN
    right, bottom = max(x for x, _ in corners) + MARGIN, max(y for _, y in corners) + MARGIN
    return Frame(facing, left, top, right - left, bottom - top)


def draw_plan(venue: Venue, facing: float = 0.0, *, inks: Mapping[str, str] = _INKS) -> Element:
    """The plan as the root of an SVG drawing; its unit is the metre.

    Args:
        venue: the plan.
        facing: the direction that is up, in degrees.
        inks: colours of `ground`, `edge`, `hall`, `hall_edge` and `path`.
    """
    frame = frame_of(venue, facing)
    box = f"{frame.left:.2f} {frame.top:.2f} {frame.width:.2f} {frame.height:.2f}"
    svg = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "viewBox": box})
    _polygon(svg, turned(venue.outline, facing), {"fill": inks["ground"], "stroke": inks["edge"], "stroke-width": "0.9"})
    for hall in venue.halls:
        _polygon(svg, turned(hall.outline, facing), {"fill": inks["hall"], "stroke": inks["hall_edge"], "stroke-width": "0.5"})
    points = venue.points()
    for path in venue.paths:
        start, end = turned((points[name] for name in path.ends), facing)
        dashes = {} if path.step_free else {"stroke-dasharray": "0.8 0.6"}
        _line(svg, start, end, {"stroke": inks["path"], "stroke-width": str(_PATH_WIDTH), **dashes})
    return svg


def svg_text(svg: Element) -> str:
    """A drawing as text."""
    return tostring(svg, encoding="unicode")


def dots(points: Sequence[Point], apart: float) -> Iterable[Point]:
    """Points at equal distances along a way, in metres; neither its beginning nor its end."""
    left = apart
    for (ax, ay), (bx, by) in pairwise(points):
        length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
        while left < length:
            yield Point(ax + (bx - ax) * left / length, ay + (by - ay) * left / length)
            left += apart
        left -= length


def _polygon(svg: Element, corners: Iterable[Point], how: Mapping[str, str]) -> None:
    SubElement(svg, "polygon", {"points": " ".join(f"{x:.2f},{y:.2f}" for x, y in corners), "stroke-linejoin": "round", **how})


def _line(svg: Element, start: Point, end: Point, how: Mapping[str, str]) -> None:
    ends = {"x1": f"{start.x:.2f}", "y1": f"{start.y:.2f}", "x2": f"{end.x:.2f}", "y2": f"{end.y:.2f}"}
    SubElement(svg, "line", {**ends, "stroke-linecap": "round", **how})
