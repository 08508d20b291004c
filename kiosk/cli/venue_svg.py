"""Draws the plan of the venue for admins: every spot with its name and identifier."""

from xml.etree.ElementTree import SubElement

from kiosk.domain.language import Language
from kiosk.domain.venue.plan import SpotKind, Venue, turned
from kiosk.presentation.plan_drawing import draw_plan, svg_text

_FILLS = {SpotKind.KIOSK: "#96151c", SpotKind.EXIT: "#0f5a4a", SpotKind.PAVILION: "#0d3338", SpotKind.STAIRS: "#857f6f"}
_NAME = {"font-family": "IBM Plex Sans Arabic, sans-serif", "text-anchor": "middle", "fill": "#12262b"}


def draw_venue(venue: Venue, language: Language, facing: float) -> str:
    """An SVG document in one language.

    Args:
        venue: the plan.
        language: of the names.
        facing: the direction that is up, in degrees.
    """
    svg = draw_plan(venue, facing)
    svg.set("direction", language.direction.value)
    for spot in venue.spots:
        ((x, y),) = turned((spot.at,), facing)
        SubElement(svg, "circle", {"cx": f"{x:.2f}", "cy": f"{y:.2f}", "r": "1.1", "fill": _FILLS.get(spot.kind, "#e0a43a")})
        for below, size, text in ((2.9, "1.5", spot.name.in_language(language.tag)), (4.4, "1.1", spot.identifier)):
            label = SubElement(svg, "text", {"x": f"{x:.2f}", "y": f"{y + below:.2f}", "font-size": size, **_NAME})
            label.text = text
    return svg_text(svg)
