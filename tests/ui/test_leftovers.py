"""What killed processes left behind is removed by the next start, unless somebody may still be writing it."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.disk import files
from kiosk.ui.application import KioskApplication

LEFT = (
    "state/.state.db-abcdefgh",
    "state/.people.json-ABC_1234",
    "state/.counters.db-12345678",
    "cache/narration/.making-zzzzzzzz",
)
KEPT = ("state/.state.db-fresh_01", "state/releases-12345678", "state/.other-12345678")


def test_a_start_sweeps_what_was_left_an_hour_ago(begin: Callable[[], KioskApplication], tmp_path: Path) -> None:
    for name in (*LEFT, *KEPT):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "half").write_bytes(b"PIN hashes")
        if "fresh" not in name:
            os.utime(tmp_path / name, (0, time.time() - files.HOUR - 1))
    begin()
    assert not [name for name in LEFT if (tmp_path / name).exists()]
    assert [name for name in KEPT if (tmp_path / name).exists()] == list(KEPT)


def test_passing_folders_of_killed_programs_go_after_a_week(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "gettempdir", lambda: str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    for name in ("jusur-old_one1", "jusur-new_one1", "other-old_one1"):
        (tmp_path / name).mkdir()
        if "old" in name:
            os.utime(tmp_path / name, (0, time.time() - files.WEEK - 1))
    with files.passing_folder("jusur") as folder:
        assert folder.parent == tmp_path
        assert sorted(path.name for path in tmp_path.iterdir() if path != folder) == ["jusur-new_one1", "other-old_one1"]
    assert not folder.exists()
