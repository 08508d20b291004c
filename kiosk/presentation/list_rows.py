"""The rows of the lists that visitors look through: demonstrations, editions, numbers to call, what a list is narrowed by."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from kiosk.domain.bidi import directed, isolate
from kiosk.domain.clock_trust import elapsed
from kiosk.domain.exhibition import Edition, EmergencyNumber
from kiosk.domain.formatting import (
    Words,
    filled,
    format_hours,
    format_minutes,
    format_number,
    format_span,
    format_time,
    localized,
    telephone_number,
)
from kiosk.domain.item import Card
from kiosk.domain.language import LocalizedText
from kiosk.domain.morocco import on_map
from kiosk.domain.slot_change import change_words
from kiosk.domain.timetable import Showing
from kiosk.presentation.reading import Reading
from kiosk.presentation.rows import ItemCard, card_row
from kiosk.presentation.serving_rows import Choice, EditionRow, NumberRow, ShowingRow

_SOON = timedelta(hours=1)
"""Of what starts within it, how long that is is told."""


def filter_row(card: Card, chosen: str, reading: Reading) -> Choice:
    """What a list can be narrowed by; `chosen` is the identifier of the one it is narrowed by."""
    return Choice(card.identifier, reading.plain(card.name), card.icon, card.identifier == chosen)


def showing_row(showing: Showing, now: datetime, walks: Mapping[str, int], reading: Reading, words: Words) -> ShowingRow:
    """A showing of the day, with what is new about it in the place of its place.

    Args:
        showing: the showing.
        now: the moment, with its zone.
        walks: for what the map shows the way to, by identifier, its minutes on foot; 0 where there is no way now.
        reading: the languages.
        words: the interface's words.
    """
    hours = directed(format_hours(showing.slot.start, showing.slot.end), right_to_left=reading.right_to_left)
    news = change_words(showing.slot, showing.change, words)
    card = card_row(showing.demonstration.head.card, reading)
    minutes = walks.get(card.identifier, 0)
    until, over = elapsed(now, showing.start), showing.has_ended(now)
    state = "over" if over else "coming" if until > timedelta() or showing.cancelled else "on"
    left = {"on": ("ends_in", elapsed(now, showing.end)), "coming": ("starts_in", until)}.get(state)
    told = left and (state == "on" or until <= _SOON) and not showing.cancelled
    return ShowingRow(
        card,
        hours,
        reading.plain(news or showing.slot.place),
        showing.slot.sample,
        state,
        reading.plain(filled(words[left[0]], lambda tag: {"time": format_span(left[1], tag)})) if left and told else "",
        -until / elapsed(showing.start, showing.end) if state == "on" else 0.0,
        format_time(showing.slot.start),
        card.identifier in walks,
        reading.plain(localized((reading.tag,), lambda tag: format_minutes(minutes, tag))) if minutes else "",
    )


def edition_rows(editions: tuple[Edition, ...], this_year: int, reading: Reading) -> list[EditionRow]:
    """Every year from the first edition on to this one; some have none."""
    given = {edition.start.year: edition for edition in editions}
    years = range(min(given, default=this_year + 1), max((this_year, *given)) + 1)
    return [edition_row(given[year], reading) if year in given else EditionRow(ItemCard(), "", str(year), 0, "") for year in years]


def edition_row(edition: Edition, reading: Reading) -> EditionRow:
    """An edition with its year and how many came, and where its city is on the map."""
    x, y = on_map(edition.at) if edition.at else (-1, -1)
    return EditionRow(
        card_row(edition.head.card, reading),
        reading.plain(edition.city),
        str(edition.start.year),
        edition.visitors,
        isolate(format_number(edition.visitors, reading.tag)),
        x,
        y,
    )


def number_row(number: EmergencyNumber, reading: Reading) -> NumberRow:
    """A number to call, and where it is called."""
    doubtful = any(statement.confirm for statement in number.statements)
    return NumberRow(card_row(number.head.card, reading), number.number, reading.plain(number.where), doubtful)


def spoken_number(number: EmergencyNumber) -> tuple[LocalizedText, ...]:
    """A number to call as it is read aloud: who answers, the number, then where it is called."""
    return number.head.card.name, telephone_number(number.number, tuple(number.where.shown)), number.where
