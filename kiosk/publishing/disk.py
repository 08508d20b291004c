"""The kiosk's own disk: room, failures in words, hashes of files."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.errors import StorageError

RESERVE = 50_000_000
"""Bytes that are always left free."""
_MENDS = {
    errno.ENOSPC: "free the disk",
    errno.EDQUOT: "free the disk",
    errno.EROFS: "the file system is read-only: examine the disk, then mount it for writing",
    errno.EIO: "the disk is failing: replace it",
    errno.EACCES: "let the kiosk's user write there",
    errno.EPERM: "let the kiosk's user write there",
}


@contextmanager
def own_disk(folder: Path) -> Iterator[None]:
    """Tell what the disk does wrong inside as the kiosk's own error.

    Raises:
        StorageError: the disk is full, read-only or failing.
    """
    try:
        yield
    except OSError as error:
        mend = _MENDS.get(error.errno or 0, "examine the disk")
        message = f"{folder}: {error.strerror or error}; {mend}"
        raise StorageError(message) from error


def need_room(folder: Path, size: int) -> None:
    """Refuse before anything is fetched, not half-way.

    Raises:
        StorageError: so many bytes do not fit.
    """
    with own_disk(folder):
        free = shutil.disk_usage(folder).free
    if free < size + RESERVE:
        message = f"{folder}: {free // 1_000_000} MB free, {(size + RESERVE) // 1_000_000} MB needed; free the disk"
        raise StorageError(message)


def sha256_of(path: Path) -> str:
    """Of a file's bytes; empty when it cannot be read."""
    from hashlib import file_digest

    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
