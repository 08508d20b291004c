"""What goes wrong unexpectedly in a slot, a thread or QML is a line of the log."""

import os
import subprocess
import sys

import pytest

from kiosk.config import ROOT

PROGRAM = """
import logging, sys, threading
from PySide6.QtCore import QCoreApplication, QTimer, qWarning
from kiosk.ui.machine.faults import send_faults_to_the_log
logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(name)s: %(message)s")
send_faults_to_the_log()
application = QCoreApplication([])
def fail():
    raise ValueError("a slot stumbled")
def fail_elsewhere():
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
class Bad:
    def __del__(self):
        raise KeyError("left behind")
QTimer.singleShot(0, fail)
QTimer.singleShot(1, fail_elsewhere)
QTimer.singleShot(2, lambda: qWarning("a word of Qt"))
QTimer.singleShot(3, lambda: Bad() and None)
QTimer.singleShot(20, application.quit)
application.exec()
"""


@pytest.mark.parametrize("said", ["a slot stumbled", "division by zero", "a word of Qt", "left behind"])
def test_it_is_said_in_the_log(said: str) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    answer = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, env=environment)
    assert any(said in line for line in answer.stdout.splitlines() if line.startswith(("ERROR kiosk", "WARNING kiosk")))
    assert answer.stderr == ""


LOGGING = """
import logging
from kiosk.ui.machine.faults import begin_log
begin_log({asked!r}, journal={journal})
logging.getLogger("kiosk.ui.narration").debug("small")
logging.getLogger("kiosk.staff").debug("hidden")
logging.getLogger("kiosk.staff").info("usual")
"""


@pytest.mark.parametrize(
    ("asked", "journal", "lines"),
    [
        ("", False, ["INFO kiosk.staff: usual"]),
        ("", True, ["<6>INFO kiosk.staff: usual"]),
        ("kiosk.ui=debug", True, ["<7>DEBUG kiosk.ui.narration: small", "<6>INFO kiosk.staff: usual"]),
        ("WARNING, kiosk.ui.narration=DEBUG", False, ["DEBUG kiosk.ui.narration: small"]),
        (
            "loud",
            False,
            ["WARNING kiosk: loud is no level of the log; DEBUG, INFO, WARNING and ERROR are", "INFO kiosk.staff: usual"],
        ),
    ],
)
def test_the_log_tells_as_much_as_is_asked(asked: str, journal: bool, lines: list[str]) -> None:
    code = LOGGING.format(asked=asked, journal=journal)
    answer = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert answer.stderr.splitlines() == lines
