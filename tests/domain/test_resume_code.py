"""The resume code: every set of answers comes back from it, and a slip of the finger never opens another list."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.config import ROOT
from kiosk.content.store import ContentStore
from kiosk.domain.condition import ALWAYS, AnswerTest, Condition
from kiosk.domain.guide import Guide, Option, Outcome, Question, QuestionKind, walks
from kiosk.domain.resume_code import ALPHABET, LENGTH, count_walks, decode, encode, guide_fingerprint
from kiosk.errors import ResumeCodeError
from tests.helpers.things import DAY, text

KINDS = QuestionKind


def question(identifier: str, options: str, rule: Condition = ALWAYS) -> Question:
    listed = tuple(Option(name, text(name), "star") for name in options)
    return Question(identifier, KINDS.CHOICE, text(identifier), None, listed, 0, 0, None, rule)


def age(most: int = 120) -> Question:
    return Question("age", KINDS.NUMBER, text("age"), None, (), 0, most, text("years"), ALWAYS)


def guide(*questions: Question, cut: int = 12) -> Guide:
    child = Outcome("child", "minor", (), notes=True, when=Condition(((AnswerTest("age", under=cut),),)))
    adult = Outcome("adult", "first", (), notes=True, when=Condition(((AnswerTest("age", at_least=cut),),)))
    return Guide("guide:cnie", "service:cnie", DAY, questions, (child, adult), (), {})


GUIDE = guide(
    age(), question("why", "abc"), question("more", "xy", Condition(((AnswerTest("why", ("a",)), AnswerTest("age", under=12)),)))
)


@pytest.fixture(scope="module")
def guides() -> list[Guide]:
    with ContentStore.open(ROOT / "content.db") as store:
        return list(store.guides())


def test_every_combination_of_the_content_comes_back(guides: list[Guide]) -> None:
    seen = set()
    for one in guides:
        for way in walks(one):
            code = encode(one, way.answers)
            assert code not in seen
            seen.add(code)
            found, answers = decode(code, guides)
            assert (found.identifier, dict(answers)) == (one.identifier, dict(way.answers))
    assert len(seen) > 300


@settings(deadline=None)
@given(st.integers(0, 120), st.sampled_from("abc"), st.sampled_from("xy"))
def test_numbers_come_back_as_they_were_given(years: int, why: str, more: str) -> None:
    answers = {"age": years, "why": why} | ({"more": more} if why == "a" and years < 12 else {})
    assert dict(decode(encode(GUIDE, answers), [GUIDE])[1]) == answers


def test_different_answers_have_different_codes() -> None:
    codes = {encode(GUIDE, {"age": years, "why": "b"}) for years in range(121)}
    assert len(codes) == 121
    assert count_walks(GUIDE) == 12 * (2 + 2) + 109 * 3


def slips(code: str) -> Iterator[str]:
    for place, letter in enumerate(code):
        yield from (code[:place] + other + code[place + 1 :] for other in ALPHABET if other != letter)
    for one, other in combinations(range(len(code)), 2):
        if code[one] != code[other]:
            swapped = list(code)
            swapped[one], swapped[other] = swapped[other], swapped[one]
            yield "".join(swapped)


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 120), st.sampled_from("bc"))
def test_no_slip_of_one_character_and_no_swap_of_two_is_taken(years: int, why: str) -> None:
    for slip in slips(encode(GUIDE, {"age": years, "why": why}).replace("-", "")):
        with pytest.raises(ResumeCodeError):
            decode(slip, [GUIDE])


def test_a_code_is_read_however_it_is_copied() -> None:
    code = encode(GUIDE, {"age": 30, "why": "b"})
    assert len(code.replace("-", "")) == LENGTH
    for copied in (code.lower(), code.replace("-", " "), code.replace("0", "o").replace("1", "l")):
        assert decode(copied, [GUIDE])[1] == {"age": 30, "why": "b"}


@pytest.mark.parametrize("typed", ["", "-", "ABC", "A" * 9, "É" * 8, "ABCD-EFGU", "\u0661" * 8, "x" * 100_000, "💥" * 8])
def test_anything_else_is_refused(typed: str) -> None:
    with pytest.raises(ResumeCodeError):
        decode(typed, [GUIDE])


def test_a_guide_of_another_shape_does_not_take_the_code_and_one_of_other_words_does() -> None:
    code = encode(GUIDE, {"age": 30, "why": "b"})
    for changed in (guide(*GUIDE.questions, cut=13), guide(age(99), *GUIDE.questions[1:]), guide(*GUIDE.questions[:2])):
        assert guide_fingerprint(changed) != guide_fingerprint(GUIDE)
        with pytest.raises(ResumeCodeError, match="another content version"):
            decode(code, [changed])


def test_guides_of_the_content_are_told_apart(guides: list[Guide]) -> None:
    assert len({guide_fingerprint(one) for one in guides}) == len(guides)
