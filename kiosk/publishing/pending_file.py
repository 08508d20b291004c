"""The one file in which something waits for signatures, carried from desk to desk."""

import json
import shutil
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from kiosk.disk.files import replaced_atomically
from kiosk.errors import PublishingError
from kiosk.publishing.manifest import utc
from kiosk.publishing.repository import SLACK

TERM = timedelta(days=7)
"""How long people may take to sign."""
LARGEST = 5_000_000
"""Bytes of a signed document."""
FOR = "for.json"
"""The part that says what waits."""
_UNREADABLE = (OSError, BadZipFile, LookupError, TypeError, ValueError, RuntimeError, EOFError, RecursionError, zlib.error)


@contextmanager
def pending_zip(path: Path) -> Iterator[ZipFile]:
    """Read a file of what waits.

    Raises:
        PublishingError: it is none, or cannot be read.
    """
    try:
        _require_file(path)
        with ZipFile(path) as archive:
            yield archive
    except _UNREADABLE as error:
        mend = "make one with `kiosk repo publish --pending`, or `rotate-key --pending`"
        message = f"{path}: cannot be read as a pending publication ({error}); {mend}"
        raise PublishingError(message) from error


def _require_file(path: Path) -> None:
    """Look that it has an end.

    Raises:
        BadZipFile: it is a device, a pipe or a folder.
    """
    if path.exists() and not path.is_file():
        message = "no ordinary file"
        raise BadZipFile(message)


@contextmanager
def new_pending_zip(path: Path) -> Iterator[ZipFile]:
    """Write a file of what waits, whole or not at all.

    Raises:
        PublishingError: it cannot be written.
    """
    try:
        with replaced_atomically(path) as fresh, ZipFile(fresh, "w") as archive:
            yield archive
    except OSError as error:
        message = f"{path}: cannot be written ({error.strerror}); make room, or name a folder that is yours"
        raise PublishingError(message) from error


def rewritten(path: Path, parts: Mapping[str, bytes]) -> None:
    """Put other bytes in the place of some parts.

    Raises:
        PublishingError: it cannot be read or written.
    """
    with pending_zip(path) as old, new_pending_zip(path) as archive:
        for name in old.namelist():
            if name in parts:
                archive.writestr(name, parts[name])
            else:
                with old.open(name) as source, archive.open(name, "w") as copy:
                    shutil.copyfileobj(source, copy)


def what_waits(path: Path) -> dict[str, Any]:
    """What the file is for.

    Raises:
        PublishingError: it does not say.
    """
    with pending_zip(path) as archive:
        return dict(json.loads(archive.open(FOR).read(LARGEST)))


def refuse_other_times(path: Path, made: datetime, now: datetime) -> None:
    """Nothing is signed before it was prepared, nor after its term.

    Raises:
        PublishingError: it would be.
    """
    if not made - SLACK <= now <= made + TERM:
        message = f"{path}: was prepared on {utc(made)}, and can be signed for {TERM.days} days; prepare it anew"
        raise PublishingError(message)
