"""Holds the open content database, and opens it again when the file has been mended or another takes its place."""

import logging
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.content.store import ContentStore
from kiosk.errors import ContentError, DamagedItemError

WATCH_MS = 2_000
"""A mended file is in use within two of these."""

log = logging.getLogger(__name__)

_Signature = tuple[Path, int, int, int]
_T = TypeVar("_T")


def _unfit(error: Exception) -> DamagedItemError:
    """What was read is sound by itself, and does not fit together: a situation is not there, a question has no answers."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return DamagedItemError(
        f"cannot be shown ({error!r}, {Path(frame.filename).name}:{frame.lineno}); put a good database in its place"
    )


class ContentHolder(QObject):
    """The one place that opens content.db, and through which the window reads it; no error of it goes further than the log."""

    opened = Signal()
    closed = Signal()
    replaced = Signal()
    """A newer file is ready; taken into use by `open`."""
    failed = Signal()
    """A database turned out to be bad."""

    def __init__(self, locate: Callable[[], Path], parent: QObject) -> None:
        """Watch a database.

        Args:
            locate: says where the database is now.
            parent: owns the holder.
        """
        super().__init__(parent)
        self._locate = locate
        self._seen: _Signature | None = None
        self._said = ""
        self._bad: ContentError | None = None
        """Why the open database is about to be taken out of service."""
        self.store: ContentStore | None = None
        self._timer = QTimer(self, interval=WATCH_MS)
        self._timer.timeout.connect(self.watch)
        self._timer.start()

    def watch(self) -> None:
        """Look whether the file has changed, and open it if nothing is open."""
        signature = self._signature()
        if signature == self._seen:
            return
        self._seen = signature
        if self.store is None:
            self.open()
        else:
            self.replaced.emit()

    def open(self) -> None:
        """Open the file; on failure the kiosk is out of service until the file changes."""
        self._seen = self._signature()
        try:
            store = ContentStore.open(self._locate())
        except ContentError as error:
            self._say(str(error))
            if self.store is None:
                self.closed.emit()
            self.failed.emit()
            return
        previous, self.store = self.store, store
        self._said, self._bad = "", None
        self.opened.emit()
        if previous is not None:
            previous.close()

    def fail(self, error: ContentError) -> None:
        """The open database turned out to be bad: out of service until the file changes."""
        self._say(str(error))
        self._bad = None
        if self.store is not None:
            self.store.close()
            self.store = None
        self.closed.emit()
        self.failed.emit()

    def guarded(self, act: Callable[[], None]) -> None:
        """Do what reads the database; where it turns out to be bad, that is one line in the log and the calm screen."""
        try:
            act()
        except ContentError as error:
            self._fail_soon(error)
        except (LookupError, ValueError) as error:
            self._fail_soon(_unfit(error))

    def read(self, ask: Callable[[ContentStore], _T], otherwise: _T) -> _T:
        """Ask the open database.

        Args:
            ask: what is asked.
            otherwise: the answer where none is open, or where it turns out to be bad.
        """
        if self.store is None or self._bad is not None:
            return otherwise
        try:
            return ask(self.store)
        except ContentError as error:
            self._fail_soon(error)
        except (LookupError, ValueError) as error:
            self._fail_soon(_unfit(error))
        return otherwise

    def _fail_soon(self, error: ContentError) -> None:
        """In a turn of its own: a list that is being drawn must not vanish under the hands of whoever draws it."""
        if self._bad is None:
            self._bad = error
            QTimer.singleShot(0, self, self._fail_now)

    def _fail_now(self) -> None:
        if self._bad is not None:
            self.fail(self._bad)

    def close(self) -> None:
        """Stop watching and close the database."""
        self._timer.stop()
        if self.store is not None:
            self.store.close()
            self.store = None

    def _say(self, reason: str) -> None:
        if reason != self._said:
            log.error("out of service: %s", reason)
            self._said = reason

    def _signature(self) -> _Signature | None:
        path = self._locate()
        try:
            status = path.stat()
        except OSError:
            return None
        return path, status.st_mtime_ns, status.st_size, status.st_ino
