"""What scenes stand on and in front of: skies, halls, streets, the show ground."""

from kiosk.domain.picture_inks import Tones
from script.picture_kit.inks import CLAY, EMERALD, GARNET, NIGHT, SAFFRON, SHADE, WHITE
from script.picture_kit.shapes import (
    GROUND,
    HEIGHT,
    WIDTH,
    arch,
    disc,
    faded,
    group,
    line,
    moved,
    number,
    path,
    polygon,
    rect,
    star,
    tiles,
    wall_with_arches,
    zellige,
)


def sun(x: float, y: float, radius: float, fill: str = SAFFRON.full) -> str:
    """The sun with one ring."""
    return faded(disc(x, y, radius * 1.45, fill), 0.22) + disc(x, y, radius, fill)


def hills(y: float, heights: tuple[float, ...], fill: str, lift: float = 0) -> str:
    """A soft range across the picture; the heights of its tops from left to right."""
    pitch = WIDTH / len(heights)
    steps = f"M0 {number(y)}"
    for at, height in enumerate(heights):
        left, right = at * pitch, (at + 1) * pitch
        steps += f"C{number(left + pitch * 0.3)} {number(y - height * 1.3)} {number(right - pitch * 0.3)} {number(y - height * 1.3)} {number(right)} {number(y - lift)}"
    return path(f"{steps}V{HEIGHT}H0Z", fill)


def peaks(y: float, tops: tuple[tuple[float, float, float], ...], fill: str, snow: str) -> str:
    """Mountains, each with its middle, half width and height, and snow."""
    drawn = []
    for x, half, height in tops:
        top = y - height
        drawn.append(polygon(((x - half, y), (x, top), (x + half, y)), fill))
        down, wide = height * 0.34, half * 0.34
        edge = (
            (x - wide, top + down),
            (x, top),
            (x + wide, top + down),
            (x + wide * 0.4, top + down * 0.8),
            (x, top + down * 1.15),
            (x - wide * 0.45, top + down * 0.78),
        )
        drawn.append(polygon(edge, snow))
    return "".join(drawn)


def palm(x: float, y: float, height: float, trunk: str, leaf: str, lean: float = 0) -> str:
    """A date palm."""
    top = (x + lean, y - height)
    stem = f"M{number(x)} {number(y)}Q{number(x + lean * 0.2)} {number(y - height * 0.5)} {number(top[0])} {number(top[1])}"
    long = height * 0.42
    fronds = ""
    for reach, fall in ((-1, 0.42), (-0.85, -0.12), (-0.42, -0.5), (0.42, -0.5), (0.85, -0.12), (1, 0.42)):
        tip = (top[0] + reach * long, top[1] + fall * long)
        bend = (top[0] + reach * long * 0.55, top[1] - long * 0.42)
        back = (top[0] + reach * long * 0.4, top[1] - long * 0.02)
        fronds += f"M{number(top[0])} {number(top[1])}Q{number(bend[0])} {number(bend[1])} {number(tip[0])} {number(tip[1])}Q{number(back[0])} {number(back[1])} {number(top[0])} {number(top[1])}Z"
    return line(stem, trunk, height * 0.06) + path(fronds, leaf)


def cypress(x: float, y: float, height: float, fill: str) -> str:
    """A cypress."""
    half = height * 0.16
    return path(
        f"M{number(x)} {number(y - height)}C{number(x + half * 1.6)} {number(y - height * 0.5)} {number(x + half)} {number(y)} {number(x)} {number(y)}C{number(x - half)} {number(y)} {number(x - half * 1.6)} {number(y - height * 0.5)} {number(x)} {number(y - height)}Z",
        fill,
    )


def floor(own: Tones, top: float = GROUND, *, stars: str = "") -> str:
    """The ground in the pavilion's colour, its edge a row of zellige."""
    cell = 40
    return rect(0, top, WIDTH, HEIGHT - top, own.full) + tiles(0, top, WIDTH, cell, stars or own.mid, own.deep)


def hall(own: Tones, *, dado: bool = True) -> str:
    """Inside: a plain wall with a large arched niche, a dado of zellige, a floor."""
    wall = rect(0, 0, WIDTH, HEIGHT, own.wash)
    lattice = faded(zellige(0, -30, 12, 5, 120, own.soft, own.wash), 0.55)
    niche = arch(WIDTH / 2, GROUND, 590, 548, own.soft) + arch(WIDTH / 2, GROUND, 540, 518, WHITE)
    band = rect(0, GROUND - 110, WIDTH, 110, own.soft) + zellige(0, GROUND - 100, 18, 1, 80, own.mid, own.wash) if dado else ""
    return group("back", wall, lattice, band, niche, floor(own))


def arcade(own: Tones, beyond: str, *, sky: str = "") -> str:
    """Outside seen through three horseshoe arches."""
    wall = wall_with_arches(((WIDTH / 2, GROUND, 560, 520), (250, GROUND, 300, 400), (1190, GROUND, 300, 400)), own.wash)
    corners = "".join(star(x, 96, 34, own.soft) + star(x, 96, 15, own.mid, 1) for x in (70, 430, 1010, 1370))
    dado = "".join(
        rect(x, GROUND - 120, wide, 120, own.soft) + zellige(x, GROUND - 110, round(wide / 20), 1, 20, own.mid)
        for x, wide in ((0, 100), (400, 40), (1000, 40), (1340, 100))
    )
    return group("back", rect(0, 0, WIDTH, HEIGHT, sky or own.soft), beyond, wall, corners, dado, floor(own))


def outside(own: Tones, beyond: str, *, sky: str = "", ground: str = "") -> str:
    """An open view."""
    return group("back", rect(0, 0, WIDTH, HEIGHT, sky or own.wash), beyond, ground or floor(own))


