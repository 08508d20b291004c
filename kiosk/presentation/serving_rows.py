"""The shapes of what serves visitors and staff, in lists and panels; the first picture shows none of them."""

from typing import NamedTuple

from kiosk.presentation.reading import Side
from kiosk.presentation.rows import ItemCard


class Choice(NamedTuple):
    """One of several to choose from."""

    identifier: str
    name: str
    icon: str = ""
    chosen: bool = False
    colour: str = ""
    """The colour it is known by, as #rrggbb; empty where it has none."""


class Alphabet(NamedTuple):
    """A keyboard: what stands on its key, and its name."""

    tag: str
    endonym: str
    letters: str


class ShowingRow(NamedTuple):
    """A showing on the visitors' board."""

    card: ItemCard
    time: str
    """From when until when."""
    place: str
    """Where it is, or what is new about it."""
    sample: bool
    state: str = "coming"
    """over, on or coming."""
    left: str = ""
    """How long until it ends, or starts within the hour."""
    share: float = 0
    """Of what is on, how much of it has passed, 0 to 1."""
    start: str = ""
    placed: bool = False
    """Whether the map shows the way to it."""
    walk: str = ""
    """How long that is on foot, shortened."""


class EditionRow(NamedTuple):
    """A year on the time line: its edition, or none, and then nobody came."""

    card: ItemCard
    city: str
    year: str
    visitors: int
    visitors_text: str
    x: float = -1
    """Where its city is on the map of the country, as a part of the width; less than 0 where that is not known."""
    y: float = -1


class NumberRow(NamedTuple):
    """A number to call; of a doubtful one something is still to be confirmed."""

    card: ItemCard
    number: str
    where: str
    doubtful: bool


class MapSpot(NamedTuple):
    """A spot on the map, at parts of its width and height."""

    identifier: str
    name: str
    icon: str
    x: float
    y: float
    kind: str
    here: bool = False
    goal: bool = False
    closed: bool = False
    colour: str = ""
    """The colour that what is found there is known by, as #rrggbb; empty where it has none."""


class MapDot(NamedTuple):
    """A dot of a way, at parts of the map's width and height."""

    x: float
    y: float


class Hit(NamedTuple):
    """Something found."""

    card: ItemCard
    heading: str
    """The kind, above the first of its kind; else empty."""
    opens: bool
    """Whether it has a page of its own."""


class PageBlock(NamedTuple):
    """A paragraph-sized piece of a page."""

    kind: str
    sides: tuple[Side, ...]
    labels: tuple[Side, ...]
    icon: str
    target: str
    confirm: str
    """What its mark says; empty for what needs none."""
    more: bool
    """It is seen when more is asked for."""
    picture: str = ""
    """Where a specimen, the scene of what a link opens, or the sign of a step is found; empty where there is none."""
    shows: str = ""
    """What that picture shows, in words."""


class GuideAnswer(NamedTuple):
    """A question of a guide with the answer given."""

    identifier: str
    question: str
    answer: str
    note: str
    stale: bool
    """It is kept, but not asked for any more."""


class CodeRow(NamedTuple):
    """One code of a take-away."""

    kind: str = ""
    payload: str = ""
    title: str = ""
    caption: str = ""
    part: str = ""
    """Which of several codes it is; empty where it is the only one."""
    icon: str = ""
    how: str = ""
    label: str = ""
    """Where it leads: a site by its name, all else by its title."""


class Lit(NamedTuple):
    """What is lit while it is heard: a place on the screen, there the sentence, and in it the word; places of characters."""

    place: str = ""
    language: str = ""
    start: int = 0
    end: int = 0
    word_start: int = 0
    word_end: int = 0


class BoardState(NamedTuple):
    """What is in force, why, until when, what is next, and what waits."""

    mode: str = ""
    icon: str = "info"
    why: str = ""
    until: str = ""
    next: str = ""
    called: str = ""
    followed: str = ""
    waiting: bool = False
    fault: str = ""
    clock: str = ""
    time: str = ""
    chosen: bool = False


class GroupState(NamedTuple):
    """Whether this kiosk is one of a group, whether the others are in reach, and whether all are meant."""

    named: bool = False
    reached: bool = False
    all: bool = False


class ModeTile(NamedTuple):
    """A content mode as staff choose it."""

    card: ItemCard = ItemCard(icon="info")
    urgent: bool = False
    """It serves nobody."""
    alarm: bool = False
    pavilion: bool = False
    chosen: bool = False


class ExaminedRow(NamedTuple):
    """Something examined."""

    name: str
    icon: str
    green: bool


class VoiceRow(NamedTuple):
    """Who reads aloud in a language."""

    name: str
    links: str
    heard: bool


class ReleaseRow(NamedTuple):
    """Content that was good before."""

    name: str
    text: str
    about: str


class ChangedShow(NamedTuple):
    """A showing of today as staff change it."""

    identifier: str
    name: str
    icon: str
    time: str
    place: str
    news: str
    full: bool
    cancelled: bool


class JobStep(NamedTuple):
    """A step of what is done with a stick."""

    name: str
    done: bool
    now: bool
