"""`kiosk staff`: people, keys, log and rescue from the console."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.errors import StaffError
from kiosk.staff.pins import Argon2Hasher

PIN = "493827"


@pytest.fixture
def config(tmp_path: Path) -> str:
    path = tmp_path / "kiosk.toml"
    path.write_text(f'state = "{tmp_path / "state"}"\nname = "k1"\n', encoding="utf-8")
    return str(path)


def run(*arguments: str) -> int:
    return main(["staff", *arguments])


def add(pin: str, *arguments: str) -> int:
    """Add somebody whose PIN is typed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("click.prompt", lambda *_args, **_options: pin)
        return run("add", *arguments)


def test_a_pin_from_a_pipe_needs_no_terminal(config: str) -> None:
    words = [sys.executable, "-m", "kiosk.cli", "staff", "add", "Amal", "--role", "lead", "--config", config]
    done = subprocess.run(words, input=f"{PIN}\n{PIN}\n", capture_output=True, text=True, start_new_session=True)
    assert (done.returncode, "Warning" in done.stderr) == (0, False)


def test_people_come_and_go_and_the_log_says_so(capsys, config: str) -> None:
    assert add(PIN, "أمل", "--role", "lead", "--config", config) == 0
    assert add("604182", "Brahim", "--config", config) == 0
    assert run("remove", "Brahim", "--config", config) == 0
    capsys.readouterr()
    assert run("list", "--json", "--config", config) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["name"], row["role"], row["of"]) == ("أمل", "lead", "kiosk")
    assert run("log", "export", "--json", "--config", config) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["act"], row["detail"].get("person")) for row in rows] == [("pin", "أمل"), ("pin", "Brahim"), ("removed", "Brahim")]
    assert PIN not in json.dumps(rows)


@pytest.mark.parametrize(("pin", "why"), [("123456", "everybody tries"), ("4938", "fewer than 6"), (PIN, "taken")])
def test_a_weak_or_taken_pin_is_refused(capsys, config: str, pin: str, why: str) -> None:
    assert add(PIN, "Amal", "--config", config) == 0
    assert add(pin, "Brahim", "--config", config) == StaffError.exit_status
    assert why in capsys.readouterr().err


@pytest.mark.parametrize("name", ["", "  ", "'", "Amal\nLead", "Am\u202eal", "a" * 61, "Amal 😀", "Amal2", "Am\u200dal"])
def test_what_is_no_name_is_refused(capsys, config: str, name: str) -> None:
    assert add(PIN, name, "--config", config) == StaffError.exit_status
    assert "is no name; take letters" in capsys.readouterr().err


