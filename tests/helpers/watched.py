"""The kiosk as it is opened by its technician, on a display of its own, and what it says of itself to who watches it.

`python -m tests.helpers.watched ...` takes what `main.py` takes. Whenever the screen, the language, the panel's page or the mode is
another, it says so in a line of JSON; a line `{"word": "listen"}`, `{"name": "Français"}`, `{"mode": "desk"}` or `{"any": 7}` on
its standard input is answered by where on the display that can be touched.
"""

import json
import os
import random
import select
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from Xlib import XK, X
from Xlib.ext import xtest

from kiosk.config import ROOT
from tests.benchmarks.display import Panel
from tests.helpers.patience import patience

Place = dict[str, Any]
"""What the kiosk says: `screen`, `identifier`, `choice`, `language`, `mode`, `panel`, `takeaway`, and `at`, in seconds."""
START = 20.0
"""Seconds a quiet machine needs at most until the first picture."""
ANSWER = 5.0


class Watched:
    """One start of it, and a finger and a keyboard on its display."""

    def __init__(self, panel: Panel, settings: Path, log: Path) -> None:
        """Start it; everything it logs is added to a file."""
        self.panel, self.places = panel, list[Place]()
        command = [sys.executable, "-m", "tests.helpers.watched", "--config", str(settings)]
        kept = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
        with log.open("ab") as stream:
            self.process = subprocess.Popen(
                command,
                cwd=ROOT,
                env={**kept, "DISPLAY": panel.name},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=stream,
                bufsize=0,
            )
        self._unread, self._answers = b"", list[list[int] | None]()

    @property
    def place(self) -> Place:
        """What it last said."""
        self.listen(0)
        return self.places[-1] if self.places else {}

    def listen(self, seconds: float) -> None:
        """Take what it says, waiting for the first of it for so long at most."""
        assert self.process.stdout is not None
        while select.select([self.process.stdout], [], [], seconds)[0]:
            data = os.read(self.process.stdout.fileno(), 65536)
            if not data:
                return
            *lines, self._unread = (self._unread + data).split(b"\n")
            for line in map(json.loads, lines):
                (self._answers if "found" in line else self.places).append(line.get("found") if "found" in line else line)
            seconds = 0

    def until(self, condition: Callable[[], bool], seconds: float = ANSWER) -> bool:
        """Whether something comes true while it is there, within what a machine as busy as this needs for so many seconds."""
        limit = time.monotonic() + patience(seconds)
        while not condition():
            if time.monotonic() > limit or self.process.poll() is not None:
                return condition()
            self.listen(0.05)
            time.sleep(0.01)
        return True

    def find(self, **what: object) -> tuple[int, int] | None:
        """Where something can be touched now."""
        assert self.process.stdin is not None
        self._answers.clear()
        try:
            self.process.stdin.write(json.dumps(what).encode() + b"\n")
        except BrokenPipeError:
            return None
        self.until(lambda: bool(self._answers))
        found = self._answers[-1] if self._answers else None
        return (found[0], found[1]) if found else None

    def touch(self, **what: object) -> bool:
        """Touch something once it is there; whether it came."""
        found: list[tuple[int, int]] = []

        def look() -> bool:
            found.extend(filter(None, [self.find(**what)]))
            return bool(found)

        if self.until(look):
            self.panel.tap(*found[0])
        return bool(found)

    def type(self, text: str) -> None:
        """Keys of a keyboard; a line's end is Enter."""
        display = self.panel.display
        for character in text:
            code = display.keysym_to_keycode(XK.string_to_keysym({"\n": "Return"}.get(character, character)))
            xtest.fake_input(display, X.KeyPress, code)
            xtest.fake_input(display, X.KeyRelease, code)
        display.sync()

    def hold(self, x: int, y: int, seconds: float) -> None:
        """A finger that rests."""
        display = self.panel.display
        xtest.fake_input(display, X.MotionNotify, x=x, y=y)
        xtest.fake_input(display, X.ButtonPress, 1)
        display.sync()
        time.sleep(seconds)
        xtest.fake_input(display, X.ButtonRelease, 1)
        display.sync()


# the kiosk's process -------------------------------------------------------------------------------------------------


def _say(**told: object) -> None:
    print(json.dumps(told), flush=True)  # noqa: T201 - to who watches


def _watch(kiosk: Any) -> None:
    """Say what becomes of it, and answer."""
    from PySide6.QtCore import QSocketNotifier, QTimer

    last: list[Place] = [{}]

    def tell() -> None:
        mode, staff = kiosk.modes.keeper.mode, kiosk._serving and kiosk._serving.staff.staff
        now = {"screen": kiosk.shell.screen, "identifier": kiosk.shell.identifier, "choice": kiosk.shell.route.choice}
        now |= {"language": kiosk.shell.reading.tag if kiosk.shell.languages else "", "mode": mode and mode.identifier}
        now |= {"panel": staff.page if staff else "", "takeaway": bool(staff) and kiosk.visitor.screens.takeaway.is_open}
        if now != last[0]:
            last[0] = now
            _say(at=time.monotonic(), **now)

    def begin() -> None:
        kiosk.window.frameSwapped.disconnect(begin)
        for signal in (kiosk.shell.routeChanged, kiosk.shell.readingChanged, kiosk.modes.keeper.shown, *kiosk.serving.changes):
            signal.connect(lambda *_: QTimer.singleShot(0, kiosk.window, tell))  # when all that one touch does has been done
        tell()
        notifier = QSocketNotifier(0, QSocketNotifier.Type.Read, kiosk.window)
        notifier.activated.connect(lambda *_: [_say(found=_where(kiosk, json.loads(line))) for line in _asked()])

    kiosk.window.frameSwapped.connect(begin)


def _asked() -> list[bytes]:
    return os.read(0, 65536).splitlines()


def _where(kiosk: Any, asked: dict[str, Any]) -> list[int] | None:
    """The middle of what was asked for, in pixels of the display."""
    from kiosk.ui.tools.accessible_tree import accessible_nodes

    name = asked.get("name") or (kiosk.shell.words[asked["word"]] if "word" in asked else "")
    if "mode" in asked:
        name = kiosk.shell.reading.plain(kiosk.modes.keeper.modes[asked["mode"]].head.card.name)
    found = [n for n in accessible_nodes(kiosk.window) if n.interactive and n.enabled and ("any" in asked or n.name == name)]
    if not found:
        return None
    middle = (random.Random(asked["any"]).choice(found) if "any" in asked else found[-1]).rectangle.center()
    return [middle.x(), middle.y()]


if __name__ == "__main__":
    from kiosk import app

    class _Told(app.KioskApplication):
        def __init__(self, *given: Any) -> None:
            super().__init__(*given)
            _watch(self)

    setattr(app, "KioskApplication", _Told)  # noqa: B010 - the program's own way in, watched
    sys.exit(app.run(sys.argv[1:]))
