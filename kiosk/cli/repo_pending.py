"""`kiosk repo`, what waits for signatures: who has signed, and signing."""

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from kiosk.cli.options import PATH, json_option
from kiosk.cli.output import print_json, print_line
from kiosk.cli.repo_options import (
    clock_option,
    confirm_option,
    except_option,
    extracted,
    keyring_of,
    keys_option,
    now,
    picture_hashes,
    repository_argument,
    signing_time,
    yes_option,
)
from kiosk.cli.repo_output import first_release, print_changes, print_key_change, summary, warn_of_jumps
from kiosk.cli.repo_roll import print_pending_roll, sign_pending_roll
from kiosk.errors import KeysError
from kiosk.publishing.key_changes import KeyChange
from kiosk.publishing.keys import Keyring
from kiosk.publishing.manifest import CHANNELS, utc
from kiosk.publishing.pending import PendingPublication, put_in_force, read_pending
from kiosk.publishing.pending_file import sign_pending
from kiosk.publishing.pending_keys import is_key_change, keep, read_key_change
from kiosk.publishing.pending_roll import is_roll, read_pending_roll
from kiosk.publishing.publication_gate import passed
from kiosk.publishing.repository import Repository

_file = click.argument("file", type=PATH)


@click.command()
@repository_argument
@_file
@json_option
def pending(repository: Path, file: Path, *, as_json: bool) -> None:
    """Say who has signed what waits in FILE, content, people or keys, who has not, and until when they can."""
    opened = Repository(repository)
    if is_roll(file):
        print_pending_roll(read_pending_roll(file, opened, now()), as_json=as_json)
    elif is_key_change(file):
        print_key_change(read_key_change(file, opened, now()), opened, as_json=as_json)
    else:
        print_pending(read_pending(file, opened, now()), as_json=as_json)


@click.command()
@repository_argument
@_file
@keys_option
@click.option("--key", type=PATH, help="For a roll of people: the admin's file with the fleet's key, by which it is read.")
@except_option
@confirm_option
@yes_option
@clock_option
@json_option
def sign(
    repository: Path,
    file: Path,
    *,
    keys: tuple[Path, ...],
    key: Path | None,
    excepted: tuple[str, ...],
    confirmed: tuple[str, ...],
    yes: bool,
    clock_checked: bool,
    as_json: bool,
) -> None:
    """Check what waits in FILE, show what changes, ask, and sign it; once enough have signed, the server puts it in force."""
    opened, keyring = Repository(repository), keyring_of(keys)
    with opened.locked(), TemporaryDirectory() as folder:
        moment = signing_time(opened, checked=clock_checked)
        if is_roll(file):
            sign_pending_roll(opened, file, keyring, moment, key, yes=yes, as_json=as_json)
            return
        if is_key_change(file):
            _sign_key_change(opened, file, keyring, moment, yes=yes, as_json=as_json)
            return
        waits = read_pending(file, opened, moment)
        on = (waits.channel, waits.group)
        database, before = Path(folder) / "after.db", extracted(opened, opened.current(*on), Path(folder) / "before.db")
        waits.extract(database)
        goes_back = any(release.database == waits.release.database for release in opened.history(*on))
        hashes, excepted_now = picture_hashes(waits.release), None if goes_back else excepted
        approved = waits.channel == CHANNELS[-1]
        changes = passed(database, hashes, before, excepted_now, confirmed=confirmed, today=moment.date(), approved=approved)
        if not as_json:
            print_changes(changes, first_release(database) if before is None else None)
        warn_of_jumps(changes)
        if not yes:
            click.confirm("Sign this?", abort=True, err=True)
        signed = sign_pending(waits, keyring)
        complete = not signed.missing and _at_the_server(opened, keyring)
        if complete:
            put_in_force(signed, opened, keyring, moment)
        elif signed.signed == waits.signed:
            message = f"nobody at hand signs what is still unsigned; {_wanted(signed)}"
            raise KeysError(message)
    print_pending(signed, complete=complete, as_json=as_json)


def _sign_key_change(repository: Repository, file: Path, keyring: Keyring, moment: datetime, *, yes: bool, as_json: bool) -> None:
    change = read_key_change(file, repository, moment)
    if not yes:
        print_key_change(change, repository)
        click.confirm("Sign this?", abort=True, err=True)
    came = change.sign(keyring)
    complete = change.missing <= 0 and _at_the_server(repository, keyring, change)
    if came:
        keep(change, file)
    if complete:
        change.put_in_force(repository, keyring, moment)
    elif not came:
        message = "nobody at hand signs what is still unsigned; `kiosk repo pending` says who must"
        raise KeysError(message)
    print_key_change(change, repository, complete=complete, as_json=as_json)


def _at_the_server(repository: Repository, keyring: Keyring, change: KeyChange | None = None) -> bool:
    """Whether the keys are at hand with which the server puts something in force."""
    coming = change.documents.get("root") if change else None
    root = coming.signed if coming else repository.metadata.root().signed
    return all(keyring.signers(name, root.roles[name].keyids) for name in ("snapshot", "timestamp"))


def print_pending(waits: PendingPublication, *, complete: bool = False, as_json: bool) -> None:
    """Who has signed a publication, and what it waits for; or that it is in force."""
    release, role = waits.release, waits.role
    if as_json:
        people = {"signed": waits.signed, "unsigned": waits.unsigned}
        named = {what: {keyid: role.people[keyid] for keyid in keyids} for what, keyids in people.items()}
        state = {"channel": waits.channel, "group": waits.group, "in_force": complete, "missing": waits.missing}
        print_json({**summary(release), **state, **named, "ends": utc(waits.ends)})
        return
    print_line(f"release {release.number} of {waits.channel}: content {release.version}, prepared {utc(release.published)}")
    print_line(f"signed by {role.named(waits.signed)}")
    print_line("in force" if complete else f"waits until {utc(waits.ends)}: {_wanted(waits)}")


def _wanted(waits: PendingPublication) -> str:
    if waits.missing:
        return f"{waits.missing} more must sign, of {waits.role.named(waits.unsigned)}"
    return "enough have signed; sign it with the server's keys to publish it"
