"""Only a sound database of ours is opened, and it is only read."""

import sqlite3
import struct
from pathlib import Path

import apsw
import pytest

from kiosk.content.build import build
from kiosk.content.reading.connection import open_content
from kiosk.content.schema import APPLICATION_ID, MAJOR, MINOR, user_version
from kiosk.content.store import ContentStore
from kiosk.errors import ContentCorruptError, ContentError, ContentMissingError, FutureContentError, UnknownItemError
from tests.helpers.sources import write


@pytest.fixture
def database(tmp_path: Path) -> Path:
    build(write(tmp_path / "sources"), tmp_path / "content.db")
    return tmp_path / "content.db"


def alter(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    with connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def set_header(path: Path, offset: int, value: int) -> None:
    data = bytearray(path.read_bytes())
    data[offset : offset + 4] = struct.pack(">I", value)
    path.write_bytes(data)


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(ContentMissingError, match="kiosk content build"):
        ContentStore.open(tmp_path / "none.db")


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\0" + b"\xff" * 4096])
def test_what_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "content.db"
    path.write_bytes(content)
    with pytest.raises(ContentCorruptError):
        ContentStore.open(path)


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_truncated_database_is_refused_or_fails_as_content_does(database: Path, part: float) -> None:
    data = database.read_bytes()
    database.write_bytes(data[: int(len(data) * part)])
    with pytest.raises(ContentError):
        store = ContentStore.open(database)
        store.words()
        store.pavilion("pavilion:k9")
        store.public_service("service:cnie")
        store.glossary(0, 10)
        store.search("cnie", 10)
        store.emergency_numbers()
        store.editions()


def test_another_application_is_refused(database: Path) -> None:
    set_header(database, 68, 0x12345678)
    with pytest.raises(ContentCorruptError, match="application_id is 0x12345678"):
        ContentStore.open(database)


def test_a_newer_major_version_is_refused_and_says_what_to_do(database: Path) -> None:
    set_header(database, 60, user_version(MAJOR + 1, 0))
    with pytest.raises(FutureContentError, match="update the kiosk"):
        ContentStore.open(database)


def test_a_newer_minor_version_may_bring_tables(database: Path) -> None:
    alter(database, "CREATE TABLE more (id INTEGER)")
    with pytest.raises(ContentCorruptError, match="table more"):
        ContentStore.open(database)
    set_header(database, 60, user_version(MAJOR, MINOR + 1))
    ContentStore.open(database).close()


@pytest.mark.parametrize(
    "statement", ["CREATE VIRTUAL TABLE more USING fts5(a)", "CREATE INDEX more ON item (icon)", "CREATE VIEW more AS SELECT 1"]
)
def test_a_newer_minor_version_brings_nothing_but_plain_tables(database: Path, statement: str) -> None:
    alter(database, "CREATE TABLE good (id INTEGER PRIMARY KEY, name TEXT UNIQUE)", "CREATE INDEX better ON good (name)")
    set_header(database, 60, user_version(MAJOR, MINOR + 1))
    ContentStore.open(database).close()
    alter(database, statement)
    with pytest.raises(ContentCorruptError, match="more"):
        ContentStore.open(database)


def test_a_read_without_end_is_ended(database: Path) -> None:
    connection = open_content(database, 0.05)
    with pytest.raises(apsw.InterruptError):
        connection.execute("SELECT count(*) FROM text a, text b, text c, text d").fetchall()


def test_a_folder_in_the_files_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentMissingError):
        ContentStore.open(tmp_path)


def test_side_files_of_an_older_database_are_not_read(database: Path) -> None:
    database.with_name("content.db-wal").write_bytes(b"\x37\x7f\x06\x82" + bytes(4096))
    database.with_name("content.db-journal").write_bytes(bytes.fromhex("d9d505f920a163d7") + bytes(4096))
    before = database.read_bytes()
    ContentStore.open(database).pavilion("pavilion:k9")
    assert database.read_bytes() == before


@pytest.mark.parametrize(
    "statements",
    [
        ("CREATE VIEW extra AS SELECT 1",),
        ("CREATE TRIGGER t AFTER INSERT ON meta BEGIN DELETE FROM item; END",),
        (
            "DROP TABLE meta",
            "CREATE VIEW meta AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n AS key, n FROM r",
        ),
        ("DROP TABLE meta", "CREATE TABLE meta (key TEXT, value TEXT AS (zeroblob(400000000)))"),
        ("ALTER TABLE item ADD COLUMN spy TEXT",),
    ],
)
@pytest.mark.parametrize("version", [user_version(), user_version(MAJOR, MINOR + 1)])
def test_a_hostile_schema_is_refused(database: Path, statements: tuple[str, ...], version: int) -> None:
    alter(database, *statements)
    set_header(database, 60, version)
    with pytest.raises(ContentCorruptError, match="schema is not ours"):
        ContentStore.open(database)


def test_a_huge_value_is_refused_when_it_is_read(database: Path) -> None:
    alter(database, "UPDATE text SET shown = printf('%.*c', 20000000, 'x') WHERE item = 'pavilion:k9' AND field = 'name'")
    store = ContentStore.open(database)
    with pytest.raises(ContentCorruptError):
        store.pavilion("pavilion:k9")


def test_a_link_in_the_files_place_is_refused(database: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(database)
    with pytest.raises(ContentCorruptError):
        ContentStore.open(link)


@pytest.mark.parametrize(
    "sql", ["DELETE FROM item", "ATTACH 'x.db' AS x", "PRAGMA writable_schema = 1", "SELECT load_extension('x')"]
)
def test_the_connection_does_nothing_but_read(database: Path, sql: str) -> None:
    connection = open_content(database)
    with pytest.raises(Exception, match=r"not authorized|readonly|prohibited"):
        connection.execute(sql)


def test_an_unknown_item_is_named(database: Path) -> None:
    with pytest.raises(UnknownItemError, match="pavilion:none"):
        ContentStore.open(database).pavilion("pavilion:none")


def test_the_application_id_spells_the_name() -> None:
    assert struct.pack(">I", APPLICATION_ID) == b"JSUR"
