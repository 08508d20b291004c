"""Long drills, by name: `script/drill fuzz 50000`, or `fuzz-processes`, `databases`, `kills`, `app-kills`,
`app-kills-whole`, `app-drill`, `sticks`.

A drill is rounds without end, each with what is wrong in it. Here they are counted, and ended by their number, by the minutes
they may take, or by the first fault.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

Faults = list[tuple[str, str]]
"""What was done, and what went wrong: the latter is told once."""


class Drill(Protocol):
    """What can go on without end."""

    def rounds(self) -> Iterator[Faults]:
        """What is wrong, round by round; empty for a round without a fault."""

    def figures(self) -> str:
        """What there is to say of all rounds but their number, for people; empty for nothing."""


Opened = AbstractContextManager[Drill]


def fuzz(folder: Path, seed: int) -> Opened:
    """Hostile input to every command, in this process."""
    from tests.helpers.fuzz import opened

    return opened(folder, seed, processes=False)


def fuzz_processes(folder: Path, seed: int) -> Opened:
    """The same, each command in a process of its own."""
    from tests.helpers.fuzz import opened

    return opened(folder, seed, processes=True)


def databases(folder: Path, seed: int) -> Opened:
    """Databases that nobody built, through the check, the examination of a sync and the window."""
    from tests.helpers.hostile_databases import opened

    return opened(folder, seed)


def kills(folder: Path, seed: int) -> Opened:
    """The real kiosk on a virtual display, killed while it is used."""
    from tests.helpers.killed_kiosk import opened

    return opened(folder, seed)


def app_kills(folder: Path, seed: int) -> Opened:
    """The power goes in the middle of an application update, of a small program."""
    from tests.helpers.app_kills import opened

    return opened(folder, seed)


def app_kills_whole(folder: Path, seed: int) -> Opened:
    """The same, with the whole program and all that it needs; some minutes a round."""
    from tests.helpers.app_kills import opened_whole

    return opened_whole(folder, seed)


def app_drill(folder: Path, seed: int) -> Opened:
    """Three kiosks are updated: canary, all, one that breaks, by stick; content and staff's choices in between."""
    from tests.helpers.app_drill import opened

    return opened(folder, seed)


def sticks(folder: Path, seed: int) -> Opened:
    """Sticks of all kinds put into a machine with Debian's own kernel and udev, and pulled out; half an hour a round."""
    from tests.helpers.sticks import opened

    return opened(folder, seed)


DRILLS: dict[str, Callable[[Path, int], Opened]] = {
    "fuzz": fuzz,
    "fuzz-processes": fuzz_processes,
    "databases": databases,
    "kills": kills,
    "app-kills": app_kills,
    "app-kills-whole": app_kills_whole,
    "app-drill": app_drill,
    "sticks": sticks,
}


def run(
    drill: Drill, count: int, minutes: float = float("inf"), *, go_on: bool = False, tell: Callable[[str], object] = print
) -> tuple[int, int]:
    """So many rounds, or what there is time for; how many there were, and how many faults. Each kind of fault is told once."""
    end, seen, faults, done = time.monotonic() + 60 * minutes, set[str](), 0, 0
    rounds = drill.rounds()
    while done < count and time.monotonic() < end and (go_on or not faults):
        for what, fault in next(rounds):
            faults += 1
            if fault not in seen:
                tell(f"round {done}, {what}: {fault}")
            seen.add(fault)
        done += 1
    return done, faults


def main(arguments: list[str]) -> int:
    """Run as asked for on the command line; the exit status is 1 after a fault, or when fewer rounds were done than asked for."""
    parser = argparse.ArgumentParser(prog="script/drill", description="; ".join(f"{n}: {d.__doc__}" for n, d in DRILLS.items()))
    parser.add_argument("drill", choices=DRILLS)
    parser.add_argument("count", type=int, help="rounds")
    parser.add_argument("--seed", type=int, default=1, help="another one gives other rounds; 1")
    parser.add_argument("--minutes", type=float, default=float("inf"), help="end after so long, whatever the count")
    parser.add_argument("--go-on", action="store_true", help="do not stop at the first fault")
    asked, begun = parser.parse_args(arguments), time.monotonic()
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder, DRILLS[asked.drill](Path(folder), asked.seed) as drill:
        done, faults = run(drill, asked.count, asked.minutes, go_on=asked.go_on, tell=lambda text: print(text, flush=True))  # noqa: T201
        figures = drill.figures()
    took = f"{(time.monotonic() - begun) / 60:.1f} minutes"
    print(f"{asked.drill}, seed {asked.seed}: {done} of {asked.count} rounds, {faults} faults, {took}{figures and ', '}{figures}")  # noqa: T201
    return int(bool(faults) or done < asked.count)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    sys.exit(main(sys.argv[1:]))
