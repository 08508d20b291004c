"""A scene for each pavilion, in its identity colour."""

from collections.abc import Callable, Mapping

from kiosk.domain.picture_inks import Tones
from script.picture_kit.grounds import (
    arcade,
    crossing,
    cypress,
    hall,
    hills,
    night,
    outside,
    palm,
    peaks,
    road,
    sea,
    sun,
    town,
)
from script.picture_kit.inks import CLAY, EMERALD, GARNET, NIGHT, SAFFRON, WHITE
from script.picture_kit.pavilions_of_service import (
    children,
    districts,
    history_art,
    identity_digital,
    recruitment,
    rights_martyrs,
    social,
    women_minors,
)
from script.picture_kit.people import child, officer, person
from script.picture_kit.props import counter, print_lines
from script.picture_kit.shapes import GROUND, WIDTH, arch, disc, faded, group, line, moved, path, polygon, rect, star, zellige
from script.picture_kit.stones import stone

FEET = GROUND + 60


def k9(own: Tones) -> tuple[str, ...]:
    """A police dog sits beside its handler; a case to be searched."""
    far = sun(960, 210, 70) + hills(GROUND, (150, 230, 170, 210, 140), SAFFRON.soft) + town(GROUND, own.mid, own.soft)
    handler = moved(officer(own.full, hat_cloth=own.deep, arms="lead", trousers=own.deep), 884, FEET, 1.2)
    case = stone("luggage", 455, FEET + 10, 170, own)
    return (
        arcade(own, far, sky=SAFFRON.wash),
        group("middle", handler),
        group("front", case, stone("service-dog", 640, FEET + 16, 400, own)),
    )


def mounted(own: Tones) -> tuple[str, ...]:
    """A rider of the mounted police under palms, the Atlas behind."""
    far = (
        sun(420, 170, 62)
        + peaks(GROUND, ((240, 300, 260), (560, 340, 330), (980, 380, 300), (1300, 300, 240)), own.soft, WHITE)
        + hills(GROUND, (60, 90, 50, 80), EMERALD.soft)
    )
    palms = (
        palm(200, GROUND + 10, 330, CLAY.full, EMERALD.full, -20)
        + palm(1240, GROUND + 10, 380, CLAY.full, EMERALD.full, 26)
        + palm(1130, GROUND + 6, 260, CLAY.full, EMERALD.mid, -14)
    )
    horse = stone("horse", 720, FEET + 20, 480, own)
    rider = moved(officer(own.full, hat="helmet", arms="hold", legs="wide", trousers=WHITE, belt=NIGHT.deep), 742, 466, 0.8)
    saddle = path("M650 400Q740 436 836 398L826 452Q740 476 660 448Z", SAFFRON.full)
    return (
        outside(own, far + palms, sky=SAFFRON.wash),
        group("middle", rider),
        group("front", horse, saddle, moved(line("M0 0L-16 80L8 96", NIGHT.deep, 30), 742, 410)),
    )


def road_safety(own: Tones) -> tuple[str, ...]:
    """A child crosses with an officer who holds up a hand; a car waits."""
    far = sun(1180, 140, 60) + hills(540, (80, 130, 90, 120), EMERALD.soft) + town(540, own.soft, own.mid)
    street = road(own, 520) + crossing(534, 186)
    car = stone("automobile", 1110, 640, 330, own)
    light = rect(316, 250, 16, 290, NIGHT.full) + stone("vertical-traffic-light", 324, 330, 190, own)
    who = moved(officer(own.full, arms="halt", trousers=own.deep, belt=SAFFRON.full), 800, 640, 1.15) + child(
        GARNET.full, 610, 650, 0.72, legs="walk", hat="bob", trousers=NIGHT.full, arms="hold"
    )
    bag = moved(rect(-26, -200, 30, 70, SAFFRON.full, 12), 584, 640)
    return outside(own, far, ground=street), group("middle", light, car), group("front", bag, who)


def forensic(own: Tones) -> tuple[str, ...]:
    """A large fingerprint under a glass, a microscope and tubes on the bench."""
    panel = disc(720, 300, 214, WHITE) + print_lines(720, 312, 1.0, own.full)
    ring = (
        f'<circle cx="720" cy="300" r="214" fill="none" stroke="{NIGHT.full}" stroke-width="26"/>'
        + line("M872 452L960 540", NIGHT.full, 44)
        + line("M893 473L960 540", SAFFRON.full, 28)
    )
    bench = rect(0, GROUND - 20, WIDTH, 34, own.deep)
    left = stone("microscope", 360, GROUND - 18, 280, own)
    right = stone("test-tube", 1100, GROUND - 14, 180, own) + stone("petri-dish", 1240, GROUND - 14, 130, own)
    return hall(own), group("middle", panel, ring), group("front", bench, left, right)


def police_secours(own: Tones) -> tuple[str, ...]:
    """A patrol car drives out at dusk, its lamp lit."""
    far = (
        night(own)
        + faded(disc(720, 420, 330, SAFFRON.full), 0.28)
        + faded(disc(720, 420, 210, SAFFRON.full), 0.35)
        + town(540, own.full, own.deep, lit=SAFFRON.full)
    )
    street = road(own, 530)
    beams = faded(polygon(((530, 560), (150, 500), (150, 690)), SAFFRON.soft), 0.5)
    lamp = faded(polygon(((720, 262), (560, 60), (880, 60)), GARNET.mid), 0.35)
    return group("back", far, street), group("middle", beams, lamp), group("front", stone("police-car", 720, 668, 420, own))


