"""Cuts the power in the middle of an application update: `script/drill app-kills 500`, `app-kills-whole 20`.

Each round begins an update in a process group of its own: fetched, laid down, wanted, chosen. At a call of the operating system
taken by lot the whole group is killed; in a third of the rounds while a program works that it calls (venv, pip, sync). What a start
then chooses must be a whole program, the old or the new. Most rounds go on with what is left of the round before; else the update,
left alone, must come to its end and leave nothing half-done.
"""

import base64
import csv
import hashlib
import os
import random
import select
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.software import starter
from tests.helpers.apps import WORKS, Machine, program, published
from tests.helpers.drills import Faults
from tests.helpers.workshop import Workshop

CHANGES = frozenset({"open", "os.rename", "os.mkdir", "os.rmdir", "os.remove", "os.link", "os.symlink", "shutil.rmtree"})
"""Calls, by their audit events, before which the power may go."""
PROGRAMS = "subprocess.Popen"
SLACK = 1.1
"""Times the length of the slowest program after which it may still be hit."""
OF_WHOLE = (900, 3, 60.0)
"""What an update of the whole program takes at most, so that nothing of it need be measured: minutes on a busy machine."""
IN_PROGRAMS, WELL = 0.35, 0.2
"""Which part of the rounds is killed while a program works; after which part an update is left alone."""


class AppKills:
    """A kiosk with a small first program, and a release that is brought to it again and again."""

    def __init__(self, folder: Path, seed: int, *, whole: bool = False) -> None:
        self._chance, self._whole = random.Random(seed), whole
        self._workshop = Workshop(folder / "workshop")
        self._held, self._now = folder / "held", folder / "now"
        self._boots, starter.BOOT = 0, folder / "boot"
        held = Machine(self._held, self._workshop.root)
        published(self._workshop, "1.0", program(WORKS))
        held.install("0.9")
        self._boot()
        self._update(held)
        held.programs.has_stood(held.programs.current)
        held.choose()
        held.lay()
        self._old = held.programs.current
        self._new = self._publish()
        self.hits = Counter[str]()
        self._calls, self._programs, self._seconds = OF_WHOLE if whole else self._measured()

    def _publish(self) -> str:
        """The release that is brought; its name."""
        if not self._whole:
            release = published(self._workshop, "1.1", program(WORKS + "# another\n", ballast=bytes(range(256)) * 2000))
            return release.name_of(release.bundles[0])
        from tests.helpers.whole_app import published_whole

        release = published_whole(self._workshop)
        return release.name_of(release.bundles[0])

    def _boot(self) -> None:
        self._boots += 1
        starter.BOOT.write_text(f"boot {self._boots}", encoding="ascii")

    def _update(self, machine: Machine) -> None:
        machine.fetch(self._workshop.repository.folder)
        machine.lay()
        machine.programs.want(machine.programs.next_one() or machine.programs.current)
        machine.choose()

    def _begin(self) -> Machine:
        shutil.rmtree(self._now, ignore_errors=True)
        shutil.copytree(self._held, self._now, symlinks=True)
        return Machine(self._now, self._workshop.root)

    # killing ---------------------------------------------------------------------------------------------------------

    def _measured(self) -> tuple[int, int, float]:
        """How many calls an update takes, how many programs it calls, and how long the slowest of them works."""
        said = self._played(self._begin(), 0)
        times = [float(line.split()[1]) for line in said if line.startswith("took")]
        return int(said[-1].split()[1]), len(times), max(times)

    def _played(self, machine: Machine, call: int, seconds: float = 0) -> list[str]:
        """Begin an update and kill it at a call, or seconds after a program began, counted from -1; 0 leaves it alone."""
        read, pipe = os.pipe()
        pid = os.fork()
        if pid == 0:
            self._child(machine, call, pipe)
        os.close(pipe)
        said, end = "", None
        with os.fdopen(read, encoding="ascii", closefd=True) as lines:
            while True:
                left = None if end is None else max(0.0, end - time.monotonic())
                if not select.select([lines], [], [], left)[0]:
                    os.killpg(pid, signal.SIGKILL)
                    break
                text = os.read(lines.fileno(), 4096).decode()
                said += text
                if not text:
                    break
                end = time.monotonic() + seconds if "begins" in text and call else end
        os.waitpid(pid, 0)
        return said.split("\n")[:-1]

    @staticmethod
    def _child(machine: Machine, call: int, pipe: int) -> None:
        """In the group that is killed."""
        os.setsid()
        os.set_inheritable(pipe, False)
        count, programs, begun = 0, 0, 0.0

        def watch(event: str, values: tuple[object, ...]) -> None:
            nonlocal count, programs, begun
            if (event not in CHANGES and event != PROGRAMS) or (event == "open" and not _writes(values)):
                return
            if event == PROGRAMS:
                programs, begun = programs + 1, time.monotonic()
                if programs == -call:
                    os.write(pipe, f"{values[1]!s:.300}\nbegins\n".encode("ascii", "replace"))
                return
            count += 1
            if count == call:
                os.write(pipe, f"{event} {values[0]!s:.200}\n".encode("ascii", "replace"))
                os.killpg(0, signal.SIGKILL)

        sys.addaudithook(watch)
        try:
            kills = AppKills.__new__(AppKills)
            kills._workshop = _TheWorkshop(machine.root.parent.parent)
            from kiosk.software import laying

            run = laying._run

            def timed(command: list[str], folder: Path) -> None:
                run(command, folder)
                os.write(pipe, f"took {time.monotonic() - begun}\n".encode())

            laying._run = timed
            kills._update(machine)
            os.write(pipe, f"end {count}\n".encode())
            os._exit(0)
        except BaseException as error:  # noqa: BLE001 - told to the one who kills
            os.write(pipe, f"failed {error!r:.300}\n".encode("ascii", "replace"))
            os._exit(1)

    def rounds(self) -> Iterator[Faults]:
        """One kill each."""
        machine = self._begin()
        while True:
            inside = self._chance.random() < IN_PROGRAMS
            call = -self._chance.randint(1, self._programs) if inside else self._chance.randint(1, self._calls)
            self._boot()
            said = self._played(machine, call, self._chance.uniform(0, self._seconds * SLACK))
            ended = said[-1].startswith(("end", "failed")) if said else False
            self.hits["too late" if ended else _part(said)] += 1
            faults = [f"the update ended with {said[-1]}"] if said and said[-1].startswith("failed") else []
            self._boot()
            faults += self._faults(machine)
            if ended or self._chance.random() < (WELL if not self._whole else WELL / 5):
                faults += self._ends_well(machine)
                machine = self._begin()
            yield [(f"killed at call {call}, {_part(said)}", fault) for fault in faults]

    def figures(self) -> str:
        """Where the kills hit."""
        return ", ".join(f"{name} {count}" for name, count in self.hits.most_common())

    # what must be true -----------------------------------------------------------------------------------------------

    def _faults(self, machine: Machine) -> list[str]:
        """What a start chooses is whole, and one of the two."""
        chosen = machine.choose().current
        faults = [] if chosen in {self._old, self._new} else [f"{chosen or 'nothing'} is chosen"]
        if machine.programs.current != chosen:
            faults.append(f"current leads to {machine.programs.current}, chosen is {chosen}")
        for name in machine.programs.complete():
            faults += [f"{name[:10]}: {fault}" for fault in spoilt(machine.folder_of_programs / name)]
        return faults

    def _ends_well(self, machine: Machine) -> list[str]:
        self._boot()
        try:
            self._update(machine)
            machine.programs.has_stood(self._new)
            self._boot()
            machine.choose()
            machine.lay()
        except KioskError as error:
            return [f"the next update: {error}"]
        faults = [] if machine.programs.current == self._new else ["the next update did not bring it"]
        left = [path for path in machine.folder.rglob(".*") if "site-packages" not in path.parts]
        left += [
            path for path in (machine.folder_of_programs / "incoming", machine.state / "software" / "staging") if path.exists()
        ]
        faults += [f"{path.relative_to(machine.folder)} is left over" for path in left]
        return faults + self._faults(machine)


