"""Scenes of the pavilions that serve and teach."""

from kiosk.domain.picture_inks import Tones
from script.picture_kit.grounds import (
    bunting,
    cypress,
    hall,
    hills,
    lantern,
    outside,
    palm,
    sun,
    town,
)
from script.picture_kit.inks import CLAY, EMERALD, GARNET, NIGHT, SAFFRON, SHADE, WHITE
from script.picture_kit.people import badge_card, child, flag, officer, person
from script.picture_kit.props import painter, print_lines
from script.picture_kit.shapes import GROUND, arch, disc, group, line, moved, path, polygon, rect, star, zellige
from script.picture_kit.stones import stone

FEET = GROUND + 60


def identity_digital(own: Tones) -> tuple[str, ...]:
    """A large card beside a telephone, joined by a line of light."""
    card = moved(badge_card(420, own.full, own.soft), 610, 350, turn=-5)
    phone = moved(
        rect(-84, -165, 168, 330, NIGHT.deep, 26)
        + rect(-70, -140, 140, 280, WHITE, 8)
        + print_lines(0, -16, 0.29, own.full)
        + rect(-40, 92, 80, 20, EMERALD.full, 10),
        920,
        400,
        1.08,
        turn=6,
    )
    waves = "".join(
        line(f"M{790 + at * 20} {300 - at * 22}q{24 + at * 8} {50 + at * 22} 0 {100 + at * 44}", SAFFRON.full, 12)
        for at in range(2)
    )
    return (
        hall(own),
        group("middle", stone("laptop", 300, GROUND + 50, 260, own), stone("camera", 1160, GROUND + 46, 190, own)),
        group("front", card, waves, phone),
    )


def districts(own: Tones) -> tuple[str, ...]:
    """The front of a district station: a visitor and an officer at its open door."""
    house = (
        rect(380, 170, 680, GROUND - 170, WHITE)
        + rect(360, 150, 720, 40, own.full)
        + zellige(380, 196, 17, 1, 40, own.mid, own.wash)
    )
    door = arch(705, GROUND, 330, 330, own.mid) + arch(705, GROUND, 290, 305, SAFFRON.wash)
    windows = "".join(arch(x, 440, 96, 150, own.mid) + arch(x, 436, 68, 120, own.wash) for x in (460, 970))
    lamps = "".join(rect(x - 14, 330, 28, 44, SAFFRON.full, 8) + rect(x - 18, 322, 36, 12, own.deep, 4) for x in (530, 890))
    far = (
        town(GROUND, own.soft, SHADE)
        + palm(230, GROUND + 10, 360, CLAY.full, EMERALD.full, 16)
        + palm(1230, GROUND + 10, 330, CLAY.full, EMERALD.full, -16)
    )
    people = moved(officer(own.full, arms="offer", trousers=own.deep), 790, FEET, 0.92, flipped=True) + moved(
        person(SAFFRON.full, robe=True, hat="scarf", hat_cloth=CLAY.full, arms="offer"), 610, FEET + 6, 0.92
    )
    sheet = moved(
        rect(-22, -28, 44, 56, WHITE, 4)
        + rect(-14, -18, 28, 6, own.mid)
        + rect(-14, -4, 28, 6, own.mid)
        + rect(-14, 10, 18, 6, own.mid),
        702,
        430,
    )
    return outside(own, sun(1180, 130, 58) + far), group("middle", house, door, windows, lamps), group("front", people, sheet)


def recruitment(own: Tones) -> tuple[str, ...]:
    """Cadets in a row salute before the school; a cap of study above."""
    school = (
        rect(300, 230, 840, GROUND - 230, WHITE)
        + polygon(((280, 236), (720, 120), (1160, 236)), own.mid)
        + "".join(arch(x, GROUND, 100, 210, own.soft) for x in (350, 1090))
        + arch(720, GROUND, 180, 250, own.soft)
    )
    row = "".join(
        moved(
            officer(own.full, arms="salute", hat="scarf" if at % 2 else "cap", hat_cloth=own.deep, trousers=own.deep, skin=at),
            510 + at * 210,
            FEET + 10,
            1.05,
        )
        for at in range(3)
    )
    flags = flag(250, GROUND, 400, GARNET.full) + flag(1190, GROUND, 400, EMERALD.full)
    return (
        outside(own, sun(1110, 110, 48) + hills(GROUND, (130, 170, 120, 160), SAFFRON.soft)),
        group("middle", school, moved(star(0, 0, 38, SAFFRON.full), 720, 190), flags),
        group("front", row),
    )


