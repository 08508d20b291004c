"""The shapes of what the first picture and the modes' own screens show: plain values, given to QML by `kiosk.ui.shell.rows`."""

from typing import NamedTuple

from kiosk.domain.item import Card
from kiosk.presentation.pictures import address
from kiosk.presentation.reading import Reading


class ItemCard(NamedTuple):
    """An item as a tile or a row of a list shows it."""

    identifier: str = ""
    name: str = ""
    summary: str = ""
    icon: str = ""
    picture: str = ""
    """Where its picture is found; empty where there is none."""
    colour: str = ""
    """The colour it is known by, as #rrggbb; empty where it has none."""


def card_row(card: Card, reading: Reading) -> ItemCard:
    """An item in the language in use."""
    return ItemCard(
        card.identifier, reading.plain(card.name), reading.plain(card.summary), card.icon, address(card.picture), card.colour
    )


class OfferedLanguage(NamedTuple):
    """A language of the content, told in itself."""

    tag: str
    endonym: str
    invitation: str
    right_to_left: bool
    title: str
    subtitle: str


class TitledLines(NamedTuple):
    """A title and lines in one language."""

    tag: str = ""
    right_to_left: bool = False
    title: str = ""
    lines: tuple[str, ...] = ()


class StageRow(NamedTuple):
    """What invites for a while, in every language."""

    icon: str = ""
    sides: tuple[TitledLines, ...] = ()


class NamedPicture(NamedTuple):
    """Where a picture is found, and what it shows in words; empty where there is none."""

    source: str = ""
    name: str = ""


class Slide(NamedTuple):
    """An item as a large page."""

    card: ItemCard = ItemCard()
    source: str = ""
    """Where its picture is found; empty for a drawn one."""
    lines: tuple[str, ...] = ()
    note: str = ""
    """What the speaker says."""
