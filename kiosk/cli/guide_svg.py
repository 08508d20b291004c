"""Draws a guide as SVG: questions from top to bottom, their answers on the arrows, outcomes and amendments below."""

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from kiosk.cli.svg import EMERALD, INK, SAFFRON, SOFT, SURFACE, is_mirrored, sheet, sized
from kiosk.domain.guide import Guide
from kiosk.domain.guide_graph import Edge, GuideGraph, guide_graph, rule_text
from kiosk.domain.language import Language
from kiosk.domain.public_service import PublicService

WIDTH, GAP_X, GAP_Y, LINE, PADDING, MARGIN = 250, 36, 110, 19, 10, 24
ANSWER_LINE = 14
LINE_LETTERS = 30
"""Letters that fit a line of a box."""
MOST_IN_ROW = 6
_BOXES = {
    "question": {"fill": "#e3efe8", "stroke": EMERALD},
    "outcome": {"fill": "#fbefd3", "stroke": SAFFRON},
    "amendment": {"fill": SURFACE, "stroke": "#857f6f", "stroke-dasharray": "5 4"},
}
_NAME = {"font-size": "14", "fill": INK}
_RULE = {"font-size": "12", "fill": SOFT}
_ANSWER = {"font-size": "11", "fill": EMERALD}
_ARROW = {"fill": "none", "stroke": "#857f6f", "stroke-width": "1.4"}


@dataclass(frozen=True, slots=True)
class _Box:
    kind: str
    lines: tuple[str, ...]
    small: tuple[str, ...]
    x: float = 0
    y: float = 0

    @property
    def height(self) -> int:
        return 2 * PADDING + LINE * (len(self.lines) + len(self.small))


def draw_guide(guide: Guide, service: PublicService, language: Language) -> str:
    """The guide as one SVG document in a language.

    Args:
        guide: a guide that has been checked.
        service: the public service it is of.
        language: of the texts; those written from right to left are drawn mirrored.
    """
    graph = guide_graph(guide, language.tag)
    boxes = _boxes(guide, service, language.tag)
    rows = [*graph.layers, *_rows(tuple(f"amendment:{amendment.identifier}" for amendment in guide.amendments))]
    width = max(len(row) for row in rows) * (WIDTH + GAP_X) - GAP_X + 2 * MARGIN
    placed, height = _placed(rows, boxes, width, mirrored=is_mirrored(language))
    root = sheet(language, service.head.card.name.in_language(language.tag))
    root.set("text-anchor", "middle")
    _draw_edges(root, graph, placed)
    for identifier, box in placed.items():
        _draw_box(root, identifier, box)
    return sized(root, width, height)


def _rows(layer: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [layer[start : start + MOST_IN_ROW] for start in range(0, len(layer), MOST_IN_ROW)]


def _boxes(guide: Guide, service: PublicService, tag: str) -> dict[str, _Box]:
    boxes = {q.identifier: _Box("question", _wrapped(q.text.in_language(tag)), ()) for q in guide.questions}
    for outcome in guide.outcomes:
        name = service.situation(outcome.situation).name.in_language(tag)
        rule = _wrapped(rule_text(guide, outcome.when, tag))
        boxes[f"outcome:{outcome.identifier}"] = _Box("outcome", _wrapped(name), rule)
    papers = {p.identifier: p.name.in_language(tag) for s in service.situations for p in service.evidence_for(s)}
    for amendment in guide.amendments:
        changes = [f"+ {papers[paper]}" for paper in amendment.adds] + [f"− {papers[paper]}" for paper in amendment.removes]
        told = [statement.text.in_language(tag) for statement in amendment.statements]
        lines = tuple(line for change in (*changes, *told) for line in _wrapped(change))
        boxes[f"amendment:{amendment.identifier}"] = _Box("amendment", lines, _wrapped(rule_text(guide, amendment.when, tag)))
    return boxes


def _wrapped(text: str) -> tuple[str, ...]:
    return tuple(textwrap.wrap(text, LINE_LETTERS))


def _placed(rows: list[tuple[str, ...]], boxes: dict[str, _Box], width: int, *, mirrored: bool) -> tuple[dict[str, _Box], int]:
    placed: dict[str, _Box] = {}
    y = MARGIN
    for row in rows:
        left = (width - len(row) * (WIDTH + GAP_X) + GAP_X) / 2
        for place, identifier in enumerate(reversed(row) if mirrored else row):
            box = boxes[identifier]
            placed[identifier] = _Box(box.kind, box.lines, box.small, left + place * (WIDTH + GAP_X), y)
        y += max(placed[identifier].height for identifier in row) + GAP_Y
    return placed, y - GAP_Y + MARGIN


def _draw_edges(root: ET.Element, graph: GuideGraph, placed: dict[str, _Box]) -> None:
    for edge in graph.edges:
        start, end = placed[edge.start], placed[edge.end]
        x1, y1, x2, y2 = start.x + WIDTH / 2, start.y + start.height, end.x + WIDTH / 2, end.y
        bend = (y2 - y1) / 2
        ET.SubElement(root, "path", {"d": f"M{x1} {y1}C{x1} {y1 + bend} {x2} {y2 - bend} {x2} {y2}"} | _ARROW)
        ET.SubElement(root, "circle", cx=str(x2), cy=str(y2), r="3", fill=_ARROW["stroke"])
    for edge in graph.edges:
        _draw_answers(root, graph, edge, placed)


def _draw_answers(root: ET.Element, graph: GuideGraph, edge: Edge, placed: dict[str, _Box]) -> None:
    """Beside the end of the arrow that has fewer arrows, so that answers do not cover each other."""
    start, end = placed[edge.start], placed[edge.end]
    leaving = sum(other.start == edge.start for other in graph.edges)
    arriving = sum(other.end == edge.end for other in graph.edges)
    lines = textwrap.wrap(" / ".join(edge.answers), LINE_LETTERS)
    height = ANSWER_LINE * len(lines)
    near_start = arriving > leaving
    top = start.y + start.height + 6 if near_start else end.y - height - 8
    x = (start.x if near_start else end.x) + WIDTH / 2
    size = {"width": str(WIDTH), "height": str(height), "fill": "white", "fill-opacity": "0.85"}
    ET.SubElement(root, "rect", {"x": f"{x - WIDTH / 2:g}", "y": f"{top:g}"} | size)
    _draw_lines(root, lines, _ANSWER, x, top + ANSWER_LINE * 0.8, ANSWER_LINE)


def _draw_box(root: ET.Element, identifier: str, box: _Box) -> None:
    group = ET.SubElement(root, "g", id=identifier)
    size = {"width": str(WIDTH), "height": str(box.height), "rx": "10"}
    ET.SubElement(group, "rect", {"x": f"{box.x:g}", "y": f"{box.y:g}"} | size | _BOXES[box.kind])
    centre, first = box.x + WIDTH / 2, box.y + PADDING + LINE * 0.75
    _draw_lines(group, box.lines, _NAME, centre, first, LINE)
    _draw_lines(group, box.small, _RULE, centre, first + LINE * len(box.lines), LINE)


def _draw_lines(parent: ET.Element, lines: Iterable[str], look: dict[str, str], x: float, y: float, step: float) -> None:
    for number, line in enumerate(lines):
        text = ET.SubElement(parent, "text", {"x": f"{x:g}", "y": f"{y + number * step:g}"} | look)
        text.text = line
