"""An item laid out as a page: one order of blocks for the screen, the voice and the accessible tree."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from kiosk.domain.formatting import Words, telephone_number
from kiosk.domain.item import GUIDE, Card, Head, PictureFile, Source, Statement
from kiosk.domain.language import LocalizedText

LEAD_WORDS = 40
"""Words of running text in sight when a page opens; the rest stands behind "more"."""
OFFICER = "screen:CallStaff"
"""Target of a link that asks for an officer here."""
CONFIRM_ICON = "question"
"""Marks on the screen what is to be confirmed, and the note that says what to do."""
CONFIRM_MARK = " (?)"
"""The same on paper and in a note."""


class BlockKind(StrEnum):
    """How a block is drawn."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    EVIDENCE = "evidence"
    ROW = "row"
    FACT = "fact"
    """A figure with what it counts: a fee, a delay, how many came."""
    NOTICE = "notice"
    LINK = "link"
    NUMBER = "number"


class Block(NamedTuple):
    """One paragraph-sized piece of a page."""

    kind: BlockKind
    text: LocalizedText
    label: LocalizedText | None = None
    """What stands before the text: a paper's name, the case a fee is for, a number to call."""
    icon: str = ""
    target: str = ""
    """Identifier of the item a link opens."""
    confirm: bool = False
    """Marked as to be confirmed."""
    more: bool = False
    """Seen when more is asked for; it is said and printed in its place."""
    picture: PictureFile | None = None
    """What a paper looks like, or the scene of a linked item."""
    picture_alternative: LocalizedText | None = None
    """What that shows, for those who do not see it."""
    step: str = ""
    """What somebody does for it: go, bring, fill, pay, wait or collect; the picture of that stands before it."""


class PageCase(NamedTuple):
    """One of the cases the page can be read for."""

    identifier: str
    name: LocalizedText


class Page(NamedTuple):
    """A page of any item."""

    head: Head
    blocks: tuple[Block, ...]
    choices: tuple[PageCase, ...] = ()
    choice: str = ""
    sources: tuple[str, ...] = ()
    """What proves the page, in order of appearance."""
    urgent: bool = False
    """Somebody may be in danger: numbers and what to do first stand before everything else."""


def heading(text: LocalizedText) -> Block:
    """A section's title."""
    return Block(BlockKind.HEADING, text)


def notice(text: LocalizedText, *, confirm: bool = False) -> Block:
    """A remark set apart from the text."""
    return Block(BlockKind.NOTICE, text, icon="info", confirm=confirm)


def paragraphs(statements: Iterable[Statement]) -> tuple[Block, ...]:
    """Statements as they are; those that set a rumour right stand apart."""
    return tuple(
        notice(s.text, confirm=s.confirm) if s.rumour else Block(BlockKind.PARAGRAPH, s.text, confirm=s.confirm) for s in statements
    )


def section(title: LocalizedText, blocks: tuple[Block, ...], step: str = "") -> tuple[Block, ...]:
    """A titled run of blocks, in sight where one of them is; nothing at all when there are none. `step` as in `Block`."""
    return (heading(title)._replace(more=all(block.more for block in blocks), step=step), *blocks) if blocks else ()


