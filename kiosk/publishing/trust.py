"""What is signed, by whom, and for how long: The Update Framework's client, with three gaps closed.

Its files are on the disk before it goes on; a cache cut short by a power failure does not let an older release in; and the clock
is not believed when it stands before a moment that has certainly passed.
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import IO, TypeVar

from tuf.api import exceptions as tuf
from tuf.api.metadata import Metadata, Root, Targets
from tuf.ngclient import FetcherInterface, Updater, UpdaterConfig

from kiosk.disk.files import contents_of, replaced_atomically
from kiosk.domain.roll import SealedRoll
from kiosk.errors import NotThereError, OlderError, UnpublishedError, VerificationError
from kiosk.publishing.disk import own_disk
from kiosk.publishing.floor import FloorFiles
from kiosk.publishing.manifest import LARGEST_MANIFEST, LEAP, Numbered, Release, read_release, utc
from kiosk.publishing.metadata import LIFETIMES, holder
from kiosk.publishing.release_sources import ReleaseSource, Stream
from kiosk.publishing.roll import LARGEST_ROLL, ROLL, read_roll
from kiosk.publishing.sync_clock import LEAD, SyncClock
from kiosk.publishing.trust_errors import as_kiosk_error

TRUST, MANIFEST, HELD_ROLL = "trust", "release.part", "roll.held"
"""The folder of a kiosk's signed metadata; in it the last manifest that was read, and the fleet's roll, as they were signed."""
SOFTWARE, APP_MANIFEST = "software", "app.part"
"""The folder of what is fetched of the program; in the folder of trust, the last document of an application release."""
METADATA, TARGETS = "metadata:/", "targets:/"
LARGEST_METADATA = 2_000_000
"""Bytes of one signed document."""


_R = TypeVar("_R", bound=Numbered)


class SourceFetcher(FetcherInterface):
    """Gives the framework a source's files."""

    def __init__(
        self, metadata: ReleaseSource, targets: ReleaseSource, metadata_folder: str = "", targets_folder: str = ""
    ) -> None:
        self._places = {METADATA: (metadata, metadata_folder), TARGETS: (targets, targets_folder)}
        self._stream: Stream | None = None

    def _fetch(self, url: str) -> Iterator[bytes]:
        scheme, path = url.split("/", 1)
        source, folder = self._places[f"{scheme}/"]
        try:
            self._stream = source.read(folder + path)[1]
        except NotThereError as error:
            raise tuf.DownloadHTTPError(str(error), 404) from error
        return self._stream

    @contextmanager
    def download_file(self, url: str, max_length: int) -> Iterator[IO[bytes]]:
        """As the framework does, and hang up on who sends too much."""
        try:
            with super().download_file(url, max_length) as file:
                yield file
        finally:
            if self._stream is not None:
                self._stream.close()


class SafeUpdater(Updater):
    """The framework's client workflow, safe against power failures and dead clocks."""

    def __init__(self, folder: Path, root: bytes, fetcher: FetcherInterface, now: datetime, targets: Path | None = None) -> None:
        """Begin one look.

        Args:
            folder: where metadata is kept.
            root: the first root, as the technician brought it.
            fetcher: what fetches.
            now: by what time terms are judged.
            targets: where targets are kept.
        """
        config = UpdaterConfig(
            root_max_length=LARGEST_METADATA, snapshot_max_length=LARGEST_METADATA, targets_max_length=LARGEST_METADATA
        )
        super().__init__(str(folder), METADATA, str(targets or folder), TARGETS, fetcher, config, bootstrap=root)
        self._trusted_set.reference_time = now

    def _persist_file(self, filename: str, data: bytes) -> None:
        with replaced_atomically(Path(filename)) as fresh:
            fresh.write_bytes(data)


def held_roll(state: Path) -> SealedRoll | None:
    """The fleet's roll that a kiosk took last, as it was signed; None where none came, or what is kept is none."""
    try:
        return read_roll(contents_of(state / TRUST / HELD_ROLL))
    except (OSError, VerificationError):
        return None


