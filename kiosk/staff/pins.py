"""PINs are kept as argon2id hashes; checking one takes a tenth of a second and 64 MiB, on purpose."""

import base64
import hmac
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from argon2 import PasswordHasher

MEMORY_KIB = 65_536
ROLL_MEMORY_KIB, ROLL_TIME = 131_072, 4
"""What a hash of the fleet's roll costs: four times one of a kiosk's own, for it lies on every disk."""
SALT_BYTES = 16


class Hasher(Protocol):
    """What turns a PIN into something that may be kept."""

    def hash(self, pin: str) -> str:
        """The hash of a PIN."""

    def matches(self, pin: str, pin_hash: str) -> bool:
        """Whether a PIN has the hash."""

    def first_match(self, pin: str, pin_hashes: Iterable[str]) -> str:
        """The first of some hashes that a PIN has; empty for none."""


class Argon2Hasher:
    """argon2id (RFC 9106)."""

    @cached_property
    def _hasher(self) -> "PasswordHasher":
        from argon2 import PasswordHasher  # loaded by the first PIN

        return PasswordHasher(time_cost=2, memory_cost=MEMORY_KIB, parallelism=1)

    def hash(self, pin: str) -> str:
        """A salted hash, with its parameters."""
        return self._hasher.hash(pin)

    def matches(self, pin: str, pin_hash: str) -> bool:
        """Whether it is the PIN; a hash that is none matches nothing."""
        from argon2.exceptions import InvalidHashError, VerificationError

        try:
            return self._hasher.verify(pin_hash, pin)
        except (VerificationError, InvalidHashError):
            return False

    def first_match(self, pin: str, pin_hashes: Iterable[str]) -> str:
        """The first hash that the PIN has; hashes of one salt and cost, as those of the fleet's roll, are made only once."""
        made: dict[str, str] = {}
        for pin_hash in pin_hashes:
            form, _, _ = pin_hash.rpartition("$")
            if form not in made:
                made[form] = _with_form(pin, pin_hash)
            if made[form] and hmac.compare_digest(made[form].encode(), pin_hash.encode()):
                return pin_hash
        return ""


def roll_hash(pin: str, salt: bytes) -> str:
    """The hash of a PIN for the fleet's roll: all PINs of a roll have one salt, so that a try costs as much as one of them.

    Args:
        pin: the PIN.
        salt: of the roll, `SALT_BYTES` long.
    """
    from argon2.low_level import Type, hash_secret

    return hash_secret(pin.encode(), salt, ROLL_TIME, ROLL_MEMORY_KIB, 1, 32, Type.ID).decode("ascii")


def _with_form(pin: str, pin_hash: str) -> str:
    """The hash of a PIN with the salt and cost of another hash; empty where that is none."""
    from argon2 import extract_parameters
    from argon2.exceptions import HashingError, InvalidHashError
    from argon2.low_level import hash_secret

    try:
        cost = extract_parameters(pin_hash)
        salt = pin_hash.split("$")[-2]
        raw = base64.b64decode(salt + "=" * (-len(salt) % 4), validate=True)
        return hash_secret(
            pin.encode(), raw, cost.time_cost, cost.memory_cost, cost.parallelism, cost.hash_len, cost.type, cost.version
        ).decode("ascii")
    except (InvalidHashError, HashingError, ValueError):
        return ""
