"""A content mode: what a kiosk shows, as the content itself writes it."""

from enum import StrEnum
from typing import NamedTuple

from kiosk.domain.item import Card, Head, PictureFile, Statement
from kiosk.domain.language import LanguageTag, LocalizedText


class ModeService(StrEnum):
    """Whether visitors are served."""

    OPEN = "open"
    CLOSED = "closed"
    EMERGENCY = "emergency"


class ModeHome(StrEnum):
    """Where a visitor begins; each value is the name of a screen."""

    ALL = "Home"
    SERVICES = "Services"
    DEMONSTRATIONS = "Demonstrations"
    ITEM = "Page"
    TILES = "Tiles"
    SLIDES = "Slides"


class ModeStage(StrEnum):
    """What invites while nobody is there, above the doors of the languages."""

    TITLE = "title"
    BOARD = "board"
    SLIDES = "slides"


class ModeLook(StrEnum):
    """How large the type is, or that nothing shines until somebody touches the screen."""

    STANDARD = "standard"
    LARGE = "large"
    DARK = "dark"


class QuizQuestion(NamedTuple):
    """One question of a quiz."""

    identifier: str
    text: LocalizedText
    choices: tuple[LocalizedText, ...]
    right: int
    """Place of the right choice, from 0."""
    because: Statement
    """What proves the answer."""
    level: int = 1
    """For which age: 1 for the younger, 2 for the older."""


class ModePlace(NamedTuple):
    """What only the kiosks of one place tell people."""

    text: LocalizedText
    picture: PictureFile | None
    """Such as the way out on a plan."""
    picture_alternative: LocalizedText | None
    """What it shows, for those who do not see it; None without a picture."""


class ContentMode(NamedTuple):
    """What a kiosk shows while the mode is in force."""

    head: Head
    service: ModeService
    home: ModeHome
    home_item: str
    """Identifier of the item of an ITEM home; empty for the others."""
    stage: ModeStage
    look: ModeLook
    sound: bool
    aloud: bool
    """Whether what is opened is read aloud without being asked for."""
    languages: tuple[LanguageTag, ...]
    """In the order they are offered in; the first is read when nobody has chosen."""
    until_prompt: float | None
    """Seconds without a touch before the prompt; None: as the kiosk is set."""
    prompt: float | None
    """Seconds the prompt counts down; None: as the kiosk is set."""
    items: tuple[Card, ...]
    """Tiles or slides of the home."""
    notes: tuple[LocalizedText | None, ...]
    """What the speaker says to each of the items."""
    loop: tuple[Card, ...]
    """What a SLIDES stage shows in turn."""
    urls: frozenset[str] | None
    """Addresses that may become a code; None: all the content allows."""
    statements: tuple[Statement, ...]
    """What a kiosk that serves nobody tells people."""
    places: dict[str, ModePlace]
    """What only the kiosks of a place tell them, by the place's identifier."""
    questions: tuple[QuizQuestion, ...]

    @property
    def identifier(self) -> str:
        """Such as `whole`: what settings, rules and commands call it."""
        return self.head.card.identifier.partition(":")[2]
