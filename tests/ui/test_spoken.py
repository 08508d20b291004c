"""Whatever the kiosk can read aloud can be said: in words, and in Arabic with its vowels."""

from collections.abc import Iterator

import pytest

from kiosk.config import ROOT
from kiosk.content.store import ContentStore
from kiosk.domain.item import ItemKind
from kiosk.domain.language import LocalizedText
from kiosk.domain.page import Page
from kiosk.domain.speech.arabic_marks import unvocalised
from kiosk.ui.pages import compose_page
from kiosk.ui.spoken_texts import UNCHANGED

PAGES = ("organisation", "pavilion", "unit", "demonstration", "edition", "service", "emergency")


def pages(store: ContentStore) -> Iterator[Page]:
    words = store.words()
    for kind in map(ItemKind, PAGES):
        for card in store.cards(kind, 0, 1000):
            first = compose_page(store, card.identifier, "", words, UNCHANGED)
            yield first
            yield from (compose_page(store, card.identifier, choice.identifier, words, UNCHANGED) for choice in first.choices[1:])


def texts(page: Page) -> Iterator[LocalizedText]:
    yield from (page.head.card.name, page.head.card.summary)
    yield from (choice.name for choice in page.choices)
    for block in page.blocks:
        yield from (text for text in (block.label, block.text) if text)


@pytest.fixture(scope="module")
def spoken() -> dict[str, list[str]]:
    with ContentStore.open(ROOT / "content.db") as store:
        found = [text for page in pages(store) for text in texts(page)]
        found += [store.title, store.subtitle, *store.words().values()]
        found += [term.name for term in store.glossary(0, 1000)]
        return {language.tag: [text.spoken(language.tag) for text in found] for language in store.languages}


@pytest.mark.parametrize("tag", ["ar", "fr", "en"])
def test_nothing_is_said_in_figures(spoken: dict[str, list[str]], tag: str) -> None:
    assert [text for text in spoken[tag] if any(map(str.isdigit, text))] == []
    assert all(any(map(str.isalpha, text)) for text in spoken[tag])


def test_no_arabic_word_is_said_without_its_vowels(spoken: dict[str, list[str]]) -> None:
    assert {word for text in spoken["ar"] for word in unvocalised(text)} == set()
