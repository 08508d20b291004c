"""Counts and differences, told so that an admin can decide."""

import sqlite3
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest

from kiosk.cli.places import DATABASE
from kiosk.content.build import build
from kiosk.content.survey import differences, stats, tallied
from kiosk.errors import ContentCorruptError
from tests.helpers.sources import Folder, fact, head, speech_of, words, write

Told = dict[tuple[str, str, str], tuple[str | None, str | None]]
K9 = "pavilions/k9.yaml"


def told(tmp_path: Path, change: Callable[[Folder], object]) -> Told:
    build(write(tmp_path / "old"), tmp_path / "old.db")
    build(write(tmp_path / "new", change), tmp_path / "new.db")
    found = differences(tmp_path / "old.db", tmp_path / "new.db")
    return {(d.item, d.field, d.language): (d.before, d.after) for d in found}


@pytest.mark.parametrize(
    ("change", "key", "values"),
    [
        (
            lambda f: f["demonstrations/k9_show.yaml"]["slots"][0].update(end="11:30"),
            ("slot:k9_show/a", "end", ""),
            ("11:00", "11:30"),
        ),
        (lambda f: f[K9].update(icon="dog"), ("pavilion:k9", "icon", ""), ("star", "dog")),
        (
            lambda f: f.update(speech_of("pavilion:k9", "name", f[K9]["name"]["ar"], "نَصٌّ")),
            ("pavilion:k9", "name speech", "ar"),
            (None, "نَصٌّ"),
        ),
        (lambda f: f["services/cnie.yaml"]["costs"][0].update(confirm=True), ("cost:cnie/adult", "confirm", ""), ("0", "1")),
        (
            lambda f: f["emergency.yaml"]["numbers"][0].update(number="190"),
            ("contact:emergency/police", "telephone", ""),
            ("19", "190"),
        ),
        (
            lambda f: f["sites.yaml"]["sites"][0].update(url="https://x.ma"),
            ("site:cnie", "url", ""),
            ("https://www.cnie.ma", "https://x.ma"),
        ),
        (lambda f: f["sources.yaml"]["sources"][0].update(grade="P"), ("source:S1", "grade", ""), ("O", "P")),
        (lambda f: f["exhibition.yaml"].update(timezone="UTC"), ("meta:timezone", "value", ""), ("Africa/Casablanca", "UTC")),
        (lambda f: f[K9].update(demonstrations=[]), ("pavilion:k9", "demonstrations", ""), ("demonstration:k9_show", None)),
        (lambda f: f[K9].update(services=[]), ("pavilion:k9", "services", ""), ("service:cnie", None)),
    ],
    ids=["time", "icon", "speech", "confirm", "number", "site", "grade", "zone", "demonstrations", "services"],
)
def test_a_change_is_told_with_both_values(
    tmp_path: Path, change: Callable[[Folder], object], key: tuple[str, str, str], values: tuple[str | None, str | None]
) -> None:
    def changed(folder: Folder) -> None:
        change(folder)
        if folder["emergency.yaml"]["numbers"][0]["number"] == "190":
            folder[K9]["takeaways"][0]["number"] = "190"

    assert told(tmp_path, changed) == {key: values}


def test_what_is_new_and_what_is_gone_is_told_with_its_words(tmp_path: Path) -> None:
    def change(folder: Folder) -> None:
        folder["glossary.yaml"]["terms"] = [{"id": "dog", "name": words("dog"), "sources": ["S1"]}]
        folder[K9]["what_to_see"].append(fact("more"))

    found = told(tmp_path, change)
    assert found["term:police", "name", "fr"] == ("police fr", None)
    assert found["term:dog", "name", "fr"] == (None, "dog fr")
    assert found["statement:pavilion:k9/what_to_see/2", "text", "en"] == (None, "more en")
    assert found["statement:pavilion:k9/what_to_see/2", "sources", ""] == (None, "S1")
    assert not [key for key in found if key[1] in {"rank", "checked_on", "confirm", "kind", "parent"}]


def test_equal_databases_do_not_differ(tmp_path: Path) -> None:
    assert told(tmp_path, lambda _folder: None) == {}


def test_stats_count_what_is_there(tmp_path: Path) -> None:
    build(write(tmp_path / "sources"), tmp_path / "content.db")
    assert stats(tmp_path / "content.db") == {
        "content_version": "2026.11.24",
        "pavilions": 1,
        "units": 1,
        "demonstrations": 1,
        "editions": 1,
        "public_services": 1,
        "guides": 1,
        "situations": 1,
        "documents": 1,
        "emergency_numbers": 1,
        "glossary_terms": 1,
        "statements": 13,
        "sources": 1,
        "languages": {"ar": 100.0, "fr": 100.0, "en": 100.0},
    }


