"""A scene for the city of each edition: what one knows it by, from afar."""

from collections.abc import Callable, Mapping

from kiosk.domain.picture_inks import Tones
from script.picture_kit.buildings import boat, houses, ramparts, tower
from script.picture_kit.grounds import cypress, hills, palm, peaks, sea, sun
from script.picture_kit.inks import CLAY, EMERALD, GARNET, NIGHT, SAFFRON, SHADE, WHITE, identity
from script.picture_kit.shapes import HEIGHT, WIDTH, arch, faded, group, line, merlons, path, polygon, rect, tiles, zellige
from script.picture_kit.stones import stone


def _sky(own: Tones) -> str:
    return rect(0, 0, WIDTH, HEIGHT, own.wash)


def _shore(own: Tones, top: float = 640) -> str:
    return rect(0, top, WIDTH, HEIGHT - top, own.full) + tiles(0, top, WIDTH, 40, own.mid, own.deep)


def casablanca(own: Tones) -> tuple[str, ...]:
    """A great minaret over the ocean, the lighthouse, towers of the city."""
    towers = "".join(
        rect(x, 520 - h, w, h, own.soft)
        + "".join(rect(x + 14, 540 - h + at * 40, w - 28, 14, own.wash) for at in range(int(h / 44)))
        for x, w, h in ((930, 90, 250), (1040, 70, 340), (1130, 110, 210), (1260, 80, 290), (1350, 90, 180))
    )
    light = (
        polygon(((214, 520), (234, 250), (286, 250), (306, 520)), WHITE)
        + rect(226, 320, 68, 46, GARNET.full)
        + rect(222, 420, 78, 50, GARNET.full)
        + rect(222, 232, 76, 20, NIGHT.full, 4)
        + rect(238, 186, 44, 48, SAFFRON.full)
        + path("M230 188Q260 140 290 188Z", NIGHT.full)
    )
    beams = faded(polygon(((282, 210), (640, 120), (640, 300)), SAFFRON.soft), 0.5)
    hall = (
        rect(430, 400, 400, 130, WHITE)
        + merlons(430, 400, 400, 12, WHITE)
        + "".join(arch(470 + at * 64, 530, 46, 92, own.mid) for at in range(2))
        + "".join(arch(724 + at * 64, 530, 46, 92, own.mid) for at in range(2))
        + rect(430, 410, 400, 16, EMERALD.full)
    )
    rocks = path("M0 560Q120 500 330 530Q520 560 900 526Q1200 510 1440 540V640H0Z", SHADE)
    return (
        group("back", _sky(own), sun(1050, 110, 50), towers),
        group("middle", beams, light, rocks, hall, tower(630, 532, 120, 330, WHITE, EMERALD.full, SAFFRON.full)),
        group("front", sea(560, own, 100), boat(980, 610, 0.8, GARNET.full, WHITE), _shore(own)),
    )


def marrakech(own: Tones) -> tuple[str, ...]:
    """Red ramparts, a tower of stone, palms, the snow of the Atlas."""
    atlas = peaks(520, ((120, 260, 250), (430, 330, 330), (830, 380, 380), (1220, 340, 300), (1420, 220, 210)), own.soft, WHITE)
    wall = ramparts(0, 600, WIDTH, 130, CLAY.full, CLAY.deep)
    gate = rect(880, 420, 210, 180, CLAY.mid) + merlons(880, 420, 210, 14, CLAY.mid) + arch(985, 600, 120, 150, CLAY.deep)
    palms = (
        palm(330, 640, 330, CLAY.deep, EMERALD.full, -24)
        + palm(1180, 640, 390, CLAY.deep, EMERALD.full, 30)
        + palm(220, 640, 250, CLAY.deep, EMERALD.mid, 16)
        + palm(1300, 640, 280, CLAY.deep, EMERALD.mid, -10)
    )
    return (
        group("back", _sky(own), sun(1110, 140, 64), atlas),
        group("middle", tower(640, 600, 130, 370, CLAY.mid, CLAY.deep, SAFFRON.full), wall, gate),
        group("front", palms, _shore(own, 636)),
    )


def tangier(own: Tones) -> tuple[str, ...]:
    """White houses down to the strait, two shores, a ferry."""
    far = path("M0 330Q240 250 520 330Z", own.soft) + path("M1000 320Q1230 260 1440 310V340H1000Z", own.soft) + sea(326, own, 330)
    slope = path("M330 640Q420 500 560 420Q700 330 860 370Q1060 430 1180 640Z", SAFFRON.soft)
    boxes = ((560, 120, 96, WHITE), (690, 110, 130, own.wash), (810, 120, 80, WHITE))
    rows = (
        houses(boxes, 420, own.full)
        + houses(
            ((480, 130, 110, own.wash), (620, 120, 110, WHITE), (750, 130, 130, WHITE), (890, 110, 96, own.wash)), 530, own.full
        )
        + houses(
            (
                (410, 140, 120, WHITE),
                (560, 120, 136, WHITE),
                (690, 150, 110, own.wash),
                (850, 120, 138, WHITE),
                (980, 130, 110, WHITE),
            ),
            642,
            own.full,
        )
    )
    return (
        group(
            "back", _sky(own), sun(1080, 140, 60), far, stone("ship", 1190, 470, 220, own), boat(230, 470, 0.9, GARNET.full, WHITE)
        ),
        group("middle", slope, tower(640, 330, 70, 150, WHITE, EMERALD.full, SAFFRON.full), rows),
        group(
            "front",
            palm(390, 644, 220, CLAY.full, EMERALD.full, -12),
            palm(1130, 644, 250, CLAY.full, EMERALD.full, 16),
            _shore(own),
        ),
    )


