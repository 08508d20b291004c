"""Who may sign: a repository's beginning, its groups, and changing keys, also lost ones."""

import json
import re
from datetime import datetime
from pathlib import Path

from tuf.api.metadata import DelegatedRole, Delegations, Key, Metadata, Root, Targets

from kiosk.errors import KeysError, PublishingError
from kiosk.publishing.keys import SHOWN, Keyring
from kiosk.publishing.metadata import LIFETIMES, ROLES, put
from kiosk.publishing.repository import REPOSITORY_FILE, Repository

GROUP = re.compile(r"[a-z][a-z0-9-]{0,39}")


def begin(folder: Path, keyring: Keyring, now: datetime, people: int = 3, threshold: int = 2) -> Repository:
    """Make a repository and its keys.

    Args:
        folder: an empty or new folder.
        keyring: where the keys are kept.
        now: the time of the beginning.
        people: how many keys root and targets have: one a person.
        threshold: how many of them must sign.

    Raises:
        PublishingError: there is one already, or it cannot be written.
        KeysError: the keys cannot be kept.
    """
    if (folder / REPOSITORY_FILE).exists() or (folder / "metadata").exists():
        message = f"{folder}: there is a repository already; name another folder"
        raise PublishingError(message)
    if not 1 <= threshold <= people:
        message = f"{threshold} of {people} keys cannot be needed; take a threshold from 1 to the number of people"
        raise KeysError(message)
    root = Root(expires=now + LIFETIMES["root"], consistent_snapshot=True)
    for role in ROLES:
        shared = role in {"root", "targets"}
        for _ in range(people if shared else 1):
            root.add_key(keyring.make(role).public_key, role)
        root.roles[role].threshold = threshold if shared else 1
    repository = Repository(folder)
    repository.metadata.begin(Metadata(root), keyring, now)
    put(folder / REPOSITORY_FILE, json.dumps({"format": 1}).encode())
    return repository


def delegate(repository: Repository, group: str, keyring: Keyring, now: datetime) -> Key:
    """Let a pavilion group sign its own channels, with a key of its own; publishers vouch for the key.

    Raises:
        PublishingError: the name is not one, or taken.
        KeysError: there are too few keys of the publishers.
    """
    if not GROUP.fullmatch(group) or group in ROLES or group in repository.metadata.groups():
        message = f"{group!r} cannot name a group: taken, or not small letters, digits and hyphens; choose another"
        raise PublishingError(message)
    targets = repository.metadata.targets()
    keyring.enough("targets", repository.metadata.role("targets"))
    key = keyring.make(group).public_key
    delegations = targets.signed.delegations or Delegations({}, {})
    delegations.keys[key.keyid] = key
    role = DelegatedRole(group, [key.keyid], 1, terminating=True, paths=[f"{group}/*"])
    delegations.roles = {**(delegations.roles or {}), group: role}
    targets.signed.delegations = delegations
    fresh = Metadata(Targets(expires=now))
    repository.metadata.commit({"targets": targets, group: fresh}, keyring, now)
    return key


def rotate(repository: Repository, role: str, keyring: Keyring, now: datetime, lost: str = "") -> Key:
    """Give a role a new key, for one that is lost, stolen or old.

    Args:
        repository: the repository.
        role: one of `ROLES`, or a group.
        keyring: the keys at hand: enough of root, and of the role without the one that goes.
        now: the time of the change.
        lost: the beginning of the key that goes; empty takes the only one, or the first that is not at hand, or the first.

    Raises:
        KeysError: there are too few keys, or the key is not the role's.
    """
    going = _going(repository, role, keyring, lost)
    if role in ROLES:
        return _rotate_top(repository, role, going, keyring, now)
    return _rotate_group(repository, role, going, keyring, now)


def _going(repository: Repository, role: str, keyring: Keyring, lost: str) -> str:
    keyids = repository.metadata.role(role).keyids
    if lost:
        found = [keyid for keyid in keyids if keyid.startswith(lost)]
        if len(found) != 1:
            message = f"{lost!r} is not the beginning of one key of {role}; its keys are {', '.join(k[:SHOWN] for k in keyids)}"
            raise KeysError(message)
        return found[0]
    held = {signer.public_key.keyid for signer in keyring.signers(role, keyids)}
    return next((keyid for keyid in keyids if keyid not in held), keyids[0])


def _rotate_top(repository: Repository, role: str, going: str, keyring: Keyring, now: datetime) -> Key:
    metadata = repository.metadata
    before, root = metadata.root().signed, metadata.root()
    keyring.enough("root", before.roles["root"])
    key = keyring.make(role).public_key
    root.signed.revoke_key(going, role)
    root.signed.add_key(key, role)
    root.signed.version += 1
    if role != "root":
        metadata.commit({"targets": metadata.targets()} if role == "targets" else {}, keyring, now, root)
    metadata.write_root(root, keyring, now, before)
    return key


def _rotate_group(repository: Repository, group: str, going: str, keyring: Keyring, now: datetime) -> Key:
    targets = repository.metadata.targets()
    keyring.enough("targets", repository.metadata.role("targets"))
    key = keyring.make(group).public_key
    targets.signed.revoke_key(going, group)
    targets.signed.add_key(key, group)
    repository.metadata.commit({"targets": targets, group: repository.metadata.targets(group)}, keyring, now)
    return key
