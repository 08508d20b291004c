"""Things of our own that scenes hold."""

from kiosk.domain.picture_inks import Tones
from script.picture_kit.inks import CLAY, EMERALD, GARNET, NIGHT, SAFFRON, WHITE
from script.picture_kit.shapes import disc, line, moved, number, oval, polygon, rect, zellige


def print_lines(x: float, y: float, size: float, fill: str) -> str:
    """The ridges of a fingerprint, 320 high at size 1."""
    ridges = []
    for at in range(7):
        wide, high = 16 + at * 20, 26 + at * 22
        drop = 120 - at * 8
        ridges.append(
            f"M{number(-wide)} {number(drop)}V{number(-high * 0.25)}A{wide} {high} 0 0 1 {wide} {number(-high * 0.25)}V{number(drop - 30 + at % 3 * 14)}"
        )
    gaps = line("M0 130V-6", fill, 10)
    return moved(line("".join(ridges), fill, 10) + gaps, x, y, size)


def counter(x: float, wide: float, own: Tones) -> str:
    """A desk seen from the front; its top at 440."""
    return (
        rect(x - wide / 2, 450, wide, 190, own.deep)
        + rect(x - wide / 2 - 16, 436, wide + 32, 24, SAFFRON.full, 6)
        + zellige(x - wide / 2 + 10, 480, round((wide - 20) / 40), 3, 40, own.full)
    )


def barrier(x: float, y: float, wide: float) -> str:
    """A striped barrier on two feet."""
    stripes = "".join(
        polygon(((at, -70), (at + 30, -70), (at + 10, -34), (at - 20, -34)), GARNET.full) for at in range(20, int(wide) - 30, 64)
    )
    return moved(
        rect(0, -72, wide, 40, WHITE, 8) + stripes + rect(20, -34, 14, 34, NIGHT.full) + rect(wide - 34, -34, 14, 34, NIGHT.full),
        x,
        y,
    )


def ring(x: float, y: float, radius: float, stroke: str, width: float) -> str:
    """A circle without a filling."""
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" fill="none" stroke="{stroke}" stroke-width="{number(width)}"/>'


def painter(x: float, y: float) -> str:
    """A painter's palette standing on its edge, with a brush."""
    board = oval(0, -70, 84, 66, CLAY.full) + disc(34, -48, 15, WHITE)
    dabs = "".join(
        disc(at, up, 14, fill)
        for at, up, fill in ((-46, -84, GARNET.full), (-10, -108, SAFFRON.full), (32, -96, EMERALD.full), (-40, -48, WHITE))
    )
    return moved(board + dabs + line("M-20 -20L76 -150", NIGHT.full, 10) + line("M76 -150L84 -162", SAFFRON.full, 18), x, y)


def tuba(x: float, y: float) -> str:
    """A large brass horn held in front, its bell up."""
    bell = (
        polygon(((-10, -40), (10, -40), (74, -150), (-74, -150)), SAFFRON.full)
        + oval(0, -150, 74, 22, SAFFRON.soft)
        + oval(0, -150, 50, 13, CLAY.full)
    )
    coil = (
        ring(0, 6, 50, SAFFRON.full, 24)
        + line("M0 -44V20", SAFFRON.full, 22)
        + "".join(disc(at, -8, 8, WHITE) for at in (-22, 0, 22))
    )
    return moved(coil + bell, x, y)


def sheet_of_paper(wide: float, fill: str) -> str:
    """A written sheet, centred on the origin."""
    high = wide * 1.38
    rows = "".join(
        rect(-wide * 0.36, -high * 0.34 + at * high * 0.14, wide * (0.72, 0.72, 0.6, 0.72, 0.4)[at], high * 0.055, fill)
        for at in range(5)
    )
    return rect(-wide / 2, -high / 2, wide, high, WHITE, wide * 0.05) + rows


def bubble(wide: float, high: float, fill: str, mark: str, sign: int) -> str:
    """A speech bubble: with a drop, waves or rows in it, or a ring that asks."""
    body = rect(-wide / 2, -high / 2, wide, high, fill, high * 0.3) + polygon(
        ((-20, high / 2 - 4), (26, high / 2 - 4), (-8, high / 2 + 36)), fill
    )
    signs = (
        line("M-54 8q27 -36 54 0t54 0", mark, 12) + disc(-20, 30, 8, mark) + disc(22, 30, 8, mark),
        "".join(rect(-66, -34 + at * 30, (132, 100, 60)[at], 14, mark, 7) for at in range(3)),
        "".join(disc(at, 0, 14, mark) for at in (-46, 0, 46)),
        line("M-26 -14A28 28 0 1 1 2 14V26", mark, 14) + disc(2, 48, 8, mark),
    )
    return body + signs[sign]
