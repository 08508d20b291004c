"""Moments as they are typed."""

from datetime import datetime
from zoneinfo import ZoneInfo

import click

YEARS = range(2000, 2200)
"""What clocks of kiosks and rules of timetables can be about."""


def moment_of(text: str, zone: ZoneInfo, option: str) -> datetime:
    """A moment at the exhibition; one without a time zone is in the exhibition's own.

    Raises:
        click.BadParameter: it is none.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        message = f"{text!r}: write a moment such as 2026-11-24T14:30"
        raise click.BadParameter(message, param_hint=option) from error
    if moment.year not in YEARS:
        message = f"{text!r}: write a year from {YEARS.start} to {YEARS.stop - 1}"
        raise click.BadParameter(message, param_hint=option)
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)
