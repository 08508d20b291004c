"""What may be signed, and what the publisher is shown first."""

from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from kiosk.cli.places import SOURCES
from kiosk.content.build import build
from kiosk.content.checking.check import check
from kiosk.content.sources.documents import source_pictures
from kiosk.content.survey import stats
from kiosk.errors import ContentError, ReleaseRefusedError, VerificationError
from kiosk.publishing.publication_gate import jumps, passed
from tests.helpers.sources import Folder, for_kiosks, speech_of, write
from tests.helpers.workshop import examined_here, sentence


@pytest.fixture
def before(tmp_path: Path) -> Path:
    return built(tmp_path, lambda _folder: None)


def built(tmp_path: Path, change: Callable[[Folder], None]) -> Path:
    number = len(list(tmp_path.glob("*.db")))
    build(write(tmp_path / f"sources-{number}", for_kiosks(change)), tmp_path / f"{number}.db")
    return tmp_path / f"{number}.db"


def test_a_change_is_told_in_words(tmp_path: Path, before: Path) -> None:
    changes = passed(built(tmp_path, sentence("new words")), {}, before)
    assert {(c.language, c.before, c.after) for c in changes} == {
        ("ar", "نَصٌّ بَا", "نَصٌّ new words"),
        ("fr", "what it is fr", "new words fr"),
        ("en", "what it is en", "new words en"),
    }


def test_the_first_release_has_nothing_before_it(before: Path) -> None:
    assert passed(before, {}, None) == []


def with_a_note(folder: Folder) -> None:
    """Fewer sayings than an item should have."""
    folder["sayings/papers.yaml"] = {"service:cnie": {"fr": ["ma carte est perdue"]}}


def test_what_is_only_noted_keeps_nothing_from_kiosks(tmp_path: Path) -> None:
    database = built(tmp_path, with_a_note)
    assert [finding.level for finding in check(database)] == ["note"]
    assert passed(database, {}, None) == []
    assert examined_here(database)["content_version"] == stats(database)["content_version"]


@pytest.mark.by_hand
def test_the_content_that_ships_may_be_published(content: Path) -> None:
    """Long: the suite checks its sources (`tests/content/checking`), and what is built of them."""
    pictures = {path.name: sha256(path.read_bytes()).hexdigest() for path in source_pictures(SOURCES)}
    assert passed(content, pictures, None) == []
    assert examined_here(content)["content_version"] == stats(content)["content_version"]


def without_a_word(folder: Folder) -> None:
    del folder["interface.yaml"]["words"]["back"]


def test_content_without_a_word_of_the_interface_is_neither_signed_nor_taken(tmp_path: Path) -> None:
    database = built(tmp_path, without_a_word)
    with pytest.raises(ReleaseRefusedError, match=r"lacks words of the interface.*: back"):
        passed(database, {}, None)
    with pytest.raises(VerificationError, match="lacks words of the interface: back"):
        examined_here(database)


def in_french_alone(folder: Folder) -> None:
    folder["pavilions/k9.yaml"]["what_it_is"][0]["text"]["fr"] = "une autre phrase"


def test_a_text_that_stayed_behind_is_named_and_may_be_excepted(tmp_path: Path, before: Path) -> None:
    database = built(tmp_path, in_french_alone)
    with pytest.raises(ReleaseRefusedError, match="stayed behind") as refused:
        passed(database, {}, before)
    names = str(refused.value).partition(": ")[2].split(" | ")
    assert [name.rpartition(":")[2] for name in names] == ["ar", "en"]
    assert len(passed(database, {}, before, names)) == 1
    assert len(passed(database, {}, before, None)) == 1
    with pytest.raises(ReleaseRefusedError, match=names[1]):
        passed(database, {}, before, names[:1])


def unsourced(folder: Folder) -> None:
    folder["pavilions/k9.yaml"]["what_it_is"][0]["sources"] = []


def without_english(folder: Folder) -> None:
    del folder["glossary.yaml"]["terms"][0]["name"]["en"]


@pytest.mark.parametrize("change", [unsourced, without_english])
def test_what_the_check_finds_is_not_signed(tmp_path: Path, before: Path, change: Callable[[Folder], None]) -> None:
    with pytest.raises(ReleaseRefusedError, match="does not pass `kiosk content check`"):
        passed(built(tmp_path, change), {}, before)


def test_what_is_no_database_of_ours_is_not_signed(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_bytes(b"SQLite format 3\0 but not really")
    with pytest.raises((ReleaseRefusedError, ContentError)):
        passed(tmp_path / "x.db", {}, None)


def test_a_picture_that_is_named_must_come_along(tmp_path: Path) -> None:
    sources = write(tmp_path / "sources", for_kiosks(lambda f: f["pavilions/k9.yaml"].update(picture="dog.png")))
    (sources / "pictures").mkdir()
    (sources / "pictures" / "dog.png").write_bytes(b"dog")
    build(sources, tmp_path / "content.db")
    sha256 = "a" * 64
    for pictures in ({}, {"dog.png": sha256}):
        with pytest.raises(ReleaseRefusedError, match=r"names pictures .*: dog\.png"):
            passed(tmp_path / "content.db", pictures, None)


def test_content_of_a_day_to_come_is_not_signed(before: Path) -> None:
    with pytest.raises(ReleaseRefusedError, match="is to come"):
        passed(before, {}, None, today=date(2026, 11, 22))
    assert passed(before, {}, None, today=date(2026, 11, 23)) == []


def proposed(folder: Folder) -> None:
    folder.update(speech_of("pavilion:k9", "name", folder["pavilions/k9.yaml"]["name"]["ar"], "نَصٌّ"))


def test_speech_nobody_approved_does_not_reach_every_kiosk(tmp_path: Path) -> None:
    database = built(tmp_path, proposed)
    assert passed(database, {}, None) == []
    with pytest.raises(ReleaseRefusedError, match=r"nobody approved.* pavilion:k9:name:ar"):
        passed(database, {}, None, approved=True)
    assert passed(database, {}, None, ["pavilion:k9:name:ar"], approved=True) == []
    assert passed(database, {}, None, None, approved=True) == []


@pytest.mark.parametrize(
    ("amount", "named"), [(750, True), (75000, True), (25, True), (24, True), (0, True), (100, False), (75, False)]
)
def test_amounts_that_jump_are_refused_until_they_are_named(tmp_path: Path, before: Path, amount: int, named: bool) -> None:
    after = built(tmp_path, lambda f: f["services/cnie.yaml"]["costs"][0].update(amount=amount))
    if named:
        with pytest.raises(ReleaseRefusedError, match=f"say --confirm: cost:cnie/adult:amount: 75 becomes {amount}"):
            passed(after, {}, before, confirmed=["cost:cnie/child:amount"])
        assert passed(after, {}, before, None)
    changes = passed(after, {}, before, confirmed=["cost:cnie/adult:amount"] * named)
    assert [jump.named for jump in jumps(changes)] == ["cost:cnie/adult:amount"] * named