def fez(own: Tones) -> tuple[str, ...]:
    """The blue gate of the medina, green roofs and a minaret behind."""
    behind = hills(600, (190, 250, 180, 230), own.soft) + houses(
        (
            (150, 140, 250, SHADE),
            (300, 120, 300, WHITE),
            (1010, 130, 310, SHADE),
            (1150, 150, 240, WHITE),
            (20, 120, 190, WHITE),
            (1310, 120, 200, SHADE),
        ),
        640,
        CLAY.mid,
        green=True,
    )
    gate = (
        rect(390, 190, 660, 450, own.full)
        + merlons(390, 190, 660, 24, own.full)
        + rect(410, 208, 620, 50, own.soft)
        + zellige(410, 208, 13, 1, 47.7, own.full, SAFFRON.full)
    )
    gate += "".join(zellige(x, 270, 2, 7, 44, own.mid, WHITE) for x in (402, 950))
    gate += (
        arch(720, 640, 300, 340, SAFFRON.full)
        + arch(720, 640, 264, 318, SAFFRON.wash)
        + "".join(arch(x, 640, 128, 230, SAFFRON.full) + arch(x, 640, 104, 214, SAFFRON.wash) for x in (488 + 8, 944))
    )
    inside = tower(735, 640, 56, 170, EMERALD.mid, EMERALD.full, SAFFRON.full)
    return (
        group("back", _sky(own), sun(250, 130, 58), behind),
        group("middle", gate, inside),
        group("front", cypress(330, 650, 240, EMERALD.full), cypress(1110, 650, 240, EMERALD.full), _shore(own)),
    )


def agadir(own: Tones) -> tuple[str, ...]:
    """The long bay under the hill of the kasbah, a beach with parasols."""
    hill = path("M0 470Q200 230 520 200Q760 190 930 330Q1060 430 1440 440V520H0Z", CLAY.mid) + ramparts(
        390, 222, 300, 44, CLAY.full, CLAY.deep
    )
    line_of_town = houses(
        ((820, 90, 70, WHITE), (930, 110, 96, WHITE), (1060, 90, 70, SHADE), (1170, 120, 110, WHITE), (1310, 110, 80, SHADE)),
        470,
        own.mid,
    )
    sand = path("M0 590Q420 540 800 588Q1120 620 1440 566V720H0Z", SAFFRON.soft)
    shade = "".join(
        line(f"M{x} 640L{x + 20} {640 - 130 * s}", WHITE, 9)
        + path(f"M{x - 70 * s + 18} {640 - 104 * s}A{84 * s} {84 * s} 0 0 1 {x + 98 * s + 4} {640 - 140 * s}Z", fill)
        for x, s, fill in ((500, 1.0, GARNET.full), (760, 1.25, own.full), (960, 0.9, SAFFRON.full))
    )
    return (
        group("back", _sky(own), sun(1040, 190, 80), hill, line_of_town),
        group(
            "middle", sea(466, own, 140), boat(330, 540, 1.0, GARNET.full, WHITE), boat(1160, 530, 0.7, NIGHT.full, SAFFRON.soft)
        ),
        group(
            "front",
            sand,
            shade,
            palm(250, 680, 330, CLAY.full, EMERALD.full, 20),
            palm(1250, 680, 360, CLAY.full, EMERALD.full, -26),
        ),
    )


def el_jadida(own: Tones) -> tuple[str, ...]:
    """The walled sea town with its bastions, boats, and the vaults of the cistern."""
    wall = (
        path("M220 640L250 360H620L660 400H820L860 330H1230L1262 640Z", SAFFRON.soft)
        + merlons(250, 362, 370, 18, SAFFRON.soft)
        + merlons(862, 332, 366, 18, SAFFRON.soft)
        + merlons(662, 402, 156, 18, SAFFRON.soft)
    )
    courses = "".join(rect(240, y, 1010, 5, SAFFRON.mid) for y in (440, 500, 560))
    vault = (
        arch(740, 640, 190, 200, CLAY.full)
        + arch(740, 640, 156, 178, CLAY.deep)
        + "".join(arch(x, 480, 40, 66, CLAY.full) for x in (340, 450, 560, 930, 1040, 1150))
    )
    light = (
        polygon(((1020, 340), (1032, 170), (1078, 170), (1090, 340)), WHITE)
        + rect(1030, 226, 50, 34, GARNET.full)
        + rect(1038, 126, 34, 46, SAFFRON.full)
        + path("M1030 128Q1055 92 1080 128Z", NIGHT.full)
    )
    town = houses(((300, 90, 60, WHITE), (410, 110, 90, SHADE), (530, 80, 56, WHITE)), 362, own.mid)
    return (
        group("back", _sky(own), sun(300, 140, 62), sea(470, own, 180)),
        group("middle", town, tower(480, 360, 50, 110, WHITE, EMERALD.full, SAFFRON.full), light, wall, courses, vault),
        group(
            "front",
            sea(612, own, 108),
            boat(420, 664, 0.95, GARNET.full, WHITE),
            boat(1080, 670, 1.05, own.full, SAFFRON.soft),
            rect(0, 712, WIDTH, 8, own.full),
        ),
    )


CITIES: Mapping[str, tuple[Callable[[Tones], tuple[str, ...]], Tones]] = {
    "edition_1": (casablanca, identity("petrol")),
    "edition_2": (marrakech, identity("saddle")),
    "edition_3": (tangier, identity("azure")),
    "edition_4": (fez, identity("indigo")),
    "edition_5": (agadir, identity("petrol")),
    "edition_6": (el_jadida, identity("slate")),
}
