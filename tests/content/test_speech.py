"""Speech text: kept apart from the words shown, never silently old, approved by somebody."""

import re
from datetime import date
from pathlib import Path

import pytest

from kiosk.config import ROOT
from kiosk.content.build import build
from kiosk.content.checking.check import check
from kiosk.content.reading.connection import open_content
from kiosk.content.sources.loading import load_sources
from kiosk.content.sources.speech import SpeechEntry, SpeechSource, write_speech
from kiosk.content.speech_update import NOTHING, approved, updated
from kiosk.content.store import ContentStore
from kiosk.domain.speech import text_fingerprint
from kiosk.errors import SourceError
from tests.helpers.sources import Folder, speech_of, write

K9 = "pavilion:k9"
NAME = "شرطة الكلاب"
SAID = "شُرْطَةُ الْكِلَابِ"


def named(folder: Folder) -> None:
    folder["pavilions/k9.yaml"]["name"]["ar"] = NAME


def entry(shown: str, said: str = "", **more: object) -> SpeechEntry:
    return SpeechEntry.model_validate({"of": text_fingerprint(shown), "said": said or f"قُلْ {shown}", **more})


def propose(shown: str) -> SpeechEntry:
    return entry(shown)


# built and checked ---------------------------------------------------------------------------------------------------


def test_speech_text_is_said_instead_of_the_words_shown(tmp_path: Path) -> None:
    def change(folder: Folder) -> None:
        named(folder)
        folder.update(speech_of(K9, "name", NAME, SAID))

    folder = write(tmp_path / "sources", change)
    build(folder, tmp_path / "content.db")
    with ContentStore.open(tmp_path / "content.db") as store:
        name = store.pavilion(K9).head.card.name
    assert name.in_language("ar") == NAME
    assert name.spoken("ar", case_vowels=True) == SAID
    for path in (folder, tmp_path / "content.db"):
        (note,) = check(path)
        assert (note.level, note.field) == ("note", "speech:ar status")
        assert "1 of 1" in note.message


def test_approved_speech_text_is_nothing_to_note(tmp_path: Path) -> None:
    def change(folder: Folder) -> None:
        named(folder)
        folder.update(speech_of(K9, "name", NAME, SAID, status="approved", by="a reader", on="2026-11-25"))

    assert check(write(tmp_path / "sources", change)) == []


def test_speech_text_older_than_its_words_is_found_and_not_said(tmp_path: Path) -> None:
    def change(folder: Folder) -> None:
        named(folder)
        folder.update(speech_of(K9, "name", "words of yesterday", SAID, status="approved"))

    folder = write(tmp_path / "sources", change)
    build(folder, tmp_path / "content.db")
    for path in (folder, tmp_path / "content.db"):
        (finding,) = check(path)
        assert (finding.level, finding.field) == ("error", f"{K9} name.ar")
        assert "other words" in finding.message
        assert "narration propose" in finding.mend
    with ContentStore.open(tmp_path / "content.db") as store:
        assert store.pavilion(K9).head.card.name.spoken("ar") == NAME


def test_unvocalised_words_are_found_with_the_file_they_stand_in(tmp_path: Path) -> None:
    (finding,) = check(write(tmp_path / "sources", named))
    assert (finding.file, finding.level) == ("pavilions/k9.yaml", "error")
    assert NAME.partition(" ")[0] in finding.message


def test_words_whose_marks_tell_no_sound_are_found_with_their_mend(tmp_path: Path) -> None:
    def change(folder: Folder) -> None:
        named(folder)
        folder.update(speech_of(K9, "name", NAME, "شُرْطَةُ الْكُلِاب", status="approved"))

    (finding,) = check(write(tmp_path / "sources", change))
    assert (finding.file, finding.level) == ("pavilions/k9.yaml", "error")
    assert finding.message.startswith("الْكُلِاب cannot be said")
    assert "pronunciation.yaml" in finding.mend


def test_rules_and_pronunciations_say_the_languages_that_need_no_vowels(tmp_path: Path) -> None:
    def change(folder: Folder) -> None:
        folder["pavilions/k9.yaml"]["summary"]["fr"] = "La CNIE coûte 75 DH"
        folder["pronunciation.yaml"] = {"said": {"fr": {"CNIE": "carte nationale"}}}

    build(write(tmp_path / "sources", change), tmp_path / "content.db")
    with ContentStore.open(tmp_path / "content.db") as store:
        assert store.pavilion(K9).head.card.summary.spoken("fr") == "La carte nationale coûte soixante-quinze dirhams"