def test_a_name_is_judged_before_a_pin_is_asked_for(capsys, config: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("click.prompt", lambda *_args, **_options: pytest.fail("a PIN was asked for"))
    assert run("add", "", "--config", config) == StaffError.exit_status
    assert "is no name" in capsys.readouterr().err


def test_the_only_lead_is_not_removed(capsys, config: str) -> None:
    assert add(PIN, "Amal", "--role", "lead", "--config", config) == 0
    assert run("remove", "Amal", "--config", config) == StaffError.exit_status
    assert "at least one lead" in capsys.readouterr().err
    assert add("604182", "Brahim", "--role", "lead", "--config", config) == 0
    assert run("remove", "Amal", "--config", config) == 0


def test_names_are_trimmed_and_nobody_is_two_people_by_a_capital_letter(capsys, config: str) -> None:
    names = ["Amal", "آمال بن زكري", "N'Aït-Ali", "L’Hassan", "مُنَى"]
    for number, name in enumerate(names):
        assert add(f"49382{number}", f" {name} ", "--config", config) == 0
    assert add("604182", "aMAL", "--config", config) == StaffError.exit_status
    assert "there is 'Amal' already" in capsys.readouterr().err
    assert run("list", "--json", "--config", config) == 0
    assert [row["name"] for row in json.loads(capsys.readouterr().out)] == names


def test_the_only_lead_stays_one(capsys, config: str) -> None:
    assert add(PIN, "Amal", "--role", "lead", "--config", config) == 0
    assert add("604182", "Amal", "--config", config) == StaffError.exit_status
    assert "at least one lead" in capsys.readouterr().err
    assert add("604182", "Amal", "--role", "lead", "--config", config) == 0
    assert add("815207", "Brahim", "--role", "lead", "--config", config) == 0
    assert add(PIN, "Amal", "--config", config) == 0


def test_the_rescue_answers_one_kiosk_only(capsys, config: str, tmp_path: Path) -> None:
    key = tmp_path / "fleet.key"
    assert run("init", "--key", str(key), "--config", config) == 0
    assert key.stat().st_mode & 0o777 == 0o600
    assert key.read_text().strip() not in (tmp_path / "state" / "people.json").read_text()
    answers = []
    for kiosk in ("k1", "k1", "k2"):
        capsys.readouterr()
        assert run("rescue", "1234 5678", "--kiosk", kiosk, "--key", str(key)) == 0
        answers.append(capsys.readouterr().out.strip())
    assert answers[0] == answers[1] != answers[2]
    assert all(len(figures) == 8 and figures.isdecimal() for figures in answers)


def test_what_cannot_be_done_comes_with_its_mend(capsys, config: str, tmp_path: Path) -> None:
    bad = tmp_path / "bad.key"
    bad.write_text("no key")
    for arguments, mend in (
        (["rescue", "12345678", "--kiosk", "k1", "--key", str(bad)], "kiosk staff init"),
        (["rescue", "1234", "--kiosk", "k1", "--key", str(bad)], "ask for them again"),
        (["remove", "nobody", "--config", config], "kiosk staff list"),
        (["init", "--key", str(tmp_path / "none" / "x.key"), "--config", config], "folder of your own"),
    ):
        assert run(*arguments) == StaffError.exit_status
        assert mend in capsys.readouterr().err


def test_kiosks_of_a_group_share_its_key_alone(tmp_path: Path) -> None:
    key, found = tmp_path / "fleet.key", {}
    for name, group in (("k1", "hall"), ("k2", "hall"), ("k3", "yard"), ("k4", "")):
        settings = tmp_path / f"{name}.toml"
        named = f'group = "{group}"\n' if group else ""
        settings.write_text(f'state = "{tmp_path / name}"\nname = "{name}"\n{named}', encoding="utf-8")
        assert run("init", "--key", str(key), "--config", str(settings)) == 0
        found[name] = json.loads((tmp_path / name / "people.json").read_text())["group_key"]
    assert found["k1"] == found["k2"] != found["k3"]
    assert found["k4"] == ""


def test_a_pin_that_is_made_is_printed_once_and_kept_nowhere(capsys, config: str, tmp_path: Path) -> None:
    assert run("add", "Amal", "--role", "lead", "--generate", "--config", config) == 0
    pin = re.search(r"PIN (\d{4} \d{4})", capsys.readouterr().out)[1].replace(" ", "")
    written = (tmp_path / "state" / "people.json").read_text(encoding="utf-8")
    assert pin not in written
    assert Argon2Hasher().matches(pin, json.loads(written)["people"][0]["pin_hash"])


def test_no_pin_is_taken_from_a_command_line(capsys, config: str) -> None:
    assert run("add", "Amal", "--pin", PIN, "--config", config) == 2
    assert "No such option" in capsys.readouterr().err


def test_a_first_code_is_made_while_nobody_leads(capsys, config: str, tmp_path: Path) -> None:
    assert run("first-code", "--config", config) == 0
    code = capsys.readouterr().out.strip().replace(" ", "")
    kept = tmp_path / "state" / "first-code"
    assert Argon2Hasher().matches(code, kept.read_text(encoding="ascii").strip())
    assert run("add", "Amal", "--role", "lead", "--generate", "--config", config) == 0
    assert not kept.exists()
    capsys.readouterr()
    assert run("first-code", "--config", config) == StaffError.exit_status
    assert "somebody leads" in capsys.readouterr().err


# the fleet's roll ----------------------------------------------------------------------------------------------------


def test_a_roll_is_written_at_the_admins_desk(capsys, tmp_path: Path) -> None:
    roll = tmp_path / "fleet.roll"
    assert add("49382716", "Amal", "--role", "lead", "--roll", str(roll)) == 0
    assert run("add", "Brahim", "--roll", str(roll), "--group", "hall", "--until", "2027-05-31", "--generate") == 0
    assert roll.stat().st_mode & 0o777 == 0o600
    assert "49382716" not in roll.read_text(encoding="utf-8")
    capsys.readouterr()
    assert run("list", "--roll", str(roll), "--json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["name"], row["role"], row["groups"], row["until"]) for row in rows] == [
        ("Amal", "lead", [], None),
        ("Brahim", "guide", ["hall"], "2027-05-31"),
    ]
    assert run("remove", "Brahim", "--roll", str(roll)) == 0
    assert run("remove", "Brahim", "--roll", str(roll)) == StaffError.exit_status


@pytest.mark.parametrize(("pin", "why"), [("493827", "fewer than 8"), ("12345678", "everybody tries"), ("49382716", "taken")])
def test_a_weak_or_taken_pin_comes_on_no_roll(capsys, tmp_path: Path, pin: str, why: str) -> None:
    roll = str(tmp_path / "fleet.roll")
    assert add("49382716", "Amal", "--role", "lead", "--roll", roll) == 0
    assert add(pin, "Brahim", "--roll", roll) == StaffError.exit_status
    assert why in capsys.readouterr().err
    assert add("49382716", "Amal", "--role", "technician", "--roll", roll) == 0


def test_groups_and_terms_are_the_rolls_alone(capsys, config: str, tmp_path: Path) -> None:
    assert run("add", "Amal", "--group", "hall", "--generate", "--config", config) == 2
    assert "--roll" in capsys.readouterr().err
    assert run("add", "Amal", "--group", "No Group", "--generate", "--roll", str(tmp_path / "r")) == 2
    assert run("add", "aMAL", "--generate", "--roll", str(tmp_path / "r")) == 0
    assert run("add", "Amal", "--generate", "--roll", str(tmp_path / "r")) == StaffError.exit_status
    (tmp_path / "bad").write_text("{}")
    assert run("list", "--roll", str(tmp_path / "bad")) == StaffError.exit_status
