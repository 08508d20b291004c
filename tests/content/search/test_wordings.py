"""Sayings, practical things and dangers: what the check says of them, and what is found and shown by them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.content.build import build
from kiosk.content.checking.check import check
from kiosk.content.store import ContentStore
from tests.helpers.sources import Folder, write

FIRE = {"id": "fire", "numbers": ["police"], "page": "service:cnie", "words": {"en": ["ablaze"]}}
SAID = {"fr": [f"une phrase du numéro {number}" for number in range(20)]}


def crisis(**changes: Any) -> dict[str, Any]:
    return {"crises": [FIRE | changes]}


@pytest.mark.parametrize(
    ("file", "content", "field", "said"),
    [
        ("sayings/a.yaml", {"service:none": SAID}, "service:none", "cannot be found"),
        ("sayings/a.yaml", {"document:photos4": SAID}, "document:photos4", "cannot be found"),
        ("sayings/a.yaml", {"service:cnie": {"fr": ["!?", *SAID["fr"]]}}, "'!?'", "no letter or figure"),
        ("sayings/a.yaml", {"service:cnie": {"fr": ["Ma Carte", "ma carte", *SAID["fr"]]}}, "fr", "there twice"),
        ("sayings/a.yaml", {"service:cnie": SAID, "pavilion:k9": SAID}, "numéro", "is a saying of"),
        ("sayings/a.yaml", {"service:cnie": {"de": ["karte"]}}, "de", ""),
        ("sayings/a.yaml", {"service:cnie": {"fr": ["ma carte"]}}, "service:cnie", "has 1 saying"),
        ("elsewhere/a.yaml", {"weather": {"fr": ["?!"]}}, "'?!'", "no letter or figure"),
        ("elsewhere/a.yaml", {"weather": {"de": ["wetter"]}}, "weather", ""),
        ("crisis.yaml", crisis(numbers=["none"]), "numbers", "'emergency:none', which does not exist"),
        ("crisis.yaml", crisis(page="service:none"), "page", "'service:none', which does not exist"),
        ("crisis.yaml", crisis(words={}), "words", "nothing tells of this danger"),
        ("crisis.yaml", crisis(words={"en": ["ablaze"]}, numbers=[]), "numbers", "is empty"),
        ("dangers/none.yaml", {"fr": ["on me suit"]}, "file", "no danger of crisis.yaml"),
        ("dangers/ordinary.yaml", {"de": ["karte"]}, "de", ""),
        ("practical.yaml", {"practical": [{"id": "wifi"}]}, "practical.0", "is missing"),
    ],
)
def test_useless_words_are_found_by_the_check(tmp_path: Path, file: str, content: dict[str, Any], field: str, said: str) -> None:
    findings = check(write(tmp_path / "sources", lambda folder: folder.update({file: content})))
    assert findings and {finding.file for finding in findings} == {file}
    assert any(field in finding.field and said in finding.message for finding in findings), findings


def test_an_item_has_its_sayings_in_one_file(tmp_path: Path) -> None:
    two = {"sayings/a.yaml": {"service:cnie": SAID}, "sayings/b.yaml": {"service:cnie": {"en": ["my card"]}}}
    finding, *_ = check(write(tmp_path / "sources", lambda folder: folder.update(two)))
    assert (finding.file, finding.field) == ("sayings/b.yaml", "service:cnie")
    assert "sayings/a.yaml" in finding.message


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ContentStore]:
    def change(folder: Folder) -> None:
        folder["sayings/all.yaml"] = {
            "service:cnie": {
                "ary-Latn": ["bghit nsawb lakart", "lakart tsalat"],
                "ary-Arab": ["بغيت نصاوب لاكارط"],
                "en": ["my papers"],
            },
            "pavilion:k9": {"ary-Latn": ["fin lklab"], "ary-Arab": ["فين الكلاب"], "en": ["where are the dogs"]},
            "practical:wifi": {
                "ary-Latn": ["code dyal wifi"],
                "ary-Arab": ["الكود ديال الويفي"],
                "en": ["password of the network"],
            },
        }
        folder["elsewhere/all.yaml"] = {
            "weather": {"en": ["will it rain tomorrow", "weather forecast"], "fr": ["météo de demain", "il va pleuvoir"]},
            "cars": {"en": ["registration of a car"], "ary-Latn": ["lakart griz dyal tomobil"], "fr": ["carte grise"]},
        }
        folder["crisis.yaml"] = {
            "crises": [
                FIRE | {"together": [{"way": "ary-Latn", "of": [["rajli", "baba"], ["drebni"]]}], "unless": {"ary-Latn": ["lberd"]}}
            ],
            "ordinary": {"en": ["ablaze with colour"]},
        }
        folder["dangers/fire.yaml"] = {
            "en": ["the house is ablaze", "our house burns now"],
            "fr": ["la maison brûle", "il y a des flammes partout", "notre cuisine brûle"],
        }
        folder["dangers/ordinary.yaml"] = {
            "ary-Latn": ["drebni lberd", "lberd bzaf"],
            "en": ["my papers are old", "all my papers"],
            "fr": ["une brûlure de café", "la maison de ma mère", "notre cuisine est sale"],
        }

    build(write(tmp_path / "sources", change), tmp_path / "content.db")
    with ContentStore.open(tmp_path / "content.db") as opened:
        yield opened


@pytest.mark.parametrize(
    ("query", "item"),
    [
        ("bghit lkart", "service:cnie"),
        ("لاكارط سالات", "service:cnie"),
        ("فين هما لكلاب", "pavilion:k9"),
        ("which dog is where", "pavilion:k9"),
        ("l3onwan dyal network", "practical:wifi"),
        ("wireless", "practical:wifi"),
    ],
)
def test_an_item_is_found_by_what_people_say_in_any_script(store: ContentStore, query: str, item: str) -> None:
    assert store.search(query, 3).hits[0].card.identifier == item


@pytest.mark.parametrize("query", ["ablaze", "the house is ablaze now", "rajli kaydrebni", "baba drebni"])
def test_who_is_in_danger_is_shown_help_before_anything_else(store: ContentStore, query: str) -> None:
    crisis = store.search(query, 3).crisis
    assert crisis is not None
    assert crisis.crisis == "fire"
    assert [card.identifier for card in crisis.numbers] == ["emergency:police"]
    assert crisis.page is not None and crisis.page.identifier == "service:cnie"


@pytest.mark.parametrize(("query", "crisis"), [("carte grise brûle", "fire"), ("carte grise", ""), ("météo de demain", "")])
def test_danger_is_asked_before_what_is_none_of_the_police_is_believed(store: ContentStore, query: str, crisis: str) -> None:
    found = store.search(query, 3)
    assert (found.crisis.crisis if found.crisis else "") == crisis
    assert bool(found.elsewhere) != bool(found.hits)


@pytest.mark.parametrize("query", ["my papers", "drebni", "rajli drebni lberd", "ablaze with colours", "lakart", "wifi"])
def test_ordinary_words_raise_no_alarm(store: ContentStore, query: str) -> None:
    crisis = store.search(query, 3).crisis
    assert crisis is None or crisis.crisis == ""


def test_who_may_be_in_danger_is_shown_numbers_above_what_is_found(store: ContentStore) -> None:
    result = store.search("where are the dogs in the house", 3)
    assert result.crisis is None and result.maybe is not None and result.hits
    assert [card.identifier for card in result.maybe.numbers] == ["emergency:police"]


@pytest.mark.parametrize("query", ["weather forecast tomorrow", "météo demain", "carte grise"])
def test_what_is_none_of_the_police_finds_nothing_of_theirs(store: ContentStore, query: str) -> None:
    result = store.search(query, 3)
    assert result.hits == () and result.crisis is None
    assert [card.identifier for card in result.elsewhere] == ["service:cnie"]


@pytest.mark.parametrize("query", ["bghit nsawb lakart", "code dyal wifi tomorrow"])
def test_what_is_ours_is_not_said_to_be_elsewhere(store: ContentStore, query: str) -> None:
    result = store.search(query, 3)
    assert result.hits and result.elsewhere == ()


def test_where_nothing_is_found_the_police_are_offered(store: ContentStore) -> None:
    result = store.search("zzzzqqq", 3)
    assert result.hits == () and result.crisis is not None
    assert (result.crisis.crisis, [card.identifier for card in result.crisis.numbers]) == ("", ["emergency:police"])


def test_the_same_sayings_give_the_same_bytes(tmp_path: Path) -> None:
    def change(folder: Folder) -> None:
        folder["sayings/all.yaml"] = {"service:cnie": SAID, "pavilion:k9": {"en": ["where are the dogs"]}}

    for name in ("first.db", "second.db"):
        build(write(tmp_path / name.partition(".")[0], change), tmp_path / name)
    assert (tmp_path / "first.db").read_bytes() == (tmp_path / "second.db").read_bytes()


@pytest.mark.parametrize(
    ("query", "crisis"), [("des flammes dans la cuisine qui brûle", "fire"), ("la cuisine de la maison de ma mère", "")]
)
def test_a_danger_is_heard_in_words_like_those_of_others(store: ContentStore, query: str, crisis: str) -> None:
    answer = store.search(query, 3).crisis
    assert (answer.crisis if answer else "") == crisis
