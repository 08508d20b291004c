"""What the codes hold."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from icalendar import Event

from kiosk.domain.handoff import (
    checklist_takeaway,
    event_takeaway,
    place_takeaway,
    telephone_takeaway,
    website_takeaway,
)
from kiosk.domain.public_service import WebAddress
from kiosk.domain.timetable import Today
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
    takeaway = event_takeaway(show, Today(datetime.fromisoformat(now).replace(tzinfo=ZONE)), WORDS)
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
    assert event_takeaway(demonstration("band"), Today(datetime.now(ZONE)), WORDS) is None


def test_a_checklist_names_every_paper_the_fee_and_the_place() -> None:
    case = situation("loss", "photos4", "sworn")
    takeaway = checklist_takeaway(service(case, costs=(cost(75),)), case, WORDS)
    (note,) = takeaway.codes["fr"]
    assert note.splitlines() == [
        "service:cnie fr – loss fr",
        "papers fr",
        "☐ photos4 fr – rule of photos4 fr",
        "☐ sworn fr – rule of sworn fr",
        "• adult fr: 75 DH",
        "→ centre fr",
    ]


def test_a_checklist_too_long_for_a_code_names_its_papers_alone_then_takes_several() -> None:
    def codes(count: int) -> tuple[str, ...]:
        case = situation("loss", *(f"paper{n:02}" for n in range(count)))
        return checklist_takeaway(service(case), case, WORDS).codes["fr"]

    (full,), (short,), parts = codes(12), codes(25), codes(60)
    assert "☐ paper00 fr – rule of paper00 fr" in full.splitlines()
    assert "☐ paper00 fr" in short.splitlines() and "rule of" not in short
    assert len(parts) == 2 and parts[0].endswith(" (1/2)") and parts[1].endswith(" (2/2)")
    listed = [line.partition(" (")[0] for part in parts for line in part.splitlines() if line.startswith("☐")]
    assert listed == [f"☐ paper{n:02} fr" for n in range(60)]
