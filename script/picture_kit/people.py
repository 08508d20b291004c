"""People: heads without faces, in the house's proportions; 400 high, their feet at the origin."""

from script.picture_kit.inks import CLAY, NIGHT, SAFFRON, SKINS, WHITE
from script.picture_kit.shapes import disc, line, moved, number, oval, path, polygon, rect

ARMS = {
    "down": ("M-46 -268Q-70 -210 -62 -150", "M46 -268Q70 -210 62 -150"),
    "salute": ("M-46 -268Q-70 -210 -62 -150", "M46 -268L98 -292L40 -356"),
    "wave": ("M-46 -268Q-70 -210 -62 -150", "M46 -268Q84 -300 92 -372"),
    "offer": ("M-46 -262Q-66 -210 -20 -196", "M46 -262Q92 -232 116 -212"),
    "halt": ("M-46 -268Q-70 -210 -62 -150", "M46 -268Q92 -278 128 -330"),
    "both": ("M-46 -262Q-96 -250 -120 -220", "M46 -262Q96 -250 120 -220"),
    "hold": ("M-46 -262Q-84 -214 -14 -196", "M46 -262Q84 -214 14 -196"),
    "lead": ("M-46 -262Q-112 -214 -86 -286", "M46 -268Q70 -210 62 -150"),
    "guard": ("M-46 -262Q-86 -240 -70 -300", "M46 -262Q104 -250 112 -318"),
}
ENDS = {
    "down": ((-62, -146), (62, -146)),
    "salute": ((-62, -146), (36, -360)),
    "wave": ((-62, -146), (93, -380)),
    "offer": ((-14, -196), (122, -210)),
    "halt": ((-62, -146), (130, -338)),
    "both": ((-124, -218), (124, -218)),
    "hold": ((-8, -196), (8, -196)),
    "lead": ((-85, -290), (62, -146)),
    "guard": ((-68, -306), (114, -326)),
}
LEGS = {
    "stand": "M-22 -160V-14M22 -160V-14",
    "walk": "M-16 -160L-48 -14M16 -160L34 -84L58 -14",
    "wide": "M-20 -160L-56 -14M20 -160L56 -14",
    "fight": "M-18 -160L-60 -90L-66 -14M18 -160L74 -94L78 -14",
}


def _hat(kind: str, cloth: str, skin: str) -> str:
    hair = NIGHT.deep
    match kind:
        case "cap":
            return (
                path("M-44 -352C-50 -396 50 -396 44 -352Q0 -338 -44 -352Z", cloth)
                + path("M-40 -352Q0 -340 40 -352Q30 -330 0 -332Q-30 -330 -40 -352Z", NIGHT.deep)
                + rect(-10, -378, 20, 14, SAFFRON.full, 5)
            )
        case "scarf":
            return path("M-42 -322C-50 -398 50 -398 42 -322C46 -286 26 -274 0 -274C-26 -274 -46 -286 -42 -322Z", cloth) + oval(
                0, -326, 24, 30, skin
            )
        case "helmet":
            return path("M-44 -326C-48 -396 48 -396 44 -326Z", cloth) + rect(-40, -340, 80, 20, NIGHT.mid, 8)
        case "bob":
            return path("M-42 -308C-56 -392 56 -392 42 -308L30 -306Q36 -346 0 -350Q-36 -346 -30 -306Z", hair)
        case "short":
            return path("M-38 -336C-42 -388 42 -388 38 -336Q0 -362 -38 -336Z", hair)
        case "grey":
            return path("M-38 -336C-42 -388 42 -388 38 -336Q0 -362 -38 -336Z", NIGHT.soft)
        case "back":
            return disc(0, -332, 38, hair)
    return ""


def person(
    cloth: str,
    *,
    hat: str = "short",
    arms: str = "down",
    legs: str = "stand",
    trousers: str = "",
    skin: int = 0,
    robe: bool = False,
    belt: str = "",
    hat_cloth: str = "",
    front: bool = True,
) -> str:
    """One person.

    Args:
        cloth: colour of the coat.
        hat: `cap`, `scarf`, `helmet`, hair (`short`, `bob`, `grey`), or `back`: seen from behind.
        arms: how they are held, of `ARMS`.
        legs: how they stand, of `LEGS`.
        trousers: their colour; that of the coat where it is not given.
        skin: which of the tones of skin.
        robe: a djellaba down to the feet, in place of coat and trousers.
        belt: its colour, where there is one.
        hat_cloth: colour of what is on the head.
        front: arms drawn over the body.
    """
    tone = SKINS[skin % len(SKINS)]
    low = (
        "M-52 -262Q-58 -100 -70 -10H70Q58 -100 52 -262Q40 -288 0 -288Q-40 -288 -52 -262Z"
        if robe
        else "M-54 -258Q-50 -200 -46 -146H46Q50 -200 54 -258Q44 -288 0 -288Q-44 -288 -54 -258Z"
    )
    shoes = (
        "".join(path(f"M{number(x - 18)} 0q0 -24 18 -24t24 24Z", NIGHT.deep) for x in _feet(legs))
        if not robe
        else rect(-44, -12, 36, 12, NIGHT.deep, 6) + rect(8, -12, 36, 12, NIGHT.deep, 6)
    )
    body = path(low, cloth)
    neck = rect(-14, -306, 28, 30, tone, 12)
    head = disc(0, -334, 36, tone)
    left, right = ARMS[arms]
    limbs = line(left, cloth, 32) + line(right, cloth, 32) + "".join(disc(x, y, 15, tone) for x, y in ENDS[arms])
    parts = [] if robe else [line(LEGS[legs], trousers or cloth, 38)]
    parts += [shoes, *([] if front else [limbs]), body]
    if belt:
        parts.append(rect(-49, -176, 98, 16, belt) + rect(-10, -177, 20, 18, SAFFRON.full, 4))
    if not robe and hat in {"cap", "helmet"}:
        parts.append(line("M0 -276V-180", NIGHT.deep, 3))
    parts += [neck, *([limbs] if front else []), head, _hat(hat, hat_cloth or cloth, tone)]
    return "".join(parts)


