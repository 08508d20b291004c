"""Vocalised Arabic sounds as grammars say: golden words and sentences written by hand, and what holds of any text."""

from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.arabic_sounds import Ending, Phrase, Reading, Word, arabic_sounds
from kiosk.domain.arabic_sounds.letters import CONSONANTS, VOWELS
from kiosk.domain.speech.arabic_marks import stored
from kiosk.errors import UnsayableError

GOLDEN = Path(__file__).parent / "golden"
GROUPS = yaml.safe_load((GOLDEN / "arabic_words.yaml").read_text(encoding="utf-8"))
SENTENCES = yaml.safe_load((GOLDEN / "arabic_sentences.yaml").read_text(encoding="utf-8"))
WORDS = [(written, sounds) for group in GROUPS for written, sounds in group["words"].items()]


def heard(word: Word) -> str:
    """A word's sounds in one line, with the sign of stress before its syllable."""
    sounds = list(word.sounds)
    if word.stressed is not None:
        sounds.insert(max(word.stressed - 1, 0) if word.stressed and sounds[word.stressed - 1] not in VOWELS else word.stressed, "ˈ")
    return "".join(sounds)


def in_a_line(phrases: tuple[Phrase, ...]) -> str:
    return " ".join(" ".join([*map(heard, phrase.words), phrase.ending]) for phrase in phrases)


def test_there_are_enough_golden_words_and_sentences_each_with_its_rule() -> None:
    assert len(WORDS) >= 300
    assert len(SENTENCES) >= 60
    assert all(group["rule"] and group["source"] for group in GROUPS)
    assert all(sentence["rule"] for sentence in SENTENCES)


@pytest.mark.parametrize("reading", Reading)
@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group["rule"])
def test_golden_words_sound_as_grammars_say(group: dict[str, dict[str, str]], reading: Reading) -> None:
    assert {word: in_a_line(arabic_sounds(word, reading)).removesuffix(" .") for word in group["words"]} == group["words"]


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence["said"])
def test_golden_sentences_sound_as_grammars_say(sentence: dict[str, str]) -> None:
    assert in_a_line(arabic_sounds(sentence["said"], Reading.PAUSAL)) == sentence["pausal"]
    assert in_a_line(arabic_sounds(sentence["said"], Reading.FORMAL)) == sentence.get("formal", sentence["pausal"])
