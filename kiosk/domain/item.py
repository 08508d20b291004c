"""What every thing in the content has: an identity, a name, a picture, sourced statements."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from kiosk.domain.language import LanguageTag, LocalizedText


class ItemKind(StrEnum):
    """The things a visitor can open. The value begins the item's identifier: `pavilion:k9`."""

    ORGANISATION = "organisation"
    PAVILION = "pavilion"
    UNIT = "unit"
    DEMONSTRATION = "demonstration"
    EDITION = "edition"
    PUBLIC_SERVICE = "service"
    EMERGENCY_NUMBER = "emergency"
    LIFE_EVENT = "life_event"
    AUDIENCE = "audience"
    GLOSSARY_TERM = "term"
    MODE = "mode"
    PRACTICAL = "practical"


GUIDE = "guide"
"""Begins the identifier of a guide, as `service` does that of its service."""


class Standing(StrEnum):
    """How far who published something can be relied on."""

    OFFICIAL = "official"
    """A public body of the country, or the text of a law."""
    PRESS = "press"
    """Newspapers and agencies, known associations, other states."""
    OTHER = "other"
    """Blogs, forums and the like: never named to visitors."""


class Source(NamedTuple):
    """Where a fact was read."""

    identifier: str
    title: str
    publisher: LocalizedText | None
    """None: its publisher is not named to visitors."""
    official: bool
    published: str
    """The date as the source gives it, not always a calendar date."""


class Statement(NamedTuple):
    """A sentence that states facts, with the sources that prove it."""

    text: LocalizedText
    sources: tuple[str, ...]
    checked_on: date
    confirm: bool = False
    """Shown as "to be confirmed at the desk"."""
    rumour: bool = False
    """It sets right what is often said: shown apart from the text."""


class PictureFile(NamedTuple):
    """A picture that came with the content."""

    name: str
    """In the kiosk's folder of pictures."""
    sha256: str
    """Of the file's bytes; another file of that name is not shown."""
    credit: str = ""
    """Who took a photograph; empty for what is drawn."""
    focus: tuple[float, float] = (0.5, 0.5)
    """What is kept when it is cut: from the left and from the top, as parts of the whole."""


class Card(NamedTuple):
    """An item as it appears in a list."""

    identifier: str
    kind: ItemKind
    name: LocalizedText
    summary: LocalizedText
    icon: str
    """Name of an icon: a pictogram of the project, or one of Phosphor."""
    picture: PictureFile | None = None
    """Shown instead of the icon where there is room."""
    colour: str = ""
    """The identity colour it is known by, as #rrggbb; empty for what has none."""


class Caption(NamedTuple):
    """What is read beside the film for a while."""

    start: float
    """Seconds from the beginning of the film."""
    end: float
    text: str


class SignFilm(NamedTuple):
    """What is said of an item in sign language."""

    name: str
    """Its file."""
    sha256: str
    credit: str
    """Who signs, as it is written under the film in every language."""
    captions: Mapping[LanguageTag, tuple[Caption, ...]]


EASY = "easy_"
"""Begins the fields of an item's easy sentences; a number follows, from 1."""


class Head(NamedTuple):
    """What every item that has a page of its own begins with."""

    card: Card
    picture_alternative: LocalizedText
    """What the item's picture shows, for those who do not see it."""
    checked_on: date
    picture: PictureFile | None = None
    """Shown instead of the picture drawn by code."""
    easy: tuple[LocalizedText, ...] = ()
    """What matters most, in sentences of few and plain words; empty where nobody has written them."""
    sign: SignFilm | None = None
