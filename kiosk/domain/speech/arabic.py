"""Shown Arabic into words to be said: what has figures or a lexicon entry comes out vocalised, the rest as it was."""

import re

from kiosk.domain.speech.arabic_counted import FORMS, ONE_OR_TWO, SPANS
from kiosk.domain.speech.arabic_marks import LETTERS, MARKS, bare
from kiosk.domain.speech.arabic_numbers import ALONE, LARGEST, Agreement, Case, cardinal
from kiosk.domain.speech.arabic_phrases import (
    MONTHS,
    NOT_COUNTED,
    article_said,
    case_after,
    clock_said,
    code_said,
    counted_said,
    day_said,
    decimal_said,
    figures_said,
    millions,
    month_said,
    part_said,
    prefix_said,
    size_said,
    year_said,
)
from kiosk.domain.speech.replacements import (
    CLOCK,
    FIGURES,
    NUMERIC_DATE,
    PER_CENT,
    RANGE,
    SEPARATOR,
    SIZE,
    TELEPHONE,
    WEB_ADDRESS,
    Lexicon,
    Replacement,
    applied,
    by_lexicon,
    plain,
    telephone_pairs,
)

_FEMININE_PLURALS = frozenset({"نقط", "رخص", "صور", "نسخ", "فرق", "مدن", "مرات", "سنين", "خلايا", "شهادات", "وثائق", "مدارس"})
_MASCULINE_PLURALS = frozenset({"هكتارات", "كيلومترات", "مليمترات", "اجتماعات", "امتحانات", "ملفات"})
_LABELS = r"رقم|عدد|القانون|قانون|بالقانون|المرسوم|والمرسوم|الظهير|ظهير|القرار|والقرار"
_MONTH = rf"({'|'.join(MONTHS)})(?![{LETTERS}])"
_YEAR = r"((?:19|20|14)\d\d)"
_NUMBER = re.compile(
    rf"(?<![\d.,:/-])([وب]?)(\d{{1,9}})(?!\d|[/:.,-]\d)( ألفا?(?![{LETTERS}]))?(?= ([{LETTERS}][{LETTERS}{MARKS}]*)(?!\d))?"
)


def spoken_arabic(text: str, lexicon: Lexicon) -> str:
    """A text without figures; words of the lexicon and of numbers are vocalised.

    Args:
        text: the words shown, or speech text in which blanks have been filled.
        lexicon: phrases as shown, to vocalised ones; an entry that stays in Latin letters is said by another voice.
    """
    if text in ONE_OR_TWO:
        return ONE_OR_TWO[text]
    return applied(_numbers_said(applied(plain(text), (by_lexicon(lexicon, "وف"), *_REPLACEMENTS))), _LAST)


def _said(number: int, agreement: Agreement = ALONE) -> str:
    return cardinal(number, agreement) if number <= LARGEST else figures_said(str(number))


def _numbers_said(text: str) -> str:
    """Whole numbers in words; one joined by "and" stands in the case of the one before."""
    case = Case.NOMINATIVE

    def said(match: re.Match[str]) -> str:
        nonlocal case
        prefix, figures, thousands, noun = match[1], match[2], match[3], bare(match[4] or "")
        if prefix == "ب":
            case = Case.GENITIVE
        elif not prefix:
            case = case_after(match.string[: match.start()])
        number = int(figures) * (1000 if thousands else 1)
        follows = bool(noun) and noun not in NOT_COUNTED and not noun.startswith(("ال", "لل"))
        words = _said(number, Agreement(case, _feminine(noun, number), counted=follows))
        return prefix_said(prefix) + words

    return _NUMBER.sub(said, text)


def _feminine(noun: str, number: int) -> bool:
    if 3 <= number % 100 <= 10:
        return noun in _FEMININE_PLURALS or (noun.endswith("ات") and noun not in _MASCULINE_PLURALS)
    return noun.endswith("ة")


