"""The rows of the visitors' lists, by tables."""

from datetime import UTC, date, datetime, time

import pytest

from kiosk.domain.exhibition import Edition, EmergencyNumber
from kiosk.domain.item import ItemKind
from kiosk.domain.slot_change import SlotChange, SlotMark
from kiosk.domain.timetable import Today, showings
from kiosk.presentation.list_rows import edition_row, filter_row, number_row, showing_row, spoken_number
from kiosk.presentation.reading import Reading
from tests.helpers.things import DAY, FRENCH, LANGUAGES, demonstration, head, slot, statement, template, text, visible

READING = Reading(LANGUAGES, FRENCH)
WORDS = {"show_full": text("full"), "show_moved": template("now: {place}"), "show_delayed": template("at {time}")}


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
    row = showing_row(showing, READING, WORDS)
    assert (visible(row.time), visible(row.place), row.card.name, row.sample) == (hours, place, "demonstration:k9 fr", True)


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
