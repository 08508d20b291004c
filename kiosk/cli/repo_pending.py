"""`kiosk repo`, what waits for signatures: who has signed, and signing."""

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from kiosk.cli.options import PATH, json_option
from kiosk.cli.output import print_json, print_line
from kiosk.cli.repo_options import (
    clock_option,
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
from kiosk.cli.repo_output import first_release, print_changes, summary, warn_of_jumps
from kiosk.errors import KeysError
from kiosk.publishing.manifest import CHANNELS, utc
from kiosk.publishing.pending import PendingPublication, put_in_force, read_pending
from kiosk.publishing.pending import sign as sign_pending
from kiosk.publishing.publication_gate import passed
from kiosk.publishing.repository import Repository

_file = click.argument("file", type=PATH)


@click.command()
@repository_argument
@_file
@json_option
def pending(repository: Path, file: Path, *, as_json: bool) -> None:
    """Say who has signed the publication in FILE, who has not, and until when they can."""
    print_pending(read_pending(file, Repository(repository), now()), as_json=as_json)


@click.command()
@repository_argument
@_file
@keys_option
@except_option
@yes_option
@clock_option
@json_option
def sign(
    repository: Path,
    file: Path,
    *,
    keys: tuple[Path, ...],
    excepted: tuple[str, ...],
    yes: bool,
    clock_checked: bool,
    as_json: bool,
) -> None:
    """Check the publication in FILE, show what changes, ask, and sign it; once enough have signed, it can be published."""
    opened, keyring = Repository(repository), keyring_of(keys)
    with opened.locked(), TemporaryDirectory() as folder:
        moment = signing_time(opened, checked=clock_checked)
        waits = read_pending(file, opened, moment)
        on = (waits.channel, waits.group)
        database, before = Path(folder) / "after.db", extracted(opened, opened.current(*on), Path(folder) / "before.db")
        waits.extract(database)
        goes_back = any(release.database == waits.release.database for release in opened.history(*on))
        hashes, excepted_now = picture_hashes(waits.release), None if goes_back else excepted
        approved = waits.channel == CHANNELS[-1]
        changes = passed(database, hashes, before, excepted_now, today=moment.date(), approved=approved)
        if not as_json:
            print_changes(changes, first_release(database) if before is None else None)
        warn_of_jumps(changes)
        if not yes:
            click.confirm("Sign this?", abort=True, err=True)
        signed = sign_pending(waits, keyring)
        server = [opened.metadata.role(name) for name in ("snapshot", "timestamp")]
        complete = not signed.missing and all(keyring.signers(role.name, role.keyids) for role in server)
        if complete:
            put_in_force(signed, opened, keyring, moment)
        elif signed.signed == waits.signed:
            message = f"nobody at hand signs what is still unsigned; {_wanted(signed)}"
            raise KeysError(message)
    print_pending(signed, complete=complete, as_json=as_json)


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
