"""Opens content.db for reading, and nothing but a content.db of ours, and nothing but reading."""

import time
from functools import cache
from pathlib import Path
from typing import NoReturn

import apsw

from kiosk.content.schema import APPLICATION_ID, MAJOR, MINOR, SEARCH, TABLES, statements_of, version_parts
from kiosk.errors import ContentCorruptError, ContentMissingError, FutureContentError

READ_SECONDS = 2.0
"""No single read of ours takes a hundredth of this; a file that makes one is hostile."""
ADMIN_SECONDS = 120.0
"""What checks of a whole database may take for one of their reads."""
_PROGRESS_STEPS = 20_000
_CACHE_KIB = 256
"""Pages kept of the file, which the system keeps anyway: more of them are no faster, and take days to fill."""

_LIMITS = {
    apsw.SQLITE_LIMIT_LENGTH: 16_000_000,
    apsw.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    apsw.SQLITE_LIMIT_COLUMN: 100,
    apsw.SQLITE_LIMIT_EXPR_DEPTH: 20,
    apsw.SQLITE_LIMIT_COMPOUND_SELECT: 3,
    apsw.SQLITE_LIMIT_VDBE_OP: 25_000,
    apsw.SQLITE_LIMIT_FUNCTION_ARG: 8,
    apsw.SQLITE_LIMIT_ATTACHED: 0,
    apsw.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 50,
    apsw.SQLITE_LIMIT_VARIABLE_NUMBER: 100,
    apsw.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
}
_SWITCHES = {
    apsw.SQLITE_DBCONFIG_DEFENSIVE: 1,
    apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA: 0,
    apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER: 0,
    apsw.SQLITE_DBCONFIG_ENABLE_VIEW: 0,
    apsw.SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION: 0,
    apsw.SQLITE_DBCONFIG_ENABLE_QPSG: 1,
}
_ALLOWED = frozenset({apsw.SQLITE_SELECT, apsw.SQLITE_READ})
_FUNCTIONS = frozenset({"count", "match", "bm25", "coalesce", "max", "min", "length", "substr"})
_PRAGMAS = frozenset({"data_version", "integrity_check", "foreign_key_check"})

Schema = frozenset[tuple[str, str, str, str]]
"""Type, name, table and text of each entry."""


def open_content(path: Path, seconds: float = READ_SECONDS) -> apsw.Connection:
    """A connection that can only read, and only a database of our shape.

    Args:
        path: the database.
        seconds: when a single read is ended.

    Raises:
        ContentMissingError: there is no file.
        ContentCorruptError: it is no file, no content database, is damaged, or holds tables, views or triggers that are not ours.
        FutureContentError: it was made for a newer program.
    """
    if not path.is_file():
        _refuse_no_file(path)
    try:
        connection = _open_read_only(path, seconds)
        _check_header(connection, path)
        _check_schema(connection, path)
    except (apsw.Error, UnicodeDecodeError) as error:
        message = f"{path}: not a sound content database ({error}); put a good one in its place"
        raise ContentCorruptError(message) from error
    connection.authorizer = _authorize
    return connection


def _refuse_no_file(path: Path) -> NoReturn:
    if path.exists():
        kind = "a folder" if path.is_dir() else "a device, pipe or socket"
        message = f"{path}: {kind}, not a content database; name the file"
        raise ContentCorruptError(message)
    message = f"{path}: there is no content database; build one with `kiosk content build`"
    raise ContentMissingError(message)


def copied_into_memory(connection: apsw.Connection, seconds: float) -> apsw.Connection:
    """A copy of an open database, under the same limits: SQLite looks at CHECK constraints only where it might write.

    Args:
        connection: an open database.
        seconds: when a single read of the copy is ended.

    Raises:
        apsw.Error: the database is damaged.
    """
    copy = apsw.Connection(":memory:")
    with copy.backup("main", connection, "main") as pages:
        pages.step()
    _harden(copy, seconds)
    copy.authorizer = _authorize
    return copy


def _open_read_only(path: Path, seconds: float) -> apsw.Connection:
    real = path.parent.resolve() / path.name
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI | apsw.SQLITE_OPEN_NOFOLLOW
    connection = apsw.Connection(f"{real.as_uri()}?mode=ro&immutable=1", flags=flags)
    _harden(connection, seconds)
    return connection


def _harden(connection: apsw.Connection, seconds: float) -> None:
    for switch, value in _SWITCHES.items():
        connection.config(switch, value)
    for limit, value in _LIMITS.items():
        connection.limit(limit, value)
    pragmas = ("cell_size_check = ON", "mmap_size = 0", "query_only = ON", "temp_store = MEMORY", f"cache_size = -{_CACHE_KIB}")
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}")
    _limit_time(connection, seconds)


def _limit_time(connection: apsw.Connection, seconds: float) -> None:
    """End any statement that runs longer."""
    begun = [time.monotonic()]

    def restart(_cursor: apsw.Cursor, _sql: str, _bindings: object) -> bool:
        begun[0] = time.monotonic()
        return True

    connection.exec_trace = restart
    connection.set_progress_handler(lambda: time.monotonic() - begun[0] > seconds, _PROGRESS_STEPS)


def _check_header(connection: apsw.Connection, path: Path) -> None:
    application_id = connection.pragma("application_id")
    if application_id != APPLICATION_ID:
        message = f"{path}: application_id is {application_id:#x}, not a content database of ours; put a good one in its place"
        raise ContentCorruptError(message)
    major, minor = version_parts(connection.pragma("user_version"))
    if major > MAJOR:
        message = f"{path}: made for content version {major}.{minor}, this program reads {MAJOR}.{MINOR}; update the kiosk first"
        raise FutureContentError(message)
    if major < MAJOR:
        message = f"{path}: content version {major}.{minor} is too old for {MAJOR}.{MINOR}; build it again from its sources"
        raise ContentCorruptError(message)


def _schema_of(connection: apsw.Connection) -> Schema:
    return frozenset(connection.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema"))


@cache
def _our_schema() -> Schema:
    model = apsw.Connection(":memory:")
    with model:  # one transaction: sooner than one for each
        for statement in statements_of(TABLES + SEARCH):
            model.execute(statement)
    schema = _schema_of(model)
    model.close()
    return schema


def _check_schema(connection: apsw.Connection, path: Path) -> None:
    """Exactly our schema; a newer minor version may add plain tables with indexes of their own, which nothing here reads."""
    found, ours = _schema_of(connection), _our_schema()
    _, minor = version_parts(connection.pragma("user_version"))
    foreign = found - ours if minor <= MINOR else _foreign(found - ours)
    if foreign or not ours <= found:
        odd = ", ".join(sorted(f"{kind} {name}" for kind, name, _table, _sql in foreign | (ours - found)))
        message = f"{path}: its schema is not ours ({odd}); put a good database in its place"
        raise ContentCorruptError(message)


def _foreign(added: Schema) -> Schema:
    tables = {name for kind, name, _table, sql in added if kind == "table" and sql.upper().startswith("CREATE TABLE")}
    return frozenset(entry for entry in added if entry[0] not in {"table", "index"} or entry[2] not in tables)


def _authorize(action: int, first: str | None, second: str | None, _database: str | None, _by: str | None) -> int:
    if action in _ALLOWED:
        return apsw.SQLITE_OK
    if action == apsw.SQLITE_FUNCTION and second in _FUNCTIONS:
        return apsw.SQLITE_OK
    if action == apsw.SQLITE_PRAGMA and first in _PRAGMAS:
        return apsw.SQLITE_OK
    return apsw.SQLITE_DENY
