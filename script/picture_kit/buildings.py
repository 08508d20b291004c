"""Towers, houses, walls and boats."""

from script.picture_kit.inks import CLAY, EMERALD
from script.picture_kit.shapes import arch, disc, line, merlons, path, polygon, rect, zellige


def tower(x: float, y: float, wide: float, high: float, fill: str, trim: str, light: str) -> str:
    """A square minaret in the manner of the west, its foot's middle at a place."""
    left, top = x - wide / 2, y - high
    crown = wide * 0.56
    body = rect(left, top, wide, high, fill) + merlons(left, top, wide, wide * 0.1, fill)
    panel = zellige(left + wide * 0.14, top + wide * 0.18, 3, 3, wide * 0.24, trim, light)
    windows = "".join(arch(x, y - high * share, wide * 0.3, wide * 0.5, trim) for share in (0.12, 0.4))
    lantern = (
        rect(x - crown / 2, top - crown * 1.25, crown, crown * 1.25, fill)
        + arch(x, top - crown * 0.1, crown * 0.4, crown * 0.8, trim)
        + merlons(x - crown / 2, top - crown * 1.25, crown, crown * 0.12, fill)
    )
    tip = (
        disc(x, top - crown * 1.5, crown * 0.24, light)
        + line(f"M{x} {top - crown * 1.7}v{-crown * 0.5}", light, 5)
        + disc(x, top - crown * 1.98, crown * 0.12, light)
        + disc(x, top - crown * 2.2, crown * 0.08, light)
    )
    return body + panel + windows + lantern + tip


def houses(boxes: tuple[tuple[float, float, float, str], ...], y: float, door: str, *, green: bool = False) -> str:
    """Flat houses of a medina: left edge, width, height, colour; with small windows."""
    drawn = []
    for left, wide, high, fill in boxes:
        drawn.append(rect(left, y - high, wide, high, fill))
        drawn.append(rect(left - 5, y - high - 8, wide + 10, 14, EMERALD.full if green else fill))
        drawn += [rect(left + at, y - high + 34, 16, 24, door, 8) for at in range(20, int(wide) - 24, 44)]
        if high > 130:
            drawn.append(arch(left + wide / 2, y, 38, 64, door))
    return "".join(drawn)


def ramparts(x: float, y: float, wide: float, high: float, fill: str, dark: str) -> str:
    """A city wall with square bastions."""
    drawn = rect(x, y - high, wide, high, fill) + merlons(x, y - high, wide, 14, fill)
    for at in range(round(wide / 240) + 1):
        left = x + at * 240 - 10
        drawn += (
            rect(left, y - high - 34, 74, high + 34, fill)
            + merlons(left, y - high - 34, 74, 14, fill)
            + rect(left + 74, y - high, 8, high, dark)
        )
        drawn += "".join(rect(left + 20 + 24 * hole, y - high + 10 + 40 * row, 8, 8, dark) for hole in range(2) for row in range(2))
    return drawn


def boat(x: float, y: float, size: float, hull: str, sail: str) -> str:
    """A fishing boat with a lateen sail."""
    body = path(f"M{x - 70 * size} {y - 26 * size}H{x + 80 * size}L{x + 52 * size} {y + 14 * size}H{x - 48 * size}Z", hull)
    return (
        line(f"M{x} {y - 26 * size}V{y - 160 * size}", CLAY.deep, 7 * size)
        + polygon(((x + 6 * size, y - 164 * size), (x + 82 * size, y - 40 * size), (x + 6 * size, y - 40 * size)), sail)
        + body
    )
