"""A change of keys that waits for signatures, in the file that is carried from desk to desk."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from securesystemslib.signer import SSlibKey
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Key, Metadata

from kiosk.errors import PublishingError
from kiosk.publishing.key_changes import KeyChange, change_of, refuse_group, refuse_person
from kiosk.publishing.manifest import utc
from kiosk.publishing.metadata import PERSON, ROLES, as_bytes, holder
from kiosk.publishing.pending_file import FOR, LARGEST, new_pending_zip, pending_zip, refuse_other_times, rewritten, what_waits
from kiosk.publishing.repository import Repository

_CHANGE = "change"
_SIGNED = "signed/"


def leave(change: KeyChange, path: Path) -> None:
    """Write a change to be signed: what it is, and what is signed.

    Raises:
        PublishingError: it cannot be written.
    """
    said = {
        "role": change.role,
        "going": change.going,
        "person": holder(change.key),
        "public": change.key.keyval["public"],
        "made": utc(change.made),
    }
    with new_pending_zip(path) as archive:
        archive.writestr(FOR, json.dumps({"format": 1, _CHANGE: said}))
        for name, data in _parts(change):
            archive.writestr(name, data)


def keep(change: KeyChange, path: Path) -> None:
    """Write the signatures that came into its file.

    Raises:
        PublishingError: it cannot be written.
    """
    rewritten(path, dict(_parts(change)))


def is_key_change(path: Path) -> bool:
    """Whether a file holds a change of keys, and no publication.

    Raises:
        PublishingError: it holds nothing that waits.
    """
    return _CHANGE in what_waits(path)


def read_key_change(path: Path, repository: Repository, now: datetime) -> KeyChange:
    """A change of keys that waits, made again from the repository: nothing beside it can have been slipped in.

    Args:
        path: the file.
        repository: where it is to be in force, or a copy of it as it stands.
        now: the moment.

    Raises:
        PublishingError: it is none, was changed, is over, or does not follow on what the repository says.
    """
    said, signed = what_waits(path)[_CHANGE], dict[str, Metadata[Any]]()
    with pending_zip(path) as archive:
        role, going, person = str(said["role"]), str(said["going"]), str(said["person"])
        made = datetime.fromisoformat(said["made"])
        key = SSlibKey.from_crypto(Ed25519PublicKey.from_public_bytes(bytes.fromhex(said["public"])))
        key.unrecognized_fields[PERSON] = person
        refuse_other_times(path, made, now)
        for name in archive.namelist():
            if name.startswith(_SIGNED):
                signed[name.removeprefix(_SIGNED).removesuffix(".json")] = _read(path, archive.open(name).read(LARGEST))
    _refuse_stale(path, repository, role, going, key)
    change = change_of(repository, role, going, key, made)
    if {name: one.signed.to_dict() for name, one in signed.items()} != {
        name: one.signed.to_dict() for name, one in change.documents.items()
    }:
        message = f"{path}: something else was signed since, this copy is not the newest, or it was changed; prepare it anew"
        raise PublishingError(message)
    for name, document in change.documents.items():
        document.signatures.update(signed[name].signatures)
        valid = {keyid for need in change.needs if need.document == name for keyid in change.signed(need)}
        if set(document.signatures) != valid:
            message = f"{path}: a signature does not fit; it was changed after it was signed: prepare it anew"
            raise PublishingError(message)
    return change


def _refuse_stale(path: Path, repository: Repository, role: str, going: str, key: Key) -> None:
    metadata = repository.metadata
    if role in (*ROLES, *metadata.groups()) and key.keyid in metadata.role(role).people:
        message = f"{path}: is in force already: {holder(key)} has the new key of {role}; nothing is to be signed"
        raise PublishingError(message)
    refuse_person(repository, role, going, holder(key))
    if not going:
        refuse_group(repository, role)
    elif going not in metadata.role(role).people:
        message = f"{path}: the key that was to go is none of {role} any more; prepare it anew"
        raise PublishingError(message)


def _read(path: Path, data: bytes) -> Metadata[Any]:
    try:
        return Metadata.from_bytes(data)
    except RepositoryError as error:
        message = f"{path}: changed after it was prepared, or cut short ({error}); prepare it anew"
        raise PublishingError(message) from error


def _parts(change: KeyChange) -> Iterator[tuple[str, bytes]]:
    for name, document in change.documents.items():
        yield f"{_SIGNED}{name}.json", as_bytes(document)
