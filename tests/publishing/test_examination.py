"""The examination of a new database, in a process of its own: it says what the same look says here."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.errors import VerificationError
from kiosk.publishing import examine
from kiosk.publishing.examine import examine_database
from tests.helpers.workshop import Workshop, examined_here


def sql(statement: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(statement)
            connection.commit()

    return change


@pytest.fixture
def database(workshop: Workshop, tmp_path: Path) -> Path:
    path = tmp_path / "release" / "content.db"
    path.parent.mkdir()
    return Path(shutil.copy(workshop.folder / "content-1.db", path))


def test_a_sound_database_is_counted(database: Path) -> None:
    found = examine_database(database)
    assert found == examined_here(database)
    assert (found["content_version"], found["pavilion"]) == ("2026.11.24.1", 1)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda path: path.write_bytes(b"hello"), "not a sound content database"),
        (sql("UPDATE item SET icon = 'no-such-icon' WHERE kind = 'pavilion'"), "no-such-icon"),
        (sql("DELETE FROM text WHERE item = 'word:home'"), "word:home name: is missing"),
    ],
)
def test_the_first_reason_against_one_is_told(database: Path, change: Callable[[Path], None], reason: str) -> None:
    change(database)
    with pytest.raises(VerificationError, match=rf"release: not fit to be shown \(.*{reason}.*\); publish a good one") as apart:
        examine_database(database)
    with pytest.raises(VerificationError) as here:
        examined_here(database)
    assert str(apart.value) == str(here.value)


def test_one_that_takes_too_much_of_the_machine_is_refused(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examine, "EXAMINATION_SECONDS", 0.01)
    with pytest.raises(VerificationError, match="examining takes longer than"):
        examine_database(database)
