"""Sticks: found by the repository on them, read like any other source, and given a receipt to take back."""

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from kiosk.config import MOUNTS
from kiosk.disk.files import make_folder
from kiosk.errors import ManySticksError, NoStickError, TransferError
from kiosk.publishing.receipts import LARGEST_RECEIPT
from kiosk.publishing.release_sources import open_beneath
from kiosk.publishing.repository import REPOSITORY_FILE

DEEPEST = 3
"""Folders below a mount point: user, stick, folder on the stick."""
MOST = 500
"""Folders looked into, and receipts read: a stick may have millions."""
RECEIPTS = "receipts"


def find_repositories(mounts: Iterable[Path] = MOUNTS) -> list[Path]:
    """Folders that carry a repository, in order of name; links are never followed."""
    found, left = [], MOST
    folders = [(mount, 0) for mount in mounts]
    while folders and left:
        folder, depth = folders.pop(0)
        left -= 1
        if _marked(folder):
            found.append(folder)
        elif depth < DEEPEST:
            folders += [(path, depth + 1) for path in _folders(folder)]
    return found


def the_repository(mounts: Iterable[Path] = MOUNTS) -> Path:
    """The one repository there is.

    Raises:
        NoStickError: there is none.
        ManySticksError: there are more.
    """
    looked = tuple(mounts)
    found = find_repositories(looked)
    if len(found) == 1:
        return found[0]
    if found:
        message = f"{len(found)} sticks carry a repository ({', '.join(map(str, found))}); take the others out"
        raise ManySticksError(message)
    message = f"no stick with a repository under {', '.join(map(str, looked))}; put it in, or make it by copying the repository"
    raise NoStickError(message)


def _marked(folder: Path) -> bool:
    try:
        os.close(open_beneath(folder, REPOSITORY_FILE))
    except OSError:
        return False
    return True


def _folders(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            first = [entry for entry, _ in zip(entries, range(MOST), strict=False)]
        return sorted(Path(entry.path) for entry in first if entry.is_dir(follow_symlinks=False))
    except OSError:
        return []


def leave_receipt(stick: Path, name: str, data: bytes) -> None:
    """Write a receipt on a stick: whole or not at all, and on the stick itself before this returns.

    Raises:
        TransferError: the stick cannot be written.
    """
    flags = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW
    try:
        make_folder(stick / RECEIPTS)
        folder = os.open(stick / RECEIPTS, flags)
        try:
            with suppress(FileNotFoundError):
                os.stat(name, dir_fd=folder, follow_symlinks=False)
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
            part = f"{name}.part"
            file = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_NONBLOCK, 0o644, dir_fd=folder)
            with os.fdopen(file, "wb") as opened:
                opened.write(data)
                opened.flush()
                os.fsync(opened.fileno())
            os.rename(part, name, src_dir_fd=folder, dst_dir_fd=folder)
            os.fsync(folder)
        finally:
            os.close(folder)
    except OSError as error:
        message = f"{stick}: no receipt could be left ({error.strerror}); unlock the stick, or note the result by hand"
        raise TransferError(message) from error


def receipts_on(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Names and bytes of the receipts on a stick, none larger than a receipt can be; what other systems put beside is none."""
    try:
        with os.scandir(folder / RECEIPTS) as entries:
            first = [entry.name for entry, _ in zip(entries, range(MOST), strict=False)]
    except OSError:
        return
    for name in sorted(name for name in first if name.endswith(".json") and not name.startswith(".")):
        try:
            with os.fdopen(open_beneath(folder, f"{RECEIPTS}/{name}"), "rb") as file:
                yield name, file.read(LARGEST_RECEIPT + 1)
        except OSError:
            yield name, b""
