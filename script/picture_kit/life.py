"""Scenes of what brings people to the police."""

from kiosk.domain.picture_inks import Tones
from script.picture_kit.grounds import cypress, hall, hills, outside, palm, road, sea, sun, town
from script.picture_kit.inks import CLAY, EMERALD, GARNET, NIGHT, SAFFRON, SHADE, WHITE
from script.picture_kit.people import badge_card, child, officer, person
from script.picture_kit.props import bubble, print_lines, sheet_of_paper
from script.picture_kit.shapes import (
    GROUND,
    arch,
    disc,
    faded,
    group,
    line,
    merlons,
    moved,
    path,
    rect,
    star,
    zellige,
)
from script.picture_kit.stones import stone

FEET = GROUND + 60


def identity(own: Tones) -> tuple[str, ...]:
    """A hand-sized card, a photograph strip, a fingerprint."""
    strip = moved(
        rect(-60, -150, 120, 300, WHITE, 8)
        + "".join(
            rect(-46, -138 + at * 96, 92, 86, own.wash)
            + disc(0, -104 + at * 96, 18, CLAY.mid)
            + path(f"M-32 {-52 + at * 96}a32 30 0 0 1 64 0Z", own.full)
            for at in range(3)
        ),
        1000,
        380,
        turn=8,
    )
    pad = moved(rect(-84, -110, 168, 220, WHITE, 14) + print_lines(0, -6, 0.5, own.full), 440, 400, turn=-8)
    return hall(own), group("middle", pad, strip), group("front", moved(badge_card(420, own.full, own.soft), 720, 400))


def lost_stolen(own: Tones) -> tuple[str, ...]:
    """Somebody looks for what has fallen from a torn bag."""
    seeker = moved(person(SAFFRON.full, hat="scarf", hat_cloth=CLAY.full, arms="both", trousers=own.deep), 620, FEET, 1.1)
    trail = "".join(faded(disc(700 + at * 62, FEET + 6 - at % 2 * 14, 8, WHITE), 0.9) for at in range(7))
    asks = moved(bubble(150, 120, own.full, WHITE, 3), 800, 230)
    return (
        hall(own),
        group("middle", asks, seeker, stone("backpack", 460, FEET + 24, 200, own)),
        group(
            "front",
            trail,
            moved(badge_card(130, own.full, own.soft), 980, FEET - 10, turn=-14),
            stone("mobile-phone", 1080, FEET + 40, 110, own),
            stone("key", 880, FEET + 40, 96, own),
        ),
    )


def living_in_morocco(own: Tones) -> tuple[str, ...]:
    """Somebody from abroad unlocks the door of a home in the medina."""
    house = (
        rect(430, 150, 580, GROUND - 150, WHITE)
        + merlons(430, 150, 580, 18, WHITE)
        + arch(820, GROUND, 190, 310, own.full)
        + arch(820, GROUND, 150, 284, SAFFRON.wash)
        + arch(540, 400, 100, 160, own.mid)
        + arch(540, 396, 72, 132, own.wash)
        + zellige(440, 176, 14, 1, 40, own.mid, own.wash)
    )
    who = moved(person(EMERALD.full, arms="offer", hat="short", trousers=NIGHT.full, skin=1), 660, FEET + 8, 1.1)
    far = (
        sun(1190, 130, 60)
        + town(GROUND, own.soft, SHADE)
        + palm(250, GROUND + 10, 360, CLAY.full, EMERALD.full, 18)
        + palm(1180, GROUND + 10, 320, CLAY.full, EMERALD.full, -14)
    )
    return (
        outside(own, far),
        group("middle", house),
        group("front", who, stone("luggage", 520, FEET + 26, 170, own), stone("key", 818, 420, 84, own, turn=40)),
    )


def on_the_road(own: Tones) -> tuple[str, ...]:
    """Two cars have touched; an officer writes it down."""
    far = sun(300, 130, 58) + hills(540, (120, 180, 130, 160), EMERALD.soft)
    street = road(own, 530)
    crash = star(730, 566, 66, SAFFRON.full) + star(730, 566, 36, WHITE, 1)
    cars = stone("automobile", 930, 650, 350, own, flipped=True) + stone("taxi", 520, 650, 350, own)
    who = moved(officer(own.full, arms="hold", trousers=own.deep), 745, 706, 0.92) + moved(sheet_of_paper(52, own.mid), 745, 526)
    return outside(own, far, ground=street), group("middle", cars, crash), group("front", who)


