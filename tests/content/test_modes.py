"""Content modes and their timetable: written, checked, built, read back."""

from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from kiosk.content.build import build
from kiosk.content.checking.check import check
from kiosk.content.store import ContentStore
from kiosk.domain.mode_resolver import DatedRule, WeeklyRule
from tests.helpers.sources import Folder, fact, mode, words, write

WHOLE = "modes/whole.yaml"
RULE = {"id": "a", "mode": "closed", "weekdays": ["monday", "sunday"], "start": "20:00", "end": "08:00"}
PERIOD = {"id": "b", "mode": "emergency", "first": "2026-11-24", "last": "2026-11-25"}


def rich(folder: Folder) -> None:
    folder["modes/theme.yaml"] = {**mode("theme", 9), "service": "open", "for_each": "pavilion", "home": "Page", "statements": []}
    folder[WHOLE] |= {
        "languages": ["fr"],
        "codes": ["cnie"],
        "items": ["pavilion:k9", "service:cnie"],
        "notes": [{"item": "service:cnie", "text": words("say")}],
        "questions": [
            {"id": "q", "question": words("who"), "choices": [words("a"), words("b")], "right": 2, "because": fact("why")}
        ],
    }
    folder["modes/emergency.yaml"]["places"] = [{"id": "hall", "text": words("hall door")}]
    folder["schedule.yaml"]["rules"] = [RULE, PERIOD | {"kiosks": ["k1"]}]


@pytest.fixture
def store(tmp_path: Path) -> ContentStore:
    folder = write(tmp_path / "sources", rich)
    assert check(folder) == []
    build(folder, tmp_path / "content.db")
    assert check(tmp_path / "content.db") == []
    with ContentStore.open(tmp_path / "content.db") as opened:
        yield opened


def test_what_is_written_is_read(store: ContentStore) -> None:
    modes = store.modes()
    assert list(modes) == ["whole", "closed", "emergency", "theme_k9"]
    whole = modes["whole"]
    assert whole.languages == ("fr", "ar", "en")
    assert whole.urls == frozenset({"https://www.cnie.ma"})
    assert [note is None for note in whole.notes] == [True, False]
    assert (whole.questions[0].right, len(whole.questions[0].choices)) == (1, 2)
    assert modes["theme_k9"].home_item == "pavilion:k9"
    assert modes["theme_k9"].head.card.name.in_language("fr") == "k9 fr"
    assert modes["emergency"].places["hall"].text.in_language("en") == "hall door en"


def test_a_rule_may_be_for_some_kiosks_only(store: ContentStore) -> None:
    weekly = WeeklyRule("a", "closed", frozenset({0, 6}), time(20), time(8))
    dated = DatedRule("b", "emergency", date(2026, 11, 24), date(2026, 11, 25), time(0), time(0))
    assert store.schedule("k1") == ((weekly,), (dated,))
    assert store.schedule("k2") == ((weekly,), ())


def planned(**plan: Any) -> Callable[[Folder], None]:
    place = {"id": "hall", "text": words("hall door"), **plan}
    return lambda folder: folder["modes/emergency.yaml"].update(places=[place])


def rules(*written: dict[str, Any]) -> Callable[[Folder], None]:
    return lambda folder: folder["schedule.yaml"].update(rules=list(written))


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda f: f[WHOLE].update(home="Page"), "home_item"),
        (lambda f: f[WHOLE].update(home="Page", home_item="pavilion:gone"), "pavilion:gone"),
        (lambda f: f[WHOLE].update(home="Page", home_item="audience:citizen"), "has no page"),
        (lambda f: f[WHOLE].update(home="Tiles"), "items"),
        (lambda f: f[WHOLE].update(items=["pavilion:gone"]), "pavilion:gone"),
        (lambda f: f[WHOLE].update(stage="slides"), "loop"),
        (lambda f: f[WHOLE].update(languages=["de"]), "'de'"),
        (lambda f: f[WHOLE].update(inactivity_seconds=5), "greater than or equal to 20"),
        (lambda f: f[WHOLE].update(service="closed"), "statements"),
        (lambda f: f.pop("modes/emergency.yaml"), "no mode has the service emergency"),
        (rules(RULE, RULE | {"id": "c", "mode": "whole"}), "begins together with 'a'"),
        (rules(PERIOD, PERIOD | {"id": "c", "mode": "whole", "first": "2026-11-25"}), "begins together with 'b'"),
        (rules(RULE | {"mode": "gone"}), "mode:gone"),
        (rules({"id": "a", "mode": "whole"}), "either weekdays"),
        (planned(picture="gone.png", picture_alt=words("plan")), "'gone.png' is not there"),
        (planned(picture="gone.png"), "picture and picture_alt must be written together"),
        (rules(PERIOD | {"last": "2026-11-01"}), "last comes before first"),
    ],
)
def test_what_cannot_be_shown_is_found(tmp_path: Path, change: Callable[[Folder], None], what: str) -> None:
    findings = [str(finding) for finding in check(write(tmp_path / "sources", change))]
    assert any(what in finding for finding in findings), findings


def test_a_rule_for_each_of_two_kiosks_is_no_contradiction(tmp_path: Path) -> None:
    change = rules(RULE | {"kiosks": ["k1"]}, RULE | {"id": "c", "mode": "whole", "kiosks": ["k2"]})
    assert check(write(tmp_path / "sources", change)) == []
