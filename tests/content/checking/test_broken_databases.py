"""Databases that others built or broke: each is told in findings or read without stumbling, and what is wrong is named."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.content.checking.check import check
from kiosk.content.store import ContentStore
from kiosk.errors import ContentError


def altered(content: Path, folder: Path, sql: str) -> Path:
    path = folder / "altered.db"
    shutil.copyfile(content, path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(sql)
        connection.commit()
    return path


@pytest.mark.parametrize(
    ("sql", "what"),
    [
        ("UPDATE meta SET value = 'Africa' WHERE key = 'timezone'", "no time zone"),
        ("UPDATE meta SET value = printf('%.300c', 'x') WHERE key = 'timezone'", "no time zone"),
        ("UPDATE meta SET value = 'x' WHERE key = 'content_version'", "no version"),
        ("UPDATE item SET checked_on = '0000-00-00'", "CHECK constraint failed in item"),
        ("UPDATE item SET parent = id", "no situation of its service"),
        ("UPDATE situation SET adds_to = id", "leads back to itself"),
        ("UPDATE text SET shown = '{' || shown WHERE item LIKE 'word:%'", "no {blank}"),
        ("DELETE FROM language", "missing language"),
        ("UPDATE web_address SET url = 'javascript:alert(1)'", "CHECK constraint failed in web_address"),
        ("UPDATE contact_point SET telephone = '19' || char(13, 10) || 'URL:x'", "CHECK constraint failed in contact_point"),
    ],
)
def test_the_check_names_what_is_wrong(content: Path, tmp_path: Path, sql: str, what: str) -> None:
    findings = check(altered(content, tmp_path, sql))
    assert any(what in f"{finding.field} {finding.message}" for finding in findings), findings[:5]


@pytest.mark.parametrize("zone", ["Africa", "x" * 300, "../../etc/passwd", "/etc/passwd", "", "a\nb"])
def test_a_time_zone_that_is_none_is_content_that_cannot_be_used(content: Path, tmp_path: Path, zone: str) -> None:
    path = altered(content, tmp_path, f"UPDATE meta SET value = '{zone}' WHERE key = 'timezone'")
    with pytest.raises(ContentError):
        ContentStore.open(path)


@pytest.mark.parametrize("version", ["", " ", "x", "1.0", "2026.02.30", "2026-11-24", "9" * 5000])
def test_a_version_without_a_day_is_content_that_cannot_be_used(content: Path, tmp_path: Path, version: str) -> None:
    path = altered(content, tmp_path, f"UPDATE meta SET value = '{version}' WHERE key = 'content_version'")
    with pytest.raises(ContentError):
        ContentStore.open(path)
