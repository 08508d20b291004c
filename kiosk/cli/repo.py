"""`kiosk repo`: publish content, go back, change keys, see how a repository stands."""

import hashlib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from kiosk.cli.completion import offer_channels
from kiosk.cli.options import PATH, json_option
from kiosk.cli.output import progress
from kiosk.cli.overlay import overlay_options
from kiosk.cli.places import SOURCES
from kiosk.cli.repo_app import warn_of_waiting
from kiosk.cli.repo_options import (
    clock_option,
    confirm_option,
    except_option,
    extracted,
    keyring_of,
    keys_option,
    now,
    pending_option,
    picture_hashes,
    repository_argument,
    signing_time,
    yes_option,
)
from kiosk.cli.repo_output import change_counts, first_release, print_changes, print_release, warn_of_jumps
from kiosk.cli.repo_pending import print_pending
from kiosk.config import DATA
from kiosk.content.build import build
from kiosk.content.sources.documents import PICTURES
from kiosk.content.sources.overlay import laid_sources
from kiosk.content.survey import Difference
from kiosk.disk.files import LARGEST_MEDIA, contents_of
from kiosk.errors import PublishingError
from kiosk.publishing.installation import user_version_of
from kiosk.publishing.manifest import CHANNELS, Release
from kiosk.publishing.pending import read_pending
from kiosk.publishing.publication_gate import passed
from kiosk.publishing.releasing import Publisher
from kiosk.publishing.repository import Repository

_channel = click.option(
    "--channel", shell_complete=offer_channels, default="stable", show_default=True, help=f"One of {', '.join(CHANNELS)}."
)
_group = click.option("--group", default="", metavar="NAME", help="The pavilion group that signs; default: the publishers.")


@click.command()
@repository_argument
@keys_option
@_channel
@_group
@click.option("--content", type=PATH, default=DATA / "content.db", show_default="content.db", help="The database to publish.")
@click.option("--pictures", type=PATH, default=DATA / "assets/content/pictures", help="Folder of its picture files.")
@click.option("--sources", type=PATH, default=SOURCES, show_default="assets/content", help="What an overlay is laid over.")
@overlay_options
@click.option("--narration", type=PATH, default=None, help="Folder of recordings.")
@click.option(
    "--of",
    "other",
    shell_complete=offer_channels,
    default="",
    metavar="CHANNEL",
    help="Publish what that channel shows, such as canary to all.",
)
@except_option
@confirm_option
@pending_option
@yes_option
@clock_option
@json_option
def publish(
    repository: Path,
    *,
    keys: tuple[Path, ...],
    channel: str,
    group: str,
    content: Path,
    pictures: Path,
    narration: Path | None,
    other: str,
    excepted: tuple[str, ...],
    confirmed: tuple[str, ...],
    sources: Path,
    overlay: Path | None,
    keep: tuple[str, ...],
    waiting: Path | None,
    yes: bool,
    clock_checked: bool,
    as_json: bool,
) -> None:
    """Check a database, show what changes in words, ask, and sign it for a channel."""
    opened = Repository(repository)
    with opened.locked(), TemporaryDirectory() as folder, laid_sources(sources, overlay, keep) as laid:
        moment = signing_time(opened, checked=clock_checked)
        publisher = Publisher(opened, keyring_of(keys), moment, waiting)
        publisher.check_keys(group)
        if overlay is not None:
            content, pictures = Path(folder) / "laid.db", laid / PICTURES
            build(laid, content)
        if not other:
            publisher.checked_version(content, group)
        now_shown = opened.current(channel, group)
        before = extracted(opened, now_shown, Path(folder) / "before.db")
        chosen = _current(opened, other, group) if other else None
        if chosen and now_shown and (chosen.database, chosen.files) == (now_shown.database, now_shown.files):
            message = f"nothing is to be published: {channel} shows what {other} shows; name a channel that shows something else"
            raise PublishingError(message)
        database = (chosen and extracted(opened, chosen, Path(folder) / "after.db")) or content
        files = _files(pictures, "pictures") | _files(narration, "narration")
        hashes = picture_hashes(chosen) if chosen else _hashes_of(files)
        approved = channel == CHANNELS[-1]
        changes = passed(database, hashes, before, excepted, confirmed=confirmed, today=moment.date(), approved=approved)
        first = first_release(database) if before is None else None
        if not as_json:
            print_changes(changes, first)
        warn_of_jumps(changes)
        warn_of_waiting(opened, channel, user_version_of(database))
        if not yes:
            click.confirm("Publish this?", abort=True, err=True)
        count = change_counts(changes)
        with progress() as line:
            line.add_task(f"publishing on {channel}")
            release = (
                publisher.republish(chosen, channel, group, count)
                if chosen
                else publisher.publish(content, files, channel, group, count)
            )
    _told(opened, waiting, release, channel, changes, first, as_json=as_json)


