"""What people write is answered: people in danger at once, ordinary questions by the right item, in each way of writing.

The queries were written from situations, by people who saw neither our titles nor our sayings: `everyday.yaml`, what answers each
of its situations in `expected.yaml`; `crisis.yaml`; and `near_crisis.yaml`, which only resembles it. The sayings have since learnt
from these, which guard what is reached; `apart/` was never taught, and `python -m tests.helpers.folds` leaves out what was.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from kiosk.config import ROOT
from kiosk.content.store import ContentStore
from kiosk.domain.search import SearchResult

FOLDER = Path(__file__).parent
GROUPS = ("ar", "darija_ar", "darija_lat", "fr", "en")
BESIDE_A_DANGER = {
    "accident_injured", "violence_women", "online_blackmail", "missing_child_alert", "lost_child_point", "first_aid", "theft_phone",
    "theft_bag", "theft_motorbike", "tourist_passport_lost", "cnie_stolen",
}  # fmt: skip
"""Situations beside which the numbers are no fault."""


def read(name: str) -> Any:
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))


Ask = Callable[[str], SearchResult]


@pytest.fixture(scope="module")
def ask() -> Iterator[Ask]:
    """What is shown to whoever types something."""
    with ContentStore.open(ROOT / "content.db") as opened:
        yield cache(lambda text: opened.search(text, 3))


TAUGHT = ("", *(pytest.param(folder, marks=pytest.mark.by_hand) for folder in ("unseen/", "later/")))
"""Three sets, of other writers each, that sayings and sentences of dangers were taken from: they show what must stay."""
APART = "apart/"
HALL, MARKET, STREET = "hall/", "market/", "street/"
"""Sets of yet other writers, which nothing was learnt from: they show what strangers get."""
CRISES = {
    one["id"]: one for one in yaml.safe_load((ROOT / "assets" / "content" / "crisis.yaml").read_text(encoding="utf-8"))["crises"]
}


def crisis_of(found: SearchResult) -> str:
    """The danger that takes the screen; empty for none."""
    return found.crisis.crisis if found.crisis else ""


def screen_of(crisis: str) -> tuple[object, ...]:
    """What is shown of a danger: its numbers and its page."""
    one = CRISES.get(crisis, {"numbers": []})
    return (*one["numbers"], one.get("page"))


def right_screen(query: dict[str, Any], found: SearchResult) -> bool:
    """Whether the danger that is told of takes the screen, or one that is as honest for the same words."""
    return bool(crisis_of(found)) and screen_of(crisis_of(found)) in map(screen_of, (query["crisis"], *query.get("also", ())))


def shares(queries: list[dict[str, str]], right: Callable[[dict[str, str]], bool]) -> tuple[dict[str, float], list[dict[str, str]]]:
    """By group the share that is right, and what is not."""
    told, missed = defaultdict(list), []
    for query in queries:
        told[query["group"]].append(right(query))
        if not told[query["group"]][-1]:
            missed.append(query)
    return {group: sum(told[group]) / len(told[group]) for group in GROUPS}, missed


@pytest.mark.parametrize("folder", TAUGHT)
def test_people_in_danger_are_heard(ask: Ask, folder: str) -> None:
    queries = read(f"{folder}crisis")
    wrong = [query for query in queries if not right_screen(query, ask(query["text"]))]
    assert wrong == []


@pytest.mark.parametrize("folder", TAUGHT)
def test_words_that_resemble_a_danger_raise_no_alarm(ask: Ask, folder: str) -> None:
    assert [query["text"] for query in read(f"{folder}near_crisis") if crisis_of(ask(query["text"]))] == []


@pytest.mark.parametrize(
    ("folder", "certain", "shown"), [(APART, 0.94, 0.98), (HALL, 0.96, 0.98), (MARKET, 0.94, 0.97), (STREET, 0.90, 0.95)]
)
def test_strangers_in_danger_are_heard_and_offered_help(ask: Ask, folder: str, certain: float, shown: float) -> None:
    """The aims are all, and no alarm for what only resembles a danger."""
    queries = read(f"{folder}crisis")
    heard, missed = shares(queries, lambda query: crisis_of(ask(query["text"])) != "")
    assert min(heard.values()) >= certain, (heard, missed)
    offered, missed = shares(queries, lambda query: bool(ask(query["text"]).crisis or ask(query["text"]).maybe))
    assert min(offered.values()) >= shown, (offered, missed)
    near = read(f"{folder}near_crisis")
    alarmed = [query["text"] for query in near if crisis_of(ask(query["text"]))]
    assert len(alarmed) <= len(near) * 0.02, alarmed


@pytest.mark.parametrize("folder", [HALL, MARKET])
def test_what_is_none_of_the_police_finds_no_page_of_theirs(ask: Ask, folder: str) -> None:
    """The aim is all; where there are no words at all, nothing is found either."""
    queries = [query for query in read(f"{folder}elsewhere") if query["of"] in {"office", "subject", "talk"}]
    wrong = [query["text"] for query in queries if ask(query["text"]).hits]
    assert len(wrong) <= len(queries) * 0.08, wrong
    alarmed = [query["text"] for query in read(f"{folder}elsewhere") if crisis_of(ask(query["text"]))]
    assert alarmed == []


@pytest.mark.parametrize("folder", TAUGHT)
def test_ordinary_questions_raise_no_alarm(ask: Ask, folder: str) -> None:
    queries = [query for query in read(f"{folder}everyday") if query["situation"] not in BESIDE_A_DANGER]
    assert [query["text"] for query in queries if crisis_of(ask(query["text"]))] == []


@pytest.mark.parametrize(("folder", "first", "three"), [("", 0.97, 0.98), (APART, 0.91, 0.97)], ids=["taught", "apart"])
def test_ordinary_questions_are_answered(ask: Ask, folder: str, first: float, three: float) -> None:
    """The aims are 0.92 and 0.98 in each group."""
    queries, expected = read(f"{folder}everyday"), read(f"{folder}expected")
    for number, at_least in ((1, first), (3, three)):

        def among(query: dict[str, str], number: int = number) -> bool:
            found = [hit.card.identifier for hit in ask(query["text"]).hits[:number]]
            return any(fnmatch(item, good) for item in found for good in expected[query["situation"]])

        right, missed = shares(queries, among)
        assert min(right.values()) >= at_least, (number, right, missed)
