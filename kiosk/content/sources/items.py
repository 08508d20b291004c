"""The exhibition's items as their authors write them (docs/content-authoring.md), and what all content needs."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from kiosk.content.sources.forms import (
    Clock,
    ClockEnd,
    Colour,
    Count,
    Dated,
    DatedHead,
    Form,
    HeadSource,
    Identifier,
    Pictured,
    PictureFile,
    Rank,
    Statements,
    StatementSource,
    Telephone,
    Text,
)
from kiosk.domain.item import Standing
from kiosk.domain.language import VowelReading
from kiosk.domain.takeaway import TakeawayKind
from kiosk.domain.timetable import NIGHT_FROM, NIGHT_UNTIL


class UnitSource(Form):
    id: Identifier
    icon: str
    name: Text
    summary: Text
    picture_alt: Text
    picture: PictureFile | None = None
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
    colour: Colour
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
    end: ClockEnd
    place: Text
    sample: bool = False

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        at_night = self.start >= NIGHT_FROM and self.end <= NIGHT_UNTIL
        if self.end <= self.start and not at_night:
            message = f"end does not come after start; only a show of the night ends on the next day, by {NIGHT_UNTIL:%H:%M}"
            raise ValueError(message)
        return self


class DemonstrationSource(DatedHead):
    colour: Colour | None = None
    statements: tuple[StatementSource, ...]
    warning: StatementSource | None = None
    pavilion: str | None = None
    slots: tuple[SlotSource, ...] = ()


class EditionSource(DatedHead):
    number: Annotated[Count, Field(ge=1)]
    city: Text
    at: tuple[Annotated[float, Field(ge=-90, le=90)], Annotated[float, Field(ge=-180, le=180)]] | None = None
    """Latitude and longitude of the city."""
    venue: Text | None = None
    start: date
    end: date
    slogan: Text
    visitors: Annotated[Count, Field(ge=1)]
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


class OrganisationSource(DatedHead):
    statements: tuple[StatementSource, ...]


class EmergencySource(HeadSource):
    picture: PictureFile | None = None
    number: Telephone
    where: Text
    statements: tuple[StatementSource, ...] = ()
    sources: tuple[str, ...] = ()
    confirm: bool = False


class GroupSource(Pictured):
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


class PublisherSource(Form):
    id: Identifier
    standing: Standing
    name: Text | None = None
    """As visitors read it; none for one of no standing, which they are never told."""
    note: str = ""

    @model_validator(mode="after")
    def _is_named_to_visitors_or_not(self) -> Self:
        if (self.name is None) != (self.standing is Standing.OTHER):
            message = "official and press need a name, other has a note alone"
            raise ValueError(message)
        return self


class SourceSource(Form):
    id: Annotated[str, Field(min_length=1)]
    title: str
    publisher: Identifier
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
    reading: VowelReading = VowelReading.PAUSAL


class DrawingSource(Form):
    id: Identifier
    picture: PictureFile
    picture_alt: Text


class ExhibitionSource(Form):
    content_version: str
    timezone: str
    languages: Annotated[tuple[LanguageSource, ...], Field(min_length=1)]
    title: Text
    subtitle: Text
    drawings: tuple[DrawingSource, ...] = ()


FOLDERS: Mapping[str, tuple[type[Dated], str]] = {
    "pavilions": (PavilionSource, "pavilion"),
    "demonstrations": (DemonstrationSource, "demonstration"),
    "editions": (EditionSource, "edition"),
}
"""Folders with a file for each thing: its form, and the kind that begins its identifier."""
