"""A database that was not built here: every CHECK of the schema is looked at, by the check, the gate and the kiosk."""

import re
import shutil
import sqlite3
from collections import Counter
from pathlib import Path

import pytest

from kiosk.content.checking.check import check
from kiosk.content.schema import SPOTS, TABLES, statements_of
from kiosk.domain.venue.plan import SpotKind
from kiosk.errors import ReleaseRefusedError, VerificationError
from kiosk.publishing.examine import examine_database
from kiosk.publishing.publication_gate import passed

HOSTILE = [
    ("language", "direction = 'up'"),
    ("language", "rank = -1"),
    ("publisher", "standing = 'friend'"),
    ("source", "grade = 'X'"),
    ("item", "kind = 'weapon'"),
    ("item", "rank = -1"),
    ("item", "checked_on = '0000-00-00'"),
    ("item", "confirm = 2"),
    ("text", "shown = ''"),
    ("text", "speech = ''"),
    ("text", "speech_status = 'guessed'"),
    ("relation", "name = 'likes'"),
    ("media", "kind = 'live'"),
    ("media", "kind = 'file', path = NULL"),
    ("statement", "section = 'secrets'"),
    ("statement", "guidance = 2"),
    ("statement", "rumour = 2"),
    ("timetable_slot", "day = '2026-02-30'"),
    ("timetable_slot", "start = '25:00'"),
    ("timetable_slot", "end = '23:60'"),
    ("timetable_slot", "sample = 2"),
    ("timetable_slot", "start = '10:00', end = '09:00'"),
    ("edition", "start = '2026-13-01'"),
    ("edition", "end = 'now'"),
    ("edition", "visitors = 0"),
    ("edition", "visitors_confirm = -1"),
    ("edition", "start = '2026-05-02', end = '2026-05-01'"),
    ("edition_place", "latitude = 91.0"),
    ("edition_place", "longitude = -181.0"),
    ("notion_term", "european = 2"),
    ("public_service", "competence = 'army'"),
    ("public_service", "processing_time = 'P1D;D'"),
    ("not_applicable", "what = 'everything'"),
    ("situation", "urgent = 2"),
    ("cost", "amount = -1"),
    ("cost", "currency = 'DIRHAM'"),
    ("contact_point", "telephone = '19' || char(13, 10) || 'URL:http://evil'"),
    ("contact_point", "latitude = 91.0"),
    ("contact_point", "longitude = -181.0"),
    ("channel", "type = 'fax'"),
    ("web_address", "url = 'javascript:alert(1)'"),
    ("web_address", "qr_allowed = 2"),
    ("takeaway", "kind = 'program'"),
    ("mode", "service = 'half'"),
    ("mode", "home = 'Attract'"),
    ("mode", "stage = 'fire'"),
    ("mode", "look = 'loud'"),
    ("mode", "sound = 2"),
    ("mode", "aloud = 2"),
    ("mode", "inactivity_seconds = 1"),
    ("mode", "prompt_seconds = 0"),
    ("mode", "codes_listed = 2"),
    ("mode_rule", "weekdays = '7', first = NULL, last = NULL"),
    ("mode_rule", "weekdays = NULL, first = '2026-02-30', last = '2026-03-01'"),
    ("mode_rule", "weekdays = NULL, first = '2026-03-01', last = 'never'"),
    ("mode_rule", "start = '9:00'"),
    ("mode_rule", "end = '24:00'"),
    ("mode_rule", "weekdays = NULL, first = NULL, last = NULL"),
    ("venue", "sample = 2"),
    ("spot", "kind = 'tower'"),
    ("path", "step_free = 2"),
    ("quiz_question", "level = 3"),
    ("quiz_question", "choices = 99"),
    ("quiz_question", "right = 0"),
    ("saying", "way = 'de'"),
    ("practical", "screen = 'Staff'"),
    ("crisis_term", "european = 2"),
    ("search_name", "own = 2"),
    ("guide_question", "kind = 'free'"),
    ("guide_question", "kind = 'number', least = NULL"),
    ("guide_question", "kind = 'number', least = 5, most = 4"),
    ("guide_outcome", "notes = 2"),
    ("guide_test", "alternative = -1"),
    ("guide_test", "at_least = 5, under = 5"),
    ("identity", "colour = 'red'"),
    ("caption", "start = -1.0"),
    ("caption", "start = 2.0, end = 1.0"),
    ("caption", "shown = ''"),
]
"""For each CHECK: its table, and values that break it."""


