"""Pictograms of rescue, of the steps of a procedure, and of numbers to call."""

from collections.abc import Mapping

from script.picture_kit.inks import EMERALD, SAFFRON, WHITE
from script.picture_kit.props import ring
from script.picture_kit.shapes import disc, moved, path, polygon, rect
from script.picture_kit.sign_parts import (
    CALL,
    RESCUE,
    STEP,
    arrow,
    cross,
    exit_way,
    paper,
    pen,
    receiver,
    runner,
    somebody,
    tile,
)

HELP: Mapping[str, str] = {
    "exit_right": tile(RESCUE, exit_way(left=False)),
    "exit_left": tile(RESCUE, exit_way(left=True)),
    "exit_ahead": tile(RESCUE, runner(200, 420, 1.1), arrow(380, 210, 1.5, turn=-90)),
    "assembly": tile(
        RESCUE,
        somebody(240, 350, 0.7),
        somebody(150, 350, 0.56),
        somebody(330, 350, 0.56),
        *(arrow(x, y, 0.62, turn=t) for x, y, t in ((82, 82, 45), (398, 82, 135), (398, 398, 225), (82, 398, 315))),
    ),
    "first_aid": tile(RESCUE, cross(240, 240, 300)),
    "doctor": tile(RESCUE, cross(350, 130, 130), somebody(190, 420, 1.25)),
    "stretcher": tile(
        RESCUE,
        disc(110, 210, 36, WHITE),
        pen("M160 236H380", 44),
        pen("M60 300H420", 24),
        disc(120, 360, 26, WHITE),
        disc(360, 360, 26, WHITE),
        cross(390, 110, 100),
    ),
    "heart_shock": tile(
        RESCUE,
        path("M240 400C150 330 70 260 70 180C70 90 190 70 240 150C290 70 410 90 410 180C410 260 330 330 240 400Z", WHITE),
        polygon(((262, 130), (180, 262), (232, 262), (214, 362), (304, 222), (250, 222)), RESCUE),
    ),
    "lost_child": tile(
        RESCUE,
        somebody(170, 410, 1.15),
        somebody(320, 410, 0.72),
        pen("M300 150A36 36 0 1 1 336 186V204", 20),
        disc(336, 236, 12, WHITE),
    ),
    "extinguisher": tile(
        CALL,
        rect(180, 170, 120, 250, WHITE, 40),
        pen("M240 168V110H330", 24),
        pen("M206 106h68", 24),
        pen("M300 210Q372 220 364 330", 18),
        path("M352 330h26l20 64h-66Z", WHITE),
    ),
    "step_go": tile(
        STEP,
        disc(190, 92, 36, WHITE),
        pen("M186 144L170 256", 48),
        pen("M172 256L120 400M178 256L240 320L252 404", 32),
        pen("M180 154L110 210M196 154L250 226", 24),
        arrow(366, 250, 1.0),
    ),
    "step_bring": tile(
        STEP,
        paper(300, 170, 1.1),
        path("M60 330q60 -40 110 -10h90a26 26 0 0 1 0 52h-70h120l90 -46a28 28 0 0 1 26 48l-110 66q-20 12 -50 12h-206Z", WHITE),
    ),
    "step_pay": tile(
        STEP,
        disc(180, 190, 92, WHITE),
        ring(180, 190, 60, SAFFRON.full, 16),
        disc(316, 270, 92, SAFFRON.full),
        ring(316, 270, 60, WHITE, 14),
        path("M60 410h360v-26h-360Z", WHITE),
    ),
    "step_wait": tile(
        STEP,
        rect(120, 60, 240, 34, WHITE, 14),
        rect(120, 386, 240, 34, WHITE, 14),
        path("M150 94h180q0 100 -66 146q66 46 66 146h-180q0 -100 66 -146q-66 -46 -66 -146Z", WHITE),
        path("M176 130h128q-12 60 -64 96q-52 -36 -64 -96Z", STEP),
        path("M186 370q10 -50 54 -70q44 20 54 70Z", SAFFRON.full),
    ),
    "step_collect": tile(
        STEP,
        rect(110, 80, 260, 170, WHITE, 18),
        disc(180, 150, 30, STEP),
        path("M136 226a44 44 0 0 1 88 0Z", STEP),
        rect(252, 128, 90, 16, STEP, 8),
        rect(252, 170, 90, 16, STEP, 8),
        arrow(240, 340, 1.5, turn=90),
    ),
    "step_fill": tile(
        STEP,
        paper(200, 240, 1.5),
        moved(rect(-18, -150, 36, 150, SAFFRON.full, 6) + polygon(((-18, 0), (18, 0), (0, 40)), WHITE), 330, 330, turn=35),
    ),
    "step_ask": tile(
        STEP,
        somebody(140, 410, 1.1),
        rect(210, 70, 210, 150, WHITE, 40),
        polygon(((240, 200), (300, 200), (226, 262)), WHITE),
        pen("M290 128a28 28 0 1 1 28 32v10", 18, STEP),
        disc(318, 194, 11, STEP),
    ),
    "call_police": tile(
        CALL,
        receiver(180, 300, 1.05),
        path("M250 150C240 80 430 80 420 150Q336 180 250 150Z", WHITE),
        rect(262, 158, 150, 14, WHITE, 7),
        disc(336, 196, 40, WHITE),
    ),
    "call_gendarmerie": tile(
        CALL,
        receiver(180, 310, 1.05),
        polygon(((250, 230), (330, 90), (410, 230)), WHITE),
        polygon(((200, 230), (266, 140), (330, 230)), SAFFRON.full),
    ),
    "call_fire": tile(
        CALL,
        receiver(170, 310, 1.0),
        path("M330 60c70 70 80 100 60 160a64 64 0 0 1 -122 -8c-6 -40 26 -56 30 -92c18 12 24 26 24 40c14 -30 16 -60 8 -100Z", WHITE),
    ),
    "call_mobile": tile(
        CALL,
        rect(170, 60, 140, 360, WHITE, 28),
        rect(188, 104, 104, 250, CALL, 6),
        disc(240, 388, 14, CALL),
        pen("M350 150q50 90 0 180M130 150q-50 90 0 180", 22),
    ),
    "call_women": tile(
        CALL,
        somebody(170, 410, 1.15, skirt=True),
        receiver(350, 290, 0.66),
        path("M340 190C290 150 280 90 316 86Q336 84 340 106Q344 84 364 86C400 90 390 150 340 190Z", WHITE),
    ),
    "call_child": tile(CALL, somebody(170, 410, 0.95), receiver(330, 250, 0.9), pen("M120 110L220 110", 20)),
    "call_doctor": tile(CALL, cross(340, 140, 170), receiver(170, 310, 1.05)),
    "call_ambulance": tile(
        CALL,
        path("M60 190h220v-60h70l70 90v120h-50a44 44 0 0 0 -88 0h-100a44 44 0 0 0 -88 0h-34Z", WHITE),
        disc(138, 348, 32, WHITE),
        disc(326, 348, 32, WHITE),
        cross(170, 250, 90, EMERALD.full),
        path("M306 156h38l44 60h-82Z", CALL),
    ),
}
"""By meaning."""
