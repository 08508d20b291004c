"""Vocalised Arabic sounds as grammars say: golden words and sentences written by hand, and what holds of any text."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.domain.arabic_sounds import Ending, Phrase, VowelReading, Word, arabic_sounds
from kiosk.domain.arabic_sounds.letters import CONSONANTS, VOWELS
from kiosk.domain.arabic_sounds.spelling import respelt
from kiosk.domain.speech.arabic_marks import stored
from kiosk.errors import UnsayableError

GOLDEN = Path(__file__).parent / "golden"
GROUPS = yaml.load((GOLDEN / "arabic_words.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
SENTENCES = yaml.load((GOLDEN / "arabic_sentences.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
WORDS = [(written, sounds) for group in GROUPS for written, sounds in group["words"].items()]


def heard(word: Word) -> str:
    """A word's sounds in one line, with the sign of stress before its syllable."""
    sounds = list(word.sounds)
    if word.stressed is not None:
        sounds.insert(
            max(word.stressed - 1, 0) if word.stressed and sounds[word.stressed - 1] not in VOWELS else word.stressed, "ˈ"
        )
    return "".join(sounds)


def in_a_line(phrases: tuple[Phrase, ...]) -> str:
    return " ".join(" ".join([*map(heard, phrase.words), phrase.ending]) for phrase in phrases)


def test_there_are_enough_golden_words_and_sentences_each_with_its_rule() -> None:
    assert len(WORDS) >= 300
    assert len(SENTENCES) >= 60
    assert all(group["rule"] and group["source"] for group in GROUPS)
    assert all(sentence["rule"] for sentence in SENTENCES)


@pytest.mark.parametrize("reading", VowelReading)
@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group["rule"])
def test_golden_words_sound_as_grammars_say(group: dict[str, dict[str, str]], reading: VowelReading) -> None:
    assert {word: in_a_line(arabic_sounds(word, reading)).removesuffix(" .") for word in group["words"]} == group["words"]


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence["said"])
def test_golden_sentences_sound_as_grammars_say(sentence: dict[str, str]) -> None:
    assert in_a_line(arabic_sounds(sentence["said"], VowelReading.PAUSAL)) == sentence["pausal"]
    assert in_a_line(arabic_sounds(sentence["said"], VowelReading.FORMAL)) == sentence.get("formal", sentence["pausal"])


# what holds of any text -----------------------------------------------------------------------------------------------

MARKED = st.text(
    st.sampled_from("ابتدرسعلمنهويةىآأإؤئءٱ \u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670،.؟«»ـ"), max_size=30
)
PHRASES = st.lists(st.sampled_from([written for written, _ in WORDS]), min_size=1, max_size=6).map(" ".join)
SILENT = {"w": "a long vowel or a silent letter", "j": "a long vowel", "l": "the article's before a sun letter"}
"""Consonants that a letter may stand for without being heard, and why."""


@given(MARKED, st.sampled_from(VowelReading))
@example("ىٌ", VowelReading.PAUSAL)
def test_whatever_is_written_is_said_or_named_as_unsayable(text: str, reading: VowelReading) -> None:
    try:
        phrases = arabic_sounds(text, reading)
    except UnsayableError as error:
        faults = [error]
    else:
        faults = []
        assert all(phrase.words and all(word.sounds for word in phrase.words) for phrase in phrases)
    assert all(fault.word in text and fault.mend in str(fault) for fault in faults)


@given(PHRASES, st.sampled_from(VowelReading))
def test_a_word_has_one_stress_at_most_and_it_is_on_a_vowel(text: str, reading: VowelReading) -> None:
    words = [word for phrase in arabic_sounds(text, reading) for word in phrase.words]
    assert len(words) == len(text.split())
    assert all(word.stressed is None or word.sounds[word.stressed] in VOWELS for word in words)
    assert all(text[word.start - 1] == " " for word in words[1:])


