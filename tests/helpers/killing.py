"""Kills what writes, in every phase of it: `python -m tests.helpers.killing RUNS [SEED]` says what was found, phase by phase.

Each round takes a phase, begins the job it is part of in a process of its own, and ends that process at a random moment of the
phase; half of the rounds do it once more on what is left. What is there must then be whole, old or new, and the same job, left
alone, must come to its end and leave nothing half-done behind.
"""

import json
import os
import random
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kiosk.publishing import offices, sync
from kiosk.publishing.download import BlobStore
from kiosk.publishing.installation import Installation
from kiosk.publishing.metadata import MetadataFolder
from kiosk.publishing.releasing import Publisher
from kiosk.publishing.trust import Trust
from tests.helpers import press as pressing
from tests.helpers.press import Press
from tests.helpers.workshop import examined

PHASES: dict[str, tuple[str, Any, str]] = {
    "publish": ("publish", Publisher, "publish"),
    "sign": ("publish", MetadataFolder, "commit"),
    "rotate-key": ("rotate_key", offices, "rotate"),
    "rollback": ("rollback", Publisher, "republish"),
    "trust": ("sync", Trust, "newest"),
    "fetch": ("sync", BlobStore, "fetch"),
    "patch": ("sync", sync, "unpack"),
    "examine": ("sync", sync, "examine_database"),
    "install": ("sync", sync, "write_release"),
    "switch": ("sync", Installation, "change"),
    "tidy": ("sync", sync, "tidy"),
    "start": ("check", Installation, "start"),
    "health check": ("check", Installation, "change"),
    "going back": ("back", Installation, "change"),
    "receipt": ("receipt", pressing, "leave"),
}
"""Each phase: the job it is part of, and the function whose run it is."""


@contextmanager
def told(phases: Iterable[str], say: Callable[[str], object]) -> Iterator[None]:
    """Have phases say when they begin (`+name`) and end (`-name`)."""
    before = {phase: getattr(*PHASES[phase][1:]) for phase in phases}

    def wrapped(phase: str) -> Callable[..., Any]:
        def run(*values: Any, **named: Any) -> Any:
            say(f"+{phase}")
            try:
                return before[phase](*values, **named)
            finally:
                say(f"-{phase}")

        return run

    for phase in before:
        setattr(*PHASES[phase][1:], wrapped(phase))
    try:
        yield
    finally:
        for phase, function in before.items():
            setattr(*PHASES[phase][1:], function)


def played(phase: str, press: Press, seconds: float = 0) -> list[tuple[str, float]]:
    """Play the job of a phase in a process of its own; what it said and when, until its end.

    Args:
        phase: what is aimed at.
        press: what is worked on.
        seconds: after the phase has begun, the process is ended; 0 leaves it alone. A timer of the kernel ends it, by the default
            act of its signal: nothing of the program runs any more, as with SIGKILL, and the moment is kept.
    """
    read, pipe = os.pipe()
    pid = os.fork()
    if pid == 0:
        _play(phase, press, seconds, pipe)
    os.close(pipe)
    with os.fdopen(read, encoding="utf-8") as lines:
        said = [line.split("\t") for line in lines]
    status = os.waitpid(pid, 0)[1]
    if not (os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0) and os.WTERMSIG(status) != signal.SIGALRM:
        message = f"{phase}: the job ended with {status}"
        raise RuntimeError(message)
    return [(line, float(moment)) for line, moment in said]


def _play(phase: str, press: Press, seconds: float, pipe: int) -> None:
    """In the process that may be ended."""
    name, aimed = PHASES[phase][0], [seconds] if seconds else []

    def say(said: str) -> None:
        if said == f"+{phase}" and aimed:
            signal.setitimer(signal.ITIMER_REAL, aimed.pop())
        os.write(pipe, f"{said}\t{time.monotonic()}\n".encode())

    try:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        if (
            seconds and phase != "examine_database"
        ):  # another process, which writes nothing: left out where it is not what is aimed at
            sync.examine_database = examined
        with told((phase for phase, (part, *_) in PHASES.items() if part == name), say):
            press.job(name)()
        signal.setitimer(signal.ITIMER_REAL, 0)
        say("end")
        os._exit(0)
    finally:
        traceback.print_exc()
        os._exit(1)


def lengths(press: Press) -> dict[str, float]:
    """Seconds from the first beginning of each phase to its last end, when its job is left alone."""
    found: dict[str, float] = {}
    for name, phase in {name: phase for phase, (name, *_) in PHASES.items()}.items():
        press.begin(name)
        said = played(phase, press)
        moments: dict[str, list[float]] = {}
        for line, at in said[:-1]:
            moments.setdefault(line[1:], []).append(at)
        found |= {part: max(at) - min(at) for part, at in moments.items()}
    return found


def hit(phase: str, said: list[tuple[str, float]]) -> str:
    """The phase in which a process ended: the one that was aimed at, else the innermost."""
    inside: list[str] = []
    for line, _ in said:
        if line == "end":
            return "too late"
        if line[:1] == "+":
            inside.append(line[1:])
        else:
            inside.pop()
    return phase if phase in inside else inside[-1] if inside else "between phases"


def run(runs: int, seed: int = 1) -> dict[str, Any]:
    """Kill so many jobs in a phase, every phase about as often as any other."""
    hits, shown, bad, chance = Counter(dict.fromkeys(PHASES, 0)), Counter[str](), list[str](), random.Random(seed)
    missed = Counter[str]()
    with TemporaryDirectory() as temporary:
        press = Press(Path(temporary))
        seconds = lengths(press)
        while hits.total() < runs:
            phase = min(PHASES, key=lambda phase: (hits[phase], chance.random()))
            name = PHASES[phase][0]
            press.begin(name)
            for _ in range(1 if chance.random() < 0.5 else 2):
                found = hit(phase, played(phase, press, chance.uniform(1e-5, seconds[phase])))
                (hits if found in hits else missed)[found] += 1
                bad += [f"{phase}: {fault}" for fault in press.faults(name)]
                shown[press.shows] += 1
            bad += [f"after {phase}: {fault}" for fault in press.ends_well(name)]
    return {"hits": dict(hits), "missed": dict(missed), "shown": dict(shown), "bad": bad}


if __name__ == "__main__":
    answer = run(int(sys.argv[1]), int((*sys.argv, "1")[2]))
    sys.stdout.write(json.dumps(answer, indent=1) + "\n")
    sys.exit(1 if answer["bad"] else 0)
