"""Lays programs down, as root and without a network: what the kiosk's account fetched is a source, trusted no more than a stick."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kiosk.disk.files import flush, make_folder, replaced_atomically, sweep
from kiosk.errors import DamagedError, NotThereError, StorageError
from kiosk.publishing.app_manifest import AppRelease, Bundle, app_target, read_app_release
from kiosk.publishing.disk import need_room, own_disk
from kiosk.publishing.download import BlobStore
from kiosk.publishing.installation import Installation
from kiosk.publishing.release_sources import CHUNK, ReleaseSource, Stream
from kiosk.publishing.served_files import ServedFiles
from kiosk.publishing.sync_clock import SyncClock
from kiosk.publishing.trust import APP_MANIFEST, TRUST, Trust
from kiosk.software.fetching import fitting
from kiosk.software.programs import System
from kiosk.software.starter import COMPLETE, OFFERED, PROGRAM, linked, name_in, read_pointer

INCOMING = "incoming"
"""The folder of wheels on their way."""
GROWTH = 4
"""An installed program takes at most so many times the bytes of its wheels."""
LONGEST = 3_600
"""Seconds for one command: a slow machine may take minutes."""


@dataclass(frozen=True, slots=True)
class LayingPlan:
    """What is laid down, and where."""

    programs: Path
    state: Path
    """The folder of the kiosk's account, which fetched it."""
    root: Path
    """The publishers' first root."""
    channel: str
    system: System
    synchronised: bool = False
    """The operating system says that a time server set the clock."""


@dataclass(frozen=True, slots=True)
class Laid:
    """What came of it."""

    result: str
    """`laid`, `current` (nothing new), or `refused` (this kiosk went back from it)."""
    number: int
    version: str
    name: str


class HeldFiles:
    """What the kiosk's account holds, as a source."""

    def __init__(self, state: Path) -> None:
        self.name, self.requests, self.received = str(state), 0, 0
        self._files = ServedFiles(state)

    def read(self, path: str, start: int = 0) -> tuple[int, Stream]:
        """See `ReleaseSource`."""
        self.requests += 1
        descriptor = self._files.open(path)
        if descriptor is None:
            message = f"{self.name}: {path} is not there; fetch it first"
            raise NotThereError(message)
        os.lseek(descriptor, start, os.SEEK_SET)
        return start, self._bytes(descriptor)

    def _bytes(self, descriptor: int) -> Stream:
        try:
            while chunk := os.read(descriptor, CHUNK):
                self.received += len(chunk)
                yield chunk
        finally:
            os.close(descriptor)


