"""Fetches bytes known by their hash: resumed where they stopped, checked before they have a name."""

from contextlib import closing
from pathlib import Path

from kiosk.disk.files import flush
from kiosk.errors import DamagedError, NotThereError, TransferError
from kiosk.publishing.disk import own_disk, sha256_of
from kiosk.publishing.manifest import Blob
from kiosk.publishing.release_sources import ReleaseSource


class BlobStore:
    """A kiosk's content-addressed files, and what is on its way to them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "blobs"
        self.staging = folder / "staging"

    def path(self, blob: Blob) -> Path:
        """Where bytes are kept."""
        return self.folder / blob.sha256[:2] / blob.sha256

    def has(self, blob: Blob) -> bool:
        """Whether bytes are there, to the last bit."""
        return sha256_of(self.path(blob)) == blob.sha256

    def fetch(self, blob: Blob, source: ReleaseSource) -> Path:
        """Get bytes, unless they are there.

        Raises:
            DamagedError: the source has other bytes under the name.
            NotThereError: the source does not have them.
            TransferError: they did not come, or not all; what came is kept for the next time.
            StorageError: they could not be kept.
        """
        target = self.path(blob)
        if not self.has(blob):
            part = self.staging / f"{blob.sha256}.part"
            with own_disk(self.folder):
                for folder in (part.parent, target.parent):
                    folder.mkdir(parents=True, exist_ok=True)
                self._complete(blob, source, part)
                flush(part)
                part.replace(target)
                flush(target.parent)
        return target

    def _complete(self, blob: Blob, source: ReleaseSource, part: Path) -> None:
        """Make a part whole, from where it stops."""
        for attempt in range(2):
            begun = part.stat().st_size if part.exists() and part.stat().st_size <= blob.size else 0
            self._append(blob, source, part, begun)
            if part.stat().st_size == blob.size and sha256_of(part) == blob.sha256:
                return
            short = part.stat().st_size < blob.size
            if short:
                message = f"{source.name}/{blob.path}: stopped early; it goes on where it stopped, later"
                raise TransferError(message)
            part.unlink()
            if attempt or not begun:
                message = f"{source.name}/{blob.path}: not the bytes that were signed; copy the repository again"
                raise DamagedError(message)

    def _append(self, blob: Blob, source: ReleaseSource, part: Path, begun: int) -> None:
        if begun == blob.size and blob.size:
            return
        try:
            start, chunks = source.read(blob.path, begun)
        except NotThereError as error:
            message = f"{source.name}/{blob.path}: named in the release but not there; copy the repository again"
            raise NotThereError(message) from error
        with closing(chunks), part.open("r+b" if start else "wb") as file:
            file.seek(start)
            file.truncate()
            size = start
            for chunk in chunks:
                size += len(chunk)
                if size > blob.size:
                    part.unlink()
                    message = f"{source.name}/{blob.path}: sends more than was signed; use another server or stick"
                    raise DamagedError(message)
                file.write(chunk)
