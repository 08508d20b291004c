"""The source files as their authors write them (docs/content-authoring.md): the form of each."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from kiosk.content.sources.forms import (
    Clock,
    DatedHead,
    Duration,
    Form,
    Head,
    Identifier,
    PlaceSource,
    Rank,
    Statements,
    StatementSource,
    Telephone,
    Text,
    Url,
)
from kiosk.domain.public_service import ChannelType, Competence
from kiosk.domain.takeaway import TakeawayKind


class UnitSource(Form):
    id: Identifier
    icon: str
    name: Text
    summary: Text
    picture_alt: Text
    statements: tuple[StatementSource, ...]


_ABOUT: Mapping[TakeawayKind, frozenset[str]] = {
    TakeawayKind.TELEPHONE: frozenset({"number"}),
    TakeawayKind.WEBSITE: frozenset({"site"}),
    TakeawayKind.EVENT: frozenset({"demonstration"}),
    TakeawayKind.TEXT: frozenset({"text"}),
    TakeawayKind.CHECKLIST: frozenset({"service", "situation"}),
}


class TakeawaySource(Form):
    kind: TakeawayKind
    number: str | None = None
    site: str | None = None
    service: str | None = None
    situation: str | None = None
    demonstration: str | None = None
    text: Text | None = None

    @model_validator(mode="after")
    def _says_what_it_is_about(self) -> Self:
        needed = _ABOUT.get(self.kind, frozenset())
        given = {name for name, value in self if value is not None} - {"kind"}
        if given != needed or not needed:
            what = (
                f"{' and '.join(sorted(needed))}, and nothing else"
                if needed
                else "coordinates, a contact or a network, which cannot be written here"
            )
            message = f"a {self.kind} take-away needs {what}"
            raise ValueError(message)
        return self


class PavilionSource(DatedHead):
    what_it_is: Statements
    what_it_does: Statements
    what_to_see: Statements
    how_to_reach: Statements
    units: tuple[UnitSource, ...] = ()
    services: tuple[str, ...] = ()
    demonstrations: tuple[str, ...] = ()
    takeaways: Annotated[tuple[TakeawaySource, ...], Field(min_length=1)]


class SlotSource(Form):
    id: Identifier
    day: date | None = None
    start: Clock
    end: Clock
    place: Text
    sample: bool = False

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.end <= self.start:
            message = "end does not come after start"
            raise ValueError(message)
        return self


class DemonstrationSource(DatedHead):
    statements: tuple[StatementSource, ...]
    warning: StatementSource | None = None
    pavilion: str | None = None
    slots: tuple[SlotSource, ...] = ()


class EditionSource(DatedHead):
    number: Annotated[int, Field(ge=1)]
    city: Text
    venue: Text | None = None
    start: date
    end: date
    slogan: Text
    visitors: Annotated[int, Field(ge=1)]
    visitors_sources: tuple[str, ...]
    visitors_confirm: bool = False
    sources: tuple[str, ...]
    statements: tuple[StatementSource, ...]

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.end < self.start:
            message = "end comes before start"
            raise ValueError(message)
        return self


class SituationSource(Form):
    id: Identifier
    name: Text
    applies_to: Text
    evidence: tuple[str, ...]
    adds_to: str | None = None
    notes: tuple[StatementSource, ...] = ()
    sources: tuple[str, ...] = ()
    confirm: bool = False


class CostSource(Form):
    id: Identifier
    amount: Annotated[int, Field(ge=0)]
    currency: Literal["MAD"]
    condition: Text
    situations: tuple[str, ...] = ()
    sources: tuple[str, ...]
    confirm: bool = False


class ProcessingTimeSource(Form):
    duration: Duration | None = None
    statements: tuple[StatementSource, ...] = ()


class ChannelSource(Form):
    id: Identifier
    type: ChannelType
    text: Text
    site: str | None = None
    number: Telephone | None = None
    place: PlaceSource | None = None
    sources: tuple[str, ...] = ()
    confirm: bool = False

    @model_validator(mode="after")
    def _says_where(self) -> Self:
        needed = {ChannelType.WEBSITE: self.site, ChannelType.TELEPHONE: self.number}
        if self.type in needed and not needed[self.type]:
            message = f"a {self.type} channel needs a {'site' if self.type is ChannelType.WEBSITE else 'number'}"
            raise ValueError(message)
        return self


class ServiceSource(DatedHead):
    competence: Competence
    life_events: tuple[str, ...]
    audiences: tuple[str, ...]
    output: StatementSource
    requirements: tuple[StatementSource, ...]
    situations: Annotated[tuple[SituationSource, ...], Field(min_length=1)]
    costs: tuple[CostSource, ...] = ()
    processing_time: ProcessingTimeSource
    validity: tuple[StatementSource, ...] = ()
    channels: tuple[ChannelSource, ...]
    legal: tuple[StatementSource, ...] = ()
    steps: tuple[StatementSource, ...] = ()
    penalties: tuple[StatementSource, ...] = ()
    good_to_know: tuple[StatementSource, ...] = ()


class OrganisationSource(DatedHead):
    statements: tuple[StatementSource, ...]


class DocumentSource(Form):
    id: Identifier
    icon: str
    name: Text
    description: Text


class EmergencySource(Head):
    number: Telephone
    where: Text
    statements: tuple[StatementSource, ...] = ()
    sources: tuple[str, ...] = ()
    confirm: bool = False


class SiteSource(Form):
    id: Identifier
    url: Url
    name: Text
    purpose: Text
    qr_allowed: bool
    sources: tuple[str, ...] = ()


class GroupSource(Form):
    id: Identifier
    rank: Rank
    icon: str
    name: Text
    summary: Text


class TermSource(Form):
    id: Identifier
    name: Text
    sources: tuple[str, ...] = ()


class SynonymsSource(Form):
    fillers: tuple[str, ...]
    synonyms: dict[str, Annotated[tuple[Annotated[str, Field(min_length=1)], ...], Field(min_length=1)]]


class SourceSource(Form):
    id: Annotated[str, Field(min_length=1)]
    title: str
    publisher: str
    url: str | None = None
    date: Annotated[str, BeforeValidator(lambda value: value if value is None else str(value))]
    grade: Literal["O", "OC", "P", "G"]
    note: str = ""


class LanguageSource(Form):
    tag: str
    direction: Literal["ltr", "rtl"]
    endonym: str
    invitation: str
    rank: Rank


class ExhibitionSource(Form):
    content_version: str
    timezone: str
    languages: Annotated[tuple[LanguageSource, ...], Field(min_length=1)]
    title: Text
    subtitle: Text
