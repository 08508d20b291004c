"""Everything the kiosk can say, sentence by sentence."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from kiosk.config import KioskConfig
from kiosk.content.store import ContentStore
from kiosk.domain.content_mode import ContentMode, ModeService
from kiosk.domain.formatting import Words
from kiosk.domain.guide import Guide, walks
from kiosk.domain.interface_words import whole_words
from kiosk.domain.item import ItemKind
from kiosk.domain.kinds import PAGE_KINDS
from kiosk.domain.language import Language, LanguageTag, LocalizedText
from kiosk.domain.mode_resolver import Rule
from kiosk.domain.narration import Utterance
from kiosk.domain.page import Page
from kiosk.domain.timetable import Today
from kiosk.domain.venue.directions import sentences_of
from kiosk.presentation.entries.every_menu import menu_texts, texts_of
from kiosk.presentation.entries.lists import slides_menu, tiles_menu
from kiosk.presentation.entries.pages import page_menu
from kiosk.presentation.entries.steps import NONE, guide_menu, quiz_menu
from kiosk.presentation.guide_steps import START, SUMMARY, GuideStep
from kiosk.presentation.modes import notice_of, opening_line
from kiosk.presentation.pages import compose_list, compose_page
from kiosk.presentation.reading import Reading
from kiosk.presentation.scripts import Placed, narration_script

BATCH = 50
UNCHANGED = Today(datetime(2000, 1, 1, tzinfo=UTC))
"""No page depends on the day while staff have changed nothing."""


def _identifiers(store: ContentStore, kind: ItemKind) -> Iterator[str]:
    for offset in range(0, store.count(kind), BATCH):
        yield from (card.identifier for card in store.cards(kind, offset, BATCH))


def _page(store: ContentStore, identifier: str, words: dict[str, LocalizedText]) -> Iterator[Placed]:
    """A page's texts, in every situation it can be read for."""
    page = compose_page(store, identifier, "", words, UNCHANGED)
    yield from _said(store, page, words)
    for choice in page.choices:
        if choice.identifier != page.choice:
            yield from _said(store, compose_page(store, identifier, choice.identifier, words, UNCHANGED), words)


def _said(store: ContentStore, page: Page, words: Words) -> Iterator[Placed]:
    sources = tuple(store.source(source) for source in page.sources)
    yield from texts_of(page_menu(page, words, sources))
    yield from (("", text) for text in page.head.easy)


def _guide(store: ContentStore, guide: Guide, words: dict[str, LocalizedText]) -> Iterator[Placed]:
    """Every step of a guide, and every list it leads to."""
    service = store.public_service(guide.service)
    card = service.head.card
    for step in (START, *(question.identifier for question in guide.questions)):
        yield from texts_of(guide_menu(GuideStep(guide, card, step, {}), "", words))
    for way in walks(guide):
        yield from texts_of(guide_menu(GuideStep(guide, card, SUMMARY, way.answers), "", words))
        page = compose_list(store, guide, service, way.answers, words)
        yield from texts_of(page_menu(page, words))  # its sources are those of its service


def _mode(mode: ContentMode, words: dict[str, LocalizedText]) -> Iterator[Placed]:
    """The screens of a mode that have no page of their own; of one that serves nobody, what it tells people."""
    for menu in (tiles_menu(mode, words), slides_menu(mode, words)):
        yield from texts_of(menu)
    for number, question in enumerate(mode.questions, 1):
        place = (number, len(mode.questions))
        for chosen in (NONE, question.right, question.right + 1):
            yield from texts_of(quiz_menu(question, place, chosen, (), question.level, words))
    if mode.service is not ModeService.OPEN:
        yield from (("", place.text) for place in mode.places.values())
        yield from (("", statement.text) for statement in mode.statements)


def _of_the_moment(store: ContentStore, words: dict[str, LocalizedText]) -> Iterator[Placed]:
    """What is said of changes of mode, as far as it is known before: another moment's words are said live."""
    for mode in store.modes().values():
        if mode.service is not ModeService.EMERGENCY:
            yield "", notice_of(mode, round(KioskConfig().switch_seconds), words)
    weekly, dated = store.schedule("")
    rules: tuple[Rule, ...] = (*weekly, *dated)
    day = UNCHANGED.now
    for moment in sorted({moment for rule in rules for moment in (rule.start, rule.end)}):
        yield "", opening_line(datetime.combine(day, moment, UTC), day, words)


def placed_texts(store: ContentStore) -> Iterator[tuple[str, Iterator[Placed]]]:
    """Everything that can be read aloud, by the item it belongs to."""
    words = whole_words(store.words())
    yield "interface", menu_texts(store, words)
    for kind in sorted(PAGE_KINDS):
        for identifier in _identifiers(store, kind):
            yield identifier, _page(store, identifier, words)
    for guide in store.guides():
        yield guide.identifier, _guide(store, guide, words)
    for mode in store.modes().values():
        yield mode.head.card.identifier, _mode(mode, words)
    yield "changes", _of_the_moment(store, words)
    yield "venue", _of_the_venue(store, words)


def _of_the_venue(store: ContentStore, words: Words) -> Iterator[Placed]:
    """Every step of every way."""
    venue = store.venue()
    if venue is not None:
        yield from (("", text) for text in sentences_of(venue, words))


def unique_texts(store: ContentStore) -> list[tuple[str, LocalizedText]]:
    """Everything that can be read aloud, each text once, with the item it is first said for."""
    found: dict[tuple[object, ...], tuple[str, LocalizedText]] = {}
    for item, texts in placed_texts(store):
        for _, text in texts:
            found.setdefault((*text.shown.items(), *text.speech.items()), (item, text))
    return list(found.values())


def spoken(
    texts: Iterable[tuple[str, LocalizedText]], languages: tuple[Language, ...], tag: LanguageTag
) -> Iterator[tuple[str, Utterance]]:
    """The sentences of texts in a language, each once, with the item it is first said for.

    Args:
        texts: by item.
        languages: all that the content has.
        tag: one of them.
    """
    reading = Reading(languages, next(language for language in languages if language.tag == tag))
    seen: set[str] = set()
    for item, text in texts:
        for utterance in narration_script([("", text)], reading).utterances:
            if utterance.sentence.text not in seen:
                seen.add(utterance.sentence.text)
                yield item, utterance
