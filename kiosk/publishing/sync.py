"""One look at a source: what is new is fetched, verified, laid down and switched to; what is shown stays whatever happens."""

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from kiosk.content.schema import MAJOR, version_parts
from kiosk.errors import NotThereError, StorageError, TransferError, VerificationError
from kiosk.publishing.disk import need_room, sha256_of
from kiosk.publishing.download import BlobStore
from kiosk.publishing.examine import examine_database
from kiosk.publishing.installation import Installation
from kiosk.publishing.manifest import Blob, Release, target_of
from kiosk.publishing.patch import unpack
from kiosk.publishing.pointer import Pointer
from kiosk.publishing.release_folders import clear, mend, tidy, write_release
from kiosk.publishing.release_sources import ReleaseSource
from kiosk.publishing.sync_clock import SyncClock
from kiosk.publishing.sync_steps import Step, Tell
from kiosk.publishing.trust import TRUST, Trust


@dataclass(frozen=True, slots=True)
class SyncPlan:
    """What a kiosk follows."""

    state: Path
    """The folder of all that is installed."""
    root: Path
    """The first root, as the technician brought it."""
    channel: str = "stable"
    group: str = ""
    factory: Path | None = None
    """The database the kiosk came with: a patch may begin from it."""
    clock_wrong: bool = False
    """A person says that the clock cannot be right."""
    synchronised: bool = False
    """The operating system says that a time server set the clock."""
    share: bool = False
    """What was fetched is kept, for neighbours to have."""

    @property
    def target(self) -> str:
        """The name that is followed."""
        return target_of(self.channel, self.group)


@dataclass(frozen=True, slots=True)
class SyncResult:
    """The result of one sync."""

    result: str
    """`installed`, `current` (nothing new), or `refused` (this kiosk went back from that release)."""
    number: int
    version: str
    sha256: str
    before: str | None
    """The release that was shown."""
    source: str
    requests: int
    received: int
    """Bytes."""
    roll_problem: str = ""
    """Why the fleet's roll of the source was not taken; content does not wait for it."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a source would change, before anything is changed."""

    release: Release
    before: str | None
    bytes_to_fetch: int
    """0 for nothing new."""
    signed_by: tuple[str, ...]
    """Names of the people who vouch for it."""
    standing: str
    """`new`, `current` (it is shown already), or `refused` (this kiosk went back from it)."""


