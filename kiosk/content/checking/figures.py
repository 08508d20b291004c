"""The same figures in every language of a text, be they written in figures or in words."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from num2words import CONVERTER_CLASSES, num2words

from kiosk.content.checking.content_model import Content, Problem
from kiosk.domain.kinds import SILENT_KINDS

_GROUPED = re.compile("(?<=\\d)[,\u00a0\u202f](?=\\d{3}(?!\\d))")
_DOTTED = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.,]*\d)")
"""Thousands as Arabic is written in Morocco: 2.400.000; the number of a law has other groups."""
_UNLIKE = re.compile(
    r"(?<![A-Za-z] )(?<![\d.,/])(?:\d{1,3}\.\d{1,2} (?:مليون|ملايين|مليار|ملايير)|[1-9]\d{4,}(?= [\u0621-\u064a]))(?!\w)"
)
_TIMES = {
    **dict.fromkeys(("ألف", "mille", "thousand"), 10**3),
    **dict.fromkeys(("مليون", "ملايين", "million", "millions"), 10**6),
    **dict.fromkeys(("مليار", "ملايير", "milliard", "milliards", "billion"), 10**9),
}
_MULTIPLIED = re.compile(
    rf"([0-9]+)(?:[.,]([0-9]{{1,3}}))?[ \u00a0\u202f](?:de )?({'|'.join(sorted(_TIMES, key=len, reverse=True))})\b"
)
_FIGURE = re.compile(r"(?<![A-Za-z\d])[0-9]+")
_OF_A_BULLETIN = re.compile(r"\d+[ \u00a0]\((?:النشرة العربية|النشرة الفرنسية|édition arabe|édition française|Arabic|French)\)")
"""The Official Bulletin is printed in two languages, each with numbers of its own."""
_AFTERNOON = re.compile(r"\d ?pm\b|مساء|زوالا|(?:1[3-9]|2[0-3])[ \u00a0]h")
_HALF_DAY = 12
_AS_CLOCKS = range(1, 24)
_SPELLED = 10_000
"""Nobody writes larger numbers in words."""
_OWN_WORDS: Mapping[str, Mapping[int, str]] = {
    "fr": {
        1: "une?|premi[eè]re?s?",
        2: "seconde?s?",
        10: "dizaine",
        12: "douzaine",
        15: "quinzaine|quart",
        20: "vingtaine",
        30: "trentaine|demie?",
        40: "quarantaine",
        50: "cinquantaine",
        60: "soixantaine",
        100: "centaine",
    },
    "en": {1: "an?|once", 2: "twice|both", 12: "dozen", 15: "quarter", 30: "half"},
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
_LARGE = {15: "ربع", 30: "نصف", 100: "ما?ئة", 200: "ما?ئت(?:ان|ين|ا|ي)", 1000: "ألف", 2000: "ألف(?:ان|ين|ا|ي)"}
_VOWELS = re.compile("[\u064b-\u0652]")


def unequal_figures(content: Content) -> Iterator[Problem]:
    """Every figure of a text is there in all its languages; who published something is called as it calls itself."""
    for (item, field), texts in content.texts.items():
        if content.kind(item) in SILENT_KINDS:
            continue
        found = {tag: figures(words) for tag, words in texts.items()}
        for figure in sorted(set().union(*found.values())):
            holding = {tag for tag in texts if figure in found[tag] or said_in_words(figure, texts[tag], tag)}
            if lacking := sorted(texts.keys() - holding):
                tags, others = (lacking, holding) if 2 * len(holding) > len(texts) else (sorted(holding), lacking)
                what = f"lacks {figure}, which is in" if tags == lacking else f"says {figure}, which is not in"
                for tag in tags:
                    yield (
                        item,
                        f"{field}.{tag}",
                        f"{what} {' and '.join(sorted(others))}",
                        "write the same figures in every language",
                    )


def unlike_numbers(content: Content) -> Iterator[Problem]:
    """In Arabic a comma stands before decimals, and dots part thousands: 2,4 and 20.000, as numbers made by the kiosk do."""
    for (item, field), texts in content.texts.items():
        if content.kind(item) not in SILENT_KINDS and (found := _UNLIKE.search(texts.get("ar", ""))):
            yield item, f"{field}.ar", f"writes {found[0]!r}", "write decimals as 2,4 and thousands as 20.000"


def figures(words: str) -> frozenset[int]:
    """The numbers written in figures; those that are a part of a name, such as K9, are none."""
    plain = _GROUPED.sub("", _OF_A_BULLETIN.sub("", words))
    plain = _DOTTED.sub(lambda found: found[0].replace(".", ""), plain)
    plain = _MULTIPLIED.sub(_multiplied, plain)
    return frozenset(int(figure) for figure in _FIGURE.findall(plain))


def _multiplied(found: re.Match[str]) -> str:
    whole, part, times = found[1], found[2] or "", _TIMES[found[3]]
    return str(int(whole + part) * times // 10 ** len(part))


def said_in_words(figure: int, words: str, tag: str) -> bool:
    """Whether a text says a number in words of its language; an hour after noon is that of the morning too."""
    if _pattern(figure, tag).search(_VOWELS.sub("", words).lower()):
        return True
    if figure not in _AS_CLOCKS or not _AFTERNOON.search(words):
        return False
    other = figure - _HALF_DAY if figure > _HALF_DAY else figure + _HALF_DAY
    return other in figures(words) or bool(_pattern(other, tag).search(_VOWELS.sub("", words)))


@cache
def _pattern(figure: int, tag: str) -> re.Pattern[str]:
    """Finds a number in words of a language; nothing in a language whose numbers nobody taught us."""
    if tag == "ar":
        return re.compile(_arabic(figure))
    forms = [_OWN_WORDS[tag][figure]] if figure in _OWN_WORDS.get(tag, {}) else []
    if tag in CONVERTER_CLASSES and figure < _SPELLED:
        forms += [f"{re.escape(num2words(figure, lang=tag))}(?!-)", re.escape(num2words(figure, lang=tag, to="ordinal"))]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})s?\b" if forms else r"(?!)")


def _arabic(figure: int) -> str:
    """A pattern of the words of a number: `ثلاثة وعشرون` is found by its two parts, in this order."""
    begin = r"\b[وفبلك]{0,2}(?:ال|ل)?"
    tens, ones = divmod(figure, 10)
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
