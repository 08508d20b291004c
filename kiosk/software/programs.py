"""The folder of programs as the kiosk's account sees it, what it says there of them, and what system this is."""

import os
import platform
from pathlib import Path
from typing import NamedTuple

from kiosk.disk.files import contents_of, make_folder, replaced_atomically, sweep
from kiosk.errors import VerificationError
from kiosk.publishing.app_manifest import AppRelease, read_app_release
from kiosk.publishing.disk import own_disk
from kiosk.publishing.trust import SOFTWARE
from kiosk.software.starter import (
    COMPLETE,
    OFFERED,
    PROGRAM,
    STOOD,
    WANTED,
    ProgramPointer,
    complete_programs,
    linked,
    name_in,
    read_pointer,
)

UNFIT = "unfit"
"""Beside `WANTED` and `STOOD`: programs whose examination found something, a line for each time."""
CHANCES = 2
"""Examinations a program may fail: one may be the fault of a busy machine."""


class System(NamedTuple):
    """What a bundle must fit."""

    debian: int
    """0 for another system."""
    python: str


def this_system() -> System:
    """The one that runs."""
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        release = {}
    version = release.get("VERSION_ID", "").partition(".")[0]
    debian = int(version) if release.get("ID") == "debian" and version.isdecimal() else 0
    return System(debian, ".".join(platform.python_version_tuple()[:2]))


class Programs:
    """The programs of one kiosk."""

    def __init__(self, folder: Path, state: Path) -> None:
        """Look at a folder.

        Args:
            folder: holds the programs; written by root alone.
            state: the kiosk's folder.
        """
        self.folder, self.hints = folder, state / SOFTWARE

    @property
    def pointer(self) -> ProgramPointer:
        """What is started, and how it stands."""
        return read_pointer(self.folder)

    @property
    def current(self) -> str:
        """The program that a start begins with; empty where there is none."""
        return linked(self.folder)

    def complete(self) -> list[str]:
        """Those that are whole, the newest first."""
        return complete_programs(self.folder)

    def python(self, name: str) -> Path:
        """The interpreter of a program."""
        return self.folder / name / "bin" / "python"

    def release(self, name: str) -> AppRelease | None:
        """What was signed of a program; None for the installer's."""
        try:
            return read_app_release(contents_of(self.folder / name / COMPLETE))
        except (OSError, VerificationError):
            return None

    def next_one(self) -> str:
        """The program to go over to: laid down last, whole, not running, not given up, not found unfit; empty for none."""
        name, pointer = name_in(self.folder / OFFERED), self.pointer
        passed_over = {self.current, pointer.current, *pointer.refused, *self.unfit()}
        return name if name in self.complete() and name not in passed_over else ""

    def unfit(self) -> set[str]:
        """Those that have failed too many examinations."""
        try:
            lines = contents_of(self.hints / UNFIT).decode("ascii", "replace").splitlines()
        except OSError:
            lines = []
        return {name for name in lines if lines.count(name) >= CHANCES}

    # what the kiosk says ----------------------------------------------------------------------------------------

    def want(self, name: str) -> None:
        """Ask the next start for a program. Raises StorageError."""
        self._say(WANTED, name)

    def has_stood(self, name: str) -> None:
        """Say that a program has worked for as long as a trial. Raises StorageError."""
        self._say(STOOD, name)

    def found_unfit(self, name: str) -> None:
        """Remember that an examination found something. Raises StorageError."""
        try:
            before = contents_of(self.hints / UNFIT).decode("ascii", "replace").splitlines()
        except OSError:
            before = []
        self._say(UNFIT, "\n".join([*(line for line in before if PROGRAM.fullmatch(line)), name][-20:]))

    def _say(self, file: str, text: str) -> None:
        with own_disk(self.hints):
            make_folder(self.hints)
            sweep(self.hints, f".{file}")  # what was killed; nobody but the window writes these
            with replaced_atomically(self.hints / file) as fresh:
                fresh.write_text(f"{text}\n", encoding="ascii")
                os.chmod(fresh, 0o644)  # noqa: PTH101 - read by root's starter, which may have no capability but its own
