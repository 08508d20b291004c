"""Now and next."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from kiosk.domain.timetable import next_showing, now_and_next, showings_on
from tests.helpers.things import demonstration, slot

ZONE = ZoneInfo("Africa/Casablanca")
DOGS = demonstration("k9_show", slot("a", "10:30", "11:00"), slot("b", "15:00", "15:30"))
HORSES = demonstration("mounted_show", slot("a", "11:00", "11:40"), slot("x", "11:00", "12:00", date(2026, 11, 25)))
BAND = demonstration("band", slot("a", "11:00", "11:20"))


def at(clock: str, day: int = 24) -> datetime:
    return datetime.fromisoformat(f"2026-11-{day}T{clock}").replace(tzinfo=ZONE)


def names(showings: tuple) -> list[str]:
    return [s.demonstration.head.card.identifier.partition(":")[2] for s in showings]


def test_a_show_is_on_from_its_start_until_just_before_its_end() -> None:
    showings = showings_on(date(2026, 11, 24), (DOGS, HORSES, BAND), at("10:30"))
    assert names(now_and_next(showings, at("10:30"))[0]) == ["k9_show"]
    assert names(now_and_next(showings, at("10:59"))[0]) == ["k9_show"]
    assert names(now_and_next(showings, at("11:00"))[0]) == ["band", "mounted_show"]


def test_next_are_all_the_shows_of_the_next_start() -> None:
    showings = showings_on(date(2026, 11, 24), (DOGS, HORSES, BAND), at("10:45"))
    assert names(now_and_next(showings, at("10:45"))[1]) == ["band", "mounted_show"]
    assert names(now_and_next(showings, at("11:10"))[1]) == ["k9_show"]
    assert now_and_next(showings, at("16:00")) == ((), ())


def test_a_slot_of_one_day_is_shown_on_that_day_only() -> None:
    assert len(showings_on(date(2026, 11, 24), (HORSES,), at("09:00"))) == 1
    assert len(showings_on(date(2026, 11, 25), (HORSES,), at("09:00", 25))) == 2


def test_the_next_showing_may_be_the_one_that_is_on() -> None:
    showing = next_showing(DOGS, at("10:40"))
    assert showing is not None and showing.slot.identifier == "a"
    assert next_showing(DOGS, at("18:00")) is None
