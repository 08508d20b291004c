"""A pavilion's own words over the national sources: they stay when the base moves, and say where it moved under them."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.build import build
from kiosk.content.checking.check import faults
from kiosk.content.sources.overlay import RECORD, Overlay, laid_sources
from kiosk.content.sources.overlay_leaves import overlaid
from kiosk.content.survey import differences
from kiosk.errors import SourceError
from tests.helpers.sources import Folder, fact, head, words, write

EXITS = {"statements": [fact("north exit")]}
SLOT = {"slots": [{"id": "a", "start": "16:00", "end": "16:30"}]}

# laying, as a rule of values ------------------------------------------------------------------------------------------

KEYS = st.sampled_from(["name", "place", "fr", "ar"])
SCALARS = st.one_of(st.integers(0, 3), st.sampled_from(["10:30", "نص"]), st.booleans())
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.dictionaries(KEYS, inner, max_size=3),
        st.lists(
            st.tuples(st.sampled_from("abc"), st.dictionaries(KEYS, inner, max_size=2)), max_size=3, unique_by=lambda e: e[0]
        ).map(lambda entries: [{"id": key} | entry for key, entry in entries]),
        st.lists(SCALARS, min_size=1, max_size=2),
    ),
    max_leaves=12,
)
DOCUMENTS = st.dictionaries(KEYS, VALUES, max_size=4)


def lay(base: Any, overlay: Any) -> tuple[Any, dict[tuple[str, ...], tuple[Any, Any]]]:
    told: dict[tuple[str, ...], tuple[Any, Any]] = {}
    return overlaid(base, overlay, lambda place, old, new: told.update({place: (old, new)})), told


@given(DOCUMENTS)
def test_nothing_and_the_same_change_nothing(base: Folder) -> None:
    assert lay(base, {}) == (base, {})
    assert lay(base, deepcopy(base)) == (base, {})


@given(DOCUMENTS, DOCUMENTS)
def test_an_overlay_is_laid_once_and_for_all(base: Folder, overlay: Folder) -> None:
    once, _ = lay(base, overlay)
    again, told = lay(once, overlay)
    assert (again, told) == (once, {})


@given(DOCUMENTS, DOCUMENTS, DOCUMENTS)
def test_an_update_elsewhere_goes_through_and_what_is_laid_stays(base: Folder, overlay: Folder, update: Folder) -> None:
    elsewhere = {key: value for key, value in update.items() if key not in overlay}
    before, told = lay(base, overlay)
    after, told_then = lay(base | elsewhere, overlay)
    assert told_then == told
    assert after == before | elsewhere


# a folder over a folder -----------------------------------------------------------------------------------------------


class Pavilion:
    """A base, and an overlay that was written against it."""

    def __init__(self, folder: Path, files: dict[str, Any]) -> None:
        self.base, self.folder = write(folder / "base"), folder / "borders"
        self.folder.mkdir()
        for name, value in files.items():
            (self.folder / name).parent.mkdir(exist_ok=True)
            (self.folder / name).write_text(yaml.safe_dump(value, allow_unicode=True), encoding="utf-8")
        self.accept()

    def accept(self) -> None:
        over = self.over()
        over.accept([leaf.name for leaf in over.acceptable])

    def over(self) -> Overlay:
        return Overlay(self.folder, self.base)

    def base_becomes(self, name: str, **values: Any) -> None:
        path = self.base / name
        path.write_text(yaml.safe_dump(yaml.safe_load(path.read_text()) | values, allow_unicode=True), encoding="utf-8")

    def conflicts(self) -> dict[str, str]:
        return {f"{c.file}:{c.field}": c.message.partition(":")[0] for c in self.over().conflicts()}


def test_an_overlay_of_nothing_is_the_base_to_the_last_byte(tmp_path: Path) -> None:
    pavilion = Pavilion(tmp_path, {})
    build(pavilion.base, tmp_path / "base.db")
    with laid_sources(pavilion.base, pavilion.folder) as folder:
        build(folder, tmp_path / "laid.db")
    assert (tmp_path / "laid.db").read_bytes() == (tmp_path / "base.db").read_bytes()


def test_a_pavilions_words_survive_an_update_of_the_base(tmp_path: Path) -> None:
    pavilion = Pavilion(tmp_path, {"modes/emergency.yaml": EXITS, "demonstrations/k9_show.yaml": SLOT})
    pavilion.base_becomes("modes/emergency.yaml", icon="door")
    pavilion.base_becomes("pavilions/k9.yaml", summary=words("of the nation"))
    build(pavilion.base, tmp_path / "base.db")
    with laid_sources(pavilion.base, pavilion.folder) as folder:
        assert faults(folder) == []
        build(folder, tmp_path / "laid.db")
    changed = {(d.item, d.field, d.language): d.after for d in differences(tmp_path / "base.db", tmp_path / "laid.db")}
    assert changed["slot:k9_show/a", "start", ""] == "16:00"
    assert changed["statement:mode:emergency/statements/1", "text", "fr"] == "north exit fr"
    assert {item for item, _, _ in changed} == {"slot:k9_show/a", "statement:mode:emergency/statements/1"}


def own_slot(start: str) -> Folder:
    return {"slots": [{"id": "own", "start": start, "end": "18:00", "place": words("gate")}]}


def base_slot(start: str) -> Folder:
    return {"slots": [{"id": "a", "start": start, "end": "11:00", "place": words("arena")}]}


DROPPED: Folder = {"slots": [{"id": "a", "drop": True}]}
GONE = "is over something the base no longer has"


@pytest.mark.parametrize(
    ("overlay", "value", "base_now", "conflict"),
    [
        (SLOT, "slots.a.start", base_slot("09:00"), "the base has changed since"),
        (SLOT, "slots.a", {"slots": []}, GONE),
        (DROPPED, "slots.a", {"slots": []}, GONE),
        (DROPPED, "slots.a", base_slot("09:00"), "the base has changed since"),
        (own_slot("16:00"), "slots.own.start", own_slot("17:00"), "the base has this too since it was written"),
    ],
    ids=["changed", "gone", "dropped-and-gone", "dropped-and-changed", "arrived"],
)
def test_a_base_that_moved_under_an_overlay_is_a_conflict(
    tmp_path: Path, overlay: Folder, value: str, base_now: Folder, conflict: str
) -> None:
    pavilion = Pavilion(tmp_path, {"demonstrations/k9_show.yaml": overlay})
    assert pavilion.conflicts() == {}
    pavilion.base_becomes("demonstrations/k9_show.yaml", **base_now)
    assert pavilion.conflicts()[f"borders/demonstrations/k9_show.yaml:{value}"] == conflict
    with pytest.raises(SourceError, match=r"conflicts? with the base"), laid_sources(pavilion.base, pavilion.folder):
        pass
    kept = [leaf.name for leaf in pavilion.over().leaves]
    with laid_sources(pavilion.base, pavilion.folder, kept) as folder:
        assert (folder / "demonstrations" / "k9_show.yaml").exists()
    pavilion.accept()
    assert pavilion.conflicts() == {}


def test_an_item_that_is_withdrawn_from_the_base_is_a_conflict(tmp_path: Path) -> None:
    pavilion = Pavilion(tmp_path, {"demonstrations/k9_show.yaml": SLOT})
    (pavilion.base / "demonstrations" / "k9_show.yaml").unlink()
    assert pavilion.conflicts() == {"borders/demonstrations/k9_show.yaml:": GONE}


def test_a_base_that_takes_the_overlays_word_is_none(tmp_path: Path) -> None:
    pavilion = Pavilion(tmp_path, {"modes/emergency.yaml": EXITS})
    pavilion.base_becomes("modes/emergency.yaml", **EXITS)
    assert (pavilion.conflicts(), pavilion.over().leaves) == ({}, [])


def test_a_whole_demonstration_and_its_source_may_be_a_pavilions_own(tmp_path: Path) -> None:
    source = {"id": "OWN", "title": "Plan", "publisher": "state", "date": "2026", "grade": "O"}
    own = {**head("own_show", 2), "statements": [fact("ours") | {"sources": ["OWN"]}], "pavilion": "k9"}
    pavilion = Pavilion(tmp_path, {"demonstrations/own_show.yaml": own, "sources.yaml": {"sources": [source]}})
    with laid_sources(pavilion.base, pavilion.folder) as folder:
        assert faults(folder) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("services/cnie.yaml", {"costs": [{"id": "adult", "amount": 1}]}),
        ("emergency.yaml", {"numbers": [{"id": "police", "number": "1"}]}),
        ("interface.yaml", {"words": {"home": {"fr": "ailleurs"}}}),
        ("sites.yaml", {"sites": [{"id": "cnie", "url": "https://elsewhere.example"}]}),
        ("modes/emergency.yaml", {"service": "open"}),
    ],
)
def test_what_is_the_nations_cannot_even_be_named(tmp_path: Path, name: str, value: Folder) -> None:
    pavilion = Pavilion(tmp_path, {name: value})
    (leaf,) = pavilion.over().leaves
    assert list(pavilion.conflicts().values()) == ["is the nation's to say, not a pavilion's"]
    assert len(pavilion.over().conflicts([leaf.name])) == 1
    with pytest.raises(SourceError, match="lays no such value"):
        pavilion.over().accept([leaf.name])


def test_pictures_come_along_and_never_over_the_bases(tmp_path: Path) -> None:
    pavilion = Pavilion(tmp_path, {})
    for folder, name in ((pavilion.base, "dog.png"), (pavilion.folder, "dog.png"), (pavilion.folder, "gate.png")):
        (folder / "pictures").mkdir(exist_ok=True)
        (folder / "pictures" / name).write_bytes(str(folder).encode())
    assert pavilion.conflicts() == {"borders/pictures/dog.png:file": "the base has a picture of that name"}
    (pavilion.folder / "pictures" / "dog.png").unlink()
    with laid_sources(pavilion.base, pavilion.folder) as folder:
        assert sorted(path.name for path in (folder / "pictures").iterdir()) == ["dog.png", "gate.png"]


@pytest.mark.parametrize(("name", "text"), [("modes/emergency.yaml", "a: [\n"), (RECORD, "a: 1\na: 2\n")])
def test_a_file_that_cannot_be_read_is_said(tmp_path: Path, name: str, text: str) -> None:
    pavilion = Pavilion(tmp_path, {"modes/emergency.yaml": EXITS})
    (pavilion.folder / name).write_text(text)
    with pytest.raises(SourceError, match="cannot be read"):
        pavilion.over()


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no such folder"):
        Overlay(tmp_path / "nowhere", write(tmp_path / "base"))
