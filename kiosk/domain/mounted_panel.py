"""How a panel is mounted, measured against what people can reach and read (EN 301 549, 8.3 and 5.1.4)."""

from math import atan, degrees, radians, tan
from typing import NamedTuple

from kiosk.domain.mount import CAPITAL, HIGHEST_MM, LEAST_ANGLE, LOWEST_MM
from kiosk.domain.panel import Panel

SMALLEST_TYPE, BODY_TYPE = 4.8, 6.8
"""Layout units of the smallest type and of running text, as the theme has them."""


class MountedPanel(NamedTuple):
    """A panel where it stands."""

    panel: Panel
    viewing_distance_mm: int
    lower_edge_mm: int

    @property
    def height_mm(self) -> float:
        """Of the glass."""
        return self.panel.height_px / self.panel.pixels_per_millimetre

    @property
    def width_mm(self) -> float:
        """Of the glass."""
        return self.panel.width_px / self.panel.pixels_per_millimetre

    @property
    def upper_edge_mm(self) -> float:
        """Of the glass, above the floor."""
        return self.lower_edge_mm + self.height_mm

    def capital_mm(self, units: float) -> float:
        """The height of a capital in type of so many layout units."""
        return units * CAPITAL * self.panel.pixels_per_unit / self.panel.pixels_per_millimetre


class Measure(NamedTuple):
    """Something measured, with the bounds it must keep."""

    name: str
    """The key of its words."""
    value: float
    least: float | None = None
    most: float | None = None

    @property
    def passes(self) -> bool:
        """Whether it keeps its bounds, as they are printed."""
        least, most = (self.least is None or self.value >= self.least), (self.most is None or self.value <= self.most)
        return least and most


def measures(mount: MountedPanel) -> tuple[Measure, ...]:
    """Reach and reading, judged. Visitors' controls stand anywhere between the edges of the glass."""
    return (
        Measure("lowest_control", float(mount.lower_edge_mm), least=LOWEST_MM),
        Measure("highest_control", mount.upper_edge_mm, most=HIGHEST_MM),
        Measure("smallest_letter", _angle(mount, SMALLEST_TYPE), least=LEAST_ANGLE),
        Measure("body_letter", _angle(mount, BODY_TYPE), least=LEAST_ANGLE),
    )


def lower_edges(mount: MountedPanel) -> tuple[int, int] | None:
    """From where to where the lower edge may be for all of the glass to be within reach; None for glass that is too high."""
    highest = int(HIGHEST_MM - mount.height_mm)
    return (LOWEST_MM, highest) if highest >= LOWEST_MM else None


def farthest_mm(mount: MountedPanel) -> int:
    """From how far the smallest letters can still be read."""
    return int(mount.capital_mm(SMALLEST_TYPE) / 2 / tan(radians(LEAST_ANGLE / 2)))


def _angle(mount: MountedPanel, units: float) -> float:
    """The angle a capital takes up where it is read, in degrees."""
    return degrees(2 * atan(mount.capital_mm(units) / 2 / mount.viewing_distance_mm))
