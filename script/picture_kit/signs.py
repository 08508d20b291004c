"""Pictograms: one meaning each, a light sign on a tile whose colour says its kind; those of rescue in the manner of ISO 7010."""

from script.picture_kit.inks import GARNET, NIGHT, WHITE
from script.picture_kit.props import ring
from script.picture_kit.shapes import disc, moved, path, polygon, rect, star
from script.picture_kit.sign_parts import (
    PLACE,
    WHO,
    arrow,
    pen,
    somebody,
    tile,
)
from script.picture_kit.signs_of_help import HELP

SIGNS: dict[str, str] = dict(HELP) | {
    "toilets": tile(PLACE, somebody(140, 390, 1.15), somebody(340, 390, 1.15, skirt=True), rect(234, 90, 12, 310, WHITE, 6)),
    "prayer_room": tile(
        PLACE,
        path("M90 410V230C90 150 180 120 240 60C300 120 390 150 390 230V410Z", WHITE),
        path("M170 410V270C170 220 215 206 240 170C265 206 310 220 310 270V410Z", PLACE),
        disc(240, 300, 30, WHITE),
        path("M190 410q0 -76 50 -76t50 76Z", WHITE),
    ),
    "exits": tile(
        PLACE,
        f'<path fill="{WHITE}" fill-rule="evenodd" d="M70 70H280V410H70ZM102 102V410H248V102Z"/>',
        rect(244, 145, 40, 210, PLACE),
        arrow(310, 250, 1.7),
    ),
    "entrance": tile(
        PLACE,
        f'<path fill="{WHITE}" fill-rule="evenodd" d="M220 70H430V410H220ZM252 102V410H398V102Z"/>',
        rect(216, 145, 40, 210, PLACE),
        arrow(190, 250, 1.7),
    ),
    "wifi": tile(
        PLACE, pen("M80 200Q240 60 400 200M140 270Q240 180 340 270M196 336Q240 296 284 336", 34), disc(240, 388, 28, WHITE)
    ),
    "opening_hours": tile(PLACE, ring(240, 240, 160, WHITE, 34), pen("M240 150V244L308 290", 30)),
    "timetable": tile(
        PLACE,
        rect(80, 110, 320, 300, WHITE, 24),
        rect(80, 160, 320, 24, PLACE),
        *(rect(120 + a % 3 * 90, 214 + a // 3 * 90, 60, 56, PLACE, 8) for a in range(6)),
        rect(140, 70, 34, 70, WHITE, 12),
        rect(306, 70, 34, 70, WHITE, 12),
    ),
    "cities": tile(
        PLACE,
        path("M240 70a120 120 0 0 1 120 120c0 90 -120 220 -120 220s-120 -130 -120 -220a120 120 0 0 1 120 -120Z", WHITE),
        star(240, 190, 72, PLACE),
    ),
    "photos": tile(
        PLACE,
        rect(70, 150, 340, 240, WHITE, 34),
        rect(180, 104, 120, 70, WHITE, 20),
        disc(240, 270, 84, PLACE),
        disc(240, 270, 48, WHITE),
    ),
    "children": tile(
        PLACE, disc(330, 150, 80, WHITE), pen("M326 228Q300 300 340 410", 14), somebody(170, 410, 0.95), pen("M190 240L316 260", 24)
    ),
    "opinion": tile(
        PLACE, rect(70, 90, 340, 230, WHITE, 50), polygon(((150, 300), (240, 300), (140, 400)), WHITE), star(240, 206, 72, PLACE)
    ),
    "officer": tile(
        PLACE,
        path("M120 420v-60a90 90 0 0 1 90 -90h60a90 90 0 0 1 90 90v60Z", WHITE),
        disc(240, 200, 72, WHITE),
        path("M140 170C130 80 350 80 340 170Q240 200 140 170Z", WHITE),
        rect(150, 176, 180, 16, PLACE, 8),
        star(240, 128, 24, PLACE),
    ),
    "parking": tile(
        PLACE,
        rect(70, 70, 340, 340, WHITE, 40),
        path("M110 300l28 -86a30 30 0 0 1 28 -22h148a30 30 0 0 1 28 22l28 86v70h-46v-34h-168v34h-46Z", PLACE),
        disc(160, 300, 18, WHITE),
        disc(320, 300, 18, WHITE),
        path("M158 264l14 -44h136l14 44Z", WHITE),
    ),
    "food": tile(
        PLACE, pen("M130 80v90a40 40 0 0 0 80 0v-90M170 80v320", 22), path("M300 400v-120h-40q0 -160 80 -200v320Z", WHITE)
    ),
    "accessibility": tile(
        PLACE,
        disc(210, 92, 36, WHITE),
        pen("M212 140v110h96l54 116", 34),
        pen("M216 186h82", 26),
        pen("M168 220a100 100 0 1 0 124 130", 28),
    ),
    "found_object": tile(
        PLACE,
        rect(100, 220, 280, 190, WHITE, 16),
        rect(100, 280, 280, 16, PLACE),
        pen("M190 150A50 50 0 1 1 240 180", 24),
        pen("M170 220V180h140v40", 24),
    ),
    "kiosk_help": tile(
        PLACE,
        rect(130, 60, 220, 300, WHITE, 24),
        pen("M204 160a38 38 0 1 1 38 42v30", 24, PLACE),
        disc(242, 276, 16, PLACE),
        rect(216, 360, 48, 40, WHITE),
        rect(150, 396, 180, 24, WHITE, 10),
    ),
    "map": tile(
        PLACE,
        polygon(((70, 120), (180, 80), (180, 360), (70, 400)), WHITE),
        polygon(((190, 80), (290, 120), (290, 400), (190, 360)), NIGHT.soft),
        polygon(((300, 120), (410, 80), (410, 360), (300, 400)), WHITE),
        path("M240 130a52 52 0 0 1 52 52c0 40 -52 96 -52 96s-52 -56 -52 -96a52 52 0 0 1 52 -52Z", GARNET.full),
        disc(240, 182, 20, WHITE),
    ),
    "citizen": tile(
        WHO,
        somebody(160, 400, 1.15),
        rect(240, 170, 190, 124, WHITE, 14),
        disc(286, 218, 20, WHO),
        path("M256 272a30 30 0 0 1 60 0Z", WHO),
        rect(334, 204, 76, 14, WHO, 7),
        rect(334, 238, 76, 14, WHO, 7),
    ),
    "resident": tile(WHO, path("M60 240L240 80L420 240H370V410H110V240Z", WHITE), somebody(240, 410, 0.7, colour=WHO)),
    "tourist": tile(
        WHO,
        somebody(160, 400, 1.15),
        rect(270, 230, 140, 170, WHITE, 20),
        pen("M310 228v-50h60v50", 16),
        rect(306, 250, 12, 130, WHO),
        rect(362, 250, 12, 130, WHO),
    ),
    "minor": tile(WHO, somebody(160, 410, 1.25), somebody(330, 410, 0.72), pen("M236 180L300 262", 20)),
    "abroad": tile(
        WHO,
        ring(200, 270, 130, WHITE, 24),
        pen("M70 270h260M200 140q-90 130 0 260M200 140q90 130 0 260", 16),
        moved(
            polygon(
                (
                    (-90, -10),
                    (20, -10),
                    (-20, -70),
                    (10, -70),
                    (70, -10),
                    (100, 0),
                    (70, 10),
                    (10, 70),
                    (-20, 70),
                    (20, 10),
                    (-90, 10),
                ),
                WHITE,
            ),
            340,
            120,
            0.8,
            turn=-40,
        ),
    ),
}
"""By meaning."""