def borders(own: Tones) -> tuple[str, ...]:
    """A traveller shows a passport at the counter; an aeroplane and a ship behind."""
    view = (
        rect(0, 0, WIDTH, 720, own.wash)
        + sun(300, 150, 56)
        + sea(430, own, 140)
        + stone("ship", 230, 470, 210, own)
        + stone("airplane-departure", 1130, 330, 260, own)
    )
    panes = "".join(rect(x, 0, 18, GROUND, own.full) for x in (60, 470, 955, 1362)) + rect(0, 0, WIDTH, 26, own.full)
    desk = counter(820, 300, own)
    guard = moved(officer(own.full, arms="offer", hat_cloth=own.deep), 850, 600, 1.05, flipped=True)
    guest = moved(
        person(SAFFRON.full, arms="offer", hat="scarf", hat_cloth=GARNET.full, trousers=CLAY.full, skin=1), 530, FEET + 14, 1.1
    )
    book = moved(rect(-24, -32, 48, 64, GARNET.full, 6) + star(0, -4, 13, SAFFRON.full), 688, 378, 1.2, turn=8)
    return (
        outside(own, view + panes),
        group("middle", guard),
        group("front", desk, stone("luggage", 400, FEET + 16, 190, own), guest, book),
    )


def intervention(own: Tones) -> tuple[str, ...]:
    """Two in helmets behind a shield, under a helicopter, by night."""
    far = (
        night(own)
        + disc(1120, 150, 60, SAFFRON.soft)
        + disc(1096, 138, 52, own.deep)
        + town(GROUND, own.full, own.deep, lit=SAFFRON.mid)
    )
    beam = faded(polygon(((705, 190), (420, 620), (1010, 620)), SAFFRON.soft), 0.3)
    craft = stone("helicopter", 730, 270, 260, own)
    team = "".join(
        moved(
            officer(NIGHT.full, hat="helmet", hat_cloth=NIGHT.deep, arms="hold", legs="wide", belt=own.mid),
            x,
            FEET + 10,
            1.0,
            flipped=x > 720,
        )
        for x in (530, 910)
    )
    shield = moved(
        rect(-110, -340, 220, 330, own.mid, 34)
        + rect(-86, -312, 172, 92, own.wash, 18)
        + rect(-86, -150, 172, 40, SAFFRON.full, 8),
        720,
        FEET + 14,
    )
    middle_man = moved(
        officer(NIGHT.full, hat="helmet", hat_cloth=NIGHT.deep, arms="hold", legs="wide", belt=own.mid), 720, FEET - 4, 1.08
    )
    return group("back", far, outside_floor(own)), group("middle", beam, craft, team), group("front", middle_man, shield)


def outside_floor(own: Tones) -> str:
    """A dark yard."""
    return rect(0, GROUND, WIDTH, 160, NIGHT.deep) + zellige(0, GROUND + 4, 36, 1, 40, own.full)


def protection(own: Tones) -> tuple[str, ...]:
    """Somebody walks between two who protect, on a carpet out of a great door."""
    door = (
        arch(720, GROUND, 420, 470, SAFFRON.soft)
        + arch(720, GROUND, 340, 420, NIGHT.full)
        + "".join(star(x, 260, 30, SAFFRON.full) for x in (590, 850))
    )
    carpet = polygon(((610, GROUND), (830, GROUND), (960, 720), (480, 720)), GARNET.full)
    guest = moved(person(WHITE, robe=True, hat="grey", skin=0), 720, FEET + 8, 1.12)
    guards = moved(person(NIGHT.deep, arms="halt", hat="short", skin=1), 490, FEET + 24, 1.18, flipped=True) + moved(
        person(NIGHT.deep, arms="halt", hat="bob", skin=0), 950, FEET + 24, 1.18
    )
    ties = "".join(moved(polygon(((-12, -286), (12, -286), (0, -200)), WHITE), x, FEET + 24, 1.18) for x in (490, 950))
    trees = (
        cypress(200, GROUND, 330, EMERALD.full)
        + cypress(1240, GROUND, 330, EMERALD.full)
        + cypress(300, GROUND, 230, EMERALD.mid)
        + cypress(1140, GROUND, 230, EMERALD.mid)
    )
    return hall(own, dado=True), group("middle", trees, door, carpet), group("front", guest, guards, ties)


PAVILIONS: Mapping[str, tuple[Callable[[Tones], tuple[str, ...]], str]] = {
    "k9": (k9, "saddle"),
    "mounted": (mounted, "chestnut"),
    "road_safety": (road_safety, "azure"),
    "forensic": (forensic, "plum"),
    "police_secours": (police_secours, "indigo"),
    "borders": (borders, "petrol"),
    "intervention": (intervention, "dusk"),
    "protection": (protection, "aubergine"),
    "identity_digital": (identity_digital, "slate"),
    "districts": (districts, "cedar"),
    "recruitment": (recruitment, "olive"),
    "women_minors": (women_minors, "violet"),
    "children": (children, "leaf"),
    "history_art": (history_art, "madder"),
    "rights_martyrs": (rights_martyrs, "garnet"),
    "social": (social, "mauve"),
}
"""By pavilion: its scene, and its identity colour."""
