"""Everything the kiosk can say, sentence by sentence, as one JSON line each; run by `kiosk narration` in a process of its own."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from kiosk.content.store import ContentStore
from kiosk.domain.content_mode import ContentMode, ModeService
from kiosk.domain.guide import Guide, walks
from kiosk.domain.item import ItemKind
from kiosk.domain.language import LanguageTag, LocalizedText
from kiosk.domain.narration import Utterance
from kiosk.domain.resume_code import encode
from kiosk.ui.guide_steps import START, GuideStep, spoken_texts
from kiosk.ui.mode_rows import mode_texts
from kiosk.ui.pages import Today, compose_page
from kiosk.ui.reading import Reading
from kiosk.ui.route import PAGE_KINDS, Screen
from kiosk.ui.scripts import Placed, page_texts, script_of

BATCH = 50
TITLES = (
    "home_question",
    "pavilions",
    "services",
    "demonstrations",
    "editions",
    "emergency",
    "glossary",
    "search",
    "resume_title",
    "call_shown",
    "call_staff_how",
    "welcome",
)

UNCHANGED = Today(datetime.min.replace(tzinfo=UTC))
"""No page depends on the day while staff have changed nothing."""


def _identifiers(store: ContentStore, kind: ItemKind) -> Iterator[str]:
    for offset in range(0, store.count(kind), BATCH):
        yield from (card.identifier for card in store.cards(kind, offset, BATCH))


def _page(store: ContentStore, identifier: str, words: dict[str, LocalizedText]) -> Iterator[Placed]:
    """A page's texts, in every situation it can be read for."""
    page = compose_page(store, identifier, "", words, UNCHANGED)
    yield from page_texts(page)
    for choice in page.choices:
        if choice.identifier != page.choice:
            yield from page_texts(compose_page(store, identifier, choice.identifier, words, UNCHANGED))


def _guide(store: ContentStore, guide: Guide, words: dict[str, LocalizedText]) -> Iterator[Placed]:
    """Every step of a guide, and every list it leads to."""
    service = store.public_service(guide.service).head.card
    for step in (START, *(question.identifier for question in guide.questions)):
        yield from (("", text) for text in spoken_texts(GuideStep(guide, service, step, {}), words))
    for way in walks(guide):
        yield from page_texts(compose_page(store, guide.identifier, encode(guide, way.answers), words, UNCHANGED))


def _mode(mode: ContentMode, words: dict[str, LocalizedText]) -> Iterator[Placed]:
    """The screens of a mode that have no page of their own; of one that serves nobody, what it tells people."""
    for screen in (Screen.TILES, Screen.SLIDES, Screen.QUIZ):
        yield from (("", text) for text in mode_texts(mode, screen, words))
    if mode.service is not ModeService.OPEN:
        yield from (("", place.text) for place in mode.places.values())
        yield from (("", statement.text) for statement in mode.statements)


def placed_texts(store: ContentStore) -> Iterator[tuple[str, Iterator[Placed]]]:
    """Everything that can be read aloud, by the item it belongs to."""
    words = store.words()
    yield "interface", (("", words[title]) for title in TITLES)
    yield "glossary", (("", term.name) for term in store.glossary(0, store.count(ItemKind.GLOSSARY_TERM)))
    for kind in sorted(PAGE_KINDS):
        for identifier in _identifiers(store, kind):
            yield identifier, _page(store, identifier, words)
    for guide in store.guides():
        yield guide.identifier, _guide(store, guide, words)
    for mode in store.modes().values():
        yield mode.head.card.identifier, _mode(mode, words)


def spoken(store: ContentStore, tag: LanguageTag) -> Iterator[tuple[str, Utterance]]:
    """The sentences of a language, each once, with the item it is first said for."""
    language = next(language for language in store.languages if language.tag == tag)
    reading = Reading(store.languages, language)
    seen: set[str] = set()
    for item, texts in placed_texts(store):
        for utterance in script_of(texts, reading).utterances:
            if utterance.sentence.text not in seen:
                seen.add(utterance.sentence.text)
                yield item, utterance


def main(argv: list[str]) -> int:
    """Write the sentences of the languages asked for, else of all."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--content", type=Path, required=True)
    parser.add_argument("--lang", action="append")
    options = parser.parse_args(argv)
    with ContentStore.open(options.content) as store:
        for tag in options.lang or [language.tag for language in store.languages]:
            for item, utterance in spoken(store, tag):
                line = {
                    "item": item,
                    "language": tag,
                    "text": utterance.sentence.text,
                    "runs": [{"language": run.language, "text": run.text} for run in utterance.runs],
                }
                sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
