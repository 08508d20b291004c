"""What must be true before a database may be signed, and what would change, in words."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from kiosk.content.checking.check import faults
from kiosk.content.sources.findings import Finding
from kiosk.content.store import ContentStore
from kiosk.content.survey import Difference, differences, picture_files, stats
from kiosk.domain.interface_words import missing_words
from kiosk.errors import ReleaseRefusedError

SHOWN = 5
"""Findings that stand in the message of a refusal."""


def passed(
    database: Path, pictures: Mapping[str, str], before: Path | None, excepted: Collection[str] | None = ()
) -> list[Difference]:
    """Let a database through the gate.

    Args:
        database: what is to be published.
        pictures: the hash of each picture file that goes with it, by name.
        before: what the channel shows now; None for the first release.
        excepted: texts that may stay behind in a language, as `item:field:language`; None lets all stay behind, for going back.

    Returns:
        What changes, in order of item.

    Raises:
        ReleaseRefusedError: the check finds something, a word of the interface or a picture is missing, or a language is missing or
            older than the others.
        ContentError: a database cannot be opened.
    """
    findings = faults(database)
    if findings:
        _refuse("does not pass `kiosk content check`", [_words(finding) for finding in findings])
    with ContentStore.open(database) as store:
        missing = missing_words(store.words())
    if missing:
        _refuse("lacks words of the interface; add them to interface.yaml, or publish with the program it was built by", [missing])
    lacking = [name for name, sha256 in picture_files(database).items() if pictures.get(name) != sha256]
    if lacking:
        _refuse("names pictures that are not there, or not as they were when it was built; bring them or build anew", lacking)
    incomplete = [f"{tag} has {part} % of the texts" for tag, part in stats(database)["languages"].items() if part < 100]
    if incomplete:
        _refuse("is not complete in every language", incomplete)
    changes = list(differences(before, database)) if before else []
    behind = [] if excepted is None else [name for name in _left_behind(changes, database) if name not in excepted]
    if behind:
        _refuse("has texts that stayed behind while another language changed; translate them, or name them with --except", behind)
    return changes


def _words(finding: Finding) -> str:
    return f"{finding.field}: {finding.message}; {finding.mend}"


def _refuse(what: str, reasons: list[str]) -> None:
    more = f" (and {len(reasons) - SHOWN} more)" if len(reasons) > SHOWN else ""
    message = f"the database {what}: {' | '.join(reasons[:SHOWN])}{more}"
    raise ReleaseRefusedError(message)


def _left_behind(changes: list[Difference], database: Path) -> Iterator[str]:
    """Texts that are what they were in a language while they are others in another."""
    languages = list(stats(database)["languages"])
    changed: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for change in changes:
        if change.language and change.before is not None and change.after is not None and not change.field.endswith(" speech"):
            changed[change.item, change.field].add(change.language)
    for (item, field), tags in changed.items():
        yield from (f"{item}:{field}:{tag}" for tag in languages if tag not in tags)
