"""A roll of people that waits for signatures, in the file that is carried from desk to desk."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, TargetFile, Targets

from kiosk.domain.roll import SealedRoll
from kiosk.errors import PublishingError, VerificationError
from kiosk.publishing.keys import Keyring
from kiosk.publishing.metadata import put, renew
from kiosk.publishing.pending_file import (
    FOR,
    LARGEST,
    SIGNED,
    TERM,
    Pending,
    new_pending_zip,
    pending_zip,
    refuse_other_times,
    signed_document,
    what_waits,
)
from kiosk.publishing.repository import Repository, hashed
from kiosk.publishing.roll import LARGEST_ROLL, ROLL, current_roll, next_roll, read_roll
from kiosk.publishing.signatures import refuse_unsigned

_ROLL, _DOCUMENT = "roll", "roll.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingRoll(Pending):
    """A roll that waits, as it was found to be unchanged and still to come."""

    roll: SealedRoll
    data: bytes
    """The document to be published."""

    @property
    def ends(self) -> datetime:
        """Until when it can be signed."""
        return self.roll.published + TERM


def leave_roll(path: Path, repository: Repository, keyring: Keyring, now: datetime, boxes: dict[str, str]) -> None:
    """Sign a roll by those who are here, and leave it for others to sign.

    Raises:
        KeysError: nobody is here who can sign.
        PublishingError: it cannot be written.
        VerificationError: the repository is not as it was signed.
    """
    refuse_unsigned(repository.metadata)
    role = repository.metadata.role(Targets.type)
    keyring.any_of(role)
    data = next_roll(repository, now, boxes).as_bytes()
    targets = _coming(repository, data, now)
    targets.signatures.clear()
    with new_pending_zip(path) as archive:
        archive.writestr(FOR, json.dumps({"format": 1, _ROLL: True}))
        archive.writestr(_DOCUMENT, data)
        archive.writestr(SIGNED, signed_document(targets, keyring.one_of_each_hand(role)))


def is_roll(path: Path) -> bool:
    """Whether a file holds a roll of people.

    Raises:
        PublishingError: it holds nothing that waits.
    """
    return _ROLL in what_waits(path)


def read_pending_roll(path: Path, repository: Repository, now: datetime) -> PendingRoll:
    """A roll that waits, with nothing beside it.

    Raises:
        PublishingError: it is none, was changed, is over, or does not follow on what the repository shows.
    """
    with pending_zip(path) as archive:
        data = archive.open(_DOCUMENT).read(LARGEST_ROLL)
        try:
            roll, targets = read_roll(data), Metadata[Targets].from_bytes(archive.open(SIGNED).read(LARGEST))
        except (VerificationError, RepositoryError) as error:
            message = f"{path}: changed after it was prepared, or cut short ({error}); prepare it anew"
            raise PublishingError(message) from error
    before = current_roll(repository)
    if before == roll:
        message = f"{path}: is in force already, as roll {roll.number}; nothing is to be signed"
        raise PublishingError(message)
    refuse_other_times(path, roll.published, now)
    expected = _coming(repository, data, roll.published)
    follows = roll.number == (before.number + 1 if before else 1)
    if targets.signed.to_dict() != expected.signed.to_dict() or not follows:
        message = f"{path}: something else was published since, this copy is not the newest, or it was changed; prepare it anew"
        raise PublishingError(message)
    role, root = repository.metadata.role(Targets.type), repository.metadata.root().signed
    valid = root.get_verification_result(Targets.type, targets.signed_bytes, targets.signatures).signed
    signed = tuple(keyid for keyid in role.keyids if keyid in valid)
    if set(targets.signatures) != set(signed) or not signed:
        message = f"{path}: a signature does not fit; it was changed after it was signed: prepare it anew"
        raise PublishingError(message)
    return PendingRoll(path=path, roll=roll, data=data, role=role, targets=targets, signed=signed)


def put_roll_in_force(pending: PendingRoll, repository: Repository, keyring: Keyring, now: datetime) -> None:
    """Publish what enough people have signed.

    Raises:
        KeysError: too few have signed, or the server's keys are not at hand.
        PublishingError: it cannot be written.
    """
    if pending.missing:
        keyring.enough(pending.role)
    put(repository.folder / "targets" / hashed(ROLL, hashlib.sha256(pending.data).hexdigest()), pending.data)
    repository.metadata.commit_signed({Targets.type: pending.targets}, keyring, now)


def _coming(repository: Repository, data: bytes, made: datetime) -> Metadata[Targets]:
    """The publishers' document as it will be, with the roll in it and nothing else changed."""
    targets = repository.targets_of("")
    renew(targets.signed, "targets", made)
    targets.signed.targets[ROLL] = TargetFile.from_data(ROLL, data, ["sha256"])
    return targets
