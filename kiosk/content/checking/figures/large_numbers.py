"""Writes numbers of a text in one way: thousands joined, millions written out, telephone numbers and years whole."""

import re
from functools import cache

from num2words import num2words

_GROUPED = re.compile("(?<![\\d.,/-])[1-9]\\d{0,2}(?:([, \u00a0\u202f])\\d{3})(?:\\1\\d{3})*(?![\\d.,/-]*\\d)")
_DOTTED = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.,]*\d)")
"""Thousands as Arabic is written in Morocco: 2.400.000; the number of a law has other groups."""
_OF_A_BULLETIN = re.compile(r"\d+[ \u00a0]\((?:النشرة العربية|النشرة الفرنسية|édition arabe|édition française|Arabic|French)\)")
"""The Official Bulletin is printed in two languages, each with numbers of its own."""
_TELEPHONE = re.compile(r"(?<![\d+.,/-])(?:\+212[ \u00a0.-]?|0)([5-8](?:[ \u00a0.-]?\d){8})(?!\d)")
_YEARS = re.compile(r"(?<!\d)((?:19|20)(\d\d)[-–](?:19|20)?)(\d\d)(?![\d.,/-]*\d)")
_TIMES = {
    **dict.fromkeys(("ألف", "آلاف", "mille", "thousand"), 10**3),
    **dict.fromkeys(("مليون", "ملايين", "million", "millions"), 10**6),
    **dict.fromkeys(("مليار", "ملايير", "milliard", "milliards", "billion"), 10**9),
}
_SCALES = "|".join(sorted(_TIMES, key=len, reverse=True))
_SPACE = "[ \u00a0\u202f]"
_MULTIPLIED = re.compile(rf"([0-9]+)(?:[.,]([0-9]{{1,3}}))?{_SPACE}(?:de )?({_SCALES})\b(?P<half> و ?نصف\b| et demi\b)?")
_PAIRS = re.compile(r"(?<!\w)(?<!\d[ \u00a0])(?P<lead>[وفبك]?(?:ال|لل)?)(?P<scale>مليون|مليار)(?:ان|ين|ا|ي)(?!\w)")
_ONE_AND_HALF = re.compile(r"(?<!\w)(?<!\d[ \u00a0])(?:(?P<ar>مليون|مليار) و ?نصف|un (?P<fr>million|milliard) et demi)(?!\w)")
_ARABIC = ("ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع", "عشر")


def plain(words: str) -> str:
    """A text with its thousands joined and its millions written out; numbers of the Official Bulletin are left out."""
    words = _TELEPHONE.sub(lambda found: "0" + re.sub(r"\D", "", found[1]), _OF_A_BULLETIN.sub("", words))
    words = _YEARS.sub(_years, words)
    words = _GROUPED.sub(lambda found: re.sub(r"\D", "", found[0]), words)
    words = _DOTTED.sub(lambda found: found[0].replace(".", ""), words)
    words = _ONE_AND_HALF.sub(lambda found: f"1.5 {found['ar'] or found['fr']}", words)
    words = _PAIRS.sub(lambda found: f"{found['lead']} 2 {found['scale']}", words)
    words = _in_words().sub(lambda found: f"{found['lead'] or ''}{_number(found)} {found['scale']}", words)
    return _MULTIPLIED.sub(_multiplied, words)


def _multiplied(found: re.Match[str]) -> str:
    whole, part, by = found[1], found[2] or "", _TIMES[found[3]]
    half = by // 2 if found["half"] else 0
    return str(int(whole + part) * by // 10 ** len(part) + half)


def _years(found: re.Match[str]) -> str:
    """2017-18 is 2017-2018; what does not follow the first year is left as it is."""
    follows = found[1][-1] in "-–" and found[3] > found[2]
    return f"{found[1]}{found[1][:2]}{found[3]}" if follows else found[0]


@cache
def _in_words() -> re.Pattern[str]:
    """A number from 2 to 99 in words before one of the scales, in any language, and nothing of the same number after it."""
    numbers = "|".join(sorted(_numbers(), key=len, reverse=True))
    arabic = rf"(?P<lead>(?<!\w)[وفبك]?(?:ال)?)(?P<ar>{'|'.join(_ARABIC)})(?:ي?ة|ي)?"
    latin = rf"\b(?P<latin>{numbers})(?P<half> and a half)?"
    return re.compile(
        rf"(?:{latin}|{arabic})[ \u00a0-](?:de )?(?:ال)?(?P<scale>{_SCALES})\b(?![ -](?:{numbers})\b| و)", re.IGNORECASE
    )


@cache
def _numbers() -> dict[str, int]:
    return {"one": 1} | {num2words(number, lang=tag): number for tag in ("fr", "en") for number in range(2, 100)}


def _number(found: re.Match[str]) -> str:
    if found["ar"]:
        return str(_ARABIC.index(found["ar"]) + 3)
    return f"{_numbers()[found['latin'].lower()]}{'.5' if found['half'] else ''}"