def women_minors(own: Tones) -> tuple[str, ...]:
    """A woman and a child are received by an officer who sits down with them."""
    sofa = rect(420, 420, 330, 150, own.mid, 40) + rect(400, 480, 370, 120, own.full, 30)
    mother = moved(person(SAFFRON.full, robe=True, hat="scarf", hat_cloth=CLAY.full, arms="hold", skin=0), 560, FEET + 4, 1.02)
    kid = child(GARNET.mid, 680, FEET + 4, 0.66, hat="bob", trousers=NIGHT.full, arms="hold")
    host = moved(officer(own.full, hat="scarf", hat_cloth=own.deep, arms="both", trousers=own.deep), 930, FEET + 4, 1.08)
    heart = path(
        "M760 250C730 190 640 210 650 280C656 330 720 362 760 396C800 362 864 330 870 280C880 210 790 190 760 250Z", own.soft
    )
    lamp = lantern(450, 40, 1.1, own) + lantern(990, 40, 1.1, own)
    bear = stone("teddy-bear", 800, FEET + 26, 120, own)
    return hall(own), group("middle", heart, lamp, sofa), group("front", mother, kid, host, bear)


def children(own: Tones) -> tuple[str, ...]:
    """Children and an officer play with a ball and a balloon in a garden."""
    far = (
        sun(280, 150, 66)
        + hills(GROUND, (120, 190, 140, 180, 110), EMERALD.soft)
        + "".join(stone("deciduous-tree", x, GROUND + 14, 230, own) for x in (180, 1270))
        + bunting(10, (GARNET.full, SAFFRON.full, own.full, WHITE))
    )
    house = stone("school", 1020, GROUND + 8, 300, own)
    kids = child(CLAY.full, 500, FEET + 10, 0.76, hat="bob", arms="wave", legs="walk", trousers=NIGHT.full) + child(
        SAFFRON.full, 850, FEET + 16, 0.72, arms="both", trousers=CLAY.full, skin=1
    )
    grown = moved(officer(own.full, arms="wave", trousers=own.deep, hat="scarf", hat_cloth=own.deep), 690, FEET, 1.08)
    return (
        outside(own, far, sky=own.wash),
        group("middle", house, stone("balloon", 560, 400, 220, own)),
        group("front", grown, kids, stone("soccer-ball", 1000, FEET + 50, 110, own)),
    )


def history_art(own: Tones) -> tuple[str, ...]:
    """A gallery: framed pictures, an old telephone on a plinth, a painter's palette."""
    frames = "".join(
        rect(x, y, w, h, SAFFRON.full) + rect(x + 16, y + 16, w - 32, h - 32, WHITE)
        for x, y, w, h in ((400, 130, 230, 290), (810, 130, 230, 290))
    )
    art = zellige(424, 154, 3, 4, 60, own.full, SAFFRON.full) + moved(
        arch(0, 100, 150, 210, own.soft) + disc(36, -40, 24, SAFFRON.full) + cypress(-26, 100, 120, EMERALD.full), 925, 288
    )
    plinths = "".join(rect(x - 80, 470, 160, 120, WHITE) + rect(x - 92, 458, 184, 20, own.mid) for x in (720, 250, 1190))
    things = stone("telephone", 720, 462, 190, own) + stone("radio", 250, 462, 170, own) + painter(1190, 458)
    looker = moved(person(NIGHT.full, hat="back", arms="down", trousers=NIGHT.deep), 520, FEET + 24, 0.98) + child(
        SAFFRON.full, 930, FEET + 24, 0.7, hat="back", trousers=CLAY.full
    )
    return hall(own, dado=False), group("middle", frames, art, plinths, things), group("front", looker)


def rights_martyrs(own: Tones) -> tuple[str, ...]:
    """Scales in an arch, a dove above, flowers and candles before them."""
    rays = "".join(
        moved(polygon(((-14, -40), (14, -40), (40, -330), (-40, -330)), SAFFRON.wash), 720, 330, turn=at * 30)
        for at in range(-3, 4)
    )
    lights = "".join(stone("candle", x, GROUND + 40, h, own) for x, h in ((420, 150), (490, 110), (950, 110), (1020, 150)))
    flowers = (
        stone("bouquet", 560, GROUND + 60, 170, own)
        + stone("rose", 890, GROUND + 60, 150, own)
        + stone("tulip", 830, GROUND + 66, 120, own)
    )
    return (
        hall(own),
        group("middle", rays, stone("balance-scale", 720, 540, 400, own), stone("dove", 1010, 270, 170, own, flipped=True)),
        group("front", flowers, lights),
    )


def social(own: Tones) -> tuple[str, ...]:
    """A family before their house, an officer home from work."""
    home = stone("house-with-garden", 980, GROUND + 20, 380, own)
    far = (
        sun(360, 150, 60)
        + hills(GROUND, (110, 170, 120, 150), EMERALD.soft)
        + cypress(200, GROUND, 260, EMERALD.full)
        + cypress(1290, GROUND, 300, EMERALD.full)
    )
    family = (
        moved(officer(own.full, arms="wave", trousers=own.deep), 540, FEET + 6, 1.05)
        + moved(person(SAFFRON.full, robe=True, hat="scarf", hat_cloth=own.mid, skin=0), 700, FEET + 10, 1.0)
        + child(GARNET.full, 800, FEET + 14, 0.66, hat="bob", trousers=NIGHT.full, arms="wave")
    )
    elder = moved(person(WHITE, robe=True, hat="grey", skin=1), 410, FEET + 10, 0.98)
    return outside(own, far), group("middle", home), group("front", elder, family, stone("backpack", 890, FEET + 24, 100, own))
