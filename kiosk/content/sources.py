"""The source files as their authors write them (docs/content-authoring.md), read and checked for form."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from kiosk.domain.public_service import ChannelType, Competence
from kiosk.domain.takeaway import TakeawayKind


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with the content: where, what, and how to mend it."""

    file: str
    field: str
    message: str
    mend: str

    def __str__(self) -> str:
        return f"{self.file}: {self.field}: {self.message}; {self.mend}"


class _Source(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(_Source):
    """A text by language; `speech` holds the words said where they differ."""

    shown: dict[str, str]
    speech: dict[str, str] = {}

    @model_validator(mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        if not isinstance(value, Mapping) or "shown" in value:
            return value
        return {"shown": {k: v for k, v in value.items() if k != "speech"}, "speech": value.get("speech", {})}


Identifier = Annotated[str, Field(pattern=r"^[a-z0-9_]+$")]
_Clock = Annotated[time, BeforeValidator(lambda value: f"{value // 60:02}:{value % 60:02}" if isinstance(value, int) else value)]


class StatementSource(_Source):
    text: Text
    sources: list[str] = []
    confirm: bool = False
    guidance: bool = False
    checked_on: date | None = None


class Head(_Source):
    id: Identifier
    rank: int
    icon: str
    name: Text
    summary: Text
    picture_alt: Text


class DatedHead(Head):
    checked_on: date


class UnitSource(_Source):
    id: Identifier
    icon: str
    name: Text
    summary: Text
    picture_alt: Text
    statements: list[StatementSource]


class TakeawaySource(_Source):
    kind: TakeawayKind
    number: str | None = None
    site: str | None = None
    service: str | None = None
    situation: str | None = None
    demonstration: str | None = None
    text: Text | None = None


class PavilionSource(DatedHead):
    what_it_is: list[StatementSource]
    what_it_does: list[StatementSource]
    what_to_see: list[StatementSource]
    how_to_reach: list[StatementSource]
    units: list[UnitSource] = []
    services: list[str] = []
    demonstrations: list[str] = []
    takeaways: list[TakeawaySource]


class SlotSource(_Source):
    id: Identifier
    day: date | None = None
    start: _Clock
    end: _Clock
    place: Text
    sample: bool = False


class DemonstrationSource(DatedHead):
    statements: list[StatementSource]
    warning: StatementSource | None = None
    pavilion: str | None = None
    slots: list[SlotSource] = []


class EditionSource(DatedHead):
    number: int
    city: Text
    venue: Text | None = None
    start: date
    end: date
    slogan: Text
    visitors: int
    visitors_sources: list[str]
    visitors_confirm: bool = False
    sources: list[str]
    statements: list[StatementSource]


class SituationSource(_Source):
    id: Identifier
    name: Text
    applies_to: Text
    evidence: list[str]
    adds_to: str | None = None
    notes: list[StatementSource] = []
    sources: list[str] = []
    confirm: bool = False


class CostSource(_Source):
    id: Identifier
    amount: int
    currency: str
    condition: Text
    situations: list[str] = []
    sources: list[str]
    confirm: bool = False


class ProcessingTimeSource(_Source):
    duration: str | None = None
    statements: list[StatementSource] = []


class ChannelSource(_Source):
    id: Identifier
    type: ChannelType
    text: Text
    site: str | None = None
    number: str | None = None
    sources: list[str] = []
    confirm: bool = False


class ServiceSource(DatedHead):
    competence: Competence
    life_events: list[str]
    audiences: list[str]
    output: StatementSource
    requirements: list[StatementSource]
    situations: list[SituationSource]
    costs: list[CostSource] = []
    processing_time: ProcessingTimeSource
    validity: list[StatementSource] = []
    channels: list[ChannelSource]
    legal: list[StatementSource] = []
    steps: list[StatementSource] = []
    penalties: list[StatementSource] = []
    good_to_know: list[StatementSource] = []


class OrganisationSource(DatedHead):
    statements: list[StatementSource]


class DocumentSource(_Source):
    id: Identifier
    icon: str
    name: Text
    description: Text


class EmergencySource(Head):
    number: Annotated[str, Field(pattern=r"^\+?[0-9]+$")]
    where: Text
    statements: list[StatementSource] = []
    sources: list[str] = []
    confirm: bool = False


class SiteSource(_Source):
    id: Identifier
    url: str
    name: Text
    purpose: Text
    qr_allowed: bool
    sources: list[str] = []


class GroupSource(_Source):
    id: Identifier
    rank: int
    icon: str
    name: Text
    summary: Text


class TermSource(_Source):
    id: Identifier
    name: Text
    sources: list[str] = []


class SourceSource(_Source):
    id: str
    title: str
    publisher: str
    url: str | None = None
    date: Annotated[str, BeforeValidator(str)]
    grade: Literal["O", "OC", "P", "G"]
    note: str = ""


class LanguageSource(_Source):
    tag: str
    direction: Literal["ltr", "rtl"]
    endonym: str
    invitation: str
    rank: int


class ExhibitionSource(_Source):
    content_version: str
    timezone: str
    languages: list[LanguageSource]
    title: Text
    subtitle: Text


class _Documents(_Source):
    documents: list[DocumentSource]


class _Numbers(_Source):
    checked_on: date
    numbers: list[EmergencySource]


class _Sites(_Source):
    sites: list[SiteSource]


class _LifeEvents(_Source):
    life_events: list[GroupSource]


class _Audiences(_Source):
    audiences: list[GroupSource]


class _Terms(_Source):
    terms: list[TermSource]


class _Sources(_Source):
    sources: list[SourceSource]


class _Words(_Source):
    words: dict[str, Text]


@dataclass(slots=True)
class Sources:
    """A whole folder of sources."""

    exhibition: ExhibitionSource | None = None
    organisation: OrganisationSource | None = None
    pavilions: list[PavilionSource] = field(default_factory=list)
    demonstrations: list[DemonstrationSource] = field(default_factory=list)
    editions: list[EditionSource] = field(default_factory=list)
    services: list[ServiceSource] = field(default_factory=list)
    documents: list[DocumentSource] = field(default_factory=list)
    numbers: list[EmergencySource] = field(default_factory=list)
    numbers_checked_on: date = date.min
    sites: list[SiteSource] = field(default_factory=list)
    life_events: list[GroupSource] = field(default_factory=list)
    audiences: list[GroupSource] = field(default_factory=list)
    terms: list[TermSource] = field(default_factory=list)
    sources: list[SourceSource] = field(default_factory=list)
    words: dict[str, Text] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    """By item identifier: the file it was read from."""


FOLDERS: Mapping[str, tuple[type[DatedHead], str]] = {
    "pavilions": (PavilionSource, "pavilion"),
    "demonstrations": (DemonstrationSource, "demonstration"),
    "editions": (EditionSource, "edition"),
    "services": (ServiceSource, "service"),
}
LISTS: Mapping[str, tuple[type[_Source], str, str]] = {
    "documents.yaml": (_Documents, "documents", "document"),
    "emergency.yaml": (_Numbers, "numbers", "emergency"),
    "sites.yaml": (_Sites, "sites", "site"),
    "life_events.yaml": (_LifeEvents, "life_events", "life_event"),
    "audiences.yaml": (_Audiences, "audiences", "audience"),
    "glossary.yaml": (_Terms, "terms", "term"),
    "sources.yaml": (_Sources, "sources", "source"),
    "interface.yaml": (_Words, "words", "word"),
}
SINGLES: Mapping[str, tuple[type[_Source], str]] = {
    "exhibition.yaml": (ExhibitionSource, "exhibition"),
    "organisation.yaml": (OrganisationSource, "organisation"),
}


def source_files(folder: Path) -> list[Path]:
    """Every source file, in the same order on every machine."""
    return sorted(folder.rglob("*.yaml"), key=lambda path: path.relative_to(folder).as_posix())


def load_sources(folder: Path) -> tuple[Sources, list[Finding]]:
    """Read a folder; whatever is wrong is found in all files, not only in the first."""
    loaded, findings = Sources(), []
    names = {path.relative_to(folder).as_posix(): path for path in source_files(folder)}
    missing = [name for name in (*SINGLES, *LISTS) if name not in names]
    findings += [Finding(name, "file", "is missing", f"write {name} in {folder}") for name in missing]
    for name, path in names.items():
        findings += _load_file(loaded, name, path)
    return loaded, findings


def _load_file(loaded: Sources, name: str, path: Path) -> list[Finding]:
    folder = name.partition("/")[0]
    model = FOLDERS[folder][0] if folder in FOLDERS else LISTS.get(name, SINGLES.get(name, (None,)))[0]
    if model is None:
        return [Finding(name, "file", "is no source file of ours", "move it to its folder, or take it away")]
    try:
        parsed = model.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except yaml.YAMLError as error:
        return [Finding(name, "file", f"is not YAML: {' '.join(str(error).split())}", "mend that line")]
    except UnicodeDecodeError as error:
        return [Finding(name, "file", f"is not UTF-8 ({error.reason})", "save it as UTF-8")]
    except ValidationError as error:
        return list(_form_findings(name, error))
    return _keep(loaded, name, folder, parsed)


def _form_findings(name: str, error: ValidationError) -> Iterator[Finding]:
    for problem in error.errors():
        where = ".".join(str(part) for part in problem["loc"]) or "file"
        yield Finding(name, where, problem["msg"], "write the field as docs/content-authoring.md says")


def _keep(loaded: Sources, name: str, folder: str, parsed: BaseModel) -> list[Finding]:
    if isinstance(parsed, DatedHead) and folder in FOLDERS:
        getattr(loaded, folder).append(parsed)
        loaded.files[f"{FOLDERS[folder][1]}:{parsed.id}"] = name
        if Path(name).stem != parsed.id:
            return [Finding(name, "id", f"is {parsed.id!r}", f"name the file {parsed.id}.yaml")]
    elif name in SINGLES:
        setattr(loaded, SINGLES[name][1], parsed)
        loaded.files[SINGLES[name][1]] = name
    else:
        _, key, kind = LISTS[name]
        values = getattr(parsed, key)
        setattr(loaded, key, values)
        identifiers = values if isinstance(values, dict) else [value.id for value in values]
        loaded.files.update({f"{kind}:{identifier}": name for identifier in identifiers})
        if isinstance(parsed, _Numbers):
            loaded.numbers_checked_on = parsed.checked_on
    return []