class _TheWorkshop:
    """Where its repository is."""

    def __init__(self, folder: Path) -> None:
        self.repository = self
        self.folder = folder


def _writes(values: tuple[object, ...]) -> bool:
    mode, flags = values[1], values[2]
    return bool(set(str(mode or "")) & set("wax+")) or bool(isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR))


def _part(said: list[str]) -> str:
    """Which part of an update a call is."""
    text = said[0] if said else ""
    for word, part in {"'pip'": "pip", "'venv'": "venv", "--file-system": "sync", "state": "fetch", "incoming": "wheels"}.items():
        if word in text:
            return part
    return "switch" if "opt" in text or "current" in text or "pointer" in text else "other"


def spoilt(folder: Path) -> list[str]:
    """Files of an installed program that are not as their wheels have them."""
    found = []
    for record in folder.glob("lib/python3*/site-packages/*.dist-info/RECORD"):
        for name, digest, _ in csv.reader(record.read_text(encoding="utf-8").splitlines()):
            path = record.parent.parent / name
            kept = hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b""
            if (
                digest
                and "__pycache__" not in name
                and base64.urlsafe_b64encode(kept).decode().rstrip("=") != digest.removeprefix("sha256=")
            ):
                found.append(f"{name} is not whole")
    return found


@contextmanager
def opened(folder: Path, seed: int) -> Iterator[AppKills]:
    """A small release."""
    yield AppKills(folder, seed)


@contextmanager
def opened_whole(folder: Path, seed: int) -> Iterator[AppKills]:
    """The whole program with all that it needs."""
    yield AppKills(folder, seed, whole=True)
