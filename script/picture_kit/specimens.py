"""A specimen of each paper that people are told to bring: its look from afar, and a ribbon across its corner that says it is none."""

from collections.abc import Callable, Mapping

from script.picture_kit.inks import CLAY, EMERALD, GARNET, NIGHT, SAFFRON, SHADE, SHEET, WHITE, identity
from script.picture_kit.props import print_lines, ring
from script.picture_kit.shapes import disc, group, line, moved, path, polygon, rect, star, svg, zellige

WIDE, HIGH = 720, 480
_OWN = identity("slate")
_GREEN = EMERALD


def bust(x: float, y: float, size: float, cloth: str, skin: str = CLAY.mid) -> str:
    """Head and shoulders, 100 wide at size 1, centred."""
    return moved(
        disc(0, -22, 24, skin)
        + path("M-24 -24C-28 -54 28 -54 24 -24Q0 -40 -24 -24Z", NIGHT.deep)
        + path("M-46 52v-12a46 40 0 0 1 92 0v12Z", cloth),
        x,
        y,
        size,
    )


def rows_of(x: float, y: float, wide: float, count: int, fill: str, gap: float = 26, thick: float = 10, short: float = 0.6) -> str:
    """Lines of writing that cannot be read; the last is short."""
    return "".join(
        rect(x, y + at * gap, wide * (short if at == count - 1 else 1 - 0.08 * (at % 3 == 1)), thick, fill, thick / 2)
        for at in range(count)
    )


def seal(x: float, y: float, radius: float, fill: str) -> str:
    """A plain round stamp: rings and a khatem, nobody's emblem."""
    return (
        ring(x, y, radius, fill, 6)
        + ring(x, y, radius * 0.76, fill, 3)
        + star(x, y, radius * 0.5, fill)
        + star(x, y, radius * 0.2, WHITE, 1)
    )


def sheet(wide: float, high: float, *, fill: str = WHITE, tone: str = "") -> str:
    """A sheet in the middle, with its shadow."""
    left, top = (WIDE - wide) / 2, (HIGH - high) / 2
    return rect(left + 10, top + 12, wide, high, tone or SHADE, 10) + rect(left, top, wide, high, fill, 10)


def folded(wide: float, high: float) -> str:
    """A sheet with a turned corner."""
    left, top = (WIDE - wide) / 2, (HIGH - high) / 2
    cut = 54
    shape = ((left, top), (left + wide - cut, top), (left + wide, top + cut), (left + wide, top + high), (left, top + high))
    corner = ((left + wide - cut, top), (left + wide, top + cut), (left + wide - cut, top + cut))
    return polygon([(x + 10, y + 12) for x, y in shape], SHADE) + polygon(shape, WHITE) + polygon(corner, NIGHT.soft)


def band(x: float, y: float) -> str:
    """The ribbon across the corner of a specimen: it takes nothing away, as a stroke through the paper would."""
    ribbon = ((x - 14, y + 150), (x + 150, y - 14), (x + 92, y - 14), (x - 14, y + 92))
    return polygon(ribbon, NIGHT.mid) + star(x + 60, y + 60, 15, WHITE)


def paper(*parts: str, wide: float, high: float) -> str:
    """The layers of a specimen."""
    left, top = (WIDE - wide) / 2, (HIGH - high) / 2
    back = rect(0, 0, WIDE, HIGH, SHEET) + moved(zellige(0, 0, 9, 6, 80, SHADE), 0, 0)
    return svg(group("ground", back), group("paper", *parts), group("specimen", band(left, top)), width=WIDE, height=HIGH)


def card() -> str:
    """A national card: photograph, lines, chip."""
    wide, high = 560, 354
    parts = sheet(wide, high, fill=_GREEN.wash) + rect(80, 63, wide, 56, _GREEN.mid, 10) + star(122, 91, 20, WHITE)
    parts += rect(110, 146, 150, 196, WHITE, 8) + bust(185, 268, 1.5, _GREEN.full) + rows_of(292, 158, 300, 5, _GREEN.mid, 36, 13)
    return paper(
        parts
        + rect(530, 300, 84, 62, SAFFRON.full, 10)
        + line("M530 331h84M572 300v62", SAFFRON.wash, 3)
        + rows_of(110, 370, 240, 1, NIGHT.mid, 26, 16, 1),
        wide=wide,
        high=high,
    )