class Trust:
    """One kiosk's trust, kept in a folder."""

    def __init__(self, folder: Path, root: Path) -> None:
        self._folder, self._root = folder, root
        self._floor = FloorFiles(folder.parent)
        self._signed_name = ""
        self._updater: SafeUpdater | None = None

    def newest(self, source: ReleaseSource, target: str, clock: SyncClock) -> Release:
        """The release of content that is signed under a name now; see `newest_of`."""
        return self.newest_of(source, target, clock, read_release, MANIFEST)

    def newest_of(self, source: ReleaseSource, target: str, clock: SyncClock, read: Callable[[bytes], _R], manifest: str) -> _R:
        """What is signed under a name now.

        Args:
            source: who says so.
            target: the signed name.
            clock: by what time terms are judged.
            read: makes it of its document, or raises VerificationError.
            manifest: the name its document is kept under, as it was signed.

        Raises:
            VerificationError: it cannot be trusted, is older than what was seen, or its term is over.
            TransferError: it did not come.
            StorageError: it could not be kept.
        """
        floor = self._floor.read()
        with self._told(source), own_disk(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            fetcher = SourceFetcher(source, source, "metadata/", "targets/")
            updater = SafeUpdater(self._folder, self._first_root(), fetcher, clock.reference(floor.time))
            updater.refresh()
            self._updater = updater
            release = read(self._document(updater, target, manifest))
            self._signed_name = _signed_name(updater, target)
        self._refuse_leaps(source, "release", release.number, floor.numbers.get(self._signed_name, floor.numbers.get(target, 0)))
        root_signed = updater._trusted_set.root.expires - LIFETIMES["root"]
        if clock.believed_after(max(root_signed, floor.time or root_signed)) and release.published > clock.now + LEAD:
            message = (
                f"{source.name}: release {release.number} says it was published on {utc(release.published)}, "
                f"this kiosk's clock says {utc(clock.now)}; "
                f"put right the clock that is wrong, and publish again if it was the publisher's"
            )
            raise VerificationError(message)
        return release

    def look_at_roll(self, source: ReleaseSource, clock: SyncClock) -> None:
        """Take the fleet's roll that is signed now, where there is one and it is another; after `newest`, of the same source.

        Raises:
            VerificationError: it cannot be trusted, or is older than what was seen; the one that is held stays.
            TransferError: it did not come.
            StorageError: it could not be kept.
        """
        updater, held, coming = self._updater, self._folder / HELD_ROLL, self._folder / "roll.part"
        with self._told(source), own_disk(self._folder):
            info = updater.get_targetinfo(ROLL) if updater else None
            if updater is None or info is None or updater.find_cached_target(info, str(held)):
                return
            if info.length > LARGEST_ROLL:
                message = f"{source.name}: a roll of {info.length} bytes is too large; publish it again"
                raise VerificationError(message)
            data = Path(updater.download_target(info, str(coming))).read_bytes()
        roll, name, floor = read_roll(data), _signed_name(updater, ROLL), self._floor.read()
        self._refuse_leaps(source, "roll", roll.number, floor.numbers.get(name, 0))
        self._floor.raise_to(name, roll.number, min(roll.published, clock.now))
        with own_disk(self._folder), replaced_atomically(held) as fresh:
            fresh.write_bytes(data)
        coming.unlink(missing_ok=True)

    def _refuse_leaps(self, source: ReleaseSource, what: str, number: int, seen: int) -> None:
        if number < seen:
            message = f"{source.name}: offers {what} {number}, this kiosk has seen {seen}; an older copy: bring a newer one"
            raise OlderError(message)
        if seen and number > seen + LEAP:
            message = (
                f"{source.name}: offers {what} {number}, this kiosk has seen {seen}; numbers do not leap so far: "
                "publish again, and rotate the key that signed it if nobody knows of it"
            )
            raise VerificationError(message)

    def signed_by(self) -> list[str]:
        """Who signed what was looked at last: names of people, or the beginnings of keys where nobody is named."""
        group = self._signed_name.partition(" ")[0].rpartition("/")[0]
        root = Metadata[Root].from_file(str(self._folder / "root.json")).signed
        publishers = Metadata[Targets].from_file(str(self._folder / "targets.json"))
        signed = Metadata[Targets].from_file(str(self._folder / f"{group}.json")) if group else publishers
        delegator = publishers.signed if group else root
        result = delegator.get_verification_result(group or Targets.type, signed.signed_bytes, signed.signatures)
        return sorted(map(holder, result.signed.values()))

    def accept(self, release: Numbered, clock: SyncClock) -> None:
        """From now on nothing older than the release looked at last is taken; a moment in the future is never kept.

        Raises:
            StorageError: it could not be kept.
        """
        self._floor.raise_to(self._signed_name, release.number, min(release.published, clock.now))
        known = self._floor.read().time
        if known is not None and known > clock.now and clock.overrules:
            self._floor.set_time(max(clock.now, min(release.published, known)))

    def _first_root(self) -> bytes:
        try:
            data = contents_of(self._root)
        except OSError as error:
            message = f"{self._root}: the first root cannot be read ({error.strerror}); copy 1.root.json from the publisher there"
            raise VerificationError(message) from error
        with suppress(tuf.RepositoryError):
            if isinstance(Metadata.from_bytes(data).signed, Root):
                return data
        message = f"{self._root}: is no root of publishers; copy metadata/1.root.json of their repository there"
        raise VerificationError(message)

    def _document(self, updater: SafeUpdater, target: str, manifest: str) -> bytes:
        info = updater.get_targetinfo(target)
        if info is None:
            message = f"nothing is published as {target}; publish there, or choose another channel or group"
            raise UnpublishedError(message)
        if info.length > LARGEST_MANIFEST:
            message = f"{target}: a manifest of {info.length} bytes is too large; publish the release again"
            raise VerificationError(message)
        return Path(updater.download_target(info, str(self._folder / manifest))).read_bytes()

    @contextmanager
    def _told(self, source: ReleaseSource) -> Iterator[None]:
        """The framework's errors in our words."""
        try:
            yield
        except (tuf.RepositoryError, tuf.DownloadError) as error:
            raise as_kiosk_error(error, source.name) from error


def _signed_name(updater: SafeUpdater, target: str) -> str:
    """A signed name together with the keys that may sign it: with other keys, numbers begin anew."""
    group, _, _ = target.rpartition("/")
    trusted = updater._trusted_set
    delegations = trusted.targets.delegations
    roles = delegations.roles if delegations else None
    keyids = roles[group].keyids if group and roles else trusted.root.roles[Targets.type].keyids
    return f"{target} {hashlib.sha256(' '.join(sorted(keyids)).encode()).hexdigest()[:12]}"
