"""`kiosk mode`: what is in force and why, chosen and cleared from the console."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk.cli import main
from kiosk.disk.state_file import StateFile
from kiosk.domain.clock_trust import ClockFault, ClockGround
from kiosk.errors import ModeError
from kiosk.publishing.floor import FloorFiles
from kiosk.staff.choices import StaffChoices
from kiosk.staff.clock_guard import FAULT, OFFSET, PUBLISHED, SEEN


@pytest.fixture
def config(tmp_path: Path, content: Path) -> str:
    path = tmp_path / "kiosk.toml"
    path.write_text(f'content = "{content}"\nstate = "{tmp_path / "state"}"\nname = "k1"\n', encoding="utf-8")
    return str(path)


def shown(capsys: pytest.CaptureFixture[str], config: str, *more: str) -> dict:
    capsys.readouterr()
    assert main(["mode", "show", "--config", config, "--json", *more]) == 0
    return json.loads(capsys.readouterr().out)


def test_choose_show_clear(capsys, config: str) -> None:
    assert shown(capsys, config)["why"]["layer"] == "default"
    assert main(["mode", "set", "desk", "--until", "stay", "--config", config]) == 0
    row = shown(capsys, config, "--language", "fr")
    assert (row["mode"], row["why"]["layer"], row["until"]) == ("desk", "override", None)
    assert row["why_words"].startswith("Choisi par")
    assert main(["mode", "set", "emergency", "--until", "day", "--config", config]) == 0
    assert shown(capsys, config)["mode"] == "emergency"
    assert main(["mode", "clear", "--config", config]) == 0
    assert shown(capsys, config)["mode"] == "whole"


def test_an_end_of_today_is_not_in_force_tomorrow(capsys, config: str) -> None:
    assert main(["mode", "set", "desk", "--until", "day", "--config", config]) == 0
    end = shown(capsys, config)["until"]
    assert shown(capsys, config, "--at", end)["mode"] == "whole"


def test_an_emergency_stands_until_somebody_ends_it(capsys, config: str) -> None:
    assert main(["mode", "set", "emergency", "--config", config]) == 0
    assert shown(capsys, config)["until"] is None
    in_a_week = (datetime.now(UTC) + timedelta(days=7)).isoformat()
    assert shown(capsys, config, "--at", in_a_week)["mode"] == "emergency"


@pytest.mark.parametrize(("end", "told"), [((), "until somebody ends it"), (("--until", "day"), "then what is chosen counts")])
def test_what_is_chosen_under_an_emergency_is_told_as_not_shown(capsys, config: str, end: tuple[str, ...], told: str) -> None:
    assert main(["mode", "set", "desk", "--until", "stay", "--config", config, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"mode": "desk", "until": None, "shown": True, "note": ""}
    assert main(["mode", "set", "emergency", *end, "--config", config]) == 0
    assert "stands" not in capsys.readouterr().out
    assert main(["mode", "set", "desk", "--config", config]) == 0
    said = capsys.readouterr().out
    assert "an emergency stands" in said
    assert "`kiosk mode clear` ends it" in said
    assert told in said
    assert main(["mode", "set", "desk", "--config", config, "--json"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert (row["shown"], row["note"] in said) == (False, True)
    assert shown(capsys, config)["mode"] == "emergency"


@pytest.mark.parametrize(
    ("arguments", "mend"),
    [
        (["set", "nothing"], "choose one of whole, desk"),
        (["set", "desk", "--until", "25:00"], "next, day, stay, or a time"),
        (["clear"], "kiosk mode set MODE"),
    ],
)
def test_what_cannot_be_done_comes_with_its_mend(capsys, config: str, arguments: list[str], mend: str) -> None:
    assert main(["mode", *arguments, "--config", config]) == ModeError.exit_status
    assert mend in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--at", "noon"], ["--language", "de"]])
def test_what_is_not_written_right_is_said(capsys, config: str, arguments: list[str]) -> None:
    assert main(["mode", "show", "--config", config, *arguments]) == 2


def test_the_list_names_every_mode(capsys, config: str) -> None:
    assert main(["mode", "list", "--config", config, "--json"]) == 0
    assert {"whole", "closed", "emergency", "pavilion_k9"} <= {row["mode"] for row in json.loads(capsys.readouterr().out)}


TOMORROW = (datetime.now(UTC) + timedelta(days=1)).isoformat()
BEFORE = (datetime.now(UTC) - timedelta(days=3)).isoformat()


@pytest.mark.parametrize(
    ("remembered", "synchronised", "why"),
    [
        ({}, False, ClockGround.PLAUSIBLE),
        ({}, True, ClockGround.SYNCHRONISED),
        ({OFFSET: "60"}, False, ClockGround.STAFF),
        ({SEEN: TOMORROW}, False, ClockFault.BEFORE_LAST),
        ({SEEN: TOMORROW}, True, ClockGround.SYNCHRONISED),
        ({SEEN: TOMORROW, PUBLISHED: BEFORE}, False, ClockGround.CONFIRMED),
        ({FAULT: ClockFault.JUMPED}, False, ClockFault.JUMPED),
    ],
)
def test_what_is_believed_of_the_clock_is_told_with_its_reason(
    monkeypatch, capsys, config: str, tmp_path: Path, remembered: Mapping[str, str], synchronised: bool, why: str
) -> None:
    monkeypatch.setattr("kiosk.cli.mode.is_synchronised", lambda: synchronised)
    file = StateFile(tmp_path / "state" / "state.db")
    for key, value in remembered.items():
        StaffChoices(file).remember(key, value)
    file.close()
    if PUBLISHED in remembered:
        FloorFiles(tmp_path / "state").set_time(datetime.now(UTC) - timedelta(hours=1))
    clock = shown(capsys, config)["clock"]
    assert (clock["why"], clock["believed"]) == (why, isinstance(why, ClockGround))
    assert main(["mode", "show", "--config", config, "--language", "en"]) == 0
    assert capsys.readouterr().out.rstrip().endswith(clock["words"])


def test_a_clock_that_is_not_believed_leaves_the_timetable_out_as_on_the_screen(capsys, config: str, tmp_path: Path) -> None:
    now = datetime.now(UTC)
    end = (now + timedelta(hours=2)).astimezone(ZoneInfo("Africa/Casablanca"))
    assert main(["mode", "set", "desk", "--until", f"{end:%H:%M}", "--config", config]) == 0
    file = StateFile(tmp_path / "state" / "state.db")
    StaffChoices(file).remember(SEEN, (now + timedelta(minutes=30)).isoformat())
    file.close()
    row = shown(capsys, config)
    assert not row["clock"]["believed"]
    assert (row["mode"], row["until"], row["next"]) == ("desk", None, None)
