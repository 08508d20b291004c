"""Draws counts as SVG: visits by day and hour, their sums above, and what visitors opened."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as ET

from kiosk.cli.counters_names import SubjectNames
from kiosk.cli.svg import EMERALD, INK, SAFFRON, SOFT, SURFACE, is_mirrored, sheet, sized
from kiosk.domain.counters import Bucket, Counted, Counts, by_hour, by_subject
from kiosk.domain.formatting import format_date, format_number
from kiosk.domain.language import Language, LocalizedText

WIDTH, MARGIN, HEAD, SECTION = 1000, 48, 132, 64
SUMS, CELL, ROW, NAME = 130, 34, 38, 380
"""Heights of the sums, of a day and of an item; width of an item's name."""
MOST_ITEMS = 20
NAME_LETTERS = 50
"""Letters that fit the width of a name."""
PAPER, NIGHT, NIGHT_INK, NIGHT_SOFT, LINE = "#f7f3ea", "#0d3338", "#fbf7ec", "#cfdcd6", "#dcd5c4"


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture says beside the figures."""

    kiosk: str
    language: Language
    words: Mapping[str, LocalizedText]
    names: SubjectNames
    least: int

    def word(self, key: str, **values: str) -> str:
        """A word of the interface in the picture's language."""
        return self.words[key].in_language(self.language.tag).format(**values)

    def number(self, value: int) -> str:
        """A figure as the language writes it."""
        return format_number(value, self.language.tag)


class _Sheet:
    """An SVG that grows downwards; for languages written from right to left everything is placed from the right."""

    def __init__(self, language: Language, title: str) -> None:
        self._mirrored = is_mirrored(language)
        self.root = sheet(language, title)

    def box(self, x: float, y: float, width: float, height: float, fill: str, **more: str) -> None:
        """A rectangle; `x` is counted from the side where lines begin."""
        left = WIDTH - x - width if self._mirrored else x
        size = {"x": f"{left:g}", "y": f"{y:g}", "width": f"{width:g}", "height": f"{height:g}", "fill": fill}
        ET.SubElement(self.root, "rect", size | more)

    def text(self, x: float, y: float, text: str, size: int, fill: str, anchor: str = "start", weight: str = "400") -> None:
        """A line of text, at its beginning, middle or end."""
        left = WIDTH - x if self._mirrored else x
        look = {"font-size": str(size), "fill": fill, "text-anchor": anchor, "font-weight": weight}
        ET.SubElement(self.root, "text", {"x": f"{left:g}", "y": f"{y:g}"} | look).text = text


def draw_counters(counts: Counts, picture: Picture) -> str:
    """Counts as one SVG document.

    Args:
        counts: merged ones.
        picture: what it says beside them.
    """
    drawn = _Sheet(picture.language, f"{picture.kiosk} · {picture.word('counted_visits')}")
    paper = ET.SubElement(drawn.root, "rect", width=str(WIDTH), fill=PAPER)
    drawn.box(0, 0, WIDTH, HEAD - 24, NIGHT)
    drawn.box(0, HEAD - 24, WIDTH, 4, SAFFRON)
    drawn.text(MARGIN, 54, picture.kiosk, 30, NIGHT_INK, weight="600")
    drawn.text(MARGIN, 86, picture.word("counted_least", least=picture.number(picture.least)), 16, NIGHT_SOFT)
    y = _draw_items(drawn, counts, picture, _draw_hours(drawn, counts, picture, HEAD + 20))
    height = int(y + MARGIN)
    paper.set("height", str(height))
    return sized(drawn.root, WIDTH, height)


# visits ----------------------------------------------------------------------------------------------------------


def _draw_hours(drawn: _Sheet, counts: Counts, picture: Picture, y: float) -> float:
    days, elsewhere = by_hour(counts)
    drawn.text(MARGIN, y + 24, picture.word("counted_visits"), 22, INK, weight="600")
    if elsewhere:
        note = picture.word("counted_quiet", number=picture.number(elsewhere))
        drawn.text(WIDTH - MARGIN, y + 24, note, 15, SOFT, "end")
    y += SECTION
    if not days:
        if not elsewhere:
            drawn.text(MARGIN, y, picture.word("counted_none"), 16, SOFT)
        return y + SECTION
    hours = range(min(map(min, days.values())), 1 + max(map(max, days.values())))
    first, step = MARGIN + 130.0, (WIDTH - 2 * MARGIN - 130) / len(hours)
    sums = {hour: sum(day.get(hour, 0) for day in days.values()) for hour in hours}
    for place, hour in enumerate(hours):
        x, tall = first + place * step, (SUMS - 30) * sums[hour] / max(sums.values())
        best = sums[hour] == max(sums.values())
        drawn.box(x + step * 0.14, y + SUMS - tall, step * 0.72, tall, SAFFRON if best else EMERALD, rx="4")
        if sums[hour]:
            drawn.text(x + step / 2, y + SUMS - tall - 7, picture.number(sums[hour]), 14, INK, "middle", "600")
        drawn.text(x + step / 2, y + SUMS + 22, f"{hour:02}:00", 13, SOFT, "middle")
    return _draw_days(drawn, days, picture, (first, step, hours), y + SUMS + 36) + SECTION


def _draw_days(
    drawn: _Sheet, days: dict[str, dict[int, int]], picture: Picture, grid: tuple[float, float, range], y: float
) -> float:
    """A row a day, the darker the more visits."""
    first, step, hours = grid
    most = max(number for day in days.values() for number in day.values())
    for day, numbers in days.items():
        drawn.text(MARGIN, y + CELL * 0.64, format_date(date.fromisoformat(day), picture.language.tag), 13, INK)
        for place, hour in enumerate(hours):
            number = numbers.get(hour, 0)
            part = number / most
            x = first + place * step
            drawn.box(x + 2, y + 2, step - 4, CELL - 4, SURFACE, stroke=LINE, rx="4")
            if number:
                drawn.box(x + 2, y + 2, step - 4, CELL - 4, EMERALD, rx="4", **{"fill-opacity": f"{0.12 + 0.88 * part:.2f}"})
                colour = NIGHT_INK if part > 0.45 else INK
                drawn.text(x + step / 2, y + CELL * 0.64, picture.number(number), 13, colour, "middle")
        y += CELL
    return y


# items -----------------------------------------------------------------------------------------------------------


def _draw_items(drawn: _Sheet, counts: Counts, picture: Picture, y: float) -> float:
    rows = list(by_subject(counts, Counted.ITEM))
    if not rows:
        return y
    drawn.text(MARGIN, y + 24, picture.word("counted_items"), 22, INK, weight="600")
    y += SECTION
    named = [(subject, number) for subject, number in rows if subject]
    others = sum(number for subject, number in rows if not subject) + sum(number for _, number in named[MOST_ITEMS:])
    shown = [*named[:MOST_ITEMS], *([("", others)] if others else [])]
    most = max(number for _, number in shown)
    for subject, number in shown:
        name = picture.names.of(Bucket(Counted.ITEM, "", "", "", subject)).in_language(picture.language.tag)
        long = (WIDTH - 2 * MARGIN - NAME - 80) * number / most
        drawn.text(MARGIN, y, _shortened(name), 15, INK if subject else SOFT)
        drawn.box(MARGIN + NAME, y - 17, long, 22, EMERALD if subject else LINE, rx="4")
        drawn.text(MARGIN + NAME + long + 10, y, picture.number(number), 15, INK, weight="600")
        y += ROW
    return y - ROW


def _shortened(text: str) -> str:
    return text if len(text) <= NAME_LETTERS else f"{text[: NAME_LETTERS - 1].rstrip()}…"
