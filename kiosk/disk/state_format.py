"""What a state file holds, and how one that is damaged is told from one that others made."""

from pathlib import Path
from typing import NamedTuple

import apsw

from kiosk.errors import KioskError, StaffStateError


class StateFileFormat(NamedTuple):
    """What a state file holds."""

    holds: str
    """In words, for the log."""
    application_id: int
    schema: tuple[str, ...]
    error: type[KioskError]
    """Raised where it cannot be written."""


_SCHEMA = (
    """CREATE TABLE choice (slot TEXT PRIMARY KEY CHECK (slot IN ('override', 'emergency')), mode TEXT NOT NULL,
    person TEXT NOT NULL, since TEXT NOT NULL, until TEXT) STRICT""",
    "CREATE TABLE memory (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    """CREATE TABLE change (slot TEXT NOT NULL, day TEXT NOT NULL, minutes INTEGER NOT NULL, place TEXT NOT NULL,
    mark TEXT NOT NULL, PRIMARY KEY (slot, day)) STRICT""",
    """CREATE TABLE log (id INTEGER PRIMARY KEY, at TEXT NOT NULL, person TEXT NOT NULL, role TEXT NOT NULL, act TEXT NOT NULL,
    detail TEXT NOT NULL) STRICT""",
    "CREATE TRIGGER log_stays BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log only grows'); END",
    "CREATE TRIGGER log_stands BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log only grows'); END",
)
CHOICES = StateFileFormat("what staff chose", 0x4A535246, _SCHEMA, StaffStateError)
DAMAGE = (apsw.CorruptError, apsw.NotADBError, apsw.SQLError, apsw.FormatError, ValueError, LookupError, TypeError, OverflowError)
"""What a damaged file makes SQLite, or the one who understands its values, say."""
_VERSIONS = slice(18, 20)
"""Bytes that say which versions of the format may write and read."""
_ROLLBACK, _WAL = b"\x01\x01", b"\x02\x02"


class StrangeFileError(OSError):
    """A sound file that is not ours to use or to move: another program's, or one of a newer program of ours."""


def open_state(path: Path, form: StateFileFormat) -> apsw.Connection:
    """A state file, open for reading, and for writing where that is allowed.

    Raises:
        OSError, apsw.Error: it cannot be opened now.
        StrangeFileError: it is another's.
        DAMAGE: it is damaged.
    """
    with path.open("rb") as file:
        versions = file.read(_VERSIONS.stop)[_VERSIONS]
    if versions not in {_ROLLBACK, _WAL}:
        message = "it is not a file that takes changes by a rollback journal"
        raise ValueError(message)
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    try:
        _judge(connection, form)
        if versions == _WAL:  # somebody looked into it with another program
            connection.pragma("journal_mode", "delete")
    except BaseException:
        connection.close()
        raise
    return connection


def _judge(connection: apsw.Connection, form: StateFileFormat) -> None:
    found = {sql for (sql,) in connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")}
    sound = connection.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]
    ours, named_ours = found == set(form.schema), connection.pragma("application_id") == form.application_id
    if sound and not ours and (not named_ours or connection.pragma("user_version")):
        message = "it is sound, but another program's or a newer one's; move it, or install that program"
        raise StrangeFileError(message)
    if not sound or not ours:
        message = "it is not a sound state file of ours"
        raise ValueError(message)
