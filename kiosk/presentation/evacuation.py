"""The way out as a picture: the plan turned to whoever stands before the screen, and the dots to the nearest exit."""

from urllib.parse import quote
from xml.etree.ElementTree import SubElement

from kiosk.domain.formatting import Words
from kiosk.domain.language import Language, LocalizedText
from kiosk.domain.venue.directions import steps_of
from kiosk.domain.venue.plan import SpotKind, Venue, turned
from kiosk.presentation.map_rows import Stand, way_to
from kiosk.presentation.plan_drawing import dots, draw_plan, written
from kiosk.presentation.rows import NamedPicture

_GREEN, _RED = "#0f5a4a", "#96151c"
_DOT, _HERE, _EXIT = 1.1, 3.2, 3.4
"""Half widths of the marks, in metres."""


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
    found = way_to(venue, stand, f"kind:{SpotKind.EXIT}", step_free=True) or way_to(
        venue, stand, f"kind:{SpotKind.EXIT}", step_free=False
    )
    if found is None:
        return NamedPicture(), ()
    svg = draw_plan(venue, stand.facing)
    for x, y in turned(dots(found.points, 2 * _DOT + 0.8), stand.facing):
        SubElement(svg, "circle", {"cx": f"{x:.2f}", "cy": f"{y:.2f}", "r": str(_DOT), "fill": _GREEN})
    (here,), exits = turned(found.points[:1], stand.facing), [s for s in venue.spots if s.kind is SpotKind.EXIT]
    for spot in exits:
        ((x, y),) = turned((spot.at,), stand.facing)
        box = {
            "x": f"{x - _EXIT:.2f}",
            "y": f"{y - _EXIT:.2f}",
            "width": f"{2 * _EXIT:.2f}",
            "height": f"{2 * _EXIT:.2f}",
            "rx": "0.6",
        }
        open_ = spot.identifier not in stand.closed
        SubElement(svg, "rect", {**box, "fill": _GREEN if open_ else "#857f6f"})
        sign = _ARROW if open_ else _CROSS
        SubElement(svg, "path", {"d": sign, "transform": f"translate({x:.2f} {y:.2f})", **_SIGN})
    SubElement(
        svg,
        "circle",
        {"cx": f"{here.x:.2f}", "cy": f"{here.y:.2f}", "r": str(_HERE), "fill": _RED, "stroke": "white", "stroke-width": "0.8"},
    )
    steps = steps_of(found, venue, words)
    named = " · ".join(found.goal.name.in_language(language.tag) for language in languages)
    return NamedPicture(f"data:image/svg+xml;utf8,{quote(written(svg))}", named), steps


_ARROW = "M-1.8 0 H1.6 M0.2 -1.5 L1.7 0 L0.2 1.5"
_CROSS = "M-1.4 -1.4 L1.4 1.4 M1.4 -1.4 L-1.4 1.4"
_SIGN = {"fill": "none", "stroke": "white", "stroke-width": "0.8", "stroke-linecap": "round", "stroke-linejoin": "round"}
