"""The kinds of items, each declared once: what the schema, the checks, the search, the pages and the counts ask of it.

How a kind is added is told in CONTRIBUTING.md.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from kiosk.domain.item import ItemKind

_HEAD = ("name", "summary", "picture_alt")
_GROUP = ("name", "summary")
_NONE: Mapping[str, int] = MappingProxyType({})
_HEAD_ROOM: Mapping[str, int] = MappingProxyType({"name": 42, "summary": 140})
_TEXT_ROOM: Mapping[str, int] = MappingProxyType({"text": 280})
_SPOT_ROOM: Mapping[str, int] = MappingProxyType({"name": 42})
_QUIZ_ROOM = MappingProxyType(dict.fromkeys(("question", "choice_1", "choice_2", "choice_3", "choice_4"), 120))


class Kind(NamedTuple):
    """What is true of all items of a kind."""

    name: str
    """Begins the identifier of its items: `edition:edition_6`."""
    texts: tuple[str, ...] = ()
    """The texts an item cannot be shown without."""
    room: Mapping[str, int] = _NONE
    """By text: the characters a panel of 15.6 inches, or a code, has room for."""
    whole: str = ""
    """Kind of the item with a source file of its own that it is a part of; empty where it has one itself."""
    page: bool = False
    """It has a page of its own."""
    group: bool = False
    """It picks out public services."""
    pictured: bool = False
    """It names an icon. All with a page and all groups do."""
    sourced: bool = False
    """It states facts, and so names their sources."""
    proper_name: bool = False
    """Its name may be a brand or a number, in one script everywhere."""
    alike: tuple[str, ...] = ()
    """The texts that name somebody or a place, and so may be the same in two languages."""
    silent: bool = False
    """It is never read aloud."""
    everywhere: bool = False
    """Every content mode shows it."""
    searched: int = 0
    """Its place among the results, from 1; 0 for what is not searched for."""
    found_with_parent: bool = False
    """It is found by the names of the item it is a part of as well."""
    heading: str = ""
    """The interface's word above such results."""
    counted: str = ""
    """What `kiosk content stats` calls their number; empty for what is not counted."""


KINDS = (
    Kind("exhibition", texts=("title", "subtitle"), everywhere=True),
    Kind("word", texts=("name",), everywhere=True),
    Kind("drawing", texts=("picture_alt",), everywhere=True),
    Kind(ItemKind.ORGANISATION, _HEAD, _HEAD_ROOM, page=True, searched=6, heading="about"),
    Kind(ItemKind.PAVILION, _HEAD, _HEAD_ROOM, page=True, searched=2, heading="pavilions", counted="pavilions"),
    Kind(
        ItemKind.UNIT,
        _HEAD,
        _HEAD_ROOM,
        whole="pavilion",
        page=True,
        searched=8,
        found_with_parent=True,
        heading="units",
        counted="units",
    ),
    Kind(ItemKind.DEMONSTRATION, _HEAD, _HEAD_ROOM, page=True, searched=5, heading="demonstrations", counted="demonstrations"),
    Kind("slot", texts=("place",), whole="demonstration"),
    Kind(
        ItemKind.EDITION,
        (*_HEAD, "city", "slogan"),
        _HEAD_ROOM,
        alike=("name", "city", "venue"),
        page=True,
        sourced=True,
        searched=9,
        heading="editions",
        counted="editions",
    ),
    Kind(ItemKind.PUBLIC_SERVICE, _HEAD, _HEAD_ROOM, page=True, searched=1, heading="services", counted="public_services"),
    Kind(
        "situation",
        ("name", "applies_to"),
        MappingProxyType({"name": 42}),
        whole="service",
        searched=7,
        found_with_parent=True,
        counted="situations",
    ),
    Kind("document", ("name", "description"), MappingProxyType({"name": 80}), pictured=True, counted="documents"),
    Kind("cost", ("condition",), whole="service", sourced=True),
    Kind("channel", ("text",), _TEXT_ROOM, whole="service", sourced=True),
    Kind("contact", whole="service"),
    Kind(
        ItemKind.EMERGENCY_NUMBER,
        (*_HEAD, "where"),
        _HEAD_ROOM,
        page=True,
        sourced=True,
        everywhere=True,
        searched=3,
        heading="emergency",
        counted="emergency_numbers",
    ),
    Kind("site", ("name", "purpose"), proper_name=True, alike=("name",), everywhere=True),
    Kind(ItemKind.LIFE_EVENT, _GROUP, _HEAD_ROOM, group=True),
    Kind(ItemKind.AUDIENCE, _GROUP, _HEAD_ROOM, group=True),
    Kind(
        ItemKind.GLOSSARY_TERM,
        ("name",),
        proper_name=True,
        alike=("name",),
        searched=10,
        heading="glossary",
        counted="glossary_terms",
    ),
    Kind("statement", ("text",), _TEXT_ROOM, sourced=True, counted="statements"),
    Kind("takeaway", room=MappingProxyType({"text": 300}), whole="pavilion"),
    Kind("guide", counted="guides"),
    Kind("question", ("text",), MappingProxyType({"text": 90, "hint": 140}), whole="guide"),
    Kind("option", ("name",), MappingProxyType({"name": 60}), whole="guide"),
    Kind("outcome", whole="guide"),
    Kind("amendment", whole="guide"),
    Kind(ItemKind.MODE, _HEAD, _HEAD_ROOM, pictured=True),
    Kind("note", ("text",), _TEXT_ROOM, whole="mode"),
    Kind("place", ("text",), _TEXT_ROOM, whole="mode"),
    Kind("quiz_question", ("question", "choice_1", "choice_2"), _QUIZ_ROOM, whole="mode"),
    Kind("venue", texts=("name",), everywhere=True),
    Kind("hall", texts=("name",), room=_SPOT_ROOM, alike=("name",), whole="venue", everywhere=True),
    Kind("spot", room=_SPOT_ROOM, alike=("name",), whole="venue", pictured=True, everywhere=True),
    Kind("publisher", proper_name=True, alike=("name",), silent=True, everywhere=True),
    Kind(ItemKind.PRACTICAL, _GROUP, _HEAD_ROOM, pictured=True, searched=4, heading="practical"),
)
"""In the order the schema names them. A statement is a part of whatever its identifier names."""

PAGE_KINDS = frozenset(ItemKind(kind.name) for kind in KINDS if kind.page)
GROUP_KINDS = frozenset(kind.name for kind in KINDS if kind.group)
SILENT_KINDS = frozenset(kind.name for kind in KINDS if kind.silent)
SEARCHED_KINDS = tuple(kind.name for kind in sorted(KINDS, key=lambda kind: kind.searched) if kind.searched)
"""In order of importance: the rows of the search table follow it."""
