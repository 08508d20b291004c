"""Hands on the real kiosk, on a real display: `python -m tests.helpers.hands MINUTES [SEED]` says what was found.

Taps, taps that come twice, holds, drags, keys and the staff's gesture, at random, as real events of a display of its own; at times
nobody is there. The kiosk must not end, its log must hold no warning, a second tap that comes before the screen can have been seen
must lead nowhere, nobody may come behind the pad, and memory must not grow once everything has been seen.
"""

import json
import random
import sys
import time
from collections import Counter
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from Xlib import XK, X
from Xlib.ext import xtest

from kiosk.config import ROOT
from kiosk.domain.staff import TAPS
from kiosk.ui.shell.touch_watch import SETTLE
from tests.benchmarks.display import HEIGHT, WIDTH, Panel, proportional_memory, virtual_panel
from tests.benchmarks.sound_card import virtual_card
from tests.helpers.killed_kiosk import lead_in
from tests.helpers.monkey import BEFORE_THE_PIN
from tests.helpers.watched import START, Place, Watched

KEYS = (
    "Return",
    "space",
    "Tab",
    "Escape",
    "BackSpace",
    "Left",
    "Right",
    "Up",
    "Down",
    "Home",
    "F1",
    "F11",
    "Menu",
    "a",
    "7",
    "Alt_L",
)
EVERY = 30.0
"""Seconds between two looks at memory."""
WARM_UP = 0.3
"""Of the time, after which memory should grow no more."""
GROWTH = 8.0
"""Megabytes by which it may be another then: what Python and Qt keep for the next time comes and goes."""


class Hands:
    """Play with one kiosk until the time is over."""

    def __init__(self, panel: Panel, kiosk: Watched, seed: int) -> None:
        self._panel, self._kiosk, self._chance = panel, kiosk, random.Random(seed)
        self.seen, self.did = Counter[str](), Counter[str]()
        self.bad: list[str] = []
        self._looked = 0

    def play(self, minutes: float) -> list[float]:
        """Megabytes now and then."""
        acts = {self._tap: 20, self._tap_something: 40, self._tap_twice: 25, self._drag: 8, self._hold: 3, self._key: 10}
        acts |= {self._gesture: 1, self._figures: 1, self._wait: 3, self._wheel: 3}
        memory, end, next_look = list[float](), time.monotonic() + 60 * minutes, time.monotonic() + EVERY
        while time.monotonic() < end and self._kiosk.process.poll() is None:
            act = self._chance.choices([*acts], [*acts.values()])[0]
            act()
            self.did[act.__name__.strip("_")] += 1
            self._look()
            if time.monotonic() > next_look:
                next_look += EVERY
                memory.append(round(proportional_memory(self._kiosk.process.pid) / 1e6, 1))
                print(memory[-1], self._kiosk.place, self.bad, file=sys.stderr, flush=True)  # noqa: T201 - by hand, and slow
        return memory

    def _look(self) -> None:
        self._kiosk.listen(0)
        for place in self._kiosk.places[self._looked :]:
            self.seen[f"{place['screen']} {place['panel']}".strip()] += 1
            if place["panel"] not in {page.value for page in BEFORE_THE_PIN}:
                self.bad.append(f"behind the pad: {place}")
        self._looked = len(self._kiosk.places)

    # what they do ------------------------------------------------------------------------------------------------

    def _point(self) -> tuple[int, int]:
        return self._chance.randrange(WIDTH), self._chance.randrange(HEIGHT)

    def _something(self) -> tuple[int, int] | None:
        return self._kiosk.find(any=self._chance.randrange(10**6))

    def _tap(self) -> None:
        self._panel.tap(*self._point())
        time.sleep(self._chance.uniform(0, 0.5))

    def _tap_something(self) -> None:
        if found := self._something():
            self._panel.tap(*found)
            time.sleep(self._chance.uniform(0, 1.2))

    def _tap_twice(self) -> None:
        """The second comes as soon as the screen has changed, or a little later: before anybody can have seen it."""
        found, before = self._something(), len(self._kiosk.places)
        if found is None:
            return
        time.sleep(2 * SETTLE)
        self._kiosk.listen(0)
        before = len(self._kiosk.places)
        self._panel.tap(*found)
        if not self._kiosk.until(lambda: len(self._kiosk.places) > before, 0.1):
            return
        first = self._kiosk.place
        count = len(self._kiosk.places)
        time.sleep(self._chance.uniform(0, SETTLE / 2))
        self._panel.tap(*found)
        tapped = time.monotonic()
        time.sleep(SETTLE)
        self._kiosk.listen(0)
        after = [p for p in self._kiosk.places[count:] if p["at"] > tapped]
        if tapped - first["at"] < SETTLE * 0.9 and any(_where(place) != _where(first) for place in after):
            self.bad.append(f"a second tap after {tapped - first['at']:.2f} s: {_where(first)} led to {_where(after[-1])}")
        self.did["second taps at once after a change"] += tapped - first["at"] < SETTLE * 0.9

    def _drag(self) -> None:
        display, begin = self._panel.display, self._point()
        xtest.fake_input(display, X.MotionNotify, x=begin[0], y=begin[1])
        xtest.fake_input(display, X.ButtonPress, 1)
        for _ in range(self._chance.randint(1, 8)):
            x, y = self._point()
            xtest.fake_input(display, X.MotionNotify, x=x, y=y)
            display.sync()
            time.sleep(0.02)
        xtest.fake_input(display, X.ButtonRelease, 1)
        display.sync()

    def _hold(self) -> None:
        self._kiosk.hold(*self._point(), self._chance.uniform(0.3, 2))

    def _wheel(self) -> None:
        xtest.fake_input(self._panel.display, X.MotionNotify, x=self._point()[0], y=self._point()[1])
        for button in (self._chance.choice([4, 5]),) * 3:
            xtest.fake_input(self._panel.display, X.ButtonPress, button)
            xtest.fake_input(self._panel.display, X.ButtonRelease, button)
        self._panel.display.sync()

    def _key(self) -> None:
        display = self._panel.display
        code = display.keysym_to_keycode(XK.string_to_keysym(self._chance.choice(KEYS)))
        xtest.fake_input(display, X.KeyPress, code)
        time.sleep(self._chance.choice([0, 0, 0, 1]))
        xtest.fake_input(display, X.KeyRelease, code)
        display.sync()

    def _gesture(self) -> None:
        corner = (self._chance.choice([30, WIDTH - 30]), 30)
        for _ in range(TAPS):
            self._panel.tap(*corner)
            time.sleep(0.15)
        self._kiosk.hold(*corner, 1.4)

    def _figures(self) -> None:
        """A guess, where the pad is open; elsewhere just keys."""
        self._kiosk.type("".join(self._chance.choices("0123456789", k=self._chance.randint(1, 8))) + "\n")

    def _wait(self) -> None:
        time.sleep(self._chance.choice([1, 3, 3, 25]))


