"""The one file in which something waits for signatures, carried from desk to desk."""

import json
import shutil
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar
from zipfile import BadZipFile, ZipFile

from securesystemslib.signer import Signer
from tuf.api.metadata import Metadata, Targets

from kiosk.disk.files import replaced_atomically
from kiosk.errors import PublishingError
from kiosk.publishing.keys import Keyring, SigningRole
from kiosk.publishing.manifest import utc
from kiosk.publishing.metadata import as_bytes
from kiosk.publishing.repository import SLACK

TERM = timedelta(days=7)
"""How long people may take to sign."""
LARGEST = 5_000_000
"""Bytes of a signed document."""
FOR = "for.json"
"""The part that says what waits."""
_UNREADABLE = (OSError, BadZipFile, LookupError, TypeError, ValueError, RuntimeError, EOFError, RecursionError, zlib.error)


SIGNED = "signed.json"
"""The part that is the document to come, with the signatures it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """What waits, as it was found to be unchanged and still to come."""

    path: Path
    role: SigningRole
    targets: Metadata[Targets]
    signed: tuple[str, ...]
    """Identifiers of the keys that have signed."""

    @property
    def missing(self) -> int:
        """How many more people must sign."""
        return max(0, self.role.threshold - len(self.signed))

    @property
    def unsigned(self) -> list[str]:
        """Keys that have not signed."""
        return [keyid for keyid in self.role.keyids if keyid not in self.signed]


_P = TypeVar("_P", bound=Pending)


def sign_pending(pending: _P, keyring: Keyring) -> _P:
    """Add the signatures of those whose keys are at hand, in the file too.

    Raises:
        PublishingError: the file cannot be written.
    """
    signers = [signer for signer in keyring.one_of_each_hand(pending.role) if signer.public_key.keyid not in pending.signed]
    if not signers:
        return pending
    rewritten(pending.path, {SIGNED: signed_document(pending.targets, signers)})
    return replace(pending, signed=(*pending.signed, *(signer.public_key.keyid for signer in signers)))


def signed_document(targets: Metadata[Targets], signers: Iterable[Signer]) -> bytes:
    """A document with more signatures, as bytes."""
    for signer in signers:
        targets.sign(signer, append=True)
    return as_bytes(targets)


@contextmanager
def pending_zip(path: Path) -> Iterator[ZipFile]:
    """Read a file of what waits.

    Raises:
        PublishingError: it is none, or cannot be read.
    """
    try:
        _require_file(path)
        with ZipFile(path) as archive:
            yield archive
    except _UNREADABLE as error:
        mend = "make one with `kiosk repo publish --pending`, or `rotate-key --pending`"
        message = f"{path}: cannot be read as a pending publication ({error}); {mend}"
        raise PublishingError(message) from error


def _require_file(path: Path) -> None:
    """Look that it has an end.

    Raises:
        BadZipFile: it is a device, a pipe or a folder.
    """
    if path.exists() and not path.is_file():
        message = "no ordinary file"
        raise BadZipFile(message)


@contextmanager
def new_pending_zip(path: Path) -> Iterator[ZipFile]:
    """Write a file of what waits, whole or not at all.

    Raises:
        PublishingError: it cannot be written.
    """
    try:
        with replaced_atomically(path) as fresh, ZipFile(fresh, "w") as archive:
            yield archive
    except OSError as error:
        message = f"{path}: cannot be written ({error.strerror}); make room, or name a folder that is yours"
        raise PublishingError(message) from error


def rewritten(path: Path, parts: Mapping[str, bytes]) -> None:
    """Put other bytes in the place of some parts.

    Raises:
        PublishingError: it cannot be read or written.
    """
    with pending_zip(path) as old, new_pending_zip(path) as archive:
        for name in old.namelist():
            if name in parts:
                archive.writestr(name, parts[name])
            else:
                with old.open(name) as source, archive.open(name, "w") as copy:
                    shutil.copyfileobj(source, copy)


def what_waits(path: Path) -> dict[str, Any]:
    """What the file is for.

    Raises:
        PublishingError: it does not say.
    """
    with pending_zip(path) as archive:
        return dict(json.loads(archive.open(FOR).read(LARGEST)))


def refuse_other_times(path: Path, made: datetime, now: datetime) -> None:
    """Nothing is signed before it was prepared, nor after its term.

    Raises:
        PublishingError: it would be.
    """
    if not made - SLACK <= now <= made + TERM:
        message = f"{path}: was prepared on {utc(made)}, and can be signed for {TERM.days} days; prepare it anew"
        raise PublishingError(message)
