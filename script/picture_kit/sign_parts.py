"""Parts of pictograms: the tile, people, arrows, papers."""

from script.picture_kit.inks import EMERALD, GARNET, NIGHT, WHITE, identity
from script.picture_kit.shapes import disc, group, line, moved, path, polygon, rect, svg

SIDE = 480
RESCUE, PLACE, STEP, CALL, WHO = EMERALD.full, identity("azure").full, NIGHT.full, GARNET.full, identity("plum").full
"""Colours of the tile: rescue and first aid; a place here; a step of a procedure; a number to call; who asks."""
PEN = 30


def tile(colour: str, *sign: str) -> str:
    """A pictogram."""
    return svg(group("ground", rect(0, 0, SIDE, SIDE, colour, 72)), group("sign", *sign), width=SIDE, height=SIDE)


def pen(steps: str, width: float = PEN, colour: str = WHITE) -> str:
    """A line of the sign."""
    return line(steps, colour, width)


def somebody(x: float, y: float, size: float = 1, *, skirt: bool = False, colour: str = WHITE) -> str:
    """A person who stands; 240 high, the feet at the place."""
    body = path(
        "M-44 -170a20 20 0 0 1 20 -20h48a20 20 0 0 1 20 20v80a14 14 0 0 1 -28 0v90h-14v-80h-4v80h-14v-90a14 14 0 0 1 -28 0Z", colour
    )
    dress = path(
        "M-26 -190h52a18 18 0 0 1 18 16l26 90h-26l8 48h-30v36h-14v-36h-16v36h-14v-36h-30l8 -48h-26l26 -90a18 18 0 0 1 18 -16Z",
        colour,
    )
    return moved((dress if skirt else body) + disc(0, -224, 28, colour), x, y, size)


def runner(x: float, y: float, size: float = 1, *, flipped: bool = False) -> str:
    """Somebody who leaves in a hurry, to the right."""
    parts = (
        disc(46, -232, 30, WHITE)
        + pen("M24 -186L-8 -104", 46)
        + pen("M20 -180L76 -150L112 -176", 24)
        + pen("M12 -184L-56 -176L-80 -128", 24)
    )
    return moved(parts + pen("M-6 -106L50 -62L40 6", 30) + pen("M-10 -100L-46 -38L-112 -34", 30), x, y, size, flipped=flipped)


def arrow(x: float, y: float, size: float = 1, *, turn: float = 0, colour: str = WHITE) -> str:
    """An arrow to the right, its middle at the place."""
    return moved(polygon(((-70, -18), (10, -18), (10, -56), (74, 0), (10, 56), (10, 18), (-70, 18)), colour), x, y, size, turn=turn)


def paper(x: float, y: float, size: float = 1, ink: str = NIGHT.full) -> str:
    """A written sheet, its middle at the place."""
    sheet = path("M-70 -100h96l44 44v156h-140Z", WHITE) + path("M26 -100v44h44Z", NIGHT.soft)
    return moved(sheet + "".join(rect(-44, -34 + at * 36, 88, 14, ink, 7) for at in range(3)), x, y, size)


def cross(x: float, y: float, size: float, colour: str = WHITE) -> str:
    """A cross of equal arms."""
    return rect(x - size * 0.18, y - size / 2, size * 0.36, size, colour, 6) + rect(
        x - size / 2, y - size * 0.18, size, size * 0.36, colour, 6
    )


def receiver(x: float, y: float, size: float = 1) -> str:
    """A telephone's receiver."""
    return moved(
        path("M-120 -30C-40 -110 40 -110 120 -30L84 16L40 -8L44 -38Q0 -54 -44 -38L-40 -8L-84 16Z", WHITE), x, y, size, turn=-135
    )


def exit_way(*, left: bool) -> str:
    """Out through a door: white frame, green figure on it where they cross."""
    frame = f'<path fill="{WHITE}" fill-rule="evenodd" d="M246 70H420V410H246ZM274 98V410H392V98Z"/>'
    sign = frame + runner(172, 400, 1.12) + arrow(128, 96, 0.9)
    return moved(sign, SIDE, 0, 1, flipped=True) if left else sign
