"""What staff choose for all kiosks of their group, as one sealed datagram; and how a kiosk tells that it has followed.

The key is made from the fleet's key for the group's name (`kiosk.staff.rescue.derived`). A datagram is taken once: its number is
greater than any that kiosk has sent, and its moment is close.
"""

import hmac
import json
from dataclasses import astuple, dataclass, fields
from datetime import datetime, timedelta

from kiosk.domain.clock_trust import elapsed
from kiosk.errors import StaffError

DATAGRAM_PREFIX = b"JG1"
"""Begins a datagram: ours, first form."""
MAX_DATAGRAM_BYTES = 1200
"""Bytes that every network carries whole."""
CLOSE = timedelta(minutes=10)
"""How far the clocks of two kiosks may be apart."""
_DIGEST = 32
_SHORTEST_KEY = 32
"""Hexadecimal digits."""


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
        StaffError: there is no key, or it is longer than a datagram may be.
    """
    body = json.dumps(astuple(message), ensure_ascii=False, separators=(",", ":")).encode()
    datagram = DATAGRAM_PREFIX + _seal(body, key) + body
    if len(datagram) > MAX_DATAGRAM_BYTES:
        message_text = f"{len(datagram)} bytes do not fit a datagram; shorten the names of the kiosk and of the person"
        raise StaffError(message_text)
    return datagram


def open_datagram(datagram: bytes, key: str, group: str) -> GroupOrder | GroupAnswer:
    """The message of a datagram of our group.

    Raises:
        StaffError: there is no key, it is none, or its seal is not the group's.
    """
    seal, body = datagram[len(DATAGRAM_PREFIX) : len(DATAGRAM_PREFIX) + _DIGEST], datagram[len(DATAGRAM_PREFIX) + _DIGEST :]
    if not datagram.startswith(DATAGRAM_PREFIX) or not hmac.compare_digest(seal, _seal(body, key)):
        message = "a datagram is not sealed by our group"
        raise StaffError(message)
    found = _message(body)
    if found.group != group:
        message = f"a datagram is for the group {found.group!r}"
        raise StaffError(message)
    return found


def _seal(body: bytes, key: str) -> bytes:
    """Raises StaffError: an empty key seals nothing, for everybody has it."""
    if len(key) < _SHORTEST_KEY:
        message = "there is no key of the group; make one with `kiosk staff init`"
        raise StaffError(message)
    return hmac.digest(bytes.fromhex(key), body, "sha256")


def _message(body: bytes) -> GroupOrder | GroupAnswer:
    try:
        values = json.loads(body)
        kind = GroupAnswer if len(values) == len(GroupAnswer.__slots__) else GroupOrder
        forms = [field.type for field in fields(kind)]
        if [type(value) for value in values] == forms and _has_zones(found := kind(*values)):
            return found
    except (ValueError, TypeError, RecursionError):
        pass
    message = "a datagram of our group is not written as it should be"
    raise StaffError(message)


def _has_zones(message: GroupOrder | GroupAnswer) -> bool:
    """Whether the moments of an order are moments, with a time zone; raises ValueError for what is none."""
    if isinstance(message, GroupAnswer):
        return True
    return all(datetime.fromisoformat(moment).tzinfo is not None for moment in (message.at, message.until) if moment)


def is_new(order: GroupOrder, last_number: int, now: datetime) -> bool:
    """Whether an order is to be followed: not seen before, given just now, and numbered by a clock near ours."""
    highest = _milliseconds(now + CLOSE)
    return last_number < order.number <= highest and abs(elapsed(datetime.fromisoformat(order.at), now)) <= CLOSE


def next_number(last: int, now: datetime) -> int:
    """A number greater than the last one, and than any that a kiosk gave whose memory was lost: it follows the clock."""
    return max(last + 1, _milliseconds(now))


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
