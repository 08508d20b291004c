"""Whatever the kiosk can read aloud can be said: in words, by a voice of their script, and in Arabic with its vowels."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk.config import ROOT, SOUNDS
from kiosk.content.store import ContentStore
from kiosk.domain.arabic_sounds import VowelReading, arabic_sounds
from kiosk.domain.bidi import isolate
from kiosk.domain.formatting import joined
from kiosk.domain.item import ItemKind
from kiosk.domain.kinds import PAGE_KINDS
from kiosk.domain.language import LocalizedText
from kiosk.domain.narration import Utterance
from kiosk.domain.slot_change import SlotChange, SlotMark, change_words
from kiosk.domain.speech.arabic_marks import unvocalised
from kiosk.narration.pack import SoundPack
from kiosk.narration.shipping import lacking
from kiosk.narration.voices import CHAIN
from kiosk.presentation.modes import notice_of, opening_line
from kiosk.presentation.spoken_pieces import pieces
from kiosk.presentation.spoken_texts import spoken, unique_texts

LANGUAGES = ("ar", "fr", "en")
ZONE = ZoneInfo("Africa/Casablanca")


@pytest.fixture(scope="module")
def store() -> Iterator[ContentStore]:
    with ContentStore.open(ROOT / "content.db") as opened:
        yield opened


@pytest.fixture(scope="module")
def texts(store: ContentStore) -> list[tuple[str, LocalizedText]]:
    return unique_texts(store)


@pytest.fixture(scope="module")
def said(store: ContentStore, texts: list[tuple[str, LocalizedText]]) -> dict[str, list[Utterance]]:
    return {tag: [utterance for _, utterance in spoken(texts, store.languages, tag)] for tag in LANGUAGES}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_sentence_is_in_words_and_has_a_voice_of_its_script(said: dict[str, list[Utterance]], tag: str) -> None:
    runs = [run for utterance in said[tag] for run in utterance.runs]
    assert len(said[tag]) > 1_300
    assert [u.sentence.text for u in said[tag] if not u.runs or any(map(str.isdigit, u.sentence.text))] == []
    assert {run.language for run in runs} <= CHAIN.keys()


def test_no_arabic_word_is_said_without_its_vowels(said: dict[str, list[Utterance]]) -> None:
    runs = [run.text for tag in LANGUAGES for utterance in said[tag] for run in utterance.runs if run.language == "ar"]
    assert {word: text for text in runs for word in unvocalised(text)} == {}


def test_every_arabic_sentence_can_be_said_in_both_readings(said: dict[str, list[Utterance]]) -> None:
    runs = [run.full for tag in LANGUAGES for utterance in said[tag] for run in utterance.runs if run.language == "ar"]
    assert len(runs) > 1_500
    for reading in VowelReading:
        assert all(phrase.words for run in runs for phrase in arabic_sounds(run, reading))


def test_no_arabic_sentence_lacks_its_sound(said: dict[str, list[Utterance]], store: ContentStore, tmp_path: Path) -> None:
    runs = [run for tag in LANGUAGES for utterance in said[tag] for run in utterance.runs if run.language == "ar"]
    silent = [sentence.text for sentence in lacking([*runs, *pieces(store, "ar")], SoundPack(SOUNDS, tmp_path))]
    assert silent == [], "script/arabic-voice; .venv/bin/kiosk narration ship --accept-licence"


def test_every_item_question_and_outcome_is_said(store: ContentStore, texts: list[tuple[str, LocalizedText]]) -> None:
    wanted = [card.name for kind in PAGE_KINDS for card in store.cards(ItemKind(kind), 0, 1000)]
    for guide in store.guides():
        wanted += [question.text for question in guide.questions]
        wanted += [option.name for question in guide.questions for option in question.options]
        situations = {situation.identifier: situation.name for situation in store.public_service(guide.service).situations}
        your_list = store.words()["your_list"]
        wanted += [joined(your_list, situations[outcome.situation]) for outcome in guide.outcomes]
    wanted += [term.name for term in store.glossary(0, 1000)]
    said = [text for _, text in texts]
    assert len(wanted) > 300
    assert [text.in_language("fr") for text in wanted if text not in said] == []


def test_every_word_of_the_screens_can_be_said(store: ContentStore) -> None:
    words = [store.title, store.subtitle, *store.words().values()]
    for text in words:
        assert all(any(map(str.isalpha, text.spoken(tag))) for tag in LANGUAGES)
        assert list(unvocalised(text.spoken("ar"))) == []


def test_what_is_said_of_the_moment_is_vocalised_whatever_the_moment(store: ContentStore) -> None:
    words, modes = store.words(), store.modes()
    now = datetime(2027, 5, 18, 9, 0, tzinfo=ZONE)
    texts = [opening_line(now + timedelta(minutes=7 * step), now, words) for step in range(205)]
    texts += [opening_line(now + timedelta(days=day), now, words) for day in range(1, 366)]
    texts += [notice_of(modes["desk"], seconds, words) for seconds in (*range(1, 60), *range(60, 960, 60))]
    texts += [notice_of(mode, 120, words) for mode in modes.values()]
    slot = next(slot for demonstration in store.demonstrations() for slot in demonstration.slots)
    change = SlotChange(minutes=10, place=slot.place, mark=SlotMark.FULL)
    moved = change_words(slot, change, words)
    assert moved is not None
    for text in (*texts, moved):
        assert list(unvocalised(text.spoken("ar"))) == []
        assert not any(character.isdigit() for tag in LANGUAGES for character in text.spoken(tag))


def test_two_of_something_stand_in_the_case_that_in_asks_for(store: ContentStore) -> None:
    notice = notice_of(store.modes()["desk"], 120, store.words())
    assert f"بعد {isolate('دقيقتين')}:" in notice.in_language("ar")
    assert "دَقِيقَتَيْنِ" in notice.spoken("ar", case_vowels=True)
