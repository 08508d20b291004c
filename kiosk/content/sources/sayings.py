"""How people say what they look for, as its files hold it; and the practical things of the day that they ask for."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, RootModel

from kiosk.content.sources.forms import Identifier, Pictured, Rank, Text

SAYINGS_FOLDER = "sayings"
DANGERS_FOLDER = "dangers"
ORDINARY = "ordinary"
"""The file of sentences that only resemble a danger."""
Way = Literal["ar", "ary-Arab", "ary-Latn", "fr", "en"]
"""A language and script people write in: Arabic, Darija in Arabic and in Latin letters, French, English."""
Said = Annotated[str, Field(min_length=1)]
Ways = Annotated[Mapping[Way, Annotated[tuple[Said, ...], Field(min_length=1)]], Field(min_length=1)]


class SayingsSource(RootModel[dict[str, Ways]]):
    """By item: what people say who look for it."""


class DangerSource(RootModel[Ways]):
    """What people in one danger type; its file is called as the danger, or `ordinary`."""


class PracticalSource(Pictured):
    """A thing of the day: toilets, exits, hours. Its summary says whom to ask, or what its screen shows."""

    id: Identifier
    rank: Rank
    icon: str
    name: Text
    summary: Text
    screen: Literal["Demonstrations", "Editions", "Feedback", "CallStaff"] | None = None
    """The screen it opens; without one it is its own answer."""
