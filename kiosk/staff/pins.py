"""PINs are kept as argon2id hashes; checking one takes a tenth of a second and 64 MiB, on purpose."""

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from argon2 import PasswordHasher

MEMORY_KIB = 65_536


class Hasher(Protocol):
    """What turns a PIN into something that may be kept."""

    def hash(self, pin: str) -> str:
        """The hash of a PIN."""

    def matches(self, pin: str, pin_hash: str) -> bool:
        """Whether a PIN has the hash."""


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
