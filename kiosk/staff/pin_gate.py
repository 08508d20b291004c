"""The gate: who enters a right PIN passes. A try counts before it is judged, and a lock starts anew with the kiosk.

The lock knows no time of day: it is measured on a clock that never goes back, and a restart begins it again in full. So neither
setting the clock nor pulling the plug makes it shorter. It shuts the panel alone: whoever has a PIN can always evacuate, and the
admin's answer always opens, each at a pace of its own (ADR 0032).
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kiosk.domain.staff import FREE_TRIES, PACE, Person, Role, lock_seconds, pin_weakness
from kiosk.errors import StaffError, StaffStateError
from kiosk.staff import rescue
from kiosk.staff.choices import StaffChoices
from kiosk.staff.first_code import FirstCode
from kiosk.staff.people import PeopleFile, Roll
from kiosk.staff.pins import Hasher
from kiosk.staff.staff_log import StaffAct

FAILURES = "failures"
CHALLENGE = "challenge"
NOBODY = "nobody"

log = logging.getLogger(__name__)


class PadEntry(StrEnum):
    """What is entered on the pad."""

    PIN = "pin"
    """For the panel."""
    ANSWER = "answer"
    """Of the admin, for one who forgot theirs."""
    EVACUATION = "evacuation"
    """A PIN that declares an emergency, and does nothing else."""
    FIRST = "first"
    """The code of the installation sheet, on a kiosk that nobody leads."""

    @property
    def lock(self) -> "PadEntry":
        """Whose lock shuts the pad for it: guesses at the first code and at PINs are counted together."""
        return PadEntry.PIN if self is PadEntry.FIRST else self


@dataclass(frozen=True, slots=True)
class PinAttempt:
    """What an entry is judged by; read when the try was counted, so that any thread may judge."""

    roll: Roll
    challenge: str
    first_code: str = ""
    """The hash of the code by which a first lead begins; empty for none."""
    day: date = date.min
    """By which terms are judged."""


class Gate:
    """Counts tries, judges them, and keeps the PINs."""

    def __init__(
        self,
        people: PeopleFile,
        choices: StaffChoices,
        hasher: Hasher,
        clock: Callable[[], float],
        day: Callable[[], date] = lambda: date.min,
    ) -> None:
        """Begin a gate.

        Args:
            people: who may pass.
            choices: where tries are counted, and what happens is logged.
            hasher: what judges PINs.
            clock: seconds that never go back.
            day: the latest day that has certainly come; terms are judged by it. Without one no term is over.
        """
        self._people, self._choices, self._hasher, self._clock, self._day = people, choices, hasher, clock, day
        self.roll: Roll = people.load()
        self._first = FirstCode(people.folder)
        self._failures = choices.recall_as(FAILURES, int, 0)
        if choices.fault:  # what was counted may be more than can be read
            self._failures = max(self._failures, FREE_TRIES)
        self._shut_until = dict.fromkeys(PadEntry, clock() + (PACE if self._failures else 0))
        self._shut_until[PadEntry.PIN] = clock() + lock_seconds(self._failures)

    @property
    def people(self) -> tuple[Person, ...]:
        """Who passes now: the kiosk's own people, and those of the fleet's roll."""
        return self.roll.trusted(self._day())

    @property
    def failures(self) -> int:
        """Wrong PINs since the last right one."""
        return self._failures

    def seconds_shut(self, kind: PadEntry = PadEntry.PIN) -> int:
        """Whole seconds the pad stays shut for such an entry, rounded up; 0 when it is open."""
        return max(0, -int(-(self._shut_until[kind.lock] - self._clock()) // 1))

    def may_begin(self) -> bool:
        """Whether the first lead may be set on the screen, by the first code: nobody leads yet, and no roll was lost."""
        self.roll = self._people.load()
        if self.roll.has_lead:
            self._first.use_up()
        lost = self._people.fault or (self._people.missing and self._choices.has_done("pin", otherwise=True))
        return not self.roll.has_lead and not lost

    @property
    def has_first_code(self) -> bool:
        """Whether a code is kept by which the first lead may begin."""
        return bool(self._first.kept())

    def new_first_code(self) -> str:
        """Another code by which the first lead may begin; nobody is told it again.

        Raises:
            StaffStateError: it could not be kept.
        """
        return self._first.make(self._hasher)

    # a try: begin (counted, on the disk) -> judge (slow, on any thread) -> end --------------------------------------

    def begin(self, kind: PadEntry = PadEntry.PIN) -> PinAttempt:
        """Count a try before it is judged; where the disk does not take it, it is counted until the next start.

        Raises:
            StaffError: the pad is shut for such an entry.
        """
        if seconds := self.seconds_shut(kind):
            message = f"the pad is shut for {seconds} s; wait"
            raise StaffError(message)
        if kind.lock is PadEntry.PIN:
            self._failures += 1
            self._count()
        else:
            self._shut_until[kind] = self._clock() + PACE
        self.roll = self._people.load()
        return PinAttempt(self.roll, self._choices.recall(CHALLENGE), self._first.kept(), self._day())

    def _count(self) -> None:
        try:
            self._choices.remember(FAILURES, str(self._failures))
        except StaffStateError as error:
            log.warning("wrong PINs are counted in memory alone: %s", error)

    def judge(self, kind: PadEntry, entry: str, attempt: PinAttempt) -> Person | None:
        """Whose PIN it is; for an answer to the challenge, or the first code, somebody who may only give a PIN. None: wrong."""
        if kind is PadEntry.FIRST:
            right = bool(attempt.first_code) and self._hasher.matches(entry, attempt.first_code)
            return Person(NOBODY, Role.GUIDE, "") if right else None
        if kind is PadEntry.ANSWER:
            right = rescue.is_answer(attempt.roll.rescue_key, attempt.challenge, entry)
            return Person(NOBODY, Role.GUIDE, "") if right else None
        people = attempt.roll.trusted(attempt.day)
        found = self._hasher.first_match(entry, (person.pin_hash for person in people))
        return next((person for person in people if found and person.pin_hash == found), None)

    def end(self, kind: PadEntry, person: Person | None, at: datetime) -> None:
        """The try was judged: the lock opens, or lasts. An evacuation opens the panel to nobody, and changes no lock.

        Raises:
            StaffStateError: it could not be logged.
        """
        if person is None and kind.lock is PadEntry.PIN:
            self._shut_until[kind.lock] = self._clock() + lock_seconds(self._failures)
        if person is not None:
            self._shut_until[kind.lock] = self._clock()
            if kind is not PadEntry.EVACUATION:
                self._failures, self._shut_until[PadEntry.PIN] = 0, self._clock()
                self._count()
        detail = {"failures": self._failures} if kind is PadEntry.PIN else {"entry": kind.value}
        if person is None:
            self._choices.log(at, StaffAct(NOBODY, "", "refused", detail))
        else:
            self._choices.log(at, StaffAct(person.name, person.role, "entered", {} if kind is PadEntry.PIN else detail))

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
        taken = self._hasher.first_match(pin, (person.pin_hash for person in self.people))
        return pin_weakness(pin) or ("pin_plain" if taken else "")

    def set_pin(self, name: str, role: Role, pin: str, at: datetime, by: str) -> Person:
        """Give a person a PIN that `weakness` finds nothing in; logged without it.

        Raises:
            StaffStateError: it could not be written.
        """
        roll = self._people.load()
        known = roll.of_fleet(name)
        person = Person(name, role, self._hasher.hash(pin), known.pin_hash if known else "")
        self.roll = roll.with_person(person)
        self._people.save(self.roll)
        if self.roll.has_lead:
            self._first.use_up()
        self._choices.log(at, StaffAct(by, role, "pin", {"person": name}))
        return person
