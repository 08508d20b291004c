"""The figures of a text are the same in all its languages, in figures or in words."""

from datetime import date, time

import pytest
from babel.dates import format_date, format_time
from babel.numbers import format_decimal
from babel.units import format_unit
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from kiosk.content.checking.content_model import Content
from kiosk.content.checking.figures import unequal_figures, unlike_numbers
from kiosk.content.checking.figures.number_words import said_in_words
from kiosk.content.checking.figures.reading import figures
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
        ("يوم 16 ماي", "le 16\u00a0mai", "on 16 March", {"lacks May", "says March"}),
        ("منذ ماي 2024", "depuis juin 2024", "since May 2024", {"lacks May", "says June"}),
        ("يوم الثلاثاء", "le mardi", "on Monday", {"lacks Tuesday", "says Monday"}),
        ("من الاثنين إلى الجمعة", "du lundi au vendredi", "Monday to Saturday", {"lacks Friday", "says Saturday"}),
        ("الساعة 8 صباحا", "à 20\u00a0h", "at 8 am", {"says 20 or 20:00", "lacks 8:00"}),
        ("16:30", "16\u00a0h\u00a030", "4:30 am", {"says 4:30", "lacks 16:30"}),
        ("الرابعة والنصف مساء", "16\u00a0h\u00a015", "4:15 pm", {"says 16:30", "lacks 16:15"}),
        ("منتصف النهار", "à midi", "at midnight", {"says 0:00", "lacks 12:00"}),
        ("القرن العشرون", "le XIXe\u00a0siècle", "the 20th century", {"says 19", "lacks 20"}),
        ("ثلاث صور", "trois photos", "four photos", {"says 3 where en says 4", "says 4 where fr says 3"}),
        ("أربع صور", "trois photos", "three photos", {"says 4 where en says 3", "says 4 where fr says 3"}),
        (
            "خلال 15 يوما",
            "en 15\u00a0mois",
            "within 15 days",
            {"counts something else by 15 than fr"},
        ),
        ("75 درهما", "75\u00a0DH", "75 euros", {"counts something else by 75 than en", "counts something else by 75 than fr"}),
        ("80 %", "80\u00a0DH", "80%", {"counts something else by 80 than fr"}),
        ("خلال أسبوعين", "en trois semaines", "within two weeks", {"says 3 where ar says 2", "says 3 where en says 2"}),
        ("مائة درهم", "cent dirhams", "two hundred dirhams", {"says 100 where en says 200", "says 200 where fr says 100"}),
        ("محمد السادس", "Mohammed V", "Mohammed VI", {"says 6 where fr says 5"}),
        ("الباب الثاني", "chapitre III", "chapter II", {"says 2 where fr says 3"}),
        ("خمسة ملايين", "cinq millions", "5 billion", {"lacks 5000000", "says 5000000000"}),
        ("من 8 إلى 12 زوالا", "de 8 à 13\u00a0h", "from 8 to noon", {"says 13 or 13:00", "lacks 12:00"}),
        ("0800 00 25 11", "0800 00 25 11", "0800 002 512", {"lacks 800002511", "says 800002512"}),
    ],
)
def test_a_figure_that_differs_is_named(ar: str, fr: str, en: str, what: set[str]) -> None:
    assert {said.partition(" ")[2].partition(", which")[0] for said in told(ar=ar, fr=fr, en=en)} == what


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
        ("القرن 20", "le XXe\u00a0siècle", "the 20th century"),
        ("القرن العشرون", "au XXe\u00a0siècle", "the twentieth century"),
        ("القرن الحادي والعشرون", "XXIe\u00a0siècle", "21st century"),
        ("محمد السادس", "Mohammed VI", "Mohammed VI"),
        ("منتصف النهار", "midi", "12 noon"),
        ("الساعة 12 زوالا", "à midi", "at noon"),
        ("16:30", "16\u00a0h\u00a030", "4:30 pm"),
        ("الرابعة والنصف مساء", "16\u00a0h\u00a030", "4.30 p.m."),
        ("الساعة الثامنة صباحا", "8\u00a0heures du matin", "8 o’clock in the morning"),
        ("الساعة 8", "8\u00a0h", "8 am"),
        ("الساعة 16 و30 دقيقة", "16\u00a0h\u00a030", "16:30"),
        ("الخامسة إلا الربع مساء", "16\u00a0h\u00a045", "4:45 pm"),
        ("منتصف الليل", "minuit", "midnight"),
        ("داخل 24 ساعة", "dans les 24\u00a0heures", "within 24 hours"),
        ("24 ساعة على 24", "24\u00a0h sur 24", "24 hours a day"),
        ("12.500 درهم", "12\u202f500\u00a0DH", "12,500 DH"),
        ("12500 درهم", "12 500\u00a0DH", "12 500 DH"),
        ("يومي السبت والأحد", "samedi et dimanche", "Saturdays and Sundays"),
        ("كل يوم خميس", "le jeudi", "on Thursdays"),
        ("في ماي ويونيو", "en mai et juin", "in May and June"),
        ("يوم 16/05/1956", "le 16/05/1956", "on 16 May 1956"),
        ("لكن الجواز قد يرفض", "Mais le passeport peut être refusé", "May a passport be refused"),
        ("رأي واحد", "Marche nationale", "March in step"),
        ("نجمة ثمانية", "une étoile à huit branches", "an eight-pointed star"),
        ("سيارتان", "deux voitures", "both cars"),
        ("ستجدون المكتب", "un passeport neuf", "a new passport"),
        ("بالعربية والفرنسية والإنجليزية والإسبانية", "Quatre langues", "Arabic, French, English or Spanish"),
        ("خمسة عشر يوما", "quinze jours", "fifteen days"),
        ("خلال أسبوعين", "sous 2 semaines", "in a fortnight"),
        ("كل 10 سنوات", "tous les dix ans", "every decade"),
        ("ساعة ونصف", "1\u00a0h\u00a030", "an hour and a half"),
        ("90 دقيقة", "1\u00a0h\u00a030", "90 minutes"),
        ("من الساعة 8 إلى 12", "de 8\u00a0h à 12\u00a0h", "from 8 to noon"),
        ("2017-2018", "en 2017 et 2018", "2017–18"),
        ("ثلاثة آلاف درهم", "trois mille dirhams", "3,000 dirhams"),
        ("خمسة ملايين", "cinq millions", "5 million"),
        ("مليونا زائر", "deux millions de visiteurs", "2 million visitors"),
        ("مليون ونصف", "un million et demi", "1.5 million"),
        ("مليون زائر", "un million de visiteurs", "a million visitors"),
        ("الرقم 0800002511", "0800 00 25 11", "0800 002 511"),
        ("+212 5 37 57 60 00", "05 37 57 60 00", "0537576000"),
        ("يوم الجمعة 14 شتنبر", "vendredi 14 sept.", "Fri 14 Sept"),
        ("الستينيات", "les années 1960", "the 1960s"),
        ("سنوات التسعينيات", "les années 90", "the nineties"),
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