def test_every_arabic_text_of_the_kiosk_is_vocalised_and_every_text_free_of_figures() -> None:
    connection = open_content(ROOT / "content.db")
    said_aloud = "SELECT language, shown, speech, speech_of FROM text t JOIN item i ON i.id = t.item WHERE kind <> 'publisher'"
    rows = connection.execute(said_aloud).fetchall()
    connection.close()
    assert [finding for finding in check(ROOT / "content.db") if finding.level == "error"] == []
    arabic = [row for row in rows if row[0] == "ar"]
    assert all(row[2] and row[3] == text_fingerprint(str(row[1])) for row in arabic)
    said = [str(row[2] or row[1]) for row in rows]
    assert [text for text in said if any(map(str.isdigit, text))] == []


def test_every_latin_word_in_arabic_is_decided() -> None:
    """By the lexicon, or by the rule for web addresses: another voice says it."""
    loaded, _ = load_sources(ROOT / "assets" / "content")
    decided = sorted(filter(re.compile("[A-Za-z]").search, loaded.pronunciation.said["ar"].values()), key=len, reverse=True)
    for fields in loaded.speech["ar"].texts.values():
        for text in fields.values():
            said = text.said
            for words in decided:
                said = said.replace(words, "")
            said = re.sub(r"\{\w+\}|[\w-]+(?: point [\w-]+)+", "", said)
            assert not re.search("[A-Za-z]", said), f"{text.said}: say how in pronunciation.yaml"


# brought up to date --------------------------------------------------------------------------------------------------


def row(item: str, shown: str) -> dict[str, str]:
    return {"item": item, "field": "name", "language": "ar", "shown": shown}


def test_what_is_there_stays_and_what_is_new_is_proposed() -> None:
    old = SpeechSource(texts={"a": {"name": entry("A", "old")}})
    update = updated([row("a", "A"), row("b", "B")], old, propose, again=False)
    assert update.speech.texts["a"]["name"].said == "old"
    assert [(item, text.said) for item, _, text in update.proposed] == [("b", "قُلْ B")]


def test_changed_words_are_proposed_anew_and_no_longer_approved() -> None:
    old = SpeechSource(texts={"a": {"name": entry("A", "old", status="approved", by="x")}})
    text = updated([row("a", "A2")], old, propose, again=False).speech.texts["a"]["name"]
    assert (text.said, text.status, text.by) == ("قُلْ A2", "proposed", "")


def test_words_that_moved_keep_their_speech_and_their_approval() -> None:
    old = SpeechSource(texts={"a": {"name": entry("A", "old", status="approved", by="x")}})
    update = updated([row("b", "A")], old, propose, again=False)
    assert update.speech.texts == {"b": {"name": old.texts["a"]["name"]}}
    assert update.dropped == 1


def test_again_proposes_anew_only_what_nobody_approved() -> None:
    old = SpeechSource(texts={"a": {"name": entry("A", "old", status="approved")}, "b": {"name": entry("B", "old")}})
    texts = updated([row("a", "A"), row("b", "B")], old, propose, again=True).speech.texts
    assert (texts["a"]["name"].said, texts["b"]["name"].said) == ("old", "قُلْ B")


def test_the_same_words_are_proposed_once() -> None:
    asked: list[str] = []

    def once(shown: str) -> SpeechEntry:
        asked.append(shown)
        return entry(shown)

    updated([row("a", "A"), row("b", "A")], NOTHING, once, again=False)
    assert asked == ["A"]


@pytest.mark.parametrize(("items", "unflagged", "count"), [((), False, 2), (("a",), False, 1), ((), True, 1), (("b",), True, 0)])
def test_approval_says_who_and_when(items: tuple[str, ...], unflagged: bool, count: int) -> None:
    speech = SpeechSource(texts={"a": {"name": entry("A")}, "b": {"name": entry("B", flags=("passive",))}})
    changed, done = approved(speech, "a reader", date(2026, 11, 25), frozenset(items), unflagged=unflagged)
    assert done == count
    marked = [text for fields in changed.texts.values() for text in fields.values() if text.status == "approved"]
    assert [(text.by, text.on) for text in marked] == [("a reader", date(2026, 11, 25))] * count


def test_the_file_comes_back_as_it_was_written(tmp_path: Path) -> None:
    folder = write(tmp_path / "sources")
    text = entry("A", 'ق: "x" # y', flags=("passive",), status="approved", by="a, b", on=date(2026, 11, 25))
    speech = SpeechSource(texts={K9: {"name": text}})
    write_speech(folder, "ar", speech)
    loaded, findings = load_sources(folder)
    assert findings == []
    assert loaded.speech["ar"] == speech


def test_a_file_of_no_texts_is_a_file(tmp_path: Path) -> None:
    folder = write(tmp_path / "sources")
    write_speech(folder, "ar", NOTHING)
    assert load_sources(folder)[1] == []


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "speech").write_text("a file", encoding="utf-8")
    with pytest.raises(SourceError, match=r"ar\.yaml"):
        write_speech(tmp_path, "ar", NOTHING)
