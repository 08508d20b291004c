"""`kiosk repo publish-roll`: the people of the fleet, signed for all kiosks."""

from datetime import date, datetime
from pathlib import Path

import click

from kiosk.cli.options import PATH, json_option
from kiosk.cli.output import print_json, print_line, print_table
from kiosk.cli.repo_options import (
    clock_option,
    keyring_of,
    keys_option,
    pending_option,
    repository_argument,
    signing_time,
    yes_option,
)
from kiosk.domain.roll import RollPerson, roll_faults
from kiosk.errors import KeysError, StaffError
from kiosk.publishing.installation import SHOWN_HASH
from kiosk.publishing.keys import Keyring
from kiosk.publishing.manifest import utc
from kiosk.publishing.pending_file import sign_pending
from kiosk.publishing.pending_roll import PendingRoll, leave_roll, put_roll_in_force, read_pending_roll
from kiosk.publishing.repository import Repository
from kiosk.publishing.roll import current_roll, publish_roll
from kiosk.staff.rescue import read_fleet_key
from kiosk.staff.roll_source import read_source
from kiosk.staff.sealed_roll import keys_of_fleet, opened_by_fleet, sealed


@click.command("publish-roll")
@repository_argument
@click.argument("roll", type=PATH)
@click.option("--key", type=PATH, required=True, help="The admin's file with the fleet's key, with which the roll is sealed.")
@click.option("--key-is-new", is_flag=True, help="The fleet's key is another than the one before; each kiosk is given it by hand.")
@keys_option
@pending_option
@yes_option
@clock_option
@json_option
def publish(
    repository: Path,
    roll: Path,
    *,
    key: Path,
    key_is_new: bool,
    keys: tuple[Path, ...],
    waiting: Path | None,
    yes: bool,
    clock_checked: bool,
    as_json: bool,
) -> None:
    """Check the ROLL of the fleet's people, show who comes and who goes, ask, and sign it for all kiosks."""
    fleet_key, source = read_fleet_key(key), read_source(roll)
    store = Repository(repository)
    with store.locked():
        moment = signing_time(store, checked=clock_checked)
        today = moment.date()
        people = tuple(one for one in source.people if not is_over(one, today))
        faults = list(roll_faults(people, today))
        if faults:
            message = "; ".join(faults)
            raise StaffError(message)
        before = current_roll(store)
        boxes = before.boxes if before else {}
        if before and keys_of_fleet(fleet_key, ())[""].label not in boxes and not key_is_new:
            message = f"{key}: is not the key of the roll before; name the right one, or say --key-is-new"
            raise StaffError(message)
        known = opened_by_fleet(boxes, fleet_key)
        changes = list(_changes(known, people))
        if not as_json:
            ended = [one.name for one in source.people if one not in people]
            _print_changes(changes, ended)
        if not yes:
            click.confirm("Publish this?", abort=True, err=True)
        if waiting is not None:
            leave_roll(waiting, store, keyring_of(keys), moment, sealed(people, fleet_key))
            print_pending_roll(read_pending_roll(waiting, store, moment), as_json=as_json)
            return
        published = publish_roll(store, keyring_of(keys), moment, sealed(people, fleet_key))
    told = {"number": published.number, "published": utc(published.published), "sha256": published.sha256, "people": len(people)}
    if as_json:
        print_json(told | {"changes": [dict(zip(("what", *_COLUMNS), row, strict=True)) for row in changes]})
    else:
        print_line(f"roll {published.number} {published.sha256[:SHOWN_HASH]}: {len(people)} people, in force")


def sign_pending_roll(
    repository: Repository, file: Path, keyring: Keyring, moment: datetime, key: Path | None, *, yes: bool, as_json: bool
) -> None:
    """Show who comes and goes by a roll that waits, ask, and sign it; the server puts in force what enough have signed.

    Raises:
        StaffError: nobody signs people unread: the fleet's key is not named, is another, or the roll is not as it must be.
        KeysError: nobody at hand signs what is still unsigned.
    """
    waits = read_pending_roll(file, repository, moment)
    if waits.missing:
        if key is None:
            message = "nobody signs people unread; name the fleet's key with --key"
            raise StaffError(message)
        fleet_key, before = read_fleet_key(key), current_roll(repository)
        people = opened_by_fleet(waits.roll.boxes, fleet_key)
        if faults := list(roll_faults(people, moment.date())):
            raise StaffError("; ".join(faults))
        if not as_json:
            _print_changes(_changes(opened_by_fleet(before.boxes, fleet_key) if before else (), people), [])
    if not yes:
        click.confirm("Sign this?", abort=True, err=True)
    signed = sign_pending(waits, keyring)
    root = repository.metadata.root().signed
    server = all(keyring.signers(name, root.roles[name].keyids) for name in ("snapshot", "timestamp"))
    complete = not signed.missing and server
    if complete:
        put_roll_in_force(signed, repository, keyring, moment)
    elif signed.signed == waits.signed:
        message = "nobody at hand signs what is still unsigned; `kiosk repo pending` says who must"
        raise KeysError(message)
    print_pending_roll(signed, complete=complete, as_json=as_json)


def print_pending_roll(waits: PendingRoll, *, complete: bool = False, as_json: bool) -> None:
    """Who has signed a roll, and what it waits for; or that it is in force."""
    if as_json:
        people = {"signed": waits.signed, "unsigned": waits.unsigned}
        named = {what: {keyid: waits.role.people[keyid] for keyid in keyids} for what, keyids in people.items()}
        state = {"roll": waits.roll.number, "sha256": waits.roll.sha256, "in_force": complete, "missing": waits.missing}
        print_json({**state, **named, "ends": utc(waits.ends)})
        return
    print_line(f"roll {waits.roll.number} of the fleet's people, prepared {utc(waits.roll.published)}")
    print_line(f"signed by {waits.role.named(waits.signed)}")
    wanted = f"{waits.missing} more must sign, of {waits.role.named(waits.unsigned)}"
    left = wanted if waits.missing else "enough have signed; sign it with the server's keys to publish it"
    print_line("in force" if complete else f"waits until {utc(waits.ends)}: {left}")


_COLUMNS = ("name", "role", "groups", "until")


def is_over(one: RollPerson, today: date) -> bool:
    """Whether somebody's term is over."""
    return one.until is not None and one.until < today


def row_of_person(one: RollPerson) -> tuple[str, str, str, str]:
    """A person as people read them."""
    return one.name, one.role.value, ", ".join(one.groups) or "every kiosk", one.until.isoformat() if one.until else ""


def _changes(before: tuple[RollPerson, ...], after: tuple[RollPerson, ...]) -> list[tuple[str, ...]]:
    """Who comes, who goes, and who changes, a PIN too."""
    old, new = ({one.name: one for one in people} for people in (before, after))
    rows: list[tuple[str, ...]] = [("removed", *row_of_person(one)) for name, one in old.items() if name not in new]
    rows += [("added", *row_of_person(one)) for name, one in new.items() if name not in old]
    for name in (name for name in new if name in old and new[name] != old[name]):
        pin = new[name]._replace(pin_hash="") == old[name]._replace(pin_hash="")
        rows.append(("new PIN" if pin else "changed", *row_of_person(new[name])))
    return rows


def _print_changes(changes: list[tuple[str, ...]], ended: list[str]) -> None:
    if changes:
        print_table("Who comes and goes", ("what", *_COLUMNS), changes)
    else:
        print_line("nobody comes or goes")
    if ended:
        print_line(f"left out, for their term is over: {', '.join(ended)}")
