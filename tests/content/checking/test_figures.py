"""The figures of a text are the same in all its languages, in figures or in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from kiosk.content.checking.content_model import Content
from kiosk.content.checking.figures import figures, said_in_words, unequal_figures, unlike_numbers
from kiosk.content.rows.item_rows import TableRows


def told(**texts: str) -> list[str]:
    rows = TableRows()
    rows.tables["text"] = [{"item": "x", "field": "text", "language": tag, "shown": words} for tag, words in texts.items()]
    return [f"{field} {what}" for _, field, what, _ in unequal_figures(Content(rows))]


@pytest.mark.parametrize(
    ("ar", "fr", "en", "what"),
    [
        ("منذ 1992", "Depuis 1992", "Dates from 1929", {"lacks 1992", "says 1929"}),
        ("75 درهما", "75\u00a0DH", "750 DH", {"lacks 75", "says 750"}),
        ("خلال 60 يوما", "en 60\u00a0jours", "within days", {"lacks 60"}),
        ("ثلاث صور", "4\u00a0photos", "4 photos", {"lacks 4"}),
        ("260 ألف", "260\u202f000", "26,000", {"says 26000", "lacks 260000"}),
    ],
)
def test_a_figure_that_differs_is_named(ar: str, fr: str, en: str, what: set[str]) -> None:
    assert {said.partition(" ")[2].partition(",")[0] for said in told(ar=ar, fr=fr, en=en)} == what


@pytest.mark.parametrize(
    ("ar", "fr", "en"),
    [
        ("خلال يومين", "en 2\u00a0jours", "within 2 days"),
        ("يومان", "2\u00a0jours", "two days"),
        ("ثلاثة أيام", "3\u00a0jours", "3 days"),
        ("ثلاث نسخ", "trois copies", "3 copies"),
        ("ثماني صور", "8\u00a0photos", "eight photos"),
        ("إثنا عشر شهرا", "12\u00a0mois", "12 months"),
        ("من شهر إلى سنتين", "de 1\u00a0mois à 2\u00a0ans", "1 month to 2 years"),
        ("من الدرجة الأولى", "de 1re\u00a0classe", "first-class"),
        ("الذكرى الخامسة والخمسين", "le 55e\u00a0anniversaire", "the 55th anniversary"),
        ("نحو 30 رواقا", "une trentaine de stands", "about thirty stands"),
        ("من الثامنة والنصف إلى السابعة مساء", "de 8\u00a0h\u00a030 à 19\u00a0heures", "from 8.30 am to 7 pm"),
        ("متر و70 سنتيمترا", "1,70\u00a0m", "1.70 m"),
        ("أكثر من 3 ملايين", "plus de 3\u00a0millions", "over 3,000,000"),
        ("2.4 مليون", "2,4\u00a0millions", "2,400,000"),
        ("2,4 مليون", "2,4\u00a0millions", "2,400,000"),
        ("2.400.000 زائر", "2\u202f400\u202f000 visiteurs", "2,400,000 visitors"),
        ("المرسوم رقم 2.18.856", "le décret 2-18-856", "decree 2-18-856"),
        ("عدد 5160 (النشرة العربية)", "n°\u00a05162 (édition française)", "5160 (Arabic) and 5162 (French)"),
        ("شرطة الكلاب", "la cynotechnie", "K9 police"),
        ("مائتا درهم", "200\u00a0DH", "200 DH"),
        ("اثنتان وعشرون سنة", "22\u00a0ans", "22 years"),
    ],
)  # fmt: skip
def test_the_same_figure_in_words_passes(ar: str, fr: str, en: str) -> None:
    assert told(ar=ar, fr=fr, en=en) == []


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("2.4 مليون زائر", "2.4 مليون"),
        ("على 20000 متر", "20000"),
        ("2,4 مليون زائر على 20.000 متر", None),
        ("القانون رقم 103.13 والرقم 0800002511", None),
    ],
)
def test_arabic_numbers_are_written_in_one_way(words: str, named: str | None) -> None:
    rows = TableRows()
    rows.tables["text"] = [{"item": "x", "field": "text", "language": "ar", "shown": words}]
    assert [what for *_, what, _ in unlike_numbers(Content(rows))] == ([f"writes {named!r}"] if named else [])


@given(st.integers(0, 9999), st.sampled_from(["fr", "en"]), st.sampled_from(["cardinal", "ordinal"]))
def test_numbers_in_words_are_found(number: int, tag: str, kind: str) -> None:
    assert said_in_words(number, f"x {num2words(number, lang=tag, to=kind)} y", tag)


@given(st.integers(3, 99), st.integers(3, 99))
def test_an_arabic_number_is_not_another(number: int, other: int) -> None:
    words = num2words(number, lang="ar")
    assert said_in_words(number, words, "ar")
    part = number % 10 == other or (number > 20 and number // 10 * 10 == other)
    teen = number < 20 and other == 10
    assert number == other or part or teen or not said_in_words(other, words, "ar")


@given(st.integers(0, 10**9))
def test_grouped_and_plain_figures_are_one(number: int) -> None:
    forms = (str(number), f"{number:,}", f"{number:,}".replace(",", "\u00a0"), f"{number:,}".replace(",", "\u202f"))
    assert {figures(form) for form in forms} == {frozenset({number})}
