"""Pausal or formal: the content chooses, and whatever speaks Arabic obeys."""

import json
from io import StringIO
from pathlib import Path

from kiosk.content.build import build
from kiosk.content.store import ContentStore
from kiosk.domain.language import VowelReading
from kiosk.domain.narration import utterances
from kiosk.narration.engines import Capabilities, Events, write_pcm
from kiosk.narration.engines.arabic import for_espeak_ng
from kiosk.narration.library import text_key
from kiosk.narration.shipping import maker_of
from kiosk.narration.worker import serve
from tests.helpers.sources import Folder, write

TEXT = "وَفَاةُ الزَّوْجِ وَالزَّوْجَةِ."


class ToneEngine:
    """Says anything as a second of noise, and remembers in which reading."""

    def __init__(self) -> None:
        self.reading = VowelReading.PAUSAL
        self.heard: list[VowelReading] = []

    def probe(self) -> Capabilities:
        return Capabilities("1", reports_words=False)

    def render(self, _text: str, _voice: str, _words_per_minute: int, path: Path) -> Events:
        self.heard.append(self.reading)
        write_pcm(path, bytes(range(256)) * 125, 16_000)
        return []


def test_the_content_chooses_how_its_arabic_is_read(tmp_path: Path) -> None:
    def formal(folder: Folder) -> None:
        folder["exhibition.yaml"]["languages"][0]["reading"] = "formal"

    build(write(tmp_path / "sources", formal), tmp_path / "content.db")
    with ContentStore.open(tmp_path / "content.db") as store:
        languages = {language.tag: language for language in store.languages}
    assert {tag: language.reading for tag, language in languages.items()} == {"ar": "formal", "fr": "pausal", "en": "pausal"}
    (said,) = utterances("", TEXT, TEXT, languages["ar"], tuple(languages.values()))
    assert (said.sentence.reading, said.runs[0].reading) == (VowelReading.FORMAL, VowelReading.FORMAL)
    (pausal,) = utterances("", TEXT, TEXT, languages["ar"]._replace(reading=VowelReading.PAUSAL), tuple(languages.values()))
    assert text_key(said.sentence) == text_key(pausal.sentence), "a person's recording stays good"
    assert maker_of(said.runs[0]) != maker_of(pausal.runs[0])


def test_an_engine_that_knows_readings_is_told_which_for_each_sentence(tmp_path: Path) -> None:
    engine = ToneEngine()
    ask = {"text": TEXT, "voice": "a", "words_per_minute": 125, "path": str(tmp_path / "a.wav")}
    serve(engine, StringIO("\n".join(json.dumps(ask | extra) for extra in ({"reading": "formal"}, {}))), StringIO())
    assert engine.heard == [VowelReading.FORMAL, VowelReading.PAUSAL]


def test_espeak_ng_is_given_case_vowels_in_formal_reading_alone() -> None:
    assert for_espeak_ng(TEXT, VowelReading.FORMAL).text != for_espeak_ng(TEXT).text
