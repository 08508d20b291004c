"""A scene for each show, on the show ground."""

from collections.abc import Callable, Mapping

from kiosk.domain.picture_inks import Tones
from script.picture_kit.grounds import arena, night, town
from script.picture_kit.inks import CLAY, GARNET, NIGHT, SAFFRON, SHADE, WHITE
from script.picture_kit.people import officer, person
from script.picture_kit.props import barrier, ring, tuba
from script.picture_kit.shapes import HEIGHT, WIDTH, arch, disc, faded, group, line, moved, path, polygon, rect, star, zellige
from script.picture_kit.stones import stone

FEET = 650


def band(own: Tones) -> tuple[str, ...]:
    """Musicians in a row: trumpet, drum, brass."""
    row = "".join(
        moved(officer(GARNET.full, hat_cloth=GARNET.deep, arms="hold", trousers=NIGHT.deep, skin=at, belt=WHITE), x, FEET, 0.98)
        for at, x in enumerate((440, 720, 1000))
    )
    notes = "".join(
        moved(disc(0, 0, 15, own.full) + line("M13 0V-64L44 -54V-34", own.full, 8), x, y)
        for x, y in ((560, 200), (880, 170), (1040, 230))
    )
    play = stone("trumpet", 392, 440, 150, own, flipped=True) + stone("drum", 720, 566, 190, own) + tuba(1010, 470)
    return arena(own), group("middle", notes, row), group("front", play)


def march(own: Tones) -> tuple[str, ...]:
    """A rank marches past with white gloves, a pennant in front."""
    rank = "".join(
        moved(
            officer(own.full, hat_cloth=own.deep, arms="down", legs="walk", trousers=own.deep, belt=WHITE, skin=at),
            500 + at * 150,
            FEET - at * 6,
            0.96,
        )
        for at in range(4)
    )
    gloves = "".join(disc(500 + at * 150 + side * 60, FEET - at * 6 - 140, 17, WHITE) for at in range(4) for side in (-1, 1))
    pole = (
        line("M370 650V210", NIGHT.full, 10)
        + polygon(((370, 210), (560, 246), (370, 330)), GARNET.full)
        + star(424, 268, 26, SAFFRON.full)
    )
    bearer = moved(officer(own.full, hat_cloth=own.deep, arms="hold", legs="walk", trousers=own.deep, belt=WHITE), 350, FEET, 0.96)
    return arena(own), group("middle", rank, gloves), group("front", bearer, pole)


def motor(own: Tones) -> tuple[str, ...]:
    """Riders in formation, one standing on the saddle with arms wide."""

    def rider(x: float, y: float, size: float, arms: str, lift: float) -> str:
        """A motorcycle and who rides it."""
        return moved(
            officer(own.full, hat="helmet", hat_cloth=own.deep, arms=arms, legs="wide", trousers=own.deep), x, y - lift, size
        ) + stone("motorcycle", x, y, size * 420, own)

    return (
        arena(own),
        group("middle", rider(420, 610, 0.66, "hold", 84), rider(1020, 610, 0.66, "hold", 84)),
        group("front", rider(720, 672, 0.86, "both", 180)),
    )


def mounted_show(own: Tones) -> tuple[str, ...]:
    """A horse leaps a bar with its rider."""
    jump = (
        barrier(560, 670, 340)
        + rect(560, 520, 340, 22, GARNET.full, 8)
        + rect(600, 520, 70, 22, WHITE)
        + rect(760, 520, 70, 22, WHITE)
        + rect(546, 470, 22, 200, WHITE, 6)
        + rect(892, 470, 22, 200, WHITE, 6)
    )
    horse = stone("horse", 730, 520, 400, own, turn=-10)
    who = moved(
        officer(own.full, hat="helmet", hat_cloth=own.deep, arms="hold", trousers=WHITE, legs="wide"), 752, 400, 0.68, turn=-8
    )
    leg = moved(line("M0 0L-12 60L12 74", NIGHT.deep, 24), 756, 326, turn=-8)
    saddle = moved(path("M-70 -8Q10 26 84 -12L78 34Q0 54 -62 32Z", SAFFRON.full), 752, 300, turn=-10)
    return arena(own), group("middle", jump, who), group("front", horse, saddle, leg)


def k9_show(own: Tones) -> tuple[str, ...]:
    """A dog runs to a padded sleeve; its handler watches."""
    helper = moved(person(NIGHT.full, arms="halt", legs="wide", hat="short", skin=1), 960, FEET, 0.98, flipped=True)
    sleeve = line("M838 346L868 420", SAFFRON.full, 58) + line("M838 346L868 420", CLAY.full, 8)
    handler = moved(officer(own.full, hat_cloth=own.deep, arms="halt", trousers=own.deep), 420, FEET, 0.98)
    return (
        arena(own),
        group("middle", handler, helper),
        group("front", sleeve, stone("dog", 690, FEET + 10, 320, own, flipped=True), stone("luggage", 1130, FEET + 16, 130, own)),
    )


