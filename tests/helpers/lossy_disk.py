"""A model of the weakest disk that is allowed: what was not flushed may be lost, each name and each file by itself.

While a piece of work runs, each change of a name under a folder, and each flush of a file or folder, is a *moment*: what is there,
and what of it is certain. A file is certain as it was when it was flushed, a name when its folder was. A power failure is then
played at any moment: of the names that changed since, each may be the old or the new one, whatever became of the others; a file
that was not flushed is whole, cut short, zeroes, or empty. Nothing is certain that POSIX does not promise.
"""

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

NAMES = ("replace", "rename", "unlink", "remove", "rmdir", "mkdir", "link", "symlink")
"""Of `os`: what changes names."""

Change = tuple[int, str]
"""A name in a folder."""
Kept = Callable[[Change], bool]
Spoil = Callable[[bytes], bytes]
SPOILT: tuple[Spoil, ...] = (
    lambda data: data[: len(data) // 2],
    lambda data: b"\0" * len(data),
    lambda _data: b"",
    lambda data: data,
)
"""What becomes of a file that was not flushed."""
Entries = dict[str, int]
"""Inode numbers by name."""


@dataclass
class Tree:
    """Folders and files by inode number."""

    folders: dict[int, Entries] = field(default_factory=dict)
    files: dict[int, bytes] = field(default_factory=dict)
    links: dict[int, str] = field(default_factory=dict)


@dataclass
class Moment:
    """What a power failure would find."""

    there: Tree
    certain: Tree
    root: int

    def changes(self) -> list[Change]:
        """Names that are not certain, by folder."""
        found = []
        for folder, entries in self.there.folders.items():
            before = self.certain.folders.get(folder, {})
            found += [(folder, name) for name in sorted(entries.keys() | before.keys()) if entries.get(name) != before.get(name)]
        return found

    def lay_out(self, folder: Path, kept: Kept, spoil: Spoil) -> None:
        """Write what is found after a power failure.

        Args:
            folder: what is written anew.
            kept: whether a change of a name was kept.
            spoil: what becomes of a file that was not flushed.
        """
        shutil.rmtree(folder, ignore_errors=True)
        self._write(self.root, folder, kept, spoil, {})

    def _write(self, inode: int, folder: Path, kept: Kept, spoil: Spoil, done: dict[int, Path]) -> None:
        folder.mkdir()
        before, now = self.certain.folders.get(inode, {}), self.there.folders.get(inode, {})
        for name in before.keys() | now.keys():
            found = (now if kept((inode, name)) else before).get(name)
            if found is None:
                continue
            path = folder / name
            if found in self.there.links:
                path.symlink_to(self.there.links[found])
            elif found in self.there.folders:
                self._write(found, path, kept, spoil, done)
            elif found in done:
                path.hardlink_to(done[found])
            else:
                path.write_bytes(self._content(found, spoil))
                done[found] = path

    def _content(self, inode: int, spoil: Spoil) -> bytes:
        now, certain = self.there.files.get(inode, b""), self.certain.files.get(inode)
        return now if now == certain else certain if certain is not None else spoil(now)

    def failures(self) -> list[tuple[Kept, Spoil]]:
        """Ways in which it may go: no change of a name kept, all, all but one, one alone; and files spoilt in each way."""
        changes = set(self.changes())
        ways = [set[Change](), changes, *(changes - {change} for change in changes), *({change} for change in changes)]
        return [(way.__contains__, spoil) for way in ways for spoil in SPOILT]


class LossyDisk:
    """Watches a folder."""

    def __init__(self, folder: Path, lies: Callable[[str], bool] = lambda _path: False) -> None:
        """Watch.

        Args:
            folder: what is on the disk; all that is there now is certain.
            lies: whether the disk lies about flushing a path under the folder.
        """
        self.folder, self._lies = folder, lies
        self.flushed: list[str] = []
        """What was flushed, in order, as paths under the folder."""
        self.moments: list[Moment] = []
        self._held: dict[int, int] = {}
        self._seen: dict[tuple[int, int, int], bytes] = {}
        self._kinds = Tree()
        self._certain = self._scan()

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Note what is done inside; the last moment is the one after it."""
        before = {name: getattr(os, name) for name in ("fsync", *NAMES)}
        os.fsync = self._flushed
        for name in NAMES:
            setattr(os, name, self._noted(before[name]))
        try:
            yield
        finally:
            for name, function in before.items():
                setattr(os, name, function)
            self._note()
            for descriptor in self._held.values():
                os.close(descriptor)

    def _noted(self, change: Callable[..., Any]) -> Callable[..., Any]:
        def noted(*values: Any, **named: Any) -> Any:
            self._note()  # before it: what was written meanwhile
            answer = change(*values, **named)
            self._note()
            return answer

        return noted

    def _flushed(self, descriptor: int) -> None:
        path = Path(f"/proc/self/fd/{descriptor}").readlink()
        if path.is_relative_to(self.folder):
            self.flushed.append(str(path.relative_to(self.folder)))
            if not self._lies(self.flushed[-1]):
                self._make_certain(descriptor)
            self._note()

    def _make_certain(self, descriptor: int) -> None:
        inode, tree = os.fstat(descriptor).st_ino, self._scan()
        if inode in tree.folders:
            self._certain.folders[inode] = tree.folders[inode]
        else:
            self._certain.files[inode] = tree.files.get(inode, b"")

    def _note(self) -> None:
        tree = self._scan()
        everything = Tree(self._kinds.folders | tree.folders, self._kinds.files | tree.files, self._kinds.links | tree.links)
        for gone in self._kinds.folders.keys() - tree.folders.keys():
            everything.folders[gone] = {}
        self._kinds = everything
        certain = Tree(dict(self._certain.folders), dict(self._certain.files))
        moment = Moment(everything, certain, self.folder.stat().st_ino)
        if self.moments[-1:] != [moment]:
            self.moments.append(moment)

    def _scan(self) -> Tree:
        """What is there. Each inode is held open, so that its number is not given to another."""
        tree, folders = Tree(), [self.folder]
        while folders:
            folder = folders.pop()
            entries = tree.folders[folder.stat().st_ino] = {}
            for path in folder.iterdir():
                status = path.lstat()
                entries[path.name] = inode = status.st_ino
                if inode not in self._held:
                    self._held[inode] = os.open(path, os.O_PATH | os.O_NOFOLLOW)
                if stat.S_ISDIR(status.st_mode):
                    folders.append(path)
                elif stat.S_ISLNK(status.st_mode):
                    tree.links[inode] = str(path.readlink())
                else:
                    key = (inode, status.st_mtime_ns, status.st_size)
                    tree.files[inode] = self._seen.get(key) or self._seen.setdefault(key, path.read_bytes())
        return tree
