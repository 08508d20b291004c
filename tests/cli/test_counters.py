"""`kiosk counters`: tables and a picture without a small figure, in every language."""

import csv
import json
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import pytest

from kiosk.cli import main
from kiosk.config import ROOT
from kiosk.content.store import ContentStore
from kiosk.counters.counter_file import NAME, CounterFile
from kiosk.domain.counters import Bucket, Counted, hour_of

NOW = datetime.now(ZoneInfo("Africa/Casablanca"))
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """The settings of a kiosk that has counted a few things of every kind."""
    path = tmp_path / "kiosk.toml"
    path.write_text(f'name = "hall-1"\nstate = "{tmp_path / "state"}"\ncontent = "{ROOT / "content.db"}"\n', encoding="utf-8")
    subjects = {
        Counted.VISIT: ("",),
        Counted.ITEM: ("pavilion:k9", "service:cnie", "guide:cnie", "service:gone"),
        Counted.LISTENED: ("pavilion:k9",),
        Counted.TAKEN: ("checklist", "print"),
        Counted.ABANDONED: ("guide:cnie/age", "guide:cnie/start", "guide:cnie/summary", "guide:gone/age"),
        Counted.OPINION: ("1", "5"),
    }
    file = CounterFile(tmp_path / "state" / NAME, 90, 5)
    counts = {
        Bucket(c, hour_of(NOW), "whole", tag, s): 8
        for c, all_of_one in subjects.items()
        for s in all_of_one
        for tag in ("ar", "fr")
    }
    counts[Bucket(Counted.ITEM, hour_of(NOW), "whole", "fr", "pavilion:mounted")] = 2
    counts[Bucket(Counted.SEARCH_FAILED, hour_of(NOW), "whole", "fr")] = 4
    file.add(counts, [frozenset({"lune"})] * 6, NOW.date())
    file.close()
    return path


def test_a_report_has_names_in_every_language_and_no_small_figure(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["counters", "show", "--config", str(config), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert all(figure["number"] >= 5 for figure in told["figures"])
    assert sum(figure["number"] for figure in told["figures"] if figure["counted"] == "item") == 66
    assert "pavilion:mounted" not in {figure["subject"] for figure in told["figures"]}
    assert (told["hidden"], told["words"], told["least"]) == (["search_failed"], {"lune": 6}, 5)
    with ContentStore.open(ROOT / "content.db") as store:
        name = store.card("pavilion:k9").name
    k9 = next(figure for figure in told["figures"] if figure["subject"] == "pavilion:k9")
    assert k9["names"] == {tag: name.in_language(tag) for tag in ("ar", "fr", "en")}


def test_people_are_told_what_was_counted(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["counters", "show", "--config", str(config), "--lang", "fr"]) == 0
    told = capsys.readouterr().out
    assert "Police cynotechnique" in told and "service:gone" in told and "guide:gone/age" in told
    assert "search_failed: fewer than 5" in told and "lune" in told


def test_tables_open_in_a_spreadsheet(config: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["counters", "export", "--config", str(config), "--out", str(tmp_path / "out"), "--csv", "--json"]) == 0
    assert {Path(name).name for name in json.loads(capsys.readouterr().out)["files"]} == {"counters.csv", "words.csv"}
    assert (tmp_path / "out" / "counters.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with (tmp_path / "out" / "counters.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {"name_ar", "name_fr", "name_en", "day", "hour"} <= rows[0].keys()
    assert all(int(row["number"]) >= 5 and len(row["hour"]) in {0, 2} for row in rows)


@pytest.mark.parametrize(("tag", "direction", "name"), [("ar", "rtl", "الشرطة السينوتقنية"), ("fr", "ltr", "Police cynotechnique")])
def test_the_picture_shows_hours_and_items(
    config: Path, tmp_path: Path, tag: str, direction: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["counters", "export", "--config", str(config), "--out", str(tmp_path), "--svg", "--lang", tag]) == 0
    assert not (tmp_path / "counters.csv").exists()
    root = ET.parse(tmp_path / "counters.svg").getroot()
    texts = [text.text for text in root.iter(f"{SVG}text")]
    assert root.get("direction") == direction
    assert {"hall-1", name, "16", f"{NOW:%H}:00"} <= set(texts)


def test_a_kiosk_that_has_counted_nothing_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = tmp_path / "kiosk.toml"
    config.write_text(f'state = "{tmp_path}"\n', encoding="utf-8")
    assert main(["counters", "show", "--config", str(config)]) == 0
    assert "nothing has been counted yet" in capsys.readouterr().out
    assert main(["counters", "export", "--config", str(config), "--out", str(tmp_path / "out")]) == 0
    assert "لم يحسب شيء بعد" in (tmp_path / "out" / "counters.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "status", "what"),
    [(["--out", "/proc/nowhere"], 14, "name a folder that is yours"), (["--out", "x", "--lang", "xx"], 2, "written in ar, fr, en")],
)
def test_what_is_wrong_is_told_with_its_mend(
    config: Path, arguments: list[str], status: int, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["counters", "export", "--config", str(config), *arguments]) == status
    assert what in capsys.readouterr().err
