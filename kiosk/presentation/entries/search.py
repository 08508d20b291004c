"""The search: what was found, with what is told to somebody in danger first; then the keyboard, letter by letter."""

from collections.abc import Container, Iterable, Sequence

from kiosk.domain.formatting import Words, filled
from kiosk.domain.item import Card, ItemKind
from kiosk.domain.language import Language, LocalizedText
from kiosk.domain.search import CrisisAnswer, SearchHit, SearchResult, grouped
from kiosk.domain.speech.letters import letter, own_name
from kiosk.presentation.entries.entry import Act, Entry, Menu, Verb, aside, counted, entry, same, untitled
from kiosk.presentation.entries.lists import card_entry
from kiosk.presentation.route import MAP, SCREEN, Screen

WITHOUT_PAGE = frozenset({ItemKind.GLOSSARY_TERM, ItemKind.PRACTICAL})
"""Kinds of results that are their own answer."""
MOST_OF_STRIP = 3
"""Numbers on the strip for somebody who may be in danger."""
OFFICER = f"{SCREEN}:{Screen.CALL_STAFF}"


def search_menu(
    query: str,
    result: SearchResult,
    on_map: Container[str],
    rows: Iterable[str],
    layouts: Sequence[Language],
    layout: str,
    words: Words,
) -> Menu:
    """What was found, and the keyboard.

    Args:
        query: what has been typed.
        result: what was found.
        on_map: the items that the map shows the way to.
        rows: the letters and figures of the keyboard, in its order.
        layouts: the languages that have a keyboard.
        layout: the one that is shown, by its language.
        words: the interface's.
    """
    typed = (same(query, words), counted("found_count", len(result.hits), words)) if query.strip() else ()
    title = untitled(words["search"], words["search_prompt"], *([] if query.strip() else [words["search_hint"]]))
    hits = [_hit(hit, on_map, words) for group in grouped(result.hits).values() for hit in group]
    near = [entry(same(word, words), act=Act(Verb.QUERY, word), among="near") for word in result.nearest]
    keys = (entry(letter(sign, words["home"].shown), act=Act(Verb.LETTER, sign)) for sign in rows)
    more = (("key_space", Act(Verb.LETTER, " ")), ("key_erase", Act(Verb.ERASE_LETTER)), ("key_clear", Act(Verb.CLEAR)))
    others = [_keyboard_of(one, one.tag == layout, words) for one in layouts]
    keyboard = aside((*keys, *(entry(words[name], act=act) for name, act in more), *others))
    found = (*_help(result, words), *_replies(query, result, words), *near, *hits)
    return Menu("search", title, (*found, *keyboard), typed)


def _keyboard_of(language: Language, chosen: bool, words: Words) -> Entry:  # noqa: FBT001 - read at the call as what it is
    name = own_name(language.endonym, words["home"].shown)
    return entry(name, act=Act(Verb.LAYOUT, language.tag), chosen=chosen)


def _help(result: SearchResult, words: Words) -> tuple[Entry, ...]:
    """Numbers to call, the page that helps, and an officer from here."""
    officer = entry(words["call_staff"], words["call_staff_how"], act=Act(Verb.OPEN, OFFICER))
    if result.crisis is not None:
        return (entry(_danger(result.crisis, words)), officer, *_numbers(result.crisis, None))
    if result.maybe is not None:
        return (entry(words["maybe_danger"]), *_numbers(result.maybe, MOST_OF_STRIP), officer)
    if result.elsewhere:
        return (entry(words["search_elsewhere"]), officer, *(card_entry(card, "elsewhere") for card in result.elsewhere))
    return ()


def _danger(crisis: CrisisAnswer, words: Words) -> LocalizedText:
    return words["call_staff_child" if crisis.crisis in {"missing_child", "child_alone"} else "maybe_danger"]


def _numbers(crisis: CrisisAnswer, most: int | None) -> tuple[Entry, ...]:
    page = (crisis.page,) if crisis.page and most is None else ()
    return tuple(card_entry(card, "numbers") for card in (*crisis.numbers[:most], *page))


def _replies(query: str, result: SearchResult, words: Words) -> tuple[Entry, ...]:
    if result.instead:
        return (entry(filled(words["search_instead"], lambda _tag: {"words": " · ".join(result.instead)})),)
    nothing = len(query.strip()) > 1 and not result.hits and not result.elsewhere
    return (entry(words["search_nothing"]),) if nothing else ()


def _hit(hit: SearchHit, on_map: Container[str], words: Words) -> Entry:
    card: Card = hit.card
    if hit.screen:
        return card_entry(card, "hits", Act(Verb.SHOW, hit.screen))
    if card.kind is ItemKind.PRACTICAL and card.identifier in on_map:
        return entry(card.name, words["show_the_way"], act=Act(Verb.OPEN, f"{MAP}:{card.identifier}"), among="hits")
    if card.kind in WITHOUT_PAGE:
        return entry(card.name, card.summary, among="hits")
    return card_entry(card, "hits")
