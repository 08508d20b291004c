"""The pages of the built content as visitors meet them: danger first, 19 with 177, few words in sight, sources of standing."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from kiosk.config import ROOT
from kiosk.content.store import ContentStore
from kiosk.domain.guide import walks
from kiosk.domain.item import ItemKind
from kiosk.domain.kinds import PAGE_KINDS
from kiosk.domain.narration import split_sentences
from kiosk.domain.page import LEAD_WORDS, OFFICER, BlockKind, Page
from kiosk.domain.timetable import Today
from kiosk.presentation.pages import compose_list, compose_page

TAGS = ("ar", "fr", "en")
RUNNING = {BlockKind.PARAGRAPH, BlockKind.NOTICE}
URGENT = {"women": "report", "tifli": "alert", "theft": "theft", "accident": "injury", "eblagh": "report"}
_POLICE = re.compile(r"(?<![\d.\-])19(?![\d:.\-]\d)(?!\d|\s?(?:h\b|heures|octobre|October|أكتوبر))(?<!إلى 19)(?<!8:30 to 19)")


@pytest.fixture(scope="module")
def store() -> Iterator[ContentStore]:
    with ContentStore.open(ROOT / "content.db") as store:
        yield store


def page_of(store: ContentStore, identifier: str, choice: str = "") -> Page:
    return compose_page(store, identifier, choice, store.words(), Today(datetime(2026, 11, 24, tzinfo=UTC)))


@pytest.fixture(scope="module")
def pages(store: ContentStore) -> list[Page]:
    """Every page in every case, and every list a guide leads to."""
    found = []
    for kind in sorted(PAGE_KINDS):
        for card in store.cards(kind, 0, 1000):
            first = page_of(store, card.identifier)
            others = (page_of(store, card.identifier, choice.identifier) for choice in first.choices)
            found += [*others] or [first]
    words = store.words()
    for guide in store.guides():
        service = store.public_service(guide.service)
        found += [compose_list(store, guide, service, way.answers, words) for way in walks(guide)]
    return found


def texts(page: Page, tag: str) -> str:
    blocks = [text for block in page.blocks for text in (block.label, block.text) if text]
    return "\n".join(text.in_language(tag) for text in (page.head.card.name, page.head.card.summary, *blocks))


@pytest.mark.parametrize("name", URGENT)
def test_a_page_for_people_in_need_begins_with_numbers_an_officer_and_what_to_do(store: ContentStore, name: str) -> None:
    page, words = page_of(store, f"service:{name}"), store.words()
    assert page.urgent and page.choice == URGENT[name]
    called = [block.label.in_language("ar") for block in page.blocks if block.kind is BlockKind.NUMBER and block.label]
    assert called[:2] == ["19", "177"]
    assert [block.kind for block in page.blocks[: len(called) + 1]] == [BlockKind.NUMBER] * len(called) + [BlockKind.LINK]
    assert page.blocks[len(called)].target == OFFICER
    sight = [block.text for block in page.blocks if block.kind is BlockKind.HEADING and not block.more]
    assert sight == [words["act_now"], words["where"]]
    assert not [
        block
        for block in page.blocks
        if words["cost"] == block.text or block.label in (words["unpublished"], words["unpublished_there"])
    ]
    assert all("24 heures" not in block.text.in_language("fr") for block in page.blocks if not block.more)


def test_19_never_stands_without_177_but_for_those_who_said_they_are_in_town(pages: list[Page]) -> None:
    alone = [
        (page.head.card.identifier, page.choice, tag)
        for page in pages
        if not page.head.card.identifier.startswith("guide:")
        for tag in TAGS
        if _POLICE.search(texts(page, tag)) and "177" not in texts(page, tag)
    ]
    assert alone == []


def test_a_page_opens_with_few_words_of_running_text(pages: list[Page]) -> None:
    for page in pages:
        kind = page.head.card.identifier.partition(":")[0]
        told = [block.text for block in page.blocks if block.kind is BlockKind.PARAGRAPH and not block.more]
        if kind in {"pavilion", "unit", "organisation", "edition", "demonstration"}:
            for tag in TAGS:
                assert sum(len(text.in_language(tag).split()) for text in (page.head.card.summary, *told)) <= LEAD_WORDS


def test_nothing_is_a_heading_without_anything_under_it(pages: list[Page]) -> None:
    for page in pages:
        for block, following in zip(page.blocks, [*page.blocks[1:], None], strict=True):
            bare = following is None or following.kind is BlockKind.HEADING
            assert not (block.kind is BlockKind.HEADING and bare), page.head.card.identifier


def test_no_sentence_is_in_sight_twice(pages: list[Page]) -> None:
    for page in pages:
        for tag in TAGS:
            told = [block.text.in_language(tag) for block in page.blocks if block.kind in RUNNING and not block.more]
            sentences = [sentence for text in told for sentence in split_sentences(text)]
            assert len(sentences) == len(set(sentences)), page.head.card.identifier


def test_whoever_finds_somebody_hurt_reads_first_whom_to_call(store: ContentStore) -> None:
    page = page_of(store, "service:accident")
    sight = " ".join(b.text.in_language("fr") for b in page.blocks if b.kind is BlockKind.PARAGRAPH and not b.more).replace(
        "\u00a0", " "
    )
    assert "Appelez le 19" in sight and "le 177" in sight and "le 15" in sight


def test_children_read_tips_first(store: ContentStore) -> None:
    shown = [b.text for b in page_of(store, "pavilion:children").blocks if b.kind is BlockKind.PARAGRAPH and not b.more]
    assert "stay where you are" in shown[0].in_language("en").lower() and len(shown) >= 3


def test_one_note_a_page_says_what_is_to_be_confirmed(store: ContentStore, pages: list[Page]) -> None:
    note = store.words()["to_confirm_how"]
    for page in pages:
        notes = sum(block.text == note for block in page.blocks)
        assert notes == any(block.confirm for block in page.blocks), page.head.card.identifier


def test_the_publishers_visitors_are_told_are_named_in_their_language(store: ContentStore, pages: list[Page]) -> None:
    sources = {source: store.source(source) for page in pages for source in page.sources}
    for source in sources.values():
        if source.publisher is not None:
            assert re.search("[\u0600-\u06ff]", source.publisher.in_language("ar")), source.identifier
            for tag in TAGS:
                assert not re.search(r"blog|forum|seed|github|\d+\.\d+\.\d+\.\d+", source.publisher.in_language(tag), re.IGNORECASE)


STEPS = {"papers": "bring", "where": "go", "what_you_get": "collect"}


def test_a_list_can_be_followed_by_its_pictures_alone(store: ContentStore, pages: list[Page]) -> None:
    """Of a procedure each paper has its specimen, each fee, place and thing to collect the picture of what somebody does."""
    words, drawings = store.words(), store.drawings()
    titles = {words[word].in_language("fr"): step for word, step in STEPS.items()}
    blocks = [block for page in pages for block in page.blocks]
    steps = [block.step for block in blocks if block.kind is BlockKind.HEADING and block.text.in_language("fr") in titles]
    assert steps and steps == [
        titles[name] for b in blocks if b.kind is BlockKind.HEADING and (name := b.text.in_language("fr")) in titles
    ]
    assert {block.step for block in blocks if block.icon == "coin"} == {"pay"}
    assert {f"step_{block.step}" for block in blocks if block.step} <= set(drawings)
    assert [block.label for block in blocks if block.kind is BlockKind.EVIDENCE and block.picture is None] == []


PICTURED = (ItemKind.PAVILION, ItemKind.UNIT, ItemKind.DEMONSTRATION, ItemKind.EDITION, ItemKind.PUBLIC_SERVICE)


@pytest.mark.parametrize("kind", PICTURED)
def test_nothing_is_shown_by_an_icon_in_an_empty_arch(store: ContentStore, kind: ItemKind) -> None:
    assert [card.identifier for card in store.cards(kind, 0, 1000) if card.picture is None] == []
