"""People of the staff: what each role may do, which PINs are good, how long a lock lasts, and the gesture that opens the gate."""

from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

PIN_LENGTH = 6
ROLL_PIN_LENGTH = 8
"""Figures of a PIN whose hash lies on every kiosk's disk."""
FREE_TRIES = 3
_LOCKS = (30.0, 300.0, 3600.0)
"""Seconds after the third wrong PIN, the fourth, and each that follows."""
PACE = 30.0
"""Seconds between two tries to evacuate, or to answer the admin's challenge: these two are never shut for longer."""
TAPS = 4
"""Fast taps before the one that is held."""
FAST = 0.7
"""Seconds between the beginnings of two taps, at most."""
HOLD = 1.0
"""Seconds the last tap is held."""


class Role(StrEnum):
    """What a person is trusted with, the least first."""

    GUIDE = "guide"
    LEAD = "lead"
    TECHNICIAN = "technician"


_LEADING = frozenset({Role.LEAD, Role.TECHNICIAN})


def may_end_emergency(role: Role) -> bool:
    """Anyone may declare an emergency; it ends by itself, or by one who leads."""
    return role in _LEADING


def may_go_back(role: Role) -> bool:
    """Whether the role may show content again that was shown before."""
    return role in _LEADING


def may_restart(role: Role) -> bool:
    """Whether the role may begin the app anew."""
    return role in _LEADING


class Person(NamedTuple):
    """One of the staff."""

    name: str
    role: Role
    pin_hash: str
    replaces: str = ""
    """The PIN of the fleet's roll, as its hash, in the place of which this one was chosen on the kiosk; empty for an own person."""


def pin_weakness(pin: str, least: int = PIN_LENGTH) -> str:
    """Why a PIN is not good, as the key of a word: too short, or one that everybody tries; empty for a good one."""
    if len(pin) < least or not pin.isdecimal():
        return "pin_short"
    steps = {int(b) - int(a) for a, b in pairwise(pin)}
    return "pin_plain" if len(steps) == 1 and steps <= {-1, 0, 1} else ""


def lock_seconds(failures: int) -> float:
    """How long the pad stays shut after so many wrong PINs in a row."""
    if failures < FREE_TRIES:
        return 0.0
    return _LOCKS[min(failures - FREE_TRIES, len(_LOCKS) - 1)]


class Taps(NamedTuple):
    """What has been seen of the gesture: fast taps in one corner, the last one held. Times are seconds that never go back."""

    corner: str = ""
    made: int = 0
    begun: float = 0.0
    down: bool = False


def pressed(taps: Taps, corner: str, now: float) -> Taps:
    """A finger came down; `corner` is empty outside the corners."""
    if not corner:
        return Taps()
    if corner == taps.corner and now - taps.begun <= FAST:
        return Taps(corner, taps.made + 1, now, down=True)
    return Taps(corner, 1, now, down=True)


def released(taps: Taps, now: float) -> Taps:
    """The finger went up: a tap that lasted too long is none."""
    return taps._replace(down=False) if now - taps.begun <= FAST else Taps()


def opens(taps: Taps, now: float) -> bool:
    """Whether the gesture is whole: enough taps, and the last one has been held."""
    return taps.down and taps.made > TAPS and now - taps.begun >= HOLD
