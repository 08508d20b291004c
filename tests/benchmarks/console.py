"""The console command beside a bare interpreter: user CPU of short commands, runs of all taken in turn."""

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from statistics import median

from kiosk.config import ROOT
from tests.benchmarks.figures import Result, ratio

RUNS = 20
SEARCH_GOAL = 0.30
"""Seconds of a search, from the start of the process to its end."""
_KIOSK = "import sys; from kiosk.cli import main; sys.exit(main(sys.argv[1:]))"
_COMMANDS = {
    "bare": ("pass",),
    "import click": ("import click",),
    "--help": (_KIOSK, "--help"),
    "search": (_KIOSK, "search", "passeport", "--content", str(ROOT / "content.db")),
}
_GOALS = {"import click": None, "--help": 10.0, "search": None}


def _run(code: str, *arguments: str) -> tuple[float, float]:
    """User seconds and seconds of one run."""
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime, os.times().elapsed
    subprocess.run([sys.executable, "-c", code, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before, os.times().elapsed - begin


def beside_a_bare_interpreter() -> Iterator[Result]:
    """How many times a bare interpreter each costs, medians; and how long a search takes."""
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in _COMMANDS}
    for _ in range(RUNS):
        for name, command in _COMMANDS.items():
            times[name].append(_run(*command))
    users = {name: median(user for user, _ in runs) for name, runs in times.items()}
    for name, goal in _GOALS.items():
        yield ratio(f"cli {name}", 1e3 * users[name], 1e3 * users["bare"], "ms of user CPU", goal)
    seconds, bare = (median(wall for _, wall in times[name]) for name in ("search", "bare"))
    yield ratio("cli search, whole", seconds, bare, "s, the goal too", SEARCH_GOAL) | {"met": seconds <= SEARCH_GOAL}