_REPLACEMENTS: tuple[Replacement, ...] = (
    (SEPARATOR, lambda _: "،"),
    (WEB_ADDRESS, lambda m: m[1].replace(".", " point ")),
    (TELEPHONE, lambda m: "، ".join(part_said(pair) for pair in telephone_pairs(m.group()))),
    (NUMERIC_DATE, lambda m: f"{day_said(m[1])} مِنْ {month_said(m[2])} {year_said(m[3])}"),
    (CLOCK, clock_said),
    (
        re.compile(rf"(?P<before>(?<![{LETTERS}])(?:{_LABELS}) )(?P<code>\d+(?:[.-]\d+)+)"),
        code_said,
    ),
    (re.compile(r"(?P<before>)(?<![\d.,])(?P<code>\d+(?:[.-]\d+){2,}|0\d+[.-]\d+)(?![\d.,]*\d)(?<!\.\d\d\d\.\d\d\d)"), code_said),
    (re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.,])"), lambda m: m.group().replace(".", "")),
    (
        re.compile(rf"(?<!\d)(\d{{1,2}}) إلى (\d{{1,2}}) {_MONTH}"),
        lambda m: f"{day_said(m[1])} إِلَى {day_said(m[2])} مِنْ {MONTHS[m[3]]}",
    ),
    (re.compile(rf"(?<!\d)([1-9]|[12]\d|3[01]) {_MONTH}"), lambda m: f"{day_said(m[1])} مِنْ {MONTHS[m[2]]}"),
    (re.compile(rf"(?<![{LETTERS}]){_MONTH}"), lambda m: MONTHS[m[1]]),
    (RANGE, lambda m: f"{m[1]} إِلَى {m[2]}"),
    (
        re.compile(rf"((?:[ول][{MARKS}]*)?س[{MARKS}]*ن[{MARKS}]*ة[{MARKS}]* ){_YEAR}(?!\d)"),
        lambda m: m[1] + year_said(m[2], feminine=True),
    ),
    (re.compile(r"((?:لل|بال|ال|وال)مادة) (\d{1,9})(?!\d)"), article_said),
    (
        re.compile(rf"(?<=من )(\d{{1,9}})(?= إلى (\d{{1,9}}) ([{LETTERS}]+))"),
        lambda m: _said(int(m[1]), Agreement(Case.GENITIVE, _feminine(m[3], int(m[1])))),
    ),
    (
        re.compile(rf"(?<![\d.,/:-])([وب]?)(\d{{1,3}}(?:\.\d{{3}}){{1,2}}|\d{{1,9}}) ({FORMS})[{MARKS}]*(?![{LETTERS}{MARKS}])"),
        counted_said,
    ),
    (re.compile(rf"(ب[{MARKS}]*ع[{MARKS}]*د[{MARKS}]* )({'|'.join(SPANS)})(?![{LETTERS}{MARKS}])"), lambda m: m[1] + SPANS[m[2]]),
    (re.compile(r"(?<![\d.,])(\d{1,3})[.,](\d{1,2}) (?:مليون|ملايين)(?!\w)"), millions),
    (re.compile(r"(?<![\d.,])([وب]?)(\d{1,9})[.,](\d{1,2})(?![\d.,]*\d)"), decimal_said),
    (re.compile(r"(?<=\d) (?:كلم|كم)(?!\w)"), lambda _: " كِيلُومِتْرًا"),
    (SIZE, size_said),
    (
        re.compile(rf"(?<![\d.,])(و?){_YEAR}(?!\d| (?!ال|لل|كان|ب)[{LETTERS}]+[ةا](?![{LETTERS}]))"),
        lambda m: ("وَ" if m[1] else "") + year_said(m[2]),
    ),
    (re.compile(rf"(?<![{LETTERS}])(و?رقم|عدد) (\d{{1,9}})(?!\d)"), lambda m: f"{m[1]} {cardinal(int(m[2]))}"),
)
_LAST: tuple[Replacement, ...] = (
    (PER_CENT, lambda _: " فِي الْمِائَةِ"),
    (re.compile(r" مم(?!\w)"), lambda _: " مِيلِيمِتْرًا"),
    (FIGURES, lambda m: figures_said(m.group())),
)
