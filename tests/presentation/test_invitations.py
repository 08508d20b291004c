"""What the attract loop opens onto, and which loop is whose."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.content.store import ContentStore
from kiosk.domain.content_mode import ContentMode
from kiosk.domain.timetable import Showing
from kiosk.presentation.invitations import MINUTES, MOST, invitations
from kiosk.presentation.modes import loop_of
from tests.helpers.things import demonstration, slot

NOON = datetime(2027, 5, 18, 12, tzinfo=UTC)


def show(name: str, minutes: int) -> Showing:
    start = NOON + timedelta(minutes=minutes)
    given = slot(name, "12:00", "12:30")
    return Showing(demonstration(name, given), start.date(), given, start, start + timedelta(minutes=30))


@pytest.fixture(scope="module")
def store() -> ContentStore:
    return ContentStore.open(Path(__file__).parents[2] / "content.db")


def told(store: ContentStore, name: str, *shows: Showing, now: datetime = NOON) -> list[list[str]]:
    mode: ContentMode = store.modes()[name]
    rows = invitations(mode, store, lambda: shows, now, store.languages, store.words())
    return [[row.sides[1].title, *row.sides[1].lines] for row in rows]


@pytest.mark.parametrize(
    ("mode", "loop"),
    [("whole", "Whole"), ("desk", "Whole"), ("children", "Children"), ("demonstrations", "Board"), ("showcase", "Showcase")],
)
def test_each_kind_of_mode_has_a_loop_of_its_own(store: ContentStore, mode: str, loop: str) -> None:
    assert loop_of(store.modes()[mode]) == loop


def test_the_whole_tells_of_a_show_a_question_and_a_pavilion(store: ContentStore) -> None:
    first, question, pavilion = told(store, "whole", show("dogs", 20))
    assert "20" in first[1]
    assert question[0].endswith("?")
    assert len(pavilion) == 2


def test_without_a_show_there_is_still_what_people_ask(store: ContentStore) -> None:
    assert len(told(store, "whole")) == 2


def test_the_board_says_so_where_the_day_is_over(store: ContentStore) -> None:
    assert len(told(store, "demonstrations", show("dogs", -5), show("horses", 20))) == 2
    assert [len(row) for row in told(store, "demonstrations")] == [1]


def test_a_showcase_has_time_for_some_pavilions(store: ContentStore) -> None:
    assert 0 < len(told(store, "showcase")) <= MOST


def test_children_are_asked_others_later(store: ContentStore) -> None:
    later = NOON + timedelta(minutes=MINUTES)
    assert told(store, "children") != told(store, "children", now=later)
