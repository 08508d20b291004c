"""The gate: who enters a right PIN passes. A try counts before it is judged, and a lock starts anew with the kiosk.

The lock knows no time of day: it is measured on a clock that never goes back, and a restart begins it again in full. So neither
setting the clock nor pulling the plug makes it shorter.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.staff import Person, Role, lock_seconds, pin_weakness
from kiosk.errors import StaffError
from kiosk.staff import rescue
from kiosk.staff.choices import Act, StaffChoices
from kiosk.staff.people import PeopleFile, Roll
from kiosk.staff.pins import Hasher

FAILURES = "failures"
CHALLENGE = "challenge"
NOBODY = "nobody"


class PadEntry(StrEnum):
    """What is entered on the pad."""

    PIN = "pin"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class PinAttempt:
    """What an entry is judged by; read when the try was counted, so that any thread may judge."""

    roll: Roll
    challenge: str


class Gate:
    """Counts tries, judges them, and keeps the PINs."""

    def __init__(self, people: PeopleFile, choices: StaffChoices, hasher: Hasher, clock: Callable[[], float]) -> None:
        self._people, self._choices, self._hasher, self._clock = people, choices, hasher, clock
        self.roll: Roll = people.load()
        self._failures = choices.recall_as(FAILURES, int, 0)
        self._shut_until = clock() + lock_seconds(self._failures)

    @property
    def failures(self) -> int:
        """Wrong PINs since the last right one."""
        return self._failures

    @property
    def seconds_shut(self) -> int:
        """Whole seconds the pad stays shut, rounded up; 0 when it is open."""
        return max(0, -int(-(self._shut_until - self._clock()) // 1))

    def may_begin(self) -> bool:
        """Whether the first lead may be set on the screen: nobody leads yet, and no roll was lost."""
        self.roll = self._people.load()
        return not self.roll.has_lead and not self._people.damaged

    # a try: begin (counted, on the disk) -> judge (slow, on any thread) -> end --------------------------------------

    def begin(self) -> PinAttempt:
        """Count a try before it is judged.

        Raises:
            StaffError: the pad is shut.
            StaffStateError: the try could not be counted, so there is none.
        """
        if self.seconds_shut:
            message = f"the pad is shut for {self.seconds_shut} s; wait"
            raise StaffError(message)
        self._choices.remember(FAILURES, str(self._failures + 1))
        self._failures += 1
        self.roll = self._people.load()
        return PinAttempt(self.roll, self._choices.recall(CHALLENGE))

    def judge(self, kind: PadEntry, entry: str, attempt: PinAttempt) -> Person | None:
        """Whose PIN it is; for an answer to the challenge somebody who may only give a PIN. None: wrong."""
        if kind is PadEntry.ANSWER:
            right = rescue.is_answer(attempt.roll.rescue_key, attempt.challenge, entry)
            return Person(NOBODY, Role.GUIDE, "") if right else None
        return next((person for person in attempt.roll.people if self._hasher.matches(entry, person.pin_hash)), None)

    def end(self, person: Person | None, at: datetime) -> None:
        """The try was judged: the lock opens, or lasts.

        Raises:
            StaffStateError: it could not be written.
        """
        if person is None:
            self._shut_until = self._clock() + lock_seconds(self._failures)
            self._choices.log(at, Act(NOBODY, "", "refused", {"failures": self._failures}))
            return
        self._failures = 0
        self._choices.remember(FAILURES, "0")
        self._choices.log(at, Act(person.name, person.role, "entered", {}))

    # rescue --------------------------------------------------------------------------------------------------------

    def challenge(self) -> str:
        """The figures to read out; the same until they are answered; empty where no admin has set a key."""
        if not self.roll.rescue_key:
            return ""
        found = self._choices.recall(CHALLENGE)
        if not found:
            found = rescue.new_challenge()
            self._choices.remember(CHALLENGE, found)
        return found

    def rescued(self) -> None:
        """The challenge was answered, and serves no more."""
        self._choices.remember(CHALLENGE, "")

    # PINs ----------------------------------------------------------------------------------------------------------

    def weakness(self, pin: str) -> str:
        """Why a PIN cannot be taken, as the key of a word: it is weak, or somebody's; empty for a good one."""
        taken = any(self._hasher.matches(pin, person.pin_hash) for person in self.roll.people)
        return pin_weakness(pin) or ("pin_plain" if taken else "")

    def set_pin(self, name: str, role: Role, pin: str, at: datetime, by: str) -> Person:
        """Give a person a PIN that `weakness` finds nothing in; logged without it.

        Raises:
            StaffStateError: it could not be written.
        """
        person = Person(name, role, self._hasher.hash(pin))
        self.roll = self._people.load().with_person(person)
        self._people.save(self.roll)
        self._choices.log(at, Act(by, role, "pin", {"person": name}))
        return person
