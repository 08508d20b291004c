"""The way out as a picture: the plan turned to whoever stands before the screen, and the dots to the nearest exit."""

from collections.abc import Sequence
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement

from kiosk.domain.formatting import Words
from kiosk.domain.language import Language, LocalizedText
from kiosk.domain.venue.directions import steps_of
from kiosk.domain.venue.plan import Point, SpotKind, Venue, bearing, turned
from kiosk.presentation.map_rows import Stand, way_to
from kiosk.presentation.plan_drawing import dots, draw_plan, svg_text
from kiosk.presentation.rows import NamedPicture

_GREEN, _RED, _GREY = "#0f5a4a", "#96151c", "#857f6f"
_DOT, _HERE, _EXIT = 1.1, 3.2, 3.4
"""Half widths of the marks, in metres."""
_ARROW = "M-1.8 0 H1.6 M0.2 -1.5 L1.7 0 L0.2 1.5"
_CROSS = "M-1.4 -1.4 L1.4 1.4 M1.4 -1.4 L-1.4 1.4"
_SIGN = {"fill": "none", "stroke": "white", "stroke-width": "0.8", "stroke-linecap": "round", "stroke-linejoin": "round"}
_EXITS = f"kind:{SpotKind.EXIT}"


def way_out(
    venue: Venue, stand: Stand, languages: tuple[Language, ...], words: Words
) -> tuple[NamedPicture, tuple[LocalizedText, ...]]:
    """The picture of the way to the nearest exit that is open, and the way in words; nothing where no way is known.

    Args:
        venue: the plan.
        stand: where the kiosk stands.
        languages: of the picture's name.
        words: the interface's words.
    """
    found = way_to(venue, stand, _EXITS, step_free=True) or way_to(venue, stand, _EXITS, step_free=False)
    if found is None:
        return NamedPicture(), ()
    svg = draw_plan(venue, stand.facing)
    for point in turned(dots(found.points, 2 * _DOT + 0.8), stand.facing):
        _round(svg, point, _DOT, _GREEN)
    _draw_exits(svg, venue, stand)
    (here,) = turned(found.points[:1], stand.facing)
    _round(svg, here, _HERE, _RED)
    named = " · ".join(found.goal.name.in_language(language.tag) for language in languages)
    return NamedPicture(f"data:image/svg+xml;utf8,{quote(svg_text(svg))}", named), steps_of(found, venue, words)


def _draw_exits(svg: Element, venue: Venue, stand: Stand) -> None:
    """Every exit with an arrow that points out of the venue; a closed one with a cross."""
    middle = _middle(turned(venue.outline, stand.facing))
    for spot in (spot for spot in venue.spots if spot.kind is SpotKind.EXIT):
        (at,) = turned((spot.at,), stand.facing)
        closed = spot.identifier in stand.closed
        place = f"translate({at.x:.2f} {at.y:.2f})"
        box = {"x": f"{-_EXIT}", "y": f"{-_EXIT}", "width": f"{2 * _EXIT}", "height": f"{2 * _EXIT}", "rx": "0.6"}
        SubElement(svg, "rect", {**box, "fill": _GREY if closed else _GREEN, "transform": place})
        turn = "" if closed else f" rotate({90 * round((bearing(middle, at) - 90) / 90)})"
        SubElement(svg, "path", {"d": _CROSS if closed else _ARROW, "transform": f"{place}{turn}", **_SIGN})


def _middle(corners: Sequence[Point]) -> Point:
    """The middle of the venue, from which outside is every way."""
    return Point(sum(x for x, _ in corners) / len(corners), sum(y for _, y in corners) / len(corners))


def _round(svg: Element, at: Point, half: float, fill: str) -> None:
    SubElement(svg, "circle", {"cx": f"{at.x:.2f}", "cy": f"{at.y:.2f}", "r": f"{half}", "fill": fill})
