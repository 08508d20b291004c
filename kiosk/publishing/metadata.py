"""The signed metadata of a repository, as The Update Framework has it: read, changed, signed, written in the order that is safe."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

from securesystemslib.signer import Signer
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Delegations, Key, Metadata, MetaFile, Role, Root, Signed, Snapshot, T, Targets, Timestamp
from tuf.api.serialization.json import JSONSerializer

from kiosk.disk.files import contents_of, make_folder, replaced_atomically
from kiosk.errors import PublishingError
from kiosk.publishing.keys import SHOWN, Keyring, SigningRole

ROLES = ("root", "targets", "snapshot", "timestamp")
LIFETIMES = {
    "root": timedelta(days=3650),
    "targets": timedelta(days=400),
    "snapshot": timedelta(days=400),
    "timestamp": timedelta(days=30),
}
"""How long what a role signs is taken; groups are as targets."""
WARNINGS = {
    "root": timedelta(days=180),
    "targets": timedelta(days=60),
    "snapshot": timedelta(days=60),
    "timestamp": timedelta(days=10),
}
"""How long before the end people are told."""
_OF_SERVER = ("snapshot", "timestamp")
PERSON = "person"
"""Under this name a key says in the signed documents who holds it."""


def holder(key: Key) -> str:
    """Who holds a key; the beginning of its identifier where nobody is named."""
    return str(key.unrecognized_fields.get(PERSON) or key.keyid[:SHOWN])


def root_role(name: str, root: Root) -> SigningRole:
    """One of `ROLES`, as a root defines it."""
    return _signing_role(name, root.roles[name], root.keys)


def group_role(name: str, targets: Targets) -> SigningRole | None:
    """A group's role, as the publishers define it; None where they do not."""
    delegations = targets.delegations
    role = (delegations.roles or {}).get(name) if delegations else None
    return _signing_role(name, role, delegations.keys) if delegations and role else None


def _signing_role(name: str, role: Role, keys: Mapping[str, Key]) -> SigningRole:
    people = {keyid: str(keys[keyid].unrecognized_fields.get(PERSON) or "") for keyid in role.keyids}
    return SigningRole(name, role.threshold, people)


def _lacking(signed: Signed) -> set[str]:
    """Keys that a document names for its roles and does not hold."""
    held = signed.delegations if isinstance(signed, Targets) else signed
    if not isinstance(held, Root | Delegations):
        return set()
    return {keyid for role in (held.roles or {}).values() for keyid in role.keyids} - set(held.keys)


def put(path: Path, data: bytes) -> None:
    """Write a file that is whole or not there, on disk before this returns.

    Raises:
        PublishingError: it cannot be written.
    """
    try:
        make_folder(path.parent)
        with replaced_atomically(path) as fresh:
            fresh.write_bytes(data)
    except OSError as error:
        message = f"{path}: cannot be written ({error.strerror}); make room, or name a folder that is yours"
        raise PublishingError(message) from error


def as_bytes(metadata: Metadata[T]) -> bytes:
    """A signed document as it is written."""
    return metadata.to_bytes(JSONSerializer())


