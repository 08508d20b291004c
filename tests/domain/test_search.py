"""Which name answers a query best, and which words are a slip apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.item import Card, ItemKind
from kiosk.domain.search import (
    LONGEST_WORD,
    MOST_WORDS,
    Scorer,
    SearchHit,
    SearchNames,
    grouped,
    near_forms,
    one_slip_apart,
    query_words,
)
from tests.helpers.things import text

FILLERS = frozenset({"la", "de"})


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("La Carte", ["carte"]),
        ("la", ["la"]),
        ("carte d’identité", ["carte", "identite"]),
        ('"a* OR (b: c', ["or"]),
        ("البِطَاقَةُ  الوَطَنِيَّةُ", ["البطاقه", "الوطنيه"]),
        ("19", ["19"]),
        ("9", ["9"]),
        ("c", []),
        ("K 9", ["9"]),
        ("\0\u202e😀 -- ^*", []),
        ("", []),
    ],
)
def test_a_query_is_its_telling_words(typed: str, words: list[str]) -> None:
    assert query_words(typed, FILLERS) == words


@given(st.text(max_size=2000))
def test_words_of_any_text_are_few_short_and_hold_no_sign(typed: str) -> None:
    words = query_words(typed, FILLERS)
    assert len(words) <= MOST_WORDS
    assert all(0 < len(word) <= LONGEST_WORD and word.isalnum() for word in words)


@pytest.mark.parametrize(
    ("query", "better", "worse"),
    [
        ("carte", "carte", "carte nationale"),
        ("carte nationale", "carte nationale", "nationale carte"),
        ("carte nationale", "carte nationale electronique", "carte de la bibliotheque nationale"),
        ("carte", "cartes", "cartouche de fusil"),
        ("nat", "national", "nationalite francaise"),
        ("بطاقه", "البطاقه", "الباطن"),
    ],
)
def test_the_closer_name_is_better(query: str, better: str, worse: str) -> None:
    scorer = Scorer([(word,) for word in query.split()], query)
    assert scorer.score(SearchNames((better,))) > scorer.score(SearchNames((worse,)))


def test_words_may_stand_in_two_languages_and_in_what_an_item_is_a_part_of() -> None:
    scorer = Scorer([("carte",), ("وطنيه",)], "carte وطنيه")
    both = scorer.score(SearchNames(("carte nationale", "البطاقه الوطنيه")))
    part = scorer.score(SearchNames(("renouvellement",), ("carte nationale", "البطاقه الوطنيه")))
    none = scorer.score(SearchNames(("renouvellement",)))
    assert both > part > none


def test_the_last_word_may_be_unfinished_the_others_not() -> None:
    assert Scorer([("carte",), ("nat",)], "carte nat").score(SearchNames(("carte nationale",))) > Scorer(
        [("nat",), ("carte",)], "nat carte"
    ).score(SearchNames(("carte nationale",)))


def test_the_kind_of_the_best_hit_comes_first() -> None:
    kinds = (ItemKind.PAVILION, ItemKind.PUBLIC_SERVICE, ItemKind.PAVILION)
    hits = [SearchHit(Card(f"{kind}:{n}", kind, text("n"), text("s"), "star"), 1.0) for n, kind in enumerate(kinds)]
    assert {kind: [hits.index(hit) for hit in group] for kind, group in grouped(hits).items()} == {
        ItemKind.PAVILION: [0, 2],
        ItemKind.PUBLIC_SERVICE: [1],
    }
    assert next(iter(grouped(hits))) is ItemKind.PAVILION


@pytest.mark.parametrize(
    ("typed", "word", "near"),
    [
        ("carte", "carte", True),
        ("crte", "carte", True),
        ("cartte", "carte", True),
        ("catre", "carte", True),
        ("carta", "carte", True),
        ("crata", "carte", False),
        ("cart", "carted", False),
        ("arte", "carte", True),
        ("", "a", True),
        ("tac", "cat", False),
    ],
)
def test_one_slip(typed: str, word: str, *, near: bool) -> None:
    assert one_slip_apart(typed, word) is near
    assert one_slip_apart(word, typed) is near


def slips(word: str, place: int, letter: str) -> list[str]:
    """All that one slip can make of a word at a place."""
    exchanged = word[:place] + word[place : place + 2][::-1] + word[place + 2 :]
    return [
        word[:place] + word[place + 1 :],
        word[:place] + letter + word[place:],
        word[:place] + letter + word[place + 1 :],
        exchanged,
    ]


@given(st.text("abcدرس", min_size=4, max_size=9), st.integers(0, 8), st.sampled_from("abcدرسz"))
def test_whatever_is_a_slip_away_shares_a_form(word: str, place: int, letter: str) -> None:
    for typed in slips(word, place % len(word), letter):
        assert one_slip_apart(typed, word)
        assert set(near_forms(typed)) & set(near_forms(word))