def card_copy() -> str:
    """A photocopy: both sides of a card in grey on one sheet."""

    def side(y: float, *, front: bool) -> str:
        """One side."""
        inside = (
            rect(232, y + 18, 62, 80, WHITE, 4)
            + bust(263, y + 66, 0.62, NIGHT.mid, NIGHT.soft)
            + rows_of(312, y + 26, 150, 3, NIGHT.mid, 24, 8)
            if front
            else print_lines(270, y + 58, 0.24, NIGHT.mid) + rows_of(322, y + 26, 140, 4, NIGHT.mid, 22, 8)
        )
        return rect(218, y, 270, 130, NIGHT.soft, 10) + inside

    return paper(sheet(340, 440) + side(70, front=True) + side(240, front=False), wide=340, high=440)


def photograph(count: int) -> str:
    """Identity photographs; of four, whose measures are known (35 by 45 mm), bars at the sides mark them."""
    size = 4.0 if count > 2 else 5.4
    wide, high = 35 * size, 45 * size
    columns = {2: 2, 4: 2, 6: 3}[count]
    lines = (count + columns - 1) // columns
    scale = 1.0 if lines == 1 else 0.96
    gap = 26
    total = columns * wide * scale + (columns - 1) * gap
    left, top = (WIDE - total) / 2 + 14, (HIGH - lines * high * scale - (lines - 1) * gap) / 2 - 10
    drawn = ""
    for at in range(count):
        x, y = left + at % columns * (wide * scale + gap), top + at // columns * (high * scale + gap)
        drawn += rect(x + 5, y + 6, wide * scale, high * scale, SHADE, 3) + rect(x, y, wide * scale, high * scale, WHITE, 3)
        drawn += rect(x + 6, y + 6, wide * scale - 12, high * scale - 12, identity("azure").wash) + bust(
            x + wide * scale / 2, y + high * scale - 6 - 52 * scale * size * 0.27, scale * size * 0.27, NIGHT.full
        )
    foot, edge = top + lines * high * scale + (lines - 1) * gap + 24, left - 26
    if count == 4:
        drawn += line(f"M{left} {foot - 8}v16M{left} {foot}h{wide * scale}m0 -8v16", GARNET.full, 4)
        drawn += line(f"M{edge - 8} {top}h16M{edge} {top}v{high * scale}m-8 0h16", GARNET.full, 4)
    back = rect(0, 0, WIDE, HIGH, SHEET) + zellige(0, 0, 9, 6, 80, SHADE)
    mark = band(left, top)
    return svg(group("ground", back), group("paper", drawn), group("specimen", mark), width=WIDE, height=HIGH)


def family_book() -> str:
    """An open booklet: the couple at one side, the children at the other."""
    left, right = ((110, 70), (360, 84), (360, 410), (110, 396)), ((610, 70), (360, 84), (360, 410), (610, 396))
    drawn = polygon([(x + 8, y + 14) for x, y in ((100, 62), (620, 62), (620, 404), (100, 404))], SHADE) + polygon(
        ((100, 62), (620, 62), (620, 408), (360, 424), (100, 408)), GARNET.full
    )
    drawn += polygon(left, WHITE) + polygon(right, SHEET) + line("M360 84V410", SHADE, 6)
    drawn += (
        bust(186, 176, 0.9, _OWN.full) + bust(284, 180, 0.9, SAFFRON.full, CLAY.full) + rows_of(146, 262, 180, 4, NIGHT.mid, 28, 9)
    )
    drawn += "".join(
        bust(420, 144 + at * 92, 0.6, (EMERALD.full, GARNET.full, SAFFRON.full)[at])
        + rows_of(470, 122 + at * 92, 110, 2, NIGHT.mid, 24, 9)
        for at in range(3)
    )
    return paper(drawn, wide=520, high=352)


