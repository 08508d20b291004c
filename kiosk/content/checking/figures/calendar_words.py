"""Months and days of the week in a text, named as the locale data of Babel (Unicode CLDR) has them."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.dates import get_day_names, get_month_names

from kiosk.content.checking.figures.values import Value, ValueKind

_TERRITORIES = {"ar": "MA"}
"""Where the names of a language are taken from: Morocco has months of its own."""
_ALSO = {
    "ar": {
        "إبريل": (ValueKind.MONTH, 4),
        "يوليو": (ValueKind.MONTH, 7),
        "الإثنين": (ValueKind.WEEKDAY, 0),
        "الاربعاء": (ValueKind.WEEKDAY, 2),
    },
    "en": {"Sept": (ValueKind.MONTH, 9)},
    "fr": {"fevrier": (ValueKind.MONTH, 2), "aout": (ValueKind.MONTH, 8)},
}
_NOT_ALWAYS = {
    "ar": frozenset({"مارس", "الأحد", "الاثنين", "الإثنين", *["أحد", "اثنين", "ثلاثاء", "أربعاء", "خميس", "جمعة", "سبت"]}),
    "fr": frozenset({"mars"}),
    "en": frozenset({"May", "March", "August"}),
}
"""Names that are other words as well: they are certain beside a figure, or after a word that leads to one."""
_LEADS = {
    "ar": r"(?:يوم|أيام|شهر|منذ|خلال|غاية|صباح|مساء|كل|بداية|نهاية|متم)\s",
    "fr": r"(?:en|de|depuis|début|fin|mois de|jusqu.en|courant)\s",
    "en": r"(?:in|since|until|by|from|of|last|next|early|late|each|every|during|mid)[\s-]",
}
_NUMERIC = re.compile(r"(?<![\d/.-])(?:(\d{1,2})/(\d{1,2})(?:/\d{4})?|\d{4}-(\d{2})-\d{2})(?![\d/-])")


@cache
def _names(tag: str, *, wide: bool = False) -> dict[str, Value]:
    """What a language calls months and days, in full alone or in short too; nothing for one that Babel does not know."""
    try:
        locale = Locale.parse(f"{tag}_{_TERRITORIES[tag]}" if tag in _TERRITORIES else tag.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return {}
    names = _named("wide", locale) if wide else {**_named("abbreviated", locale), **_named("wide", locale)}
    if tag == "ar":
        names |= {name.removeprefix("ال"): value for name, value in names.items() if value.kind is ValueKind.WEEKDAY}
    return names | {name: Value(*value) for name, value in _ALSO.get(tag, {}).items()}


def _named(width: Literal["abbreviated", "wide"], locale: Locale) -> dict[str, Value]:
    return {
        str(name): Value(kind, number)
        for kind, named in ((ValueKind.MONTH, get_month_names), (ValueKind.WEEKDAY, get_day_names))
        for context in ("format", "stand-alone")
        for number, name in named(width, context, locale).items()
    }


@cache
def _pattern(tag: str) -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(_names(tag), key=len, reverse=True))) or "(?!)"
    if tag == "ar":
        return re.compile(rf"(?<!\w)[وفبك]{{0,2}}ل{{0,2}}(?P<name>{names})(?!\w)")
    return re.compile(rf"(?<!\w)(?P<name>{names})(?:(?<=di|ay|he)s)?(?!\w)", re.NOFLAG if tag == "en" else re.IGNORECASE)


def calendar_values(words: str, tag: str) -> Iterator[tuple[Value, bool]]:
    """Each month and day of the week that a text names in words, and whether it is one for certain."""
    folded = {name.lower(): value for name, value in _names(tag).items()}
    in_full = {name.lower() for name in _names(tag, wide=True)}
    for found in _pattern(tag).finditer(words):
        name = found["name"]
        sure = name.lower() in in_full and name not in _NOT_ALWAYS.get(tag, ())
        yield folded[name.lower()], sure or _is_led_to(words, found, tag)


def _is_led_to(words: str, found: re.Match[str], tag: str) -> bool:
    led = re.search(rf"(?:\d(?:er|st|nd|rd|th)?|فاتح|{_LEADS.get(tag, '(?!)')})\s?$", words[: found.start()], re.IGNORECASE)
    return led is not None or re.match(r"\s?\d", words[found.end() :]) is not None


def months_in_figures(words: str) -> Iterator[int]:
    """Months of dates that are written in figures alone, 16/05/1956 or 1956-05-16."""
    for found in _NUMERIC.finditer(words):
        month = int(found[2] or found[3])
        if 1 <= month <= 12:
            yield month
