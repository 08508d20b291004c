"""All that decides which mode a kiosk shows: its settings, the content's timetable, and what staff chose."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from kiosk.content.store import ContentStore
from kiosk.domain.clock_trust import elapsed
from kiosk.domain.content_mode import ContentMode, ModeService
from kiosk.domain.mode_resolver import ModeRules, Override, known_rules, resolve
from kiosk.errors import ModeError

_DAY = timedelta(days=1)
UNTIL = ("next", "day", "stay")
"""What an end of an override may be called, besides a time of day."""


def default_mode(modes: Mapping[str, ContentMode], wanted: str) -> str:
    """The kiosk's own mode, else the first that serves visitors.

    Raises:
        ModeError: no mode serves visitors.
    """
    if wanted in modes:
        return wanted
    for name, mode in modes.items():
        if mode.service is ModeService.OPEN:
            return name
    message = "the content has no mode that serves visitors; write one in the folder modes of its sources"
    raise ModeError(message)


def rules_of(
    store: ContentStore, modes: Mapping[str, ContentMode], kiosk: str, wanted: str, chosen: tuple[Override | None, Override | None]
) -> ModeRules:
    """The rules of one kiosk, without those for modes that do not exist."""
    weekly, dated = store.schedule(kiosk)
    return known_rules(ModeRules(default_mode(modes, wanted), weekly, dated, *chosen), frozenset(modes))


def checked_mode(modes: Mapping[str, ContentMode], name: str) -> ContentMode:
    """The mode of a name.

    Raises:
        ModeError: there is none.
    """
    if name not in modes:
        message = f"there is no mode {name!r}; choose one of {', '.join(modes)}"
        raise ModeError(message)
    return modes[name]


def end_of(until: str, now: datetime, rules: ModeRules) -> datetime | None:
    """When an override ends.

    Args:
        until: "next" change of the timetable, end of the "day", "stay", or a time of day such as "14:30".
        now: the moment, with the exhibition's time zone.
        rules: of the kiosk; what is chosen now does not count.

    Raises:
        ModeError: it is none of these.
    """
    if until == "stay":
        return None
    midnight = datetime.combine(now.date() + _DAY, datetime.min.time(), tzinfo=now.tzinfo)
    if until == "day":
        return midnight
    if until == "next":
        change = resolve(now, ModeRules(rules.default, rules.weekly, rules.dated)).change
        return change.at if change else midnight
    try:
        moment = datetime.combine(now.date(), datetime.strptime(until, "%H:%M").time(), tzinfo=now.tzinfo)  # noqa: DTZ007 - a time of day
    except ValueError as error:
        message = f"{until!r} is no end of a mode; write one of {', '.join(UNTIL)}, or a time such as 14:30"
        raise ModeError(message) from error
    return moment if elapsed(now, moment) > timedelta() else moment + _DAY
