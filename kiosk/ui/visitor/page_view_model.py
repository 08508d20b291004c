"""The open item, block by block."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.bidi import isolate
from kiosk.domain.formatting import filled, format_date
from kiosk.domain.item import Source
from kiosk.domain.language import LocalizedText
from kiosk.domain.page import Block, Page, official_publisher
from kiosk.domain.venue.directions import minutes_of
from kiosk.presentation.pictures import address
from kiosk.presentation.reading import Reading, Side
from kiosk.presentation.serving_rows import Choice, PageBlock
from kiosk.ui.shell.rows import QVariantList, Row, Rows

_YEAR = re.compile(r"(?:19|20)\d\d")
QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class PageProps:
    """What the page screen shows."""

    name: str = ""
    icon: str = ""
    picture: str = ""
    """What the picture shows, in words."""
    source: str = ""
    """Where the picture's file is found; empty for a drawn one."""
    credit: str = ""
    """Who took the photograph; empty for what is drawn."""
    colour: str = ""
    """The colour the item is known by, as #rrggbb; empty where it has none."""
    title: tuple[Side, ...] = ()
    lead: tuple[Side, ...] = ()
    blocks: tuple[PageBlock, ...] = ()
    choices: tuple[Choice, ...] = ()
    more: bool = False
    """Some of it is seen when more is asked for."""
    urgent: bool = False
    """Numbers and what to do first stand before everything else."""
    proof: str = ""
    """The official source, and the day everything was collected, in one line."""
    publishers: tuple[str, ...] = ()
    """All who published what the page says, with the year."""
    guide: str = ""
    """The guide that leads from the page to a personal list."""
    way: str = ""
    """What the map shows the way to; empty where it is not on the map."""
    walk: str = ""
    """How long that is on foot."""
    personal: bool = False
    """A list that answers have led to."""


def derive_page_props(
    page: Page,
    reading: Reading,
    words: dict[str, LocalizedText],
    sources: tuple[Source, ...] = (),
    *,
    guide: str = "",
    way: str = "",
    minutes: int = 0,
    drawing: Callable[[str], str] = lambda _name: "",
) -> PageProps:
    """A page in the languages it is read in.

    Args:
        page: the page.
        reading: the languages.
        words: the interface's words.
        sources: what proves the page.
        guide: identifier of the guide that leads on from it; empty where there is none.
        way: identifier of what the map shows the way to; empty where it has not got it.
        minutes: how long that way is on foot; 0 where that is not known.
        drawing: where a picture of the interface is found, by its name.
    """
    checked = filled(words["checked_on"], lambda tag: {"date": format_date(page.head.checked_on, tag)})
    official = official_publisher(sources)
    first = (filled(words["official_source"], lambda _tag: {"name": official}),) if official else ()
    return PageProps(
        name=reading.plain(page.head.card.name),
        icon=page.head.card.icon,
        picture=reading.plain(page.head.picture_alternative),
        source=address(page.head.picture),
        credit=page.head.picture.credit if page.head.picture else "",
        colour=page.head.card.colour,
        title=reading.sides(page.head.card.name),
        lead=reading.sides(page.head.card.summary),
        blocks=tuple(_block_row(block, reading, words, drawing) for block in page.blocks),
        choices=tuple(Choice(c.identifier, reading.plain(c.name), "", c.identifier == page.choice) for c in page.choices),
        more=any(block.more for block in page.blocks),
        urgent=page.urgent,
        proof=" · ".join(reading.plain(text) for text in (*first, checked)),
        publishers=tuple(dict.fromkeys(_told(source, reading) for source in sources if source.publisher)),
        guide=guide,
        way=way,
        walk=reading.plain(minutes_of(minutes, words)) if minutes else "",
        personal=page.head.card.identifier.startswith("guide:"),
    )


def _told(source: Source, reading: Reading) -> str:
    """A publisher, with the year where the source gives one, and the document in its own language, if it has a title."""
    year = _YEAR.search(source.published)
    name = reading.plain(source.publisher) if source.publisher else ""
    untitled = source.title.startswith("(")  # the authors' own description
    return " · ".join((name, *((year.group(),) if year else ()), *(() if untitled else (isolate(source.title),))))


def _block_row(block: Block, reading: Reading, words: dict[str, LocalizedText], drawing: Callable[[str], str]) -> PageBlock:
    return PageBlock(
        kind=block.kind.value,
        sides=reading.sides(block.text),
        labels=reading.sides(block.label),
        icon=block.icon,
        target=block.target,
        confirm=reading.plain(words["to_confirm"]) if block.confirm else "",
        more=block.more,
        picture=drawing(f"step_{block.step}") if block.step else address(block.picture),
        shows=reading.plain(block.picture_alternative) if block.picture_alternative else "",
    )


@QmlElement
@QmlUncreatable("made by the application")
class PageViewModel(QObject):
    """The open item's page."""

    pageChanged = Signal()
    _title = cached_property(Rows)
    _lead = cached_property(Rows)
    _blocks = cached_property(Rows)
    _choices = cached_property(Rows)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._props = PageProps()

    def show(self, props: PageProps) -> None:
        """Show a page."""
        if props != self._props:
            self._props = props
            self.pageChanged.emit()

    @Property(str, notify=pageChanged)
    def name(self) -> str:
        return self._props.name

    @Property(str, notify=pageChanged)
    def icon(self) -> str:
        return self._props.icon

    @Property(str, notify=pageChanged)
    def picture(self) -> str:
        return self._props.picture

    @Property(str, notify=pageChanged)
    def source(self) -> str:
        return self._props.source

    @Property(str, notify=pageChanged)
    def credit(self) -> str:
        return self._props.credit

    @Property(str, notify=pageChanged)
    def colour(self) -> str:
        return self._props.colour

    @Property(QVariantList, notify=pageChanged)
    def title(self) -> list[Row]:
        return self._title.of(self._props.title)

    @Property(QVariantList, notify=pageChanged)
    def lead(self) -> list[Row]:
        return self._lead.of(self._props.lead)

    @Property(QVariantList, notify=pageChanged)
    def blocks(self) -> list[Row]:
        return self._blocks.of(self._props.blocks)

    @Property(QVariantList, notify=pageChanged)
    def choices(self) -> list[Row]:
        return self._choices.of(self._props.choices)

    @Property(bool, notify=pageChanged)
    def more(self) -> bool:
        return self._props.more

    @Property(bool, notify=pageChanged)
    def urgent(self) -> bool:
        return self._props.urgent

    @Property(str, notify=pageChanged)
    def proof(self) -> str:
        return self._props.proof

    @Property(QVariantList, notify=pageChanged)
    def publishers(self) -> list[str]:
        return list(self._props.publishers)

    @Property(str, notify=pageChanged)
    def guide(self) -> str:
        return self._props.guide

    @Property(str, notify=pageChanged)
    def way(self) -> str:
        return self._props.way

    @Property(str, notify=pageChanged)
    def walk(self) -> str:
        return self._props.walk

    @Property(bool, notify=pageChanged)
    def personal(self) -> bool:
        return self._props.personal
