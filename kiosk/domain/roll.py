"""The fleet's roll beside a kiosk's own people: who passes the gate on a day, and which rolls may be published."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from kiosk.domain.staff import Person, Role

LEAD_LASTS = timedelta(days=30)
"""How long after its publication a roll must have a lead, for every kiosk."""


class RollPerson(NamedTuple):
    """One of the staff, as the fleet's roll has them."""

    name: str
    role: Role
    pin_hash: str
    until: date | None = None
    """The last day of their term; None for no end."""
    groups: tuple[str, ...] = ()
    """The groups of kiosks they are trusted on; none: every kiosk."""


class SealedRoll(NamedTuple):
    """A roll as it was signed: nobody reads it without a key."""

    number: int
    """Grows with every roll, and is never used again."""
    published: datetime
    sha256: str
    """Of the signed document."""
    boxes: dict[str, str]
    """People sealed for those who hold a key, in base64, by the label of the key."""


def alike(name: str) -> str:
    """A name as names are compared: nobody is two people by a capital letter."""
    return name.strip().casefold()


def trusted(own: Iterable[Person], roll: Iterable[RollPerson], day: date) -> tuple[Person, ...]:
    """Those who pass the gate on a day.

    The roll's word counts for every name it has: an own person of such a name stands back, and a PIN chosen on the kiosk in the
    place of a forgotten one holds while the roll has the PIN that was forgotten. A kiosk never loses its last lead: where nobody
    would lead, the lead of the roll whose term ended last stays, else an own one who stood back.

    Args:
        own: the kiosk's own people.
        roll: the people of the fleet's roll that the kiosk may know.
        day: the latest day that has certainly come.
    """
    own, roll = tuple(own), tuple(roll)
    names = {alike(person.name) for person in roll}
    chosen = {(alike(person.name), person.replaces): person.pin_hash for person in own if person.replaces}

    def as_person(one: RollPerson) -> Person:
        return Person(one.name, one.role, chosen.get((alike(one.name), one.pin_hash), one.pin_hash))

    found = [as_person(one) for one in roll if one.until is None or day <= one.until]
    found += [person for person in own if not person.replaces and alike(person.name) not in names]
    if not any(person.role is Role.LEAD for person in found):
        ended = [one for one in roll if one.role is Role.LEAD]
        stood_back = [person for person in own if person.role is Role.LEAD and not person.replaces]
        last = [as_person(max(ended, key=lambda one: (one.until or date.max, one.name)))] if ended else stood_back[:1]
        found = [*last, *found]
    return tuple(found)


def kept(own: Iterable[Person], roll: Iterable[RollPerson]) -> tuple[Person, ...]:
    """The own people that stay when a roll has come: who stood back never comes back by being taken off the roll.

    All stay where the kiosk would lose its last lead.
    """
    own, roll = tuple(own), tuple(roll)
    hashes = {alike(one.name): one.pin_hash for one in roll}
    staying = tuple(
        person
        for person in own
        if (hashes.get(alike(person.name)) == person.replaces if person.replaces else alike(person.name) not in hashes)
    )
    leads = Role.LEAD in {person.role for person in staying} | {one.role for one in roll}
    return staying if leads or Role.LEAD not in {person.role for person in own} else own


def of_group(people: Iterable[RollPerson], group: str) -> tuple[RollPerson, ...]:
    """Whom kiosks of a group trust: those of every kiosk, and the group's; without a group those of every kiosk."""
    return tuple(one for one in people if not one.groups or group in one.groups)


def groups_of(people: Iterable[RollPerson]) -> list[str]:
    """The groups a roll names."""
    return sorted({group for one in people for group in one.groups})


def roll_faults(people: Iterable[RollPerson], today: date) -> Iterator[str]:
    """What speaks against publishing a roll, each with its mend."""
    people = tuple(people)
    names = [alike(one.name) for one in people]
    for one in people:
        if names.count(alike(one.name)) > 1:
            yield f"{one.name!r} is there twice; give each person one name"
    if not people:
        yield "nobody is on the roll; add people with `kiosk staff add --roll`"
    for group in ("", *groups_of(people)):
        reached = of_group(people, group)
        lead = any(one.role is Role.LEAD and (one.until is None or one.until - today >= LEAD_LASTS) for one in reached)
        if reached and not lead:
            where = f"kiosks of the group {group!r}" if group else "kiosks without a group"
            yield f"nobody leads {where} for the next {LEAD_LASTS.days} days; add a lead, or give one a later end"
