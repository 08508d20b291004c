"""The rows of the lists that visitors look through: demonstrations, editions, numbers to call, what a list is narrowed by."""

from kiosk.domain.bidi import isolate
from kiosk.domain.exhibition import Edition, EmergencyNumber
from kiosk.domain.formatting import Words, format_number, format_time, telephone_number
from kiosk.domain.item import Card
from kiosk.domain.language import LocalizedText
from kiosk.domain.slot_change import change_words
from kiosk.domain.timetable import Showing
from kiosk.presentation.reading import Reading
from kiosk.presentation.rows import card_row
from kiosk.presentation.serving_rows import Choice, EditionRow, NumberRow, ShowingRow


def filter_row(card: Card, chosen: str, reading: Reading) -> Choice:
    """What a list can be narrowed by; `chosen` is the identifier of the one it is narrowed by."""
    return Choice(card.identifier, reading.plain(card.name), card.icon, card.identifier == chosen)


def showing_row(showing: Showing, reading: Reading, words: Words) -> ShowingRow:
    """A showing of the day, with what is new about it in the place of its place."""
    hours = isolate(f"{format_time(showing.slot.start)} – {format_time(showing.slot.end)}")
    news = change_words(showing.slot, showing.change, words)
    card = card_row(showing.demonstration.head.card, reading)
    return ShowingRow(card, hours, reading.plain(news or showing.slot.place), showing.slot.sample)


def edition_row(edition: Edition, reading: Reading) -> EditionRow:
    """An edition with its year and how many came."""
    return EditionRow(
        card_row(edition.head.card, reading),
        reading.plain(edition.city),
        str(edition.start.year),
        edition.visitors,
        isolate(format_number(edition.visitors, reading.tag)),
    )


def number_row(number: EmergencyNumber, reading: Reading) -> NumberRow:
    """A number to call, and where it is called."""
    doubtful = any(statement.confirm for statement in number.statements)
    return NumberRow(card_row(number.head.card, reading), number.number, reading.plain(number.where), doubtful)


def spoken_number(number: EmergencyNumber) -> tuple[LocalizedText, ...]:
    """A number to call as it is read aloud: who answers, the number, then where it is called."""
    return number.head.card.name, telephone_number(number.number, tuple(number.where.shown)), number.where
