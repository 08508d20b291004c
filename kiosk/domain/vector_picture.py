"""What a vector picture may be: a small part of SVG, so that neither a hostile file nor another style gets onto the glass.

The part is chosen from SVG Tiny 1.2 (https://www.w3.org/TR/SVGTiny12/), which is what Qt draws.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple
from xml.etree import ElementTree as ET  # entities, the danger in it, are refused before it reads anything

from kiosk.domain.picture_inks import allowed

ENDING = ".svg"
LARGEST_BYTES = 65_536
SCENE = "0 0 1440 720"
SHAPES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {SCENE: ("back", "middle", "front"), "0 0 720 480": ("ground", "paper", "specimen"), "0 0 480 480": ("ground", "sign")}
)
"""By view box, its layers from the farthest to the nearest: a scene, the specimen of a paper, a pictogram."""
_SPACE = "{http://www.w3.org/2000/svg}"
_ELEMENTS = frozenset({"svg", "g", "path", "rect", "circle", "ellipse"})
_ATTRIBUTES = frozenset(
    [
        "id",
        "viewBox",
        "d",
        "x",
        "y",
        "width",
        "height",
        "rx",
        "ry",
        "cx",
        "cy",
        "r",
        "fill",
        "stroke",
        "stroke-width",
        "stroke-linecap",
        "stroke-linejoin",
        "fill-rule",
        "clip-rule",
        "opacity",
        "transform",
    ]
)
_INKS = ("fill", "stroke")
_DECLARES = re.compile(rb"<[!?]")
_PLAIN = re.compile(r"[\w #.,()+-]*")
_NUMBER = re.compile(r"\d*\.?\d+")
_LONGEST_NUMBER = 12


class Flaw(NamedTuple):
    """What is wrong with a picture, and the mend."""

    what: str
    mend: str


def is_scene(data: bytes) -> bool:
    """Whether a sound picture is a scene, shown as wide as a page; else it is the specimen of a paper."""
    return SCENE.encode() in data[:200]


def flaws_of(data: bytes) -> Iterator[Flaw]:
    """Everything that keeps a vector picture from being shown.

    Args:
        data: the bytes of the file.
    """
    if len(data) > LARGEST_BYTES:
        yield Flaw(f"has {len(data)} bytes, a picture has at most {LARGEST_BYTES}", "draw it with fewer points")
        return
    if _DECLARES.search(data):
        yield Flaw("holds a declaration, a comment or an instruction (<! or <?)", "save it as plain SVG without them")
        return
    try:
        root = ET.fromstring(data)  # noqa: S314 - declarations, and with them entities, have been refused
    except (ET.ParseError, UnicodeDecodeError, ValueError) as error:
        yield Flaw(f"is not XML ({error})", "save it as plain SVG")
        return
    yield from _form_flaws(root)
    yield from dict.fromkeys(flaw for element in root.iter() for flaw in _element_flaws(element))


def _form_flaws(root: ET.Element) -> Iterator[Flaw]:
    layers = SHAPES.get(root.get("viewBox", ""))
    if root.tag != f"{_SPACE}svg" or layers is None:
        yield Flaw(f"its viewBox is {root.get('viewBox')!r}", f"draw it in one of {', '.join(map(repr, SHAPES))}")
    elif tuple(child.get("id", "") for child in root) != layers:
        yield Flaw(f"its layers are not {', '.join(layers)}", "put everything into groups with these names, in this order")


def _element_flaws(element: ET.Element) -> Iterator[Flaw]:
    name = element.tag.removeprefix(_SPACE)
    if name not in _ELEMENTS:
        yield Flaw(f"holds <{name}>", f"draw with {', '.join(sorted(_ELEMENTS))} alone: no text, script, style or reference")
    if (element.text or "").strip() or (element.tail or "").strip():
        yield Flaw("holds text", "take it away: words come from the kiosk")
    for attribute, value in element.attrib.items():
        yield from _attribute_flaws(attribute, value)


def _attribute_flaws(attribute: str, value: str) -> Iterator[Flaw]:
    if attribute not in _ATTRIBUTES:
        yield Flaw(f"holds the attribute {attribute!r}", "take it away: shapes, inks and places are all a picture needs")
    elif attribute in _INKS and value != "none" and value.lower() not in allowed():
        yield Flaw(f"holds the colour {value}", "take a tone of the inks (docs/picture-language.md)")
    elif not _PLAIN.fullmatch(value) or any(len(number) > _LONGEST_NUMBER for number in _NUMBER.findall(value)):
        yield Flaw(f"holds an odd {attribute}", "write numbers and names alone")
