"""Takes changed source files into a folder: all of them, when the folder is then no worse than before, or none."""

import shutil
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.content.checking.check import check_sources
from kiosk.content.checking.speech import PROPOSE
from kiosk.content.exchange.cpsv_ap import read_services
from kiosk.content.exchange.spreadsheet_reader import TextChange, read_changes
from kiosk.content.exchange.yaml_files import file_of, with_texts
from kiosk.content.sources.documents import source_files, source_pictures
from kiosk.content.sources.findings import Finding
from kiosk.content.sources.loading import load_sources, load_valid_sources
from kiosk.disk.files import replace_all
from kiosk.errors import SourceError


def new_findings(folder: Path, changed: Mapping[str, bytes]) -> list[Finding]:
    """What would be wrong with a folder after a change, and is not wrong with it now.

    Words that are new are said anew afterwards, by `kiosk narration propose`: that they are not yet is no fault of the change.
    """
    before = set(check_sources(folder))
    with TemporaryDirectory() as name:
        trial = Path(name)
        for path in (*source_files(folder), *source_pictures(folder)):
            copy = trial / path.relative_to(folder)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
        for file, content in changed.items():
            (trial / file).parent.mkdir(parents=True, exist_ok=True)
            (trial / file).write_bytes(content)
        faults = [f for f in check_sources(trial) if f.level == "error" and f.mend != PROPOSE]
        return [f for f in faults if replace(f, mend=f.mend.replace(name, str(folder))) not in before]


def write_files(folder: Path, changed: Mapping[str, bytes]) -> None:
    """Write files of a folder of sources.

    Raises:
        SourceError: the folder cannot be written; every file is as it was.
    """
    try:
        replace_all({folder / file: content for file, content in changed.items()})
    except OSError as error:
        message = f"{folder}: cannot be written ({error.strerror}); name a folder that is yours; nothing was changed"
        raise SourceError(message) from error


def import_services(path: Path, folder: Path, *, dry_run: bool) -> tuple[list[str], list[Finding]]:
    """Take the public services of a CPSV-AP file into a folder of sources.

    Returns:
        The files that differ from the folder's, and what is wrong; with findings, or as a trial, nothing is written.

    Raises:
        SourceError: the file cannot be read, or the folder cannot be written.
    """
    services, findings = read_services(path)
    if findings:
        return [], findings
    known, _ = load_sources(folder)
    languages = [language.tag for language in known.exhibition.languages] if known.exhibition else []
    files = {f"services/{service.id}.yaml": service for service in services}
    changed = {file: file_of(service, languages) for file, service in files.items() if known.forms.get(file) != service}
    findings = new_findings(folder, changed)
    if not findings and not dry_run:
        write_files(folder, changed)
    return list(changed), findings


def import_texts(path: Path, folder: Path, *, dry_run: bool) -> tuple[list[TextChange], list[Finding]]:
    """Take the texts of a spreadsheet into a folder of sources.

    Returns:
        The texts that differ from the folder's, and what is wrong; with findings, or as a trial, nothing is written.

    Raises:
        SourceError: the spreadsheet or the folder cannot be read, or the folder cannot be written.
    """
    changes, findings = read_changes(path, load_valid_sources(folder))
    if findings:
        return changes, findings
    by_file: defaultdict[str, list[TextChange]] = defaultdict(list)
    for change in changes:
        by_file[change.text.file].append(change)
    changed = {file: with_texts((folder / file).read_bytes(), [c.target for c in found]) for file, found in by_file.items()}
    cells = {(c.text.file, f"{c.text.item} {c.text.field}.{c.language}"): c.cell for c in changes}
    findings = [replace(f, file=path.name, field=cells.get((f.file, f.field), f.field)) for f in new_findings(folder, changed)]
    if not findings and not dry_run:
        write_files(folder, changed)
    return changes, findings
