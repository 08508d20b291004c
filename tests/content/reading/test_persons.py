"""Each person walked through the guides is told what the dossier knows, or whom to ask, and nothing that is for others."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from kiosk.config import ROOT
from kiosk.content.store import ContentStore
from kiosk.domain.page import BlockKind, Page
from kiosk.domain.resume_code import encode
from kiosk.domain.timetable import Today
from kiosk.presentation.pages import compose_page

PERSONS: list[dict[str, Any]] = yaml.load(
    (Path(__file__).parent / "persons.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
)


@pytest.fixture(scope="module")
def store() -> Iterator[ContentStore]:
    with ContentStore.open(ROOT / "content.db") as opened:
        yield opened


def page_of(store: ContentStore, person: dict[str, Any]) -> Page:
    guide = store.guide(f"guide:{person['guide']}")
    today = Today(datetime(2026, 11, 24, tzinfo=UTC))
    return compose_page(store, guide.identifier, encode(guide, person["answers"]), store.words(), today)


@pytest.mark.parametrize("person", PERSONS, ids=[person["who"] for person in PERSONS])
def test_a_person_is_told(store: ContentStore, person: dict[str, Any]) -> None:
    page = page_of(store, person)
    said = "\n".join(text.in_language("en") for block in page.blocks for text in (block.label, block.text) if text)
    for words in person.get("told", ()):
        assert words in said
    for words in person.get("nowhere", ()):
        assert words not in said
    calls = [block.label.in_language("en") for block in page.blocks if block.kind is BlockKind.NUMBER and block.label]
    assert calls == person.get("calls", [])
    leads = [block.target.removeprefix("service:") for block in page.blocks if block.target.startswith("service:")]
    assert leads == person.get("leads", [])


def test_every_guide_whose_number_depends_on_the_place_asks_town_or_country(store: ContentStore) -> None:
    for guide in store.guides():
        called = {channel.telephone for channel in store.public_service(guide.service).channels}
        asked = {option.identifier for question in guide.questions for option in question.options}
        if {"19", "177"} & called:
            assert {"country", "road"} & asked, guide.identifier
