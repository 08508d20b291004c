"""What people write is answered: people in danger at once, ordinary questions by the right item, in each way of writing.

The queries were written from situations, by people who saw neither our titles nor our sayings: `everyday.yaml`, what answers each
of its situations in `expected.yaml`; `crisis.yaml`; and `near_crisis.yaml`, which only resembles it. The sayings have since learnt
from the everyday ones, which guard what is reached; how unseen queries are answered, `python -m tests.helpers.folds` tells.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from fnmatch import fnmatch
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml

from kiosk.config import ROOT
from kiosk.content.store import ContentStore

FOLDER = Path(__file__).parent
GROUPS = ("ar", "darija_ar", "darija_lat", "fr", "en")
BESIDE_A_DANGER = {
    "accident_injured", "violence_women", "online_blackmail", "missing_child_alert", "lost_child_point", "first_aid", "theft_phone",
    "theft_bag", "theft_motorbike", "tourist_passport_lost", "cnie_stolen",
}  # fmt: skip
"""Situations beside which the numbers are no fault."""


def read(name: str) -> Any:
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def store() -> Iterator[ContentStore]:
    with ContentStore.open(ROOT / "content.db") as opened:
        yield opened


FOLDERS = ("", "unseen/", "later/")
"""Three sets, of other writers each. The dangers' sentences hold all of their cries and look-alikes: they show what must stay."""
CRISES = {
    one["id"]: one for one in yaml.safe_load((ROOT / "assets" / "content" / "crisis.yaml").read_text(encoding="utf-8"))["crises"]
}


def crisis_of(store: ContentStore, query: str) -> str:
    """The danger that takes the screen; empty for none."""
    crisis = store.search(query, 1).crisis
    return crisis.crisis if crisis else ""


def screen_of(crisis: str) -> tuple[object, ...]:
    """What is shown of a danger: its numbers and its page."""
    one = CRISES.get(crisis, {"numbers": []})
    return (*one["numbers"], one.get("page"))


def shares(queries: list[dict[str, str]], right: Callable[[dict[str, str]], bool]) -> tuple[dict[str, float], list[dict[str, str]]]:
    """By group the share that is right, and what is not."""
    told, missed = defaultdict(list), []
    for query in queries:
        told[query["group"]].append(right(query))
        if not told[query["group"]][-1]:
            missed.append(query)
    return {group: sum(told[group]) / len(told[group]) for group in GROUPS}, missed


@pytest.mark.parametrize("folder", FOLDERS)
def test_people_in_danger_are_heard(store: ContentStore, folder: str) -> None:
    queries = read(f"{folder}crisis")
    heard, missed = shares(queries, lambda query: crisis_of(store, query["text"]) != "")
    assert min(heard.values()) >= CRISIS_HEARD, (heard, missed)
    _, other = shares(queries, lambda query: screen_of(crisis_of(store, query["text"])) == screen_of(query["crisis"]))
    assert len(other) <= len(queries) * CRISIS_OTHER, other


@pytest.mark.parametrize("folder", FOLDERS)
def test_words_that_resemble_a_danger_raise_no_alarm(store: ContentStore, folder: str) -> None:
    alarmed = [query["text"] for query in read(f"{folder}near_crisis") if crisis_of(store, query["text"])]
    assert len(alarmed) <= MOST_ALARMED, alarmed


def test_people_written_later_are_answered(store: ContentStore) -> None:
    """Queries of somebody else, written when the search was finished: what is reached; the aims are 0.92 and 0.98."""
    queries, expected = read("later/everyday"), read("expected")
    found = {query["text"]: [hit.card.identifier for hit in store.search(query["text"], 3).hits] for query in queries}
    for first, at_least in ((1, 0.9), (3, 0.95)):
        right, _ = shares(queries, partial(answered, found, expected, first))
        assert min(right.values()) >= at_least, (first, right)


def answered(found: dict[str, list[str]], expected: dict[str, list[str]], first: int, query: dict[str, str]) -> bool:
    return any(fnmatch(item, good) for item in found[query["text"]][:first] for good in expected[query["situation"]])


def test_ordinary_questions_raise_no_alarm(store: ContentStore) -> None:
    queries = [query for query in read("everyday") if query["situation"] not in BESIDE_A_DANGER]
    alarmed = [query["text"] for query in queries if crisis_of(store, query["text"])]
    assert len(alarmed) <= MOST_ALARMED, alarmed


def test_ordinary_questions_are_answered(store: ContentStore) -> None:
    queries, expected = read("everyday"), read("expected")
    assert len(queries) >= 800
    found = {query["text"]: [hit.card.identifier for hit in store.search(query["text"], 3).hits] for query in queries}

    def among(query: dict[str, str], first: int) -> bool:
        return any(fnmatch(item, good) for item in found[query["text"]][:first] for good in expected[query["situation"]])

    first, missed = shares(queries, lambda query: among(query, 1))
    three, _ = shares(queries, lambda query: among(query, 3))
    assert all(first[group] >= FIRST_AT_LEAST[group] and three[group] >= THREE_AT_LEAST[group] for group in GROUPS), (
        first,
        three,
        missed,
    )


CRISIS_HEARD = 0.98
CRISIS_OTHER = 0.03
MOST_ALARMED = 2
FIRST_AT_LEAST = dict(zip(GROUPS, (0.82, 0.74, 0.78, 0.8, 0.8), strict=True))
THREE_AT_LEAST = dict(zip(GROUPS, (0.88, 0.88, 0.86, 0.9, 0.9), strict=True))
"""What is reached today; the aim is 0.92 and 0.98 in each group."""