def self_defence(own: Tones) -> tuple[str, ...]:
    """Two in white training suits face each other on a mat."""
    mat = polygon(((340, 560), (1100, 560), (1220, 700), (220, 700)), own.full) + polygon(
        ((400, 580), (1040, 580), (1120, 680), (320, 680)), own.mid
    )

    def fighter(x: float, belt: str, skin: int, *, flipped: bool) -> str:
        """One of them."""
        suit = person(
            WHITE, arms="guard", legs="fight", skin=skin, belt=belt, hat="short" if skin else "scarf", hat_cloth=NIGHT.full
        )
        return moved(suit + line("M-30 -284L8 -176M30 -284L-4 -220", SHADE, 7), x, FEET, 1.1, flipped=flipped)

    return (
        arena(own),
        group("middle", mat),
        group("front", fighter(560, GARNET.full, 1, flipped=False), fighter(880, NIGHT.deep, 0, flipped=True)),
    )


def vip(own: Tones) -> tuple[str, ...]:
    """A car with its door open, one protected in the midst of three."""
    car = stone("automobile", 980, FEET, 400, own)
    guest = moved(person(WHITE, robe=True, hat="grey"), 650, FEET, 0.98)
    team = moved(person(NIGHT.deep, arms="halt", hat="short", skin=1), 490, FEET + 16, 1.06, flipped=True) + moved(
        person(NIGHT.deep, arms="offer", hat="bob"), 800, FEET + 20, 1.06
    )
    ties = "".join(moved(polygon(((-12, -286), (12, -286), (0, -200)), WHITE), x, FEET + 18, 1.06) for x in (490, 800))
    carpet = polygon(((420, 600), (900, 600), (960, 700), (360, 700)), GARNET.full)
    return arena(own), group("middle", car, carpet), group("front", guest, team, ties)


def _house(own: Tones) -> str:
    """A training house with three windows."""
    walls = rect(420, 170, 600, 420, SHADE) + rect(400, 150, 640, 34, own.full) + rect(400, 350, 640, 14, own.mid)
    panes = "".join(
        rect(x, y, 110, 110, NIGHT.full, 6) + rect(x + 10, y + 10, 90, 90, SAFFRON.soft if lit else NIGHT.mid, 4)
        for x, y, lit in ((470, 210, 1), (860, 210, 0), (470, 400, 0), (860, 400, 1))
    )
    return walls + panes + arch(720, 590, 150, 200, NIGHT.full)


def hostage(own: Tones) -> tuple[str, ...]:
    """An exercise: two come down ropes along a house, others wait behind a shield."""
    ropes = line("M640 150V420M800 150V330", WHITE, 6)
    down = moved(
        officer(NIGHT.full, hat="helmet", hat_cloth=NIGHT.deep, arms="guard", legs="fight", belt=own.mid), 640, 490, 0.6
    ) + moved(
        officer(NIGHT.full, hat="helmet", hat_cloth=NIGHT.deep, arms="guard", legs="fight", belt=own.mid),
        800,
        390,
        0.6,
        flipped=True,
    )
    squad = moved(officer(NIGHT.full, hat="helmet", hat_cloth=NIGHT.deep, arms="hold", belt=own.mid), 500, 684, 0.86) + moved(
        rect(-90, -270, 180, 270, own.mid, 28) + rect(-68, -244, 136, 72, own.wash, 14), 590, 700
    )
    smoke = "".join(
        faded(disc(x, y, r, WHITE), 0.7) for x, y, r in ((960, 600, 60), (1040, 580, 76), (1120, 610, 54), (900, 622, 40))
    )
    return arena(own), group("middle", _house(own), ropes, down), group("front", smoke, squad)


def dgst(own: Tones) -> tuple[str, ...]:
    """A special force at night: a helicopter, ropes, three in the beam."""
    far = (
        night(own)
        + town(590, own.full, own.deep, lit=SAFFRON.mid)
        + rect(0, 590, WIDTH, HEIGHT - 590, NIGHT.deep)
        + zellige(0, 596, 36, 1, 40, own.full)
    )
    beam = faded(polygon(((700, 230), (380, 640), (1060, 640)), SAFFRON.soft), 0.35)
    ropes = line("M660 230V430M790 230V520", WHITE, 6)
    down = moved(
        officer(own.mid, hat="helmet", hat_cloth=NIGHT.full, arms="guard", belt=NIGHT.deep, trousers=NIGHT.full), 660, 520, 0.62
    ) + moved(
        officer(own.mid, hat="helmet", hat_cloth=NIGHT.full, arms="guard", belt=NIGHT.deep, trousers=NIGHT.full),
        800,
        660,
        0.7,
        flipped=True,
    )
    aim = moved(
        officer(own.mid, hat="helmet", hat_cloth=NIGHT.full, arms="hold", legs="wide", belt=NIGHT.deep, trousers=NIGHT.full),
        520,
        676,
        0.86,
    )
    return (
        group("back", far),
        group("middle", beam, ropes, stone("helicopter", 730, 260, 330, own)),
        group(
            "front",
            down,
            aim,
            moved(ring(0, 0, 66, SAFFRON.full, 8) + ring(0, 0, 34, SAFFRON.full, 8) + disc(0, 0, 9, SAFFRON.full), 980, 520),
        ),
    )


SHOWS: Mapping[str, tuple[Callable[[Tones], tuple[str, ...]], str]] = {
    "band": (band, "garnet"),
    "march": (march, "petrol"),
    "motor": (motor, "azure"),
    "mounted_show": (mounted_show, "chestnut"),
    "k9_show": (k9_show, "saddle"),
    "self_defence": (self_defence, "dusk"),
    "vip": (vip, "aubergine"),
    "hostage": (hostage, "dusk"),
    "dgst": (dgst, "dusk"),
}
"""By show: its scene, and the colour of its pavilion, or of its own."""
