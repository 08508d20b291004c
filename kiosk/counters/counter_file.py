"""The file of counters: figures by the hour, and the words that often were not found. Nothing in it is about one visitor."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import apsw

from kiosk.disk.state_file import StateFile
from kiosk.disk.state_format import StateFileFormat
from kiosk.domain.counters import Bucket, Counted, Counts, Sightings, sighted
from kiosk.errors import StorageError

NAME = "counters.db"
_SCHEMA = (
    """CREATE TABLE figure (
    "when" TEXT NOT NULL, counted TEXT NOT NULL, mode TEXT NOT NULL, language TEXT NOT NULL, subject TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0), PRIMARY KEY ("when", counted, mode, language, subject)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE word (word TEXT NOT NULL, day TEXT NOT NULL, number INTEGER NOT NULL CHECK (number > 0),
    PRIMARY KEY (word, day)) STRICT, WITHOUT ROWID""",
)
COUNTERS = StateFileFormat("what was counted", 0x4A535243, _SCHEMA, StorageError)
_ADD = """INSERT INTO figure ("when", counted, mode, language, subject, number) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET number = number + excluded.number"""
_ADD_WORD = "INSERT INTO word (word, day, number) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET number = number + excluded.number"
_TOO_FEW = "DELETE FROM word WHERE word IN (SELECT word FROM word GROUP BY word HAVING sum(number) < ?)"


class CounterFile:
    """One open file of counters."""

    def __init__(self, path: Path, days: int, least: int) -> None:
        """Open it, or begin it.

        Args:
            path: the file.
            days: how long a figure is kept.
            least: visits that must have looked for a word before it is written down.
        """
        self._file = StateFile(path, COUNTERS)
        self._days, self._least = days, least
        self._sightings = Sightings()

    def require(self) -> None:
        """The file can be read.

        Raises:
            StorageError: it cannot.
        """
        self._file.require()

    def close(self) -> None:
        """Close the database."""
        self._file.close()

    def add(self, counts: Counts, sought: Iterable[frozenset[str]], today: date) -> None:
        """Add what was counted, and drop what is too old, in one transaction.

        Args:
            counts: what was counted since the last time.
            sought: by visit, the words looked for in vain.
            today: by the kiosk's clock.

        Raises:
            StorageError: it could not be written; nothing of it has been, and it may be given again.
        """
        day, sightings = today.isoformat(), self._sightings
        with self._file.change() as connection:
            connection.execute("PRAGMA secure_delete = ON")  # what is dropped is overwritten
            rows = ((b.when, b.counted.value, b.mode, b.language, b.subject, number) for b, number in counts.items())
            connection.executemany(_ADD, rows)
            for words in sought:
                sightings, told = sighted(sightings, words, day, _known(connection), self._least)
                connection.executemany(_ADD_WORD, ((word, day, number) for word, number in told.items()))
            first = _first(today, self._days)
            connection.execute('DELETE FROM figure WHERE "when" < ?', (first,))
            connection.execute("DELETE FROM word WHERE day < ?", (first,))
            connection.execute(_TOO_FEW, (self._least,))
        self._sightings = sightings

    def counts(self, today: date) -> Counts:
        """What was counted in the days that are kept, as it was counted: to be merged before anyone sees it."""
        sql = 'SELECT counted, "when", mode, language, subject, number FROM figure WHERE "when" >= ?'
        nothing: dict[Bucket, int] = {}
        return self._file.read(
            lambda connection: {
                Bucket(Counted(str(counted)), str(when), str(mode), str(language), str(subject)): int(str(number))
                for counted, when, mode, language, subject, number in connection.execute(sql, (_first(today, self._days),))
            },
            nothing,
        )

    def words(self, today: date) -> dict[str, int]:
        """The words often looked for and not found in the days that are kept, the most wanted first."""
        sql = "SELECT word, sum(number) FROM word WHERE day >= ? GROUP BY word HAVING sum(number) >= ?"
        limits = (_first(today, self._days), self._least)
        nothing: dict[str, int] = {}
        found = self._file.read(lambda connection: {str(w): int(str(n)) for w, n in connection.execute(sql, limits)}, nothing)
        return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def _first(today: date, days: int) -> str:
    return (today - timedelta(days=days - 1)).isoformat()


def _known(connection: apsw.Connection) -> frozenset[str]:
    return frozenset(str(word) for (word,) in connection.execute("SELECT DISTINCT word FROM word"))


def read_counters(state: Path, today: date, days: int, least: int) -> tuple[Counts, dict[str, int]]:
    """What a kiosk has counted, and the words it did not find; nothing where it has never counted.

    Args:
        state: the kiosk's state folder.
        today: by the kiosk's clock.
        days: how long a figure is kept.
        least: visits that must have looked for a word.

    Raises:
        StorageError: the file cannot be opened.
    """
    path = state / NAME
    if not path.exists():
        return Counter[Bucket](), {}
    file = CounterFile(path, days, least)
    try:
        file.require()
        return file.counts(today), file.words(today)
    finally:
        file.close()
