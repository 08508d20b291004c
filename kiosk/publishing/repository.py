"""A repository: a folder of static files that any web server, object store or stick can hand out."""

import fcntl
import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from tuf.api.metadata import Metadata, TargetFile, Targets

from kiosk.disk.files import contents_of, sweep
from kiosk.errors import PublishingError, VerificationError
from kiosk.publishing.keys import SigningRole
from kiosk.publishing.manifest import CHANNELS, LAST_NUMBER, Release, read_release, target_of, top_number, utc
from kiosk.publishing.metadata import LIFETIMES, WARNINGS, MetadataFolder, put
from kiosk.publishing.patch import unpack

_R = TypeVar("_R")
REPOSITORY_FILE = "jusur-repository.json"
"""The file by which a stick is known to carry a repository."""

SLACK = timedelta(minutes=10)
"""How much before the last signature a desk's clock may stand: two desks differ a little."""
LONGEST_PAUSE = timedelta(days=60)
"""After the last signature; a repository in use is renewed each day."""


@dataclass(frozen=True, slots=True)
class RoleStatus:
    """How a role stands."""

    role: SigningRole
    version: int
    expires: datetime
    soon: bool
    """Whether it must be renewed now."""


class Repository:
    """One repository on the publisher's disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.metadata = MetadataFolder(folder / "metadata")

    @contextmanager
    def locked(self) -> Iterator[None]:
        """One publisher at a time.

        Raises:
            PublishingError: another is at work, or there is no repository.
        """
        try:
            descriptor = os.open(self.folder / REPOSITORY_FILE, os.O_RDONLY)
        except OSError as error:
            message = f"{self.folder}: there is no repository; make one with `kiosk repo init`"
            raise PublishingError(message) from error
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            sweep(self.folder)
            yield
        except BlockingIOError as error:
            message = f"{self.folder}: another publisher is at work; wait for the end"
            raise PublishingError(message) from error
        finally:
            os.close(descriptor)

    def check_clock(self, now: datetime, *, certain: bool = False) -> None:
        """Refuse to sign by a clock that is likely to be wrong.

        Args:
            now: what the clock says.
            certain: a time server set the clock, or a person has looked at it.

        Raises:
            PublishingError: it stands before what was signed last, or so long after that nobody can have renewed it in between.
        """
        signed = self.metadata.timestamp().signed.expires - LIFETIMES["timestamp"]
        if not certain and not signed - SLACK <= now <= signed + LONGEST_PAUSE:
            message = (
                f"this desk's clock says {utc(now)}, and the last signature is of {utc(signed)}; "
                "set the clock, or say with --clock-checked that you have looked at it"
            )
            raise PublishingError(message)

    # releases ----------------------------------------------------------------------------------------------------

    def current(self, channel: str, group: str = "") -> Release | None:
        """What a channel shows now."""
        target = self.targets_of(group).signed.targets.get(known(channel, group))
        return self._manifest(known(channel, group), target.hashes.get("sha256", "")) if target else None

    def history(self, channel: str, group: str = "") -> Iterator[Release]:
        """The releases of a channel, the newest first."""
        release = self.current(channel, group)
        while release is not None:
            yield release
            before = release.supersedes
            release = self._manifest(known(channel, group), before) if before else None

    def targets_of(self, group: str) -> Metadata[Targets]:
        """What a group vouches for; an empty name is the publishers."""
        return self.metadata.targets(group or "targets")

    def _manifest(self, target: str, sha256: str) -> Release:
        return self.document(target, sha256, read_release)

    def document(self, target: str, sha256: str, read: Callable[[bytes], _R]) -> _R:
        """What was signed under a name.

        Args:
            target: the name.
            sha256: of its document.
            read: makes it of its document, or raises VerificationError.

        Raises:
            PublishingError: the document is not there, or not as it was signed.
            VerificationError: it was signed, and is none.
        """
        path = self.folder / "targets" / hashed(target, sha256)
        try:
            data = contents_of(path)
        except OSError as error:
            message = f"{path}: cannot be read ({error.strerror}); bring back a copy of the repository"
            raise PublishingError(message) from error
        if hashlib.sha256(data).hexdigest() != sha256:
            message = f"{path}: not what was signed; bring back a copy of the repository"
            raise PublishingError(message)
        try:
            return read(data)
        except VerificationError as error:
            message = f"{path}: was signed, but is none of ours; give the role a new key with `kiosk repo rotate-key`"
            raise VerificationError(message) from error

    def next_number(self, group: str = "") -> int:
        """One more than any release that a group signed, or the publishers; a leap that no kiosk follows does not count.

        Raises:
            PublishingError: all numbers are used up.
        """
        top = top_number(release.number for channel in CHANNELS for release in self.history(channel, group))
        if top >= LAST_NUMBER:
            message = f"{self.folder}: the numbers are used up to {LAST_NUMBER}; give the role a new key: `kiosk repo rotate-key`"
            raise PublishingError(message)
        return top + 1

    def vouch(self, targets: Metadata[Targets], release: Release, channel: str, group: str) -> None:
        """Let a document that is to be signed name a release, whose manifest is stored.

        Raises:
            PublishingError: there is no such channel, or the manifest cannot be written.
        """
        self.keep_document(targets, known(channel, group), release.as_bytes())

    def keep_document(self, targets: Metadata[Targets], target: str, data: bytes) -> None:
        """Store a document, and let what is to be signed name it.

        Raises:
            PublishingError: it cannot be written.
        """
        targets.signed.targets[target] = TargetFile.from_data(target, data, ["sha256"])
        path = self.folder / "targets" / hashed(target, hashlib.sha256(data).hexdigest())
        if not path.is_file() or path.read_bytes() != data:
            put(path, data)

    def begun_anew(self, group: str) -> dict[str, Release]:
        """What each channel shows when a role gets another key, with which kiosks count its numbers anew.

        What is no release of ours, or has a number that no kiosk follows, gives way to the release before it; where numbers are
        used up they begin at 1.
        """
        histories = {channel: list(self._readable(channel, group)) for channel in CHANNELS}
        top = top_number(release.number for history in histories.values() for release in history)
        sound = {channel: [one for one in history if one.number <= top] for channel, history in histories.items()}
        shown = {channel: history[0] for channel, history in sound.items() if history}
        if top < LAST_NUMBER:
            return shown
        fresh = enumerate(shown.items(), 1)
        return {channel: one.model_copy(update={"number": number, "supersedes": None}) for number, (channel, one) in fresh}

    def _readable(self, channel: str, group: str) -> Iterator[Release]:
        with suppress(VerificationError):
            yield from self.history(channel, group)

    def extract(self, release: Release, target: Path) -> None:
        """Write the database of a release.

        Raises:
            PublishingError: the repository is damaged.
        """
        try:
            unpack(self.folder / release.whole.path, target, release.database.sha256, release.database.size)
        except (OSError, VerificationError) as error:
            message = f"{self.folder / release.whole.path}: damaged ({error}); bring back a copy of the repository"
            raise PublishingError(message) from error

    # how it stands -----------------------------------------------------------------------------------------------

    def roles(self, now: datetime) -> Iterator[RoleStatus]:
        """Version, keys and end of each role."""
        metadata = self.metadata
        documents: dict[str, Metadata[Targets]] = {name: metadata.targets(name) for name in ("targets", *metadata.groups())}
        signed = {
            "root": metadata.root().signed,
            "snapshot": metadata.snapshot().signed,
            "timestamp": metadata.timestamp().signed,
            **{name: document.signed for name, document in documents.items()},
        }
        for name, part in signed.items():
            soon = part.expires - now < WARNINGS.get(name, WARNINGS["targets"])
            yield RoleStatus(metadata.role(name), part.version, part.expires, soon)


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder for what is unpacked on the way.

    Raises:
        PublishingError: it cannot be made or written.
    """
    try:
        with TemporaryDirectory() as folder:
            yield Path(folder)
    except OSError as error:
        message = f"{error.filename or 'the temporary folder'}: {error.strerror}; make room there, or name another as TMPDIR"
        raise PublishingError(message) from error


def known(channel: str, group: str) -> str:
    """The name a channel's release is signed under.

    Raises:
        PublishingError: there is no such channel.
    """
    if channel not in CHANNELS:
        message = f"there is no channel {channel!r}; the channels are {', '.join(CHANNELS)}"
        raise PublishingError(message)
    return target_of(channel, group)


def hashed(target: str, sha256: str) -> str:
    """The name of the file of a signed name, among those of all releases."""
    folder, slash, name = target.rpartition("/")
    return f"{folder}{slash}{sha256}.{name}"
