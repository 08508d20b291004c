"""Dates, times, numbers and amounts in each language, with the conventions of CLDR."""

import re
from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from functools import cache
from string import Formatter
from typing import Literal

from kiosk.domain.bidi import isolate
from kiosk.domain.language import LanguageTag, LocalizedText

TERRITORY = "MA"
"""ISO 3166 code of the country whose conventions are used where a language has several."""

Words = Mapping[str, LocalizedText]
"""The interface's own words by key."""

_SAID_WHOLE = 3
"""Figures of a number to call that is said as one number."""
_DUAL = re.compile(r"(?<!و)ان$")
_DURATION = re.compile(r"P(?:(?P<days>\d+)D)?(?:T(?P<hours>\d+)H)?")


@cache
def _locale(tag: LanguageTag) -> str:
    """The locale of a language in the territory, else of the language alone."""
    from babel.core import negotiate_locale  # Babel is loaded when the first date is shown, not before the first picture
    from babel.localedata import locale_identifiers

    return negotiate_locale([f"{tag}_{TERRITORY}", tag], locale_identifiers()) or "root"


def format_date(day: date, tag: LanguageTag) -> str:
    """A calendar date in words, e.g. "17 mai 2023"."""
    from babel.dates import format_date as babel_date

    return babel_date(day, "d MMMM y", locale=_locale(tag))


def format_time(moment: time) -> str:
    """A time of day as a 24-hour clock shows it."""
    return moment.strftime("%H:%M")


def format_hours(start: time, end: time) -> str:
    """From when until when, each by itself: in Arabic the beginning stands where reading begins, at the right."""
    return f"{isolate(format_time(start))} – {isolate(format_time(end))}"


def format_span(span: timedelta | int, tag: LanguageTag) -> str:
    """How long something still lasts: seconds below a minute, then minutes up to two hours; a number is one of seconds.

    It stands after "in" or "after", which in Arabic asks for the genitive: a dual ends in -ayn.
    """
    from babel.dates import format_timedelta

    whole = span if isinstance(span, timedelta) else timedelta(seconds=span)
    if whole >= timedelta(minutes=1):
        whole = timedelta(minutes=-(-whole // timedelta(minutes=1)))
    said = format_timedelta(whole, threshold=2, locale=_locale(tag))
    return _DUAL.sub("ين", said) if tag == "ar" else said


def format_minutes(minutes: int, tag: LanguageTag) -> str:
    """Minutes where there is little room, e.g. "5 min"."""
    from babel.units import format_unit

    return str(format_unit(minutes, "duration-minute", "short", locale=_locale(tag)))


def format_number(value: float, tag: LanguageTag) -> str:
    """A number with the language's grouping and decimal mark."""
    from babel.numbers import format_decimal

    return format_decimal(value, locale=_locale(tag))


def localized(tags: tuple[LanguageTag, ...], text: Callable[[LanguageTag], str]) -> LocalizedText:
    """A text made anew in each language."""
    return LocalizedText({tag: text(tag) for tag in tags})


def filled(template: LocalizedText, values: Callable[[LanguageTag], Mapping[str, str | LocalizedText]]) -> LocalizedText:
    """A template with its {braces} filled in, each value isolated from the text around it; a text is said as it is said alone."""

    def in_each(texts: Mapping[LanguageTag, str], value_of: Callable[[LocalizedText, LanguageTag], str]) -> dict[LanguageTag, str]:
        return {
            tag: text.format_map({key: isolate(v if isinstance(v, str) else value_of(v, tag)) for key, v in values(tag).items()})
            for tag, text in texts.items()
        }

    return LocalizedText(in_each(template.shown, LocalizedText.in_language), in_each(template.speech, _in_full))


def blanks_of(words: str) -> frozenset[str] | None:
    """The names in braces; None where there is anything else in braces."""
    try:
        parts = [(name, spec, conversion) for _, name, spec, conversion in Formatter().parse(words) if name is not None]
    except ValueError:
        return None
    if any(not name.isidentifier() or spec or conversion for name, spec, conversion in parts):
        return None
    return frozenset(name for name, _, _ in parts)


def _in_full(text: LocalizedText, tag: LanguageTag) -> str:
    return text.spoken(tag, case_vowels=True)


def joined(*texts: LocalizedText) -> LocalizedText:
    """Texts in one line; said one after the other, each as a sentence."""
    tags = texts[0].shown
    return LocalizedText(
        {tag: " · ".join(text.in_language(tag) for text in texts) for tag in tags},
        {tag: ". ".join(_in_full(text, tag) for text in texts) for tag in tags},
    )


def telephone_number(number: str, tags: tuple[LanguageTag, ...]) -> LocalizedText:
    """A number to call, said as it is dictated: a long one in French by pairs, in Arabic by figures; in English always so."""
    long = len(number) > _SAID_WHOLE
    pairs = " ".join(number[place : place + 2] for place in range(0, len(number), 2))
    dictated = {"ar": "، ".join(number) if long else number, "fr": pairs if long else number, "en": " ".join(number)}
    return LocalizedText(dict.fromkeys(tags, number), {tag: dictated.get(tag, number) for tag in tags})


def amount(value: int, words: Words) -> LocalizedText:
    """A sum of money in dirhams; in Arabic the noun has the form its number asks for."""
    from kiosk.domain.speech.arabic_counted import agreeing  # with the first sum of money

    text = filled(words["amount"], lambda tag: {"amount": format_number(value, tag)})
    return LocalizedText({tag: agreeing(shown) if tag == "ar" else shown for tag, shown in text.shown.items()}, text.speech)


def date_range(start: date, end: date, words: Words) -> LocalizedText:
    """A period from a first to a last day."""
    return filled(words["date_range"], lambda tag: {"start": format_date(start, tag), "end": format_date(end, tag)})


def duration(iso: str, tags: tuple[LanguageTag, ...]) -> LocalizedText:
    """An ISO 8601 duration of days or hours in words.

    Raises:
        ValueError: the duration has other parts than whole days or hours.
    """
    match = _DURATION.fullmatch(iso)
    if match is None or not any(match.groups()):
        message = f"duration {iso!r}: write whole days (P2D) or hours (PT24H)"
        raise ValueError(message)
    unit: Literal["day", "hour"] = "day" if match["days"] else "hour"
    length = timedelta(days=int(match["days"] or 0), hours=int(match["hours"] or 0))
    return localized(tags, lambda tag: _in_units(length, unit, tag))


def _in_units(length: timedelta, unit: Literal["day", "hour"], tag: LanguageTag) -> str:
    from babel.dates import format_timedelta

    return format_timedelta(length, granularity=unit, threshold=float("inf"), locale=_locale(tag))