class MetadataFolder:
    """The metadata of one repository; timestamp leads to everything, so that a half-written change is never seen."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def _read(self, name: str, kind: type[T]) -> Metadata[T]:
        path = self.folder / name
        try:
            found: Metadata[T] = Metadata.from_bytes(contents_of(path))
        except (RepositoryError, OSError) as error:
            message = f"{path}: cannot be read as signed metadata; make a repository with `kiosk repo init`, or bring back a copy"
            raise PublishingError(message) from error
        if not isinstance(found.signed, kind):
            message = f"{path}: holds {found.signed.type} metadata; bring back a copy of the repository"
            raise PublishingError(message)
        if lacking := _lacking(found.signed):
            message = f"{path}: names the key {min(lacking)[:SHOWN]} and does not hold it; bring back a copy of the repository"
            raise PublishingError(message)
        return found

    def root(self) -> Metadata[Root]:
        """The newest root."""
        numbers = (path.name.removesuffix(".root.json") for path in self.folder.glob("*.root.json"))
        versions = [int(number) for number in numbers if re.fullmatch(r"[0-9]{1,9}", number)]
        return self._read(f"{max(versions, default=1)}.root.json", Root)

    def timestamp(self) -> Metadata[Timestamp]:
        """What says which snapshot is in force."""
        return self._read("timestamp.json", Timestamp)

    def snapshot(self) -> Metadata[Snapshot]:
        """What says which version of all others is in force."""
        return self._read(f"{self.timestamp().signed.snapshot_meta.version}.snapshot.json", Snapshot)

    def targets(self, role: str = "targets") -> Metadata[Targets]:
        """What a role vouches for: the publishers' own, or a group's."""
        meta = self.snapshot().signed.meta.get(f"{role}.json")
        if meta is None:
            message = f"there is no group {role!r}; make it with `kiosk repo delegate`"
            raise PublishingError(message)
        return self._read(f"{meta.version}.{role}.json", Targets)

    def groups(self) -> list[str]:
        """Names of the delegated roles."""
        delegations = self.targets().signed.delegations
        return list(delegations.roles or {}) if delegations else []

    def role(self, name: str) -> SigningRole:
        """Keys, holders and threshold of a role.

        Raises:
            PublishingError: there is none of that name.
        """
        role = root_role(name, self.root().signed) if name in ROLES else group_role(name, self.targets().signed)
        if role is None:
            known = ", ".join((*ROLES, *self.groups()))
            message = f"there is no role {name!r}; the roles are {known}, and a group's: make it with `kiosk repo delegate`"
            raise PublishingError(message)
        return role

    def keep(self, name: str, metadata: Metadata[T]) -> None:
        """Write a document as it is signed."""
        put(self.folder / name, as_bytes(metadata))

    def write(self, name: str, metadata: Metadata[T], signers: Iterable[Signer]) -> None:
        """Sign a document and write it."""
        metadata.signatures.clear()
        for signer in signers:
            metadata.sign(signer, append=True)
        self.keep(name, metadata)

    def commit(self, changed: dict[str, Metadata[Targets]], keyring: Keyring, now: datetime) -> None:
        """Put changed targets in force: theirs, then snapshot, and timestamp last of all.

        Args:
            changed: by role.
            keyring: the keys at hand.
            now: the time of the change.

        Raises:
            KeysError: there are too few keys of a role.
            PublishingError: it cannot be written.
        """
        signers = {name: keyring.enough(self.role(name)) for name in (*changed, *_OF_SERVER)}
        _refuse_expired(self.root().signed, now)
        for name, targets in changed.items():
            renew(targets.signed, "targets", now)
            self.write(f"{targets.signed.version}.{name}.json", targets, signers[name])
        self._announce(changed, signers, now)

    def commit_signed(
        self, changed: dict[str, Metadata[Targets]], keyring: Keyring, now: datetime, coming: Metadata[Root] | None = None
    ) -> None:
        """Put in force what people have signed before, with the keys of snapshot and timestamp alone.

        Args:
            changed: by role.
            keyring: the keys at hand.
            now: the time of the change.
            coming: a root that people have signed too: it is written last, and snapshot and timestamp are signed by its keys and
                by those of the present one that are at hand, so that kiosks take them by either.

        Raises:
            KeysError: one of the two is not at hand.
            PublishingError: it cannot be written.
        """
        root = self.root().signed
        if coming is None:
            _refuse_expired(root, now)
        signers = {name: _both(name, root, coming.signed if coming else root, keyring) for name in _OF_SERVER}
        for name, targets in changed.items():
            self.keep(f"{targets.signed.version}.{name}.json", targets)
        self._announce(changed, signers, now)
        if coming is not None:
            self.keep(f"{coming.signed.version}.root.json", coming)

    def _announce(self, changed: Mapping[str, Metadata[Targets]], signers: Mapping[str, list[Signer]], now: datetime) -> None:
        snapshot, timestamp = self.snapshot(), self.timestamp()
        snapshot.signed.meta |= {f"{name}.json": MetaFile(targets.signed.version) for name, targets in changed.items()}
        renew(snapshot.signed, "snapshot", now)
        self.write(f"{snapshot.signed.version}.snapshot.json", snapshot, signers["snapshot"])
        timestamp.signed.snapshot_meta = MetaFile(snapshot.signed.version)
        renew(timestamp.signed, "timestamp", now)
        self.write("timestamp.json", timestamp, signers["timestamp"])

    def renew_timestamp(self, keyring: Keyring, now: datetime) -> None:
        """Say anew that what is in force still is: for a task of every day, with the timestamp's key alone."""
        timestamp = self.timestamp()
        _refuse_expired(self.root().signed, now)
        renew(timestamp.signed, "timestamp", now)
        self.write("timestamp.json", timestamp, keyring.enough(self.role("timestamp")))

    def begin(self, root: Metadata[Root], keyring: Keyring, now: datetime) -> None:
        """Write the first version of everything; empty targets."""
        root.signed.expires = now + LIFETIMES["root"]
        self.write("1.root.json", root, keyring.enough(root_role("root", root.signed)))
        parts: dict[str, Metadata[Targets] | Metadata[Snapshot] | Metadata[Timestamp]] = {
            "1.targets.json": Metadata(Targets(expires=now + LIFETIMES["targets"])),
            "1.snapshot.json": Metadata(Snapshot(expires=now + LIFETIMES["snapshot"])),
            "timestamp.json": Metadata(Timestamp(expires=now + LIFETIMES["timestamp"])),
        }
        for name, metadata in parts.items():
            role = metadata.signed.type
            self.write(name, cast("Metadata[Targets]", metadata), keyring.enough(root_role(role, root.signed)))


def _both(name: str, present: Root, coming: Root, keyring: Keyring) -> list[Signer]:
    """Enough keys of a coming root, and what there is of the present one's."""
    signers = (*keyring.enough(root_role(name, coming)), *keyring.signers(name, present.roles[name].keyids))
    return list({signer.public_key.keyid: signer for signer in signers}.values())


def renew(signed: Signed, role: str, now: datetime) -> None:
    """Give a document its next version and a whole term."""
    signed.version += 1
    signed.expires = now + LIFETIMES[role]


def _refuse_expired(root: Root, now: datetime) -> None:
    if root.is_expired(now):
        message = f"the root expired on {root.expires:%Y-%m-%d}; renew it with `kiosk repo rotate-key REPO root`"
        raise PublishingError(message)
