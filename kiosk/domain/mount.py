"""How a panel is mounted, and what follows: how large letters must be, and which part of it everybody reaches."""

from math import ceil, radians, tan
from typing import NamedTuple

from kiosk.domain.panel import Panel

LEAST_ANGLE = 0.7
"""Degrees that a capital letter must fill at the reader's eye (EN 301 549, 5.1.4)."""
CAPITAL = 0.698
"""Height of a capital letter of the house type, for each unit of its size."""
LOWEST_MM = 380
"""How low somebody in a wheelchair reaches (EN 301 549, 8.3.3; ADA 308)."""
HIGHEST_MM = 1220
"""How high."""
SMALLEST = (345, 194)
"""Layout units that the smallest panel has, the longer side first: every screen has its room there."""
LOWEST_BAND_MM = 110
"""How high a band must be for pages of letters of the usual size: the bar, and a few buttons above it."""
_ROUNDING = 1.02
MOST_LETTER = 0.1
"""Part of the short side that letters may be high: larger ones leave no room for words."""


class Mount(NamedTuple):
    """Where a panel hangs, and where its reader stands."""

    viewing_distance_mm: int = 600
    """From the eye to the glass."""
    panel_lower_edge_mm: int = 700
    """From the floor to the lower edge of the picture."""


class Band(NamedTuple):
    """The part of a panel that everybody reaches, in pixels from its upper edge."""

    top: int
    height: int
    pixels_per_unit: float
    """Layout units that give every screen its room in the band; a unit is at least a millimetre."""
    whole: bool
    """Whether screens have their room in it as they are; else they are split into pages."""
    enough: bool
    """Whether pages have; else the band has the least height that they need, and is not all within reach."""


def capital_mm(mount: Mount) -> float:
    """How high a capital letter must be at least, in millimetres of the glass."""
    return 2 * mount.viewing_distance_mm * tan(radians(LEAST_ANGLE / 2))


def letters_px(panel: Panel, mount: Mount) -> int:
    """The least size of type in pixels; where the panel has no room for it, as large as there is room for."""
    wanted = capital_mm(mount) / CAPITAL * panel.pixels_per_millimetre
    return min(ceil(wanted), int(min(panel.width_px, panel.height_px) * MOST_LETTER))


def letters_fit(panel: Panel, mount: Mount) -> bool:
    """Whether letters can be so large that they are read from where the reader stands."""
    return capital_mm(mount) / CAPITAL <= panel.short_side_mm * MOST_LETTER


def band(panel: Panel, mount: Mount) -> Band:
    """What of a panel stands between the lowest and the highest place that everybody reaches."""
    scale = panel.pixels_per_millimetre
    above = mount.panel_lower_edge_mm + panel.height_px / scale
    top = max(0.0, above - HIGHEST_MM)
    bottom = min(panel.height_px / scale, above - LOWEST_MM)
    enough = bottom - top >= LOWEST_BAND_MM
    if not enough:
        bottom = min(panel.height_px / scale, max(bottom, LOWEST_BAND_MM))
        top = max(0.0, bottom - LOWEST_BAND_MM)
    width, height = panel.width_px / scale, bottom - top
    units = SMALLEST if width > height else SMALLEST[::-1]
    room = min(width / units[0], height / units[1])
    unit = max(scale, min(panel.pixels_per_unit, room * scale))
    return Band(round(top * scale), round(height * scale), unit, room * _ROUNDING >= 1, enough)
