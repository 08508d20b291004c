"""Releases on a kiosk's disk: each in a folder of its own, never changed, and a pointer to the one that is shown."""

import fcntl
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.content.schema import MAJOR, version_parts
from kiosk.disk.files import contents_of
from kiosk.errors import BusyError, StorageError, VerificationError
from kiosk.publishing.disk import own_disk, sha256_of
from kiosk.publishing.pointer import RELEASE, Pointer, read_pointer, write_pointer

if TYPE_CHECKING:
    from kiosk.publishing.manifest import Release

DATABASE = "content.db"
HEADER, USER_VERSION = 100, slice(60, 64)
"""Bytes of a database's header, and where its form stands in them."""
DOCUMENT = "release.json"

log = logging.getLogger(__name__)


BOOT = Path("/proc/sys/kernel/random/boot_id")
"""Another at each start of the machine."""
SHOWN_HASH = 12
"""Figures of a database's hash that people are shown."""


def identity_of(database: Path) -> tuple[int, str]:
    """Which release a database is, 0 for what a kiosk came with, and the hash of its bytes; empty when it cannot be read."""
    name = database.parent.name
    return (int(name[:8]), name[9:]) if RELEASE.fullmatch(name) else (0, sha256_of(database))


def user_version_of(database: Path) -> int:
    """The form of a database, as its header says; 0 where it says none. Raises OSError."""
    with database.open("rb") as file:
        return int.from_bytes(file.read(HEADER)[USER_VERSION])


def _boot() -> str:
    """Which start of the machine this is; empty where it does not say."""
    try:
        return contents_of(BOOT).decode("ascii").strip()
    except (OSError, ValueError):
        return ""


class Installation:
    """What is installed in a kiosk's state folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.releases = folder / "releases"
        self.pointer_file = folder / "current"

    # looking -----------------------------------------------------------------------------------------------------

    @property
    def pointer(self) -> Pointer:
        """What is shown, as the disk says."""
        return read_pointer(self.pointer_file)

    def database(self, name: str) -> Path:
        """The database of a release."""
        return self.releases / name / DATABASE

    def release(self, name: str) -> "Release | None":
        """What is known of an installed release, for people to read; None when that is lost."""
        from kiosk.publishing.manifest import read_release  # not before the first picture

        try:
            return read_release(contents_of(self.releases / name / DOCUMENT))
        except (OSError, VerificationError):
            return None

    def is_intact(self, name: str) -> bool:
        """Whether a release is there and its database is the signed one, to the last bit."""
        return sha256_of(self.database(name)) == name.partition("-")[2]

    def shown(self) -> Path | None:
        """The database the pointer leads to, without reading it; None for what the kiosk came with."""
        current = self.pointer.current
        path = self.database(current) if current else None
        return path if path and path.is_file() else None

    def fits(self, name: str) -> bool:
        """Whether this program reads the form of a release's database; what has no form is another's fault to tell."""
        try:
            return version_parts(user_version_of(self.database(name)))[0] in {0, MAJOR}
        except OSError:
            return True

    def fitting(self) -> Path | None:
        """What a start would show, and changes nothing; None for what the kiosk came with."""
        pointer = self.pointer
        if pointer.current is None and pointer.refused:
            return None
        names = dict.fromkeys(name for name in (pointer.current, *pointer.good, *self.installed()) if name)
        sound = (name for name in names if name not in pointer.refused and self.fits(name) and self.is_intact(name))
        return next(map(self.database, sound), None)

    def installed(self) -> list[str]:
        """Names of all complete releases, the newest first."""
        found = self.releases.iterdir() if self.releases.is_dir() else ()
        return sorted((path.name for path in found if RELEASE.fullmatch(path.name)), reverse=True)

    # starting ----------------------------------------------------------------------------------------------------

    def start(self) -> Path | None:
        """Choose what a starting kiosk shows: what the pointer says when it is sound, else the last good, else the newest sound.

        Returns:
            The database; None for what the kiosk came with. Never fails: a disk that cannot be written is a line in the log.
        """
        pointer = self.pointer
        if pointer.current is None or self.fits(pointer.current):  # what waits for another program is not started
            pointer = self._put(partial(Pointer.started, boot=_boot()))
        names = [name for name in (pointer.current, *pointer.good, *self.installed()) if name and name not in pointer.refused]
        if pointer.current is None and pointer.refused:
            return None
        for name in dict.fromkeys(names):
            if not self.fits(name):
                log.warning("release %s waits for a program that reads it", name)
            elif self.is_intact(name):
                if name != pointer.current:
                    others = tuple(other for other in names if other not in {name, pointer.current})
                    self._put(partial(Pointer.found_again, name=name, others=others))
                return self.database(name)
            else:
                log.error("release %s is damaged and not shown; the next sync brings it anew", name)
        return None

    def _put(self, change: Callable[[Pointer], Pointer]) -> Pointer:
        """Change the pointer if the disk lets it be changed."""
        try:
            return self.change(change)
        except StorageError as error:
            log.error("the pointer stays as it is: %s", error)  # noqa: TRY400 - the message says it all
            return change(self.pointer)

    # changing ----------------------------------------------------------------------------------------------------

    def change(self, change: Callable[[Pointer], Pointer]) -> Pointer:
        """Replace the pointer by what it becomes, nobody between.

        Raises:
            StorageError: it could not be kept.
        """
        with self.locked("pointer.lock"):
            before = self.pointer
            after = change(before)
            if after != before:
                with own_disk(self.folder):
                    write_pointer(self.pointer_file, after)
            return after

    @contextmanager
    def locked(self, name: str, *, wait: bool = True) -> Iterator[None]:
        """One process at a time.

        Raises:
            BusyError: another is at work and `wait` is not set.
            StorageError: the folder cannot be written.
        """
        with own_disk(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(self.folder / name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
            yield
        except BlockingIOError as error:
            message = f"{self.folder}: another sync is at work; wait for its end"
            raise BusyError(message) from error
        finally:
            os.close(descriptor)
