"""The sounds of the hard cases, by a real espeak-ng, against those of the words written by hand."""

from kiosk.domain.language import LocalizedText
from kiosk.domain.speech import spoken_form
from kiosk.domain.speech.arabic_marks import for_espeak, pausal
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
