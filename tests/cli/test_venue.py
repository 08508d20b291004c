"""`kiosk venue`: the plan is looked at before visitors follow it."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kiosk.cli import main
from kiosk.config import ROOT
from kiosk.content.store import ContentStore
from kiosk.errors import ContentError
from tests.helpers.sources import committed

SOURCES = ROOT / "assets" / "content"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    return committed(tmp_path / "sources")


def test_our_own_plan_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["venue", "check", str(ROOT / "content.db"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_fault_is_told_with_its_line_and_mend(sources: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = (SOURCES / "venue.yaml").read_text(encoding="utf-8")
    (sources / "venue.yaml").write_text(plan.replace("at: [24, 61]", "at: [300, 61]"), encoding="utf-8")
    assert main(["venue", "check", str(sources), "--json"]) == ContentError.exit_status
    (told,) = [fault for fault in json.loads(capsys.readouterr().out) if fault["field"] == "spot:kiosk_a at"]
    assert (told["file"], told["message"]) == ("venue.yaml", "lies outside the venue")
    assert told["mend"] and told["line"]


@pytest.mark.parametrize("named", ["none", "empty.db", "folder"])
def test_what_holds_no_plan_is_never_called_sound(tmp_path: Path, capsys: pytest.CaptureFixture[str], named: str) -> None:
    (tmp_path / "empty.db").touch()
    (tmp_path / "folder").mkdir()
    assert main(["venue", "check", str(tmp_path / named), "--json"]) == ContentError.exit_status
    assert json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("tag", ["ar", "fr", "en"])
def test_every_spot_is_drawn_with_its_name(tmp_path: Path, tag: str) -> None:
    out = tmp_path / "plan.svg"
    assert main(["venue", "draw", "--out", str(out), "--lang", tag, "--facing", "90"]) == 0
    texts = {element.text for element in ET.parse(out).iter() if element.text}
    with ContentStore.open(ROOT / "content.db") as store:
        venue = store.venue()
    assert venue is not None
    assert {spot.name.in_language(tag) for spot in venue.spots} <= texts
    assert {spot.identifier for spot in venue.spots} <= texts
