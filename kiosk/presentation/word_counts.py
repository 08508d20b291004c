"""How many words the pages of a database have, as a visitor meets them."""

from collections.abc import Iterator
from datetime import UTC, datetime
from statistics import median

from kiosk.content.store import ContentStore
from kiosk.domain.kinds import PAGE_KINDS
from kiosk.domain.language import LanguageTag, LocalizedText
from kiosk.domain.page import BlockKind, Page
from kiosk.domain.timetable import Today
from kiosk.presentation.pages import compose_page

_ALL = 10_000


def words_of_pages(store: ContentStore) -> dict[str, dict[LanguageTag, dict[str, float]]]:
    """Words of the pages of each kind, in each language: the median and the most, in sight when a page opens and in all of it.

    Raises:
        ContentError: a page cannot be read.
    """
    words, today = store.words(), Today(datetime.now(UTC))
    found: dict[str, dict[LanguageTag, dict[str, float]]] = {}
    for kind in sorted(PAGE_KINDS):
        pages = [compose_page(store, card.identifier, "", words, today) for card in store.cards(kind, 0, _ALL)]
        for tag in (language.tag for language in store.languages) if pages else ():
            sight, whole = ([_words(page, tag, more=more) for page in pages] for more in (False, True))
            counts = {"in_sight": median(sight), "in_sight_most": max(sight), "whole": median(whole), "whole_most": max(whole)}
            found.setdefault(kind.value, {})[tag] = counts
    return found


def _words(page: Page, tag: LanguageTag, *, more: bool) -> int:
    return sum(len(text.in_language(tag).split()) for text in _texts(page, more=more))


def _texts(page: Page, *, more: bool) -> Iterator[LocalizedText]:
    """The texts of a page; what a paper has to be is seen when more is asked for."""
    yield from (page.head.card.name, page.head.card.summary)
    for block in page.blocks:
        if more or not block.more:
            yield from (
                text for text in (block.label, block.text if more or block.kind is not BlockKind.EVIDENCE else None) if text
            )
