"""A kiosk that moves, and the work of each of its frames; prints the milliseconds of each part as one JSON object.

The work is the processor time of the window's thread from one frame to the next: the animations' bindings, laying out, drawing.
"""

import json
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QSize
from PySide6.QtGui import QGuiApplication

from kiosk.config import KioskConfig
from kiosk.presentation.route import Screen
from kiosk.ui.application import KioskApplication
from kiosk.ui.shell.window import prepare_renderer
from tests.benchmarks.display import HEIGHT, WIDTH

LOOP_SECONDS = 26.0
BEFORE = 2.5
"""Seconds until the loop runs."""
PAGE_SECONDS = 0.35
ROUNDS = 12


class Frames:
    """The work of the frames that a window draws."""

    def __init__(self, kiosk: KioskApplication) -> None:
        self._application = QGuiApplication.instance()
        self.work: list[float] = []
        self._last = time.thread_time()
        kiosk.window.frameSwapped.connect(self._note)

    def _note(self) -> None:
        now = time.thread_time()
        self.work.append((now - self._last) * 1e3)
        self._last = now

    def during(self, seconds: float) -> list[float]:
        """The work of the frames drawn meanwhile, in milliseconds."""
        self._last, begin = time.thread_time(), len(self.work)
        end = time.monotonic() + seconds
        while time.monotonic() < end and self._application is not None:
            self._application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        return self.work[begin:]


def main() -> int:
    """Measure the attract loop, and pages that come and go."""
    application = QGuiApplication(sys.argv)
    with TemporaryDirectory() as name:
        config = KioskConfig(cache=Path(name), state=Path(name) / "state")
        prepare_renderer(config)
        kiosk = KioskApplication(config, QSize(WIDTH, HEIGHT))
        kiosk.show(full_screen=False)
        frames = Frames(kiosk)
        frames.during(BEFORE)
        told = {"attract": frames.during(LOOP_SECONDS)}
        kiosk.shell.enter(kiosk.shell.reading.tag)
        frames.during(1)
        pages: list[float] = []
        for number in range(ROUNDS):
            kiosk.shell.show(Screen.CATALOGUE if number % 2 else Screen.SERVICES)
            pages += frames.during(PAGE_SECONDS)
            kiosk.shell.goBack()
            pages += frames.during(PAGE_SECONDS)
        told["pages"] = pages
        print(json.dumps(told), flush=True)  # noqa: T201 - the protocol with the measurement
        kiosk.close()
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
