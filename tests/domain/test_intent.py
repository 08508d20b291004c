"""What a sentence is about: how sure, and a whole beside its cases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.intent import certainties, features, unit, with_cases

WORTHS = st.dictionaries(st.integers(0, 300), st.floats(-2, 2), max_size=40)


@given(WORTHS)
def test_what_is_worth_more_is_surer_and_all_together_are_at_most_one(worths: dict[int, float]) -> None:
    sure = certainties(worths)
    assert sum(sure.values()) <= 1
    assert sorted(worths, key=lambda item: (worths[item], item)) == sorted(sure, key=lambda item: (sure[item], worths[item], item))


def test_a_sentence_worth_little_for_everything_is_about_nothing() -> None:
    assert max(certainties(dict.fromkeys(range(5), 0.05)).values()) < 0.1


@pytest.mark.parametrize(
    ("cases", "first"),
    [
        ({1: 0.3, 2: 0.3, 3: 0.2}, 0),
        ({1: 0.8, 2: 0.1}, 1),
        ({0: 0.2, 1: 0.3, 2: 0.3}, 0),
        ({0: 0.7, 1: 0.2}, 0),
        ({4: 0.5}, 4),
    ],
)
def test_a_service_comes_before_its_cases_unless_one_of_them_is_meant(cases: dict[int, float], first: int) -> None:
    together = with_cases(cases, {1: 0, 2: 0, 3: 0})
    assert max(together, key=lambda item: together[item]) == first


@given(st.lists(st.text("abcdefghij", min_size=1, max_size=8), min_size=1, max_size=8))
def test_a_sentence_of_known_features_is_one_long_and_a_strange_one_nothing(words: list[str]) -> None:
    found = features(words)
    known = unit(found, dict.fromkeys(found, 2.0))
    assert sum(worth * worth for worth in known.values()) == pytest.approx(1)
    assert unit(found, {}) == {}
