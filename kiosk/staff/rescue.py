"""A forgotten PIN: eight figures read out over the telephone, eight figures given back. No network, no secret spoken.

The admin keeps one key for the fleet in a file of their own. A kiosk holds only what `derived` makes of it for that kiosk's name,
so that a stolen kiosk gives away nothing of the others.
"""

import hmac
import secrets
from pathlib import Path

from kiosk.disk.files import contents_of
from kiosk.errors import StaffError

FIGURES = 8
KEY_BYTES = 32


def new_challenge() -> str:
    """Figures nobody can foresee."""
    return f"{secrets.randbelow(10**FIGURES):0{FIGURES}}"


def answer(kiosk_key: str, challenge: str) -> str:
    """The figures that answer a challenge of the kiosk that holds the key."""
    digest = hmac.digest(bytes.fromhex(kiosk_key), challenge.encode(), "sha256")
    return f"{int.from_bytes(digest[:8]) % 10**FIGURES:0{FIGURES}}"


def is_answer(kiosk_key: str, challenge: str, given: str) -> bool:
    """Whether figures answer a challenge."""
    return bool(kiosk_key and challenge) and hmac.compare_digest(answer(kiosk_key, challenge).encode(), given.encode())


def derived(fleet_key: bytes, purpose: str, kiosk: str) -> str:
    """The key of one kiosk for one purpose, in hexadecimal."""
    return hmac.digest(fleet_key, f"jusur {purpose} {kiosk}".encode(), "sha256").hex()


def read_fleet_key(path: Path) -> bytes:
    """The key in an admin's file.

    Raises:
        StaffError: there is no such file, or it holds no key.
    """
    try:
        key = bytes.fromhex(contents_of(path).decode("ascii").strip())
    except (OSError, ValueError) as error:
        made = f"`kiosk staff init --key {path}` makes one"
        mend = made if isinstance(error, FileNotFoundError) else "take the file that `kiosk staff init` wrote"
        reason = error.strerror if isinstance(error, OSError) else "no figures of a key"
        message = f"{path}: holds no fleet key ({reason}); {mend}"
        raise StaffError(message) from error
    if len(key) != KEY_BYTES:
        message = f"{path}: a fleet key has {KEY_BYTES} bytes; take the file that `kiosk staff init` wrote"
        raise StaffError(message)
    return key


def make_fleet_key(path: Path) -> bytes:
    """A new key, in a file that nobody else may read.

    Raises:
        StaffError: the file cannot be written.
    """
    key = secrets.token_bytes(KEY_BYTES)
    try:
        path.touch(0o600, exist_ok=False)
        path.write_text(f"{key.hex()}\n", encoding="ascii")
    except OSError as error:
        message = f"{path}: cannot be written ({error.strerror}); name a file in a folder of your own"
        raise StaffError(message) from error
    return key
