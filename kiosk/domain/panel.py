"""The panel's real size, so that the screen is laid out in millimetres."""

from math import hypot
from typing import NamedTuple

REFERENCE_SHORT_SIDE_MM = 194.0
"""Short side of a 15.6-inch panel, the smallest we serve: one layout unit is one millimetre there."""
GROWTH = 0.75
"""Larger panels are read from farther away, and leave more room: sizes grow with this power of the short side."""


class Panel(NamedTuple):
    """A display as mounted."""

    width_px: int
    height_px: int
    diagonal_inches: float

    @property
    def pixels_per_millimetre(self) -> float:
        """Pixels in a millimetre of the glass."""
        return hypot(self.width_px, self.height_px) / (self.diagonal_inches * 25.4)

    @property
    def pixels_per_unit(self) -> float:
        """Pixels in a layout unit: never less than a millimetre, so no target is below its size in millimetres."""
        short_side_mm = min(self.width_px, self.height_px) / self.pixels_per_millimetre
        growth: float = (short_side_mm / REFERENCE_SHORT_SIDE_MM) ** GROWTH
        return self.pixels_per_millimetre * max(1.0, growth)
