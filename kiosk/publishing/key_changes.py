"""A change of keys: which documents say it, who must sign each, and how it comes in force."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tuf.api.metadata import DelegatedRole, Delegations, Key, Metadata, Root, TargetFile, Targets

from kiosk.errors import KeysError, PublishingError, VerificationError
from kiosk.publishing.app_releasing import AppShelf
from kiosk.publishing.keys import Keyring, SigningRole, alike
from kiosk.publishing.manifest import CHANNELS
from kiosk.publishing.metadata import LIFETIMES, ROLES, group_role, renew, root_role
from kiosk.publishing.pending_file import TERM
from kiosk.publishing.repository import Repository
from kiosk.publishing.roll import ROLL, current_roll

_GROUP = re.compile(r"[a-z][a-z0-9-]{0,39}")
_OURS = frozenset({*ROLES, *CHANNELS, "publishers", "server"})
"""What the nation's own are called: no group may be taken for them."""
_NAME = re.compile(r"[^\W_][\w.]{0,39}")


@dataclass(frozen=True, slots=True)
class Need:
    """Who must sign a document."""

    document: str
    """Root, targets, or the group whose it is."""
    by: Root | Targets
    """Defines the role."""
    role: SigningRole
    required: bool = True
    """Else their signatures are welcome, so that kiosks take it by the root that goes as well."""


@dataclass(frozen=True, slots=True)
class KeyChange:
    """One key that comes, and the one that goes for it; all documents follow from these and from the repository."""

    role: str
    going: str
    """Identifier of the key that goes; empty where a group begins."""
    key: Key
    made: datetime
    documents: dict[str, Metadata[Any]]
    needs: tuple[Need, ...]

    @property
    def ends(self) -> datetime:
        """Until when it can be signed."""
        return self.made + TERM

    @property
    def missing(self) -> int:
        """How many more people must sign at least."""
        return max(need.role.threshold - len(self.signed(need)) for need in self.needs if need.required)

    def signed(self, need: Need) -> list[str]:
        """Identifiers of a role's keys that have signed."""
        document = self.documents[need.document]
        result = need.by.get_verification_result(need.role.name, document.signed_bytes, document.signatures)
        return [keyid for keyid in need.role.keyids if keyid in result.signed]

    def sign(self, keyring: Keyring) -> bool:
        """Add the signatures of those whose keys are at hand; returns whether any came."""
        came = False
        for need in self.needs:
            document = self.documents[need.document]
            for signer in keyring.one_of_each_hand(need.role):
                if signer.public_key.keyid not in document.signatures:
                    document.sign(signer, append=True)
                    came = True
        return came

    def put_in_force(self, repository: Repository, keyring: Keyring, now: datetime) -> None:
        """Write it into a repository, and remove the files of the old key that are at hand.

        Raises:
            KeysError: too few have signed, or the server's keys are not at hand.
            PublishingError: it cannot be written.
        """
        for need in self.needs:
            if need.required and need.role.threshold > len(self.signed(need)):
                keyring.enough(need.role)
        changed, root = dict(self.documents), self.documents.get("root")
        changed.pop("root", None)
        if self.role == "root" and root is not None:
            repository.metadata.keep(f"{root.signed.version}.root.json", root)
        else:
            repository.metadata.commit_signed(changed, keyring, now, root)
        keyring.destroy(self.role, self.going)


