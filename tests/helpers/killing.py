"""Kills a kiosk's sync at random moments: `python -m tests.helpers.killing RUNS [SEED]` says what was found.

Each run ends `kiosk sync` with SIGKILL after a random time, then starts the kiosk as it would start: what it shows must be the
content of before or the new one, whole. The clock runs from the start of the work, not of the program.
"""

import json
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.config import ROOT
from kiosk.publishing.pointer import Pointer
from tests.helpers.kiosks import Follower
from tests.helpers.workshop import Workshop, sentence

CHILD = """
import sys
from pathlib import Path
sys.path.insert(0, {root!r})
from kiosk.publishing.sources import FolderSource
from kiosk.publishing.sync import Sync, SyncPlan
print("ready", flush=True)
Sync(SyncPlan(Path({state!r}), Path({trust!r})), FolderSource(Path({repository!r}))).run()
"""


def scene(folder: Path) -> tuple[Workshop, Follower]:
    """A kiosk that holds one release as good, beside a repository with the next."""
    workshop = Workshop(folder / "workshop")
    workshop.publish()
    kiosk = Follower(folder / "kiosk", workshop.root)
    kiosk.sync(workshop.repository.folder)
    kiosk.stand()
    picture = folder / "dog.png"
    picture.write_bytes(b"a picture" * 100_000)
    workshop.publish(sentence("new"), {f"pictures/{number}.png": picture for number in range(5)})
    return workshop, kiosk


def child(workshop: Workshop, kiosk: Follower) -> subprocess.Popen:
    code = CHILD.format(root=str(ROOT), state=str(kiosk.state), trust=str(kiosk.root), repository=str(workshop.repository.folder))
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    return process


def killed_after(workshop: Workshop, kiosk: Follower, seconds: float) -> str:
    """What a kiosk shows whose sync was killed: `old`, `new`, or what is bad about it."""
    wanted = workshop.repository.current("stable")
    assert wanted is not None
    before = kiosk.installation.pointer.good[0]
    process = child(workshop, kiosk)
    time.sleep(seconds)
    process.kill()
    process.communicate()
    shown = kiosk.shows
    if shown == wanted.database.sha256:
        whole = all((kiosk.installation.database(wanted.name).parent / file.path).is_file() for file in wanted.files)
        return "new" if whole else "BAD: a file is missing"
    return "old" if shown == before.partition("-")[2] else f"BAD: {shown or 'nothing'}"


def run(runs: int, seed: int = 1) -> Counter[str]:
    """Kill so many syncs; after each, a sync that is left alone must bring the new content."""
    found: Counter[str] = Counter()
    chance = random.Random(seed)
    with TemporaryDirectory() as temporary:
        workshop, kiosk = scene(Path(temporary))
        held = Path(temporary) / "held"
        shutil.copytree(kiosk.state, held)
        begin = time.monotonic()
        kiosk.sync(workshop.repository.folder)
        longest = 1.2 * (time.monotonic() - begin)
        for number in range(runs):
            if number % 4 == 0:  # else what the last one left stays
                shutil.rmtree(kiosk.state)
                shutil.copytree(held, kiosk.state)
            found[killed_after(workshop, kiosk, chance.uniform(0, longest))] += 1
            if number % 4 == 3:
                kiosk.installation.change(lambda pointer: Pointer(pointer.current, good=pointer.good))
                result = kiosk.sync(workshop.repository.folder).result
                found[f"afterwards {result}"] += 1
    return found


if __name__ == "__main__":
    sys.stdout.write(json.dumps(run(int(sys.argv[1]), int((*sys.argv, "1")[2]))) + "\n")
