"""What is counted: days, years, metres, dirhams. Fifteen days in one language are not fifteen months in another."""

import re
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.units import format_unit

_UNITS = (
    *(f"duration-{name}" for name in ("minute", "hour", "day", "week", "month", "year")),
    *(f"length-{name}" for name in ("meter", "kilometer", "centimeter")),
    *(f"mass-{name}" for name in ("gram", "kilogram")),
)
_COUNTS = (1, 2, 3, 11, 100)
"""One of each way that Arabic, French or English puts a noun beside its number."""
_OWN = {
    "ar": {
        "dirham": "درهم درهما دراهم",
        "euro": "أورو يورو",
        "dollar": "دولار دولارا دولارات",
        "percent": "% بالمائة بالمئة",
        "duration-year": "عام عاما أعوام سنين",
        "duration-month": "شهور",
        "length-centimeter": "سنتيمتر سنتيمترا سم",
    },
    "fr": {
        "dirham": "DH MAD dirham dirhams",
        "euro": "€ euro euros",
        "dollar": "$ dollar dollars",
        "percent": "% pour",
        "duration-year": "année années",
    },
    "en": {
        "dirham": "DH MAD dirham dirhams",
        "euro": "€ euro euros",
        "dollar": "$ dollar dollars",
        "percent": "% percent per",
        "length-meter": "metre metres",
        "length-kilometer": "kilometre kilometres",
    },
}
"""What Babel has no plain word for, or has another one for than Morocco."""
_TOO_SHORT = frozenset({"س", "د", "j", "h", "d", "w", "y"})
_VOWELS = re.compile("[\u064b-\u0652]")
_SPACE = "[ \u00a0\u202f]"


@cache
def _words(tag: str) -> dict[str, str]:
    """Unit by word, in a language; nothing for one that Babel does not know."""
    try:
        locale = Locale.parse(tag.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return {}
    words = {
        _VOWELS.sub("", word): unit
        for unit in _UNITS
        for length in ("short", "long")
        for count in _COUNTS
        if (word := format_unit(count, unit, length, locale=locale).split()[-1]) not in _TOO_SHORT and not word[0].isdigit()
    }
    return words | {word: unit for unit, own in _OWN.get(tag, {}).items() for word in own.split()}


@cache
def _counted(tag: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(_words(tag), key=len, reverse=True))) or "(?!)"
    return re.compile(rf"(?<![\w.,/-])(\d+){_SPACE}?(?:de{_SPACE})?({words})(?!\w)")


def counted_units(words: str, tag: str) -> dict[int, set[str]]:
    """By number: the units that it stands before in a text, with groups of thousands joined already."""
    found: dict[int, set[str]] = {}
    for number, word in _counted(tag).findall(_VOWELS.sub("", words)):
        found.setdefault(int(number), set()).add(_words(tag)[word])
    return found
