"""The rows of the visitors' lists, by tables."""

from datetime import UTC, date, datetime, time

import pytest

from kiosk.domain.exhibition import Edition, EmergencyNumber, Place
from kiosk.domain.item import ItemKind
from kiosk.domain.slot_change import SlotChange, SlotMark
from kiosk.domain.timetable import Today, showings
from kiosk.presentation.list_rows import edition_row, edition_rows, filter_row, number_row, showing_row, spoken_number
from kiosk.presentation.reading import Reading
from tests.helpers.things import DAY, FRENCH, LANGUAGES, demonstration, head, slot, statement, template, text, visible

READING = Reading(LANGUAGES, FRENCH)
WORDS = {"show_full": text("full"), "show_moved": template("now: {place}"), "show_delayed": template("at {time}")}
WORDS |= {"starts_in": template("in {time}"), "ends_in": template("ends in {time}")}


@pytest.mark.parametrize(
    ("change", "hours", "place"),
    [
        (None, "10:30 – 11:00", "arena fr"),
        (SlotChange(mark=SlotMark.FULL), "10:30 – 11:00", "full fr"),
        (SlotChange(minutes=15), "10:45 – 11:15", "at 10:45"),
        (SlotChange(place=text("hall")), "10:30 – 11:00", "now: hall fr"),
    ],
)
def test_what_is_new_about_a_showing_stands_where_its_place_does(change: SlotChange | None, hours: str, place: str) -> None:
    today = Today(datetime.combine(DAY, time(10), UTC), {(DAY, "a"): change} if change else {})
    (showing,) = showings((demonstration("k9", slot("a", "10:30", "11:00")),), today)
    row = showing_row(showing, today.now, {"demonstration:k9": 3}, READING, WORDS)
    assert (visible(row.time), visible(row.place), row.card.name, row.sample) == (hours, place, "demonstration:k9 fr", True)
    assert (row.placed, visible(row.walk)) == (True, "3\u00a0min")


@pytest.mark.parametrize(
    ("moment", "state", "left", "share"),
    [
        (time(9), "coming", "", 0.0),
        (time(10), "coming", "in 30 minutes", 0.0),
        (time(10, 40), "on", "ends in 20 minutes", 1 / 3),
        (time(11), "over", "", 0.0),
    ],
)
def test_a_show_says_whether_it_is_over_on_or_coming(moment: time, state: str, left: str, share: float) -> None:
    today = Today(datetime.combine(DAY, moment, UTC))
    (showing,) = showings((demonstration("k9", slot("a", "10:30", "11:00")),), today)
    row = showing_row(showing, today.now, {}, READING, WORDS)
    assert (row.state, visible(row.left), row.placed) == (state, left, False)
    assert row.share == pytest.approx(share)


def test_a_cancelled_show_never_runs() -> None:
    today = Today(datetime.combine(DAY, time(10, 40), UTC), {(DAY, "a"): SlotChange(mark=SlotMark.CANCELLED)})
    (showing,) = showings((demonstration("k9", slot("a", "10:30", "11:00")),), today)
    row = showing_row(showing, today.now, {}, READING, WORDS | {"show_cancelled": text("cancelled")})
    assert (row.state, row.left) == ("coming", "")


def test_the_time_line_has_every_year_from_the_first_edition_to_this_one() -> None:
    def edition(year: int, at: Place | None = None) -> Edition:
        day, card = date(year, 5, 17), head(f"edition:{year}", ItemKind.EDITION)
        return Edition(card, year, text("city"), None, day, day, text("slogan"), 10, False, ("S1",), (), at)

    rows = edition_rows((edition(2019), edition(2022, Place(33.6, -7.6))), 2023, READING)
    assert [(row.year, row.visitors) for row in rows] == [("2019", 10), ("2020", 0), ("2021", 0), ("2022", 10), ("2023", 0)]
    assert rows[0].x < 0
    assert 0 < rows[3].x < 1
    assert edition_rows((), 2023, READING) == []


def test_an_edition_tells_its_year_and_how_many_came() -> None:
    day = date(2025, 5, 17)
    edition = Edition(
        head("edition:six", ItemKind.EDITION), 6, text("El Jadida"), None, day, day, text("slogan"), 2_400_000, False, ("S1",), ()
    )
    row = edition_row(edition, READING)
    assert (row.city, row.year, row.visitors, visible(row.visitors_text)) == (
        "El Jadida fr",
        "2025",
        2_400_000,
        "2\u202f400\u202f000",
    )


def test_a_number_is_shown_and_said_with_who_answers_and_where() -> None:
    number = EmergencyNumber(head("emergency_number:police", ItemKind.EMERGENCY_NUMBER), "19", text("towns"), (), ("S1",))
    assert number_row(number, READING)[1:] == ("19", "towns fr", False)
    assert number_row(number._replace(statements=(statement("old", confirm=True),)), READING).doubtful
    assert [one.in_language("fr") for one in spoken_number(number)] == [number.head.card.name.in_language("fr"), "19", "towns fr"]


@pytest.mark.parametrize("chosen", [True, False])
def test_what_a_list_is_narrowed_by_is_marked(chosen: bool) -> None:
    card = head("life_event:identity", ItemKind.LIFE_EVENT).card
    assert filter_row(card, card.identifier if chosen else "", READING).chosen is chosen
