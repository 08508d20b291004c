"""A model of the weakest disk that is allowed: what was not flushed may be lost, in any part.

While a piece of work runs, each flush and each change of a name under a folder is noted, with a snapshot. A power failure is then
played at any of these points: every file that was not flushed by then is whole, cut short, zeroes, or gone. A name that was changed
without a flush of its folder is the snapshot before it.
"""

import os
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


class LossyDisk:
    """Snapshots a folder at each flush and each change of a name, with what would be certain then."""

    def __init__(self, folder: Path, store: Path, dropped: int | None = None) -> None:
        """Watch a folder.

        Args:
            folder: what is on the disk.
            store: where snapshots go.
            dropped: the number of the flush that the disk lies about; None for an honest disk.
        """
        self.folder, self._store, self._dropped = folder, store, dropped
        self.flushes = 0
        self.snapshots: list[Path] = []
        self._durable: set[str] = set()

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Note what is done inside."""
        fsync, replace = os.fsync, os.replace
        rename = os.rename

        def flushed(descriptor: int) -> None:
            path = Path(f"/proc/self/fd/{descriptor}").readlink()
            self.flushes += 1
            if path.is_relative_to(self.folder) and self.flushes != self._dropped:
                self._durable.add(self._key(path))
                self.snapshot()
            fsync(descriptor)

        def moved(how: Callable[..., None]) -> Callable[..., None]:
            def move(source: str | Path, target: str | Path, *rest: object, **named: object) -> None:
                old, new = self._key(Path(source)), self._key(Path(target))
                how(source, target, *rest, **named)
                kept = {key.replace(old, new, 1) for key in self._durable if key.startswith(old)}
                self._durable = {key for key in self._durable if not key.startswith(new)} | kept
                self.snapshot()

            return move

        os.fsync, os.replace, os.rename = flushed, moved(replace), moved(rename)
        try:
            yield
        finally:
            os.fsync, os.replace, os.rename = fsync, replace, rename

    def _key(self, path: Path) -> str:
        return str(path.relative_to(self.folder)) if path.is_relative_to(self.folder) else str(path)

    def snapshot(self) -> None:
        """What is on the disk if the power fails now: all names, with certain and uncertain bytes told apart."""
        target = self._store / f"{len(self.snapshots):04d}"
        shutil.copytree(self.folder, target, symlinks=True)
        names = {str(path.relative_to(target)) for path in target.rglob("*") if path.is_file()}
        (target / ".uncertain").write_text("\n".join(sorted(names - self._durable)))
        self.snapshots.append(target)


def after_power_failure(snapshot: Path, folder: Path, known: Path, chance: random.Random) -> None:
    """Lay out a folder as it may be found: of what was not certain, each file is whole, cut, zeroes, or gone.

    Args:
        snapshot: from a `LossyDisk`.
        folder: what is written.
        known: the folder before the work: its files were certain.
        chance: decides.
    """
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(snapshot, folder, symlinks=True)
    uncertain = (folder / ".uncertain").read_text().splitlines()
    (folder / ".uncertain").unlink()
    for name in uncertain:
        path, before = folder / name, known / name
        if before.is_file() and path.is_file() and before.read_bytes() == path.read_bytes():
            continue
        data, kind = path.read_bytes(), chance.randrange(4)
        path.unlink()  # never through a hard link
        if kind == 0:
            path.write_bytes(data)
        elif kind == 1:
            path.write_bytes(data[: chance.randrange(len(data) + 1)])
        elif kind == 2:
            path.write_bytes(b"\0" * len(data))
