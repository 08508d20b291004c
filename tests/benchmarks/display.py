"""A virtual display: what is on it, and a finger on it, as seen from outside any program."""

import os
import select
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import mss
import psutil
from Xlib import X
from Xlib.display import Display
from Xlib.ext import damage, xtest

from tests.helpers.patience import patience

WIDTH, HEIGHT = 1080, 1920
STRIP = 220
"""Height in pixels of the top of the screen that is watched: the title of every page, never a pressed button."""
PATIENCE = 30.0
"""Seconds a quiet machine needs at most until the screen changes."""
QUIET = 0.5
"""Seconds without anything drawn after which the screen is taken to be still; longer than it ignores taps after a change."""


@dataclass
class Panel:
    """The display under test."""

    name: str
    display: Display
    camera: mss.MSS
    watch: int
    """The damage object that reports what is drawn."""

    def strip(self) -> bytes:
        """The pixels of the top of the screen."""
        return bytes(self.camera.grab({"left": 0, "top": 0, "width": WIDTH, "height": STRIP}).raw)

    def tap(self, x: int, y: int) -> None:
        """A press and release at a point."""
        for kind in (X.ButtonPress, X.ButtonRelease):
            xtest.fake_input(self.display, X.MotionNotify, x=x, y=y)
            xtest.fake_input(self.display, kind, 1)
        self.display.sync()

    def wait(self, condition: Callable[[bytes], bool]) -> float:
        """Seconds until the strip meets a condition, looked at whenever the server says that something was drawn.

        Raises:
            TimeoutError: it did not within the patience of the machine as busy as it is.
        """
        begin, limit = time.perf_counter(), patience(PATIENCE)
        while time.perf_counter() - begin < limit:
            self._forget_damage()
            if condition(self.strip()):
                return time.perf_counter() - begin
            self._drawn_within(begin + limit - time.perf_counter())
        message = f"the screen did not change within {limit:.0f} s"
        raise TimeoutError(message)

    def _forget_damage(self) -> None:
        while self.display.pending_events():
            self.display.next_event()
        damage.damage_subtract(self.display, self.watch)
        self.display.sync()

    def _drawn_within(self, seconds: float) -> bool:
        """Whether something is drawn before the time is over; returns as soon as it is."""
        return bool(self.display.pending_events() or select.select([self.display.fileno()], [], [], max(0.0, seconds))[0])

    def settle(self) -> bytes:
        """The strip once it has stayed the same for a while, however often it is drawn."""
        strip, since = self.strip(), time.perf_counter()
        while (left := since + QUIET - time.perf_counter()) > 0:
            self._forget_damage()
            if (now := self.strip()) != strip:
                strip, since = now, time.perf_counter()
            else:
                self._drawn_within(left)
        return strip


def has_content(strip: bytes) -> bool:
    """Whether anything is drawn: more than a page of one colour or a bare frame."""
    return len({strip[i : i + 3] for i in range(0, len(strip), 4 * 37)}) > 12


@contextmanager
def virtual_panel() -> Iterator[Panel]:
    """An X server of its own on a free number."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"],
        pass_fds=(writer,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as pipe:
        name = f":{pipe.readline().strip()}"
    try:
        display = Display(name)
        with mss.MSS(display=name) as camera:
            display.damage_query_version()
            display.xfixes_query_version()
            watch = display.screen().root.damage_create(damage.DamageReportNonEmpty)
            yield Panel(name, display, camera, watch)
        display.close()
    finally:
        server.terminate()
        server.wait()


def proportional_memory(process: int) -> int:
    """Bytes of a process and all it started, shared pages shared out (PSS)."""
    root = psutil.Process(process)
    return sum(p.memory_full_info().pss for p in (root, *root.children(recursive=True)))
