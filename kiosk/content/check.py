"""Checks a folder of sources or a database, and says for each fault where it is and how it is mended."""

from pathlib import Path

import apsw

from kiosk.content.connection import open_content
from kiosk.content.rows import Rows, rows_of
from kiosk.content.rules import RULES, Content
from kiosk.content.sources import Finding, Sources, load_sources
from kiosk.errors import ContentError

_READ_TABLES = [
    "language",
    "source",
    "item",
    "text",
    "item_source",
    "relation",
    "media",
    "statement",
    "timetable_slot",
    "edition",
    "public_service",
    "situation",
    "cost",
    "contact_point",
    "channel",
    "emergency_number",
    "web_address",
    "takeaway",
]


def check(path: Path) -> list[Finding]:
    """Everything wrong with a folder of sources, or with a database file.

    A database that cannot even be opened gives one finding.
    """
    return check_sources(path) if path.is_dir() else check_database(path)


def check_sources(folder: Path) -> list[Finding]:
    """Form first; the rules follow when every file has been read."""
    loaded, findings = load_sources(folder)
    if loaded.exhibition is None or loaded.organisation is None:
        return findings
    problems = _problems(rows_of(loaded, ""))
    return findings + [Finding(_file_of(item, loaded), f"{item} {field}", what, mend) for item, field, what, mend in problems]


def _problems(rows: Rows) -> list[tuple[str, str, str, str]]:
    content = Content(rows)
    return [problem for rule in RULES for problem in rule(content)]


def _file_of(item: str, loaded: Sources) -> str:
    """The source file an item, or the item it is a part of, was read from."""
    if item.startswith("exhibition:"):
        return loaded.files["exhibition"]
    name = item.removeprefix("statement:")
    kinds = {"unit": "pavilion", "takeaway": "pavilion", "slot": "demonstration", "contact": "service"}
    kinds |= dict.fromkeys(("situation", "cost", "channel"), "service")
    kind, _, rest = name.partition(":")
    owner = f"{kinds.get(kind, kind)}:{rest.split('/')[0]}"
    return loaded.files.get(owner, loaded.files.get(kind, name))


def check_database(path: Path) -> list[Finding]:
    """The file's soundness, then the rules."""
    try:
        connection = open_content(path)
    except ContentError as error:
        return [Finding(str(path), "file", str(error).removeprefix(f"{path}: "), "put a good database in its place")]
    try:
        faults = _faults(connection, path)
        return faults or [Finding(str(path), f"{i} {f}", what, mend) for i, f, what, mend in _problems(_rows_in(connection))]
    except apsw.Error as error:
        return [Finding(str(path), "file", f"cannot be read ({error})", "put a good database in its place")]
    finally:
        connection.close()


def _faults(connection: apsw.Connection, path: Path) -> list[Finding]:
    mend = "build it again with `kiosk content build`"
    unsound = [text for (text,) in connection.execute("PRAGMA integrity_check") if text != "ok"]
    dangling = [f"{table} refers to a missing {parent}" for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check")]
    return [Finding(str(path), "file", str(fault), mend) for fault in (*unsound, *dangling)]


def _rows_in(connection: apsw.Connection) -> Rows:
    rows = Rows()
    for table in _READ_TABLES:
        cursor = connection.execute(f"SELECT * FROM {table}")  # noqa: S608 - our own table names
        names = [name for name, _ in cursor.get_description()] if table else []
        rows.tables[table] = [dict(zip(names, values, strict=True)) for values in cursor]
    return rows
