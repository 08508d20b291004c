"""The colours that pictures are drawn in: five inks, paper, and one identity colour for each pavilion.

Each colour is used in five tones, mixed with the night of the theme and with paper; a picture holds no other.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

PAPER = ("#fffdf8", "#f7f3ea", "#e9e3d3")
"""White of the surfaces, ground of the pages, and their shade."""
DARK = "#082327"
INKS: Mapping[str, str] = MappingProxyType(
    {"night": "#0d3338", "emerald": "#0f5a4a", "saffron": "#e0a43a", "clay": "#a4552c", "garnet": "#96151c"}
)
IDENTITIES: Mapping[str, str] = MappingProxyType(
    {
        "cedar": "#143622",
        "saddle": "#843b00",
        "chestnut": "#2f1600",
        "azure": "#2e4dba",
        "plum": "#4f1949",
        "indigo": "#13177a",
        "slate": "#604e88",
        "dusk": "#2e0d51",
        "aubergine": "#400028",
        "petrol": "#004565",
        "olive": "#383200",
        "violet": "#6d3696",
        "leaf": "#006715",
        "madder": "#a32844",
        "garnet": "#79002b",
        "mauve": "#682646",
    }
)
"""By name. White text on each is at least 7:1, and each is told from the others with every common colour blindness."""


class Tones(NamedTuple):
    """One colour in five tones, from dark to light."""

    deep: str
    full: str
    mid: str
    soft: str
    wash: str


def mixed(colour: str, other: str, share: float) -> str:
    """A colour with a share, from 0 to 1, of another; all as #rrggbb."""
    pairs = ((int(colour[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(one * (1 - share) + two * share):02x}" for one, two in pairs)


def tones(colour: str) -> Tones:
    """The five tones of a colour."""
    return Tones(mixed(colour, DARK, 0.5), colour, *(mixed(colour, PAPER[0], share) for share in (0.45, 0.7, 0.87)))


@cache
def allowed() -> frozenset[str]:
    """Every colour a picture may hold."""
    return frozenset((*PAPER, *(tone for colour in (*INKS.values(), *IDENTITIES.values()) for tone in tones(colour))))
