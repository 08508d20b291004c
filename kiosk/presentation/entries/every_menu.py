"""Every word of the menus, so that all their sounds are made ahead."""

from collections.abc import Iterator

from kiosk.content.store import ContentStore
from kiosk.domain.formatting import Words
from kiosk.domain.item import ItemKind
from kiosk.domain.language import LocalizedText
from kiosk.domain.resume_code import ALPHABET
from kiosk.domain.search import CrisisAnswer, SearchResult
from kiosk.presentation.entries import lists, search, steps
from kiosk.presentation.entries.common import COUNTDOWN, Foot, foot_entries, percent, seconds_left
from kiosk.presentation.entries.entry import Entry, Menu, counted, same
from kiosk.presentation.keyboards import keyboards
from kiosk.presentation.route import Screen
from kiosk.presentation.scripts import Placed

MANY = 1000
COUNTED = 100
"""How many things a list may have that is counted from stored sounds; a longer one is counted by a live voice."""
PERCENTS = (20, 40, 60, 75, 80, 100, 125)
"""Of the volume and of the speed."""
ALONE = (
    *("chosen", "ear_choose", "ear_lift", "ear_how_keys", "ear_how_corners", "ear_help", "ear_help_over", "ear_still_here"),
    *("ear_join", "sign_language"),
    *("ear_off", "finished", "close", "print", "printing", "printed", "print_failed", "resume_code", "your_case", "sources"),
    *("take_telephone", "take_website", "take_place", "take_event", "take_text", "take_checklist", "take_contact", "take_wifi"),
    *("take_away_how", "take_away_site", "find_my_list", "find_my_list_summary", "guide_change_answers", "guide_show_list"),
    *("guide_not_asked", "guide_to_answer", "number_more", "number_less", "guide_continue", "show_the_way", "leave_quickly"),
    *("to_confirm", "map_sample", "spot_toilets", "spot_exit", "spot_prayer_room", "spot_first_aid", "spot_lost_child"),
    *("demonstrations", "demonstrations_summary", "now", "next_up", "timetable", "nothing_now", "nothing_next", "sample_timetable"),
    *("search_nothing", "search_elsewhere", "call_staff_child", "quiz_older", "quiz_younger", "next", "resume_unknown", "visitors"),
    *("show_full", "show_cancelled", "i_am_here", "no_service", "no_stairs"),
)
"""Words that depend on what a visitor does."""


def texts_of(menu: Menu) -> Iterator[Placed]:
    """All that a menu may say."""
    yield from menu.title
    yield from (("", text) for text in menu.status)
    yield from _of_entries(menu.entries)


def _of_entries(entries: tuple[Entry, ...]) -> Iterator[Placed]:
    for one in entries:
        yield from one.texts


def menu_texts(store: ContentStore, words: Words) -> Iterator[Placed]:
    """The menus that do not depend on a visitor, and the words of the others; numbers to count with; the letters."""
    for menu in _menus(store, words):
        yield from texts_of(menu)
    for on_page in (True, False):
        for language in store.languages:
            foot = Foot(Screen.HOME, store.languages, language.tag, on_page=on_page)
            yield from _of_entries(foot_entries(foot, words))
    yield from (("", words[word]) for word in (*ALONE, *(word for word in words if word.startswith("ear_key_"))))
    yield from (("", text) for text in _numbers(words))


def _menus(store: ContentStore, words: Words) -> Iterator[Menu]:
    yield lists.home_menu(words)
    yield lists.catalogue_menu(store.cards(ItemKind.PAVILION, 0, MANY), words)
    needs, people = (store.cards(kind, 0, MANY) for kind in (ItemKind.LIFE_EVENT, ItemKind.AUDIENCE))
    yield lists.services_menu(store.cards_of_services(0, MANY), needs, people, "", "", words)
    yield lists.editions_menu(store.editions(), words)
    yield lists.emergency_menu(store.emergency_numbers(), words)
    yield lists.glossary_menu(lists.term_cards(store.glossary(0, MANY)), words)
    yield steps.resume_menu("", words, refused=False)
    yield steps.resume_menu(ALPHABET[:8], words, refused=True)
    yield steps.feedback_menu(words, thanks=False)
    yield steps.feedback_menu(words, thanks=True)
    yield steps.officer_menu(words)
    figures, layouts = keyboards()
    written = [language for language in store.languages if language.tag in layouts]
    danger = SearchResult(maybe=CrisisAnswer("", ()))
    for tag, rows in layouts.items():
        yield search.search_menu("", danger, (), " ".join((*rows, figures)).split(), written, tag, words)


def _numbers(words: Words) -> Iterator[LocalizedText]:
    for number in range(COUNTED + 1):
        yield same(str(number), words)
        yield from (counted(word, number, words) for word in ("of_count", "choices_count", "found_count"))
    yield from (seconds_left(seconds, words) for seconds in COUNTDOWN)
    for value in PERCENTS:
        yield from percent("volume", value, words)
        yield from percent("speed", value, words)
