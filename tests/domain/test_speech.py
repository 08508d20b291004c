"""Numbers, dates, times, amounts, codes and abbreviations as people say them; vocalised Arabic as it is kept and spoken."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.language import LocalizedText
from kiosk.domain.speech import spoken_form, text_fingerprint
from kiosk.domain.speech.arabic_marks import bare, for_espeak, pausal, shadda_first, stored, unvocalised
from kiosk.domain.speech.arabic_numbers import LARGEST, Agreement, Case, cardinal, ordinal
from tests.helpers.hard_cases import HARD_CASES, LEXICONS


@pytest.mark.parametrize(("tag", "shown", "said"), HARD_CASES, ids=[f"{tag} {shown}" for tag, shown, _ in HARD_CASES])
def test_hard_cases_are_said_as_people_say_them(tag: str, shown: str, said: str) -> None:
    assert stored(spoken_form(shown, tag, LEXICONS[tag])) == stored(said)


@pytest.mark.parametrize(("tag", "shown", "said"), HARD_CASES, ids=[f"{tag} {shown}" for tag, shown, _ in HARD_CASES])
def test_what_is_said_is_said_the_same_again(tag: str, shown: str, said: str) -> None:
    assert spoken_form(said, tag) == said


@given(st.sampled_from(["ar", "fr", "en"]), st.text(st.sampled_from("0123456789 .,:/-×%hو() \u00a0\u2068\u2069aم"), max_size=40))
def test_no_figure_is_left_whatever_the_text(tag: str, shown: str) -> None:
    assert not any(character.isdigit() for character in spoken_form(shown, tag))


@pytest.mark.parametrize("tag", ["ar", "fr", "en"])
@pytest.mark.parametrize("piece", ["9", "9.", "9,9 ", "9x", "9 DH ", "1.000.", "04.20.", "9 درهم ", "%", "9h30", "0"])
def test_endless_figures_are_said_all_the_same(tag: str, piece: str) -> None:
    said = spoken_form(piece * 1000, tag)
    assert not any(character.isdigit() for character in said)


@given(st.integers(0, LARGEST), st.builds(Agreement, st.sampled_from(Case), st.booleans(), st.booleans()))
def test_every_number_has_vocalised_words(number: int, agreement: Agreement) -> None:
    assert list(unvocalised(cardinal(number, agreement))) == []


@pytest.mark.parametrize("number", [-1, LARGEST + 1])
def test_numbers_without_words_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        cardinal(number)


@pytest.mark.parametrize("number", [0, 100])
def test_ordinals_without_words_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        ordinal(number)


def test_a_language_without_rules_keeps_its_figures() -> None:
    assert spoken_form("\u206819\u2069 urteak", "eu") == "19 urteak"


def test_a_longer_entry_of_the_lexicon_wins_and_none_is_found_inside_a_word() -> None:
    lexicon = {"CNIE": "carte", "CNIE neuve": "carte neuve", "19": "dix-neuf"}
    assert spoken_form("CNIE neuve, CNIE, xCNIEs", "fr", lexicon) == "carte neuve, carte, xCNIEs"


def test_an_entry_is_found_behind_a_joined_and() -> None:
    assert spoken_form("والشرطة", "ar", {"الشرطة": "الشُّرْطَة"}) == "وَالشُّرْطَة"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("الشُّرْطَةُ فِي الْمُدُنِ", []),
        ("الشُّرْطَة فِي المُدُن", ["المُدُن"]),
        ("الشرطة", ["الشرطة"]),
        ("كِتاب", ["كِتاب"]),
        ("مِنْ {start} إِلَى {end}", []),
        ("CNIE 19", []),
        ("و", []),
    ],
)
def test_words_without_their_vowels_are_found(text: str, words: list[str]) -> None:
    assert list(unvocalised(text)) == words


def test_the_reading_style_drops_case_vowels_and_keeps_the_tanwin_of_a() -> None:
    assert pausal("قَدِّمُوا طَلَبًا إِلَى الْمَكْتَبِ الْمُخْتَصِّ.") == "قَدِّمُوا طَلَبًا إِلَى الْمَكْتَب الْمُخْتَصّ."


def test_shadda_comes_first_for_the_engine_and_second_in_the_files() -> None:
    kept = stored("الط\u0651\u064eلَب")
    assert "ط\u064e\u0651" in kept
    assert "ط\u0651\u064e" in shadda_first(kept)
    assert for_espeak("الِاجْتِمَاع") == "الاِجْتِمَاع"


@given(
    st.text(st.sampled_from("ابتشرطةو \u064e\u064f\u0650\u0651\u0652\u064b")).filter(
        lambda text: not re.search("ا\u064b*[\u064e-\u0652]", text)
    )
)
def test_marks_in_any_order_are_kept_in_one(text: str) -> None:
    assert stored(stored(text)) == stored(text)
    assert bare(stored(text)) == bare(text)
    assert bare(for_espeak(stored(text))) == bare(text)


def test_a_text_is_spoken_without_case_vowels_unless_they_are_wanted() -> None:
    text = LocalizedText({"ar": "75 درهما", "fr": "75 DH"}, {"ar": "75 دِرْهَمٌ"})
    assert text.spoken("ar") == "خَمْسَة وَسَبْعُون دِرْهَمًا"
    assert text.spoken("ar", case_vowels=True) == "خَمْسَةٌ وَسَبْعُونَ دِرْهَمًا"
    assert text.spoken("fr") == "soixante-quinze dirhams"


def test_another_text_has_another_fingerprint() -> None:
    assert text_fingerprint("19") != text_fingerprint("177")
