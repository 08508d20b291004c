"""Which content mode is in force, why, and what comes next: a pure function of the moment and the rules.

Emergency comes before what staff chose, that before dated rules, those before weekly rules, those before the kiosk's own mode.
Within a layer the window that began last wins; of those that began together the one that ends first; of those the first by name.
All moments are compared as instants: an hour that a clock change swallows is no time at all, one it repeats is twice as long.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import NamedTuple

HORIZON = timedelta(days=8)
"""How far ahead changes are looked for: a week, and the day that is half gone."""
_DAY = timedelta(days=1)


class Layer(StrEnum):
    """What put a mode in force, the strongest first."""

    EMERGENCY = "emergency"
    OVERRIDE = "override"
    DATED = "dated"
    WEEKLY = "weekly"
    DEFAULT = "default"


class WeeklyRule(NamedTuple):
    """A mode on some days of the week, in local time; an end that is not after the start is on the next day."""

    identifier: str
    mode: str
    weekdays: frozenset[int]
    """0 is Monday."""
    start: time
    end: time


class DatedRule(NamedTuple):
    """A mode on each day of a period, in local time; an end that is not after the start is on the next day."""

    identifier: str
    mode: str
    first: date
    last: date
    start: time
    end: time


Rule = WeeklyRule | DatedRule


class Override(NamedTuple):
    """A mode that somebody chose."""

    mode: str
    by: str
    since: datetime
    until: datetime | None
    """None: until somebody chooses again."""


class ModeRules(NamedTuple):
    """All that decides but the moment."""

    default: str
    weekly: tuple[WeeklyRule, ...] = ()
    dated: tuple[DatedRule, ...] = ()
    override: Override | None = None
    emergency: Override | None = None


class Window(NamedTuple):
    """A time for which a rule or a person wants a mode; instants in UTC."""

    layer: Layer
    mode: str
    start: datetime
    end: datetime | None
    reason: str
    """The rule's identifier, or who chose."""


class ModeChange(NamedTuple):
    """The next time another mode comes into force."""

    at: datetime
    mode: str


class Resolution(NamedTuple):
    """The mode in force; moments are in the time zone of the one asked about."""

    mode: str
    layer: Layer
    reason: str
    """Identifier of the rule, or who chose; empty for the kiosk's own mode."""
    since: datetime | None
    until: datetime | None
    """When what put it in force ends; None: never, or not within the horizon."""
    change: ModeChange | None


def resolve(now: datetime, rules: ModeRules) -> Resolution:
    """The mode in force at a moment.

    Args:
        now: the moment, with the exhibition's time zone.
        rules: what decides; modes that do not exist have been taken out by `known_rules`.
    """
    zone, moment = now.tzinfo, now.astimezone(UTC)
    windows = list(_windows(moment, zone, rules))
    window = _strongest(moment, windows)
    if window is None:
        return Resolution(rules.default, Layer.DEFAULT, "", None, None, _next_change(moment, zone, windows, rules.default))
    change = _next_change(moment, zone, windows, rules.default)
    until = window.end.astimezone(zone) if window.end else None
    return Resolution(window.mode, window.layer, window.reason, window.start.astimezone(zone), until, change)


def known_rules(rules: ModeRules, modes: frozenset[str]) -> ModeRules:
    """The rules without those for modes that do not exist; a default that does not exist stays."""

    def known(choice: Override | None) -> Override | None:
        return choice if choice and choice.mode in modes else None

    return ModeRules(
        rules.default,
        tuple(rule for rule in rules.weekly if rule.mode in modes),
        tuple(rule for rule in rules.dated if rule.mode in modes),
        known(rules.override),
        known(rules.emergency),
    )


def _windows(moment: datetime, zone: tzinfo | None, rules: ModeRules) -> Iterator[Window]:
    for layer, choice in ((Layer.EMERGENCY, rules.emergency), (Layer.OVERRIDE, rules.override)):
        if choice is not None:
            yield Window(layer, choice.mode, choice.since.astimezone(UTC), _in_utc(choice.until), choice.by)
    today = moment.astimezone(zone).date()
    days = [today + n * _DAY for n in range(-1, HORIZON.days + 1)]
    for dated in rules.dated:
        yield from _daily(Layer.DATED, dated, (day for day in days if dated.first <= day <= dated.last), zone)
    for weekly in rules.weekly:
        yield from _daily(Layer.WEEKLY, weekly, (day for day in days if day.weekday() in weekly.weekdays), zone)


def _in_utc(moment: datetime | None) -> datetime | None:
    return moment.astimezone(UTC) if moment else None


def _daily(layer: Layer, rule: Rule, days: Iterable[date], zone: tzinfo | None) -> Iterator[Window]:
    for day in days:
        last = day if rule.end > rule.start else day + _DAY
        start = datetime.combine(day, rule.start, tzinfo=zone).astimezone(UTC)
        end = datetime.combine(last, rule.end, tzinfo=zone).astimezone(UTC)
        yield Window(layer, rule.mode, start, end, rule.identifier)


def _strongest(moment: datetime, windows: list[Window]) -> Window | None:
    """The window in force; what a person chose is in force from the choice on, even where the clock was put back since."""
    chosen = {Layer.EMERGENCY, Layer.OVERRIDE}
    open_ones = [w for w in windows if (w.layer in chosen or w.start <= moment) and (w.end is None or moment < w.end)]
    order = list(Layer)
    return min(open_ones, key=lambda w: (order.index(w.layer), -w.start.timestamp(), _end_stamp(w), w.reason), default=None)


def _end_stamp(window: Window) -> float:
    return window.end.timestamp() if window.end else float("inf")


def _next_change(moment: datetime, zone: tzinfo | None, windows: list[Window], default: str) -> ModeChange | None:
    edges = {edge for w in windows for edge in (w.start, w.end) if edge is not None and moment < edge <= moment + HORIZON}
    current = _mode_at(moment, windows, default)
    for edge in sorted(edges):
        mode = _mode_at(edge, windows, default)
        if mode != current:
            return ModeChange(edge.astimezone(zone), mode)
    return None


def _mode_at(moment: datetime, windows: list[Window], default: str) -> str:
    window = _strongest(moment, windows)
    return window.mode if window else default
