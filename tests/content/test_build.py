"""The database is what its sources say, to the byte."""

import os
import resource
import shutil
import sqlite3
from datetime import time
from pathlib import Path

import pytest

from kiosk.cli.places import DATABASE, SOURCES
from kiosk.content.build import PAGE_SIZE, build
from kiosk.content.schema import APPLICATION_ID, user_version
from kiosk.content.store import ContentStore
from kiosk.content.survey import differences, stats
from kiosk.domain.item import ItemKind
from kiosk.errors import SourceError, StorageError
from tests.helpers.sources import write

SHOW = "demonstrations/k9_show.yaml"


def test_the_committed_database_is_built_from_the_committed_sources(tmp_path: Path) -> None:
    build(SOURCES, tmp_path / "content.db")
    assert (tmp_path / "content.db").read_bytes() == DATABASE.read_bytes(), "run `kiosk content build` and commit content.db"


def test_the_bytes_depend_on_the_sources_alone(tmp_path: Path) -> None:
    first = write(tmp_path / "one")
    second = tmp_path / "elsewhere" / "two"
    for path in sorted(first.rglob("*.yaml"), reverse=True):
        copy = second / path.relative_to(first)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
        os.utime(copy, (0, 0))
    build(first, tmp_path / "a.db")
    build(second, tmp_path / "b.db")
    assert (tmp_path / "a.db").read_bytes() == (tmp_path / "b.db").read_bytes()


def test_the_header_marks_the_file_as_ours(tmp_path: Path) -> None:
    build(write(tmp_path / "sources"), tmp_path / "content.db")
    connection = sqlite3.connect(tmp_path / "content.db")
    pragmas = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version", "journal_mode")
    }
    connection.close()
    assert pragmas == {"application_id": APPLICATION_ID, "user_version": user_version(), "journal_mode": "delete"}


def test_a_failed_build_leaves_the_old_database(tmp_path: Path) -> None:
    target = tmp_path / "content.db"
    build(write(tmp_path / "good"), target)
    before = target.read_bytes()
    broken = write(tmp_path / "broken")
    (broken / "sources.yaml").unlink()
    with pytest.raises(SourceError, match=r"sources\.yaml"):
        build(broken, target)
    assert target.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["broken", "content.db", "good"]


@pytest.mark.parametrize("room", ["nothing", "a draft", "all but the end"])
def test_a_full_disk_leaves_the_old_database_and_says_to_make_room(tmp_path: Path, room: str) -> None:
    sources, target = write(tmp_path / "sources"), tmp_path / "content.db"
    build(sources, target)
    before = target.read_bytes()
    bytes_left = {"nothing": 0, "a draft": len(before) // 2, "all but the end": len(before) - PAGE_SIZE}[room]
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_left, limits[1]))
    try:
        with pytest.raises(StorageError, match=r"cannot be written .*; make room"):
            build(sources, target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert target.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["content.db", "sources"]


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    build(write(tmp_path / "sources"), tmp_path / "content.db")
    store = ContentStore.open(tmp_path / "content.db")
    pavilion = store.pavilion("pavilion:k9")
    assert pavilion.head.card.name.in_language("fr") == "k9 fr"
    assert [unit.identifier for unit in pavilion.units] == ["unit:k9/dogs"]
    assert pavilion.what_it_is[0].sources == ("S1",)
    assert pavilion.takeaways[0].target == "emergency:police"
    assert store.unit("unit:k9/dogs").pavilion.identifier == "pavilion:k9"
    service = store.public_service("service:cnie")
    assert [paper.identifier for paper in service.situations[0].evidence] == ["document:photos4"]
    assert service.costs[0].amount == 75
    assert service.channels[0].site is not None and service.channels[0].site.url == "https://www.cnie.ma"
    show = store.demonstration("demonstration:k9_show")
    assert show.slots[0].sample and show.pavilion is not None
    assert store.editions()[0].visitors == 80000
    assert store.emergency_numbers()[0].number == "19"
    assert store.count(ItemKind.PAVILION) == 1
    assert store.cards_of_services(0, 5, life_event="life_event:identity", audience="audience:citizen") != ()
    assert store.cards_of_services(0, 5, life_event="life_event:other") == ()
    assert store.search("CNIE", 5).hits[0].card.identifier == "service:cnie"
    store.close()


@pytest.mark.parametrize(("end", "read"), [("00:40", time(0, 40)), ("24:00", time(0)), (24 * 60, time(0)), ("00:00", time(0))])
def test_a_show_of_the_night_is_read_back(tmp_path: Path, end: object, read: time) -> None:
    sources = write(tmp_path / "sources", lambda folder: folder[SHOW]["slots"][0].update(start="23:30", end=end))
    build(sources, tmp_path / "content.db")
    with ContentStore.open(tmp_path / "content.db") as store:
        assert store.demonstration("demonstration:k9_show").slots[0].end == read


def test_the_committed_content_is_whole() -> None:
    counted = stats(DATABASE)
    least = {"pavilions": 10, "demonstrations": 6, "editions": 6, "public_services": 16, "situations": 43}
    assert {name: counted[name] >= number for name, number in least.items()} == dict.fromkeys(least, True)
    assert counted["languages"] == {"ar": 100.0, "fr": 100.0, "en": 100.0}


def test_differences_are_told_with_both_texts(tmp_path: Path) -> None:
    build(write(tmp_path / "old"), tmp_path / "old.db")

    def change(folder: dict) -> None:
        folder["pavilions/k9.yaml"]["name"]["fr"] = "Chiens"
        folder["services/cnie.yaml"]["costs"][0]["amount"] = 80

    build(write(tmp_path / "new", change), tmp_path / "new.db")
    found = {(d.item, d.field): (d.before, d.after) for d in differences(tmp_path / "old.db", tmp_path / "new.db")}
    assert found == {("pavilion:k9", "name"): ("k9 fr", "Chiens"), ("cost:cnie/adult", "amount"): ("75", "80")}
