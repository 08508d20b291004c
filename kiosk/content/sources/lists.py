"""The files that hold lists of things, the plan of the venue among them: the form of each file, and of what it lists."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from pydantic import Field

from kiosk.content.sources.forms import Form, Identifier, Text
from kiosk.content.sources.items import EmergencySource, GroupSource, PublisherSource, SourceSource, SynonymsSource, TermSource
from kiosk.content.sources.modes import RuleSource
from kiosk.content.sources.sayings import CRISIS_FILE, CrisesSource, NotionsSource, PracticalSource
from kiosk.content.sources.services import DocumentSource, SiteSource
from kiosk.domain.venue.plan import SpotKind


class DocumentsFile(Form):
    documents: list[DocumentSource]


class NumbersFile(Form):
    checked_on: date
    numbers: list[EmergencySource]


class SitesFile(Form):
    sites: list[SiteSource]


class LifeEventsFile(Form):
    life_events: list[GroupSource]


class AudiencesFile(Form):
    audiences: list[GroupSource]


class TermsFile(Form):
    terms: list[TermSource]


class SourcesFile(Form):
    sources: list[SourceSource]


class PublishersFile(Form):
    publishers: list[PublisherSource]


class WordsFile(Form):
    words: dict[str, Text]


class PracticalFile(Form):
    practical: list[PracticalSource]


class ScheduleFile(Form):
    rules: list[RuleSource]


_Metre = Annotated[float, Field(ge=0, le=5000, allow_inf_nan=False)]
_Corner = tuple[_Metre, _Metre]
_Outline = Annotated[tuple[_Corner, ...], Field(min_length=3, max_length=200)]


class HallSource(Form):
    id: Identifier
    name: Text
    outline: _Outline


class SpotSource(Form):
    id: Identifier
    kind: SpotKind
    at: _Corner
    items: tuple[str, ...] = ()
    """What is found there, as `pavilion:k9`; the first gives the name and the icon that are not told here."""
    icon: str | None = None
    name: Text | None = None


class PathSource(Form):
    ends: tuple[Identifier, Identifier]
    """Spots or junctions."""
    step_free: bool = True


class VenueSource(Form):
    """The plan of the venue: metres, x to the right and y downwards."""

    checked_on: date
    name: Text
    sample: bool = False
    outline: _Outline
    halls: tuple[HallSource, ...] = ()
    spots: Annotated[tuple[SpotSource, ...], Field(min_length=2, max_length=200)]
    junctions: Mapping[Identifier, _Corner] = Field(default_factory=dict)
    paths: Annotated[tuple[PathSource, ...], Field(min_length=1, max_length=1000)]


LISTS: Mapping[str, tuple[type[Form], str, str]] = {
    "documents.yaml": (DocumentsFile, "documents", "document"),
    "emergency.yaml": (NumbersFile, "numbers", "emergency"),
    "sites.yaml": (SitesFile, "sites", "site"),
    "life_events.yaml": (LifeEventsFile, "life_events", "life_event"),
    "audiences.yaml": (AudiencesFile, "audiences", "audience"),
    "glossary.yaml": (TermsFile, "terms", "term"),
    "sources.yaml": (SourcesFile, "sources", "source"),
    "publishers.yaml": (PublishersFile, "publishers", "publisher"),
    "interface.yaml": (WordsFile, "words", "word"),
    "synonyms.yaml": (SynonymsSource, "synonyms", "synonym"),
    "practical.yaml": (PracticalFile, "practical", "practical"),
    CRISIS_FILE: (CrisesSource, "crises", "crisis"),
    "notions.yaml": (NotionsSource, "notions", "notion"),
    "schedule.yaml": (ScheduleFile, "rules", "rule"),
}
"""By file: its form, the field that holds the list, and the kind that begins the identifiers."""
