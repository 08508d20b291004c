"""A file that keeps what a kiosk must not lose: one SQLite database, every change one transaction that is on the disk at its end.

Only a file that is damaged is moved aside, and a new one begun. One that cannot be read or written now (another owner, a disk that
is full or read-only) stays where it is, and is tried again at each use; one that is taken away while it is open is put back.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

import apsw

from kiosk.disk.files import replaced_atomically
from kiosk.disk.state_format import CHOICES, DAMAGE, StateFileFormat, open_state
from kiosk.errors import KioskError

BUSY_MS = 2_000
"""How long a change waits for one of the console command."""
PAGE_SIZE = 512
_CACHE_KIB = 128
"""Of a file that grows for months: its pages in memory shall not."""
_PASSING = (apsw.BusyError, apsw.LockedError)
_TRY_AGAIN = "wait for the command that holds it"
_ROOM = "make room on the disk, or mend it"
_GIVE_BACK = "give it and its folder to the kiosk's account (chown), and let that write there"
_T = TypeVar("_T")

log = logging.getLogger(__name__)


class StateFile:
    """One state file; open as far as it can be."""

    def __init__(self, path: Path, form: StateFileFormat = CHOICES) -> None:
        """Open it, or begin it; where that fails now, `fault` says why.

        Args:
            path: the file; its folder is made.
            form: what it holds.
        """
        self.path, self._form = path, form
        self._connection: apsw.Connection | None = None
        self._opened_as = (0, 0)
        self.fault = ""
        """Why nothing can be read or nothing be kept, and the mend; empty where all is well."""
        try:
            self._stand()
        except (OSError, apsw.Error) as error:
            self._complain(error)

    def require(self) -> None:
        """The file can be read.

        Raises:
            KioskError: of the form's family: it cannot.
        """
        if self._connection is None:
            raise self._form.error(self.fault)

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def read(self, act: Callable[[apsw.Connection], _T], otherwise: _T) -> _T:
        """What is found in the file; `otherwise` where it cannot be read, or turned out to be damaged and was kept aside."""
        try:
            try:
                return act(self._stand())
            except DAMAGE:
                self.close()  # opening it again judges the whole file
                return act(self._stand())
        except DAMAGE as error:
            with suppress(OSError, apsw.Error):  # a disk that takes nothing: whoever changes something is told
                self._begin_anew(error)
        except (OSError, apsw.Error) as error:
            self._complain(error)
        return otherwise

    @contextmanager
    def change(self) -> Iterator[apsw.Connection]:
        """One transaction, on the disk when it ends.

        Raises:
            KioskError: of the form's family; it could not be written, nothing of it has been.
        """
        try:
            connection = self._begun()
        except (OSError, apsw.Error) as error:
            raise self._complain(error) from error
        try:
            yield connection
            connection.execute("COMMIT")
        except apsw.Error as error:
            self._roll_back(connection)
            if isinstance(error, DAMAGE):
                self.close()  # the next use judges it
            raise self._complain(error) from error
        except BaseException:
            self._roll_back(connection)
            raise
        self.fault = ""

    def _begun(self) -> apsw.Connection:
        """A transaction, on a file that was opened again where it refused one."""
        if self._connection is not None and self._connection.readonly("main") and self.path.exists():
            self.close()  # it may be written by now
        try:
            connection = self._stand()
            connection.execute("BEGIN IMMEDIATE")
        except DAMAGE:
            self.close()  # opening it again judges the whole file
            connection = self._stand()
            connection.execute("BEGIN IMMEDIATE")
        return connection

    @staticmethod
    def _roll_back(connection: apsw.Connection) -> None:
        if connection.in_transaction:
            connection.execute("ROLLBACK")

    def _complain(self, error: Exception) -> KioskError:
        mend = (
            _TRY_AGAIN if isinstance(error, _PASSING) else _ROOM if isinstance(error, apsw.FullError | apsw.IOError) else _GIVE_BACK
        )
        said = f"{self.path}: {self._form.holds} cannot be read or kept ({error}); {mend}"
        if not isinstance(error, _PASSING) and said != self.fault:
            self.fault = said
            log.error("%s", said)
        return self._form.error(said)

    # opening -----------------------------------------------------------------------------------------------------

    def _stand(self) -> apsw.Connection:
        """The open file, which is the one that stands at the path."""
        if self._connection is not None:
            try:
                if _identity(self.path) != self._opened_as:
                    self.close()
            except FileNotFoundError:
                self._put_back(self._connection)
        return self._connection or self._open()

    def _open(self) -> apsw.Connection:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        if not self.path.exists():
            self._make()
        try:
            connection = open_state(self.path, self._form)
        except DAMAGE as error:
            self._keep_aside(error)
            self._make()
            connection = open_state(self.path, self._form)
        connection.set_busy_timeout(BUSY_MS)
        connection.execute("PRAGMA synchronous = EXTRA")  # FULL, and the folder too: a power cut undoes nothing that was said
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        self._connection, self._opened_as = connection, _identity(self.path)
        if connection.readonly("main") and not self.fault:
            self._complain(apsw.ReadOnlyError("it may not be written"))
        return connection

    def _make(self) -> None:
        with replaced_atomically(self.path) as fresh:
            connection = apsw.Connection(str(fresh))
            for pragma in (f"page_size = {PAGE_SIZE}", "synchronous = OFF", f"application_id = {self._form.application_id}"):
                connection.execute(f"PRAGMA {pragma}")
            with connection:
                for statement in self._form.schema:
                    connection.execute(statement)
            connection.close()
            fresh.chmod(0o600)

    def _put_back(self, connection: apsw.Connection) -> None:
        """The file was taken away: what is still open is written to its place, and opened there."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with replaced_atomically(self.path) as fresh:
                connection.execute("VACUUM INTO ?", (str(fresh),))
                fresh.chmod(0o600)
        except (OSError, apsw.Error) as error:
            self._complain(error)
            return
        self.close()
        log.error("%s: %s was taken away; it is put back", self.path, self._form.holds)

    def _begin_anew(self, error: Exception) -> None:
        self.close()
        self._keep_aside(error)
        self._open()

    def _keep_aside(self, error: Exception) -> None:
        """The bad file, with what an unfinished change left beside it."""
        number = 1
        while (aside := self.path.with_name(f"{self.path.name}.bad-{number}")).exists():
            number += 1
        self.path.replace(aside)
        journal = self.path.with_name(f"{self.path.name}-journal")
        if journal.exists():
            journal.replace(aside.with_name(f"{aside.name}-journal"))
        message = "%s: %s cannot be read (%s); kept as %s, begun anew"
        log.error(message, self.path, self._form.holds, error, aside.name)


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino
