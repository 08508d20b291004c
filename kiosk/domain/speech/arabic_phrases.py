"""Dates, times, codes and other figures of an Arabic text in vocalised words."""

import re

from kiosk.domain.speech import replacements
from kiosk.domain.speech.arabic_counted import BY_FORM, counted
from kiosk.domain.speech.arabic_marks import bare
from kiosk.domain.speech.arabic_numbers import Agreement, Case, cardinal, ordinal

MONTHS = {
    "يناير": "يَنَايِرَ",
    "فبراير": "فِبْرَايِرَ",
    "مارس": "مَارِسَ",
    "أبريل": "أَبْرِيلَ",
    "ماي": "مَايَ",
    "يونيو": "يُونْيُو",
    "يوليوز": "يُولْيُوزَ",
    "غشت": "غُشْتَ",
    "شتنبر": "شُتَنْبِرَ",
    "أكتوبر": "أُكْتُوبَرَ",
    "نونبر": "نُوَنْبِرَ",
    "دجنبر": "دُجَنْبِرَ",
    "ربيع الأول": "رَبِيعٍ الْأَوَّلِ",
    "ذي الحجة": "ذِي الْحِجَّةِ",
}
PREPOSITIONS = frozenset(
    {"من", "في", "إلى", "على", "عن", "منذ", "بعد", "قبل", "خلال", "حوالي", "داخل", "دون", "سن", "بين", "أجل", "نحو", "قرابة", "مدة"}
    | {"بلوغ", "كل", "مع", "عند", "ضمن", "محيط", "الرقم", "حضور", "نسبة", "انقضاء", "كاميرات"}
)
"""Words that put what follows into the genitive; "the number" does so only after a preposition of its own."""
NOT_COUNTED = PREPOSITIONS | {"أو", "ثم", "منها", "مغطاة", "خارجها", "داخلها", "ليلا", "نهارا", "صباحا", "مساء", "زوالا"}
MOST_FIGURES = 9
"""Of a number said as one."""


def figures_said(figures: str) -> str:
    """Figure by figure."""
    return replacements.figure_by_figure(figures, cardinal)


def part_said(figures: str) -> str:
    """A part of a code: leading noughts are said."""
    return replacements.part_said(figures, cardinal, MOST_FIGURES)


def code_said(match: re.Match[str]) -> str:
    """A law's number."""
    return match["before"] + replacements.code_said(match["code"], {".": "نُقْطَةٌ", "-": "شَرْطَةٌ"}, part_said)


def year_said(figures: str, *, feminine: bool = False) -> str:
    """A year, in the genitive it always stands in."""
    return cardinal(int(figures), Agreement(Case.GENITIVE, feminine))


def day_said(day: str) -> str:
    """A day of a month."""
    return ordinal(int(day), Agreement(Case.GENITIVE))


def month_said(number: str) -> str:
    """A month by its number."""
    return list(MONTHS.values())[int(number) - 1]


def clock_said(match: re.Match[str]) -> str:
    """A time of day on the clock of twelve hours."""
    hour, minute = int(match[1]), int(match[2])
    of_day = "صَبَاحًا" if hour < 12 else "زَوَالًا" if hour == 12 else "بَعْدَ الزَّوَالِ" if hour < 18 else "مَسَاءً"
    name = "الْوَاحِدَةِ" if hour % 12 == 1 else ordinal((hour - 1) % 12 + 1, Agreement(Case.GENITIVE, feminine=True))
    minutes = {0: "", 15: " وَالرُّبْعِ", 30: " وَالنِّصْفِ"}
    past = minutes.get(minute) if minute in minutes else f" وَ{counted(minute, BY_FORM['دقيقة'], Case.GENITIVE)}"
    return f"{name}{past} {of_day}"


def article_said(match: re.Match[str]) -> str:
    """An article of a law: an ordinal up to 99."""
    number = int(match[2])
    if number > 99:
        return f"{match[1]} {cardinal(number)}"
    case = Case.GENITIVE if match[1].startswith(("لل", "بال")) else case_after(match.string[: match.start()])
    return f"{match[1]} {ordinal(number, Agreement(case, feminine=True))}"


def case_after(text: str) -> Case:
    """The case a number stands in, by the word before it."""
    for word in bare(text).replace("(", " ").split()[-1:]:
        inner = word[1:] if word[0] in "وفبل" else word
        if word != "الرقم" and PREPOSITIONS.intersection((word, inner)):
            return Case.GENITIVE
    return Case.NOMINATIVE


def counted_said(match: re.Match[str]) -> str:
    """A number with a thing that is counted often."""
    number = int(match[2].replace(".", ""))
    case = Case.GENITIVE if match[1] == "ب" else case_after(match.string[: match.start()])
    return prefix_said(match[1]) + counted(number, BY_FORM[bare(match[3])], case)


def prefix_said(prefix: str) -> str:
    """A word of one letter before a number, with its vowel."""
    return {"": "", "و": "وَ", "ب": "بِ"}[prefix]


def decimal_said(match: re.Match[str]) -> str:
    """A number with decimals."""
    return f"{prefix_said(match[1])}{cardinal(int(match[2]))} فَاصِلَةٌ {part_said(match[3])}"


def millions(match: re.Match[str]) -> str:
    """So many millions as a whole number: 1.5 million is said as 1 500 000."""
    return str(int(match[1]) * 1_000_000 + int(match[2].ljust(2, "0")) * 10_000)


def size_said(match: re.Match[str]) -> str:
    """One length by another."""
    return f"{cardinal(int(match[1]))} فِي {cardinal(int(match[2]), Agreement(Case.GENITIVE))}"