def behind_more(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks that are seen when more is asked for."""
    return tuple(block._replace(more=True) for block in blocks)


def _words(text: LocalizedText) -> int:
    """How many words a text has in the language that needs most of them."""
    return max(len(words.split()) for words in text.shown.values())


def room_after(head: Head) -> int:
    """Words of running text that a page has room for in sight after its lead, which is the summary."""
    return LEAD_WORDS - _words(head.card.summary)


def folded(blocks: tuple[Block, ...], room: int) -> tuple[Block, ...]:
    """Sections of which the first paragraphs are in sight, as many as there is room for; the others behind "more".

    Args:
        blocks: headings, each with paragraphs under it.
        room: words in sight at most, in the language that needs most of them.
    """
    shown, full = list[Block](), False
    for block in blocks:
        if block.kind is not BlockKind.HEADING:
            room -= _words(block.text)
            full = full or room < 0
        shown.append(block._replace(more=full))
    over = [*shown[1:], None]
    bare = [b.kind is BlockKind.HEADING and n is not None and n.more for b, n in zip(shown, over, strict=True)]
    return tuple(block._replace(more=block.more or empty) for block, empty in zip(shown, bare, strict=True))


def noted(blocks: tuple[Block, ...], note: LocalizedText) -> tuple[Block, ...]:
    """Blocks with one note for all that are marked as to be confirmed, behind the last one in sight with them."""
    marked = [block for block in blocks if block.confirm]
    if not marked:
        return blocks
    hidden = all(block.more for block in marked)
    place = len(blocks) if hidden else max(place for place, block in enumerate(blocks, 1) if not block.more)
    return (*blocks[:place], Block(BlockKind.NOTICE, note, icon=CONFIRM_ICON, more=hidden), *blocks[place:])


def number_block(number: str, what: LocalizedText, *, confirm: bool = False) -> Block:
    """A number to call, and who answers."""
    return Block(BlockKind.NUMBER, what, label=telephone_number(number, tuple(what.shown)), icon="phone", confirm=confirm)


def links(cards: Iterable[Card]) -> tuple[Block, ...]:
    """Ways to other items."""
    return tuple(Block(BlockKind.LINK, c.summary, label=c.name, icon=c.icon, target=c.identifier, picture=c.picture) for c in cards)


def officer_block(words: Words) -> Block:
    """The way to an officer who is here."""
    return Block(BlockKind.LINK, words["call_staff_how"], label=words["officer_here"], icon="hand-waving", target=OFFICER)


_BRIEF = frozenset({BlockKind.NUMBER, BlockKind.EVIDENCE, BlockKind.ROW, BlockKind.FACT, BlockKind.LINK})


def easy_page(page: Page) -> Page:
    """A page in easy reading: after numbers to call, what matters most in easy sentences; then papers, figures and ways.

    Everything else stands behind "more". A page nobody has written easy sentences for stays as it is, and so does a personal list.
    """
    if not page.head.easy or page.head.card.identifier.startswith(f"{GUIDE}:"):
        return page
    first = next((place for place, block in enumerate(page.blocks) if block.kind is not BlockKind.NUMBER), len(page.blocks))
    easy = tuple(Block(BlockKind.PARAGRAPH, text) for text in page.head.easy)
    rest, empty = list[Block](), True
    for block in reversed(page.blocks[first:]):
        brief = not empty if block.kind is BlockKind.HEADING else block.kind in _BRIEF
        rest.append(block._replace(more=block.more or not brief))
        empty = block.kind is BlockKind.HEADING or (empty and rest[-1].more)
    return page._replace(blocks=(*page.blocks[:first], *easy, *reversed(rest)))


def once(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Blocks without the paragraphs and remarks that were read before, nor titles with nothing left under them."""
    told, kept = list[LocalizedText](), list[Block]()
    for block in blocks:
        if block.kind not in {BlockKind.PARAGRAPH, BlockKind.NOTICE} or block.text not in told:
            kept.append(block)
        told.append(block.text)
    titles = [block.kind is BlockKind.HEADING for block in kept]
    return tuple(block for block, title, follows in zip(kept, titles, [*titles, True][1:], strict=True) if not (title and follows))


def official_publisher(sources: Sequence[Source]) -> LocalizedText | None:
    """The public body that has published most of what proves a page; None where bodies published less than a third of it."""
    official = [source.publisher for source in sources if source.official and source.publisher]
    return max(official, key=official.count) if official and 3 * len(official) >= len(sources) else None


def sources_of(*groups: Iterable[Statement]) -> tuple[str, ...]:
    """Identifiers of the sources of statements, each once, in order."""
    return tuple(dict.fromkeys(source for group in groups for statement in group for source in statement.sources))
