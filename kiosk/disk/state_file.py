"""A file that keeps what a kiosk must not lose: one SQLite database, every change one transaction that is on the disk at its end.

A file that cannot be read is kept aside and a new one begun: the kiosk then shows what its rules say, never nothing.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple, TypeVar

import apsw

from kiosk.disk.files import replaced_atomically
from kiosk.errors import KioskError, StaffStateError

BUSY_MS = 2_000
"""How long a change waits for one of the console command."""
PAGE_SIZE = 512


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
_BROKEN = (apsw.CorruptError, apsw.NotADBError, apsw.SQLError, apsw.FormatError, ValueError, LookupError, TypeError, OverflowError)
_CACHE_KIB = 128
"""Of a file that grows for months: its pages in memory shall not."""
_ROLLBACK = b"\x01\x01"
"""Versions of the format, to write and to read; SQLite would open a file of another, and take no change."""
_T = TypeVar("_T")

log = logging.getLogger(__name__)


class StateFile:
    """One open state file."""

    def __init__(self, path: Path, form: StateFileFormat = CHOICES) -> None:
        """Open it, or begin it.

        Args:
            path: the file; its folder is made.
            form: what it holds.

        Raises:
            KioskError: of the form's family; the folder cannot be written.
        """
        self._path, self._form = path, form
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = self._open()
        except (OSError, apsw.Error) as error:
            message = f"{path}: cannot be written ({error}); name a folder of the kiosk's own as `state` in its settings"
            raise form.error(message) from error

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def read(self, act: Callable[[apsw.Connection], _T], otherwise: _T) -> _T:
        """What is found in the file; `otherwise` where it turned out to be broken, and was kept aside."""
        try:
            return act(self._connection)
        except _BROKEN as error:
            with suppress(OSError, apsw.Error):  # a disk that takes nothing: whoever changes something is told
                self._begin_anew(error)
            return otherwise
        except apsw.Error:
            return otherwise

    @contextmanager
    def change(self) -> Iterator[apsw.Connection]:
        """One transaction, on the disk when it ends.

        Raises:
            KioskError: of the form's family; it could not be written, nothing of it has been.
        """
        try:
            self._connection.execute("BEGIN IMMEDIATE")
        except _BROKEN as error:
            try:
                self._begin_anew(error)
                self._connection.execute("BEGIN IMMEDIATE")
            except (OSError, apsw.Error) as again:
                raise self._unwritten(again) from again
        except apsw.Error as error:
            raise self._unwritten(error) from error
        try:
            yield self._connection
            self._connection.execute("COMMIT")
        except apsw.Error as error:
            self._roll_back()
            raise self._unwritten(error) from error
        except BaseException:
            self._roll_back()
            raise

    def _roll_back(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def _unwritten(self, error: Exception) -> KioskError:
        return self._form.error(f"{self._path}: cannot be written ({error}); make room on the disk, then try again")

    # opening -----------------------------------------------------------------------------------------------------

    def _open(self) -> apsw.Connection:
        if not self._path.exists():
            self._make()
        try:
            return self._opened()
        except _BROKEN as error:
            self._keep_aside(error)
            self._make()
            return self._opened()

    def _opened(self) -> apsw.Connection:
        with self._path.open("rb") as file:
            if file.read(20)[18:] != _ROLLBACK:
                message = "it is not a file that takes changes by a rollback journal"
                raise ValueError(message)
        connection = apsw.Connection(str(self._path), flags=apsw.SQLITE_OPEN_READWRITE)
        try:
            connection.set_busy_timeout(BUSY_MS)
            connection.execute("PRAGMA synchronous = EXTRA")  # FULL, and the folder too: a power cut undoes nothing that was said
            connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
            _refuse_others(connection, self._form)
        except BaseException:
            connection.close()
            raise
        return connection

    def _make(self) -> None:
        with replaced_atomically(self._path) as fresh:
            connection = apsw.Connection(str(fresh))
            for pragma in (f"page_size = {PAGE_SIZE}", "synchronous = OFF", f"application_id = {self._form.application_id}"):
                connection.execute(f"PRAGMA {pragma}")
            with connection:
                for statement in self._form.schema:
                    connection.execute(statement)
            connection.close()
            fresh.chmod(0o600)

    def _begin_anew(self, error: Exception) -> None:
        self._connection.close()
        self._keep_aside(error)
        self._make()
        self._connection = self._opened()

    def _keep_aside(self, error: Exception) -> None:
        """The bad file, with what an unfinished change left beside it."""
        number = 1
        while (aside := self._path.with_name(f"{self._path.name}.bad-{number}")).exists():
            number += 1
        self._path.replace(aside)
        journal = self._path.with_name(f"{self._path.name}-journal")
        if journal.exists():
            journal.replace(aside.with_name(f"{aside.name}-journal"))
        message = "%s: %s cannot be read (%s); kept as %s, begun anew"
        log.error(message, self._path, self._form.holds, error, aside.name)


def _refuse_others(connection: apsw.Connection, form: StateFileFormat) -> None:
    found = {sql for (sql,) in connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")}
    sound = connection.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]
    if not sound or found != set(form.schema) or connection.pragma("application_id") != form.application_id:
        message = "it is not a sound state file of ours"
        raise ValueError(message)
