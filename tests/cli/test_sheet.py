"""`kiosk sheet`: the installation sheet as a PDF, and a new first code."""

from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.errors import StaffError, StorageError
from kiosk.staff.first_code import FirstCode
from kiosk.staff.pins import Argon2Hasher


@pytest.fixture
def config(tmp_path: Path) -> str:
    path = tmp_path / "kiosk.toml"
    path.write_text(f'state = "{tmp_path / "state"}"\nname = "hall-3"\n', encoding="utf-8")
    return str(path)


def test_a_sheet_is_drawn_again_without_a_code_and_with_a_new_one(capsys, config: str, tmp_path: Path) -> None:
    out, kept = tmp_path / "sheet.pdf", FirstCode(tmp_path / "state")
    assert main(["sheet", "--out", str(out), "--config", config]) == 0
    assert out.read_bytes().startswith(b"%PDF")
    assert kept.kept() == ""
    assert main(["sheet", "--out", str(out), "--config", config, "--new-code"]) == 0
    assert "keep it from visitors" in capsys.readouterr().out
    first = kept.kept()
    assert main(["sheet", "--out", str(out), "--config", config, "--new-code"]) == 0
    assert first != kept.kept() != ""
    assert out.stat().st_mode & 0o777 == 0o600


def test_a_sheet_that_cannot_be_written_leaves_the_code_in_force(capsys, config: str, tmp_path: Path) -> None:
    kept = FirstCode(tmp_path / "state")
    code = kept.make(Argon2Hasher())
    before = kept.kept()
    assert main(["sheet", "--out", str(tmp_path), "--config", config, "--new-code"]) == StorageError.exit_status
    assert "cannot be written" in capsys.readouterr().err
    assert kept.kept() == before
    assert Argon2Hasher().matches(code, before)


def test_a_kiosk_that_is_led_gets_no_new_code(capsys, config: str, tmp_path: Path) -> None:
    assert main(["staff", "add", "Amal", "--role", "lead", "--generate", "--config", config]) == 0
    assert main(["sheet", "--out", str(tmp_path / "sheet.pdf"), "--config", config, "--new-code"]) == StaffError.exit_status
    assert "leave --new-code out" in capsys.readouterr().err
    assert not (tmp_path / "sheet.pdf").exists()
