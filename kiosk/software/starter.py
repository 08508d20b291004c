"""Chooses the program a kiosk starts with, and becomes it. A copy stands beside the programs; it uses nothing of a release.

As root, before each start: `python3 -I starter.py choose HINTS`. In the kiosk's account: `python3 -I starter.py run -m kiosk`.
Programs stand in folders beside this file. `pointer` says which is started and how it stands, `current` leads to it, `offered`
names the one that was laid down last. In HINTS the kiosk says what it wants (`wanted`) and what has worked (`stood`): words of an
account that is not trusted, so nothing but what was laid down by root is ever started.
"""

import hashlib
import json
import os
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

TRIES = 2
"""Starts that a program on trial may take; with the next the kiosk goes back, before the resting screen would come."""
REMEMBERED = 20
"""Programs that were given up and are not started again."""
PROGRAM = re.compile(r"\d{8}-[0-9a-f]{64}")
"""The folder of a program: the number of its release, and the hash of what is installed."""
CURRENT, POINTER, OFFERED, COMPLETE = "current", "pointer", "offered", "complete"
WANTED, STOOD = "wanted", "stood"
BOOT = Path("/proc/sys/kernel/random/boot_id")
_LARGEST = 20_000


class ProgramPointer(NamedTuple):
    """What is known of the programs of a kiosk."""

    current: str = ""
    """The one that is started; empty before the first choice."""
    trial: bool = False
    """Whether it has yet to work for as long as a trial."""
    tries: int = 0
    """Starts left while on trial."""
    boot: str = ""
    """The machine's start in which it was last started on trial."""
    good: tuple[str, ...] = ()
    """Those that worked before it, the newest first."""
    refused: tuple[str, ...] = ()
    """Those this kiosk went back from."""

    def stood(self) -> "ProgramPointer":
        """It has worked."""
        return self._replace(trial=False)

    def back(self) -> "ProgramPointer":
        """It is given up for the one before; without one nothing changes."""
        if not self.good:
            return self._replace(trial=False)
        refused = (*self.refused, self.current)[-REMEMBERED:]
        return self._replace(current=self.good[0], trial=False, good=self.good[1:], refused=refused)

    def towards(self, name: str, boot: str) -> "ProgramPointer":
        """Another is started for the first time; the one before is gone back to."""
        good = (self.current, *(one for one in self.good if one not in {name, self.current})) if self.current else ()
        return ProgramPointer(name, trial=bool(good), tries=TRIES - 1, boot=boot, good=good[:2], refused=self.refused)


def choice(pointer: ProgramPointer, complete: list[str], asked: tuple[str, str, str], boot: str) -> ProgramPointer:
    """What a start makes of a pointer.

    Args:
        pointer: as it stands.
        complete: the programs that are whole, the newest first.
        asked: what was laid down last, what the kiosk wants, and what it says has worked.
        boot: which start of the machine this is. Where it is another than before, the machine went down with the kiosk, and the
            program is not blamed. Empty where nobody knows.
    """
    offered, wanted, stood = asked
    pointer = pointer.stood() if pointer.trial and stood == pointer.current else pointer
    if pointer.trial and pointer.current in complete:
        if pointer.boot and boot and pointer.boot != boot:
            return pointer._replace(boot=boot)
        if pointer.tries > 0:
            return pointer._replace(tries=pointer.tries - 1, boot=boot)
        pointer = pointer.back()
    elif wanted == offered and wanted in complete and wanted not in {pointer.current, *pointer.refused}:
        return pointer.towards(wanted, boot)
    if pointer.current not in complete:
        sound = [name for name in (*pointer.good, *complete) if name in complete]
        fit = [name for name in sound if name not in pointer.refused] or sound
        if fit:
            good = tuple(name for name in pointer.good if name != fit[0])
            return pointer._replace(current=fit[0], trial=False, good=good)
    return pointer


# the folder of programs ----------------------------------------------------------------------------------------------


def complete_programs(folder: Path) -> list[str]:
    """Names of the programs that are whole, the newest first."""
    found = folder.iterdir() if folder.is_dir() else ()
    return sorted((path.name for path in found if PROGRAM.fullmatch(path.name) and (path / COMPLETE).is_file()), reverse=True)


