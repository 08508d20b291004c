"""Visitors who listen, stop and switch languages, while workers are killed: nothing leaks, sticks or stays behind.

`python -m tests.benchmarks.soak N SEED` runs N of them on a virtual sound card.
"""

import json
import os
import random
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from kiosk.domain.item import ItemKind
from tests.benchmarks.figures import Result, result
from tests.benchmarks.listener import ELSEWHERE, Listener
from tests.benchmarks.sound_card import Ear, virtual_card

WARM_UP = 200
"""Visits after which everything has been loaded once, at most a fifth of them."""
KILLS = 0.3
"""Of visits in which a worker is killed, at any moment."""
FORGOTTEN = 0.2
"""Of visits before which what was said is forgotten, so that there is always something to be made."""
ITEMS = 15


def soak(folder: Path, ear: Ear, visits: int = 1000, seed: int = 1) -> Iterator[Result]:
    """Starts, stops and switches of language, with workers killed at random."""
    listener = Listener(folder, ear)
    chance = random.Random(seed)
    me = psutil.Process()
    pages = [card.identifier for card in listener.kiosk.content.holder.store.cards(ItemKind.PAVILION, 0, ITEMS)]
    stuck, killed, sizes = 0, 0, list[float]()
    for number in range(visits):
        button = listener.open(chance.choice(("ar", "fr", "en")), chance.choice(pages), stay=0.02)
        listener.touch(button)
        listener.run(chance.uniform(0, 0.1))
        if chance.random() < FORGOTTEN:
            for kept in (folder / "cache").rglob("*.json"):
                kept.unlink(missing_ok=True)
        mine = workers(me)
        if mine and chance.random() < KILLS:
            os.kill(chance.choice(mine).pid, signal.SIGKILL)
            killed += 1
        listener.run(chance.uniform(0, 0.1))
        listener.touch(ELSEWHERE)
        stuck += listener.kiosk.narration.reader.label != "listen"
        ear.forget()
        if number in (min(WARM_UP, visits // 5), visits - 1):
            sizes.append(me.memory_info().rss / 1e6)
    listener.kiosk.close()
    left = [child for child in me.children(recursive=True) if child.status() == psutil.STATUS_ZOMBIE] + workers(me)
    yield result(f"narration, soak of {visits}, {killed} workers killed, growth after the first", sizes[-1] - sizes[0], "MB", 5)
    yield result(f"narration, soak of {visits}, stuck buttons", stuck, "", 0)
    yield result(f"narration, soak of {visits}, zombies and workers left", len(left), "", 0)


def workers(me: psutil.Process) -> list[psutil.Process]:
    """The workers that are there."""
    return [child for child in me.children() if "kiosk.narration.worker" in " ".join(_command(child))]


def _command(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:
        return []


def main(argv: list[str]) -> int:
    """Run some visits, and say what was found."""
    with TemporaryDirectory() as folder, virtual_card() as server:
        ear = Ear(server)
        found = list(soak(Path(folder), ear, int(argv[0]), int(argv[1])))
        ear.close()
    for line in found:
        print(json.dumps(line, ensure_ascii=False))  # noqa: T201 - for who runs it by hand
    return 0 if all(line["met"] for line in found) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
