"""Shows that staff changed: what is on now and next, what the code holds, and what is said."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.exhibition_pages import demonstration_page
from kiosk.domain.handoff import event_takeaway
from kiosk.domain.slot_change import LONGEST_DELAY, SlotChange, SlotMark, change_words, changed_slot, delayed, marked
from kiosk.domain.timetable import next_showing, now_and_next, showings_on
from tests.helpers.things import DAY, WORDS, demonstration, slot, text

ZONE = ZoneInfo("Africa/Casablanca")
SHOW = demonstration("k9_show", slot("a", "10:30", "11:00"), slot("b", "16:00", "16:30"))
FIRST = SHOW.slots[0].identifier
NEWS = WORDS | {key: text(key) for key in ("today", "show_delayed", "show_moved", "show_full", "show_cancelled", "warning")}


def at(clock: str) -> datetime:
    return datetime.combine(DAY, time.fromisoformat(clock), tzinfo=ZONE)


def test_a_delayed_show_is_next_until_its_new_time() -> None:
    changes = {FIRST: SlotChange(30)}
    _, upcoming = now_and_next(showings_on(DAY, (SHOW,), at("10:45"), changes), at("10:45"))
    assert [showing.slot.start for showing in upcoming] == [time(11)]


def test_a_cancelled_show_is_neither_now_nor_next_but_on_the_timetable() -> None:
    changes = {FIRST: SlotChange(mark=SlotMark.CANCELLED)}
    showings = showings_on(DAY, (SHOW,), at("10:45"), changes)
    assert now_and_next(showings, at("10:45"))[0] == ()
    assert len(showings) == 2
    assert next_showing(SHOW, at("10:00"), changes).slot.start == time(16)


def test_a_change_is_of_its_day_only() -> None:
    changes = {FIRST: SlotChange(30)}
    tomorrow = DAY.replace(day=25)
    assert showings_on(tomorrow, (SHOW,), at("10:45"), changes)[0].slot.start == time(10, 30)


def test_the_code_holds_the_new_time_and_place() -> None:
    changes = {FIRST: SlotChange(15, text("hall"))}
    (payload,) = event_takeaway(SHOW, at("09:00"), NEWS, changes).codes["fr"]
    start = at("10:45").astimezone(UTC)
    assert f"DTSTART:{start:%Y%m%dT%H%M%SZ}" in payload
    assert "LOCATION:hall fr" in payload


def test_the_page_says_what_changed_before_all_else() -> None:
    page = demonstration_page(SHOW, NEWS, DAY, {FIRST: SlotChange(mark=SlotMark.FULL)})
    assert page.blocks[0].text.in_language("ar") == NEWS["show_full"].in_language("ar")
    assert demonstration_page(SHOW, NEWS, DAY, {}).blocks[0].icon != "megaphone"


def test_nothing_changed_says_nothing() -> None:
    assert change_words(SHOW.slots[0], None, NEWS) is None
    assert change_words(SHOW.slots[0], SlotChange(), NEWS) is None


def test_a_mark_is_taken_back_by_the_same_touch() -> None:
    assert marked(marked(SlotChange(), SlotMark.FULL), SlotMark.FULL) == SlotChange()


@given(st.integers(0, 30), st.times(max_value=time(23, 0)))
def test_a_delay_never_leaves_the_day(steps: int, start: time) -> None:
    change = SlotChange()
    for _ in range(steps):
        change = delayed(change)
    assert change.minutes <= LONGEST_DELAY
    planned = slot("a", f"{start:%H:%M}", "23:30")
    given_ = changed_slot(planned, DAY, change)
    assert given_.start < given_.end