def family_children(own: Tones) -> tuple[str, ...]:
    """A mother, a father and two children hand in hand, a case beside them."""
    far = (
        sun(1080, 140, 64)
        + hills(GROUND, (120, 180, 140, 170), EMERALD.soft)
        + cypress(230, GROUND, 270, EMERALD.full)
        + cypress(1220, GROUND, 250, EMERALD.full)
    )
    family = (
        moved(person(own.full, robe=True, hat="scarf", hat_cloth=SAFFRON.full), 540, FEET + 6, 1.1)
        + moved(person(NIGHT.full, hat="short", trousers=CLAY.full, skin=1), 900, FEET + 6, 1.14)
        + child(GARNET.full, 660, FEET + 12, 0.7, hat="bob", arms="both", trousers=NIGHT.full)
        + child(SAFFRON.full, 775, FEET + 12, 0.6, arms="both", trousers=EMERALD.full, skin=1)
    )
    return (
        outside(own, far),
        group("middle", stone("house-with-garden", 1120, GROUND + 16, 250, own)),
        group("front", family, stone("luggage", 400, FEET + 18, 140, own)),
    )


def safety(own: Tones) -> tuple[str, ...]:
    """An officer holds an umbrella over somebody who was alone in the rain."""
    rain = "".join(
        line(f"M{x} {y}l-14 40", own.mid, 6)
        for x, y in (
            (300, 130),
            (400, 250),
            (480, 90),
            (980, 110),
            (1080, 230),
            (1170, 120),
            (360, 400),
            (1120, 380),
            (250, 300),
            (1230, 320),
        )
    )
    cover = path(
        "M480 250A240 220 0 0 1 960 250Q930 222 900 250Q860 214 810 250Q770 214 720 250Q670 214 630 250Q580 214 540 250Q510 222 480 250Z",
        own.full,
    ) + line("M720 40V30M720 250V470", own.deep, 12)
    two = moved(officer(own.full, arms="hold", hat_cloth=own.deep, trousers=own.deep), 760, FEET, 1.0) + moved(
        person(SAFFRON.full, robe=True, hat="scarf", hat_cloth=CLAY.full, arms="hold"), 620, FEET + 6, 0.96
    )
    return outside(own, rain + town(GROUND, own.soft, SHADE), sky=own.soft), group("middle", cover), group("front", two)


def online(own: Tones) -> tuple[str, ...]:
    """A screen guarded by a shield with a lock; messages around it."""
    screen = stone("laptop", 720, GROUND + 60, 460, own)
    lock = stone("shield", 720, 420, 190, own) + stone("locked", 720, 384, 90, own)
    mails = (
        stone("envelope", 420, 300, 130, own, turn=-10)
        + stone("envelope", 1030, 280, 130, own, turn=10)
        + stone("mobile-phone", 1110, GROUND + 56, 190, own)
    )
    return hall(own), group("middle", mails), group("front", screen, lock)


def travelling(own: Tones) -> tuple[str, ...]:
    """A traveller with a case before sea, ship and aeroplane."""
    far = sun(430, 170, 70) + sea(420, own, 150) + stone("ship", 1080, 470, 250, own) + stone("airplane", 860, 240, 190, own)
    who = moved(person(SAFFRON.full, hat="bob", arms="wave", trousers=NIGHT.full), 640, FEET + 6, 1.14)
    return (
        outside(own, far),
        group("middle", palm(290, GROUND + 10, 380, CLAY.full, EMERALD.full, 22)),
        group("front", stone("luggage", 500, FEET + 20, 200, own), who, stone("camera", 820, FEET + 20, 110, own)),
    )


def career(own: Tones) -> tuple[str, ...]:
    """A student looks into a mirror and sees an officer."""
    glass = (
        arch(860, GROUND, 300, 440, SAFFRON.full)
        + arch(860, GROUND - 14, 262, 410, own.wash)
        + moved(officer(own.full, hat_cloth=own.deep, arms="down", trousers=own.deep), 860, GROUND - 16, 0.86)
    )
    who = moved(person(GARNET.full, hat="back", arms="down", trousers=NIGHT.full), 610, FEET + 10, 1.0)
    books = stone("books", 430, FEET + 14, 180, own) + stone("graduation-cap", 440, 470, 150, own)
    return hall(own), group("middle", glass), group("front", who, books)
