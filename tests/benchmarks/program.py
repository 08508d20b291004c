"""A program on the display: started, timed, tapped, measured, ended."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median, quantiles

from tests.benchmarks.display import Panel, has_content, proportional_memory


@dataclass(frozen=True)
class Step:
    """A tap that changes the screen."""

    x: int
    y: int


@dataclass(frozen=True)
class Program:
    """How a program is started and driven."""

    command: list[str]
    entry: tuple[Step, ...]
    """Taps from the first picture to where the measuring begins."""
    circuit: tuple[Step, ...]
    """Taps that lead round to the same place."""


def _environment(panel: Panel) -> dict[str, str]:
    """As on a kiosk: on the panel's display, with Python's compiled files kept from one start to the next."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QT_"))}
    return {**kept, "DISPLAY": panel.name}


@contextmanager
def running(program: Program, panel: Panel, right: Callable[[bytes], bool] = has_content) -> Iterator[tuple[int, float]]:
    """The program's process and the seconds to its first picture that is right."""
    blank = panel.settle()
    begin = time.perf_counter()
    process = subprocess.Popen(
        program.command,
        env=_environment(panel),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        panel.wait(lambda strip: strip != blank and right(strip))
        yield process.pid, time.perf_counter() - begin
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        panel.wait(lambda strip: not has_content(strip))


def first_picture(program: Program, panel: Panel) -> bytes:
    """What the program shows once it is still."""
    with running(program, panel):
        return panel.settle()


def start_seconds(program: Program, panel: Panel, runs: int, right: Callable[[bytes], bool] = has_content) -> float:
    """Median seconds from the start of the process to the first picture that is right, files already in memory."""
    times = []
    for _ in range(runs + 1):
        with running(program, panel, right) as (_, seconds):
            times.append(seconds)
    return median(times[1:])


def memory_and_taps(program: Program, panel: Panel, rounds: int) -> tuple[int, list[float]]:
    """Bytes after the circuit, and the seconds each tap took to change the screen."""
    with running(program, panel) as (process, _):
        panel.settle()
        for step in program.entry:
            _tap(panel, step)
        times = [_tap(panel, step) for _ in range(rounds) for step in program.circuit]
        return proportional_memory(process), times[len(program.circuit) :]


def _tap(panel: Panel, step: Step) -> float:
    before = panel.settle()
    panel.tap(step.x, step.y)
    return panel.wait(lambda strip: strip != before)


def percentile(times: list[float], hundredth: int) -> float:
    """The value below which so many hundredths of the times lie."""
    return quantiles(times, n=100, method="inclusive")[hundredth - 1]
