"""Seals the fleet's roll, and opens it: kiosks by the keys that `kiosk staff init` gave them, admins by the fleet's.

Names of staff and hashes of PINs lie on web servers and sticks only in boxes: one for every kiosk, one for each group. Not even
the names of groups can be read outside: a box is found by a label made of its key.
"""

import base64
import hmac
import json
import secrets
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from kiosk.domain.roll import RollPerson, SealedRoll, groups_of, kept
from kiosk.errors import StaffError
from kiosk.staff.held_roll import HeldRoll, keep_held, person_of, read_held, row_of
from kiosk.staff.people import PeopleFile, Roll
from kiosk.staff.rescue import derived

_NONCE = 12
LABEL = 32
"""Characters of a label."""


class BoxKey(NamedTuple):
    """What opens one box."""

    secret: bytes
    label: str


def box_key(key: str) -> BoxKey:
    """The key of a box, from a key of a kiosk in hexadecimal."""
    secret = hmac.digest(bytes.fromhex(key), b"jusur roll box", "sha256")
    return BoxKey(secret, hmac.digest(secret, b"label", "sha256").hex()[:LABEL])


def key_of_fleet(fleet_key: bytes) -> str:
    """The key that every kiosk of the fleet is given for the people of every kiosk."""
    return derived(fleet_key, "roll", "")


def keys_of_fleet(fleet_key: bytes, groups: Iterable[str]) -> dict[str, BoxKey]:
    """The keys of all boxes, by group; the empty name is every kiosk."""
    own = {group: box_key(derived(fleet_key, "group", group)) for group in groups}
    return {"": box_key(key_of_fleet(fleet_key)), **own}


def keys_of_kiosk(roll: Roll) -> tuple[BoxKey, ...]:
    """The keys that a kiosk holds."""
    return tuple(box_key(key) for key in (roll.roll_key, roll.group_key) if key)


def sealed(people: Iterable[RollPerson], fleet_key: bytes) -> dict[str, str]:
    """The boxes of a roll, in base64, by label: each has those who are trusted there and not everywhere."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    people, boxes = tuple(people), dict[str, str]()
    groups = groups_of(people)
    for group, key in keys_of_fleet(fleet_key, groups).items():
        rows = [row_of(one) for one in people if (group in one.groups if group else not one.groups)]
        nonce = secrets.token_bytes(_NONCE)
        body = json.dumps({"people": rows, "groups": [] if group else groups}, ensure_ascii=False).encode()
        boxes[key.label] = base64.b64encode(nonce + ChaCha20Poly1305(key.secret).encrypt(nonce, body, key.label.encode())).decode()
    return dict(sorted(boxes.items()))


def opened(boxes: dict[str, str], keys: Iterable[BoxKey]) -> tuple[RollPerson, ...]:
    """The people in those boxes for which there is a key, each once.

    Raises:
        StaffError: a box is not what was sealed with its key.
    """
    found = [one for key in keys if key.label in boxes for one in _box(boxes, key)[0]]
    return tuple({one.name: one for one in found}.values())


def opened_by_fleet(boxes: dict[str, str], fleet_key: bytes) -> tuple[RollPerson, ...]:
    """All people of a roll, as whoever has the fleet's key reads them; nobody where it was sealed with another.

    Raises:
        StaffError: a box is not what was sealed with its key.
    """
    first = keys_of_fleet(fleet_key, ())[""]
    groups = _box(boxes, first)[1] if first.label in boxes else ()
    return opened(boxes, keys_of_fleet(fleet_key, groups).values())


def _box(boxes: dict[str, str], key: BoxKey) -> tuple[tuple[RollPerson, ...], tuple[str, ...]]:
    """The people in a box, and in that of every kiosk the groups that have one of their own."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    try:
        data = base64.b64decode(boxes[key.label], validate=True)
        found = json.loads(ChaCha20Poly1305(key.secret).decrypt(data[:_NONCE], data[_NONCE:], key.label.encode()))
        return tuple(map(person_of, found["people"])), tuple(map(str, found["groups"]))
    except (InvalidTag, ValueError, LookupError, TypeError, RecursionError) as error:
        message = "the fleet's roll: a box was not sealed with this fleet's key; publish the roll anew"
        raise StaffError(message) from error


def take(folder: Path, roll: SealedRoll) -> HeldRoll:
    """Put a signed roll in force on a kiosk: from now on those it names are trusted, and no others of the roll before.

    Args:
        folder: the kiosk's state.
        roll: the newest that was signed.

    Raises:
        StaffError: the kiosk has no key, or it was sealed with another; the one before stays in force.
        StaffStateError: it could not be kept; the one before stays in force.
    """
    file = PeopleFile(folder / "people.json")
    own = file.load()
    if file.fault or not own.roll_key:
        message = file.fault or "this kiosk has no key for the fleet's roll; give it its keys with `kiosk staff init`"
        raise StaffError(message)
    try:
        keys = keys_of_kiosk(own)
    except ValueError as error:
        message = "this kiosk's keys are damaged; give it its keys with `kiosk staff init`"
        raise StaffError(message) from error
    labels = tuple(key.label for key in keys)
    held = read_held(folder)
    if (held.sha256, held.keys) == (roll.sha256, labels):
        return held
    if keys[0].label not in roll.boxes:
        message = "the fleet's roll was sealed with another fleet's key; publish it with the right one"
        raise StaffError(message)
    people = opened(roll.boxes, keys)
    fresh = HeldRoll(roll.number, roll.sha256, labels, people)
    keep_held(folder, fresh)
    staying = kept(own.people, people)
    if staying != own.people:
        file.save(replace(own, people=staying))
    return fresh
