"""What a kiosk writes back on a stick, signed by its own key: who it is, what it shows now, how it went."""

import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from kiosk.disk.files import contents_of, replaced_atomically, seal, sweep, unseal
from kiosk.errors import ConfigurationError, PublishingError, VerificationError
from kiosk.program import RUNNING
from kiosk.publishing.disk import own_disk
from kiosk.publishing.installation import Installation
from kiosk.publishing.keys import keep_key, load_private

LARGEST_RECEIPT = 20_000
KioskName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$")]
Hex = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{0,128}$")]
Short = Annotated[str, StringConstraints(max_length=600)]


class Receipt(BaseModel):
    """One look of a kiosk at a stick."""

    model_config = ConfigDict(frozen=True)

    kiosk: KioskName
    serial: Annotated[int, Field(ge=1)]
    """Grows with every receipt of the kiosk: an old one cannot be taken for news."""
    time: AwareDatetime
    """By the kiosk's clock, which may be wrong."""
    result: Short
    """`installed`, `current`, `refused`, or the error's words."""
    number: int
    """Of the release that is shown; 0 for what the kiosk came with."""
    sha256: Hex
    """Of the database that is shown."""
    software: Short = ""
    """The program: version, number of its release, beginning of its hash (`Program.said`)."""
    roll: int = 0
    """The number of the fleet's roll that is in force; 0 where none has come."""
    roll_sha256: Hex = ""
    """Of its signed document."""
    counters: Annotated[dict[Short, int], Field(max_length=50)]
    """Of the kiosk's releases."""
    figures: Annotated[dict[Short, int], Field(max_length=250)] = {}
    """Of visits, rounded down: see `kiosk.domain.counters.told_roughly`."""


class _SignedReceipt(BaseModel):
    receipt: str
    key: Hex
    signature: Hex


class Signature:
    """A kiosk's own key and how many receipts it has signed, in its state folder."""

    def __init__(self, state: Path) -> None:
        self._key, self._journal = state / "kiosk.pem", state / "journal"

    def next_serial(self) -> int:
        """A number no receipt of this kiosk has had.

        Raises:
            StorageError: it could not be kept.
        """
        serial = 1 + int(unseal(self._journal) or 0)
        with own_disk(self._journal):
            seal(self._journal, str(serial))
        return serial

    def sign(self, receipt: Receipt) -> bytes:
        """The document for the stick.

        Raises:
            KeysError: the key cannot be made or read.
        """
        if not self._key.exists():
            keep_key(Ed25519PrivateKey.generate(), self._key, None)
        private = load_private(self._key, None)
        text = receipt.model_dump_json()
        key = private.public_key().public_bytes_raw().hex()
        signed = _SignedReceipt(receipt=text, key=key, signature=private.sign(text.encode()).hex())
        return signed.model_dump_json(indent=1).encode()


def read_receipt(data: bytes) -> tuple[Receipt, str]:
    """A receipt and the key that signed it.

    Raises:
        VerificationError: it is none, or was changed.
    """
    try:
        signed = _SignedReceipt.model_validate_json(data)
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(signed.key)).verify(
            bytes.fromhex(signed.signature), signed.receipt.encode()
        )
        return Receipt.model_validate_json(signed.receipt), signed.key
    except (ValidationError, ValueError, InvalidSignature) as error:
        message = "not a receipt, or changed after it was signed; ask for the stick again"
        raise VerificationError(message) from error


class Ledger:
    """What the publisher knows of each kiosk: its key, and the newest receipt."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: dict[str, tuple[str, Receipt]] = {}
        try:
            for name, entry in json.loads(contents_of(path) if path.exists() else b"{}").items():
                self._known[name] = (entry["key"], Receipt.model_validate(entry["receipt"]))
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            message = f"{path}: not a ledger ({error}); bring back a copy, or name a new file"
            raise PublishingError(message) from error

    def record(self, receipt: Receipt, key: str) -> str:
        """Take a receipt in.

        Returns:
            `new`, or `known` for one that is not newer than what is known: a stick that comes again, or a replay.

        Raises:
            VerificationError: another key signed it than the kiosk's first.
        """
        known = self._known.get(receipt.kiosk)
        if known and known[0] != key:
            message = f"{receipt.kiosk}: signed by another key than before; if the kiosk was set up anew, remove it from the ledger"
            raise VerificationError(message)
        if known and receipt.serial <= known[1].serial:
            return "known"
        self._known[receipt.kiosk] = (key, receipt)
        return "new"

    def kiosks(self) -> list[Receipt]:
        """The newest receipt of each kiosk, by name."""
        return [self._known[name][1] for name in sorted(self._known)]

    def figures(self) -> dict[str, int]:
        """What the fleet has counted of visits, the largest first; a little more than this, as each kiosk rounds down."""
        totals: Counter[str] = Counter()
        for receipt in self.kiosks():
            totals.update(receipt.figures)
        return dict(totals.most_common())

    def save(self) -> None:
        """Keep it.

        Raises:
            PublishingError: it cannot be written.
        """
        entries = {name: {"key": key, "receipt": receipt.model_dump(mode="json")} for name, (key, receipt) in self._known.items()}
        try:
            with replaced_atomically(self._path) as fresh:
                fresh.write_text(json.dumps(entries, indent=1), encoding="utf-8")
        except OSError as error:
            message = f"{self._path}: cannot be written ({error.strerror}); name a file that is yours"
            raise PublishingError(message) from error


def receipt_of(
    state: Path,
    kiosk: str,
    result: str,
    shown: tuple[int, str],
    counters: dict[str, int],
    figures: dict[str, int] | None = None,
    roll: tuple[int, str] = (0, ""),
) -> bytes:
    """A kiosk's next receipt, signed.

    Args:
        state: the kiosk's state folder.
        kiosk: its name.
        result: what came of the look.
        shown: number of the release that is shown, and hash of its database.
        counters: numbers of its releases to take back.
        figures: numbers of its visits to take back.
        roll: number and hash of the fleet's roll that is in force.

    Raises:
        ConfigurationError: the name cannot stand on a receipt.
        StorageError: its number could not be kept.
        KeysError: the kiosk's key cannot be made or read.
    """
    signature = Signature(state)
    number, sha256 = shown
    with Installation(state).locked("receipt.lock"):
        for name in (".journal", ".kiosk.pem"):
            sweep(state, name)
        try:
            receipt = Receipt(
                kiosk=kiosk,
                serial=signature.next_serial(),
                time=datetime.now(UTC),
                result=result[:600],
                number=number,
                sha256=sha256,
                software=RUNNING.said(),
                roll=roll[0],
                roll_sha256=roll[1],
                counters=counters,
                figures=figures or {},
            )
        except ValidationError as error:
            message = f"name: {kiosk!r} cannot stand on a receipt; use letters, digits, dots, hyphens and underscores, at most 63"
            raise ConfigurationError(message) from error
        return signature.sign(receipt)
