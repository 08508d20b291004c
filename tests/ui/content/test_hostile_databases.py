"""Databases no build of ours would write, in a window. More of them: `script/drill databases 500`."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from tests.helpers.drills import run
from tests.helpers.hostile_databases import opened


@pytest.mark.expects_log
def test_a_hostile_database_is_a_calm_screen_or_one_thing_less(qapp: QGuiApplication, content: Path, tmp_path: Path) -> None:
    told: list[str] = []
    with opened(tmp_path, 20261129, content) as databases:
        done, _ = run(databases, 5, go_on=True, tell=told.append)
    assert (done, [fault for fault in told if "of the processor" not in fault]) == (5, [])
