"""A scene for each door of the home screen, and for each thing in life that brings people to the police."""

from collections.abc import Callable, Mapping

from kiosk.domain.picture_inks import IDENTITIES, Tones, tones
from script.picture_kit.buildings import tower
from script.picture_kit.grounds import arena, cypress, hall, hills, outside, palm, road, sun, town
from script.picture_kit.inks import CLAY, EMERALD, GARNET, NIGHT, SAFFRON, WHITE
from script.picture_kit.life import (
    career,
    family_children,
    identity,
    living_in_morocco,
    lost_stolen,
    on_the_road,
    online,
    safety,
    travelling,
)
from script.picture_kit.people import badge_card, child, officer, person
from script.picture_kit.props import bubble, counter, sheet_of_paper
from script.picture_kit.shapes import (
    GROUND,
    WIDTH,
    arch,
    disc,
    faded,
    group,
    line,
    merlons,
    moved,
    path,
    polygon,
    rect,
    star,
)
from script.picture_kit.stones import stone

FEET = GROUND + 60


def services(own: Tones) -> tuple[str, ...]:
    """An officer at a counter hands over a card; papers lie ready."""
    desk = counter(720, 620, own)
    host = moved(officer(own.full, hat="scarf", hat_cloth=own.deep, arms="both"), 720, 600, 1.06)
    papers = moved(sheet_of_paper(96, own.mid), 560, 372, turn=-10) + moved(badge_card(150, own.full, own.soft), 880, 372, turn=6)
    return hall(own), group("middle", host), group("front", desk, papers, stone("backpack", 330, FEET + 20, 150, own))


def pavilions(own: Tones) -> tuple[str, ...]:
    """A row of stands under tents, each in its own colour."""
    far = sun(1120, 120, 56) + hills(GROUND, (110, 170, 130, 160), SAFFRON.soft)
    tents = []
    for at, name in enumerate(("saddle", "azure", "leaf", "violet", "madder")):
        tone, x = tones(IDENTITIES[name]), 250 + at * 235
        tents.append(
            rect(x - 96, 350, 192, GROUND - 350, tone.wash)
            + arch(x, GROUND, 110, 170, tone.mid)
            + path(f"M{x - 124} 356Q{x - 30} 320 {x} 214Q{x + 30} 320 {x + 124} 356Z", tone.full)
        )
        tents.append(
            "".join(
                path(f"M{x - 124 + k * 62} 356h31v24a15.5 15.5 0 0 1 -31 0Z", tone.full)
                + path(f"M{x - 93 + k * 62} 356h31v24a15.5 15.5 0 0 1 -31 0Z", WHITE)
                for k in range(4)
            )
        )
        tents.append(line(f"M{x} 214V176", NIGHT.full, 6) + polygon(((x, 176), (x + 50, 190), (x, 204)), tone.mid))
    guests = (
        moved(person(SAFFRON.full, robe=True, hat="scarf", hat_cloth=GARNET.full), 600, FEET + 20, 0.86)
        + child(EMERALD.full, 690, FEET + 26, 0.6, arms="wave", trousers=NIGHT.full)
        + moved(person(NIGHT.full, hat="back", trousers=CLAY.full), 900, FEET + 22, 0.88)
    )
    return outside(own, far), group("middle", *tents), group("front", guests)


def demonstrations(own: Tones) -> tuple[str, ...]:
    """The show ground with a leaping horse, a motorcycle and a dog."""
    horse = stone("horse", 700, 560, 330, own, turn=-8) + moved(
        officer(own.full, hat="helmet", hat_cloth=own.deep, arms="hold", trousers=WHITE, legs="wide"), 716, 470, 0.56, turn=-8
    )
    return (
        arena(own),
        group("middle", horse),
        group("front", stone("motorcycle", 1010, 668, 260, own), stone("service-dog", 430, 670, 230, own)),
    )


