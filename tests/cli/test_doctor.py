"""`kiosk doctor` on a printer: green, or with its mend."""

from pathlib import Path

import pytest

from kiosk.cli.doctor import _printer


def put_lpstat(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder / "lpstat"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def test_a_queue_that_is_there_is_green(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_lpstat(tmp_path, 'echo "printer $2 is idle."', monkeypatch)
    found = _printer("stand")
    assert (found.green, found.found, found.mend) == (True, "printer stand is idle.", "")


def test_an_unknown_queue_and_a_missing_program_come_with_their_mend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_lpstat(tmp_path, 'echo "lpstat: Invalid destination name" >&2; exit 1', monkeypatch)
    found = _printer("stand")
    assert not found.green and "Invalid destination" in found.found and "lpadmin" in found.mend
    monkeypatch.setenv("PATH", str(tmp_path / "none"))
    assert "cups-client" in _printer("stand").mend