@click.command()
@repository_argument
@keys_option
@_channel
@_group
@click.option("--to", "number", type=click.IntRange(min=0), default=0, help="The release to go back to; default: the one before.")
@pending_option
@yes_option
@clock_option
@json_option
def rollback(
    repository: Path,
    *,
    keys: tuple[Path, ...],
    channel: str,
    group: str,
    number: int,
    waiting: Path | None,
    yes: bool,
    clock_checked: bool,
    as_json: bool,
) -> None:
    """Show again on a channel what an earlier release showed, under a new number."""
    opened = Repository(repository)
    with opened.locked(), TemporaryDirectory() as folder:
        publisher = Publisher(opened, keyring_of(keys), signing_time(opened, checked=clock_checked), waiting)
        publisher.check_keys(group)
        chosen = _earlier(opened, channel, group, number)
        after = extracted(opened, chosen, Path(folder) / "after.db")
        before = extracted(opened, opened.current(channel, group), Path(folder) / "before.db")
        changes = passed(after, picture_hashes(chosen), before, None) if after else []
        if not as_json:
            print_changes(changes, None)
        if not yes:
            click.confirm(f"Go back to release {chosen.number}?", abort=True, err=True)
        release = publisher.republish(chosen, channel, group, change_counts(changes))
    _told(opened, waiting, release, channel, changes, None, as_json=as_json)


def _told(
    repository: Repository,
    waiting: Path | None,
    release: Release,
    channel: str,
    changes: list[Difference],
    first: dict[str, Any] | None,
    *,
    as_json: bool,
) -> None:
    if waiting is None:
        print_release(release, channel, changes, first, as_json=as_json)
    else:
        print_pending(read_pending(waiting, repository, now()), as_json=as_json)


# parts ---------------------------------------------------------------------------------------------------------------


def _current(repository: Repository, channel: str, group: str) -> Release:
    release = repository.current(channel, group)
    if release is None:
        message = f"the channel {channel} shows nothing yet; publish on it first"
        raise PublishingError(message)
    return release


def _earlier(repository: Repository, channel: str, group: str, number: int) -> Release:
    earlier = list(repository.history(channel, group))[1:]
    for release in earlier:
        if number in {0, release.number}:
            return release
    known = ", ".join(str(release.number) for release in earlier) or "none"
    message = f"{channel} has no earlier release{f' {number}' if number else ''}; the earlier ones are: {known}"
    raise PublishingError(message)


def _hashes_of(files: dict[str, Path]) -> dict[str, str]:
    return {path.name: hashlib.sha256(contents_of(path, LARGEST_MEDIA)).hexdigest() for path in files.values()}


def _files(folder: Path | None, kind: str) -> dict[str, Path]:
    if folder is None or not folder.is_dir():
        return {}
    return {f"{kind}/{path.name}": path for path in sorted(folder.iterdir()) if path.is_file() and not path.is_symlink()}
