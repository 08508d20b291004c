"""What a content mode puts on the screen: pure, so told by tables."""

from datetime import UTC, datetime, timedelta

import pytest

from kiosk.domain.mode_resolver import Layer, ModeChange, Resolution
from kiosk.domain.timetable import Showing
from kiosk.presentation.modes import BOARD_LINES, board_lines, notice_of, opening_line, rest_lines, rest_picture, side
from kiosk.presentation.rows import NamedPicture
from tests.helpers.made import MODES
from tests.helpers.things import ARABIC, FRENCH, LANGUAGES, demonstration, slot, template, text, visible

NOON = datetime(2027, 5, 18, 12, tzinfo=UTC)
WORDS = {key: text(key) for key in ("now", "next_up", "nothing_next", "call_shown", "call_staff_how")} | {
    "ends_in": template("ends {time}"),
    "starts_in": template("starts {time}"),
    "opens_at": template("at {time}"),
    "opens_on": template("on {date}, {time}"),
    "switching_soon": template("{mode} in {time}"),
}


def showing(name: str, minutes: int, length: int = 30) -> Showing:
    start = NOON + timedelta(minutes=minutes)
    given = slot(name, "12:00", "12:30")
    return Showing(demonstration(name, given), start.date(), given, start, start + timedelta(minutes=length))


@pytest.mark.parametrize(
    ("showings", "begins"),
    [
        ((), ["nothing_next fr"]),
        ((showing("over", -60),), ["nothing_next fr"]),
        ((showing("dogs", -10),), ["now fr · demonstration:dogs fr"]),
        ((showing("dogs", -10), showing("bikes", 30)), ["now fr · demonstration:dogs", "next_up fr · demonstration:bikes"]),
        ((showing("a", 30), showing("b", 30), showing("c", 60)), ["next_up fr · demonstration:a", "next_up fr · demonstration:b"]),
    ],
)
def test_the_board_tells_now_and_next(showings: tuple[Showing, ...], begins: list[str]) -> None:
    lines = [line.in_language("fr") for line in board_lines(showings, NOON, WORDS)]
    assert len(lines) == len(begins)
    assert all(line.startswith(begin) for line, begin in zip(lines, begins, strict=True))


def test_the_board_has_room_for_few_lines() -> None:
    assert len(board_lines(tuple(showing(f"s{n}", -5) for n in range(9)), NOON, WORDS)) == BOARD_LINES


def resolution(change: ModeChange | None) -> Resolution:
    return Resolution("night", Layer.DEFAULT, "", None, None, change)


@pytest.mark.parametrize(
    ("shown", "change", "place", "lines"),
    [
        ("night", None, "", ["closed fr"]),
        ("night", None, "hall", ["way out fr", "closed fr"]),
        ("night", None, "elsewhere", ["closed fr"]),
        ("night", ModeChange(NOON + timedelta(hours=2), "day"), "", ["at 14:00", "closed fr"]),
        ("night", ModeChange(NOON + timedelta(hours=2), "fire"), "", ["closed fr"]),
        ("fire", ModeChange(NOON + timedelta(hours=2), "day"), "", ["closed fr"]),
    ],
)
def test_what_a_kiosk_that_serves_nobody_tells(shown: str, change: ModeChange | None, place: str, lines: list[str]) -> None:
    found = rest_lines(MODES[shown], MODES, resolution(change), NOON, place, WORDS)
    assert [visible(line.in_language("fr")) for line in found] == lines


@pytest.mark.parametrize(("later", "begins"), [(2, "at 14:00"), (30, "on ")])
def test_a_closed_kiosk_says_the_day_only_where_it_is_another(later: int, begins: str) -> None:
    line = opening_line(NOON + timedelta(hours=later), NOON, WORDS)
    assert visible(line.in_language("fr")).startswith(begins)


def test_the_way_out_is_shown_where_the_place_has_a_picture() -> None:
    assert rest_picture(MODES["night"], "elsewhere", LANGUAGES) == NamedPicture()
    plan = NamedPicture("image://picture/ab12/plan.png/50/50", "نص plan · plan fr · plan en")
    assert rest_picture(MODES["night"], "hall", LANGUAGES) == plan


def test_the_notice_names_what_comes() -> None:
    assert "mode:day fr" in notice_of(MODES["day"], 60, WORDS).in_language("fr")


def test_a_side_is_written_in_its_own_direction() -> None:
    assert [side(language, text("a"), [text("b")]).right_to_left for language in (ARABIC, FRENCH)] == [True, False]