def road(own: Tones, top: float = GROUND - 30) -> str:
    """A road across, with its markings."""
    marks = "".join(rect(x, top + 92, 90, 12, SAFFRON.soft, 6) for x in range(20, WIDTH, 180))
    return (
        rect(0, top, WIDTH, HEIGHT - top, NIGHT.full)
        + rect(0, top, WIDTH, 14, SHADE)
        + marks
        + rect(0, HEIGHT - 26, WIDTH, 26, own.full)
    )


def crossing(y: float, height: float) -> str:
    """A pedestrian crossing seen from the kerb."""
    stripes = []
    for at in range(5):
        x = 470 + at * 110
        stripes.append(
            polygon(
                ((x + 12, y), (x + 62, y), (x + 62 + (at - 1.7) * 22, y + height), (x - 6 + (at - 1.7) * 22, y + height)), WHITE
            )
        )
    return "".join(stripes)


def town(y: float, far: str, near: str, *, lit: str = "") -> str:
    """A town of flat roofs, one tower among them."""
    boxes = (
        (0, 130, 120),
        (120, 100, 190),
        (210, 150, 110),
        (350, 90, 160),
        (430, 140, 90),
        (900, 120, 120),
        (1010, 150, 180),
        (1150, 110, 110),
        (1240, 90, 220),
        (1320, 130, 140),
    )
    front = ((0, 90, 70), (80, 150, 110), (240, 120, 60), (980, 120, 80), (1090, 170, 120), (1270, 180, 66))
    drawn = "".join(rect(x, y - h, w, h, far) for x, w, h in boxes)
    drawn += rect(560, y - 250, 78, 250, far) + rect(577, y - 302, 44, 56, far) + disc(599, y - 312, 9, far)
    drawn += "".join(rect(x, y - h, w, h, near) for x, w, h in front)
    if lit:
        drawn += "".join(arch(x + w * k, y - h * 0.35, 14, 26, lit) for x, w, h in front for k in (0.3, 0.7))
    return drawn


def stands(own: Tones, y: float) -> str:
    """Rows of people looking on, and bunting above them."""
    rows = [rect(0, y - 190, WIDTH, 190, own.soft)]
    colours = (own.mid, own.full, CLAY.mid, SAFFRON.mid, NIGHT.mid, GARNET.mid, EMERALD.mid)
    for row in range(3):
        foot = y - 128 + row * 62
        for at in range(31):
            x = at * 48 + (24 if row % 2 else 0)
            tone = colours[(at * 5 + row * 3) % len(colours)]
            rows.append(disc(x, foot - 24, 12, (CLAY.mid, CLAY.full, SAFFRON.soft)[(at * 7 + row) % 3]))
            rows.append(path(f"M{x - 20} {number(foot + 22)}v-20a20 20 0 0 1 40 0v20Z", tone))
    return "".join(rows) + rect(0, y - 16, WIDTH, 76, own.deep) + zellige(0, y - 8, 24, 1, 60, own.mid, SAFFRON.full)


def bunting(y: float, fills: tuple[str, ...]) -> str:
    """A garland of pennants across the picture."""
    drawn = []
    for span in range(3):
        left = span * 480
        drawn.append(line(f"M{left} {number(y)}Q{left + 240} {number(y + 110)} {left + 480} {number(y)}", NIGHT.full, 4))
        for at in range(1, 8):
            share = at / 8
            x, top = left + 480 * share, y + 220 * share * (1 - share)
            drawn.append(polygon(((x - 22, top), (x + 22, top), (x, top + 52)), fills[(at + span) % len(fills)]))
    return "".join(drawn)


def arena(own: Tones) -> str:
    """The show ground: sky, bunting, the stands, sand."""
    sky = rect(0, 0, WIDTH, HEIGHT, own.wash) + sun(1130, 150, 64)
    sand = rect(0, 470, WIDTH, 250, SAFFRON.wash) + rect(0, 640, WIDTH, 80, SAFFRON.soft)
    return group("back", sky, bunting(30, (own.full, SAFFRON.full, GARNET.full, EMERALD.full)), stands(own, 430), sand)


def night(own: Tones) -> str:
    """A sky of stars over a dark ground."""
    stars = "".join(
        star(x, y, r, SAFFRON.soft)
        for x, y, r in (
            (120, 110, 12),
            (300, 60, 8),
            (470, 150, 7),
            (930, 70, 9),
            (1090, 170, 12),
            (1290, 90, 8),
            (1390, 210, 7),
            (220, 230, 7),
        )
    )
    return rect(0, 0, WIDTH, HEIGHT, own.deep) + stars


def lantern(x: float, y: float, size: float, own: Tones) -> str:
    """A hanging lantern of pierced metal; x and y are where it hangs from."""
    body = polygon(((0, 0), (26, 24), (34, 60), (20, 96), (-20, 96), (-34, 60), (-26, 24)), SAFFRON.full)
    glow = star(0, 58, 22, SAFFRON.wash) + star(0, 58, 9, CLAY.full, 1)
    return line(f"M{number(x)} -10V{number(y)}", own.deep, 4) + moved(
        body + glow + rect(-14, 96, 28, 12, CLAY.full, 4) + rect(-14, -10, 28, 14, CLAY.full, 4), x, y, size
    )


def sea(y: float, own: Tones, height: float = 200) -> str:
    """Water with rows of short waves."""
    waves = []
    for row in range(int(height // 34)):
        for at in range(9):
            x, top = at * 180 + (70 if row % 2 else 10), y + 26 + row * 34
            waves.append(f"M{x} {number(top)}q18 -13 36 0t36 0")
    return rect(0, y, WIDTH, height, own.mid) + line("".join(waves), own.soft, 5)
