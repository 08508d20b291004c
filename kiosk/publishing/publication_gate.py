"""What must be true before a database may be signed, and what would change, in words."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path

from kiosk.content.checking.check import faults
from kiosk.content.sources.findings import Finding
from kiosk.content.store import ContentStore
from kiosk.content.survey import Difference, differences, picture_hashes, stats, unapproved
from kiosk.domain.interface_words import missing_words
from kiosk.errors import ReleaseRefusedError

SHOWN = 5
"""Findings that stand in the message of a refusal."""


_AMOUNTS = frozenset({"amount", "visitors", "least", "most"})
"""Typed columns that hold an amount of something."""
_JUMP = 3
"""Times an amount that nobody raises it by at once."""


def passed(
    database: Path,
    pictures: Mapping[str, str],
    before: Path | None,
    excepted: Collection[str] | None = (),
    *,
    confirmed: Collection[str] = (),
    today: date = date.max,
    approved: bool = False,
) -> list[Difference]:
    """Let a database through the gate.

    Args:
        database: what is to be published.
        pictures: the hash of each picture file that goes with it, by name.
        before: what the channel shows now; None for the first release.
        excepted: texts that may stay behind in a language, or be read aloud unapproved, as `item:field:language`; None lets all,
            for going back.
        confirmed: amounts that may jump, as `item:field`.
        today: the day of the signature; content of a later day is refused.
        approved: every speech text must be approved, as for a channel that all kiosks follow.

    Returns:
        What changes, in order of item.

    Raises:
        ReleaseRefusedError: the check finds something, a word of the interface or a picture is missing, a language is missing or
            older than the others, an amount jumps, or speech is not approved.
        ContentError: a database cannot be opened.
    """
    findings = faults(database, today)
    if findings:
        _refuse("does not pass `kiosk content check`", [_words(finding) for finding in findings])
    with ContentStore.open(database) as store:
        missing = missing_words(store.words())
    if missing:
        _refuse("lacks words of the interface; add them to interface.yaml, or publish with the program it was built by", [missing])
    lacking = [name for name, sha256 in picture_hashes(database).items() if pictures.get(name) != sha256]
    if lacking:
        _refuse("names pictures that are not there, or not as they were when it was built; bring them or build anew", lacking)
    incomplete = [f"{tag} has {part} % of the texts" for tag, part in stats(database)["languages"].items() if part < 100]
    if incomplete:
        _refuse("is not complete in every language", incomplete)
    changes = list(differences(before, database)) if before else []
    behind = [] if excepted is None else [name for name in _left_behind(changes, database) if name not in excepted]
    if behind:
        _refuse("has texts that stayed behind while another language changed; translate them, or name them with --except", behind)
    leaps = [] if excepted is None else [jump for jump in jumps(changes) if jump.named not in confirmed]
    if leaps:
        told = [f"{jump.named}: {jump.before} becomes {jump.after}" for jump in leaps]
        _refuse(f"has amounts that become {_JUMP} times what they were, or a part of it; look twice, then say --confirm", told)
    unheard = [name for name in unapproved(database) if approved and excepted is not None and name not in excepted]
    if unheard:
        _refuse("has speech nobody approved; run `kiosk narration approve`, or name it with --except", unheard)
    return changes


def jumps(changes: Collection[Difference]) -> list[Difference]:
    """Amounts that are several times what they were, or a fraction of it: more often a slip than news."""
    return [change for change in changes if change.field in _AMOUNTS and change.before and change.after and _jumps(change)]


def _jumps(change: Difference) -> bool:
    low, high = sorted((int(change.before or 0), int(change.after or 0)))
    return high >= _JUMP * low


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
