"""Reads a folder of sources; whatever is wrong is found in all files, not only in the first."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from kiosk.content.sources import items as src
from kiosk.content.sources.documents import FILM, captions_beside, read_captions, read_document, source_files, source_pictures
from kiosk.content.sources.findings import Finding, form_findings, yaml_finding
from kiosk.content.sources.forms import Dated, Form, Text
from kiosk.content.sources.guides import GuideSource
from kiosk.content.sources.lines import SourceLines
from kiosk.content.sources.lists import LISTS, NumbersFile, VenueSource
from kiosk.content.sources.modes import ModeSource, RuleSource
from kiosk.content.sources.pictures import missing_pictures, unfit_pictures
from kiosk.content.sources.sayings import (
    DANGERS_FOLDER,
    ELSEWHERE_FOLDER,
    SAYINGS_FOLDER,
    CrisesSource,
    CrisisSource,
    DangerSource,
    ElsewhereSource,
    PracticalSource,
    SayingsSource,
    Terms,
    Ways,
)
from kiosk.content.sources.services import DocumentSource, ServiceSource, SiteSource
from kiosk.content.sources.speech import SPEECH_FOLDER, PronunciationSource, SpeechSource
from kiosk.disk.files import LARGEST_MEDIA, contents_of
from kiosk.domain.item import Caption
from kiosk.errors import SourceError

_D = TypeVar("_D", bound=Dated)


@dataclass(slots=True)
class Sources:
    """A whole folder of sources."""

    exhibition: src.ExhibitionSource | None = None
    organisation: src.OrganisationSource | None = None
    documents: list[DocumentSource] = field(default_factory=list)
    numbers: list[src.EmergencySource] = field(default_factory=list)
    numbers_checked_on: date = date.min
    sites: list[SiteSource] = field(default_factory=list)
    life_events: list[src.GroupSource] = field(default_factory=list)
    audiences: list[src.GroupSource] = field(default_factory=list)
    terms: list[src.TermSource] = field(default_factory=list)
    sources: list[src.SourceSource] = field(default_factory=list)
    words: dict[str, Text] = field(default_factory=dict)
    synonyms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    fillers: tuple[str, ...] = ()
    sayings: dict[str, Ways] = field(default_factory=dict)
    publishers: list[src.PublisherSource] = field(default_factory=list)
    practical: list[PracticalSource] = field(default_factory=list)
    crises: tuple[CrisisSource, ...] = ()
    ordinary: Terms = field(default_factory=dict)
    notions: dict[str, Ways] = field(default_factory=dict)
    """Words that stand for one notion."""
    dangers: dict[str, Ways] = field(default_factory=dict)
    """By danger what people in it type, and what only resembles one."""
    elsewhere: dict[str, Ways] = field(default_factory=dict)
    """By subject what people say who look for what is none of the police."""
    pronunciation: PronunciationSource = field(default_factory=PronunciationSource)
    speech: dict[str, SpeechSource] = field(default_factory=dict)
    """By language."""
    venue: VenueSource | None = None
    rules: list[RuleSource] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)
    """By item identifier: the file it was read from."""
    pictures: dict[str, str] = field(default_factory=dict)
    """SHA-256 of each file in the folder `pictures`, by name."""
    captions: dict[str, dict[str, tuple[Caption, ...]]] = field(default_factory=dict)
    """Of each film, by its name and by language, as far as they can be read."""
    forms: dict[str, BaseModel] = field(default_factory=dict)
    """By file: all that stands in it."""
    unread: set[str] = field(default_factory=set)
    """Item identifiers, or whole kinds, whose file is missing or could not be read."""

    def of(self, form: type[_D]) -> list[_D]:
        """All things of a form that stand each in a file of its own, in the order of the files' names."""
        return [parsed for parsed in self.forms.values() if isinstance(parsed, form)]


FOLDERS: Mapping[str, tuple[type[Dated], str]] = {
    **src.FOLDERS,
    "services": (ServiceSource, "service"),
    "guides": (GuideSource, "guide"),
    "modes": (ModeSource, "mode"),
}
"""Folders with a file for each thing: its form, and the kind that begins its identifier."""
VENUE_FILE = "venue.yaml"
"""The one file that a folder of sources may lack."""
SINGLES: Mapping[str, tuple[type[Form], str]] = {
    "exhibition.yaml": (src.ExhibitionSource, "exhibition"),
    "organisation.yaml": (src.OrganisationSource, "organisation"),
    "pronunciation.yaml": (PronunciationSource, "pronunciation"),
    VENUE_FILE: (VenueSource, "venue"),
}


def _captions(film: Path) -> dict[str, tuple[Caption, ...]]:
    found = dict[str, tuple[Caption, ...]]()
    for tag, path in captions_beside(film).items():
        with suppress(ValueError):  # told by `unfit_pictures`
            found[tag] = read_captions(path)
    return found


def load_sources(folder: Path) -> tuple[Sources, list[Finding]]:
    """Read a folder; whatever is wrong is found in all files, not only in the first."""
    loaded, findings = Sources(), []
    names = {path.relative_to(folder).as_posix(): path for path in source_files(folder)}
    missing = [name for name in (*SINGLES, *LISTS) if name not in names and name != VENUE_FILE]
    findings += [Finding(name, "file", "is missing", f"write {name} in {folder}") for name in missing]
    loaded.unread |= {_identifier(name) for name in (*missing, *names)}
    loaded.pictures = {path.name: hashlib.sha256(contents_of(path, LARGEST_MEDIA)).hexdigest() for path in source_pictures(folder)}
    loaded.captions = {path.name: _captions(path) for path in source_pictures(folder) if path.suffix == FILM}
    lines = SourceLines(folder)
    for name, path in names.items():
        findings += _load_file(loaded, name, path, lines)
    return loaded, [*findings, *missing_pictures(loaded, FOLDERS, folder), *unfit_pictures(loaded, folder)]


