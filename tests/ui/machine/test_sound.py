"""Machines without a sound library or a sound card: the kiosk opens, and says in the log what is missing."""

import os
import subprocess
import sys
from pathlib import Path

from kiosk.config import ROOT
from tests.helpers.patience import patience

CODE = """
import logging
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from kiosk.ui.machine.player import make_player

logging.basicConfig(level=logging.WARNING, format="%(message)s")
application = QGuiApplication([])
root = QObject()
print(make_player(root))
"""


def player_with(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", CODE],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, **environment},
        timeout=patience(60),
    )


def test_without_libpulse_there_is_no_player_and_the_log_names_the_package(tmp_path: Path) -> None:
    (tmp_path / "libpulse.so.0").touch()  # what the loader finds first cannot be loaded
    answer = player_with({"LD_LIBRARY_PATH": str(tmp_path)})
    assert answer.stdout == "None\n"
    assert "install libpulse0" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_without_a_sound_card_there_is_no_player_and_the_log_says_so(tmp_path: Path) -> None:
    answer = player_with({"PULSE_SERVER": str(tmp_path / "none"), "XDG_RUNTIME_DIR": str(tmp_path)})
    assert answer.stdout == "None\n"
    assert "no sound card found" in answer.stderr
