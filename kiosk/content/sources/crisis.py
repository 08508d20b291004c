"""Dangers, as their file holds them: the words that tell of each, the numbers to show, and the page that helps."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from kiosk.content.sources.forms import Form, Identifier
from kiosk.content.sources.sayings import Said, Way

CRISIS_FILE = "crisis.yaml"
Terms = Mapping[Way, tuple[Said, ...]]


class TogetherSource(Form):
    """Words that tell of a danger only side by side: one of each list."""

    way: Way
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


class CrisesSource(Form):
    """All of them, the gravest first, and wordings that are none."""

    crises: Annotated[tuple[CrisisSource, ...], Field(min_length=1)]
    ordinary: Terms = Field(default_factory=dict)
