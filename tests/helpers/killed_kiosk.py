"""Kills the real kiosk on a real display: `script/drill kills 200` says what was found.

Each life begins as a technician begins it, on a virtual display; a finger and a keyboard there make visitors, who listen and call
an officer, and staff, who come in by their PIN and choose a mode. Beside it an admin's `kiosk mode` and `kiosk sync` work on
the same state. At a random moment, before the first picture too, the kiosk ends with SIGKILL, and often the commands with it.
Whatever was confirmed by then must be there, nothing may be moved aside, no process and no half file may stay, and the next life
must begin with what the rules say.
"""

import itertools
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from signal import SIGKILL
from threading import Timer
from typing import Any
from zoneinfo import ZoneInfo

import psutil

from kiosk.config import ROOT
from kiosk.content.store import ContentStore
from kiosk.disk.files import HOUR
from kiosk.disk.state_file import StateFile
from kiosk.domain.mode_resolver import resolve
from kiosk.domain.staff import TAPS, Role
from kiosk.publishing.installation import Installation
from kiosk.publishing.manifest import Release
from kiosk.publishing.pointer import TRIES, Pointer
from kiosk.publishing.releasing import Publisher
from kiosk.staff.choices import StaffChoices
from kiosk.staff.people import PeopleFile
from kiosk.staff.pin_gate import Gate
from kiosk.staff.schedule import rules_of
from kiosk.staff.staff_log import Logged, StaffAct
from kiosk.ui.machine.boundary import Boundary
from tests.benchmarks.display import WIDTH, Panel, virtual_panel
from tests.benchmarks.sound_card import virtual_card
from tests.helpers.drills import Faults
from tests.helpers.patience import patience
from tests.helpers.power_cut import told
from tests.helpers.watched import START, Place, Watched
from tests.helpers.workshop import Workshop

CONTENT = ROOT / "content.db"
PIN = "493827"
LONGEST = 8.0
"""Seconds of a life after its first picture, at most, on a quiet machine."""
BEFORE = 0.15
"""Of the lives that end before their first picture."""
NEW_CONTENT = 7
"""Lives between two publications."""
BUSY = "another sync is at work; wait for its end"
"""What the kiosk's own sync says beside one of the console: no fault."""
MODES = ("desk", "children", "closed", "pavilion_k9", "emergency")
DOORS = ("العربية", "Français", "English")


def lead_in(state: Path) -> None:
    """Let a lead in by `PIN`, at the kiosk whose state is kept in a folder."""
    file = StateFile(state / "state.db")
    gate = Gate(PeopleFile(state / "people.json"), StaffChoices(file), Boundary().make_hasher(), time.monotonic)
    gate.set_pin("Amal", Role.LEAD, PIN, datetime.now(ZoneInfo("Africa/Casablanca")), "admin")
    file.close()


@dataclass
class Kept:
    """What is confirmed: whoever looks finds it, so it may never be missing again."""

    log: list[Logged] = field(default_factory=list)
    roll: bytes = b""
    pointer: Pointer = field(default_factory=Pointer)
    counted: int = 0


