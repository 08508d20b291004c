"""What the commands of `kiosk repo` have in common: the repository, the keys and their passphrase."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from kiosk.cli.options import PATH
from kiosk.cli.output_files import kept_file
from kiosk.cli.secrets_asked import asked_secretly
from kiosk.errors import KeysError
from kiosk.publishing.keys import Keyring
from kiosk.publishing.manifest import Release
from kiosk.publishing.repository import Repository
from kiosk.time_server import is_synchronised

PASSPHRASE = "JUSUR_KEY_PASSPHRASE"  # noqa: S105 - a name
"""The variable that gives the passphrase to a task without a person."""

repository_argument = click.argument("repository", type=PATH)


def keys_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """--keys."""
    folders = click.option("--keys", multiple=True, type=PATH, required=True, help="Folder of keys; may be given more than once.")
    return folders(command)


def clock_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """--clock-checked."""
    return click.option("--clock-checked", is_flag=True, help="You have looked at this desk's clock: it is right.")(command)


def except_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """--except."""
    words = "A text that may stay behind or be said unapproved: item:field:language."
    return click.option("--except", "excepted", multiple=True, metavar="TEXT", help=words)(command)


def confirm_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """--confirm."""
    words = "An amount that jumps and is right: item:field."
    return click.option("--confirm", "confirmed", multiple=True, metavar="AMOUNT", help=words)(command)


def yes_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """--yes."""
    return click.option("--yes", is_flag=True, help="Do not ask.")(command)


def pending_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """--pending."""
    words = "Sign, and leave it in FILE for others to sign with `kiosk repo sign`."
    kept = click.option("--pending", "waiting", type=PATH, default=None, callback=_kept, metavar="FILE", help=words)
    return kept(command)


def _kept(_context: click.Context, _option: click.Parameter, value: Path | None) -> Path | None:
    return kept_file(value) if value is not None else None


def extracted(repository: Repository, release: Release | None, target: Path) -> Path | None:
    """The database of a release, where there is one.

    Raises:
        PublishingError: the repository is damaged.
    """
    if release is None:
        return None
    repository.extract(release, target)
    return target


def picture_hashes(release: Release) -> dict[str, str]:
    """The hash of each file of a release, by its name."""
    return {file.path.partition("/")[2]: file.blob.sha256 for file in release.files}


def signing_time(repository: Repository, *, checked: bool) -> datetime:
    """The moment of a signature.

    Raises:
        PublishingError: the clock is likely to be wrong.
    """
    moment = now()
    repository.check_clock(moment, certain=checked or is_synchronised())
    return moment


def now() -> datetime:
    """The time of what is done, in whole seconds."""
    return datetime.now(UTC).replace(microsecond=0)


def keyring_of(folders: tuple[Path, ...], *, fresh: bool = False) -> Keyring:
    """The keys in some folders, opened with the passphrase of the environment, or one asked for at each folder.

    Args:
        folders: where keys are.
        fresh: whether keys are made, so that each passphrase is typed twice.
    """

    def passphrase_of(folder: Path) -> str:
        known = os.environ.get(PASSPHRASE)
        if known is not None:
            return known
        try:
            return asked_secretly(f"Passphrase of the keys in {folder}", twice=fresh)
        except click.exceptions.Abort as error:
            message = f"no passphrase was given; type it, or set {PASSPHRASE}"
            raise KeysError(message) from error

    return Keyring(folders, passphrase_of)
