"""Visitors find what they look for, however they write it; and nothing they type does harm."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
import yaml

from kiosk.cli import main
from kiosk.content.build import build
from kiosk.content.checking.check import check
from kiosk.content.search.finding import match_expression
from kiosk.content.store import ContentStore
from tests.helpers.queries import hostile_queries
from tests.helpers.sources import Folder, write

QUERIES = yaml.safe_load((Path(__file__).parent / "search_queries.yaml").read_text(encoding="utf-8"))["queries"]
FIRST_AT_LEAST, TOP_THREE_AT_LEAST = 0.95, 0.99


@pytest.fixture(scope="module")
def store(searched: ContentStore) -> ContentStore:
    return searched


def found(store: ContentStore, query: str, limit: int = 20) -> list[str]:
    return [hit.card.identifier for hit in store.search(query, limit).hits]


def test_the_right_item_comes_first(store: ContentStore) -> None:
    assert len(QUERIES) >= 120
    missed = [
        (q["query"], q["expected"], found(store, q["query"], 3)) for q in QUERIES if found(store, q["query"], 1) != [q["expected"]]
    ]
    assert 1 - len(missed) / len(QUERIES) >= FIRST_AT_LEAST, missed


def test_the_right_item_is_among_the_first_three(store: ContentStore) -> None:
    missed = [(q["query"], q["expected"]) for q in QUERIES if q["expected"] not in found(store, q["query"], 3)]
    assert 1 - len(missed) / len(QUERIES) >= TOP_THREE_AT_LEAST, missed


def test_every_item_is_found_first_or_beside_its_namesakes_by_its_own_name(store: ContentStore) -> None:
    for kind in ("service", "pavilion", "demonstration", "edition", "emergency"):
        for (item,) in store._reader.rows("SELECT id FROM item WHERE kind = ?", kind):
            for (name,) in store._reader.rows("SELECT shown FROM text WHERE item = ? AND field = 'name'", item):
                assert item in found(store, str(name), 3), (item, name)


def test_a_slip_is_told_and_nothing_found_has_neighbours(store: ContentStore) -> None:
    assert store.search("amemde", 5).instead == ("amende",)
    assert store.search("gendarmerie", 5).instead == ()
    nothing = store.search("passxpqrt", 5)
    assert nothing.hits == () and "passport" in nothing.nearest
    assert store.search("xxxxxxx", 5).hits == ()


def test_a_case_of_a_service_opens_it_and_names_it(store: ContentStore) -> None:
    card = store.search("tajdid", 1).hits[0].card
    assert (card.identifier, card.kind) == ("situation:cnie/renewal", "service")
    assert card.summary.in_language("fr") == "Carte nationale d’identité électronique"


@pytest.mark.parametrize(
    ("name", "item"),
    [
        ("الحماية المقربة", "pavilion:protection"),
        ("protection civile", "emergency:civil_protection"),
        ("Road safety", "pavilion:road_safety"),
    ],
)
def test_a_page_comes_before_the_word_of_the_glossary_it_is_called_by(store: ContentStore, name: str, item: str) -> None:
    assert found(store, name, 1) == [item]


@pytest.mark.parametrize("query", ["شنو كتعني الحماية المقربة", "que veut dire protection rapprochée", "close protection meaning"])
def test_who_asks_for_the_meaning_of_a_word_gets_the_word(store: ContentStore, query: str) -> None:
    assert "term:close_protection" in found(store, query, 3)


def test_what_a_sentence_is_about_is_told_by_the_words_its_slips_are_taken_for(store: ContentStore) -> None:
    assert found(store, "بطاقة السوابف", 1) == ["service:fiche"]


def test_what_is_typed_stands_in_quotes() -> None:
    assert match_expression([("carte",), ("nat",)], as_written=True) == '("carte" OR "cart") AND ("nat"*)'
    assert match_expression([("carte", "charte")], as_written=False) == '("cart"* OR "chart"*)'
    assert match_expression([('a"b',)], as_written=True) == '("a""b"*)'


def test_no_query_whatever_breaks_the_search(store: ContentStore) -> None:
    chance = random.Random(11)
    for query in hostile_queries(chance, 400):
        assert len(store.search(query, 20).hits) <= 20


def test_a_megabyte_is_searched_like_its_beginning(store: ContentStore) -> None:
    start = "carte nationale "
    assert found(store, start + "x" * 1_000_000, 3) == found(store, start + "x" * 400, 3) != []


def test_new_spellings_need_no_code(tmp_path: Path) -> None:
    def change(folder: Folder) -> None:
        folder["pavilions/k9.yaml"]["name"] = {"ar": "شُرْطَةُ الْخَيَّالَةِ", "fr": "Sûreté à cheval", "en": "Horses"}
        folder["synonyms.yaml"] = {"fillers": ["the"], "synonyms": {"pavilion:k9": ["laoud"]}}

    build(write(tmp_path / "sources", change), tmp_path / "content.db")
    with ContentStore.open(tmp_path / "content.db") as small:
        for query in ("شُرْطَه", "خيا", "SURETE", "chev", "the horse", "laoud", "laod", "خيالة cheval"):
            assert found(small, query)[0] == "pavilion:k9", query
    assert check(tmp_path / "content.db") == []


@pytest.mark.parametrize(
    ("synonyms", "said"),
    [
        ({"fillers": [], "synonyms": {"service:none": ["x"]}}, "cannot be found"),
        ({"fillers": [], "synonyms": {"document:photos4": ["x"]}}, "cannot be found"),
        ({"fillers": [], "synonyms": {"service:cnie": ["?!"]}}, "no letter or figure"),
        ({"fillers": [], "synonyms": {"service:cnie": ["lacarte", "lacarte"]}}, "there twice"),
        ({"fillers": ["à"], "synonyms": {}}, "is searched as 'a'"),
        ({"fillers": [], "synonyms": {"service:cnie": []}}, "is empty"),
    ],
)
def test_a_useless_synonym_is_found_by_the_check(tmp_path: Path, synonyms: dict[str, Any], said: str) -> None:
    findings = check(write(tmp_path / "sources", lambda folder: folder.update({"synonyms.yaml": synonyms})))
    assert [(finding.file, said in finding.message) for finding in findings] == [("synonyms.yaml", True)]


def test_the_command_answers_in_a_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "البطاقة الوطنية", "--lang", "fr", "--limit", "2", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["hits"][0]["item"] == "service:cnie"
    assert answer["hits"][0]["name"] == "Carte nationale d’identité électronique"
    assert len(answer["hits"]) == 2


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["zzzzqqq"], 0, "nothing found"),
        (["carte", "--lang", "xx"], 2, "'xx'"),
        (["carte", "--content", "none.db"], 4, "no content database"),
        (["--", "-x OR *"], 0, ""),
    ],
)
def test_the_command_says_what_is_wrong(capsys: pytest.CaptureFixture[str], arguments: list[str], status: int, said: str) -> None:
    assert main(["search", *arguments]) == status
    captured = capsys.readouterr()
    assert said in captured.out + captured.err
