"""This machine's kiosk: a command sees the content the kiosk shows, and leaves it able to read its own state."""

import json
import os
from pathlib import Path

import pytest

from kiosk.cli import main
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
