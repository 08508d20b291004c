"""When to try again: less often the longer it fails, and never all kiosks at once."""

MAX_PAUSE_SECONDS = 6 * 3600.0
"""Seconds between two tries at most."""


def next_look(seconds: float, failures: int, luck: float) -> float:
    """Seconds until the next try.

    Args:
        seconds: between two tries while all goes well.
        failures: tries in a row that failed.
        luck: from 0 to 1, another for each kiosk and try; spreads a fleet by a fifth to either side.
    """
    return min(MAX_PAUSE_SECONDS, seconds * 2.0 ** min(failures, 16)) * (0.8 + 0.4 * luck)


def first_look(seconds: float, luck: float) -> float:
    """Seconds until the first try after a start: a pavilion's kiosks are switched on together."""
    return seconds * luck
