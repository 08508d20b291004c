"""What `kiosk repo` says of releases."""

from kiosk.cli.output import print_json, print_line, print_table
from kiosk.content.survey import Difference
from kiosk.publishing.manifest import Changes, Release, utc


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


def print_changes(changes: list[Difference], *, first: bool) -> None:
    """What changes, in words: added, removed, changed."""
    if first:
        print_line("the channel shows nothing yet: everything is new")
        return
    for kind, rows in _by_kind(changes).items():
        if not rows:
            continue
        columns = ("item", "field", "language", "before", "after")
        print_table(f"{kind}: {len(rows)}", columns, (row.as_row().values() for row in rows))


def _by_kind(changes: list[Difference]) -> dict[str, list[Difference]]:
    kinds: dict[str, list[Difference]] = {"added": [], "removed": [], "changed": []}
    for change in changes:
        kinds["added" if change.before is None else "removed" if change.after is None else "changed"].append(change)
    return kinds


def counted(changes: list[Difference]) -> Changes:
    """How much changes, for the manifest."""
    return Changes(**{kind: len(rows) for kind, rows in _by_kind(changes).items()})


def print_release(release: Release, channel: str, changes: list[Difference], *, as_json: bool) -> None:
    """What was published."""
    if as_json:
        print_json({"channel": channel, **summary(release), "changes": [change.as_row() for change in changes]})
        return
    smallest = min((patch.blob.size for patch in release.patches), default=release.whole.size)
    print_line(
        f"release {release.number} of {channel}: content {release.version}, {smallest} bytes for a kiosk of the release before"
    )
