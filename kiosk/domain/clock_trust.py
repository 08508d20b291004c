"""Whether the kiosk's clock can be believed: a kiosk without network and with a flat battery wakes up in another year.

Moments are compared as instants, never as the times on the wall of a zone: Morocco changes its clocks twice around Ramadan.
"""

from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

JUMP = timedelta(minutes=10)
"""The most by which the time of day may leave the steady clock between two looks."""
SLACK = timedelta(minutes=5)
"""How much before the last time seen the clock may stand: a small correction, not a wrong clock."""
PLAUSIBLE = timedelta(days=400)
"""How long after the content was written or published a time seen still counts: a clock that once stood in 2099 proves nothing."""
FRESH = timedelta(days=7)
"""How long a newly arrived publication speaks for a clock that stands shortly after it."""


class ClockFault(StrEnum):
    """Why the clock is not believed; each value is the key of its word."""

    NONE = ""
    BEFORE_CONTENT = "clock_before_content"
    BEFORE_LAST = "clock_before_last"
    JUMPED = "clock_jumped"


class ClockGround(StrEnum):
    """Why the clock is believed; each value is the key of its word."""

    SYNCHRONISED = "clock_synchronised"
    STAFF = "clock_set_by_staff"
    CONFIRMED = "clock_confirmed"
    PLAUSIBLE = "clock_plausible"


class Look(NamedTuple):
    """The clock as it was when last believed."""

    wall: datetime
    steady: float
    """Seconds on a clock that never jumps."""


class Evidence(NamedTuple):
    """What is known of the time beside the clock itself."""

    written: date
    """The day the content was written, as `content_day` has it."""
    last_seen: datetime | None = None
    """The latest time the kiosk remembers from before it started; None: it never ran."""
    published: datetime | None = None
    """The signed moment of the newest publication that was accepted; None: there was none."""
    published_then: datetime | None = None
    """The same, as it was when `last_seen` was remembered."""
    synchronised: bool = False
    """Whether the operating system says that a time server set the clock."""


def content_day(version: str) -> date:
    """The day on which a content database of that version was written.

    Raises:
        ValueError: it does not begin with a day.
    """
    try:
        year, month, day = (int(part) for part in version.split(".")[:3])
        return date(year, month, day)
    except (ValueError, OverflowError) as error:
        message = f"{version[:40]!r} is no version; write year.month.day, such as 2026.11.24"
        raise ValueError(message) from error


def elapsed(since: datetime, until: datetime) -> timedelta:
    """The time that passes between two moments, whatever the clocks on the wall were changed by in between."""
    return until.astimezone(UTC) - since.astimezone(UTC)


def judge_clock(wall: datetime, steady: float, evidence: Evidence, before: Look | None) -> ClockFault:
    """Whether to believe the clock.

    Args:
        wall: what it says, with a time zone.
        steady: seconds on a clock that never jumps.
        evidence: what else is known of the time.
        before: the last look since the kiosk started; None: this is the first.
    """
    if evidence.synchronised or is_newly_confirmed(wall, evidence):
        return ClockFault.NONE
    if wall.date() < _written(evidence):
        return ClockFault.BEFORE_CONTENT
    if before is None:
        seen = evidence.last_seen
        gone_back = seen is not None and is_plausible(seen, evidence) and elapsed(wall, seen) > SLACK
        return ClockFault.BEFORE_LAST if gone_back else ClockFault.NONE
    passed = timedelta(seconds=steady - before.steady)
    return ClockFault.JUMPED if abs(elapsed(before.wall, wall) - passed) > JUMP else ClockFault.NONE


def is_plausible(seen: datetime, evidence: Evidence) -> bool:
    """Whether a time is near enough to the content and its publication to be held against the clock later."""
    known = [datetime.combine(_written(evidence), datetime.min.time(), UTC)]
    known += [evidence.published] if evidence.published else []
    return elapsed(max(known), seen) <= PLAUSIBLE


def _written(evidence: Evidence) -> date:
    """The day the content was written; none is written after it was signed."""
    signed = evidence.published
    return min(evidence.written, signed.date()) if signed else evidence.written


def is_newly_confirmed(wall: datetime, evidence: Evidence) -> bool:
    """Whether a publication that came since the last time seen speaks for the clock."""
    then, now = evidence.published_then, evidence.published
    if now is None or evidence.last_seen is None or (then is not None and elapsed(then, now) <= timedelta()):
        return False
    return -SLACK <= elapsed(now, wall) <= FRESH
