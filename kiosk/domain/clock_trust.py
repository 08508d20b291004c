"""Whether the kiosk's clock can be believed: a kiosk without network and with a flat battery wakes up in another year."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

JUMP = timedelta(minutes=10)
"""The most by which the time of day may leave the steady clock between two looks."""
SLACK = timedelta(minutes=5)
"""How much before the last time seen the clock may stand: a small correction, not a wrong clock."""


class ClockFault(StrEnum):
    """Why the clock is not believed; each value is the key of its word."""

    NONE = ""
    BEFORE_CONTENT = "clock_before_content"
    BEFORE_LAST = "clock_before_last"
    JUMPED = "clock_jumped"


@dataclass(frozen=True, slots=True)
class Look:
    """The clock as it was when last believed."""

    wall: datetime
    steady: float
    """Seconds on a clock that never jumps."""


def content_day(version: str) -> date:
    """The day on which a content database of that version was written."""
    return date(*(int(part) for part in version.split(".")[:3]))


def judge(wall: datetime, steady: float, written: date, last_seen: datetime | None, before: Look | None) -> ClockFault:
    """Whether to believe the clock.

    Args:
        wall: what it says, with a time zone.
        steady: seconds on a clock that never jumps.
        written: when the content was, as `content_day` has it.
        last_seen: the latest time the kiosk remembers from before it started; None: it never ran.
        before: the last look since it started; None: this is the first.
    """
    if wall.date() < written:
        return ClockFault.BEFORE_CONTENT
    if before is None:
        return ClockFault.BEFORE_LAST if last_seen is not None and wall < last_seen - SLACK else ClockFault.NONE
    passed = timedelta(seconds=steady - before.steady)
    return ClockFault.JUMPED if abs(wall - before.wall - passed) > JUMP else ClockFault.NONE
