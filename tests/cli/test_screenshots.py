"""`kiosk screenshots`: a picture and a text of each screen that was asked for."""

import json
from pathlib import Path

import pytest

from kiosk.cli import main


def test_pictures_are_made_of_the_screens_that_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["screenshots", "--out", str(tmp_path), "--lang", "ar", "--only", "staff-stick", "--json"]) == 0
    names = [f"ar/staff-stick-{stage}.png" for stage in ("offered", "working", "refused")]
    assert json.loads(capsys.readouterr().out) == names
    assert all((tmp_path / name).read_bytes().startswith(b"\x89PNG") for name in names)
    assert "نشر يوم" in (tmp_path / names[0]).with_suffix(".txt").read_text(encoding="utf-8")


def test_a_name_no_screen_has_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["screenshots", "--out", str(tmp_path), "--only", "staff-pad", "--only", "no-such-screen"]) == 2
    assert "no-such-screen" in capsys.readouterr().err
