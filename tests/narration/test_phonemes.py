"""The sounds of the hard cases, by a real espeak-ng, against those of the words written by hand."""

import re
from pathlib import Path

import yaml

from kiosk.domain.arabic_sounds import arabic_sounds
from kiosk.domain.language import LocalizedText
from kiosk.domain.speech import spoken_form
from kiosk.domain.speech.arabic_marks import for_espeak, pausal
from kiosk.narration.engines.arabic import for_espeak_ng
from tests.helpers.hard_cases import HARD_CASES, LEXICONS
from tests.helpers.phonemes import phoneme_errors, phonemes_of


def _rate(said: list[tuple[str, str]], expected: list[tuple[str, str]]) -> float:
    sounds = phonemes_of(said + expected)
    pairs = zip(sounds[: len(said)], sounds[len(said) :], strict=True)
    wrong, all_of_them = map(sum, zip(*(phoneme_errors(ours, theirs) for ours, theirs in pairs), strict=True))
    return 100 * wrong / all_of_them


EXPECTED = [(tag, for_espeak(pausal(said))) for tag, _, said in HARD_CASES]


def test_hard_cases_sound_as_expected() -> None:
    texts = [(tag, LocalizedText({tag: shown}, {tag: spoken_form(shown, tag, LEXICONS[tag])})) for tag, shown, _ in HARD_CASES]
    ours = [(tag, for_espeak(text.spoken(tag))) for tag, text in texts]
    assert _rate(ours, EXPECTED) <= 3.0


def test_as_they_are_shown_they_would_not() -> None:
    assert _rate([(tag, shown) for tag, shown, _ in HARD_CASES], EXPECTED) > 15


def test_marks_in_the_order_of_the_files_would_lose_vowels() -> None:
    arabic = [(tag, text) for tag, text in EXPECTED if tag == "ar"]
    stored = [("ar", pausal(said)) for tag, _, said in HARD_CASES if tag == "ar"]
    assert _rate(stored, arabic) > 0


ESPEAK_NAMES = {"dʒ": "ʒ", "χ": "x", "s̪": "sˤ", "t̪": "tˤ", "d̪": "dˤ", "ð̪": "ðˤ", "z̪": "ðˤ"}
GOLDEN = Path(__file__).parents[1] / "domain" / "golden" / "arabic_sentences.yaml"


def _folded(sounds: str) -> str:
    """Sounds without length, stress and blanks, and glides as vowels: where the two alphabets do not agree."""
    plain = re.sub(r"[\sːˈˌ.]", "", sounds)
    return re.sub(r"(i|u)\1+", r"\1", plain.replace("lˤ", "l").replace("j", "i").replace("w", "u"))


def test_espeak_says_the_sounds_that_grammar_asks_for() -> None:
    texts = [str(sentence["said"]) for sentence in yaml.load(GOLDEN.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)]
    ours = [_folded("".join(s for phrase in arabic_sounds(t) for word in phrase.words for s in word.sounds)) for t in texts]
    theirs = []
    for sounds in phonemes_of([("ar", for_espeak_ng(text).text) for text in texts]):
        named = re.sub("|".join(ESPEAK_NAMES), lambda match: ESPEAK_NAMES[match.group()], sounds)
        theirs.append(_folded(named))
    wrong, all_of_them = map(sum, zip(*map(phoneme_errors, theirs, ours), strict=True))
    assert 100 * wrong / all_of_them < 2


def test_arabic_that_rules_cannot_say_is_given_as_it_is_and_other_letters_untouched() -> None:
    assert for_espeak_ng("الشرطة 19").text == "الشرطة 19"
    spelt = for_espeak_ng("رَقْمُ الشرطة")
    assert (spelt.text, spelt.origin(6)) == ("رَقْم الشرطة", 7)
    assert for_espeak_ng("Bonjour").origin(3) == 3
