"""A large content with a small edit: bytes and time beside rsync; and a fleet beside one web server."""

import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from unittest import mock

import apsw

from kiosk.config import ROOT
from kiosk.content.build import finish
from kiosk.publishing.release_sources import HttpSource
from kiosk.publishing.releasing import Publisher
from kiosk.publishing.sync import Sync
from tests.benchmarks.scale import grow, without_search
from tests.helpers.kiosks import Follower
from tests.helpers.nginx import nginx
from tests.helpers.workshop import Workshop, sentence

CONTENT = ROOT / "content.db"
ITEMS = 15_500
"""Pavilions of texts of their own: 192 MB."""
EDITED = 0.01
FLEETS = (100, 1_000)
ENOUGH_RSYNC, ENOUGH_SECONDS, LINEAR = 0.2, 3.0, 1.2

Figure = tuple[str, float, float, str, float]
"""Name, ours, the other's, unit, the largest ratio that meets the goal."""


def _vary(database: Path, part: float, seed: int) -> None:
    """Give a part of all texts other words, as often as words are in the content; then write the file anew."""
    chance, draft = random.Random(seed), database.with_suffix(".draft")
    without_search(database, draft)
    connection = apsw.Connection(str(draft))
    words = {tag: _words(connection, tag) for (tag,) in connection.execute("SELECT tag FROM language")}
    rows = list(connection.execute("SELECT item, field, language, shown FROM text WHERE item LIKE '%~%'"))
    with connection:
        for item, field, tag, shown in chance.sample(rows, int(part * len(rows))):
            kept = shown.split()
            places = range(len(kept)) if part == 1 else chance.choices(range(len(kept)), k=3)
            for place in places:
                kept[place] = chance.choice(words[tag])
            connection.execute(
                "UPDATE text SET shown = ? WHERE item = ? AND field = ? AND language = ?", (" ".join(kept), item, field, tag)
            )
    connection.close()
    database.unlink()
    finish(draft, database)
    draft.unlink()


def _words(connection: apsw.Connection, tag: str) -> list[str]:
    texts = connection.execute("SELECT shown FROM text WHERE language = ? AND item NOT LIKE '%~%'", (tag,))
    return [word for (text,) in texts for word in text.split()]


def beside_rsync(folder: Path) -> Iterator[Figure]:
    """Bytes of an edit beside rsync's and a full copy's, and the seconds an installation takes beyond the transfer."""
    old, new = folder / "old.db", folder / "new.db"
    grow(CONTENT, old, ITEMS)
    _vary(old, 1, 1)
    shutil.copy(old, new)
    _vary(new, EDITED, 2)
    workshop = Workshop(folder / "workshop")
    publisher = Publisher(workshop.repository, workshop.keyring, workshop.now)
    publisher.publish(old, {}, "stable")
    kiosk = Follower(folder / "kiosk", workshop.root)
    with nginx(workshop.repository.folder, folder) as (address, _):
        kiosk.sync(address)
        kiosk.stand()
        begin = time.monotonic()
        release = publisher.publish(new, {}, "stable")
        sys.stderr.write(f"publishing took {time.monotonic() - begin:.1f} s; whole {release.whole.size / 1e6:.1f} MB\n")
        phases: list[tuple[str, float]] = []
        result = Sync(kiosk.plan(), HttpSource(address), lambda step: phases.append((step.name, time.monotonic()))).run()
        seconds = _beyond_transfer([*phases, ("done", time.monotonic())])
    begin = time.monotonic()
    options = ["--no-whole-file", "--block-size=4096", "--ignore-times", "--stats"]
    said = subprocess.run(["rsync", *options, str(new), str(old)], capture_output=True, text=True, check=True).stdout
    sys.stderr.write(f"rsync took {time.monotonic() - begin:.1f} s\n")
    rsync = sum(int(number.replace(",", "")) for number in re.findall(r"Total bytes (?:sent|received): ([\d,]+)", said))
    size = new.stat().st_size
    yield "sync bytes beside rsync", result.received / 1e6, rsync / 1e6, "MB", ENOUGH_RSYNC
    yield "sync bytes beside a full copy", result.received / 1e6, size / 1e6, "MB", ENOUGH_RSYNC
    yield "sync install seconds beside the goal", seconds, ENOUGH_SECONDS, "s", 1.0


def _beyond_transfer(phases: list[tuple[str, float]]) -> float:
    """Seconds of all phases but those that ask and fetch."""
    spent = [(phase, end - begin) for (phase, begin), (_, end) in pairwise(phases)]
    sys.stderr.write("".join(f"{seconds:.2f} s {phase}\n" for phase, seconds in spent))
    return sum(seconds for phase, seconds in spent if phase not in {"asking", "fetching"})


def fleet(folder: Path) -> Iterator[Figure]:
    """Bytes, requests and seconds a kiosk, with few kiosks and with many; without the examination, each kiosk's own process."""
    workshop = Workshop(folder / "fleet")
    workshop.publish()
    per_kiosk: dict[int, tuple[float, float, float]] = {}
    with nginx(workshop.repository.folder, folder) as (address, _):
        for size in FLEETS:
            kiosks = [Follower(folder / f"fleet-{size}" / str(number), workshop.root) for number in range(size)]
            with mock.patch("kiosk.publishing.sync.examine_database", return_value={"content_version": "2026.11.24"}):
                _all(kiosks, address)
                release = workshop.publish(sentence(f"for {size} kiosks"))
                begin = time.monotonic()
                results = _all(kiosks, address)
            seconds = time.monotonic() - begin
            if any(kiosk.shows != release.database.sha256 for kiosk in kiosks):
                message = "a kiosk shows something else"
                raise AssertionError(message)
            per_kiosk[size] = (sum(r[0] for r in results) / size, sum(r[1] for r in results) / size, seconds / size)
    few, many = (per_kiosk[size] for size in FLEETS)
    for place, (name, unit) in enumerate((("bytes", "B"), ("requests", ""), ("milliseconds", "ms"))):
        factor = 1000 if unit == "ms" else 1
        yield f"sync {name} a kiosk of {FLEETS[1]}", many[place] * factor, few[place] * factor, unit, LINEAR


def _all(kiosks: list[Follower], address: str) -> list[tuple[int, int]]:
    def one(kiosk: Follower) -> tuple[int, int]:
        source = HttpSource(address)
        result = Sync(kiosk.plan(), source).run()
        kiosk.stand()
        return result.received, result.requests

    with ThreadPoolExecutor(16) as pool:
        return list(pool.map(one, kiosks))
