"""Sentences that are written once with alternatives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.rows.variants import MOST, variants

CHOICES = st.lists(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=6, unique=True), min_size=1, max_size=4)


@pytest.mark.parametrize(
    ("pattern", "sentences"),
    [
        ("my husband hits me", {"my husband hits me"}),
        ("{my husband|my father} hits me", {"my husband hits me", "my father hits me"}),
        ("he hits me {every day|}", {"he hits me every day", "he hits me"}),
        ("{خويا|با} كيضربني", {"خويا كيضربني", "با كيضربني"}),
    ],
)
def test_a_pattern_is_all_of_its_sentences(pattern: str, sentences: set[str]) -> None:
    assert set(variants(pattern)) == sentences


@given(CHOICES)
def test_of_many_sentences_some_are_taken_that_hold_every_alternative(choices: list[list[str]]) -> None:
    pattern = " ".join("{" + "|".join(choice) + "}" for choice in choices)
    said = variants(pattern)
    assert len(set(said)) == len(said) <= MOST
    for place, choice in enumerate(choices):
        assert {sentence.split()[place] for sentence in said} == set(choice)
