"""The people a kiosk trusts, and its own keys: one file, replaced as a whole; apart from the file that changes all day."""

import json
import logging
import unicodedata
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.disk.files import contents_of, replaced_atomically
from kiosk.domain.roll import RollPerson, alike, trusted
from kiosk.domain.staff import Person, Role
from kiosk.errors import StaffError, StaffStateError
from kiosk.staff.held_roll import read_held

LONGEST_NAME = 60
_JOINTS = " -'’"
"""What may stand between the letters of a name."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Roll:
    """Who may pass the gate, and the keys of this kiosk."""

    people: tuple[Person, ...] = ()
    """The kiosk's own."""
    rescue_key: str = ""
    """Hexadecimal; empty where no admin has set one."""
    status_key: str = ""
    """Hexadecimal seed of the key that signs the status code."""
    group_key: str = ""
    """Hexadecimal; seals what staff choose for the kiosk's group, and the group's people in the fleet's roll."""
    roll_key: str = ""
    """Hexadecimal; seals in the fleet's roll the people of every kiosk."""
    fleet: tuple[RollPerson, ...] = ()
    """The people of the fleet's roll that came last; kept in a file of its own."""

    @property
    def has_lead(self) -> bool:
        """Whether somebody can lead."""
        return Role.LEAD in {person.role for person in self.people} | {one.role for one in self.fleet}

    def trusted(self, day: date) -> tuple[Person, ...]:
        """Who passes the gate on a day: the latest that has certainly come."""
        return trusted(self.people, self.fleet, day)

    def of_fleet(self, name: str) -> RollPerson | None:
        """The person of a name whom the fleet's roll has."""
        return next((one for one in self.fleet if alike(one.name) == alike(name)), None)

    def named(self, name: str) -> Person:
        """The kiosk's own person of a name.

        Raises:
            StaffError: nobody has it.
        """
        for person in self.people:
            if person.name == name:
                return person
        if self.of_fleet(name):
            message = f"{name!r} is of the fleet's roll; take them off it, and publish it"
            raise StaffError(message)
        message = f"nobody is called {name!r}; `kiosk staff list` says who there is"
        raise StaffError(message)

    def name_for(self, name: str, role: Role) -> str:
        """A name as it is kept, for a person who is added, or who gets a new PIN or role.

        Raises:
            StaffError: it is no name, is another's but for its capital letters, or nobody would lead any more.
        """
        kept = checked_name(name)
        if self.of_fleet(kept):
            message = f"{kept!r} is of the fleet's roll; give them a PIN or role there, and publish it"
            raise StaffError(message)
        other = next((person.name for person in self.people if person.name.casefold() == kept.casefold()), kept)
        if other != kept:
            message = f"{kept!r}: there is {other!r} already; write the name so, or take another"
            raise StaffError(message)
        if role is not Role.LEAD:
            self._keep_a_lead(kept)
        return kept

    def _keep_a_lead(self, name: str) -> None:
        elsewhere = any(one.role is Role.LEAD for one in self.fleet)
        if not elsewhere and {person.name for person in self.people if person.role is Role.LEAD} == {name}:
            message = f"{name!r} is the only lead, and there must be at least one lead; add another lead first"
            raise StaffError(message)

    def with_person(self, person: Person) -> "Roll":
        """The roll with a person added, or put in the place of the one of that name."""
        others = tuple(other for other in self.people if other.name != person.name)
        return replace(self, people=(*others, person))

    def without(self, name: str) -> "Roll":
        """The roll without a person.

        Raises:
            StaffError: nobody has the name, or nobody would lead any more.
        """
        gone = self.named(name)
        self._keep_a_lead(name)
        return replace(self, people=tuple(person for person in self.people if person != gone))


def checked_name(name: str) -> str:
    """A name as it is kept.

    Raises:
        StaffError: it is none.
    """
    kept = unicodedata.normalize("NFC", name.strip())
    strange = any(unicodedata.category(sign)[0] not in "LM" and sign not in _JOINTS for sign in kept)
    if strange or len(kept) > LONGEST_NAME or not any(map(str.isalpha, kept)):
        message = f"{kept[:LONGEST_NAME]!r} is no name; take letters, spaces, hyphens and apostrophes, at most {LONGEST_NAME}"
        raise StaffError(message)
    return kept


class PeopleFile:
    """The roll on the disk."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._last: Roll | None = None
        self.fault = ""
        """Why it cannot be read; nobody new is taken in on the screen then, an admin must."""
        self.missing = False
        """There is none, and there was none since the kiosk started."""

    @property
    def folder(self) -> Path:
        """Where it stands, with all else that is kept of the staff."""
        return self._path.parent

    def load(self) -> Roll:
        """The roll; as it was last read where it cannot be read now, which is said once; an empty one where there is none yet.

        Only a damaged file is moved aside. One that was read before and is lost now is written again.
        """
        try:
            self._last = self.read()
            self.fault, self.missing = "", False
        except FileNotFoundError:
            self.fault = "it is damaged, and was kept aside" if self._aside().exists() else ""
            self.missing = self._last is None
            self._write_again()
        except OSError as error:
            self._complain(error, "give it to the kiosk's account (chown)")
        except (ValueError, LookupError, TypeError, RecursionError) as error:
            self._complain(error, "set them anew with `kiosk staff add`")
            self._keep_aside()
            self._write_again()
        return replace(self._last or Roll(), fleet=read_held(self.folder).people)

    def _write_again(self) -> None:
        if self._last is not None:
            with suppress(StaffStateError):  # whoever changes it is told
                self.save(self._last)
                self.fault = ""

    def _complain(self, error: Exception, mend: str) -> None:
        fault = f"{self._path}: the people of the staff cannot be read ({error}); {mend}"
        if fault != self.fault:
            self.fault = fault
            log.error("%s", fault)

    def read(self) -> Roll:
        """The roll as it stands; nothing is moved, whatever is found.

        Raises:
            OSError: there is none, or it may not be read.
            ValueError, LookupError, TypeError, RecursionError: it is damaged.
        """
        return _roll(json.loads(contents_of(self._path)))

    def save(self, roll: Roll) -> None:
        """Keep a roll.

        Raises:
            StaffStateError: it could not be written; the old one stays.
        """
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with replaced_atomically(self._path) as fresh:
                fresh.touch(0o600)
                written = asdict(roll) | {"people": [person._asdict() for person in roll.people]}
                del written["fleet"]
                fresh.write_text(json.dumps(written, ensure_ascii=False, indent=1), encoding="utf-8")
        except OSError as error:
            message = f"{self._path}: cannot be written ({error.strerror}); make room, or name another `state` folder"
            raise StaffStateError(message) from error
        self._last = roll

    def _aside(self) -> Path:
        return self._path.with_name(f"{self._path.name}.bad")

    def _keep_aside(self) -> None:
        with suppress(OSError):  # a folder that takes nothing: it stays
            self._path.replace(self._aside())


def _roll(found: dict[str, Any]) -> Roll:
    people = tuple(Person(str(p["name"]), Role(p["role"]), str(p["pin_hash"]), str(p.get("replaces", ""))) for p in found["people"])
    group_key, roll_key = (str(found.get(name, "")) for name in ("group_key", "roll_key"))
    return Roll(people, str(found["rescue_key"]), str(found["status_key"]), group_key, roll_key)
