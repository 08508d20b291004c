"""Databases no build of ours would write, in a window. All of them: `python -m tests.helpers.hostile_databases`."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from tests.helpers.hostile_databases import run


@pytest.mark.expects_log
def test_a_hostile_database_is_a_calm_screen_or_one_thing_less(qapp: QGuiApplication, content: Path) -> None:
    wrong = run(content, 20261129, 12)
    assert wrong.pop("variants") == 12
    assert {fault for fault in wrong if "of the processor" not in fault} == set()
