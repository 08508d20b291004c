"""What people write is answered: people in danger at once, ordinary questions by the right item, in each way of writing.

The queries were written from situations, by people who saw neither our titles nor our sayings: `everyday.yaml`, what answers each
of its situations in `expected.yaml`; `crisis.yaml`; and `near_crisis.yaml`, which only resembles it. The sayings have since learnt
from these, which guard what is reached; `apart/` was never taught, and `python -m tests.helpers.folds` leaves out what was.
"""

from collections.abc import Callable
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml

from kiosk.config import ROOT
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


def by_hand(folder: str) -> Any:
    return pytest.param(folder, marks=pytest.mark.by_hand)


TAUGHT = ("", *map(by_hand, ("unseen/", "later/")))
"""Three sets, of other writers each, that sayings and sentences of dangers were taken from: they show what must stay."""
APART, HALL, MARKET, STREET, STATION = "apart/", "hall/", "market/", "street/", "station/"
"""Sets of yet other writers, which nothing was learnt from: they show what strangers get."""
MUST_NOT_BE_LOST = """
"*:cnie*": [carte nationale, بغيت نصاوب لاكارط, bghit njdded lacarte, renew my id card, تجديد البطاقة الوطنية]
"*:fiche*": [السوابق العدلية, police clearance certificate, خاصني السوابق باش نخدم]
"*:res*": [carte de séjour, شهادة السكنى, residence card, certificat de résidence]
"*:fines*": [payer une amende, بغيت نخلص المخالفة, pay a radar fine]
"*:theft*": [on m'a volé mon téléphone hier, تسرق ليا التيليفون فين ندير شكاية, my bag was stolen yesterday]
"*:recruitment*": [devenir policier, بغيت نولي بوليسي, how to join the police, شروط الالتحاق بالشرطة]
"emergency:police": [رقم الشرطة, numéro de la police, police number, nmra dyal lboulis]
"practical:toilets": [où sont les toilettes, فين الطواليط, fin toilettes, where are the toilets]
"practical:exits": [la sortie, where is the exit, فين الخروج]
"*:k9*": [les chiens policiers, فين الكلاب ديال البوليس, police dogs]
"""


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


@pytest.mark.parametrize("folder", TAUGHT)
def test_people_in_danger_are_heard(ask: Ask, folder: str) -> None:
    queries = read(f"{folder}crisis")
    wrong = [query for query in queries if not right_screen(query, ask(query["text"]))]
    assert wrong == []


@pytest.mark.parametrize("folder", TAUGHT)
def test_words_that_resemble_a_danger_raise_no_alarm(ask: Ask, folder: str) -> None:
    alarmed = [query["text"] for query in read(f"{folder}near_crisis") if crisis_of(ask(query["text"]))]
    assert len(alarmed) <= 1, alarmed


@pytest.mark.parametrize("folder", [*map(by_hand, (APART, HALL)), MARKET, STREET, STATION])
def test_strangers_in_danger_are_heard_and_offered_help(ask: Ask, folder: str) -> None:
    """The aims are all, and no alarm for what only resembles a danger; a set is asked as a whole, for a group has few queries."""
    queries, near = read(f"{folder}crisis"), read(f"{folder}near_crisis")
    unheard = [query["text"] for query in queries if not crisis_of(ask(query["text"]))]
    unhelped = [text for text in unheard if not (ask(text).crisis or ask(text).maybe)]
    alarmed = [query["text"] for query in near if crisis_of(ask(query["text"]))]
    assert len(unheard) <= len(queries) * 0.06, unheard
    assert len(unhelped) <= len(queries) * 0.02, unhelped
    assert len(alarmed) <= len(near) * 0.03, alarmed


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


@pytest.mark.parametrize("folder", [by_hand(""), APART, STATION])
def test_ordinary_questions_are_answered(ask: Ask, folder: str) -> None:
    """The aims, in each group; one query may be lost beside, so that none of few decides."""
    queries, expected = read(f"{folder}everyday"), read(f"{folder}expected")
    for number, at_least in ((1, 0.92), (3, 0.98)):

        def among(query: dict[str, str], number: int = number) -> bool:
            found = [hit.card.identifier for hit in ask(query["text"]).hits[:number]]
            return any(fnmatch(item, good) for item in found for good in expected[query["situation"]])

        told = {group: [query for query in queries if query["group"] == group] for group in GROUPS}
        missed = {group: [query["text"] for query in told[group] if not among(query)] for group in GROUPS}
        short = {group: texts for group, texts in missed.items() if len(texts) > len(told[group]) * (1 - at_least) + 1}
        assert short == {}, number


@pytest.mark.parametrize(("item", "wishes"), yaml.safe_load(MUST_NOT_BE_LOST).items())
def test_what_most_visitors_ask_leads_to_its_page(ask: Ask, item: str, wishes: list[str]) -> None:
    answers = {wish: [hit.card.identifier for hit in ask(wish).hits[:1]] for wish in wishes}
    assert {wish: found for wish, found in answers.items() if not found or not fnmatch(found[0], item)} == {}