class Sync:
    """One kiosk beside one source."""

    def __init__(self, plan: SyncPlan, source: ReleaseSource, say: Tell = lambda _step: None, now: datetime | None = None) -> None:
        """Prepare a look.

        Args:
            plan: what the kiosk follows.
            source: where it looks.
            say: is told each step.
            now: what the clock says; None looks at it.
        """
        self._plan, self._source, self._say = plan, source, say
        self._clock = SyncClock(now or datetime.now(UTC), wrong=plan.clock_wrong, synchronised=plan.synchronised)
        self._installation, self._blobs = Installation(plan.state), BlobStore(plan.state)
        self._trust = Trust(plan.state / TRUST, plan.root)
        self._roll_problem = ""

    def offer(self) -> Offer:
        """What the source has for this kiosk; changes nothing that is shown. For people who want to know first.

        Raises:
            VerificationError, TransferError, StorageError: as `run`.
        """
        with self._installation.locked("sync.lock", wait=False):
            release = self._newest()
            pointer = self._installation.pointer
            current = release.name == pointer.current
            wanted = [] if current else self._wanted(release, self._ways(release)[0][0])
            standing = "refused" if release.name in pointer.refused else "current" if current else "new"
            size = sum(blob.size for blob in wanted)
            return Offer(release, pointer.current, size, tuple(self._trust.signed_by()), standing)

    def run(self) -> SyncResult:
        """Follow the source.

        Raises:
            VerificationError: what it has cannot be trusted.
            TransferError: it did not come.
            StorageError: it could not be kept.
        """
        with self._installation.locked("sync.lock", wait=False):
            before = self._installation.pointer
            release = self._newest(with_roll=True)
            if release.name in before.refused:
                return self._result("refused", release, before.current)
            if release.name == before.current and self._installation.is_intact(release.name):
                mend(self._installation, self._blobs, release, self._source)
                clear(self._installation)
                return self._result("current", release, before.current)
            self._trust.accept(release, self._clock)
            if not self._installation.is_intact(release.name):
                self._lay(release)
            self._say(Step("switching"))
            self._installation.change(partial(Pointer.on_trial, name=release.name))
            tidy(self._installation, self._blobs, before.current, release if self._plan.share else None)
            return self._result("installed", release, before.current)

    def _newest(self, *, with_roll: bool = False) -> Release:
        self._say(Step("asking", source=self._source.name))
        try:
            release = self._trust.newest(self._source, self._plan.target, self._clock)
        except VerificationError:
            if with_roll:
                self._look_at_roll()
            raise
        if with_roll:
            self._look_at_roll()
        major, minor = version_parts(release.user_version)
        if major != MAJOR:
            waits = "it waits for a newer program" if major > MAJOR else "publish content that was built for it"
            message = f"release {release.number} has content of version {major}.{minor}, this program reads {MAJOR}; {waits}"
            raise VerificationError(message)
        return release

    def _look_at_roll(self) -> None:
        """People come with the content, and neither waits for the other."""
        try:
            self._trust.look_at_roll(self._source, self._clock)
        except (VerificationError, TransferError, StorageError) as error:
            self._roll_problem = str(error)

    def _lay(self, release: Release) -> None:
        packed, base = self._fetched(release)
        write_release(self._installation, self._blobs, release, partial(self._write, release, packed, base))

    def _fetched(self, release: Release) -> tuple[Blob | None, Path | None]:
        """Get all of a release, its database by the shortest way that the source has; says which.

        Raises:
            NotThereError: the source has none of the ways, or lacks a file.
        """
        ways = self._ways(release)
        for packed, base in ways:
            wanted = self._wanted(release, packed)
            need_room(self._plan.state, release.database.size + sum(blob.size for blob in wanted))
            for number, blob in enumerate(wanted, 1):
                self._say(Step("fetching", number=number, total=len(wanted), size=blob.size))
                try:
                    self._blobs.fetch(blob, self._source)
                except NotThereError:
                    if blob != packed or (packed, base) == ways[-1]:
                        raise
                    break
            else:
                break
        return packed, base

    def _write(self, release: Release, packed: Blob | None, base: Path | None, target: Path) -> None:
        """Write the database of a release, and have it examined."""
        if packed is None and base is not None:
            shutil.copyfile(base, target)
        elif packed == release.database:
            self._blobs.path(packed).replace(target)
        elif packed is not None:
            self._say(Step("unpacking"))
            old = base.read_bytes() if base else None
            unpack(self._blobs.path(packed), target, release.database.sha256, release.database.size, old)
        self._say(Step("examining"))
        found = examine_database(target)
        if found["content_version"] != release.version:
            message = f"release {release.number} says {release.version}, its database {found['content_version']}; publish it again"
            raise VerificationError(message)

    def _ways(self, release: Release) -> list[tuple[Blob | None, Path | None]]:
        """What leads to the database, and what that begins from, the fewest bytes first; None when it is held already.

        Last of all the database as it is: publishers do not have it under its hash, neighbours do.
        """
        held = {name.partition("-")[2]: self._installation.database(name) for name in self._installation.installed()}
        if not held and self._plan.factory:
            held = {sha256_of(self._plan.factory): self._plan.factory}
        patches = sorted((patch for patch in release.patches), key=lambda patch: patch.blob.size)
        choices = [(None, release.database.sha256), *((patch.blob, patch.base) for patch in patches)]
        for packed, base in choices:
            if base in held and sha256_of(held[base]) == base and (packed is None or packed.size < release.whole.size):
                return [(packed, held[base]), (release.whole, None), (release.database, None)]
        return [(release.whole, None), (release.database, None)]

    def _wanted(self, release: Release, packed: Blob | None) -> list[Blob]:
        """What has to be fetched."""
        missing = {file.blob.sha256: file.blob for file in release.files if not self._blobs.has(file.blob)}
        return [*([packed] if packed else []), *missing.values()]

    def _result(self, result: str, release: Release, before: str | None) -> SyncResult:
        source = self._source
        return SyncResult(
            result,
            release.number,
            release.version,
            release.database.sha256,
            before,
            source.name,
            source.requests,
            source.received,
            self._roll_problem,
        )
