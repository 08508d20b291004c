"""Which mode is in force: layers, windows over midnight, clock changes, and what the answer always holds to."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.mode_resolver import HORIZON, DatedRule, Layer, ModeRules, Override, WeeklyRule, known_rules, resolve

ZONE = ZoneInfo("Africa/Casablanca")
TUESDAY = date(2026, 11, 24)
EVERY_DAY = frozenset(range(7))
MODES = ("whole", "desk", "k9", "closed")


def at(hour: int, minute: int = 0, day: date = TUESDAY) -> datetime:
    return datetime.combine(day, time(hour, minute), tzinfo=ZONE)


def weekly(mode: str, start: str, end: str, days: frozenset[int] = EVERY_DAY, name: str = "") -> WeeklyRule:
    return WeeklyRule(name or mode, mode, days, time.fromisoformat(start), time.fromisoformat(end))


def dated(mode: str, start: str, end: str, first: date = TUESDAY, last: date = TUESDAY) -> DatedRule:
    return DatedRule(mode, mode, first, last, time.fromisoformat(start), time.fromisoformat(end))


def override(mode: str, until: datetime | None, since: datetime | None = None) -> Override:
    return Override(mode, "Amal", since or at(8), until)


def test_without_rules_the_kiosk_shows_its_own_mode_for_ever() -> None:
    answer = resolve(at(11), ModeRules("whole"))
    assert (answer.mode, answer.layer, answer.until, answer.change) == ("whole", Layer.DEFAULT, None, None)


def test_each_layer_comes_before_the_next() -> None:
    rules = ModeRules(
        "whole",
        (weekly("desk", "08:00", "18:00"),),
        (dated("k9", "08:00", "17:00"),),
        override("closed", at(16)),
        Override("emergency", "Amal", at(8), at(15)),
    )
    found = [(resolve(at(hour, 30), rules).mode, resolve(at(hour, 30), rules).layer.value) for hour in range(14, 19)]
    assert found == [
        ("emergency", "emergency"), ("closed", "override"), ("k9", "dated"), ("desk", "weekly"), ("whole", "default"),
    ]  # fmt: skip
    assert resolve(at(14, 30), rules).change.at == at(15)
    assert resolve(at(14, 30), rules).change.mode == "closed"


@pytest.mark.parametrize(("moment", "mode"), [(at(23), "closed"), (at(3, day=date(2026, 11, 25)), "closed"), (at(9), "whole")])
def test_a_night_begins_on_its_day_and_ends_on_the_next(moment: datetime, mode: str) -> None:
    rules = ModeRules("whole", (weekly("closed", "20:00", "08:00", frozenset({1})),))
    assert resolve(moment, rules).mode == mode
    assert resolve(at(3), rules).mode == "whole"  # Monday's night is not closed


def test_the_end_of_a_month_and_of_a_year_are_days_like_others() -> None:
    rules = ModeRules("whole", dated=(dated("closed", "22:00", "02:00", date(2026, 12, 31), date(2026, 12, 31)),))
    assert resolve(at(1, day=date(2027, 1, 1)), rules).mode == "closed"
    assert resolve(at(2, day=date(2027, 1, 1)), rules).mode == "whole"


@pytest.mark.parametrize(
    ("one", "other", "wins"),
    [
        (weekly("desk", "08:00", "18:00"), weekly("k9", "10:00", "18:00"), "k9"),  # began last
        (weekly("desk", "10:00", "18:00"), weekly("k9", "10:00", "12:00"), "k9"),  # ends first
        (weekly("desk", "10:00", "18:00", name="b"), weekly("k9", "10:00", "18:00", name="a"), "k9"),  # first by name
    ],
)
def test_ties_are_broken_by_the_written_rule(one: WeeklyRule, other: WeeklyRule, wins: str) -> None:
    for pair in ((one, other), (other, one)):
        assert resolve(at(11), ModeRules("whole", pair)).mode == wins


def test_an_override_in_the_past_is_none() -> None:
    assert resolve(at(11), ModeRules("whole", override=override("desk", at(10)))).mode == "whole"


def test_an_override_holds_although_the_clock_was_put_back() -> None:
    rules = ModeRules("whole", override=override("desk", at(12), since=at(11)))
    assert resolve(at(9), rules).mode == "desk"


def test_modes_that_do_not_exist_are_left_out() -> None:
    rules = ModeRules("whole", (weekly("gone", "00:00", "00:00"),), (dated("gone", "00:00", "00:00"),), override("gone", None))
    assert known_rules(rules, frozenset(MODES)) == ModeRules("whole")


def test_a_window_swallowed_by_the_clock_change_is_no_time_and_a_repeated_one_is_twice_as_long() -> None:
    """Morocco puts its clocks back for Ramadan (3:00 becomes 2:00) and on again after it (2:00 becomes 3:00)."""
    back, forward = date(2026, 2, 15), date(2026, 3, 22)
    rules = ModeRules("whole", (weekly("k9", "02:00", "03:00"),))
    assert _minutes_of("k9", back, rules) == 120
    assert _minutes_of("k9", forward, rules) == 0
    assert _minutes_of("k9", TUESDAY, rules) == 60


def _minutes_of(mode: str, day: date, rules: ModeRules) -> int:
    midnight = datetime.combine(day, time(), tzinfo=ZONE).astimezone(UTC)
    minutes = [(midnight + timedelta(minutes=n)).astimezone(ZONE) for n in range(24 * 60)]
    return sum(resolve(minute, rules).mode == mode for minute in minutes)


clocks = st.times().map(lambda t: t.replace(second=0, microsecond=0))
names = st.text("abc", min_size=1, max_size=3)
weeklies = st.builds(WeeklyRule, names, st.sampled_from(MODES), st.frozensets(st.integers(0, 6), min_size=1), clocks, clocks)
days = st.dates(date(2026, 1, 1), date(2027, 3, 1))
dateds = st.builds(
    lambda name, mode, first, length, start, end: DatedRule(name, mode, first, first + timedelta(length), start, end),
    names, st.sampled_from(MODES), days, st.integers(0, 40), clocks, clocks,
)  # fmt: skip
moments = st.datetimes(datetime(2026, 1, 2), datetime(2027, 2, 1), timezones=st.just(ZONE))
overrides = st.none() | st.builds(Override, st.sampled_from(MODES), names, moments, st.none() | moments)
anything = st.builds(
    ModeRules,
    st.just("whole"),
    st.lists(weeklies, max_size=4).map(tuple),
    st.lists(dateds, max_size=3).map(tuple),
    overrides,
    overrides,
)


@given(anything, moments)
def test_the_answer_is_the_same_until_the_change_it_names(rules: ModeRules, now: datetime) -> None:
    answer = resolve(now, rules)
    if answer.change is None:
        return
    assert now.astimezone(UTC) < answer.change.at.astimezone(UTC) <= now.astimezone(UTC) + HORIZON
    assert resolve(answer.change.at, rules).mode == answer.change.mode != answer.mode
    before = (answer.change.at.astimezone(UTC) - timedelta(seconds=1)).astimezone(ZONE)
    assert resolve(max(before, now, key=lambda m: m.timestamp()), rules).mode == answer.mode


@given(anything, moments)
def test_the_order_rules_are_written_in_does_not_matter(rules: ModeRules, now: datetime) -> None:
    turned = ModeRules(rules.default, rules.weekly[::-1], rules.dated[::-1], rules.override, rules.emergency)
    # two rules of one name and one window are the same rule to the kiosk
    if len({(r.identifier, r.start, r.end) for r in (*rules.weekly, *rules.dated)}) == len(rules.weekly) + len(rules.dated):
        assert resolve(now, turned) == resolve(now, rules)


@given(anything, moments)
def test_what_put_the_mode_in_force_is_in_force(rules: ModeRules, now: datetime) -> None:
    answer, moment = resolve(now, rules), now.timestamp()
    if answer.until is not None:
        assert moment < answer.until.timestamp()
    if answer.layer in {Layer.DATED, Layer.WEEKLY}:
        assert answer.since is not None and answer.since.timestamp() <= moment
        named = {rule.identifier: rule for rule in (*rules.weekly, *rules.dated) if rule.mode == answer.mode}
        assert answer.reason in named