class Hall:
    """One kiosk's disk, its publisher, its display, and what is known to be kept."""

    def __init__(self, folder: Path, panel: Panel, seed: int) -> None:
        self.panel, self.chance, self.state = panel, random.Random(seed), folder / "state"
        self.log, self._read_to = folder / "kiosk.log", 0
        self._children = list[psutil.Process]()
        self.settings = folder / "kiosk.toml"
        self._workshop = Workshop(folder / "workshop")
        with ContentStore.open(CONTENT) as store:
            day = ".".join(store.content_version.split(".")[:3])
        self._releases = [self._publish(folder / f"{n}.db", f"{day}.{n}") for n in (90, 91)]
        lines = {"content": CONTENT, "cache": folder / "cache", "state": self.state, "sync_root": self._workshop.root}
        lines |= {"sync": self._workshop.repository.folder}
        self.settings.write_text(
            "motion = false\ntrial_minutes = 0\nsync_minutes = 1\nname = 'kiosk'\n"
            + "".join(f'{key} = "{path}"\n' for key, path in lines.items()),
            encoding="utf-8",
        )
        lead_in(self.state)
        self.kept = self.found()
        self.did, self.killed_at = Counter[str](), Counter[str]()

    def _publish(self, path: Path, version: str) -> Release:
        shutil.copy(CONTENT, path)
        with closing(sqlite3.connect(path)) as database, database:
            database.execute("UPDATE meta SET value = ? WHERE key = 'content_version'", (version,))
        return self._publisher.publish(path, {}, "stable")

    @property
    def _publisher(self) -> Publisher:
        return Publisher(self._workshop.repository, self._workshop.keyring, self._workshop.now)

    # what is kept ------------------------------------------------------------------------------------------------

    def found(self) -> Kept:
        """What stands on the disk, read as another program does, while the kiosk runs or after it."""
        lines = self._rows("state.db", "SELECT at, person, role, act, detail FROM log ORDER BY id")
        log = [Logged(at, StaffAct(person, role, act, json.loads(detail))) for at, person, role, act, detail in lines]
        counted = sum(number for (number,) in self._rows("counters.db", "SELECT number FROM figure"))
        return Kept(log, (self.state / "people.json").read_bytes(), Installation(self.state).pointer, counted)

    def _rows(self, name: str, sql: str) -> list[Any]:
        if not (self.state / name).exists():
            return []
        with closing(sqlite3.connect(f"file:{self.state / name}?mode=rw", uri=True, timeout=10)) as database:
            return database.execute(sql).fetchall()

    def confirm(self) -> None:
        """From now on, what is found may not be missing."""
        self.kept = self.found()

    def expected(self) -> str:
        """The mode that the rules say, by what was chosen."""
        file = StateFile(self.state / "state.db")
        chosen = StaffChoices(file).chosen()
        file.close()
        database = Installation(self.state).shown() or CONTENT
        with ContentStore.open(database) as store:
            return resolve(datetime.now(ZoneInfo(store.timezone)), rules_of(store, store.modes(), "kiosk", "whole", chosen)).mode

    # a life ------------------------------------------------------------------------------------------------------

    def life(self, number: int) -> list[str]:
        """One start and one kill; what is wrong with what was found after it."""
        if number % NEW_CONTENT == 0:
            self._publisher.republish(self._releases[number // NEW_CONTENT % 2], "stable")
        if told(self.kept.log) and self.chance.random() < 0.4:  # an emergency serves nobody
            self._choose("clear")
        expected, before = self.expected(), Installation(self.state).pointer
        kiosk = Watched(self.panel, self.settings, self.log)
        faults = self._live(kiosk, expected)
        if kiosk.process.wait() != -SIGKILL:
            faults.append(f"ended by itself, status {kiosk.process.returncode}")
        last: Place = kiosk.places[-1] if kiosk.places else {"screen": "before the first picture", "panel": ""}
        self.killed_at[f"{last['screen']} {last['panel']}".strip()] += 1
        faults += self.faults(before)
        return faults

    def _live(self, kiosk: Watched, expected: str) -> list[str]:
        """Until the kill; what is wrong with how it began."""
        commands: list[subprocess.Popen[bytes]] = []
        faults = list[str]()
        if self.chance.random() < BEFORE:
            self._kill_in(kiosk, commands, self.chance.uniform(0, patience(0.8)))
        elif not kiosk.until(lambda: bool(kiosk.place), START):
            faults.append(f"no first picture; ended with {kiosk.process.poll()}")
            kiosk.process.kill()
        else:
            first = kiosk.places[0]
            if first["mode"] != expected or first["screen"] == "OutOfService":
                faults.append(f"began with {first}, the rules say {expected}")
            self._kill_in(kiosk, commands, self.chance.uniform(0, patience(LONGEST) / 4))
            while kiosk.process.poll() is None:
                self._act(kiosk, commands)
                self.confirm()
        for command in commands:
            command.wait()
        return faults

    def _kill_in(self, kiosk: Watched, commands: list[subprocess.Popen[bytes]], seconds: float) -> None:
        """The kiosk, and half the time whatever works beside it, end at a moment."""
        also = self.chance.random() < 0.5

        def kill() -> None:
            self._children = psutil.Process(kiosk.process.pid).children(recursive=True)
            kiosk.process.kill()
            for command in commands if also else ():
                command.kill()

        timer = Timer(seconds, kill)
        timer.daemon = True
        timer.start()

    def faults(self, before: Pointer) -> list[str]:
        """What is missing, moved aside or left over, once what the killed kiosk had begun has ended too."""
        bad = list[str]()
        _, alive = psutil.wait_procs(self._children, patience(15))
        for process in alive:
            bad.append(f"{process.cmdline()[1:4]} outlives the kiosk")
            process.kill()
        now = self.found()
        if now.log[: len(self.kept.log)] != self.kept.log:
            bad.append(f"the log lost a line of {len(self.kept.log)}")
        if now.roll != self.kept.roll:
            bad.append("the roll is another")
        if now.counted < self.kept.counted:
            bad.append(f"counted {now.counted}, it was {self.kept.counted}")
        bad += self._pointer_faults(before, now.pointer)
        bad += [f"{path.name} was moved aside" for path in self.state.rglob("*.bad*")]
        with self.log.open(encoding="utf-8", errors="replace") as stream:
            stream.seek(self._read_to)
            said, self._read_to = stream.read(), self.log.stat().st_size
        bad += [
            line for line in said.splitlines() if any(word in line for word in ("WARN", "ERROR", "CRITICAL", "Traceback", "QML"))
        ]
        self._age()
        self.confirm()
        return bad

    def _pointer_faults(self, before: Pointer, now: Pointer) -> list[str]:
        kept, installation = self.kept.pointer, Installation(self.state)
        bad = [f"{name} is damaged" for name in {now.current, *now.good} if name and not installation.is_intact(name)]
        if kept.current and now.current != kept.current and (now.current or "") < kept.current:
            if kept.current in now.refused and (kept.trial or before.trial):
                self.did[f"given up after {TRIES} starts on trial"] += 1
            else:
                bad.append(f"shows {now.current}, it was {kept.current}")
        return bad

    def _age(self) -> None:
        """What is half-written becomes old enough for the next start to sweep; what one has seen twice was not swept."""
        for path in (*self.state.glob(".*-*"), *(self.state.parent / "cache").rglob(".making-*")):
            with suppress(FileNotFoundError):
                os.utime(path, (0, time.time() - 2 * HOUR))
                self.did["half-written, to be swept"] += 1

    # what is done in it ------------------------------------------------------------------------------------------

    def _act(self, kiosk: Watched, commands: list[subprocess.Popen[bytes]]) -> None:
        acts = {self._visit: 3, self._listen: 3, self._call: 2, self._staff: 4, self._admin: 3, self._sync: 3}
        act = self.chance.choices([*acts], [*acts.values()])[0]
        act(kiosk, commands)
        self.did[act.__name__.strip("_")] += 1

    def _enter(self, kiosk: Watched) -> None:
        if kiosk.place.get("screen") == "Attract":
            kiosk.touch(name=self.chance.choice(DOORS))
            kiosk.until(lambda: kiosk.place["screen"] != "Attract", 1)
            time.sleep(0.5)

    def _visit(self, kiosk: Watched, _commands: object) -> None:
        self._enter(kiosk)
        for _ in range(self.chance.randint(1, 4)):
            kiosk.touch(any=self.chance.randrange(10**6))
            time.sleep(self.chance.uniform(0.1, 0.6))

    def _listen(self, kiosk: Watched, _commands: object) -> None:
        self._enter(kiosk)
        kiosk.find(word="home") and kiosk.touch(word="home")
        time.sleep(0.5)
        if kiosk.find(word="listen"):
            kiosk.touch(word="listen")
            time.sleep(self.chance.uniform(0, 3))

    def _call(self, kiosk: Watched, _commands: object) -> None:
        self._enter(kiosk)
        if kiosk.find(word="call_staff"):
            kiosk.touch(word="call_staff")
            time.sleep(0.3)

    def _staff(self, kiosk: Watched, _commands: object) -> None:
        """The gesture, the PIN on a keyboard, a mode, and the key that does it."""
        corner = (self.chance.choice([30, WIDTH - 30]), 30)
        for _ in range(TAPS):
            self.panel.tap(*corner)
            time.sleep(0.15)
        kiosk.hold(*corner, 1.4)
        if not kiosk.until(lambda: kiosk.place.get("panel") == "Pad", 1):
            return
        time.sleep(0.6)
        kiosk.type(f"{PIN}\n")
        if kiosk.until(lambda: kiosk.place.get("panel") == "Board", 3):
            time.sleep(0.6)
            mode = self.chance.choice(MODES)
            kiosk.touch(mode=mode)
            time.sleep(0.6)
            if kiosk.touch(word="evacuate_now" if mode == "emergency" else "do_it"):
                self.did["mode chosen by touch"] += 1

    def _admin(self, _kiosk: object, commands: list[subprocess.Popen[bytes]]) -> None:
        self._run(commands, "mode", *self.chance.choice([("set", mode, "--until", "stay") for mode in MODES] + [("clear",)] * 4))

    def _sync(self, _kiosk: object, commands: list[subprocess.Popen[bytes]]) -> None:
        self._run(commands, "sync")

    def _run(self, commands: list[subprocess.Popen[bytes]], *words: str) -> None:
        """A command of the console; half the time nobody waits for its end, and it may be killed too."""
        command = [sys.executable, "-m", "kiosk.cli", *words, "--config", str(self.settings)]
        commands.append(subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        if self.chance.random() < 0.5:
            commands[-1].wait()

    def _choose(self, *words: str) -> None:
        commands: list[subprocess.Popen[bytes]] = []
        self._run(commands, "mode", *words)
        commands[0].wait()
        self.confirm()

    def rounds(self) -> Iterator[Faults]:
        """What is wrong after each kill."""
        for number in itertools.count():
            yield [(f"life {number}", fault) for fault in self.life(number)]

    def figures(self) -> str:
        """What was confirmed and is still there, what was done meanwhile, and where it was killed."""
        kept = f"kept {len(self.kept.log)} lines of the log, {self.kept.counted} counted, release {self.kept.pointer.current}"
        return f"{kept}; did {dict(self.did)}; killed at {dict(self.killed_at)}"


@contextmanager
def opened(folder: Path, seed: int) -> Iterator[Hall]:
    """The drill, in a folder."""
    with virtual_card(), virtual_panel() as panel:
        yield Hall(folder, panel, seed)
