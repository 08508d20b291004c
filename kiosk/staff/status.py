"""How a kiosk is, as a signed line that fits a code: collected by telephone or camera, without a network.

The key that signs is made from the fleet's key for the kiosk's name (`kiosk.staff.rescue.derived`), so that who holds the fleet's
key can check every kiosk's line, and a stolen kiosk can sign for itself alone.
"""

import base64
import json
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING

from kiosk.errors import StaffError
from kiosk.program import RUNNING
from kiosk.staff.rescue import derived

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

STATUS_PREFIX = "J3"
"""Begins the line: ours, third form."""


@dataclass(frozen=True, slots=True)
class Status:
    """One kiosk at one moment."""

    kiosk: str
    time: str
    """ISO 8601 with the offset, as the kiosk's clock stands."""
    mode: str
    why: str
    content_version: str
    clock: str
    """Why the clock is not believed; empty when it is."""
    failures: int
    """Wrong PINs since the last right one."""
    free_megabytes: int
    called: str = ""
    """When a visitor asked for an officer, as `time`; empty where none has, or an officer came."""
    release: int = 0
    """The number of the release that is shown; 0 for what the kiosk came with."""
    sha256: str = ""
    """The beginning of its database's hash."""
    software: str = RUNNING.said()
    """The program: version, number of its release, beginning of its hash (`Program.said`)."""
    roll: int = 0
    """The number of the fleet's roll that is in force; 0 where none has come."""
    roll_sha256: str = ""
    """The beginning of its hash."""


def signed(status: Status, seed: str) -> str:
    """A status as a line for a code.

    Args:
        status: the status.
        seed: the kiosk's own key for this, in hexadecimal.
    """
    body = json.dumps(astuple(status), ensure_ascii=False, separators=(",", ":"))
    signature = _private_key(seed).sign(body.encode())
    return f"{STATUS_PREFIX}{base64.urlsafe_b64encode(signature).decode().rstrip('=')}{body}"


def _private_key(seed: str) -> "Ed25519PrivateKey":
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # not before the first picture

    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(seed))


_SIGNATURE = 86
"""Letters of a signature."""


def verified(line: str, fleet_key: bytes) -> Status:
    """The status of a line that its kiosk has signed.

    Raises:
        StaffError: it is no status of ours, or not signed by the kiosk it names.
    """
    from cryptography.exceptions import InvalidSignature

    signature, body = line[len(STATUS_PREFIX) : len(STATUS_PREFIX) + _SIGNATURE], line[len(STATUS_PREFIX) + _SIGNATURE :]
    try:
        status = _status(body) if line.startswith(STATUS_PREFIX) else None
        if status is not None:
            key = _private_key(derived(fleet_key, "status", status.kiosk))
            key.public_key().verify(base64.urlsafe_b64decode(f"{signature}=="), body.encode())
            return status
    except (ValueError, TypeError, OverflowError, RecursionError, InvalidSignature) as error:
        message = f"a code is not signed by the kiosk it names ({type(error).__name__}); read it again, or give that kiosk its keys"
        raise StaffError(message) from error
    message = "a code is no status of a kiosk; point the camera at the staff's status page"
    raise StaffError(message)


def _status(body: str) -> Status:
    kiosk, time, mode, why, version, clock, failures, free, called, release, sha256, software, roll, roll_sha256 = json.loads(body)
    first = (str(kiosk), str(time), str(mode), str(why), str(version), str(clock), int(failures), int(free), str(called))
    return Status(*first, int(release), str(sha256), str(software), int(roll), str(roll_sha256))