def editions(own: Tones) -> tuple[str, ...]:
    """A road winds from one city to the next, a star for each edition."""
    land = (
        hills(GROUND, (180, 240, 190, 230), SAFFRON.soft)
        + path("M0 470Q360 380 720 450T1440 420V720H0Z", EMERALD.soft)
        + path("M0 590Q420 500 800 580T1440 560V720H0Z", EMERALD.mid)
    )
    way = line("M250 720C420 560 520 620 700 560S900 470 700 430S640 350 860 330", WHITE, 40) + line(
        "M250 720C420 560 520 620 700 560S900 470 700 430S640 350 860 330", own.full, 8
    )
    stops = "".join(
        star(x, y, r, GARNET.full) + star(x, y, r * 0.45, WHITE, 1)
        for x, y, r in ((330, 650, 46), (520, 592, 42), (742, 540, 38), (800, 462, 32), (668, 402, 28), (850, 330, 24))
    )
    city = (
        tower(960, 470, 70, 150, WHITE, EMERALD.full, SAFFRON.full)
        + rect(880, 420, 240, 60, WHITE)
        + merlons(880, 420, 240, 10, WHITE)
        + palm(1180, 560, 230, CLAY.full, EMERALD.full, 16)
        + cypress(560, 480, 150, EMERALD.full)
    )
    return (
        group("back", rect(0, 0, WIDTH, 720, own.wash), sun(420, 160, 64), land),
        group("middle", city, way),
        group("front", stops),
    )


def emergency(own: Tones) -> tuple[str, ...]:
    """A large telephone; a patrol car, an ambulance and a fire engine are on their way."""
    far = town(530, own.soft, own.mid) + faded(disc(720, 300, 250, WHITE), 0.8)
    street = road(own, 530)
    cars = (
        stone("police-car", 420, 676, 290, own) + stone("ambulance", 720, 676, 300, own) + stone("fire-engine", 1030, 676, 300, own)
    )
    waves = "".join(
        line(
            f"M{720 + side * (120 + at * 44)} {200 - at * 26}Q{720 + side * (170 + at * 60)} 270 {720 + side * (120 + at * 44)} {340 + at * 26}",
            own.full,
            16,
        )
        for side in (-1, 1)
        for at in range(2)
    )
    return outside(own, far, ground=street), group("middle", waves, stone("telephone", 720, 390, 230, own)), group("front", cars)


def glossary(own: Tones) -> tuple[str, ...]:
    """An open book; three bubbles rise from it, one for each language."""
    bubbles = (
        moved(bubble(190, 130, SAFFRON.full, WHITE, 0), 520, 250)
        + moved(bubble(210, 150, own.full, WHITE, 1), 740, 190)
        + moved(bubble(190, 130, EMERALD.full, WHITE, 2), 950, 270)
    )
    return (
        hall(own),
        group("middle", bubbles),
        group("front", stone("open-book", 720, FEET, 400, own), stone("pencil", 1010, FEET + 20, 140, own)),
    )


DOORS: Mapping[str, tuple[Callable[[Tones], tuple[str, ...]], str]] = {
    "door_services": (services, "cedar"),
    "door_pavilions": (pavilions, "petrol"),
    "door_demonstrations": (demonstrations, "saddle"),
    "door_editions": (editions, "madder"),
    "door_emergency": (emergency, "garnet"),
    "door_glossary": (glossary, "slate"),
    "life_identity": (identity, "slate"),
    "life_lost_stolen": (lost_stolen, "plum"),
    "life_living_in_morocco": (living_in_morocco, "cedar"),
    "life_on_the_road": (on_the_road, "azure"),
    "life_family_children": (family_children, "leaf"),
    "life_safety": (safety, "violet"),
    "life_online": (online, "indigo"),
    "life_travelling": (travelling, "petrol"),
    "life_career": (career, "olive"),
}
"""By file: its scene, and its colour."""