def record(mark: str, tone: str) -> str:
    """A civil record with a sign at its head: a cradle, two rings, a candle."""
    wide, high = 350, 446
    frame = f'<rect x="203" y="35" width="314" height="410" rx="6" fill="none" stroke="{tone}" stroke-width="5"/>'
    signs = {
        "birth": path("M316 92h88a44 40 0 0 1 -88 0Z", tone)
        + path("M316 92a30 34 0 0 1 34 -34v34Z", SAFFRON.full)
        + line("M320 138q40 18 80 0", tone, 7),
        "marriage": ring(343, 96, 26, SAFFRON.full, 8) + ring(377, 96, 26, tone, 8),
        "death": rect(350, 84, 20, 50, SAFFRON.soft, 4)
        + path("M360 50q16 22 0 32q-16 -10 0 -32Z", SAFFRON.full)
        + rect(336, 134, 48, 10, tone, 5),
        "star": star(360, 98, 36, tone) + star(360, 98, 15, WHITE, 1),
        "scales": line("M360 62v76M330 138h60M318 78h84M318 78l-14 34h28ZM402 78l-14 34h28Z", tone, 6),
        "flag": line("M330 54v92", tone, 7) + polygon(((333, 56), (402, 66), (390, 84), (402, 104), (333, 104)), tone),
    }
    return paper(
        sheet(wide, high)
        + frame
        + signs[mark]
        + rows_of(232, 172, 256, 6, NIGHT.mid, 28, 9)
        + seal(440, 388, 40, tone)
        + line("M236 400c20 -36 30 24 48 -8s26 -2 40 -6", NIGHT.full, 5),
        wide=wide,
        high=high,
    )


def form(fields: int, *, copies: int = 1, tick: bool = False, signed: bool = False) -> str:
    """A form with boxes to fill in."""
    drawn = "".join(
        rect(190 + at * 26, 24 - at * -18, 340, 424, NIGHT.soft if at % 2 else SHADE, 8)
        for at in range(copies, 0, -1)
        if copies > 1
    )
    drawn += sheet(340, 430) + rect(190, 25, 340, 54, _OWN.mid, 8) + rows_of(214, 46, 180, 1, WHITE, 20, 14, 1)
    for at in range(fields):
        y = 104 + at * (290 / fields)
        drawn += (
            rect(214, y, 84, 9, NIGHT.mid, 4)
            + f'<rect x="214" y="{y + 18:.0f}" width="292" height="{290 / fields - 36:.0f}" rx="5" fill="none" stroke="{NIGHT.soft}" stroke-width="4"/>'
        )
    if tick:
        drawn += line("M240 158l26 28 52 -62", EMERALD.full, 16)
    if signed:
        drawn += line("M340 414c24 -44 36 28 58 -12s34 -2 60 -10", NIGHT.full, 6)
    return paper(drawn, wide=340, high=430)


