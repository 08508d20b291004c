"""What moves, on the software renderer at 1080x1920: the share of frames whose work is done within a sixtieth of a second."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator

from kiosk.config import ROOT
from tests.benchmarks.display import virtual_panel
from tests.benchmarks.figures import Result, result

FRAME_MS = 16.7
GOAL = 95.0
"""Per cent."""


def measure() -> Iterator[Result]:
    """The attract loop, and pages that come and go.

    Raises:
        RuntimeError: nothing moved.
    """
    with virtual_panel() as panel:
        environment = os.environ | {"DISPLAY": panel.name, "QT_QPA_PLATFORM": "xcb"}
        command = [sys.executable, "-m", "tests.benchmarks.moving"]
        answer = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    for name, work in json.loads(answer.stdout.splitlines()[-1]).items():
        if not work:
            message = f"{name}: no frame was drawn; look at the kiosk with motion = true"
            raise RuntimeError(message)
        share = 100 * sum(milliseconds <= FRAME_MS for milliseconds in work) / len(work)
        yield result(f"{name}: frames within {FRAME_MS} ms, of {len(work)}", share, "%", GOAL, at_least=True)