_RULE = """
INSERT INTO mode_rule SELECT 'night', '', id, '0', NULL, NULL, '09:00', '10:00' FROM mode
WHERE NOT EXISTS (SELECT 1 FROM mode_rule) LIMIT 1"""
_CAPTION = """
INSERT INTO sign_film SELECT id, 'film.webm', '', 'nobody' FROM item LIMIT 1;
INSERT INTO caption SELECT item, 'ar', 1, 0.0, 1.0, 'text' FROM sign_film;"""


def tampered(content: Path, folder: Path, table: str, values: str) -> Path:
    """A database whose first row of a table holds what no build of ours would write."""
    path = folder / "tampered.db"
    shutil.copyfile(content, path)
    quoted = re.sub(r"\b(start|end|right|first|last) =", r'"\1" =', values)
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(_RULE)
        if table == "caption":
            connection.executescript(_CAPTION)
        key = connection.execute(f"PRAGMA table_info({table})").fetchone()[1]
        first = f"{key} = (SELECT {key} FROM {table} LIMIT 1)"
        assert connection.execute(f"UPDATE OR IGNORE {table} SET {quoted} WHERE {first}").rowcount > 0
    connection.close()
    return path


def test_every_constraint_has_a_value_that_breaks_it() -> None:
    found = {statement.split()[2]: statement.count("CHECK (") for statement in statements_of(TABLES) if "CHECK (" in statement}
    assert Counter(table for table, _ in HOSTILE) == found


@pytest.mark.parametrize(("table", "values"), HOSTILE, ids=[f"{table} {values}"[:50] for table, values in HOSTILE])
def test_a_broken_constraint_is_found(content: Path, tmp_path: Path, table: str, values: str) -> None:
    findings = check(tampered(content, tmp_path, table, values))
    assert any(f"CHECK constraint failed in {table}" in finding.message or "in a CHECK" in finding.message for finding in findings)


@pytest.mark.parametrize(("table", "values"), [HOSTILE[index] for index in (28, 30, 34, 53)])
def test_neither_publisher_nor_kiosk_lets_it_pass(content: Path, tmp_path: Path, table: str, values: str) -> None:
    path = tampered(content, tmp_path, table, values)
    with pytest.raises(ReleaseRefusedError, match="CHECK constraint failed"):
        passed(path, {}, None)
    with pytest.raises(VerificationError, match="CHECK constraint failed"):
        examine_database(path)


def test_an_address_that_ends_a_line_of_its_code_is_found(content: Path, tmp_path: Path) -> None:
    path = tampered(content, tmp_path, "web_address", "url = 'https://x.ma/' || char(13, 10) || 'TEL:+212600000000'")
    assert {finding.field.partition(" ")[2] for finding in check(path) if finding.level == "error"} == {"url"}


@pytest.mark.parametrize(
    ("start", "end", "well"),
    [
        ("23:30", "00:40", True),
        ("12:00", "06:00", True),
        ("11:59", "02:00", False),
        ("23:00", "06:01", False),
        ("13:00", "13:00", False),
    ],
)
def test_only_a_show_of_the_night_ends_on_the_next_day(content: Path, tmp_path: Path, start: str, end: str, *, well: bool) -> None:
    findings = check(tampered(content, tmp_path, "timetable_slot", f"start = '{start}', end = '{end}'"))
    assert any("CHECK constraint failed" in finding.message for finding in findings) is not well


def test_a_sound_database_passes(content: Path) -> None:
    assert [finding for finding in check(content) if finding.level == "error"] == []


def test_the_schema_has_every_kind_of_spot() -> None:
    assert list(SpotKind) == SPOTS
