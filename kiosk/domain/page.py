"""An item laid out as a page: one order of blocks for the screen, the voice and the accessible tree."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from kiosk.domain.item import Head, Statement
from kiosk.domain.language import LocalizedText


class BlockKind(StrEnum):
    """How a block is drawn."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    EVIDENCE = "evidence"
    ROW = "row"
    NOTICE = "notice"
    LINK = "link"


class Block(NamedTuple):
    """One paragraph-sized piece of a page."""

    kind: BlockKind
    text: LocalizedText
    label: LocalizedText | None = None
    """What stands before the text: a paper's name, the case a fee is for."""
    icon: str = ""
    target: str = ""
    """Identifier of the item a link opens."""
    confirm: bool = False


class Choice(NamedTuple):
    """One of the cases the page can be read for."""

    identifier: str
    name: LocalizedText


class Page(NamedTuple):
    """A page of any item."""

    head: Head
    blocks: tuple[Block, ...]
    choices: tuple[Choice, ...] = ()
    choice: str = ""
    sources: tuple[str, ...] = ()
    """What proves the page, in order of appearance."""


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


def section(title: LocalizedText, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A titled run of blocks; nothing at all when there are none."""
    return (heading(title), *blocks) if blocks else ()


def sources_of(*groups: Iterable[Statement]) -> tuple[str, ...]:
    """Identifiers of the sources of statements, each once, in order."""
    return tuple(dict.fromkeys(source for group in groups for statement in group for source in statement.sources))
