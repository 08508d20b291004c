"""What the drawings of `kiosk counters` and `kiosk guide` have in common: the sheet, its fonts and colours."""

from xml.etree import ElementTree as ET

from kiosk.domain.language import Direction, Language

FONT = "IBM Plex Sans Arabic, Noto Sans Arabic, sans-serif"
INK, SOFT, EMERALD, SAFFRON, SURFACE = "#12262b", "#3c4f52", "#0f5a4a", "#e0a43a", "#fffdf8"


def sheet(language: Language, title: str) -> ET.Element:
    """An empty SVG in a language; its size is set when it is known."""
    root = ET.Element("svg", xmlns="http://www.w3.org/2000/svg", lang=language.tag, direction=language.direction.value)
    root.set("font-family", FONT)
    ET.SubElement(root, "title").text = title
    return root


def sized(root: ET.Element, width: float, height: float) -> str:
    """The SVG as text, once its size is known."""
    root.set("viewBox", f"0 0 {width} {height}")
    root.set("width", str(width))
    return ET.tostring(root, encoding="unicode")


def is_mirrored(language: Language) -> bool:
    """Whether a drawing begins at the right."""
    return language.direction is Direction.RIGHT_TO_LEFT
