"""The panel's real size, so that the screen is laid out in millimetres; and whether it shows the colours of the evening."""

from math import hypot
from typing import NamedTuple

REFERENCE_SHORT_SIDE_MM = 194.0
"""Short side of a 15.6-inch panel, the smallest we serve: one layout unit is one millimetre there."""
GROWTH = 0.75
"""Larger panels are read from farther away, and leave more room: sizes grow with this power of the short side."""
LONGEST = 32 / 9
"""How much longer than wide a panel may be: screens are laid out from 9:32 to 32:9."""
NARROWEST = 185.0
"""Layout units the short side must have for every screen to have its room."""
FEWEST = 2.0
"""Pixels a layout unit must have for the smallest letters to be read."""
_ROUNDING = 1.01


class EveningHours(NamedTuple):
    """When the screens have less light, unless staff choose."""

    begin: int
    """The hour it begins at, from 0 to 24."""
    end: int
    """The hour it ends at; as `begin`: there is no evening."""

    def hold(self, hour: int) -> bool:
        """Whether an hour of the day, from 0 to 23, is one of the evening's: those over midnight belong to it."""
        if self.begin <= self.end:
            return self.begin <= hour < self.end
        return hour >= self.begin or hour < self.end


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
        growth: float = (self.short_side_mm / REFERENCE_SHORT_SIDE_MM) ** GROWTH
        return self.pixels_per_millimetre * max(1.0, growth)

    @property
    def short_side_mm(self) -> float:
        """The shorter side of the glass."""
        return min(self.width_px, self.height_px) / self.pixels_per_millimetre

    @property
    def is_too_long(self) -> bool:
        """Whether it is longer than any shape that screens are laid out for."""
        return max(self.width_px, self.height_px) / min(self.width_px, self.height_px) > LONGEST * _ROUNDING

    @property
    def is_too_narrow(self) -> bool:
        """Whether its short side leaves some screens no room."""
        return min(self.width_px, self.height_px) / self.pixels_per_unit < NARROWEST

    @property
    def is_too_coarse(self) -> bool:
        """Whether it has too few pixels for letters of the size that its glass asks for."""
        return self.pixels_per_unit < FEWEST
