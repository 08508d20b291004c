"""Texts as sentences, sentences as runs of one script, marks in the order the voice needs."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.language import Direction, Language
from kiosk.domain.narration import Sentence, speakable, split_by_script, split_sentences, utterances
from kiosk.domain.speech.arabic_marks import shadda_first

ARABIC = Language("ar", Direction.RIGHT_TO_LEFT, "العربية", "")
FRENCH = Language("fr", Direction.LEFT_TO_RIGHT, "Français", "")
ENGLISH = Language("en", Direction.LEFT_TO_RIGHT, "English", "")
LANGUAGES = (ARABIC, FRENCH, ENGLISH)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Un. Deux ? Trois", ["Un.", "Deux ?", "Trois"]),
        ("أولا. ثانيا؟ ثالثا", ["أولا.", "ثانيا؟", "ثالثا"]),
        ("Voir l’art. 5 du dahir. Fin.", ["Voir l’art. 5 du dahir.", "Fin."]),
        ("Il coûte 1.150 DH. Oui.", ["Il coûte 1.150 DH.", "Oui."]),
        ("« Venez. » Puis partez.", ["« Venez. »", "Puis partez."]),
        ("M. Alami vient. Bien.", ["M. Alami vient.", "Bien."]),
        ("", []),
        ("   ", []),
    ],
)
def test_a_text_ends_where_its_sentences_end(text: str, sentences: list[str]) -> None:
    assert split_sentences(text) == sentences


@given(st.text())
def test_runs_joined_are_the_text(text: str) -> None:
    assert "".join(split_by_script(text)) == text


@given(st.text(alphabet="abcé .,؟ابتث123»«"))
def test_a_sentence_loses_no_letter(text: str) -> None:
    joined = "".join(sentence.text for sentence in speakable(text, ARABIC, LANGUAGES))
    assert [c for c in joined if c.isalpha()] == [c for c in text if c.isalpha()]


@given(st.text(alphabet="abc ابت ДЖ 漢"))
def test_arabic_is_never_given_to_a_latin_voice_nor_latin_to_an_arabic_one(text: str) -> None:
    for language in LANGUAGES:
        for sentence in speakable(text, language, LANGUAGES):
            scripts = {unicodedata.name(c).partition(" ")[0] for c in sentence.text if c.isalpha()}
            if "ARABIC" in scripts:
                assert sentence.language == "ar"
            if "LATIN" in scripts:
                assert sentence.language != "ar"


def test_a_foreign_word_goes_to_the_voice_of_its_script() -> None:
    assert speakable("زوروا cnie.ma اليوم.", ARABIC, LANGUAGES) == [
        Sentence("زوروا", "ar"),
        Sentence("cnie.ma", "fr"),
        Sentence("اليوم.", "ar"),
    ]


@pytest.mark.parametrize("text", ["", "…", "?! — «»", "   ", "\u200f\u200e"])
def test_nothing_is_said_where_there_is_nothing_to_say(text: str) -> None:
    assert speakable(text, FRENCH, LANGUAGES) == []


@given(st.text(alphabet="طلب\u064e\u064f\u0650\u064b\u0651\u0652").filter(lambda text: "\u0651\u0651" not in text))
def test_each_shadda_stands_before_its_vowel_in_any_order_of_marks(text: str) -> None:
    said = shadda_first(unicodedata.normalize("NFC", text))
    assert sorted(said) == sorted(unicodedata.normalize("NFC", text))
    for before, after in pairwise(said):
        assert not (after == "\u0651" and before in "\u064b\u064c\u064d\u064e\u064f\u0650\u0652")
    assert shadda_first(said) == said


def test_a_sentence_is_in_the_reading_style_and_keeps_the_text_with_all_its_vowels() -> None:
    (said,) = utterances("title", "رقم الشرطة", "رَقْمُ الشُّرْطَةِ", ARABIC, LANGUAGES)
    assert said.sentence.text == said.runs[0].text == "رَقْم الشُّرْطَة"
    assert said.sentence.full == said.runs[0].full == "رَقْمُ الشُّرْطَةِ"
    assert Sentence("Bonjour", "fr").full == "Bonjour"
