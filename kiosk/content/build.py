"""Builds content.db from its sources: the same bytes on every machine."""

import hashlib
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

import apsw
from sqlite_utils import Database

from kiosk.content.rows.all_rows import all_rows
from kiosk.content.rows.item_rows import TableRows
from kiosk.content.rows.unfinished import fill_out
from kiosk.content.schema import APPLICATION_ID, SEARCH, TABLES, statements_of, user_version
from kiosk.content.search.index import fill_search
from kiosk.content.sources.documents import source_files, source_pictures
from kiosk.content.sources.loading import Sources, load_valid_sources
from kiosk.disk.files import LARGEST_MEDIA, contents_of, replaced_atomically
from kiosk.errors import SourceError, StorageError

PAGE_SIZE = 4096
_DISK = (apsw.FullError, apsw.IOError, apsw.CantOpenError, apsw.ReadOnlyError)
_DISK_CODES = frozenset({apsw.SQLITE_FULL, apsw.SQLITE_IOERR, apsw.SQLITE_CANTOPEN, apsw.SQLITE_READONLY})
"""What SQLite says of a disk that takes no more, by either of its libraries."""
_FAMILY = 0xFF
"""The bits of an error's number that say which of these it is."""
DRAFT = "PRAGMA synchronous = OFF"
"""A draft is thrown away: only the file made from it is brought to the disk."""


def build(folder: Path, target: Path, *, unfinished: bool = False) -> None:
    """Build a database.

    Args:
        folder: the source files.
        target: the database to write; replaced in one step.
        unfinished: show texts in the languages they lack too, for a preview.

    Raises:
        SourceError: the sources cannot be made into a database; names the first reason and how to see the others.
        StorageError: the database cannot be written there: the disk is full, read-only or failing.
    """
    loaded = load_valid_sources(folder)
    try:
        write_database(loaded, sources_sha256(folder), target, unfinished=unfinished)
    except OSError as error:
        message = f"{target}: cannot be written ({error.strerror}); name a file in a folder that exists and is yours"
        raise StorageError(message) from error
    except (*_DISK, sqlite3.OperationalError) as error:
        if isinstance(error, sqlite3.OperationalError) and error.sqlite_errorcode & _FAMILY not in _DISK_CODES:
            raise
        message = f"{target}: cannot be written ({error}); make room on its disk, and on that of {gettempdir()}"
        raise StorageError(message) from error


def sources_sha256(folder: Path) -> str:
    """What the sources say, as one number: names and bytes of all files."""
    digest = hashlib.sha256()
    for path in (*source_files(folder), *source_pictures(folder)):
        content = contents_of(path, LARGEST_MEDIA)
        digest.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def write_database(loaded: Sources, digest: str, target: Path, *, unfinished: bool = False) -> None:
    """Write rows with sqlite-utils, then the final file with the pinned SQLite of apsw.

    Raises:
        SourceError: a row breaks a rule of the schema.
    """
    rows = all_rows(loaded, digest)
    if unfinished:
        fill_out(rows)
    with TemporaryDirectory() as folder:
        draft = Path(folder) / "draft.db"
        _write_draft(rows, draft)
        with replaced_atomically(target) as fresh:
            finish(draft, fresh)


def _write_draft(rows: TableRows, draft: Path) -> None:
    connection = sqlite3.connect(draft)
    database = Database(connection)
    try:
        connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
        connection.execute(DRAFT)
        with connection:
            for statement in statements_of(TABLES):
                database.execute(statement)
            for table, table_rows in rows.tables.items():
                database.table(table).insert_all(table_rows, batch_size=500)
            _refuse_dangling(connection)
    except sqlite3.IntegrityError as error:
        message = f"the sources break a rule of the schema: {error}; run `kiosk content check` on the sources"
        raise SourceError(message) from error
    finally:
        connection.close()


def _refuse_dangling(connection: sqlite3.Connection) -> None:
    dangling = connection.execute("PRAGMA foreign_key_check").fetchall()
    if dangling:
        tables = ", ".join(sorted({f"{table} -> {parent}" for table, _rowid, parent, _key in dangling}))
        message = f"references that lead nowhere: {len(dangling)} ({tables}); run `kiosk content check` on the sources"
        raise SourceError(message)


def finish(draft: Path, target: Path) -> None:
    """Add the search table and the header, and write the file whose bytes depend on the rows alone."""
    connection = apsw.Connection(str(draft))
    try:
        connection.execute(DRAFT)
        for statement in statements_of(SEARCH):
            connection.execute(statement)
        with connection:
            fill_search(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {user_version()}")
        connection.execute("VACUUM INTO ?", (str(target),))
    finally:
        connection.close()
