"""What the store gives out, and that a damaged database costs one known error, never another."""

import random
import sqlite3
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from kiosk.content.build import build
from kiosk.content.checking.check import check
from kiosk.content.reading.reader import LONGEST, Reader
from kiosk.content.store import ContentStore
from kiosk.domain.item import ItemKind
from kiosk.errors import ContentCorruptError, ContentError, UnknownItemError
from tests.helpers.sources import Folder, words, write

LISTED = [kind for kind in ItemKind if kind is not ItemKind.GLOSSARY_TERM]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("store")
    build(write(folder / "sources"), folder / "content.db")
    return (folder / "content.db").read_bytes()


@pytest.fixture
def database(built: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "content.db"
    path.write_bytes(built)
    return path


def read_everything(path: Path) -> None:
    with ContentStore.open(path) as store:
        store.words()
        store.demonstrations()
        store.editions()
        store.emergency_numbers()
        store.glossary(0, 9)
        for kind in LISTED:
            store.cards(kind, 0, 99)
            store.count(kind)
        store.cards_of_services(0, 9, life_event="life_event:identity")
        store.pavilion("pavilion:k9")
        store.unit("unit:k9/dogs")
        store.public_service("service:cnie")
        store.organisation("organisation:dgsn")
        store.web_address("site:cnie")
        store.source("S1")
        store.search("cnie", 9)
        store.search("zzzz cnei", 9)


def alter(path: Path, sql: str) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(sql)
    connection.close()


@pytest.mark.expects_log
@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM text",
        "DELETE FROM text WHERE item = 'pavilion:k9' AND field = 'name'",
        "DELETE FROM text WHERE item = 'pavilion:k9' AND language = 'fr'",
        "DELETE FROM text WHERE item LIKE 'statement:%'",
        "DELETE FROM meta",
        "DELETE FROM statement",
        "DELETE FROM situation",
        "UPDATE meta SET value = 'Mars/Base' WHERE key = 'timezone'",
        "UPDATE item SET parent = NULL WHERE kind = 'unit'",
    ],
)
def test_a_missing_part_is_a_damaged_database(database: Path, sql: str) -> None:
    read_everything(database)
    alter(database, sql)
    with pytest.raises(ContentCorruptError, match="put a good database in its place"):
        read_everything(database)


@pytest.mark.expects_log
@pytest.mark.parametrize("column", ["shown", "speech"])
def test_a_text_that_would_hold_up_the_screen_is_left_out_with_its_item(database: Path, column: str) -> None:
    with ContentStore.open(database) as store:
        sound = [card.identifier for card in store.cards(ItemKind.PAVILION, 0, 99)]
    long = f"replace(hex(zeroblob({LONGEST})), '00', 'ab')"
    alter(database, f"UPDATE text SET {column} = {long} WHERE item = '{sound[0]}' AND field = 'summary'")
    with ContentStore.open(database) as store:
        assert [card.identifier for card in store.cards(ItemKind.PAVILION, 0, 99)] == sound[1:]
        with pytest.raises(ContentCorruptError, match=f"longer than {LONGEST} characters"):
            store.pavilion(sound[0])


@pytest.mark.expects_log
def test_whatever_is_damaged_only_our_errors_come_out(built: bytes, tmp_path: Path) -> None:
    chance, path, refused = random.Random(7), tmp_path / "content.db", 0
    for _ in range(120):
        damaged = bytearray(built)
        for _ in range(chance.choice((1, 16, 200))):
            damaged[chance.randrange(100, len(damaged))] ^= 1 << chance.randrange(8)
        path.write_bytes(damaged)
        try:
            read_everything(path)
        except ContentError:
            refused += 1
        check(path)
    assert refused > 40


@pytest.mark.expects_log
def test_a_page_of_zeros_is_refused_or_survived(built: bytes, tmp_path: Path) -> None:
    path, refused, starts = tmp_path / "content.db", 0, range(4096, len(built), 4096)
    for start in starts:
        path.write_bytes(built[:start] + bytes(4096) + built[start + 4096 :])
        try:
            read_everything(path)
        except ContentError:
            refused += 1
    assert refused > len(starts) // 2


@pytest.mark.parametrize(
    "read",
    [
        lambda store: store.organisation("organisation:none"),
        lambda store: store.unit("unit:none"),
        lambda store: store.demonstration("demonstration:none"),
        lambda store: store.edition("edition:none"),
        lambda store: store.emergency_number("emergency:none"),
        lambda store: store.public_service("service:none"),
        lambda store: store.web_address("site:none"),
        lambda store: store.source("none"),
        lambda store: store.pavilion("'; DROP TABLE item; --"),
    ],
)
def test_an_unknown_item_is_told_from_a_damaged_database(database: Path, read: Callable[[ContentStore], Any]) -> None:
    with ContentStore.open(database) as store, pytest.raises(UnknownItemError):
        read(store)


def test_a_closed_store_answers_with_our_error(database: Path) -> None:
    with ContentStore.open(database) as store:
        pass
    with pytest.raises(ContentError):
        store.words()


def many(folder: Folder) -> None:
    """Three services in an order that is not that of their names, for different visitors."""
    folder["audiences.yaml"]["audiences"].append(
        {"id": "minor", "rank": 2, "icon": "baby", "name": words("minor"), "summary": words("minors")}
    )
    for rank, (name, audiences) in enumerate((("zeta", ["minor"]), ("alpha", ["citizen", "minor"])), 2):
        folder[f"services/{name}.yaml"] = {
            **deepcopy(folder["services/cnie.yaml"]),
            "id": name,
            "rank": rank,
            "name": words(name),
            "audiences": audiences,
        }


def test_lists_come_in_order_of_rank_and_in_pages(tmp_path: Path) -> None:
    build(write(tmp_path / "sources", many), tmp_path / "content.db")
    with ContentStore.open(tmp_path / "content.db") as store:
        kind = ItemKind.PUBLIC_SERVICE
        assert [card.identifier for card in store.cards(kind, 0, 9)] == ["service:cnie", "service:zeta", "service:alpha"]
        assert [card.identifier for card in store.cards(kind, 1, 1)] == ["service:zeta"]
        assert store.cards(kind, 3, 9) == ()
        assert store.count(kind) == 3
        of_minors = store.cards_of_services(0, 9, audience="audience:minor")
        assert [card.identifier for card in of_minors] == ["service:zeta", "service:alpha"]
        both = store.cards_of_services(1, 9, life_event="life_event:identity", audience="audience:minor")
        assert [card.identifier for card in both] == ["service:alpha"]


def test_no_read_walks_through_a_whole_table(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: set[tuple[str, int]] = set()
    rows = Reader.rows

    def watched(reader: Reader, sql: str, *values: Any) -> Any:
        asked.add((sql, len(values)))
        return rows(reader, sql, *values)

    monkeypatch.setattr(Reader, "rows", watched)
    read_everything(database)
    connection = sqlite3.connect(database)
    steps = {step for sql, count in asked for *_, step in connection.execute(f"EXPLAIN QUERY PLAN {sql}", [0] * count)}
    connection.close()
    assert len(asked) > 20
    scanned = {step.split()[1] for step in steps if step.startswith("SCAN")}
    assert scanned == {"meta", "language", "filler", "search_carrier", "ordinary", "search_intent", "c", "s"}, (
        "c and s are tables a word or a rank leads into"
    )
