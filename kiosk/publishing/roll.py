"""The fleet's roll among what is signed: the publishers vouch for it under one name, in the repository of the content.

No group can sign one: what a group signs stands below the group's own name. What is inside is sealed; here it is only carried.
"""

import hashlib
from datetime import datetime
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from tuf.api.metadata import TargetFile, Targets

from kiosk.domain.roll import SealedRoll
from kiosk.errors import VerificationError
from kiosk.publishing.keys import Keyring
from kiosk.publishing.manifest import LAST_NUMBER
from kiosk.publishing.metadata import put
from kiosk.publishing.repository import Repository, hashed
from kiosk.publishing.signatures import refuse_unsigned

ROLL = "roll.json"
"""The name it is signed under."""
LARGEST_ROLL = 5_000_000
"""Bytes; a roll of 5,000 people has 2 MB."""

Label = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
Base64 = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9+/]+={0,2}$")]


class RollDocument(BaseModel):
    """The signed document; read strictly, fields of newer programs are left unread."""

    model_config = ConfigDict(frozen=True, strict=True)

    number: Annotated[int, Field(ge=1, le=LAST_NUMBER)]
    published: AwareDatetime
    boxes: Annotated[dict[Label, Base64], Field(max_length=2000)]

    def as_bytes(self) -> bytes:
        """The document as it is signed."""
        return self.model_dump_json(indent=1).encode()


def read_roll(data: bytes) -> SealedRoll:
    """A roll from its document.

    Raises:
        VerificationError: it is none.
    """
    try:
        found = RollDocument.model_validate_json(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"][:2]) or "document"
        message = f"the fleet's roll is none of ours ({where}: {first['msg']}); publish it again"
        raise VerificationError(message) from error
    return SealedRoll(found.number, found.published, hashlib.sha256(data).hexdigest(), found.boxes)


def current_roll(repository: Repository) -> SealedRoll | None:
    """The roll a repository shows; None where none was published.

    Raises:
        PublishingError: it is not there as it was signed.
        VerificationError: it is none of ours.
    """
    target = repository.targets_of("").signed.targets.get(ROLL)
    if target is None:
        return None
    return repository.document(ROLL, target.hashes.get("sha256", ""), read_roll)


def next_roll(repository: Repository, now: datetime, boxes: dict[str, str]) -> RollDocument:
    """The roll that follows on the one a repository shows."""
    before = current_roll(repository)
    return RollDocument(number=before.number + 1 if before else 1, published=now, boxes=boxes)


def publish_roll(repository: Repository, keyring: Keyring, now: datetime, boxes: dict[str, str]) -> SealedRoll:
    """Sign a roll and put it in force, in the place of the one before.

    Args:
        repository: where it is published.
        keyring: enough of the publishers' keys, and the server's.
        now: the moment.
        boxes: the people, sealed.

    Raises:
        KeysError: there are too few keys.
        PublishingError: the repository cannot be read or written.
        VerificationError: the repository is not as it was signed.
    """
    refuse_unsigned(repository.metadata)
    targets, data = repository.targets_of(""), next_roll(repository, now, boxes).as_bytes()
    targets.signed.targets[ROLL] = TargetFile.from_data(ROLL, data, ["sha256"])
    put(repository.folder / "targets" / hashed(ROLL, hashlib.sha256(data).hexdigest()), data)
    repository.metadata.commit({Targets.type: targets}, keyring, now)
    return read_roll(data)
