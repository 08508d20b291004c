"""Brings counts to the disk beside the window: no visitor waits for it, and a disk that fails disturbs nobody."""

from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from pathlib import Path

from kiosk.counters.counter_file import CounterFile
from kiosk.domain.counters import Bucket, Counts
from kiosk.errors import StorageError

MOST_VISITS = 1_000
"""Whose words wait for a disk that fails."""


class CounterKeeper:
    """Writes in a thread of its own, one transaction at a time; what could not be written is tried again with the next."""

    def __init__(self, path: Path, days: int, least: int) -> None:
        """Open nothing yet.

        Args:
            path: the file of counters.
            days: how long a figure is kept; 0 counts nothing at all.
            least: visits that must have looked for a word before it is written down.
        """
        self._path, self._days, self._least = path, days, least
        self._file: CounterFile | None = None
        self._unwritten: Counter[Bucket] = Counter()
        self._unsought: list[frozenset[str]] = []
        self._pool = ThreadPoolExecutor(1, "counters")

    def keep(self, counts: Counts, sought: Iterable[frozenset[str]], today: date) -> None:
        """Hand over what was counted since the last time; returns at once."""
        if self._days:
            self._pool.submit(self._write, dict(counts), list(sought), today)

    def settle(self) -> None:
        """Wait until everything handed over has been written, or could not be."""
        self._pool.submit(int).result()

    def close(self) -> None:
        """Settle, and let go of the file."""
        self._pool.submit(self._close)
        self._pool.shutdown()

    def _write(self, counts: Counts, sought: list[frozenset[str]], today: date) -> None:
        self._unwritten.update(counts)
        self._unsought = [*self._unsought, *sought][-MOST_VISITS:]
        if self._file is None:
            self._file = CounterFile(self._path, self._days, self._least)
        with suppress(StorageError):  # the file says it; what is counted waits in memory
            self._file.add(self._unwritten, self._unsought, today)
            self._unwritten.clear()
            self._unsought.clear()

    def _close(self) -> None:
        if self._file is not None:
            self._file.close()