@given(PHRASES, st.sampled_from(VowelReading))
def test_two_vowels_never_meet(text: str, reading: VowelReading) -> None:
    for phrase in arabic_sounds(text, reading):
        sounds = [sound for word in phrase.words for sound in word.sounds]
        assert not any(one in VOWELS and two in VOWELS for one, two in pairwise(sounds))


@given(PHRASES, st.sampled_from(VowelReading))
def test_every_consonant_is_heard_or_has_a_reason(text: str, reading: VowelReading) -> None:
    sounds = [sound for phrase in arabic_sounds(text, reading) for word in phrase.words for sound in word.sounds]
    heard_ones = Counter(sound.replace("lˤ", "l") for sound in sounds)
    written = Counter(CONSONANTS[letter] for letter in text if letter in CONSONANTS)
    assert set(written - heard_ones) <= SILENT.keys()


@given(PHRASES, st.sampled_from(VowelReading))
def test_the_order_of_marks_and_a_longer_line_change_nothing(text: str, reading: VowelReading) -> None:
    def sounds(said: str) -> list[tuple[str, ...]]:
        return [word.sounds for phrase in arabic_sounds(said, reading) for word in phrase.words]

    assert sounds(text) == sounds(stored(text)) == sounds(text.replace("بَ", "بـَ"))
    assert arabic_sounds(text, reading) == arabic_sounds(text, reading)


@given(st.lists(st.sampled_from([".", "،", "؟", "!", ":", "؟»", ").", "…", " - "]), min_size=1, max_size=4))
def test_every_sign_of_a_pause_ends_a_phrase(signs: list[str]) -> None:
    phrases = arabic_sounds("".join(f"نَعَمْ{sign} " for sign in signs))
    assert len(phrases) == len(signs)
    assert [phrase.ending for phrase in phrases] == [
        next((Ending(end) for mark, end in (("؟", "?"), ("!", "!"), (".", ".")) if mark in sign), Ending.PAUSE) for sign in signs
    ]


@pytest.mark.parametrize(
    ("text", "word", "what"),
    [
        ("الشُّرْطَةُ الوطنية", "الوطنية", "neither vowel nor sukun"),
        ("رَقْمُ 19", "19", "not in Arabic letters"),
        ("عَلَى cnie", "cnie", "not in Arabic letters"),
        ("كُاتِب", "كُاتِب", "not behind an a"),
        ("مُدَّةتُ", "مُدَّةتُ", "ta marbuta"),
    ],
)
def test_what_cannot_be_said_is_named_with_its_mend(text: str, word: str, what: str) -> None:
    with pytest.raises(UnsayableError, match=r"pronunciation\.yaml") as raised:
        arabic_sounds(text)
    assert raised.value.word == word
    assert what in raised.value.what


# spelt for a reader with few rules ------------------------------------------------------------------------------------


@given(PHRASES)
def test_what_is_respelt_sounds_the_same_and_tells_where_its_words_come_from(text: str) -> None:
    phrases = arabic_sounds(text)
    spelt = respelt(phrases)
    again = [sound for phrase in arabic_sounds(spelt.text) for word in phrase.words for sound in word.sounds]
    near = {"lˤ": "l", "v": "f", "g": "k"}
    once = [near.get(sound, sound) for phrase in phrases for word in phrase.words for sound in word.sounds]
    glides = VOWELS | {"j", "w"}  # a doubled one is read as a long vowel and one glide
    assert [letter for letter in again if letter not in glides] == [letter for letter in once if letter not in glides]
    assert [spelt.origin(here) for here, _ in spelt.places] == [word.start for phrase in phrases for word in phrase.words]
    assert spelt.text.split(" ")[0][0] == "ء" or phrases[0].words[0].sounds[0] != "ʔ"
    assert not set(spelt.text) & set("ةىآأإؤئٱ")


def test_the_article_s_vowel_is_written_with_the_word_before() -> None:
    spelt = respelt(arabic_sounds("شَهَادَةُ السُّكْنَى، هُوَ."))
    assert spelt.text == "شَهَادَتَ سْسُكْنَا، هُـوَ."
