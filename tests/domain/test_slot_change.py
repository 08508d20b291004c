"""Shows that staff changed: what is on now and next, what the code holds, and what is said."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.exhibition_pages import demonstration_page
from kiosk.domain.handoff import event_takeaway
from kiosk.domain.slot_change import LONGEST_DELAY, SlotChange, SlotMark, change_words, delayed, marked
from kiosk.domain.timetable import Today, next_showing, now_and_next, showings
from tests.helpers.things import DAY, WORDS, demonstration, slot, text, visible

ZONE = ZoneInfo("Africa/Casablanca")
SHOW = demonstration("k9_show", slot("a", "10:30", "11:00"), slot("b", "16:00", "16:30"))
FIRST = SHOW.slots[0].identifier
NEWS = WORDS | {key: text(key) for key in ("today", "show_delayed", "show_moved", "show_full", "show_cancelled", "warning")}


def at(clock: str) -> datetime:
    return datetime.combine(DAY, time.fromisoformat(clock), tzinfo=ZONE)


def test_a_delayed_show_is_next_until_its_new_time() -> None:
    changes = {(DAY, FIRST): SlotChange(30)}
    _, upcoming = now_and_next(showings((SHOW,), Today(at("10:45"), changes)), at("10:45"))
    assert [showing.slot.start for showing in upcoming] == [time(11)]


def test_a_cancelled_show_is_neither_now_nor_next_but_on_the_timetable() -> None:
    changes = {(DAY, FIRST): SlotChange(mark=SlotMark.CANCELLED)}
    found = showings((SHOW,), Today(at("10:45"), changes))
    assert now_and_next(found, at("10:45"))[0] == ()
    assert len(found) == 2
    assert next_showing(SHOW, Today(at("10:00"), changes)).slot.start == time(16)


def test_a_change_is_of_its_day_only() -> None:
    changes = {(DAY, FIRST): SlotChange(30)}
    tomorrow = at("10:45") + timedelta(days=1)
    assert showings((SHOW,), Today(tomorrow, changes))[0].slot.start == time(10, 30)


def test_the_code_holds_the_new_time_and_place() -> None:
    changes = {(DAY, FIRST): SlotChange(15, text("hall"))}
    (payload,) = event_takeaway(SHOW, Today(at("09:00"), changes), NEWS).codes["fr"]
    start = at("10:45").astimezone(UTC)
    assert f"DTSTART:{start:%Y%m%dT%H%M%SZ}" in payload
    assert "LOCATION:hall fr" in payload


def test_the_page_says_what_changed_before_all_else() -> None:
    page = demonstration_page(SHOW, NEWS, Today(at("09:00"), {(DAY, FIRST): SlotChange(mark=SlotMark.FULL)}))
    assert page.blocks[0].text.in_language("ar") == NEWS["show_full"].in_language("ar")
    assert demonstration_page(SHOW, NEWS, Today(at("09:00"))).blocks[0].icon != "megaphone"


def test_nothing_changed_says_nothing() -> None:
    assert change_words(SHOW.slots[0], None, NEWS) is None
    assert change_words(SHOW.slots[0], SlotChange(), NEWS) is None


def test_a_mark_is_taken_back_by_the_same_touch() -> None:
    assert marked(marked(SlotChange(), SlotMark.FULL), SlotMark.FULL) == SlotChange()


@given(st.integers(0, 30), st.times(min_value=time(12)))
def test_a_delay_moves_a_show_and_keeps_its_length(steps: int, start: time) -> None:
    change = SlotChange()
    for _ in range(steps):
        change = delayed(change)
    assert change.minutes <= LONGEST_DELAY
    show = demonstration("k9_show", slot("a", f"{start:%H:%M}", "00:30"))
    (planned,) = showings((show,), Today(at("12:00")))
    (found,) = showings((show,), Today(at("12:00"), {(DAY, "a"): change}))
    assert found.start - planned.start == found.end - planned.end == timedelta(minutes=change.minutes)
    assert (found.slot.start, found.slot.end) == (found.start.time(), found.end.time())


def test_page_and_code_tell_the_night_show_that_was_delayed_over_midnight() -> None:
    show = demonstration("night", slot("n", "23:30", "00:40"))
    changes = {(DAY, "n"): SlotChange(40)}
    for moment in (at("23:50"), at("00:20") + timedelta(days=1)):
        today = Today(moment, changes)
        page = demonstration_page(show, NEWS, today)
        assert page.blocks[0].icon == "megaphone"
        assert [visible(b.label.in_language("fr")) for b in page.blocks if b.icon == "clock"] == ["de 00:10 à 01:20"]
        takeaway = event_takeaway(show, today, NEWS)
        assert takeaway is not None
        (payload,) = takeaway.codes["fr"]
        begins, ends = (at(time).astimezone(UTC) + timedelta(days=1) for time in ("00:10", "01:20"))
        assert f"DTSTART:{begins:%Y%m%dT%H%M%SZ}" in payload and f"DTEND:{ends:%Y%m%dT%H%M%SZ}" in payload
        assert "UID:n-20261124@jusur" in payload
        assert "25 novembre 2026 · 00:10 – 01:20" in visible(takeaway.caption.in_language("fr"))
    ended = demonstration_page(show, NEWS, Today(at("02:00") + timedelta(days=1), changes))
    assert [visible(b.label.in_language("fr")) for b in ended.blocks if b.icon == "clock"] == ["de 23:30 à 00:40"]
