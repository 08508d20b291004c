"""Who may sign: a repository's beginning, its groups, and changing keys, also lost ones."""

import json
import os
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from itertools import combinations
from pathlib import Path

from tuf.api.metadata import Key, Metadata, Root

from kiosk.domain.english import how_many
from kiosk.errors import KeysError, PublishingError
from kiosk.publishing.key_changes import change_of, refuse_group, refuse_name, refuse_person
from kiosk.publishing.keys import SHOWN, Keyring, SigningRole, alike, beginning, one_hand
from kiosk.publishing.metadata import LIFETIMES, PERSON, ROLES, put
from kiosk.publishing.pending_keys import leave
from kiosk.publishing.repository import REPOSITORY_FILE, Repository
from kiosk.publishing.signatures import refuse_unsigned

SERVER = "server"
"""Who holds the keys that sign without a person."""


def begin(
    folder: Path, keyring: Keyring, now: datetime, people: Mapping[str, Path], server: Path, threshold: int = 2
) -> Repository:
    """Make a repository and its keys.

    Args:
        folder: an empty or new folder.
        keyring: what makes the keys.
        now: the time of the beginning.
        people: who has a key of root and one of the publishers, and the folder or stick of each.
        server: the folder of the keys for snapshot and timestamp.
        threshold: how many people must sign.

    Raises:
        PublishingError: there is one already, or it cannot be written.
        KeysError: the keys cannot be kept, or two people have one folder.
    """
    if (folder / REPOSITORY_FILE).exists() or (folder / "metadata").exists():
        message = f"{folder}: there is a repository already; name another folder"
        raise PublishingError(message)
    if not 1 <= threshold <= len(people):
        whom = how_many(len(people), "person", "people")
        message = f"{threshold} of {whom} cannot be needed; take a threshold from 1 to their number"
        raise KeysError(message)
    if any(one_hand(place, other) for place, other in combinations((server, *people.values()), 2)):
        message = "two people, or one and the server, have one folder or stick, or one inside the other; name one of their own each"
        raise KeysError(message)
    if twice := [name for name, count in Counter(map(alike, people)).items() if count > 1]:
        message = f"{twice[0]} is named twice; each person has a name and a folder of their own"
        raise KeysError(message)
    for person in people:
        refuse_name(person)
    root = Root(expires=now + LIFETIMES["root"], consistent_snapshot=True)
    for role in ROLES:
        shared = role in {"root", "targets"}
        for person, place in people.items() if shared else [(SERVER, server)]:
            root.add_key(_made(keyring, role, person, place), role)
        root.roles[role].threshold = threshold if shared else 1
    repository = Repository(folder)
    repository.metadata.begin(Metadata(root), keyring, now)
    put(folder / REPOSITORY_FILE, json.dumps({"format": 1}).encode())
    return repository


def delegate(
    repository: Repository, group: str, keyring: Keyring, now: datetime, person: str, place: Path, pending: Path | None = None
) -> Key:
    """Let a pavilion group sign its own channels, with a key of its own; publishers vouch for the key.

    Args:
        repository: the repository.
        group: the name of the group.
        keyring: enough of the publishers' keys, and the server's.
        now: the time of the change.
        person: who signs for the group.
        place: that person's folder or stick.
        pending: a file to leave it in, for others to sign too; None puts it in force.

    Raises:
        PublishingError: the name is not one, or taken.
        KeysError: there are too few keys of the publishers, or the folder is another person's.
    """
    refuse_group(repository, group)
    return _changed(repository, keyring, now, (group, "", person), place, pending)


def rotate(
    repository: Repository,
    role: str,
    keyring: Keyring,
    now: datetime,
    place: Path,
    lost: str = "",
    person: str = "",
    pending: Path | None = None,
) -> Key:
    """Give a role a new key, for one that is lost, stolen or old, and remove the files of the old one that are at hand.

    Args:
        repository: the repository.
        role: one of `ROLES`, or a group.
        keyring: the keys at hand: enough of root, and of the role without the one that goes.
        now: the time of the change.
        place: the folder or stick of whoever gets the new key.
        lost: who holds the key that goes, or its beginning; may be empty where the role has one key.
        person: who gets the new key; empty for who held the old one.
        pending: a file to leave it in, for others to sign too; None puts it in force.

    Raises:
        KeysError: there are too few keys, the key is not the role's, or the new one would be a person's second.
    """
    known = repository.metadata.role(role)
    going = _going(known, lost)
    return _changed(repository, keyring, now, (role, going, person or known.people[going]), place, pending)


def _changed(
    repository: Repository, keyring: Keyring, now: datetime, what: tuple[str, str, str], place: Path, pending: Path | None
) -> Key:
    """Make a key, and let all who are at hand sign that it comes: role, the key that goes, person."""
    role, going, person = what
    refuse_unsigned(repository.metadata)
    refuse_person(repository, role, going, person)
    _refuse_place(repository, keyring, person, place)
    first = repository.metadata.role("root" if role in ROLES else "targets")
    if pending is None:
        keyring.enough(first)
    else:
        keyring.any_of(first)
    key = _made(keyring, role, person, place)
    change = change_of(repository, role, going, key, now)
    change.sign(keyring)
    if pending is None:
        change.put_in_force(repository, keyring, now)
    else:
        leave(change, pending)
    return key


def _going(role: SigningRole, lost: str) -> str:
    """The key that goes, by its beginning or by who holds it."""
    found = [keyid for keyid, person in role.people.items() if lost == person or (lost and keyid.startswith(lost))]
    if not lost and len(role.people) == 1:
        found = role.keyids
    if len(found) != 1:
        wrong = f"{lost!r} is not one key of {role.name}" if lost else f"{role.name} has more than one key"
        message = f"{wrong}; name with --lost whose goes: {role.named(role.keyids)}"
        raise KeysError(message)
    return found[0]


def _refuse_place(repository: Repository, keyring: Keyring, person: str, place: Path) -> None:
    """Keep a key from the folder or stick of somebody else."""
    metadata = repository.metadata
    known = [metadata.role(name).people for name in (*ROLES, *metadata.groups())]
    owners = {keyid[:SHOWN]: owner for people in known for keyid, owner in people.items()}
    folders = [*Path(os.path.realpath(place)).parents, *(folder for folder in keyring.folders if one_hand(folder, place))]
    files = [*place.rglob("*.pem"), *(path for folder in folders for path in folder.glob("*.pem"))]
    names = {owners.get(beginning(path), person) for path in files} - {person}
    if names:
        message = f"{place}: holds keys of {', '.join(sorted(names))}; name with --into a folder or stick of {person}"
        raise KeysError(message)


def _made(keyring: Keyring, role: str, person: str, place: Path) -> Key:
    """A new key that says who holds it."""
    key = keyring.make(role, person, place).public_key
    key.unrecognized_fields[PERSON] = person
    return key
