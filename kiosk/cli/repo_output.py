"""What `kiosk repo` says of releases."""

from dataclasses import asdict, astuple
from pathlib import Path
from typing import Any

import click

from kiosk.cli.output import print_json, print_line, print_table
from kiosk.content.survey import COLUMNS, Difference, stats, tallied
from kiosk.domain.english import how_many
from kiosk.publishing.key_changes import KeyChange
from kiosk.publishing.keys import SHOWN
from kiosk.publishing.manifest import ChangeCounts, Release, utc
from kiosk.publishing.metadata import holder
from kiosk.publishing.publication_gate import jumps
from kiosk.publishing.repository import Repository

_PARTS = ("situations", "statements")
"""Counted, but parts of other items."""


def summary(release: Release) -> dict[str, object]:
    """A release as programs read it."""
    return {
        "number": release.number,
        "version": release.version,
        "published": utc(release.published),
        "sha256": release.database.sha256,
        "whole": release.whole.size,
        "patches": [patch.blob.size for patch in release.patches],
        "files": len(release.files),
    }


def first_release(database: Path) -> dict[str, Any]:
    """How many items a channel begins with, by kind, and in which languages."""
    counts = stats(database)
    languages, kinds = counts.pop("languages"), {kind: n for kind, n in counts.items() if isinstance(n, int) and n}
    kinds.pop("sources", None)
    return {
        "items": sum(n for kind, n in kinds.items() if kind not in _PARTS),
        "kinds": {kind.replace("_", " "): n for kind, n in kinds.items()},
        "languages": list(languages),
    }


def print_changes(changes: list[Difference], first: dict[str, Any] | None) -> None:
    """What changes, in words: items by mode and language, then each text and value, added, removed, changed."""
    if first is not None:
        print_line(f"first release: {how_many(first['items'], 'item')} in {', '.join(first['languages'])}")
        print_table("What it holds", ("what", "how many"), first["kinds"].items())
        return
    if not changes:
        print_line("no text or value changes")
        return
    columns = ("mode", "language", "items added", "removed", "changed")
    rows = ((tally.mode or "every mode", tally.language or "every language", *astuple(tally)[2:]) for tally in tallied(changes))
    print_table("What visitors will find changed", columns, rows)
    for kind, differences in _by_kind(changes).items():
        if differences:
            print_table(f"{kind}: {len(differences)}", COLUMNS, (difference.as_line() for difference in differences))


def warn_of_jumps(changes: list[Difference]) -> None:
    """Name on standard error each amount that is more likely a slip than news."""
    for jump in jumps(changes):
        click.echo(f"look twice: {jump.item} {jump.field}: {jump.before} becomes {jump.after}", err=True)


def _by_kind(changes: list[Difference]) -> dict[str, list[Difference]]:
    kinds: dict[str, list[Difference]] = {"added": [], "removed": [], "changed": []}
    for change in changes:
        kinds["added" if change.before is None else "removed" if change.after is None else "changed"].append(change)
    return kinds


def change_counts(changes: list[Difference]) -> ChangeCounts:
    """How much changes, for the manifest."""
    return ChangeCounts(**{kind: len(rows) for kind, rows in _by_kind(changes).items()})


def print_release(
    release: Release, channel: str, changes: list[Difference], first: dict[str, Any] | None, *, as_json: bool
) -> None:
    """What was published."""
    if as_json:
        told = [change.as_row() for change in changes]
        tallies = [asdict(tally) for tally in tallied(changes)]
        print_json({"channel": channel, **summary(release), "first": first, "tally": tallies, "changes": told})
        return
    smallest = min((patch.blob.size for patch in release.patches), default=release.whole.size)
    whom = "of the release before" if release.patches else "that comes with other content"
    print_line(f"release {release.number} of {channel}: content {release.version}, {smallest} bytes for a kiosk {whom}")


def print_key_change(change: KeyChange, repository: Repository, *, complete: bool = False, as_json: bool = False) -> None:
    """What a change of keys is, who has signed which document, and what it waits for; or that it is in force."""
    people = repository.metadata.role(change.role).people if change.going and not complete else {}
    needs = [(need, change.signed(need)) for need in change.needs if need.required]
    if as_json:
        state = {"role": change.role, "goes": change.going or None, "comes": change.key.keyid, "person": holder(change.key)}
        signed = {need.document: {keyid: need.role.people[keyid] for keyid in keyids} for need, keyids in needs}
        print_json({**state, "in_force": complete, "missing": change.missing, "signed": signed, "ends": utc(change.ends)})
        return
    goes = f" for that of {people.get(change.going) or change.going[:SHOWN]} ({change.going[:SHOWN]})" if change.going else ""
    print_line(
        f"{change.role}: {holder(change.key)} gets the new key {change.key.keyid[:SHOWN]}{goes}, prepared {utc(change.made)}"
    )
    lines = dict[str, None]()
    for need, keyids in needs:
        lacks = need.role.threshold - len(keyids)
        others = need.role.named(keyid for keyid in need.role.keyids if keyid not in keyids)
        wanted = f"; {lacks} more must sign, of {others}" if lacks > 0 and not complete else ""
        lines[f"{need.document}: signed by {need.role.named(keyids) or 'nobody'}{wanted}"] = None
    for line in lines:
        print_line(line)
    waits = (
        "enough have signed; sign it with the server's keys to put it in force" if change.missing <= 0 else "it waits for others"
    )
    print_line("in force" if complete else f"until {utc(change.ends)}: {waits}")