def test_a_translation_under_way_shows_in_the_stats(tmp_path: Path) -> None:
    build(write(tmp_path / "sources"), tmp_path / "content.db")
    connection = sqlite3.connect(tmp_path / "content.db")
    with connection:
        connection.execute("DELETE FROM text WHERE language = 'en' AND item NOT LIKE 'pavilion:%'")
    connection.close()
    assert 0 < stats(tmp_path / "content.db")["languages"]["en"] < 20


def test_a_damaged_database_is_said_to_be_damaged(tmp_path: Path) -> None:
    build(write(tmp_path / "sources"), tmp_path / "content.db")
    connection = sqlite3.connect(tmp_path / "content.db")
    with connection:
        connection.execute("UPDATE text SET shown = CAST(x'ff' AS TEXT) WHERE item = 'pavilion:k9'")
    connection.close()
    with pytest.raises(ContentCorruptError):
        list(differences(tmp_path / "content.db", tmp_path / "content.db"))


def with_modes(folder: Folder) -> None:
    """A desk, a mode for each pavilion, a second pavilion that leads nowhere, and tiles of it."""
    folder["pavilions/band.yaml"] = deepcopy(folder[K9]) | head("band", 2) | {"services": [], "demonstrations": [], "units": []}
    folder["modes/desk.yaml"] = head("desk", 4) | {"home": "Services"}
    folder["modes/pavilion.yaml"] = head("pavilion", 5) | {"home": "Page", "for_each": "pavilion"}
    folder["modes/board.yaml"] = head("board", 6) | {"home": "Tiles", "items": ["pavilion:band"], "stage": "board"}


def new_pavilion(folder: Folder) -> None:
    folder["pavilions/new.yaml"] = deepcopy(folder[K9]) | head("new", 3) | {"services": [], "demonstrations": [], "units": []}


def everywhere_a_word(folder: Folder) -> None:
    with_modes(folder)
    for text in (
        folder[K9]["what_it_is"][0]["text"],
        folder["guides/cnie.yaml"]["questions"][0]["text"],
        folder["documents.yaml"]["documents"][0]["name"],
        folder["pavilions/band.yaml"]["summary"],
        folder["modes/desk.yaml"]["summary"],
        folder["modes/closed.yaml"]["statements"][0]["text"],
        folder["interface.yaml"]["words"]["home"],
        folder["emergency.yaml"]["numbers"][0]["summary"],
    ):
        text["fr"] = "neuf"
    folder["services/cnie.yaml"]["costs"][0]["amount"] = 80
    folder["demonstrations/k9_show.yaml"]["slots"][0]["end"] = "11:30"
    folder["sources.yaml"]["sources"][0]["grade"] = "P"


def test_a_change_names_the_modes_that_show_it(tmp_path: Path) -> None:
    build(write(tmp_path / "old", with_modes), tmp_path / "old.db")
    build(write(tmp_path / "new", everywhere_a_word), tmp_path / "new.db")
    found = list(differences(tmp_path / "old.db", tmp_path / "new.db"))
    assert {difference.item: set(difference.modes) for difference in found} == {
        "statement:pavilion:k9/what_it_is/1": {"whole", "pavilion_k9"},
        "question:cnie/age": {"whole", "desk", "pavilion_k9"},
        "cost:cnie/adult": {"whole", "desk", "pavilion_k9"},
        "document:photos4": {"whole", "desk", "pavilion_k9"},
        "slot:k9_show/a": {"whole", "board", "pavilion_k9"},
        "pavilion:band": {"whole", "board", "pavilion_band"},
        "mode:desk": {"desk"},
        "statement:mode:closed/statements/1": {"closed"},
        "word:home": set(),
        "emergency:police": set(),
        "source:S1": set(),
    }
    assert {difference.item_is for difference in found} == {"changed"}


def one_of_each(folder: Folder) -> None:
    """A pavilion comes, another goes with the mode that shows it, a mode changes."""
    with_modes(folder)
    new_pavilion(folder)
    for gone in ("pavilions/band.yaml", "modes/board.yaml"):
        del folder[gone]
    folder["modes/desk.yaml"]["summary"].update(fr="neuf")


def test_items_are_counted_by_mode_and_language(tmp_path: Path) -> None:
    build(write(tmp_path / "old", with_modes), tmp_path / "old.db")
    build(write(tmp_path / "new", one_of_each), tmp_path / "new.db")
    counts = {
        (t.mode, t.language): (t.added, t.removed, t.changed)
        for t in tallied(differences(tmp_path / "old.db", tmp_path / "new.db"))
    }
    assert counts["whole", "fr"] == (1, 1, 0)
    assert counts["pavilion_new", "ar"][0] == 2
    assert counts["pavilion_band", "ar"] == (0, 2, 0)
    assert counts["desk", "fr"] == (0, 0, 1)
    assert ("desk", "ar") not in counts


def test_the_whole_content_is_compared_with_itself() -> None:
    assert list(differences(DATABASE, DATABASE)) == []
