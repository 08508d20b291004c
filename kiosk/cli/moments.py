"""Moments as they are typed."""

from datetime import datetime
from zoneinfo import ZoneInfo

import click


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
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)
