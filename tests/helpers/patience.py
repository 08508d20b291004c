"""How long tests wait for what must come: limits matter only where something has failed, so a busy machine gets more."""

import os

BUSIEST = 8.0


def factor() -> float:
    """How much longer than on a quiet machine things may take now: from 2 to 8."""
    return min(BUSIEST, max(2.0, 2 * os.getloadavg()[0] / (os.cpu_count() or 1)))


def patience(seconds: float) -> float:
    """A limit in seconds for what takes so long at most on a quiet machine."""
    return seconds * factor()


def patience_ms(milliseconds: float) -> int:
    """The same in milliseconds, as Qt counts."""
    return round(milliseconds * factor())