def change_of(repository: Repository, role: str, going: str, key: Key, made: datetime) -> KeyChange:
    """What a change of one key is, nothing signed yet.

    Args:
        repository: where it is to be in force.
        role: one of `ROLES`, or a group.
        going: identifier of the key that goes; empty for a group that begins.
        key: the one that comes; says who holds it.
        made: the time of the change.

    Raises:
        PublishingError: the repository cannot be read or written.
    """
    documents: dict[str, Metadata[Any]] = {}
    if role in ROLES:
        before, root = repository.metadata.root().signed, repository.metadata.root()
        root.signed.revoke_key(going, role)
        root.signed.add_key(key, role)
        renew(root.signed, "root", made)
        documents["root"] = root
        roots = [Need("root", by, root_role("root", by)) for by in (before, root.signed)]
        if role != "targets":
            return KeyChange(role, going, key, made, _unsigned(documents), tuple(roots))
        documents["targets"] = _begun_anew(repository, "", made)
        needs = [Need("targets", by, root_role(role, by), required=by is root.signed) for by in (root.signed, before)]
        return KeyChange(role, going, key, made, _unsigned(documents), (*roots, *needs))
    targets = documents["targets"] = repository.metadata.targets()
    if going:
        targets.signed.revoke_key(going, role)
        targets.signed.add_key(key, role)
        documents[role] = _begun_anew(repository, role, made)
    else:
        _begin_group(targets.signed, role, key)
        documents[role] = Metadata(Targets(version=2, expires=made + LIFETIMES["targets"]))
    renew(targets.signed, "targets", made)
    root_now, group = repository.metadata.root().signed, group_role(role, targets.signed)
    publishers = Need("targets", root_now, root_role("targets", root_now))
    own = [Need(role, targets.signed, group)] if group else []
    return KeyChange(role, going, key, made, _unsigned(documents), (publishers, *own))


def _unsigned(documents: dict[str, Metadata[Any]]) -> dict[str, Metadata[Any]]:
    for document in documents.values():
        document.signatures.clear()
    return documents


def _begin_group(targets: Targets, group: str, key: Key) -> None:
    delegations = targets.delegations or Delegations({}, {})
    delegations.keys[key.keyid] = key
    role = DelegatedRole(group, [key.keyid], 1, terminating=True, paths=[f"{group}/*"])
    delegations.roles = {**(delegations.roles or {}), group: role}
    targets.delegations = delegations


def _begun_anew(repository: Repository, group: str, made: datetime) -> Metadata[Targets]:
    """What a role vouches for from now on: sound releases, and nothing else that a key of it may have signed."""
    targets = repository.targets_of(group)
    roll = None if group else _sound_roll(repository, targets.signed)
    targets.signed.targets.clear()
    if roll is not None:
        targets.signed.targets[ROLL] = roll
    for channel, release in repository.begun_anew(group).items():
        repository.vouch(targets, release, channel, group)
    if not group:
        AppShelf(repository).keep_sound(targets)
    renew(targets.signed, "targets", made)
    return targets


def _sound_roll(repository: Repository, targets: Targets) -> TargetFile | None:
    """The fleet's roll that is in force, if it is one."""
    with suppress(VerificationError):
        return targets.targets[ROLL] if current_roll(repository) else None
    return None


def refuse_name(person: str) -> None:
    """Names stand in file names and in what is signed.

    Raises:
        KeysError: a person cannot be named so.
    """
    if not _NAME.fullmatch(person):
        message = f"{person!r} cannot name a person: letters, digits, dots, no spaces, at most 40; choose another"
        raise KeysError(message)


def refuse_person(repository: Repository, role: str, going: str, person: str) -> None:
    """Nobody without a name, and nobody twice.

    Raises:
        KeysError: the person has a key of the role already, or cannot be named so.
    """
    refuse_name(person)
    people = repository.metadata.role(role).people if going else {}
    if alike(person) in {alike(other) for keyid, other in people.items() if keyid != going}:
        message = f"{person} has a key of {role} already, and nobody has two; name somebody else with --for"
        raise KeysError(message)


def refuse_group(repository: Repository, group: str) -> None:
    """Only a new name begins a group.

    Raises:
        PublishingError: the name is not one, or taken.
    """
    if not _GROUP.fullmatch(group) or group in _OURS or group in repository.metadata.groups():
        message = f"{group!r} cannot name a group: taken, or not small letters, digits and hyphens; choose another"
        raise PublishingError(message)
