"""Public services, the papers they ask for and the sites they name, as their authors write them (docs/content-authoring.md)."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from kiosk.content.sources.forms import (
    Count,
    DatedHead,
    Duration,
    Form,
    Identifier,
    Pictured,
    PointSource,
    StatementSource,
    Telephone,
    Text,
    Url,
)
from kiosk.domain.public_service import ChannelType, Competence, Inapplicable


class SituationSource(Form):
    id: Identifier
    name: Text
    applies_to: Text
    evidence: tuple[str, ...]
    adds_to: str | None = None
    notes: tuple[StatementSource, ...] = ()
    sources: tuple[str, ...] = ()
    confirm: bool = False
    urgent: bool = False


class CostSource(Form):
    id: Identifier
    amount: Count
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
    place: PointSource | None = None
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
    not_applicable: tuple[Inapplicable, ...] = ()


class DocumentSource(Pictured):
    id: Identifier
    icon: str
    name: Text
    description: Text


class SiteSource(Form):
    id: Identifier
    url: Url
    name: Text
    purpose: Text
    qr_allowed: bool
    sources: tuple[str, ...] = ()