def certificate(sign: str) -> str:
    """A certificate with a large sign for what it certifies."""
    tone = _OWN.full
    signs = {
        "house": polygon(((360, 78), (436, 142), (284, 142)), GARNET.full)
        + rect(302, 138, 116, 78, SAFFRON.soft)
        + rect(344, 164, 34, 52, CLAY.full, 4),
        "bill": rect(310, 74, 100, 140, SHADE, 6)
        + polygon(((366, 84), (330, 152), (358, 152), (350, 204), (392, 132), (364, 132)), SAFFRON.full),
        "health": rect(344, 84, 32, 126, EMERALD.full, 6) + rect(297, 131, 126, 32, EMERALD.full, 6),
        "globe": disc(360, 146, 68, EMERALD.mid)
        + ring(360, 146, 68, EMERALD.full, 6)
        + line("M292 146h136M360 78q-56 68 0 136M360 78q56 68 0 136", EMERALD.full, 6),
        "work": rect(288, 116, 144, 96, CLAY.full, 12)
        + line("M330 116v-22h60v22", CLAY.deep, 12)
        + rect(346, 150, 28, 24, SAFFRON.full, 5),
        "money": disc(330, 156, 50, SAFFRON.full)
        + ring(330, 156, 36, SAFFRON.wash, 6)
        + disc(396, 176, 38, SAFFRON.mid)
        + ring(396, 176, 26, SAFFRON.wash, 5)
        + rect(376, 90, 70, 46, EMERALD.mid, 6),
        "chair": ring(350, 168, 46, tone, 11)
        + disc(338, 86, 17, tone)
        + line("M340 108v48h52l24 46", tone, 15)
        + line("M342 128h38", tone, 12),
        "change": line("M300 120h104l-26 -26M420 176H316l26 26", tone, 15),
        "pin": path("M360 78a54 54 0 0 1 54 54c0 38 -54 84 -54 84s-54 -46 -54 -84a54 54 0 0 1 54 -54Z", GARNET.full)
        + disc(360, 132, 22, WHITE),
    }
    body = folded(350, 440) + signs[sign] + rows_of(222, 250, 276, 4, NIGHT.mid, 30, 10)
    return paper(
        body + seal(452, 408, 34, tone) + line("M232 412c20 -36 30 24 48 -8s26 -2 40 -6", NIGHT.full, 5), wide=350, high=440
    )


def sworn() -> str:
    """A sheet written by hand, with a pen and a signature."""
    words = "".join(
        line(f"M232 {96 + at * 48}q14 -22 28 0t28 0t28 0t28 0t28 0t{28 if at % 2 else 14} 0", NIGHT.full, 5) for at in range(5)
    )
    pen = moved(rect(-9, -150, 18, 130, _OWN.full, 8) + polygon(((-9, -22), (9, -22), (0, 8)), SAFFRON.full), 484, 400, turn=28)
    return paper(
        folded(340, 430) + words + line("M250 390c26 -50 40 34 64 -14s40 -2 70 -14", _OWN.full, 6) + pen, wide=340, high=430
    )


def passport() -> str:
    """A passport open at the page with the photograph, and one with stamps."""
    drawn = (
        rect(130, 46, 468, 400, SHADE, 16)
        + rect(122, 36, 468, 400, EMERALD.full, 16)
        + rect(138, 50, 436, 186, WHITE, 8)
        + rect(138, 240, 436, 182, SHEET, 8)
    )
    drawn += (
        rect(160, 70, 110, 140, identity("azure").wash, 4)
        + bust(215, 158, 1.06, NIGHT.full)
        + rows_of(296, 82, 240, 4, NIGHT.mid, 30, 10)
        + rows_of(296, 208, 254, 1, NIGHT.full, 20, 12, 1)
    )
    return paper(
        drawn
        + seal(240, 330, 56, GARNET.mid)
        + f'<rect x="350" y="280" width="170" height="92" rx="10" fill="none" stroke="{_OWN.mid}" stroke-width="7"/>'
        + rows_of(376, 304, 118, 2, _OWN.mid, 28, 10),
        wide=468,
        high=400,
    )


def with_child() -> str:
    """A child stands beside the grown-up who answers for it."""
    from script.picture_kit.people import child, person  # the only specimen with people

    two = moved(person(_OWN.full, robe=True, hat="scarf", hat_cloth=SAFFRON.full), 300, 430, 0.94) + child(
        GARNET.full, 426, 430, 0.64, hat="short", trousers=NIGHT.full, arms="wave"
    )
    back = rect(0, 0, WIDE, HIGH, SHEET) + zellige(0, 0, 9, 6, 80, SHADE)
    return svg(group("ground", back), group("paper", two), group("specimen", ""), width=WIDE, height=HIGH)


