"""What the attract loop opens onto: what is on, a question people ask, a pavilion; each in every language."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

from kiosk.content.store import ContentStore
from kiosk.domain.clock_trust import elapsed
from kiosk.domain.content_mode import ContentMode
from kiosk.domain.formatting import Words, filled, format_span
from kiosk.domain.item import Card, ItemKind
from kiosk.domain.language import Language, LocalizedText
from kiosk.domain.slot_change import change_words
from kiosk.domain.timetable import Showing, now_and_next
from kiosk.presentation.modes import BOARD_LINES, loop_of, side
from kiosk.presentation.rows import StageRow

MOST = 8
"""Pavilions a showcase has time for in one loop."""
QUESTIONS = 3
MINUTES = 10
"""After which another question is asked, and another pavilion shown."""
MANY = 100
SHOW, QUESTION = "flag-banner", "question"

_T = TypeVar("_T")
Showings = Callable[[], tuple[Showing, ...]]


def invitations(
    mode: ContentMode, store: ContentStore, showings: Showings, now: datetime, languages: tuple[Language, ...], words: Words
) -> list[StageRow]:
    """What the loop of a mode opens onto, in its order.

    Args:
        mode: the one in force.
        store: the content.
        showings: the day's; asked for where shows are told.
        now: the moment at the exhibition.
        languages: in the order they are offered in.
        words: the interface's.
    """
    turn = (now.hour * 60 + now.minute) // MINUTES
    match loop_of(mode):
        case "Board":
            return _shows(showings(), now, languages, words) or [_row(SHOW, languages, words["nothing_next"])]
        case "Showcase":
            return [_row(card.icon, languages, card.name, card.summary) for card in _from(mode.loop, turn * MOST)[:MOST]]
        case "Children":
            younger = tuple(one for one in mode.questions if one.level == 1)
            return [_row(QUESTION, languages, one.text) for one in _from(younger, turn)[:QUESTIONS]]
    shown = _shows(showings(), now, languages, words)[:1]
    asked = [_asked(card, languages, words) for card in _from(_often_asked(store), turn)[:1]]
    pavilions = _from(store.cards(ItemKind.PAVILION, 0, MANY), turn)[:1]
    return [*shown, *asked, *(_row(card.icon, languages, card.name, card.summary) for card in pavilions)]


def _from(items: tuple[_T, ...], turn: int) -> tuple[_T, ...]:
    """The items in their order, begun with another one each turn."""
    begin = turn % len(items) if items else 0
    return items[begin:] + items[:begin]


def _row(icon: str, languages: tuple[Language, ...], title: LocalizedText, *lines: LocalizedText) -> StageRow:
    return StageRow(icon, tuple(side(language, title, lines) for language in languages))


def _shows(showings: tuple[Showing, ...], now: datetime, languages: tuple[Language, ...], words: Words) -> list[StageRow]:
    """What is on and what comes next: how long it goes on or until it starts, and where."""
    current, upcoming = now_and_next(showings, now)
    told = [("ends_in", one, one.end) for one in current] + [("starts_in", one, one.start) for one in upcoming]
    return [_show(one, words[when], elapsed(now, moment), languages, words) for when, one, moment in told[:BOARD_LINES]]


def _show(showing: Showing, when: LocalizedText, left: timedelta, languages: tuple[Language, ...], words: Words) -> StageRow:
    said = filled(when, lambda tag: {"time": format_span(left, tag)})
    place = change_words(showing.slot, showing.change, words) or showing.slot.place
    card = showing.demonstration.head.card
    return _row(card.icon, languages, card.name, said, place)


def _often_asked(store: ContentStore) -> tuple[Card, ...]:
    """The services of the first thing that happens in a life which have a guide."""
    events = store.cards(ItemKind.LIFE_EVENT, 0, 1)
    services = store.cards_of_services(0, MANY, life_event=events[0].identifier) if events else ()
    return tuple(card for card in services if store.has_guide(card.identifier))


def _asked(card: Card, languages: tuple[Language, ...], words: Words) -> StageRow:
    question = filled(words["asks_papers"], lambda _tag: {"service": card.name})
    return _row(card.icon, languages, question, words["find_my_list_summary"])
