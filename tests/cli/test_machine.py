"""This machine's kiosk: a command sees the content the kiosk shows, and leaves it able to read its own state."""

import json
import os
from pathlib import Path

import click
import pytest

from kiosk.cli import machine, main
from kiosk.config import KioskConfig
from tests.helpers.workshop import Workshop

ACCOUNT = 4217


@pytest.fixture
def config(tmp_path: Path, content: Path) -> Path:
    path = tmp_path / "kiosk.toml"
    path.write_text(f'content = "{content}"\nstate = "{tmp_path / "state"}"\nname = "k1"\n', encoding="utf-8")
    return path


@pytest.fixture
def installed(tmp_path: Path, config: Path) -> Path:
    """A kiosk that took a small content from a repository; the settings."""
    workshop = Workshop(tmp_path / "workshop")
    workshop.publish()
    assert main(["sync", str(workshop.repository.folder), "--root", str(workshop.root), "--config", str(config)]) == 0
    return config


def test_modes_are_those_of_the_content_that_was_installed(installed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["mode", "list", "--config", str(installed), "--json"]) == 0
    modes = {row["mode"] for row in json.loads(capsys.readouterr().out)}
    assert "whole" in modes
    assert "pavilion_k9" not in modes


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can write as another account")
@pytest.mark.usefixtures("capsys")
def test_what_root_writes_is_the_kiosks_own(tmp_path: Path, config: Path) -> None:
    state = tmp_path / "state"
    state.mkdir()
    os.chown(state, ACCOUNT, ACCOUNT)
    secret = tmp_path / "secret"
    secret.touch()
    (state / "link").hardlink_to(secret)
    assert main(["mode", "set", "desk", "--until", "stay", "--config", str(config)]) == 0
    workshop = Workshop(tmp_path / "workshop")
    workshop.publish()
    assert main(["sync", str(workshop.repository.folder), "--root", str(workshop.root), "--config", str(config)]) == 0
    assert secret.stat().st_uid == 0
    written = [path for path in state.rglob("*") if path.name != "link"]
    assert {path.name for path in written} >= {"state.db", "content.db"}
    assert {(path.stat().st_uid, path.stat().st_gid) for path in written} == {(ACCOUNT, ACCOUNT)}
    assert {(tmp_path / "workshop").stat().st_uid, config.stat().st_uid} == {0}


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can write as another account")
def test_at_no_moment_is_what_root_writes_anothers(tmp_path: Path, config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command is killed before it ends."""
    state = tmp_path / "state"
    state.mkdir()
    os.chown(state, ACCOUNT, ACCOUNT)
    monkeypatch.setattr(machine, "_give_to_owner", lambda _folder: None)
    assert main(["staff", "add", "Amal", "--role", "lead", "--generate", "--config", str(config)]) == 0
    assert main(["mode", "set", "emergency", "--config", str(config)]) == 0
    assert {path.name for path in state.iterdir()} == {"state.db", "people.json", "emergency"}
    assert {(path.stat().st_uid, path.stat().st_gid) for path in state.iterdir()} == {(ACCOUNT, ACCOUNT)}


@pytest.mark.skipif(os.geteuid() != 0, reason="others see their own kiosk")
def test_root_sees_the_kiosk_that_is_installed(tmp_path: Path, config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unit, other = tmp_path / "jusur.service", tmp_path / "other.toml"
    own = tmp_path / "own.toml"
    own.write_text('name = "k7"\n', encoding="utf-8")
    other.write_text("", encoding="utf-8")
    unit.write_text(f"[Service]\nEnvironment=JUSUR_CONFIG={own}\nEnvironment=XDG_CACHE_HOME=/c XDG_STATE_HOME={tmp_path}/lib\n")
    monkeypatch.setattr(machine, "UNIT", unit)
    with click.Context(click.Command("any")):
        assert (machine.this_kiosk(None).state, machine.this_kiosk(None).name) == (tmp_path / "lib" / "jusur", "k7")
        assert machine.this_kiosk(own).cache == Path("/c/jusur")
        assert machine.this_kiosk(config).state == tmp_path / "state"
        assert machine.this_kiosk(other).state == KioskConfig().state
        monkeypatch.setattr(machine, "UNIT", tmp_path / "none")
        assert machine.this_kiosk(None).state == KioskConfig().state


@pytest.mark.expects_log
def test_a_link_in_the_state_leads_root_nowhere(tmp_path: Path, config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    victim = tmp_path / "victim"
    victim.write_text("kept")
    (tmp_path / "state").mkdir()
    for name in ("emergency", "people.json", "state.db"):
        (tmp_path / "state" / name).symlink_to(victim)
    for arguments in (["mode", "set", "emergency"], ["staff", "add", "Amal", "--generate"]):
        main([*arguments, "--config", str(config)])
    assert victim.read_text() == "kept"
    capsys.readouterr()
