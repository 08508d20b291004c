"""`kiosk repo publish-app`: the program itself, signed for the kiosks of a channel."""

from pathlib import Path

import click

from kiosk.cli.completion import offer_channels
from kiosk.cli.options import PATH, json_option
from kiosk.cli.output import print_json, print_line, print_table, progress
from kiosk.cli.repo_options import clock_option, keyring_of, keys_option, repository_argument, signing_time, yes_option
from kiosk.content.schema import version_parts
from kiosk.errors import PublishingError
from kiosk.publishing.app_manifest import AppRelease
from kiosk.publishing.app_releasing import AppPublisher, AppShelf
from kiosk.publishing.manifest import CHANNELS, Patch, utc
from kiosk.publishing.repository import Repository
from kiosk.publishing.wheelhouse import Wheelhouse


@click.command(name="publish-app")
@repository_argument
@click.argument("folders", type=PATH, nargs=-1)
@keys_option
@click.option(
    "--channel", shell_complete=offer_channels, default="stable", show_default=True, help=f"One of {', '.join(CHANNELS)}."
)
@click.option(
    "--of",
    "other",
    shell_complete=offer_channels,
    default="",
    metavar="CHANNEL",
    help="Sign what that channel has, such as canary.",
)
@click.option("--again", type=click.IntRange(min=0), default=0, metavar="NUMBER", help="Sign an earlier application release again.")
@yes_option
@clock_option
@json_option
def publish_app(
    repository: Path,
    folders: tuple[Path, ...],
    *,
    keys: tuple[Path, ...],
    channel: str,
    other: str,
    again: int,
    yes: bool,
    clock_checked: bool,
    as_json: bool,
) -> None:
    """Sign the program itself for a channel, made of FOLDERS by script/make-installer, one for each system."""
    if bool(folders) + bool(other) + bool(again) != 1:
        message = "name one of the three: folders that script/make-installer made, --of CHANNEL, or --again NUMBER"
        raise click.UsageError(message)
    opened = Repository(repository)
    with opened.locked():
        publisher = AppPublisher(opened, keyring_of(keys), signing_time(opened, checked=clock_checked))
        publisher.check_keys()
        shelf = publisher.shelf
        houses = [Wheelhouse(folder) for folder in folders]
        chosen = None if houses else shelf.numbered(again) if again else _current(shelf, other)
        version, reads = (chosen.version, chosen.reads) if chosen else (houses[0].version, houses[0].reads)
        _warn(opened, shelf.current(channel), reads, channel)
        if not yes:
            click.confirm(f"Publish the program {version} on {channel}?", abort=True, err=True)
        with progress() as line:
            line.add_task(f"publishing on {channel}")
            release = publisher.republish(chosen, channel) if chosen else publisher.publish(houses, channel)
    if as_json:
        print_json({"channel": channel, **app_summary(release)})
        return
    print_line(f"application release {release.number} of {channel}: {release.version}, reads content {_form(release.reads)}")
    rows = (
        (one.debian, one.python, len(one.wheels), one.size, sum(_least(wheel.patches, wheel.blob.size) for wheel in one.wheels))
        for one in release.bundles
    )
    print_table("Bundles", ("Debian", "Python", "wheels", "bytes", "for a kiosk of the release before"), rows)


def _least(patches: tuple[Patch, ...], size: int) -> int:
    return min((patch.blob.size for patch in patches), default=size)


def _current(shelf: AppShelf, channel: str) -> AppRelease:
    release = shelf.current(channel)
    if release is None:
        message = f"the channel {channel} has no program yet; publish on it first"
        raise PublishingError(message)
    return release


def app_summary(release: AppRelease) -> dict[str, object]:
    """An application release as programs read it."""
    return {
        "number": release.number,
        "version": release.version,
        "published": utc(release.published),
        "reads": _form(release.reads),
        "bundles": [
            {"debian": one.debian, "python": one.python, "sha256": one.sha256, "bytes": one.size} for one in release.bundles
        ],
    }


def _form(user_version: int) -> str:
    return ".".join(map(str, version_parts(user_version)))


def _warn(repository: Repository, before: AppRelease | None, reads: int, channel: str) -> None:
    """Say on standard error when the channel's content and the program do not fit, or the program steps back."""
    content = repository.current(channel)
    if content is not None and version_parts(content.user_version)[0] != version_parts(reads)[0]:
        click.echo(
            f"look twice: {channel} shows content of version {_form(content.user_version)}, and this program reads {_form(reads)}; "
            "kiosks show the content that comes with the program until you publish content for it",
            err=True,
        )
    if before is not None and version_parts(before.reads)[0] > version_parts(reads)[0]:
        click.echo(f"look twice: application release {before.number} reads {_form(before.reads)}: this steps back", err=True)


def warn_of_waiting(repository: Repository, channel: str, user_version: int) -> None:
    """Say on standard error that content will wait for a program that no kiosk of the channel has yet."""
    program = AppShelf(repository).current(channel)
    if program is not None and version_parts(user_version)[0] > version_parts(program.reads)[0]:
        click.echo(
            f"look twice: this content is of version {_form(user_version)}, and the program of {channel} (application release "
            f"{program.number}, {program.version}) reads {_form(program.reads)}; kiosks keep what they show until they have "
            "a program that reads it: `kiosk repo publish-app`",
            err=True,
        )