_LOCALES = {"ar": "ar_MA", "fr": "fr_MA", "en": "en_GB"}


def _written(day: date, pattern: str) -> dict[str, str]:
    return {tag: format_date(day, pattern, locale) for tag, locale in _LOCALES.items()}


@given(st.dates(date(1950, 1, 1), date(2050, 12, 31)), st.dates(date(1950, 1, 1), date(2050, 12, 31)))
def test_a_date_is_the_same_in_all_languages_and_another_is_not(day: date, other: date) -> None:
    pattern = "EEEE d MMMM y"
    assert told(**_written(day, pattern)) == []
    assert bool(told(**_written(day, pattern) | {"en": _written(other, pattern)["en"]})) == (day != other)


_FRENCH = st.sampled_from(["H'\u00a0h\u00a0'mm", "H'h'mm", "H:mm"])
_ENGLISH = st.sampled_from(["h:mm a", "h.mm a", "H:mm"])
_ARABIC = st.sampled_from(["H:mm", "الساعة H:mm", "h:mm a"])


def _clock(moment: time, pattern: str, tag: str) -> str:
    """Babel's words for the half of the day, as Morocco says them."""
    said = format_time(moment, pattern.replace("الساعة", "'الساعة'"), locale="en_GB")
    halves = {"am": "صباحا", "pm": "مساء"}
    return said if tag != "ar" else said.replace("am", halves["am"]).replace("pm", halves["pm"])


@given(st.times(), st.times(), _ARABIC, _FRENCH, _ENGLISH)
def test_a_time_is_the_same_in_all_ways_of_writing_and_another_is_not(one: time, other: time, ar: str, fr: str, en: str) -> None:
    texts = {"ar": _clock(one, ar, "ar"), "fr": _clock(one, fr, "fr"), "en": _clock(one, en, "en")}
    assert told(**texts) == []
    assert bool(told(**texts | {"fr": _clock(other, fr, "fr")})) == ((one.hour, one.minute) != (other.hour, other.minute))


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_a_number_is_the_same_as_each_language_groups_it_and_another_is_not(one: int, other: int) -> None:
    grouped = {tag: {number: format_decimal(number, locale=locale) for number in (one, other)} for tag, locale in _LOCALES.items()}
    assert told(**{tag: f"x {forms[one]} y" for tag, forms in grouped.items()}) == []
    assert bool(told(ar=grouped["ar"][one], fr=grouped["fr"][other], en=grouped["en"][one])) == (one != other)


_UNITS = st.sampled_from(["duration-day", "duration-week", "duration-month", "duration-year", "length-kilometer", "mass-kilogram"])


@given(st.integers(3, 9999), _UNITS, _UNITS)
def test_a_length_of_time_is_the_same_in_all_languages_and_another_is_not(number: int, unit: str, other: str) -> None:
    texts = {tag: format_unit(number, unit, locale=locale) for tag, locale in _LOCALES.items()}
    assert told(**texts) == []
    assert bool(told(**texts | {"fr": format_unit(number, other, locale="fr_MA")})) == (unit != other)


@given(st.integers(3, 99), st.integers(3, 99))
def test_a_number_in_words_is_not_another(one: int, other: int) -> None:
    texts = {tag: f"x {num2words(one, lang=tag)} y" for tag in ("ar", "fr", "en")}
    assert told(**texts) == []
    hidden = 9 in {one, other}  # neuf is new as well
    assert hidden or bool(told(**texts | {"fr": f"x {num2words(other, lang='fr')} y"})) == (one != other)
