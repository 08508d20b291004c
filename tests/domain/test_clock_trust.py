"""Whether the kiosk's clock can be believed, beside all that is known of the time."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.clock_trust import ClockFault, Evidence, Look, elapsed, is_plausible, judge_clock

ZONE = ZoneInfo("Africa/Casablanca")
WRITTEN = date(2026, 11, 25)
LONG_AGO = date(2018, 1, 1)
NOW = datetime(2027, 5, 18, 11, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
INSTANTS = st.datetimes(datetime(2019, 1, 1), datetime(2030, 12, 31)).map(lambda moment: moment.replace(tzinfo=UTC))


@given(INSTANTS, st.timedeltas(timedelta(), timedelta(days=60)))
def test_a_clock_that_goes_right_is_believed_whatever_the_wall_clocks_of_morocco_do(start: datetime, passed: timedelta) -> None:
    before = Look(start.astimezone(ZONE), 100.0)
    wall = (start + passed).astimezone(ZONE)
    assert judge_clock(wall, 100.0 + passed.total_seconds(), Evidence(LONG_AGO), before) is ClockFault.NONE
    assert judge_clock(wall, 0.0, Evidence(LONG_AGO, start.astimezone(ZONE)), None) is ClockFault.NONE
    assert elapsed(before.wall, wall) == passed


@given(INSTANTS, st.timedeltas(timedelta(minutes=11), timedelta(days=9)), st.booleans())
def test_a_clock_that_leaps_is_not(start: datetime, leap: timedelta, back: bool) -> None:
    wall = (start - leap if back else start + leap).astimezone(ZONE)
    evidence = Evidence(LONG_AGO)
    assert judge_clock(wall, 100.0, evidence, Look(start.astimezone(ZONE), 100.0)) is ClockFault.JUMPED


@pytest.mark.parametrize(
    ("wall", "evidence", "before", "fault"),
    [
        (NOW, Evidence(WRITTEN), None, ClockFault.NONE),
        (datetime(2000, 1, 1, tzinfo=UTC), Evidence(WRITTEN), None, ClockFault.BEFORE_CONTENT),
        (datetime(2000, 1, 1, tzinfo=UTC), Evidence(WRITTEN, synchronised=True), None, ClockFault.NONE),
        (NOW, Evidence(date(2099, 1, 1)), None, ClockFault.BEFORE_CONTENT),
        (NOW, Evidence(date(2099, 1, 1), published=NOW - DAY, published_then=NOW - DAY), None, ClockFault.NONE),
        (NOW, Evidence(WRITTEN, NOW + HOUR), None, ClockFault.BEFORE_LAST),
        (NOW, Evidence(WRITTEN, NOW + timedelta(minutes=4)), None, ClockFault.NONE),
        (NOW, Evidence(WRITTEN, NOW + HOUR, synchronised=True), None, ClockFault.NONE),
        (NOW, Evidence(WRITTEN, datetime(2099, 1, 1, tzinfo=UTC)), None, ClockFault.NONE),
        (NOW, Evidence(WRITTEN, NOW + 90 * DAY, NOW - HOUR, NOW - DAY), None, ClockFault.NONE),
        (NOW, Evidence(WRITTEN, NOW + 90 * DAY, NOW - HOUR, None), None, ClockFault.NONE),
        (NOW, Evidence(WRITTEN, NOW + 90 * DAY, NOW - HOUR, NOW - HOUR), None, ClockFault.BEFORE_LAST),
        (NOW, Evidence(WRITTEN, NOW + 90 * DAY, NOW - 30 * DAY, NOW - 40 * DAY), None, ClockFault.BEFORE_LAST),
        (NOW, Evidence(WRITTEN, NOW + 90 * DAY, NOW + HOUR, NOW - DAY), None, ClockFault.BEFORE_LAST),
        (NOW, Evidence(WRITTEN), Look(NOW - HOUR, 0.0), ClockFault.JUMPED),
        (NOW, Evidence(WRITTEN, synchronised=True), Look(NOW - HOUR, 0.0), ClockFault.NONE),
        (NOW, Evidence(WRITTEN, NOW - HOUR, NOW - HOUR, NOW - DAY), Look(NOW - 2 * DAY, 0.0), ClockFault.NONE),
    ],
)
def test_what_speaks_for_and_against_a_clock(wall: datetime, evidence: Evidence, before: Look | None, fault: ClockFault) -> None:
    assert judge_clock(wall.astimezone(ZONE), 0.0, evidence, before) is fault


def test_a_time_seen_far_after_content_and_publication_is_not_held_against_the_clock() -> None:
    assert is_plausible(NOW, Evidence(WRITTEN))
    assert not is_plausible(NOW + 700 * DAY, Evidence(WRITTEN))
    assert is_plausible(NOW + 700 * DAY, Evidence(WRITTEN, published=NOW + 600 * DAY))