def linked(folder: Path) -> str:
    """The program that `current` leads to; empty where it leads to none."""
    try:
        name = os.readlink(folder / CURRENT)  # noqa: PTH115 - a name, not a path
    except OSError:
        return ""
    return name if PROGRAM.fullmatch(name) else ""


def read_pointer(folder: Path) -> ProgramPointer:
    """The pointer of a folder; where it is not there or not whole, what `current` leads to."""
    usual = ProgramPointer(current=linked(folder))
    try:
        known = json.loads(_unsealed(folder / POINTER))
        good, refused = tuple(known["good"]), tuple(known["refused"])
        pointer = ProgramPointer(
            str(known["current"]), bool(known["trial"]), int(known["tries"]), str(known["boot"]), good, refused
        )
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return usual
    names = (pointer.current, *pointer.good, *pointer.refused)
    return pointer if all(isinstance(name, str) and (not name or PROGRAM.fullmatch(name)) for name in names) else usual


def write_pointer(folder: Path, pointer: ProgramPointer) -> None:
    """Put a pointer in force, in one step and on the disk. Raises OSError."""
    text = json.dumps(pointer._asdict())
    _replace(folder / POINTER, f"{hashlib.sha256(text.encode()).hexdigest()}\n{text}")


def link(folder: Path, name: str) -> None:
    """Let `current` lead to a program, in one step and on the disk. Raises OSError."""
    if name and linked(folder) != name:
        fresh = folder / f".{CURRENT}.new"
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(name)
        fresh.replace(folder / CURRENT)
        _flush(folder)


def name_in(path: Path) -> str:
    """The name of a program that a small file holds; empty for everything else."""
    with suppress(OSError, ValueError):
        text = _read(path).decode("ascii").strip()
        if PROGRAM.fullmatch(text):
            return text
    return ""


def _unsealed(path: Path) -> bytes:
    digest, _, text = _read(path).partition(b"\n")
    if hashlib.sha256(text).hexdigest().encode() != digest:
        raise ValueError(path)
    return text


def _read(path: Path) -> bytes:
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as file:
        return file.read(_LARGEST)


def _replace(path: Path, text: str) -> None:
    fresh = path.with_name(f".{path.name}.new")
    with fresh.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    _flush(path.parent)


def _flush(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


# what the units start ------------------------------------------------------------------------------------------------


def choose(folder: Path, hints: Path) -> ProgramPointer:
    """Choose what is started, and keep the choice; on a disk that takes nothing, no trial begins and none goes on."""
    boot = ""
    with suppress(OSError):
        boot = BOOT.read_text(encoding="ascii").strip()
    before, asked = read_pointer(folder), (name_in(folder / OFFERED), name_in(hints / WANTED), name_in(hints / STOOD))
    after = choice(before, complete_programs(folder), asked, boot)
    try:
        if after != before:
            write_pointer(folder, after)
    except OSError as error:
        _say(f"{folder}: the pointer cannot be kept ({error.strerror})")
        after = before.back() if before.trial else before
    try:
        link(folder, after.current)
    except OSError as error:
        _say(f"{folder}: {CURRENT} cannot be changed ({error.strerror})")
    if after.current != before.current:
        _say(f"{after.current or 'nothing'} in the place of {before.current or 'nothing'}{', on trial' if after.trial else ''}")
    return after


def _say(text: str) -> None:
    sys.stderr.write(f"starter: {text}\n")


def main(arguments: list[str]) -> int:
    """Do as a unit asks."""
    folder = Path(__file__).resolve().parent
    if arguments[:1] == ["choose"] and len(arguments) == 2:
        choose(folder, Path(arguments[1]))
        return 0
    if arguments[:1] == ["run"]:
        names = [linked(folder), read_pointer(folder).current, *complete_programs(folder)]
        python = next(path for name in names if name and (path := folder / name / "bin" / "python").exists())
        os.execv(python, [str(python), "-P", *arguments[1:]])  # noqa: S606 - no shell is wanted
    _say("usage: starter.py choose HINTS | run ARGUMENTS")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
