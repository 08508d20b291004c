"""The files that hold a list of things: the form of each file, and of what it lists."""

from collections.abc import Mapping
from datetime import date

from kiosk.content.sources.crisis import CRISIS_FILE, CrisesSource
from kiosk.content.sources.forms import Form, Text
from kiosk.content.sources.items import EmergencySource, GroupSource, PublisherSource, SourceSource, SynonymsSource, TermSource
from kiosk.content.sources.modes import RuleSource
from kiosk.content.sources.sayings import PracticalSource
from kiosk.content.sources.services import DocumentSource, SiteSource


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
    "schedule.yaml": (ScheduleFile, "rules", "rule"),
}
"""By file: its form, the field that holds the list, and the kind that begins the identifiers."""
