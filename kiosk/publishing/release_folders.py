"""Lays releases down on a kiosk's disk, and takes old ones up."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kiosk.disk.files import flush, sweep
from kiosk.publishing.disk import own_disk, sha256_of
from kiosk.publishing.download import BlobStore
from kiosk.publishing.installation import DATABASE, DOCUMENT, Installation
from kiosk.publishing.manifest import Release
from kiosk.publishing.release_sources import ReleaseSource


def write_release(installation: Installation, blobs: BlobStore, release: Release, write: Callable[[Path], None]) -> None:
    """Lay a release down in its own folder, whole and on the disk, under its name; nothing shows it yet.

    Args:
        installation: where it is laid.
        blobs: what holds its files.
        release: what is laid.
        write: writes the database to a path, or raises.
    """
    target = installation.releases / release.name
    fresh = installation.releases / f"{release.name}.tmp"
    with own_disk(installation.folder):
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.rmtree(target, ignore_errors=True)
        fresh.mkdir(parents=True)
        write(fresh / DATABASE)
        (fresh / DOCUMENT).write_bytes(release.as_bytes())
        for file in release.files:
            (fresh / file.path).parent.mkdir(exist_ok=True)
            (fresh / file.path).hardlink_to(blobs.path(file.blob))
        for path in (*fresh.rglob("*"), fresh):
            flush(path)
        fresh.replace(target)
        flush(installation.releases)


def mend(installation: Installation, blobs: BlobStore, release: Release, source: ReleaseSource) -> None:
    """Put back those files of an installed release that are not as they were signed; the others, and what shows them, stay.

    Raises:
        TransferError, VerificationError, StorageError: as `BlobStore.fetch`.
    """
    folder = installation.database(release.name).parent
    for file in release.files:
        target, fresh = folder / file.path, folder / f"{file.path}.tmp"
        if sha256_of(target) != file.blob.sha256:
            blob = blobs.fetch(file.blob, source)
            with own_disk(installation.folder):
                target.parent.mkdir(exist_ok=True)
                fresh.unlink(missing_ok=True)
                fresh.hardlink_to(blob)
                fresh.replace(target)
                flush(target.parent)


def tidy(installation: Installation, blobs: BlobStore, before: str | None, shared: Release | None = None) -> None:
    """Remove what nothing leads to: half-laid releases, old ones, files of no release; never good ones, nor the last one.

    Args:
        installation: what is installed.
        blobs: what was fetched.
        before: the release that was shown.
        shared: one whose packed databases are kept, for neighbours.
    """
    handed_on = {blob.sha256 for blob in shared.blobs()} if shared else set()
    pointer = installation.pointer
    kept = {pointer.current, before, *pointer.good}
    for path in list(installation.releases.glob("*")):
        if path.name.endswith(".tmp") or (pointer.current and path.name not in kept):
            shutil.rmtree(path, ignore_errors=True)
    shutil.rmtree(blobs.staging, ignore_errors=True)
    clear(installation)
    for path in blobs.folder.glob("*/*"):
        with suppress(OSError):
            if path.stat().st_nlink == 1 and path.name not in handed_on:
                path.unlink()


def clear(installation: Installation) -> None:
    """Remove what syncs that were ended half-way left, but for what goes on where it stopped; what others write there stays."""
    sweep(installation.folder / "trust")
    sweep(installation.folder, ".floor.*")
    with installation.locked("pointer.lock"):
        sweep(installation.folder, ".current")
