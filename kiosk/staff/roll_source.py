"""The fleet's roll as the admin writes it: a file of theirs that no kiosk reads, from which `kiosk repo publish-roll` signs."""

import json
import secrets
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kiosk.disk.files import contents_of, replaced_atomically
from kiosk.domain.roll import RollPerson, alike
from kiosk.domain.staff import ROLL_PIN_LENGTH, Role, pin_weakness
from kiosk.errors import StaffError
from kiosk.staff.first_code import new_figures
from kiosk.staff.held_roll import person_of, row_of
from kiosk.staff.people import checked_name
from kiosk.staff.pins import SALT_BYTES, roll_hash


@dataclass(frozen=True, slots=True)
class RollSource:
    """The people of the fleet."""

    salt: bytes
    """Of all PINs."""
    people: tuple[RollPerson, ...] = ()

    def weakness(self, pin: str, name: str) -> str:
        """Why a PIN cannot be a person's, as the key of a word: it is weak, or somebody else's; empty for a good one."""
        made = roll_hash(pin, self.salt)
        taken = any(one.pin_hash == made and alike(one.name) != alike(name) for one in self.people)
        return pin_weakness(pin, ROLL_PIN_LENGTH) or ("pin_plain" if taken else "")

    def new_pin(self, name: str) -> str:
        """A PIN nobody can foresee, with no weakness."""
        return next(pin for pin in iter(new_figures, "") if not self.weakness(pin, name))

    def with_person(self, name: str, role: Role, pin: str, until: date | None, groups: tuple[str, ...]) -> "RollSource":
        """The roll with a person added, or put in the place of the one of that name.

        Raises:
            StaffError: it is no name, or another's but for its capital letters.
        """
        kept = self.name_for(name)
        one = RollPerson(kept, role, roll_hash(pin, self.salt), until, tuple(sorted(set(groups))))
        others = tuple(other for other in self.people if other.name != kept)
        return replace(self, people=(*others, one))

    def name_for(self, name: str) -> str:
        """A name as it is kept.

        Raises:
            StaffError: it is none, or another's but for its capital letters.
        """
        kept = checked_name(name)
        other = next((one.name for one in self.people if alike(one.name) == alike(kept)), kept)
        if other != kept:
            message = f"{kept!r}: there is {other!r} already; write the name so, or take another"
            raise StaffError(message)
        return kept

    def without(self, name: str) -> "RollSource":
        """The roll without a person.

        Raises:
            StaffError: nobody has the name.
        """
        left = tuple(one for one in self.people if one.name != name)
        if len(left) == len(self.people):
            message = f"nobody on the roll is called {name!r}; `kiosk staff list --roll` says who there is"
            raise StaffError(message)
        return replace(self, people=left)


def read_source(path: Path) -> RollSource:
    """The roll in an admin's file.

    Raises:
        StaffError: it cannot be read, or is none.
    """
    try:
        found = json.loads(contents_of(path))
        salt = bytes.fromhex(found["salt"])
        people = tuple(map(person_of, found["people"]))
    except (OSError, ValueError, LookupError, TypeError, RecursionError) as error:
        begins = f"`kiosk staff add NAME --roll {path}` begins one"
        mend = begins if isinstance(error, FileNotFoundError) else "name the file that `kiosk staff add --roll` wrote, or a new one"
        reason = error.strerror if isinstance(error, OSError) else "not in its form"
        message = f"{path}: holds no roll ({reason}); {mend}"
        raise StaffError(message) from error
    if len(salt) != SALT_BYTES:
        message = f"{path}: its salt has not {SALT_BYTES} bytes; bring back a copy"
        raise StaffError(message)
    return RollSource(salt, people)


def source_at(path: Path) -> RollSource:
    """The roll in an admin's file, or a new one where there is none yet.

    Raises:
        StaffError: it cannot be read, or is none.
    """
    return read_source(path) if path.exists() else RollSource(secrets.token_bytes(SALT_BYTES))


def keep_source(path: Path, source: RollSource) -> None:
    """Keep a roll in a file that nobody else may read.

    Raises:
        StaffError: the file cannot be written.
    """
    try:
        with replaced_atomically(path) as fresh:
            fresh.touch(0o600)
            written = {"salt": source.salt.hex(), "people": [row_of(one) for one in source.people]}
            fresh.write_text(json.dumps(written, ensure_ascii=False, indent=1), encoding="utf-8")
    except OSError as error:
        message = f"{path}: cannot be written ({error.strerror}); name a file in a folder of your own"
        raise StaffError(message) from error
