"""Where the visitor is, and the way back."""

from enum import StrEnum
from typing import NamedTuple


class Screen(StrEnum):
    """The screens; each value is the file's name in Kiosk.Screens without `Screen`."""

    ATTRACT = "Attract"
    HOME = "Home"
    CATALOGUE = "Catalogue"
    SERVICES = "Services"
    DEMONSTRATIONS = "Demonstrations"
    EDITIONS = "Editions"
    EMERGENCY = "Emergency"
    GLOSSARY = "Glossary"
    SEARCH = "Search"
    PAGE = "Page"
    GUIDE = "Guide"
    RESUME = "Resume"
    TILES = "Tiles"
    SLIDES = "Slides"
    QUIZ = "Quiz"
    CALL_STAFF = "CallStaff"
    FEEDBACK = "Feedback"
    MAP = "Map"
    CLOSED = "Closed"
    EVACUATION = "Evacuation"
    OUT_OF_SERVICE = "OutOfService"


MAP = "map"
"""Begins the name of what the map shows the way to, where an item may stand: `map:practical:toilets`."""
SCREEN = "screen"
"""Begins the name of a screen where an item may stand: `screen:CallStaff`."""


class Route(NamedTuple):
    """A screen, on the page screen with the item, on the guide screen with the guide, on the map with what is looked for."""

    screen: Screen
    identifier: str = ""
    choice: str = ""
    """Of a public service: the situation it is read for. Of a guide: the step; on the page screen: the resume code of a list.
    On the map: `step_free` for a way without stairs."""


HOME = Route(Screen.HOME)
RESTS = frozenset({Screen.ATTRACT, Screen.OUT_OF_SERVICE, Screen.CLOSED, Screen.EVACUATION})
"""Screens without a visitor session."""
