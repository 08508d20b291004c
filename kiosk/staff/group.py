"""What staff choose for all kiosks of their group, as one sealed datagram; and how a kiosk tells that it has followed.

The key is made from the fleet's key for the group's name (`kiosk.staff.rescue.derived`). A datagram is taken once: its number is
greater than any that kiosk has sent, and its moment is close.
"""

import hmac
import json
from dataclasses import astuple, dataclass
from datetime import datetime, timedelta

from kiosk.errors import StaffError

MARK = b"JG1"
"""Begins a datagram: ours, first form."""
LONGEST = 1200
"""Bytes that every network carries whole."""
CLOSE = timedelta(minutes=10)
"""How far the clocks of two kiosks may be apart."""
_DIGEST = 32


@dataclass(frozen=True, slots=True)
class GroupOrder:
    """A mode for all kiosks of a group, or the timetable again."""

    group: str
    kiosk: str
    """Where it was chosen."""
    number: int
    """Greater than that of any order of this kiosk before."""
    at: str
    """ISO 8601 with the offset, as that kiosk's clock stands."""
    mode: str
    """Empty: back to the timetable."""
    until: str
    """ISO 8601; empty: until somebody chooses again."""
    by: str
    role: str


@dataclass(frozen=True, slots=True)
class GroupAnswer:
    """A kiosk has followed an order."""

    group: str
    kiosk: str
    """Who followed."""
    of: str
    """Whose order."""
    number: int


def sealed(message: GroupOrder | GroupAnswer, key: str) -> bytes:
    """A message as a datagram, sealed with the group's key in hexadecimal.

    Raises:
        StaffError: it is longer than a datagram may be.
    """
    body = json.dumps(astuple(message), ensure_ascii=False, separators=(",", ":")).encode()
    datagram = MARK + hmac.digest(bytes.fromhex(key), body, "sha256") + body
    if len(datagram) > LONGEST:
        message_text = f"{len(datagram)} bytes do not fit a datagram; shorten the names of the kiosk and of the person"
        raise StaffError(message_text)
    return datagram


def opened(datagram: bytes, key: str, group: str) -> GroupOrder | GroupAnswer:
    """The message of a datagram of our group.

    Raises:
        StaffError: it is none, or its seal is not the group's.
    """
    seal, body = datagram[len(MARK) : len(MARK) + _DIGEST], datagram[len(MARK) + _DIGEST :]
    if not datagram.startswith(MARK) or not hmac.compare_digest(seal, hmac.digest(bytes.fromhex(key), body, "sha256")):
        message = "a datagram is not sealed by our group"
        raise StaffError(message)
    fields = json.loads(body)
    found = GroupAnswer(*fields) if len(fields) == len(GroupAnswer.__slots__) else GroupOrder(*fields)
    if found.group != group:
        message = f"a datagram is for the group {found.group!r}"
        raise StaffError(message)
    return found


def is_new(order: GroupOrder, last_number: int, now: datetime) -> bool:
    """Whether an order is to be followed: not seen before, and given just now."""
    return order.number > last_number and abs(datetime.fromisoformat(order.at) - now) <= CLOSE


def next_number(last: int, now: datetime) -> int:
    """A number greater than the last one, and than any that a kiosk gave whose memory was lost: it follows the clock."""
    return max(last + 1, int(now.timestamp() * 1000))
