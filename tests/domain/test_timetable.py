"""Now and next, in the night too, when Morocco changes its clocks, and where staff changed a show."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.slot_change import SlotChange, SlotMark
from kiosk.domain.timetable import Showing, Today, next_showing, now_and_next, showings
from tests.helpers.things import demonstration, slot

ZONE = ZoneInfo("Africa/Casablanca")
DOGS = demonstration("k9_show", slot("a", "10:30", "11:00"), slot("b", "15:00", "15:30"))
HORSES = demonstration("mounted_show", slot("a", "11:00", "11:40"), slot("x", "11:00", "12:00", date(2026, 11, 25)))
BAND = demonstration("band", slot("a", "11:00", "11:20"))


def at(clock: str, day: int = 24) -> datetime:
    return datetime.fromisoformat(f"2026-11-{day}T{clock}").replace(tzinfo=ZONE)


def names(found: tuple[Showing, ...]) -> list[str]:
    return [s.demonstration.head.card.identifier.partition(":")[2] for s in found]


def test_a_show_is_on_from_its_start_until_just_before_its_end() -> None:
    found = showings((DOGS, HORSES, BAND), Today(at("10:30")))
    assert names(now_and_next(found, at("10:30"))[0]) == ["k9_show"]
    assert names(now_and_next(found, at("10:59"))[0]) == ["k9_show"]
    assert names(now_and_next(found, at("11:00"))[0]) == ["band", "mounted_show"]


def test_next_are_all_the_shows_of_the_next_start() -> None:
    found = showings((DOGS, HORSES, BAND), Today(at("10:45")))
    assert names(now_and_next(found, at("10:45"))[1]) == ["band", "mounted_show"]
    assert names(now_and_next(found, at("11:10"))[1]) == ["k9_show"]
    assert now_and_next(found, at("16:00")) == ((), ())


def test_a_slot_of_one_day_is_shown_on_that_day_only() -> None:
    assert len(showings((HORSES,), Today(at("09:00")))) == 1
    assert len(showings((HORSES,), Today(at("09:00", 25)))) == 2


def test_the_next_showing_may_be_the_one_that_is_on() -> None:
    showing = next_showing(DOGS, Today(at("10:40")))
    assert showing is not None and showing.slot.identifier == "a"
    assert next_showing(DOGS, Today(at("18:00"))) is None


# the night -----------------------------------------------------------------------------------------------------------

NIGHT = demonstration("night", slot("n", "23:30", "00:40"))
LATE = demonstration("late", slot("l", "00:50", "01:20"))
BAND_AT_NIGHT = (BAND, NIGHT, LATE)
DELAYED = {(date(2026, 11, 24), "n"): SlotChange(40)}


@pytest.mark.parametrize(
    ("moment", "on", "after"),
    [
        (at("11:10"), ["band"], ["night"]),
        (at("23:29"), [], ["night"]),
        (at("23:30"), ["night"], ["late"]),
        (at("23:59"), ["night"], ["late"]),
        (at("00:00", 25), ["night"], ["late"]),
        (at("00:39", 25), ["night"], ["late"]),
        (at("00:40", 25), [], ["late"]),
        (at("01:00", 25), ["late"], ["band"]),
        (at("01:20", 25), [], ["band"]),
    ],
)
def test_a_show_of_the_night_is_on_over_midnight_and_the_next_one_is_told_before(
    moment: datetime, on: list[str], after: list[str]
) -> None:
    current, upcoming = now_and_next(showings(BAND_AT_NIGHT, Today(moment)), moment)
    assert (names(current), names(upcoming)) == (on, after)


@pytest.mark.parametrize(
    ("moment", "on", "starts"),
    [
        (at("23:45"), [], at("00:10", 25)),
        (at("00:05", 25), [], at("00:10", 25)),
        (at("00:10", 25), ["night"], at("23:30", 25)),
        (at("01:19", 25), ["night"], at("23:30", 25)),
        (at("01:20", 25), [], at("23:30", 25)),
    ],
)
def test_a_delay_goes_over_midnight(moment: datetime, on: list[str], starts: datetime) -> None:
    current, upcoming = now_and_next(showings((NIGHT,), Today(moment, DELAYED)), moment)
    assert names(current) == on
    assert [showing.start for showing in upcoming] == [starts]


def test_the_showing_of_last_night_and_that_of_tonight_are_two() -> None:
    last_night, tonight = showings((NIGHT,), Today(at("00:20", 25), DELAYED))
    assert (last_night.day, tonight.day) == (date(2026, 11, 24), date(2026, 11, 25))
    assert last_night.identifier != tonight.identifier
    assert tonight.change is None


def test_a_cancelled_show_of_last_night_is_not_on() -> None:
    changes = {(date(2026, 11, 24), "n"): SlotChange(mark=SlotMark.CANCELLED)}
    found = next_showing(NIGHT, Today(at("00:20", 25), changes))
    assert found is not None and found.day == date(2026, 11, 25)


BACK, ON = datetime(2027, 2, 7, 2, tzinfo=UTC), datetime(2027, 3, 14, 2, tzinfo=UTC)
"""Morocco puts its clocks back for Ramadan, and on again."""


@pytest.mark.parametrize("change", [BACK, ON], ids=["back", "on"])
@given(st.integers(-600, 600), st.integers(0, 12))
def test_a_change_of_clocks_neither_lengthens_nor_hides_a_show_that_was_delayed(change: datetime, minutes: int, steps: int) -> None:
    moment = (change + timedelta(minutes=minutes)).astimezone(ZONE)
    changes = {(date(change.year, change.month, change.day) + timedelta(days=n), "n"): SlotChange(15 * steps) for n in (-1, 0)}
    for showing in showings((NIGHT,), Today(moment, changes)):
        assert showing.end.astimezone(UTC) - showing.start.astimezone(UTC) == timedelta(minutes=70)
        current, upcoming = now_and_next((showing,), moment)
        instant = moment.astimezone(UTC)
        assert bool(current) == (showing.start.astimezone(UTC) <= instant < showing.end.astimezone(UTC))
        assert bool(upcoming) == (instant < showing.start.astimezone(UTC))
