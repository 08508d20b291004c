"""Numbers and foreign words keep their own direction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.bidi import isolate_foreign_runs, starts_right_to_left

FSI, PDI = "\u2068", "\u2069"


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("ادفعوا 75 درهما.", f"ادفعوا {FSI}75{PDI} درهما."),
        ("موقع cnie.ma الرسمي", f"موقع {FSI}cnie.ma{PDI} الرسمي"),
        ("القانون 04.20.", f"القانون {FSI}04.20{PDI}."),
        ("صورة 35×45 مم", f"صورة {FSI}35×45{PDI} مم"),
        ("بطاقة «CNIE» الجديدة", f"بطاقة «{FSI}CNIE{PDI}» الجديدة"),
        ("بلا أرقام", "بلا أرقام"),
    ],
)
def test_in_arabic_numbers_and_latin_words_are_isolated(paragraph: str, expected: str) -> None:
    assert isolate_foreign_runs(paragraph, right_to_left=True) == expected


def test_in_french_arabic_words_are_isolated_and_numbers_are_left() -> None:
    shown = isolate_foreign_runs("Le 19 : دورية أمان, ici", right_to_left=False)
    assert shown == f"Le 19 : {FSI}دورية أمان{PDI}, ici"


@given(st.text(), st.booleans())
def test_isolating_adds_marks_and_changes_nothing_else(paragraph: str, right_to_left: bool) -> None:
    shown = isolate_foreign_runs(paragraph, right_to_left=right_to_left)
    assert shown.replace(FSI, "").replace(PDI, "") == paragraph.replace(FSI, "").replace(PDI, "")
    assert isolate_foreign_runs(shown, right_to_left=right_to_left).count(FSI) == shown.count(FSI) or FSI not in shown


@pytest.mark.parametrize(("words", "expected"), [("19 شرطة", True), ("CNIE بطاقة", False), ("1234", False)])
def test_the_first_letter_gives_the_direction(words: str, expected: bool) -> None:
    assert starts_right_to_left(words) is expected
