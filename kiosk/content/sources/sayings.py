"""How people say what they look for, and that they are in danger; and the practical things of the day that they ask for."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, RootModel

from kiosk.content.sources.forms import Form, Identifier, Pictured, Rank, Text

SAYINGS_FOLDER = "sayings"
DANGERS_FOLDER = "dangers"
ELSEWHERE_FOLDER = "elsewhere"
ORDINARY = "ordinary"
"""The file of sentences that only resemble a danger."""
WayOfWriting = Literal["ar", "ary-Arab", "ary-Latn", "fr", "en"]
"""A language and script people write in: Arabic, Darija in Arabic and in Latin letters, French, English."""
Said = Annotated[str, Field(min_length=1)]
Ways = Annotated[Mapping[WayOfWriting, Annotated[tuple[Said, ...], Field(min_length=1)]], Field(min_length=1)]


class SayingsSource(RootModel[dict[str, Ways]]):
    """By item: what people say who look for it."""


class DangerSource(RootModel[Ways]):
    """What people in one danger type; its file is called as the danger, or `ordinary`."""


class ElsewhereSource(RootModel[dict[Identifier, Ways]]):
    """By subject that is none of the police: what people say who look for it."""


class PracticalSource(Pictured):
    """A thing of the day: toilets, exits, hours. Its summary says whom to ask, or what its screen shows."""

    id: Identifier
    rank: Rank
    icon: str
    name: Text
    summary: Text
    screen: Literal["Demonstrations", "Editions", "Feedback", "CallStaff"] | None = None
    """The screen it opens; without one it is its own answer."""


CRISIS_FILE = "crisis.yaml"
Terms = Mapping[WayOfWriting, tuple[Said, ...]]


class TogetherSource(Form):
    """Words that tell of a danger only side by side: one of each list."""

    way: WayOfWriting
    of: Annotated[tuple[Annotated[tuple[Said, ...], Field(min_length=1)], ...], Field(min_length=2)]


class CrisisSource(Form):
    """One danger."""

    id: Identifier
    numbers: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    """Of emergency.yaml, the one to call first at the beginning."""
    page: str | None = None
    """The item whose page helps further."""
    words: Terms = Field(default_factory=dict)
    phrases: Terms = Field(default_factory=dict)
    together: tuple[TogetherSource, ...] = ()
    unless: Terms = Field(default_factory=dict)


class NotionsSource(Form):
    """Words that stand for one notion in all ways of writing."""

    notions: Mapping[Identifier, Ways]


class CrisesSource(Form):
    """All of them, the gravest first, and wordings that are none."""

    crises: Annotated[tuple[CrisisSource, ...], Field(min_length=1)]
    ordinary: Terms = Field(default_factory=dict)