def load_valid_sources(folder: Path) -> Sources:
    """Read a folder in which every file has its form.

    Raises:
        SourceError: one has not; names the first reason and how to see the others.
    """
    loaded, findings = load_sources(folder)
    if findings:
        others = f" (and {len(findings) - 1} more: `kiosk content check {folder}`)" if len(findings) > 1 else ""
        message = f"{findings[0]}{others}"
        raise SourceError(message)
    return loaded


def _identifier(name: str) -> str:
    """What is read from a file: an item, or all items of a kind."""
    folder, _, file = name.rpartition("/")
    if folder in FOLDERS:
        return f"{FOLDERS[folder][1]}:{Path(file).stem}"
    return LISTS[name][2] if name in LISTS else name


def _model(folder: str, name: str) -> type[BaseModel] | None:
    """The form of a file."""
    if folder == SPEECH_FOLDER:
        return SpeechSource
    if folder == SAYINGS_FOLDER:
        return SayingsSource
    if folder == DANGERS_FOLDER:
        return DangerSource
    if folder == ELSEWHERE_FOLDER:
        return ElsewhereSource
    if folder in FOLDERS:
        return FOLDERS[folder][0]
    return LISTS[name][0] if name in LISTS else SINGLES.get(name, (None,))[0]


def _load_file(loaded: Sources, name: str, path: Path, lines: SourceLines) -> list[Finding]:
    folder = name.rpartition("/")[0]
    model = _model(folder, name)
    if model is None or not name.endswith(".yaml"):
        return [Finding(name, "file", "is no source file of ours", "move or rename it as the guide says, or take it away")]
    try:
        parsed = model.model_validate(read_document(path))
    except (yaml.YAMLError, RecursionError) as error:
        return [yaml_finding(name, error)]
    except UnicodeDecodeError as error:
        return [Finding(name, "file", f"is not UTF-8 ({error.reason})", "save it as UTF-8")]
    except OSError as error:
        return [Finding(name, "file", f"cannot be read ({error.strerror})", "let it be read")]
    except ValidationError as error:
        return list(form_findings(name, error, lines))
    return _keep(loaded, name, folder, parsed)


def _keep(loaded: Sources, name: str, folder: str, parsed: BaseModel) -> list[Finding]:
    if isinstance(parsed, Dated) and folder in FOLDERS and Path(name).stem != parsed.id:
        loaded.unread.add(f"{FOLDERS[folder][1]}:{parsed.id}")
        return [Finding(name, "id", f"is {parsed.id!r}", f"name the file {parsed.id}.yaml, or take it away where it is a copy")]
    loaded.unread.discard(_identifier(name))
    loaded.forms[name] = parsed
    if isinstance(parsed, Dated) and folder in FOLDERS:
        loaded.files[f"{FOLDERS[folder][1]}:{parsed.id}"] = name
    elif isinstance(parsed, SpeechSource):
        tag = Path(name).stem
        loaded.speech[tag], loaded.files[f"speech:{tag}"] = parsed, name
    elif isinstance(parsed, SayingsSource):
        return list(_keep_sayings(loaded, name, parsed))
    elif isinstance(parsed, DangerSource | ElsewhereSource):
        _keep_wordings(loaded, name, parsed)
    elif name in SINGLES:
        setattr(loaded, SINGLES[name][1], parsed)
        loaded.files[SINGLES[name][1]] = name
        if isinstance(parsed, src.ExhibitionSource):
            loaded.files["drawing"] = name
    else:
        _keep_list(loaded, name, parsed)
    return []


def _keep_list(loaded: Sources, name: str, parsed: BaseModel) -> None:
    _, key, kind = LISTS[name]
    values = getattr(parsed, key)
    setattr(loaded, key, values)
    identifiers = values if isinstance(values, dict) else [value.id for value in values]
    loaded.files.update({f"{kind}:{identifier}": name for identifier in identifiers})
    if isinstance(parsed, NumbersFile):
        loaded.numbers_checked_on = parsed.checked_on
    if isinstance(parsed, CrisesSource):
        loaded.ordinary = parsed.ordinary
    if isinstance(parsed, src.SynonymsSource):
        loaded.fillers = parsed.fillers
        loaded.files["synonym"] = name


def _keep_wordings(loaded: Sources, name: str, parsed: DangerSource | ElsewhereSource) -> None:
    if isinstance(parsed, DangerSource):
        loaded.dangers[Path(name).stem] = parsed.root
        loaded.files[f"danger:{Path(name).stem}"] = name
    else:
        loaded.elsewhere |= parsed.root
        loaded.files |= {f"elsewhere:{subject}": name for subject in parsed.root}


def _keep_sayings(loaded: Sources, name: str, parsed: SayingsSource) -> Iterator[Finding]:
    for item, ways in parsed.root.items():
        file = f"saying:{item.partition('/')[0]}"
        if item in loaded.sayings:
            yield Finding(name, item, f"has sayings in {loaded.files[file]} too", "write all sayings of an item in one file")
        loaded.sayings[item] = ways
        loaded.files.setdefault(file, name)