def _where(place: Place) -> tuple[object, ...]:
    return tuple(place[key] for key in ("screen", "identifier", "choice", "language", "panel", "takeaway"))


def run(minutes: float, seed: int, folder: Path) -> dict[str, Any]:
    """Play so long."""
    settings, log = folder / "kiosk.toml", folder / "kiosk.log"
    places = {"content": ROOT / "content.db", "cache": folder / "cache", "state": folder / "state"}
    lines = [f'{key} = "{path}"' for key, path in places.items()]
    settings.write_text(
        "\n".join([*lines, "motion = false", "inactivity_seconds = 20", "prompt_seconds = 20", ""]), encoding="utf-8"
    )
    lead_in(folder / "state")
    with virtual_card(), virtual_panel() as panel:
        kiosk = Watched(panel, settings, log)
        if not kiosk.until(lambda: bool(kiosk.place), START):
            return {"bad": ["no first picture"]}
        hands = Hands(panel, kiosk, seed)
        memory = hands.play(minutes)
        if kiosk.process.poll() is not None:
            hands.bad.append(f"ended by itself, status {kiosk.process.returncode}")
        kiosk.process.terminate()
        if kiosk.process.wait(30):
            hands.bad.append(f"did not end as asked, status {kiosk.process.returncode}")
    said = log.read_text(encoding="utf-8", errors="replace").splitlines()
    hands.bad += [line for line in said if not line.startswith(("INFO", "DEBUG"))]
    warm = memory[int(len(memory) * WARM_UP) :]
    third = max(1, len(warm) // 3)
    growth = round(median(warm[-third:]) - median(warm[:third]), 1) if warm else 0.0
    if growth > GROWTH:
        hands.bad.append(f"memory grew by {growth} MB")
    return {"bad": hands.bad, "growth": growth, "memory": memory, "did": hands.did, "seen": dict(hands.seen.most_common())}


if __name__ == "__main__":
    with TemporaryDirectory() as temporary:
        answer = run(float(sys.argv[1]), int((*sys.argv, "1")[2]), Path(temporary))
    sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    sys.exit(1 if answer["bad"] else 0)
