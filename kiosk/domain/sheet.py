"""The paper a visitor takes home: the open page in one language, with its codes."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.formatting import Words, filled, format_date
from kiosk.domain.language import LanguageTag
from kiosk.domain.page import CONFIRM_MARK, Block, BlockKind, Page
from kiosk.domain.takeaway import Takeaway, TakeawayKind

_LEFT_OUT = frozenset({TakeawayKind.WIFI, TakeawayKind.CHECKLIST, TakeawayKind.TEXT})
"""Kinds of codes that are of no use at home, or say what the paper says."""


class LineKind(StrEnum):
    """How a line is set."""

    TITLE = "title"
    SUMMARY = "summary"
    HEADING = "heading"
    TEXT = "text"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One paragraph; a label stands out before the text."""

    kind: LineKind
    text: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class PrintedCode:
    """A code with what it holds in words."""

    payload: str
    title: str
    caption: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that is printed."""

    right_to_left: bool
    lines: tuple[SheetLine, ...]
    codes: tuple[PrintedCode, ...]
    footer: str
    colour: str = ""
    """The colour its item is known by, as #rrggbb; empty where it has none."""


_KINDS = {BlockKind.HEADING: LineKind.HEADING, BlockKind.EVIDENCE: LineKind.PAPER}


def sheet_of(page: Page, takeaways: Iterable[Takeaway], words: Words, tag: LanguageTag, *, right_to_left: bool) -> Sheet:
    """A page as it is printed: everything but links to other pages."""
    card = page.head.card
    chosen = [choice.name.in_language(tag) for choice in page.choices if choice.identifier == page.choice]
    heads = [
        SheetLine(LineKind.TITLE, " – ".join((card.name.in_language(tag), *chosen))),
        SheetLine(LineKind.SUMMARY, card.summary.in_language(tag)),
    ]
    blocks = [block for block in page.blocks if not block.target]
    over = [*blocks[1:], None]
    lines = [_line(block, tag) for block, next_one in zip(blocks, over, strict=True) if not _is_bare(block, next_one)]
    checked = filled(words["checked_on"], lambda language: {"date": format_date(page.head.checked_on, language)})
    return Sheet(right_to_left, (*heads, *lines), tuple(_codes(takeaways, tag)), checked.in_language(tag), card.colour)


def _is_bare(block: Block, next_one: Block | None) -> bool:
    """Whether a heading has nothing under it on paper."""
    return block.kind is BlockKind.HEADING and (next_one is None or next_one.kind is BlockKind.HEADING)


def _line(block: Block, tag: LanguageTag) -> SheetLine:
    confirm = CONFIRM_MARK if block.confirm else ""
    label = block.label.in_language(tag) if block.label else ""
    return SheetLine(_KINDS.get(block.kind, LineKind.TEXT), block.text.in_language(tag) + confirm, label)


def _codes(takeaways: Iterable[Takeaway], tag: LanguageTag) -> Iterable[PrintedCode]:
    for takeaway in takeaways:
        for payload in takeaway.codes[tag] if takeaway.kind not in _LEFT_OUT else ():
            yield PrintedCode(payload, takeaway.title.in_language(tag), takeaway.caption.in_language(tag))
