"""Files that are either the old or the new one, whatever happens."""

import errno
import os
import shutil
import stat
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

HOUR = 3_600.0
WEEK = 168 * HOUR
"""Seconds."""
LARGEST = 20_000_000
"""Bytes of a document."""
LARGEST_MEDIA = 300_000_000
"""Bytes of a database, picture or recording."""


@contextmanager
def replaced_atomically(path: Path) -> Iterator[Path]:
    """Give a path to write to; what was written then takes the place of `path` in one step, on disk before it returns.

    Raises:
        OSError: the folder cannot be written, or a device, pipe or socket stands there, which is nobody's to replace.
    """
    _refuse_living(path)
    with TemporaryDirectory(prefix=f".{path.name}-", dir=path.parent) as folder:
        fresh = Path(folder) / path.name
        yield fresh
        keep_owner(fresh, path if path.exists() else path.parent)
        flush(fresh)
        fresh.replace(path)
        flush(path.parent)


def _refuse_living(path: Path) -> None:
    with suppress(FileNotFoundError):
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            raise OSError(errno.ENODEV, "No ordinary file", str(path))


def contents_of(path: Path, most: int = LARGEST) -> bytes:
    """The bytes of a file; of one that has no end, such as a device, not more than any file of ours has.

    Raises:
        OSError: it cannot be read, is larger, or is a pipe into which nobody writes.
    """
    with open(path, "rb", opener=lambda name, flags: os.open(name, flags | os.O_NONBLOCK)) as file:
        first = file.read(1)  # None: nothing yet, from somebody who will write
        if first == b"" and stat.S_ISFIFO(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.ENODEV, "Nobody writes into this pipe", str(path))
        os.set_blocking(file.fileno(), True)
        data = (first or b"") + file.read(most if first else most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return data


def keep_owner(fresh: Path, like: Path) -> None:
    """Give what root has written to the account that another file, or the folder it stands in, belongs to."""
    if os.geteuid() == 0:
        owner, own = like.stat(), fresh.lstat()
        if (owner.st_uid, owner.st_gid) == (own.st_uid, own.st_gid):
            return  # a unit of root's may be forbidden to give anything
        os.chown(fresh, owner.st_uid, owner.st_gid, follow_symlinks=False)


def make_folder(path: Path) -> None:
    """Make a folder and those above it, on disk before it returns.

    Raises:
        OSError: it cannot be made.
    """
    if not path.is_dir():
        make_folder(path.parent)
        path.mkdir(exist_ok=True)
        flush(path.parent)


def sweep(folder: Path, pattern: str = "**/.*", older: float = 0) -> None:
    """Remove what `replaced_atomically`, or another temporary folder, left behind when it was killed.

    Args:
        folder: where to look.
        pattern: of the names, before the hyphen.
        older: seconds since it was begun; where somebody may be writing, more than they take.
    """
    begun = time.time() - older
    for path in folder.glob(f"{pattern}-????????"):
        with suppress(OSError):
            if path.stat().st_mtime <= begun:
                shutil.rmtree(path, ignore_errors=True)


@contextmanager
def passing_folder(name: str) -> Iterator[Path]:
    """A folder for as long as the program runs; those that killed ones left behind are removed after a week."""
    sweep(Path(gettempdir()), name, WEEK)
    with TemporaryDirectory(prefix=f"{name}-") as folder:
        yield Path(folder)


def replace_all(contents: Mapping[Path, bytes]) -> None:
    """Write several files: all of them stand ready on the disk before the first is replaced, and a failure puts back the old ones.

    Raises:
        OSError: a folder cannot be written; every file is as it was.
    """
    with TemporaryDirectory() as backup, ExitStack() as undo:
        olds = {path: Path(backup) / str(number) for number, path in enumerate(contents)}
        for path, old in olds.items():
            if path.exists():
                old.write_bytes(path.read_bytes())
        undo.callback(_put_back, olds)
        with ExitStack() as fresh:
            for path, content in contents.items():
                path.parent.mkdir(parents=True, exist_ok=True)
                fresh.enter_context(replaced_atomically(path)).write_bytes(content)
        undo.pop_all()


def _put_back(olds: Mapping[Path, Path]) -> None:
    for path, old in olds.items():
        if not old.exists():
            path.unlink(missing_ok=True)
        elif path.read_bytes() != old.read_bytes():
            path.write_bytes(old.read_bytes())


def flush(path: Path) -> None:
    """Return when a file or folder is on the disk itself.

    Raises:
        OSError: the disk does not take it.
    """
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sha256(data: bytes) -> str:
    from hashlib import sha256  # loads OpenSSL; not before the first picture, where nothing was synced

    return sha256(data).hexdigest()


def seal(path: Path, text: str, mode: int = 0o666) -> None:
    """Write a small text that is found out when a single bit of it changes.

    Args:
        path: the file.
        text: what it is to say.
        mode: who may read it, before the umask.

    Raises:
        OSError: it cannot be written.
    """
    with replaced_atomically(path) as fresh:
        fresh.touch(mode)
        fresh.write_text(f"{_sha256(text.encode())}\n{text}", encoding="utf-8")


def unseal(path: Path) -> str | None:
    """The text as it was written; None for one that is not there or not whole."""
    try:
        digest, _, text = contents_of(path).partition(b"\n")
        if _sha256(text).encode() == digest:
            return text.decode()
    except (OSError, UnicodeDecodeError):
        pass
    return None
