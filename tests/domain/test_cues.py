"""When words are heard, and which words on the screen they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.cues import Cue, are_sound, evenly, from_events, map_tokens, token_at, webvtt, word_spans
from kiosk.domain.language import Direction, Language
from kiosk.domain.narration import MAX_SENTENCE, utterances

ARABIC = Language("ar", Direction.RIGHT_TO_LEFT, "العربية", "")
FRENCH = Language("fr", Direction.LEFT_TO_RIGHT, "Français", "")
TEXT = "Le guichet ouvre à 8 h 30."
texts = st.text(alphabet="abé 1.,؟ابت«»\u2068\u2069\u202f", max_size=60)


def begins(cues: tuple[Cue, ...]) -> list[int]:
    return [cue.begin_ms for cue in cues]


@given(texts, st.integers(1, 60_000))
def test_even_cues_cover_the_sound_and_never_run_back(text: str, duration: int) -> None:
    cues = evenly(text, duration)
    assert are_sound(cues, text)
    if cues:
        assert (cues[0].begin_ms, cues[-1].end_ms) == (0, duration)


@given(texts, st.lists(st.tuples(st.integers(-5, 80), st.integers(-100, 70_000))), st.integers(1, 60_000))
def test_cues_from_any_events_are_sound_or_none(text: str, events: list[tuple[int, int]], duration: int) -> None:
    cues = from_events(text, events, duration)
    assert cues == () or are_sound(cues, text)


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([(0, 0), (3, 100), (11, 500), (17, 700), (19, 800), (21, 900), (23, 1000)], [0, 100, 500, 700, 800, 900, 1000]),
        ([(0, 0), (3, 100), (5, 300), (11, 500)], [0, 100, 500, 600, 700, 800, 900]),  # two reports for one word, none for four
        ([(3, 100)], [0, 100, 250, 400, 550, 700, 850]),
        ([], []),
        ([(3, 4000)], []),
    ],
)
def test_reports_become_one_cue_for_each_word(events: list[tuple[int, int]], expected: list[int]) -> None:
    assert begins(from_events(TEXT, events, 1000)) == expected


def test_the_word_at_a_time() -> None:
    cues = evenly("un deux trois", 900)
    assert [token_at(cues, time) for time in (-1, 0, cues[1].begin_ms, 899, 5000)] == [-1, 0, 1, 2, 2]
    assert token_at((), 5) == -1


@pytest.mark.parametrize(
    "spoilt",
    [
        (Cue(0, 0, 2, 50, 20),),
        (Cue(0, 0, 2, -5, 20),),
        (Cue(0, 0, 3, 0, 20),),
        (Cue(0, 0, 2, 0, 20), Cue(1, 3, 7, 10, 30)),
        (Cue(0, 0, 2, 0, 20),),
    ],
)
def test_cues_that_do_not_fit_the_text_or_run_back_are_found(spoilt: tuple[Cue, ...]) -> None:
    assert not are_sound(spoilt, "un deux")


WORDS = st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=12)


@given(WORDS, WORDS.filter(bool))
def test_each_word_said_stands_for_a_word_shown_in_order(spoken: list[str], shown: list[str]) -> None:
    tied = map_tokens(spoken, shown)
    assert len(tied) == len(spoken)
    assert list(tied) == sorted(tied)
    assert set(tied) <= set(range(len(shown)))


def test_the_same_words_are_themselves() -> None:
    assert map_tokens(list("abcd"), list("abcd")) == (0, 1, 2, 3)


def lit_words(shown: str, spoken: str, language: Language) -> list[list[str]]:
    return [
        [utterance.shown[slice(*word)] for word in utterance.words]
        for utterance in utterances("x", shown, spoken, language, (ARABIC, FRENCH))
    ]


def test_a_number_written_out_lights_its_figures() -> None:
    assert lit_words("Coût : 75 DH.", "Coût : soixante-quinze dirhams.", FRENCH) == [["Coût", "75", "DH."]]
    assert lit_words("\u206875\u2069 درهما.", "خَمْسَةٌ وَسَبْعُونَ دِرْهَمًا.", ARABIC) == [["\u206875\u2069"] * 2 + ["درهما."]]


def test_vowels_do_not_keep_a_word_from_being_found() -> None:
    assert lit_words("تقدم الطلبات هنا.", "تُقَدَّمُ الطَّلَبَاتُ هُنَا.", ARABIC) == [["تقدم", "الطلبات", "هنا."]]


def test_sentences_tile_the_text_shown_even_when_there_are_more_of_them_said() -> None:
    found = utterances("x", "Un, deux ; trois.", "Un. Deux. Trois.", FRENCH, (FRENCH,))
    assert [utterance.shown[slice(*utterance.span)] for utterance in found] == ["Un,", "deux", "trois."]


def test_a_text_without_words_to_show_is_its_own_transcript() -> None:
    (found,) = utterances("x", "…", "Trois points", FRENCH, (FRENCH,))
    assert (found.place, found.shown) == ("", "Trois points")


@pytest.mark.parametrize("text", ["", "…!?", " \u2068\u2069 "])
def test_nothing_to_say_is_no_sentence(text: str) -> None:
    assert utterances("x", text, text, FRENCH, (FRENCH,)) == []


@pytest.mark.parametrize("text", ["mot " * 25_000, "m" * 100_000])
def test_an_endless_text_is_said_in_breaths(text: str) -> None:
    found = utterances("x", text, text, FRENCH, (FRENCH,))
    assert max(len(utterance.sentence.text) for utterance in found) <= MAX_SENTENCE
    assert sum(len(utterance.sentence.text.replace(" ", "")) for utterance in found) == len(text.replace(" ", ""))
    other = utterances("x", text, text.replace("m", "n"), FRENCH, (FRENCH,))
    assert len(other) == len(found)


def test_webvtt_has_a_fragment_for_each_word() -> None:
    assert webvtt(evenly("un deux", 3_661_000)) == (
        "WEBVTT\n\n"
        '00:00:00.000 --> 00:24:24.400\n{"selector":{"type":"FragmentSelector","value":"char=0,2"}}\n\n'
        '00:24:24.400 --> 01:01:01.000\n{"selector":{"type":"FragmentSelector","value":"char=3,7"}}\n'
    )


def test_words_are_what_holds_a_letter_or_a_figure() -> None:
    assert [TEXT[slice(*span)] for span in word_spans(TEXT + " — «")] == ["Le", "guichet", "ouvre", "à", "8", "h", "30."]


def test_places_in_a_text_with_more_marks_are_those_of_the_same_words() -> None:
    given, text = "رَقْمُ الشُّرْطَةِ", "رَقْم الشُّرْطَة"
    cues = from_events(text, [(0, 0), (given.index(" ") + 1, 400)], 900, given)
    assert [(cue.start, cue.begin_ms) for cue in cues] == [(0, 0), (text.index(" ") + 1, 400)]
