"""Content databases of many items, for seeing whether size shows."""

import shutil
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

import apsw
from sqlite_utils import Database

from kiosk.content.build import finish

MODEL = "pavilion:k9"


def grow(content: Path, target: Path, items: int) -> None:
    """Write a database that holds the content and so many copies of a pavilion with its statements, after the real ones."""
    with TemporaryDirectory() as folder:
        draft = Path(folder) / "draft.db"
        without_search(content, draft)
        database = Database(draft)
        parts = list(database.query("SELECT * FROM item WHERE id = :m OR (parent = :m AND kind = 'statement')", {"m": MODEL}))
        names = {str(part["id"]) for part in parts}
        texts = [row for row in database.query("SELECT * FROM text") if row["item"] in names]
        sources = [row for row in database.query("SELECT * FROM item_source") if row["item"] in names]
        sections = [row for row in database.query("SELECT * FROM statement") if row["id"] in names]
        with database.conn:
            for number in range(items):
                mark = f"~{number}"
                _insert(database.conn, "item", [_copied(row, mark) | {"rank": row["rank"] + 1000 + number} for row in parts])
                _insert(database.conn, "text", [_copied(row, mark) for row in texts])
                _insert(database.conn, "item_source", [_copied(row, mark) for row in sources])
                _insert(database.conn, "statement", [_copied(row, mark) for row in sections])
        database.close()
        finish(draft, target)


def _copied(row: dict, mark: str) -> dict:
    return row | {key: f"{row[key]}{mark}" for key in ("id", "item", "parent") if row.get(key)}


def _insert(connection: sqlite3.Connection, table: str, rows: list[dict]) -> None:
    columns = ", ".join(rows[0])
    marks = ", ".join(f":{column}" for column in rows[0])
    connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)


def without_search(content: Path, draft: Path) -> None:
    """Copy a database as it was before its search was made."""
    shutil.copy(content, draft)
    connection = apsw.Connection(str(draft))
    for table in ("search_names", "search_anywhere"):
        connection.execute(f"DROP TABLE {table}")
    for table in ("search_name", "search_word", "search_slip", "search_document"):
        connection.execute(f"DELETE FROM {table}")
    connection.close()