def child_photograph() -> str:
    """One large photograph of a child, and a birth record behind it."""
    drawn = moved(
        rect(-120, -160, 240, 320, SHADE, 8)
        + rect(-128, -170, 240, 320, WHITE, 8)
        + rows_of(-100, -60, 180, 6, NIGHT.mid, 30, 10)
        + path("M-40 -130h64a32 28 0 0 1 -64 0Z", _OWN.full),
        450,
        250,
        turn=6,
    )
    return paper(
        drawn
        + moved(
            rect(-124, -150, 248, 300, WHITE, 8) + rect(-108, -134, 216, 268, SAFFRON.soft, 4) + bust(0, 30, 2.0, EMERALD.full),
            270,
            246,
            turn=-4,
        ),
        wide=470,
        high=360,
    )


def consent() -> str:
    """A sheet with a large tick and a hand-written name."""
    big = disc(360, 150, 78, EMERALD.full) + line("M322 152l28 30 52 -62", WHITE, 20)
    return paper(
        folded(340, 430)
        + big
        + rows_of(222, 262, 272, 3, NIGHT.mid, 30, 10)
        + line("M250 390c26 -50 40 34 64 -14s40 -2 70 -14", NIGHT.full, 6),
        wide=340,
        high=430,
    )


def screenshots() -> str:
    """A telephone whose screen is caught, and a chain for the address."""
    drawn = (
        rect(212, 40, 220, 404, NIGHT.deep, 30)
        + rect(228, 74, 188, 336, WHITE, 8)
        + rect(246, 96, 152, 96, _OWN.soft, 8)
        + rows_of(246, 214, 152, 5, NIGHT.mid, 30, 10)
    )
    corners = line("M196 90v-66h66M448 90v-66h-66M196 394v66h66M448 394v66h-66", GARNET.full, 12)
    chain = moved(
        f'<rect x="-66" y="-26" width="76" height="52" rx="26" fill="none" stroke="{EMERALD.full}" stroke-width="16"/>'
        f'<rect x="-10" y="-26" width="76" height="52" rx="26" fill="none" stroke="{EMERALD.full}" stroke-width="16"/>',
        550,
        240,
        turn=-30,
    )
    return paper(drawn + corners + chain, wide=220, high=404)


def files() -> str:
    """Several papers held by a clip."""
    drawn = (
        moved(rect(-150, -190, 300, 380, NIGHT.soft, 8), 380, 250, turn=7)
        + moved(rect(-150, -190, 300, 380, SHADE, 8), 370, 245, turn=3)
        + rect(200, 48, 310, 390, WHITE, 8)
    )
    return paper(
        drawn
        + rows_of(230, 110, 250, 8, NIGHT.mid, 36, 11)
        + f'<rect x="246" y="20" width="40" height="96" rx="20" fill="none" stroke="{_OWN.full}" stroke-width="10"/>',
        wide=310,
        high=390,
    )


SPECIMENS: Mapping[str, Callable[[], str]] = {
    "res_cert": lambda: certificate("house"),
    "consular": lambda: certificate("globe"),
    "photos4": lambda: photograph(4),
    "civil": family_book,
    "old_card": card,
    "sworn": sworn,
    "change_proof": lambda: certificate("change"),
    "natur": lambda: record("flag", EMERALD.full),
    "nat_cert": lambda: record("star", EMERALD.full),
    "marriage": lambda: record("marriage", _OWN.full),
    "spouse_birth": lambda: record("birth", identity("azure").full),
    "spouse_death": lambda: record("death", NIGHT.full),
    "minor_present": with_child,
    "rep_card": card_copy,
    "preform": lambda: form(4),
    "special_proof": lambda: certificate("chair"),
    "special_form": lambda: form(3, tick=True),
    "cnie_copy": card_copy,
    "home_proof": lambda: certificate("bill"),
    "loss_form": lambda: form(2),
    "perm_form2": lambda: form(4, copies=2),
    "passport_pages": passport,
    "photos6": lambda: photograph(6),
    "photos2": lambda: photograph(2),
    "means": lambda: certificate("money"),
    "work_contract": lambda: certificate("work"),
    "casier": lambda: record("scales", GARNET.full),
    "medical": lambda: certificate("health"),
    "reason": files,
    "child_photo": child_photograph,
    "consent": consent,
    "evidence_url": screenshots,
    "appform": lambda: form(3, signed=True),
}
"""By document of the content."""
