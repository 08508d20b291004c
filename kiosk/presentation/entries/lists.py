"""Home and the lists: pavilions, procedures, shows, editions, numbers, words, tiles and slides."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from kiosk.domain.content_mode import ContentMode
from kiosk.domain.exhibition import Edition, EmergencyNumber, GlossaryTerm
from kiosk.domain.exhibition_pages import term_card
from kiosk.domain.formatting import Words, filled, format_number, format_time, localized
from kiosk.domain.interface_words import DOORS
from kiosk.domain.item import Card
from kiosk.domain.language import LocalizedText
from kiosk.domain.slot_change import change_words
from kiosk.domain.timetable import Showing, now_and_next
from kiosk.presentation.entries.entry import Act, Entry, Menu, Verb, counted, entry, untitled
from kiosk.presentation.list_rows import spoken_number
from kiosk.presentation.route import Screen

_DOORS = dict(
    zip(
        DOORS,
        (Screen.SERVICES, Screen.CATALOGUE, Screen.DEMONSTRATIONS, Screen.EDITIONS, Screen.EMERGENCY, Screen.GLOSSARY),
        strict=True,
    )
)
"""The screen behind each door of home."""
INSTITUTION = "organisation:dgsn"


def home_menu(words: Words) -> Menu:
    """The doors, the search, the map, the institution and the end."""
    doors = [entry(words[d], words[f"{d}_summary"], act=Act(Verb.SHOW, screen), among="doors") for d, screen in _DOORS.items()]
    more = (
        entry(words["search_prompt"], act=Act(Verb.SHOW, Screen.SEARCH), among="doors"),
        entry(words["map"], act=Act(Verb.SHOW, Screen.MAP), among="doors"),
        entry(words["about"], act=Act(Verb.OPEN, INSTITUTION), among="doors"),
        entry(words["finished"], act=Act(Verb.FINISH), among="doors"),
    )
    return Menu("home", untitled(words["welcome"], words["home_question"]), (*doors, *more))


def card_entry(card: Card, among: str, act: Act | None = None) -> Entry:
    """An item of a list, with what is told of it."""
    return entry(card.name, card.summary, act=act or Act(Verb.OPEN, card.identifier), among=among)


def catalogue_menu(cards: Iterable[Card], words: Words) -> Menu:
    """The pavilions."""
    title = untitled(words["pavilions"], words["pavilions_summary"])
    return Menu("catalogue", title, tuple(card_entry(card, "cards") for card in cards))


def term_cards(terms: Iterable[GlossaryTerm]) -> tuple[Card, ...]:
    """Words as cards, each with its meaning."""
    return tuple(map(term_card, terms))


def glossary_menu(cards: Iterable[Card], words: Words) -> Menu:
    """Each word, and what it is in other languages. Nothing is opened."""
    found = tuple(entry(card.name, card.summary, among="terms") for card in cards)
    return Menu("glossary", untitled(words["glossary"], words["glossary_summary"]), found)


def services_menu(
    cards: Sequence[Card], needs: Iterable[Card], audiences: Iterable[Card], need: str, audience: str, words: Words
) -> Menu:
    """The procedures, then what narrows them: who asks, and what for.

    Args:
        cards: the procedures left.
        needs: what people come for.
        audiences: who they are.
        need: the identifier of the one chosen; empty for none.
        audience: the same of who they are.
        words: the interface's.
    """
    title = untitled(words["services"], words["services_summary"])
    none = () if cards else (entry(words["no_service"]),)
    found = tuple(card_entry(card, "cards") for card in cards)
    who = _narrowing(words["by_audience"], audiences, Verb.AUDIENCE, audience)
    what = _narrowing(words["by_life_event"], needs, Verb.NEED, need)
    code = entry(words["have_code"], act=Act(Verb.SHOW, Screen.RESUME))
    status = (counted("found_count", len(cards), words),) if need or audience else ()
    return Menu("services", title, (*none, *found, *who, *what, code), status)


def _narrowing(title: LocalizedText, cards: Iterable[Card], verb: Verb, chosen: str) -> tuple[Entry, ...]:
    found = [entry(c.name, act=Act(verb, c.identifier), chosen=c.identifier == chosen, among=verb) for c in cards]
    return (entry(title), *found)


def showings_menu(given: tuple[Showing, ...], now: datetime, words: Words) -> Menu:
    """What is on now, what comes next, and the day: each with its hours and its place, or what has become of it."""
    current, upcoming = now_and_next(given, now)
    sample = (entry(words["sample_timetable"]),) if any(one.slot.sample for one in given) else ()
    parts = (("now", current, "nothing_now"), ("next_up", upcoming, "nothing_next"), ("timetable", given, "nothing_next"))
    found = [one for title, showings, empty in parts for one in _board(title, showings, empty, words)]
    return Menu("demonstrations", untitled(words["demonstrations"], words["demonstrations_summary"]), (*sample, *found))


def _board(title: str, showings: Sequence[Showing], empty: str, words: Words) -> list[Entry]:
    found = [_showing(one, title, words) for one in showings]
    return [entry(words[title]), *(found or [entry(words[empty])])]


def _showing(showing: Showing, among: str, words: Words) -> Entry:
    slot, card = showing.slot, showing.demonstration.head.card
    hours = filled(words["time_range"], lambda _tag: {"start": format_time(slot.start), "end": format_time(slot.end)})
    news = change_words(slot, showing.change, words)
    return entry(card.name, *([news] if news else []), hours, slot.place, act=Act(Verb.OPEN, card.identifier), among=among)


def editions_menu(editions: Iterable[Edition], words: Words) -> Menu:
    """Each edition with how many came."""

    def one(edition: Edition) -> Entry:
        card = edition.head.card
        visitors = localized(tuple(card.name.shown), lambda tag: format_number(edition.visitors, tag))
        return entry(card.name, words["visitors"], visitors, act=Act(Verb.OPEN, card.identifier), among="editions")

    return Menu("editions", untitled(words["editions"], words["visitors_chart"]), tuple(map(one, editions)))


def emergency_menu(numbers: Iterable[EmergencyNumber], words: Words) -> Menu:
    """Each number with who answers and where it is called, then an officer from here."""
    found = [
        entry(
            *spoken_number(number),
            *([words["to_confirm"]] if any(statement.confirm for statement in number.statements) else []),
            act=Act(Verb.OPEN, number.head.card.identifier),
            among="numbers",
        )
        for number in numbers
    ]
    officer = entry(words["officer_here"], act=Act(Verb.SHOW, Screen.CALL_STAFF))
    return Menu("emergency", untitled(words["emergency"], words["emergency_summary"]), (*found, officer))


def tiles_menu(mode: ContentMode, words: Words) -> Menu:
    """The items a mode has chosen, and its quiz."""
    title = untitled(mode.head.card.name, mode.head.card.summary)
    quiz = (entry(words["quiz"], act=Act(Verb.SHOW, Screen.QUIZ), among="cards"),) if mode.questions else ()
    return Menu("tiles", title, (*(card_entry(card, "cards") for card in mode.items), *quiz))


def slides_menu(mode: ContentMode, _words: Words) -> Menu:
    """Each large page with what the speaker says to it."""
    found = [
        entry(card.name, card.summary, *([note] if note else []), among="slides")
        for card, note in zip(mode.items, mode.notes, strict=True)
    ]
    return Menu("slides", untitled(mode.head.card.name), tuple(found))
