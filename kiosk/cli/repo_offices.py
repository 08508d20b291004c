"""`kiosk repo`, who may sign: beginning, groups, keys, renewal; and a server for trying."""

from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import click

from kiosk.cli import types
from kiosk.cli.options import PATH
from kiosk.cli.output import print_line
from kiosk.cli.repo_options import (
    clock_option,
    keyring_of,
    keys_option,
    now,
    pending_option,
    repository_argument,
    signing_time,
)
from kiosk.cli.repo_output import print_key_change
from kiosk.errors import PublishingError
from kiosk.publishing import offices
from kiosk.publishing.keys import SHOWN
from kiosk.publishing.metadata import holder
from kiosk.publishing.pending_keys import read_key_change
from kiosk.publishing.repository import Repository
from kiosk.publishing.signatures import refuse_unsigned

_into = click.option("--into", type=PATH, required=True, metavar="DIR", help="That person's stick, where the new key is kept.")


@click.command()
@repository_argument
@click.option("--keys", type=PATH, required=True, help="Folder of the server's keys.")
@click.option(
    "--person",
    "people",
    type=types.owner,
    multiple=True,
    required=True,
    metavar="NAME=DIR",
    help="Someone who signs, and the stick for their keys; once for each.",
)
@click.option("--threshold", type=click.IntRange(1, 20), default=2, show_default=True, help="How many people must sign.")
def init(repository: Path, *, keys: Path, people: tuple[tuple[str, Path], ...], threshold: int) -> None:
    """Make a REPOSITORY and its keys; kiosks are given its first root."""
    named = dict(people)
    if len(named) < len(people):
        message = "one name is given twice; each person has a name and a folder of their own"
        raise click.BadParameter(message, param_hint="--person")
    offices.begin(repository, keyring_of((), fresh=True), now(), named, keys, threshold)
    held = ", ".join(f"{person}: {folder}" for person, folder in named.items())
    print_line(f"{repository}: made; its keys are in {keys} for the server, and with {held}")
    print_line(f"give every kiosk {repository / 'metadata' / '1.root.json'}")


@click.command()
@repository_argument
@click.argument("group")
@keys_option
@click.option("--for", "person", required=True, metavar="NAME", help="Who signs for the group.")
@_into
@pending_option
@clock_option
def delegate(
    repository: Path, group: str, *, keys: tuple[Path, ...], person: str, into: Path, waiting: Path | None, clock_checked: bool
) -> None:
    """Let a pavilion GROUP sign releases of its own, with a new key."""
    opened = Repository(repository)
    with opened.locked():
        moment = signing_time(opened, checked=clock_checked)
        key = offices.delegate(opened, group, keyring_of(keys), moment, person, into, waiting)
    if waiting is not None:
        print_key_change(read_key_change(waiting, opened, moment), opened)
        return
    print_line(f"{group}: {person} may sign, with the key {key.keyid[:SHOWN]} in {into}")


@click.command("rotate-key")
@repository_argument
@click.argument("role")
@keys_option
@click.option("--lost", default="", metavar="WHO", help="Whose key goes, or its beginning; needed where there is more than one.")
@click.option("--for", "person", default="", metavar="NAME", help="Who gets the new key; default: who held the old one.")
@_into
@pending_option
@clock_option
def rotate_key(
    repository: Path,
    role: str,
    *,
    keys: tuple[Path, ...],
    lost: str,
    person: str,
    into: Path,
    waiting: Path | None,
    clock_checked: bool,
) -> None:
    """Give a ROLE a new key for one that is lost, stolen or old; a new root also renews its term."""
    opened = Repository(repository)
    with opened.locked():
        moment = signing_time(opened, checked=clock_checked)
        key = offices.rotate(opened, role, keyring_of(keys), moment, into, lost, person, waiting)
    if waiting is not None:
        print_key_change(read_key_change(waiting, opened, moment), opened)
        return
    print_line(
        f"{role}: {holder(key)} has the new key {key.keyid[:SHOWN]} in {into}; the old one is worth nothing from the next sync on"
    )


@click.command()
@repository_argument
@keys_option
@clock_option
def renew(repository: Path, *, keys: tuple[Path, ...], clock_checked: bool) -> None:
    """Say anew that what is published still is: for a daily task, with the timestamp's key alone."""
    opened = Repository(repository)
    with opened.locked():
        refuse_unsigned(opened.metadata)
        opened.metadata.renew_timestamp(keyring_of(keys), signing_time(opened, checked=clock_checked))
    print_line(f"{repository}: in force until {opened.metadata.timestamp().signed.expires:%Y-%m-%d}")


@click.command()
@repository_argument
@click.option("--address", type=types.address, default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port to listen on; 0 for any free one."
)
def serve(repository: Path, *, address: str, port: int) -> None:
    """Serve a REPOSITORY for trying, until interrupted; a real web server is in assets/deploy."""
    opened = Repository(repository)
    handler = partial(SimpleHTTPRequestHandler, directory=str(repository))
    try:
        server = ThreadingHTTPServer((address, port), handler)
    except OSError as error:
        message = f"{address}:{port}: cannot be listened on ({error.strerror}); choose another port"
        raise PublishingError(message) from error
    with server, suppress(KeyboardInterrupt):
        opened.metadata.timestamp()
        print_line(f"http://{address}:{server.server_port}")
        server.serve_forever()