def _feet(legs: str) -> tuple[float, float]:
    return {"stand": (-26, 18), "walk": (-54, 54), "wide": (-62, 52), "fight": (-70, 74)}[legs]


def officer(cloth: str, **more: object) -> str:
    """Somebody in a plain uniform of the picture's colour: no emblem, no rank."""
    return person(cloth, **{"hat": "cap", "belt": NIGHT.deep, **more})  # type: ignore[arg-type]


def child(cloth: str, x: float, y: float, size: float = 0.62, **more: object) -> str:
    """A child, with a larger head."""
    drawn = person(cloth, **more)  # type: ignore[arg-type]
    return moved(drawn, x, y, size)


def seated(cloth: str, tone: int = 0, hat: str = "short", hat_cloth: str = "") -> str:
    """Somebody behind a desk: the upper half, to y = -150."""
    return person(cloth, hat=hat, skin=tone, arms="hold", hat_cloth=hat_cloth)


def badge_card(wide: float, own_full: str, own_soft: str) -> str:
    """A card with a head and lines, centred on the origin."""
    high = wide * 0.63
    lines = "".join(
        rect(-wide * 0.04, -high * 0.26 + at * high * 0.19, wide * (0.4, 0.34, 0.28)[at], high * 0.09, own_full, high * 0.04)
        for at in range(3)
    )
    photo = rect(-wide * 0.42, -high * 0.32, wide * 0.29, high * 0.62, WHITE, 8)
    bust = disc(-wide * 0.275, -high * 0.1, wide * 0.068, CLAY.mid) + path(
        f"M{number(-wide * 0.39)} {number(high * 0.3)}a{number(wide * 0.115)} {number(wide * 0.13)} 0 0 1 {number(wide * 0.23)} 0Z",
        own_full,
    )
    chip = rect(wide * 0.26, high * 0.2, wide * 0.14, high * 0.16, SAFFRON.full, 5)
    return rect(-wide / 2, -high / 2, wide, high, own_soft, wide * 0.05) + photo + bust + lines + chip


def crowd(y: float, fills: tuple[str, ...], size: float = 0.5) -> str:
    """Heads and shoulders seen from behind, along the lower edge."""
    drawn = []
    for at in range(17):
        x = at * 90 - 10
        drawn.append(
            moved(
                disc(0, -70, 34, (NIGHT.deep, NIGHT.full, CLAY.deep)[at % 3])
                + path("M-64 40v-30a64 56 0 0 1 128 0v30Z", fills[at % len(fills)]),
                x,
                y + (at * 37 % 23),
                size * 1.5,
            )
        )
    return "".join(drawn)


def lead(x: float, y: float, to_x: float, to_y: float, fill: str) -> str:
    """A leash or rein."""
    return line(
        f"M{number(x)} {number(y)}Q{number((x + to_x) / 2)} {number(max(y, to_y) + 30)} {number(to_x)} {number(to_y)}", fill, 7
    )


def shield_of(height: float, fill: str, rim: str) -> str:
    """A plain shield, its top at the origin."""
    half = height * 0.4
    outer = f"M0 0L{number(half)} {number(height * 0.16)}V{number(height * 0.5)}Q{number(half)} {number(height * 0.84)} 0 {number(height)}Q{number(-half)} {number(height * 0.84)} {number(-half)} {number(height * 0.5)}V{number(height * 0.16)}Z"
    inner = moved(path(outer, fill), 0, height * 0.09, 0.82)
    return path(outer, rim) + inner


def flag(x: float, y: float, height: float, fill: str) -> str:
    """A plain pennant on a pole."""
    return line(f"M{number(x)} {number(y)}V{number(y - height)}", NIGHT.full, 8) + polygon(
        ((x, y - height), (x + 110, y - height + 34), (x, y - height + 70)), fill
    )