class ProgramInstaller:
    """Root beside what was fetched."""

    def __init__(self, plan: LayingPlan, now: datetime | None = None) -> None:
        """Prepare.

        Args:
            plan: what is laid down, and where.
            now: what the clock says; None looks at it.
        """
        self._plan, self._programs = plan, plan.programs
        self._clock = SyncClock(now or datetime.now(UTC), synchronised=plan.synchronised)
        self._source: ReleaseSource = HeldFiles(plan.state)
        self._trust = Trust(plan.programs / TRUST, plan.root)
        self._store = BlobStore(plan.programs / INCOMING)

    def run(self) -> Laid:
        """Lay the newest down that was fetched, and offer it to the kiosk; nothing is started.

        Raises:
            VerificationError: it is not signed, older than what was laid down, or for another system.
            TransferError: it was not fetched whole.
            StorageError: the disk is full or fails, or the program cannot be made of its wheels.
        """
        with Installation(self._programs).locked("laying.lock", wait=False):
            self._sweep()
            target = app_target(self._plan.channel)
            release = self._trust.newest_of(self._source, target, self._clock, read_app_release, APP_MANIFEST)
            bundle = fitting(release, self._plan.system)
            name, result = release.name_of(bundle), "current"
            if name in read_pointer(self._programs).refused:
                return Laid("refused", release.number, release.version, name)
            self._trust.accept(release, self._clock)
            if not (self._programs / name / COMPLETE).is_file():
                self._lay(release, bundle, name)
                result = "laid"
            if name_in(self._programs / OFFERED) != name:
                with own_disk(self._programs), replaced_atomically(self._programs / OFFERED) as fresh:
                    fresh.write_text(f"{name}\n", encoding="ascii")
            self._tidy(name)
            return Laid(result, release.number, release.version, name)

    def _lay(self, release: AppRelease, bundle: Bundle, name: str) -> None:
        folder, wheels = self._programs / name, self._store.folder.parent / "wheels"
        need_room(self._programs, (GROWTH + 1) * bundle.size)
        for wheel in bundle.wheels:
            self._store.fetch(wheel.blob, self._source)
        with own_disk(self._programs):
            for old in (folder, wheels):
                shutil.rmtree(old, ignore_errors=True)
            make_folder(wheels)
            for wheel in bundle.wheels:
                (wheels / wheel.name).hardlink_to(self._store.path(wheel.blob))
            requirements = wheels / "requirements.txt"
            requirements.write_text("\n".join(wheel.requirement() for wheel in bundle.wheels), encoding="utf-8")
        base = str(getattr(sys, "_base_executable", sys.executable))
        _run([base, "-I", "-m", "venv", "--without-pip", str(folder)], self._programs)
        pip = [sys.executable, "-I", "-m", "pip", "--isolated", "--no-input", "--python", str(folder / "bin" / "python")]
        only = ["--no-index", "--no-deps", "--no-cache-dir", "--only-binary=:all:", "--require-hashes", "--find-links", str(wheels)]
        _run([*pip, "install", "--quiet", *only, "-r", str(requirements)], self._programs)
        _run(["sync", "--file-system", str(folder)], self._programs)
        with own_disk(self._programs), replaced_atomically(folder / COMPLETE) as fresh:
            fresh.write_bytes(release.as_bytes())
            fresh.chmod(0o644)
        with own_disk(self._programs):
            flush(folder)
            flush(self._programs)

    def _tidy(self, offered: str) -> None:
        """Keep what runs, what it goes back to and what was laid down last; take away the others, and the wheels."""
        pointer = read_pointer(self._programs)
        kept = {offered, pointer.current, *pointer.good[:1], linked(self._programs)}
        for path in list(self._programs.iterdir()):
            if PROGRAM.fullmatch(path.name) and path.name not in kept:
                (path / COMPLETE).unlink(missing_ok=True)  # half a program never looks whole
                shutil.rmtree(path, ignore_errors=True)
        shutil.rmtree(self._store.folder.parent, ignore_errors=True)

    def _sweep(self) -> None:
        """What was killed left behind."""
        sweep(self._programs / TRUST)
        for folder in (self._programs, *self._unfinished()):
            sweep(folder, ".*")

    def _unfinished(self) -> Iterator[Path]:
        with suppress(OSError):
            yield from (path for path in self._programs.iterdir() if PROGRAM.fullmatch(path.name))


def _run(command: list[str], folder: Path) -> None:
    """A command of the system, or pip, with nothing from the environment.

    Raises:
        StorageError: it ends with an error, in whose words the disk is named where that is full.
        DamagedError: a wheel is not what was signed.
    """
    environment = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "PIP_CONFIG_FILE": os.devnull, "TMPDIR": str(folder / INCOMING)}
    try:
        make_folder(folder / INCOMING)
        answer = subprocess.run(
            command, capture_output=True, text=True, check=False, env=environment, timeout=LONGEST, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        message = f"{folder}: {command[0]} could not do its work ({error}); examine the disk"
        raise StorageError(message) from error
    if answer.returncode:
        last = ((answer.stderr or answer.stdout).strip().splitlines() or ["no reason given"])[-1]
        message = f"{folder}: the program could not be made of its wheels ({last}); free the disk, or publish the release again"
        raise DamagedError(message) if "HASHES" in answer.stderr else StorageError(message)
