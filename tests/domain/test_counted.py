"""Whatever the interface counts is shown and said in the form its number asks for: none, one, two, a few, many, hundreds."""

import re
from collections.abc import Callable, Mapping

import pytest
import yaml

from kiosk.config import ROOT
from kiosk.domain.formatting import amount, duration, filled, format_span
from kiosk.domain.language import LocalizedText
from kiosk.domain.speech import spoken_form
from kiosk.domain.speech.arabic_marks import bare
from tests.helpers.things import WORDS

Shown = Mapping[str, str]
NUMBERS = (0, 1, 2, 3, 10, 11, 99, 100)
TAGS = ("ar", "fr", "en")
NUMERIC = frozenset({"amount", "count", "least", "most", "number", "pavilions", "services", "added", "changed", "removed", "live"})
"""Blanks of the interface's words that are a number of things."""
NOT_COUNTED = re.compile(r"(?:at|au|by|of|on|sur|to|à|إلى|على|من|مجموعة|DH|درهم|دراهم|درهما)\b")
"""What may stand behind a number and is no noun, or is one of those in `COUNTED`."""
SEVERAL = frozenset({"guide_length", "guide_length_fixed"})
"""A guide has two questions or more."""


def span(seconds: int) -> Callable[[int], LocalizedText]:
    """How long something lasts, behind what the screens write before it."""
    template = LocalizedText({"ar": "بعد {time}", "fr": "Dans {time}", "en": "In {time}"})
    return lambda number: filled(template, lambda tag: {"time": format_span(number * seconds, tag)})


COUNTED: dict[str, tuple[Callable[[int], LocalizedText], dict[str, dict[int, tuple[str, str]]]]] = {
    "dirhams": (
        lambda number: amount(number, WORDS),
        {
            "ar": {
                0: ("0 درهم", "صفر درهم"),
                1: ("درهم واحد", "درهم واحد"),
                2: ("درهمان", "درهمان"),
                3: ("3 دراهم", "ثلاثة دراهم"),
                10: ("10 دراهم", "عشرة دراهم"),
                11: ("11 درهما", "أحد عشر درهما"),
                99: ("99 درهما", "تسعة وتسعون درهما"),
                100: ("100 درهم", "مائة درهم"),
            },
            "fr": {0: ("0 DH", "zéro dirham"), 1: ("1 DH", "un dirham"), 99: ("99 DH", "quatre-vingt-dix-neuf dirhams")},
            "en": {
                0: ("0 DH", "zero dirham"),
                1: ("1 DH", "one dirham"),
                2: ("2 DH", "two dirhams"),
                100: ("100 DH", "one hundred dirhams"),
            },
        },
    ),
    "days": (
        lambda number: duration(f"P{number}D", TAGS),
        {
            "ar": {
                1: ("يوم", "يوم واحد"),
                2: ("يومان", "يومان"),
                3: ("3 أيام", "ثلاثة أيام"),
                10: ("10 أيام", "عشرة أيام"),
                11: ("11 يوما", "أحد عشر يوما"),
                99: ("99 يوما", "تسعة وتسعون يوما"),
                100: ("100 يوم", "مائة يوم"),
            },
            "fr": {
                0: ("0 jour", "zéro jour"),
                1: ("1 jour", "un jour"),
                2: ("2 jours", "deux jours"),
                11: ("11 jours", "onze jours"),
            },
            "en": {0: ("0 days", "zero days"), 1: ("1 day", "one day"), 2: ("2 days", "two days")},
        },
    ),
    "hours": (
        lambda number: duration(f"PT{number}H", TAGS),
        {
            "ar": {
                1: ("ساعة", "ساعة واحدة"),
                2: ("ساعتان", "ساعتان"),
                3: ("3 ساعات", "ثلاث ساعات"),
                11: ("11 ساعة", "إحدى عشرة ساعة"),
                99: ("99 ساعة", "تسع وتسعون ساعة"),
                100: ("100 ساعة", "مائة ساعة"),
            },
            "fr": {1: ("1 heure", "une heure"), 2: ("2 heures", "deux heures"), 21: ("21 heures", "vingt et une heures")},
            "en": {1: ("1 hour", "one hour"), 2: ("2 hours", "two hours")},
        },
    ),
    "seconds left": (
        span(1),
        {
            "ar": {
                0: ("بعد 0 ثانية", "بعد صفر ثانية"),
                1: ("بعد ثانية", "بعد ثانية واحدة"),
                2: ("بعد ثانيتين", "بعد ثانيتين"),
                3: ("بعد 3 ثوان", "بعد ثلاث ثوان"),
                11: ("بعد 11 ثانية", "بعد إحدى عشرة ثانية"),
            },
            "fr": {1: ("Dans 1 seconde", "Dans une seconde"), 31: ("Dans 31 secondes", "Dans trente et une secondes")},
            "en": {1: ("In 1 second", "In one second"), 2: ("In 2 seconds", "In two seconds")},
        },
    ),
    "minutes left": (
        span(60),
        {
            "ar": {
                2: ("بعد دقيقتين", "بعد دقيقتين"),
                3: ("بعد 3 دقائق", "بعد ثلاث دقائق"),
                11: ("بعد 11 دقيقة", "بعد إحدى عشرة دقيقة"),
                100: ("بعد 100 دقيقة", "بعد مائة دقيقة"),
            },
            "fr": {2: ("Dans 2 minutes", "Dans deux minutes"), 21: ("Dans 21 minutes", "Dans vingt et une minutes")},
            "en": {2: ("In 2 minutes", "In two minutes"), 100: ("In 100 minutes", "In one hundred minutes")},
        },
    ),
    "weeks left": (
        span(7 * 86400),
        {
            "ar": {2: ("بعد أسبوعين", "بعد أسبوعين"), 3: ("بعد 3 أسابيع", "بعد ثلاثة أسابيع")},
            "fr": {2: ("Dans 2 semaines", "Dans deux semaines")},
            "en": {2: ("In 2 weeks", "In two weeks")},
        },
    ),
}
CASES = [
    (what, number, tag, *expected)
    for what, (_, languages) in COUNTED.items()
    for tag, rows in languages.items()
    for number, expected in rows.items()
]


def plain(text: str) -> str:
    """Words and figures, without vowels, isolates and blanks that do not break."""
    return bare(text).translate({0x2068: "", 0x2069: "", 0xA0: " "})


@pytest.mark.parametrize(("what", "number", "tag", "shown", "said"), CASES, ids=[f"{c[0]} {c[1]} {c[2]}" for c in CASES])
def test_what_is_shown_and_what_is_said_agree(what: str, number: int, tag: str, shown: str, said: str) -> None:
    text = COUNTED[what][0](number)
    assert plain(text.in_language(tag)) == shown
    assert plain(text.spoken(tag, case_vowels=True)) == said
    assert plain(spoken_form(shown, tag)) == said


@pytest.mark.parametrize("number", NUMBERS)
def test_an_arabic_sum_ends_in_the_word_that_is_said(number: int) -> None:
    text = amount(number, WORDS)
    assert plain(text.in_language("ar")).split()[-1] == plain(text.spoken("ar", case_vowels=True)).split()[-1]


def test_no_other_word_of_the_interface_puts_a_noun_behind_a_number() -> None:
    words = yaml.load((ROOT / "assets" / "content" / "interface.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)[
        "words"
    ]
    wrong = [
        (key, text)
        for key, texts in words.items()
        for text in texts.values()
        for blank, behind in re.findall(r"\{(\w+)\} (\w+)", text)
        if blank in NUMERIC and not NOT_COUNTED.match(behind) and key not in SEVERAL
    ]
    assert wrong == []
