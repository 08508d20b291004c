"""The guides of the content: recorded cases, and every combination of answers in every language."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import yaml

from kiosk.config import ROOT
from kiosk.content.reading.guide_assembly import local
from kiosk.content.store import ContentStore
from kiosk.domain.guide import Guide, walks
from kiosk.domain.personal_list import amendments_for, outcomes_for, personal_service
from kiosk.domain.public_service import PublicService
from kiosk.domain.service_page import personal_page
from kiosk.errors import DamagedItemError, UnknownItemError

CASES = yaml.load((Path(__file__).parent / "guide_cases.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
Pair = tuple[PublicService, Guide]


@pytest.fixture(scope="module")
def store() -> Iterator[ContentStore]:
    with ContentStore.open(ROOT / "content.db") as opened:
        yield opened


@pytest.fixture(scope="module")
def pairs(store: ContentStore) -> dict[str, Pair]:
    return {local(guide.identifier): (store.public_service(guide.service), guide) for guide in store.guides()}


@pytest.mark.parametrize(("service", "case"), [(name, case) for name, cases in CASES.items() for case in cases])
def test_the_answers_lead_to_the_papers_and_the_fee_of_the_dossier(pairs: dict[str, Pair], service: str, case: dict) -> None:
    whole, guide = pairs[service]
    personal = personal_service(whole, guide, case["answers"])
    (situation,) = personal.situations
    assert [local(paper.identifier) for paper in situation.evidence] == case["documents"]
    assert [cost.amount for cost in personal.costs_for(situation)] == case["fees"]
    assert situation.confirm == case["confirm"]
    (outcome,) = outcomes_for(guide, case["answers"])
    led_to = {outcome.situation, *(a.situation for a in amendments_for(guide, case["answers"]))}
    assert case["situation"] in led_to


def test_every_situation_has_a_recorded_case(pairs: dict[str, Pair]) -> None:
    recorded = {(name, case["situation"]) for name, cases in CASES.items() for case in cases}
    situations = {(name, situation.identifier) for name, (service, _) in pairs.items() for situation in service.situations}
    assert recorded == situations
    assert len(situations) == 43


def test_every_combination_of_answers_ends_in_a_whole_page_in_every_language(store: ContentStore, pairs: dict[str, Pair]) -> None:
    words, seen = store.words(), 0
    tags = [language.tag for language in store.languages]
    for whole, guide in pairs.values():
        known = {paper.identifier for situation in whole.situations for paper in whole.evidence_for(situation)}
        for way in walks(guide):
            personal = personal_service(whole, guide, way.answers)
            page = personal_page(personal, guide, way.answers, words)
            assert 2 <= len(way.asked) <= 5
            assert personal.channels
            assert {paper.identifier for paper in personal.situations[0].evidence} <= known
            for tag in tags:
                assert all(block.text.in_language(tag).strip() for block in page.blocks)
                assert all(block.label.in_language(tag).strip() for block in page.blocks if block.label)
            seen += 1
    assert seen > 300


def test_what_differs_from_rumour_stands_apart(pairs: dict[str, Pair]) -> None:
    whole, guide = pairs["cnie"]
    renewal = personal_service(whole, guide, {"reason": "renewal", "age": 30, "home": "morocco", "immobile": "no"})
    (told,) = [note for note in renewal.situations[0].notes if note.rumour]
    assert "birth certificate" in told.text.in_language("en")


def test_an_unknown_guide_is_told_from_a_damaged_database(store: ContentStore) -> None:
    with pytest.raises(UnknownItemError):
        store.guide("guide:none")
    assert store.has_guide("service:cnie") and not store.has_guide("service:none")


def test_a_bound_that_is_no_whole_number_makes_the_guide_damaged(tmp_path: Path) -> None:
    path = tmp_path / "content.db"
    path.write_bytes((ROOT / "content.db").read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        (guide,) = connection.execute("SELECT guide FROM guide_test WHERE under IS NOT NULL LIMIT 1").fetchone()
        (strict,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'guide_test'").fetchone()
    change = "UPDATE guide_test SET under = under + 0.5 WHERE under IS NOT NULL"
    for schema, statement in ((strict.replace(" STRICT,", ""), "SELECT 1"), (strict, change)):
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("SELECT * FROM guide_test")
            connection.execute("PRAGMA writable_schema = ON")
            connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'guide_test'", (schema,))
            connection.execute(statement)
            connection.commit()
    with ContentStore.open(path) as opened, pytest.raises(DamagedItemError, match="is no whole number"):
        opened.guide(guide)
