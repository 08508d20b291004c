"""What the codes hold."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Event

from kiosk.domain.handoff import (
    checklist_takeaway,
    event_takeaway,
    numbered_parts,
    place_takeaway,
    telephone_takeaway,
    website_takeaway,
)
from kiosk.domain.public_service import WebAddress
from kiosk.domain.takeaway import CODE_CAPACITY
from tests.helpers.things import TAGS, WORDS, cost, demonstration, service, situation, slot, text

ZONE = ZoneInfo("Africa/Casablanca")


def test_a_number_is_a_telephone_address() -> None:
    assert telephone_takeaway("19", text("police"), WORDS).codes["ar"] == ("tel:19",)


def test_a_place_is_a_geo_address() -> None:
    assert place_takeaway(33.2316, -8.5007, text("park"), WORDS).codes["fr"] == ("geo:33.23160,-8.50070",)


def test_a_site_off_the_allow_list_never_becomes_a_code() -> None:
    site = WebAddress("site:dgsn", "https://www.dgsn.gov.ma", text("site"), text("purpose"), qr_allowed=False)
    with pytest.raises(ValueError, match="allow-list"):
        website_takeaway(site, WORDS)


@pytest.mark.parametrize(("now", "day"), [("2026-11-24T09:00", 24), ("2026-11-24T10:45", 24), ("2026-11-24T20:00", 25)])
def test_an_event_is_a_bare_vevent_in_utc_of_the_next_showing(now: str, day: int) -> None:
    show = demonstration("k9_show", slot("a", "10:30", "11:00"))
    takeaway = event_takeaway(show, datetime.fromisoformat(now).replace(tzinfo=ZONE), WORDS)
    assert takeaway is not None
    for tag in TAGS:
        (payload,) = takeaway.codes[tag]
        assert payload.startswith("BEGIN:VEVENT") and "VCALENDAR" not in payload
        event = Event.from_ical(payload)
        start = datetime(2026, 11, day, 10, 30, tzinfo=ZONE)
        assert event.decoded("dtstart") == start
        assert payload.count("Z\r\n") == 3  # UTC, as telephones read it
        assert str(event["summary"]) == show.head.card.name.in_language(tag)
        assert str(event["description"]) == WORDS["sample_timetable"].in_language(tag)


def test_a_show_without_a_timetable_gives_no_event() -> None:
    assert event_takeaway(demonstration("band"), datetime.now(ZONE), WORDS) is None


def test_a_checklist_names_every_paper_the_fee_and_the_place() -> None:
    case = situation("loss", "photos4", "sworn")
    takeaway = checklist_takeaway(service(case, costs=(cost(75),)), case, WORDS)
    (note,) = takeaway.codes["fr"]
    assert note.splitlines() == [
        "service:cnie fr – loss fr",
        "papers fr",
        "☐ photos4 fr",
        "☐ sworn fr",
        "• adult fr: 75 DH",
        "→ centre fr",
    ]


@given(st.text(alphabet=st.sampled_from("ab جé\n "), max_size=4000))
def test_long_notes_are_numbered_and_lose_no_word(note: str) -> None:
    parts = numbered_parts(note)
    assert all(len(part.encode()) <= CODE_CAPACITY for part in parts)
    if len(parts) > 1:
        parts = tuple(part.rpartition(" (")[0] for part in parts)
    if all(len(word.encode()) < CODE_CAPACITY - 10 for word in note.split()):
        assert " ".join(parts).split() == note.split()
