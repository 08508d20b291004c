"""The visitor session: what the kiosk is doing, apart from what it shows. Times are seconds on a clock that never goes back."""

from enum import StrEnum
from typing import NamedTuple


class SessionState(StrEnum):
    """States of the kiosk towards visitors."""

    ATTRACT = "attract"
    ACTIVE = "active"
    PROMPT = "prompt"


class InactivityTimes(NamedTuple):
    """When a visitor is taken to have gone (WCAG 2.2.1: warn, give at least 20 s, extend by one simple action)."""

    until_prompt: float = 90.0
    """Seconds without a touch before the prompt."""
    prompt: float = 30.0
    """Seconds the prompt counts down."""


class VisitorSession(NamedTuple):
    """One visitor's time at the kiosk, from the first touch to the reset."""

    state: SessionState
    last_sign: float
    """When the visitor last gave a sign of being there."""


def started(now: float) -> VisitorSession:
    """A visitor has come."""
    return VisitorSession(SessionState.ACTIVE, now)


def ended(now: float) -> VisitorSession:
    """Nobody is there."""
    return VisitorSession(SessionState.ATTRACT, now)


def touched(session: VisitorSession, now: float) -> VisitorSession:
    """A sign of the visitor: a running session goes on; the attract state waits for a language to be chosen."""
    if session.state is SessionState.ATTRACT:
        return session._replace(last_sign=now)
    return started(now)


def ticked(session: VisitorSession, now: float, times: InactivityTimes) -> VisitorSession:
    """The session as time alone changes it."""
    if session.state is SessionState.ATTRACT:
        return session
    idle = now - session.last_sign
    if idle >= times.until_prompt + times.prompt:
        return ended(now)
    if idle >= times.until_prompt:
        return session._replace(state=SessionState.PROMPT)
    return session._replace(state=SessionState.ACTIVE)


def seconds_left(session: VisitorSession, now: float, times: InactivityTimes) -> int:
    """Whole seconds the prompt still shows, rounded up; 0 outside the prompt."""
    if session.state is not SessionState.PROMPT:
        return 0
    left = times.until_prompt + times.prompt - (now - session.last_sign)
    return max(0, -int(-left // 1))
