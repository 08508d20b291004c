"""Pieces of what is only known at its moment, so that times and dates are said by the voice of the page (ADR 0038)."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time, timedelta

from kiosk.content.store import ContentStore
from kiosk.domain.formatting import filled, format_time
from kiosk.domain.language import Language, LanguageTag, LocalizedText
from kiosk.domain.narration import Sentence, speakable
from kiosk.domain.slot_change import SlotMark
from kiosk.presentation.modes import opening_line

YEARS = 5
"""How many years' dates can be said, from the content's own year on."""
_NINE = 9


def pieces(store: ContentStore, tag: LanguageTag) -> list[Sentence]:
    """The pieces in a language, each once; joined in the right order they say any time of a day and any date of some years."""
    languages = store.languages
    language = next(language for language in languages if language.tag == tag)
    found = dict.fromkeys(text for text in _texts(store, language) if text)
    return list(dict.fromkeys(run for text in found for run in speakable(text, language, languages)))


def _texts(store: ContentStore, language: Language) -> Iterator[str]:
    words = store.words()
    day = datetime(int(store.content_version[:4]), 1, 1, _NINE, tzinfo=UTC)

    def opens(at: datetime) -> list[str]:
        return _said(opening_line(at, day, words), language)

    def delayed(at: time) -> list[str]:
        return _said(filled(words["show_delayed"], lambda _tag: {"time": format_time(at)}), language)

    full = delayed(time(_NINE))
    before, begun = _same_from_start(opens(day), opens(day.replace(hour=3))), _same_from_start(full, delayed(time(3)))
    yield from (" ".join(opens(day)[:before]), " ".join(full[:begun]))
    for hour in range(24):
        whole, later = delayed(time(hour)), delayed(time(hour, 1))
        cut = _same_from_start(whole, later)
        yield from (" ".join(whole[begun:cut]), " ".join(whole[cut:]), " ".join(whole[begun:]))
    cut = _same_from_start(full, delayed(time(_NINE, 1)))
    for minute in range(1, 60):
        later = delayed(time(_NINE, minute))
        yield " ".join(later[cut : len(later) - (len(full) - cut)])
    yield from (" ".join(_said(words[mark], language)) for mark in SlotMark if mark)
    yield from _dates(lambda at: _said(opening_line(at, day - timedelta(days=1), words), language), day, len(opens(day)) - before)


def _dates(opens: Callable[[datetime], list[str]], begins: datetime, hour: int) -> Iterator[str]:
    """What stands before a date, the days, the months, and the years with what joins them to a time of so many words."""
    first = opens(begins)
    day, month = (_same_from_start(first, opens(other)) for other in (begins.replace(day=2), begins.replace(month=2)))
    behind = len(first) - month
    yield " ".join(first[:day])
    for number in range(1, 32):
        said = opens(begins.replace(day=number))
        yield " ".join(said[day : len(said) - behind])
    yield from (opens(begins.replace(month=number))[month] for number in range(1, 13))
    for year in range(begins.year, begins.year + YEARS):
        said = opens(begins.replace(year=year))
        yield " ".join(said[month + 1 : len(said) - hour])


def _said(text: LocalizedText, language: Language) -> list[str]:
    return text.spoken(language.tag, case_vowels=True).split()


def _same_from_start(one: list[str], other: list[str]) -> int:
    """How many words two texts begin with alike."""
    return next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
