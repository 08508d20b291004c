"""The fleet's roll on a kiosk: what a sync brought, opened with the kiosk's keys, and kept until a newer one comes."""

import json
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from kiosk.disk.files import contents_of, make_folder, replaced_atomically, seal, unseal
from kiosk.domain.roll import RollPerson
from kiosk.domain.staff import Role
from kiosk.errors import StaffStateError

HELD, FAULT = "fleet-roll", "fleet-roll.fault"
_LONGEST = 2_000
"""Characters of a fault."""


class HeldRoll(NamedTuple):
    """The people of the fleet's roll whom this kiosk may know."""

    number: int = 0
    """0 where no roll has come."""
    sha256: str = ""
    """Of the signed document."""
    keys: tuple[str, ...] = ()
    """Labels of the keys it was opened with."""
    people: tuple[RollPerson, ...] = ()
    unread: bool = False
    """Whether the file is there and cannot be read: then nobody of it is trusted until the next sync."""


def read_held(folder: Path) -> HeldRoll:
    """The roll a kiosk holds, whatever has become of its file.

    Args:
        folder: the kiosk's state.
    """
    path = folder / HELD
    text = unseal(path)
    if text is None:
        return HeldRoll(unread=path.exists())
    try:
        return _held(json.loads(text))
    except (ValueError, LookupError, TypeError, RecursionError):
        return HeldRoll(unread=True)


def keep_held(folder: Path, roll: HeldRoll) -> None:
    """Keep a roll, for the kiosk's account alone.

    Raises:
        StaffStateError: it could not be written.
    """
    people = [row_of(one) for one in roll.people]
    text = json.dumps({"number": roll.number, "sha256": roll.sha256, "keys": roll.keys, "people": people}, ensure_ascii=False)
    path = folder / HELD
    try:
        make_folder(folder)
        seal(path, text, 0o600)
    except OSError as error:
        message = f"{path}: cannot be written ({error.strerror}); make room, or name another `state` folder"
        raise StaffStateError(message) from error


def row_of(one: RollPerson) -> dict[str, Any]:
    """A person of the roll as JSON has them."""
    return one._asdict() | {"until": one.until and one.until.isoformat()}


def person_of(row: dict[str, Any]) -> RollPerson:
    """A person of the roll from JSON.

    Raises:
        ValueError, LookupError, TypeError: it is none.
    """
    until = date.fromisoformat(row["until"]) if row["until"] else None
    return RollPerson(str(row["name"]), Role(row["role"]), str(row["pin_hash"]), until, tuple(map(str, row["groups"])))


def _held(found: dict[str, Any]) -> HeldRoll:
    people = tuple(map(person_of, found["people"]))
    return HeldRoll(int(found["number"]), str(found["sha256"]), tuple(map(str, found["keys"])), people)


# what is wrong with the newest one -----------------------------------------------------------------------------------


def fault_of(folder: Path) -> str:
    """Why the newest roll was not taken; empty where it was."""
    with suppress(OSError, UnicodeDecodeError):
        return contents_of(folder / FAULT, _LONGEST * 4).decode().strip()
    return ""


def keep_fault(folder: Path, fault: str) -> None:
    """Keep why the newest roll was not taken, or that it was; a disk that takes nothing keeps what was said before."""
    path = folder / FAULT
    with suppress(OSError):
        if not fault:
            path.unlink(missing_ok=True)
        elif fault[:_LONGEST] != fault_of(folder):
            with replaced_atomically(path) as fresh:
                fresh.write_text(f"{fault[:_LONGEST]}\n", encoding="utf-8")
