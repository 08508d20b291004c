"""Forms of one word compare as one; other words do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.folding import fold
from kiosk.domain.stemming import stems


@pytest.mark.parametrize(
    "forms",
    [
        ["بطاقة", "البطاقة", "بالبطاقة", "والبطاقة", "كالبطاقة", "فالبطاقة", "للبطاقة", "لبطاقة", "وبطاقة", "بطاقات", "البطاقات"],
        ["وطنية", "الوطنية", "الوطني", "وطني"],
        ["شهادة", "شهادات", "للشهادات", "بشهادة"],
        ["مفتش", "مفتشون", "المفتشين", "لمفتشين"],
        ["بصمة", "البصمات"],
        ["carte", "cartes"],
        ["perdu", "perdue", "perdus", "perdues"],
        ["nationale", "national", "nationales"],
        ["fine", "fines"],
    ],
)
def test_forms_of_a_word_share_a_stem(forms: list[str]) -> None:
    first = set(stems(fold(forms[0])))
    assert [form for form in forms if not first & set(stems(fold(form)))] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("شرطة", "شهادة"), ("كلب", "لب"), ("ورد", "رد"), ("الو", "و"), ("fes", "fe"), ("express", "expres"), ("19", "1")],
)
def test_other_words_do_not(one: str, other: str) -> None:
    assert not set(stems(fold(one))) & set(stems(fold(other)))


@given(st.text(max_size=40))
def test_any_text_has_a_stem_no_longer_than_itself(text: str) -> None:
    found = stems(text)
    assert 1 <= len(found) <= 2
    assert all(stem in text and bool(stem) == bool(text) for stem in found)
