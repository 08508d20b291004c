"""Finds a number that a text says in words, or as an hour of the other half of the day."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from num2words import CONVERTER_CLASSES, num2words

_AFTERNOON = re.compile(r"\d ?pm\b|مساء|زوالا|(?:1[3-9]|2[0-3])[ \u00a0]h")
_HALF_DAY = 12
_AS_CLOCKS = range(1, 24)
_SPELLED = 10_000
"""Nobody writes larger numbers in words."""
_OWN_WORDS: Mapping[str, Mapping[int, str]] = {
    "fr": {
        1: "une?|premi[eè]re?s?",
        2: "seconde?s?",
        10: "dizaine|décennie",
        12: "douzaine",
        15: "quinzaine|quart",
        20: "vingtaine",
        30: "trentaine|demie?",
        40: "quarantaine",
        50: "cinquantaine",
        60: "soixantaine",
        90: "heure et demie",
        100: "centaine",
        10**6: "un million",
    },
    "en": {
        1: "an?|once",
        2: "twice|both|pair|couple|fortnight",
        10: "decade",
        12: "dozen",
        14: "fortnight",
        15: "quarter",
        30: "half",
        90: "hour and a half|one and a half hour",
        1000: "a thousand",
        10**6: "(?:a|one) million",
    },
}
"""Words of a number beside those that count and put in order."""
_ONES = (
    "واحد|أول|فاتح|إحدى|أحد|حادي|يوم|أسبوع|شهر|سنة|عام|ساعة|دقيقة|متر|كيلومتر|نسخة|صورة|مرة",
    "اثن|إثن|ثاني|(?:يوم|أسبوع|شهر|سنت|عام|ساعت|دقيقت|متر|كيلومتر|درهم|نسخت|صورت|مرت|وثيقت|شخص|رقم)(?:ان|ين)",
    "ثلاث|ثالث",
    "أربع|رابع",
    "خمس|خامس",
    "ست|سادس",
    "سبع|سابع",
    "ثمان|ثامن",
    "تسع|تاسع",
    "عشر|عاشر",
)
"""How Arabic words of 1 to 10 begin, in all their endings; a thing alone is one, in the dual two."""
_TENS = ("عشر[ويا]ن", "ثلاث[وي]ن", "أربع[وي]ن", "خمس[وي]ن", "ست[وي]ن", "سبع[وي]ن", "ثمان[وي]ن", "تسع[وي]ن")
_LARGE = {
    15: "ربع",
    30: "نصف",
    90: "ساعة ونصف",
    100: "ما?ئة",
    200: "ما?ئت(?:ان|ين|ا|ي)",
    1000: "ألف",
    2000: "ألف(?:ان|ين|ا|ي)",
    10**6: "مليون",
}
_GOES_ON = (
    r"(?:-(?:one|two|three|four|five|six|seven|eight|nine|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize"
    r"|quatorze|quinze|seize|vingts?)|[ -]et[ -](?:une?|onze))\b"
)
"""What makes a larger number of the one before it: vingt et un."""
_DECADES = frozenset(range(20, 100, 10)) | frozenset(range(1920, 2000, 10))
_VOWELS = re.compile("[\u064b-\u0652]")


def said_in_words(figure: int, words: str, tag: str, figures: frozenset[int] = frozenset()) -> bool:
    """Whether a text says a number in words of its language; an hour after noon is that of the morning too.

    Args:
        figure: the number.
        words: the text.
        tag: its language.
        figures: the numbers it says in figures, for the hours.
    """
    if _pattern(figure, tag).search(_VOWELS.sub("", words).lower()):
        return True
    if figure not in _AS_CLOCKS or not _AFTERNOON.search(words):
        return False
    other = figure - _HALF_DAY if figure > _HALF_DAY else figure + _HALF_DAY
    return other in figures or bool(_pattern(other, tag).search(_VOWELS.sub("", words)))


@cache
def _pattern(figure: int, tag: str) -> re.Pattern[str]:
    """Finds a number in words of a language; nothing in a language whose numbers nobody taught us."""
    if tag == "ar":
        return re.compile(_arabic(figure))
    forms = [_OWN_WORDS[tag][figure]] if figure in _OWN_WORDS.get(tag, {}) else []
    forms += _decade(figure, tag)
    if tag in CONVERTER_CLASSES and figure < _SPELLED:
        forms += [
            rf"{re.escape(num2words(figure, lang=tag))}(?!{_GOES_ON})",
            re.escape(num2words(figure, lang=tag, to="ordinal")),
        ]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})s?\b" if forms else r"(?!)")


def _decade(figure: int, tag: str) -> list[str]:
    """The years of a decade: les années 90, the nineties, the 1990s."""
    tens = figure % 100
    if not (figure in _DECADES and tens and tag in {"fr", "en"}):
        return []
    words = num2words(tens, lang=tag)
    return [rf"années (?:19)?(?:{tens}|{words})"] if tag == "fr" else [f"{words[:-1]}ies", rf"19{tens}s"]


def _arabic(figure: int) -> str:
    """A pattern of the words of a number: `ثلاثة وعشرون` is found by its two parts, in this order."""
    begin = r"\b[وفبلك]{0,2}(?:ال|ل)?"
    tens, ones = divmod(figure, 10)
    if figure in _DECADES and figure > 100:
        return f"{begin}{_TENS[tens - 192]}يات"
    if figure in _LARGE and figure >= 100:
        return f"{begin}{_LARGE[figure]}"
    forms = [_LARGE[figure]] if figure in _LARGE else []
    if 1 <= figure <= 10:
        forms.append(rf"(?:{_ONES[figure - 1]})(?!\w?[وي]ن)(?!\w* (?:ال)?عشر)")
    elif figure < 20 and ones:
        forms.append(rf"(?:{_ONES[ones - 1]})\w* ?(?:ال)?عشرة?\b")
    elif 20 <= figure < 100:
        forms.append(_TENS[tens - 2] if not ones else rf"(?:{_ONES[ones - 1]})\w* و ?(?:ال)?{_TENS[tens - 2]}")
    return f"{begin}(?:{'|'.join(forms)})" if forms else r"(?!)"


def numbers_in_words(words: str, tag: str) -> Iterator[int]:
    """The numbers from 3 that a text says in words of its language; words that mean other things as well are left out."""
    yield from _hundreds(words.lower(), tag)
    for found in _cardinals(tag).finditer(words.lower().replace("-et-", " et ")):
        if tag == "ar":
            ones, teen, tens = _ARABIC_ONES.index(found[1]), found[2], found[3]
            yield ones + 10 * bool(teen) + 10 * (_ARABIC_TENS.index(tens[:-2]) if tens else 0)
        else:
            yield _worded(tag)[found[0]]


def _hundreds(words: str, tag: str) -> Iterator[int]:
    """100, 200 ... 900 in words, where nothing of the number comes after; a per cent is none."""
    for found in _HUNDREDS.get(tag, _NONE).finditer(words):
        by = found["by"] or ""
        if tag == "ar":
            yield 200 if found["two"] else 100 * (_ARABIC_ONES.index(by) or 1)
        else:
            yield 100 * ({"": 1, "deux": 2, "neuf": 9, "a": 1, "one": 1, "two": 2} | _worded(tag))[by]


_NONE = re.compile("(?!)")
_HUNDREDS = {
    "fr": re.compile(
        r"(?<![\w-])(?<!pour )(?:(?P<by>deux|trois|quatre|cinq|six|sept|huit|neuf)[ -])?cents?(?!\w|[ -](?:et|mille|une?|deux|trois"
        r"|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante)\b)"
    ),
    "en": re.compile(r"(?<![\w-])(?P<by>a|one|two|three|four|five|six|seven|eight|nine) hundred(?!\w| (?:and|thousand)\b)"),
    "ar": re.compile(
        r"(?<!\w)(?<!في )[وفبك]?(?P<by>ثلاث|أربع|خمس|ست|سبع|ثمان|تسع)?ما?ئ(?:ة|(?P<two>تان|تين|تا|تي))(?!\w| و| (?:ألف|آلاف))"
    ),
}
_ARABIC_ONES = ("", "", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع", "عشر")
_ARABIC_TENS = ("", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")


@cache
def _worded(tag: str) -> dict[str, int]:
    """Numbers by their words: not one and two, which are articles and pairs, nor neuf, which is new as well."""
    if tag not in CONVERTER_CLASSES:
        return {}
    return {num2words(number, lang=tag): number for number in range(3, 100) if (tag, number) != ("fr", 9)}


@cache
def _cardinals(tag: str) -> re.Pattern[str]:
    if tag == "ar":
        ones, tens = "|".join(_ARABIC_ONES[3:]), "|".join(_ARABIC_TENS[2:])
        return re.compile(
            rf"(?<!\w)(?:[وفبك]?(?:ال)?|لل)({ones})(?:ي?ة|ي)?(?: (?:ال)?(عشرة?))?(?: و ?(?:ال)?((?:{tens})(?:ون|ين)))?(?!\w)"
        )
    words = "|".join(map(re.escape, sorted(_worded(tag), key=len, reverse=True))) or "(?!)"
    return re.compile(rf"(?<![\w-])(?:{words})(?!\w)")
