"""`kiosk mode`: what is in force and why, chosen and cleared from the console."""

import json
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.errors import ModeError


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
