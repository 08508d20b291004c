"""Holds the open content database, and opens it again when the file has been mended or another takes its place."""

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.content.store import ContentStore
from kiosk.errors import ContentError

WATCH_MS = 2_000
"""A mended file is in use within two of these."""

log = logging.getLogger(__name__)

_Signature = tuple[Path, int, int, int]


class ContentHolder(QObject):
    """The one place that opens content.db; no error of it goes further than the log."""

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
        self._said = ""
        self.opened.emit()
        if previous is not None:
            previous.close()

    def fail(self, error: ContentError) -> None:
        """The open database turned out to be bad: out of service until the file changes."""
        self._say(str(error))
        if self.store is not None:
            self.store.close()
            self.store = None
        self.closed.emit()
        self.failed.emit()

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
