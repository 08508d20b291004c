"""Makes releases: what they need is stored under its hash, then their manifest is signed and put in force."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from itertools import count
from pathlib import Path

from pydantic import ValidationError

from kiosk.content.survey import stats
from kiosk.disk.files import LARGEST_MEDIA, contents_of
from kiosk.errors import PublishingError
from kiosk.publishing.installation import USER_VERSION
from kiosk.publishing.keys import Keyring
from kiosk.publishing.manifest import CHANNELS, Blob, ChangeCounts, Patch, Release, ReleaseFile
from kiosk.publishing.metadata import put, renew
from kiosk.publishing.patch import pack
from kiosk.publishing.pending import leave
from kiosk.publishing.repository import Repository, known, scratch
from kiosk.publishing.signatures import refuse_unsigned

PATCHED = 5
"""From so many databases before it, a release can be reached by a patch."""


class Publisher:
    """Someone with keys, at a moment."""

    def __init__(self, repository: Repository, keyring: Keyring, now: datetime, pending: Path | None = None) -> None:
        """Begin.

        Args:
            repository: what is published in.
            keyring: the keys at hand.
            now: the moment.
            pending: a file to leave what is signed in, for others to sign too; None puts it in force.
        """
        self.repository, self._keyring, self._now, self._pending = repository, keyring, now, pending

    def publish(
        self, database: Path, files: Mapping[str, Path], channel: str, group: str = "", changes: ChangeCounts | None = None
    ) -> Release:
        """Sign a database and its files for a channel; whoever calls has let it through the gate.

        Args:
            database: the content database.
            files: pictures and recordings by their name in the release, such as `pictures/dog.png`.
            channel: one of `CHANNELS`.
            group: the delegated role that vouches for it; empty for the publishers themselves.
            changes: how much is another than on the channel now.

        Raises:
            KeysError: there are too few keys.
            PublishingError: the channel shows just that already, its version was published with other bytes, or the repository
                cannot be read or written.
        """
        data = _read(database)
        blobs = {name: _read(path) for name, path in sorted(files.items())}
        database_blob, listed = _blob(data), tuple(_listed(name, blob) for name, blob in blobs.items())
        before = self.repository.current(channel, group)
        if before is not None and (before.database, before.files) == (database_blob, listed):
            message = f"{channel} shows just that already, as release {before.number}; nothing is to be published"
            raise PublishingError(message)
        self.check_keys(group)
        version = self.checked_version(database, group)
        for blob in blobs.values():
            self._store(blob)
        release = Release(
            number=self.repository.next_number(group),
            version=version,
            published=self._now,
            user_version=int.from_bytes(data[USER_VERSION]),
            database=database_blob,
            whole=self._store(pack(data)),
            patches=self._store_patches(data, channel, group),
            files=listed,
            changes=changes or ChangeCounts(),
        )
        return self._sign(release, before, channel, group)

    def republish(self, release: Release, channel: str, group: str = "", changes: ChangeCounts | None = None) -> Release:
        """Show on a channel what a release of it, or of another, shows: under a new number, for no kiosk goes to a lower one."""
        before = self.repository.current(channel, group)
        self.check_keys(group)
        with scratch() as folder:
            path = folder / "content.db"
            self.repository.extract(release, path)
            patches = self._store_patches(path.read_bytes(), channel, group)
        fresh = {
            "number": self.repository.next_number(group),
            "published": self._now,
            "patches": patches,
            "changes": changes or ChangeCounts(),
        }
        again = release.model_copy(update=fresh)
        return self._sign(again, before, channel, group)

    def checked_version(self, database: Path, group: str = "") -> str:
        """The version of a database, which is that of no other.

        Raises:
            PublishingError: the publishers, or the group, have published it with other bytes.
            ContentError: the database cannot be opened.
        """
        version, sha256 = str(stats(database)["content_version"]), _blob(_read(database)).sha256
        used: dict[str, str] = {}
        for release in (one for of in {"", group} for channel in CHANNELS for one in self.repository.history(channel, of)):
            used[release.version] = release.database.sha256
        if used.get(version, sha256) != sha256:
            day = ".".join(version.split(".")[:3])
            free = next(name for name in (f"{day}.{number}" for number in count(2)) if name not in used)
            message = (
                f"content {version} was published before with other bytes, and a version stands for one content; "
                f'write content_version: "{free}" in exhibition.yaml, or a later day, and build again'
            )
            raise PublishingError(message)
        return version

    def check_keys(self, group: str) -> None:
        """Look whether the keys are there: before hours of work, not after.

        Raises:
            KeysError: there are too few.
            VerificationError: the repository is not as it was signed.
        """
        refuse_unsigned(self.repository.metadata)
        role = self.repository.metadata.role(group or "targets")
        if self._pending is None:
            for needed in (role, *map(self.repository.metadata.role, ("snapshot", "timestamp"))):
                self._keyring.enough(needed)
        else:
            self._keyring.any_of(role)

    def _store(self, data: bytes) -> Blob:
        blob = _blob(data)
        path = self.repository.folder / blob.path
        if not path.is_file() or path.stat().st_size != blob.size:
            put(path, data)
        return blob

    def _store_patches(self, data: bytes, channel: str, group: str) -> tuple[Patch, ...]:
        """From each of the databases that kiosks of the channel may hold."""
        patches: dict[str, Patch] = {}
        with scratch() as folder:
            for release in self.repository.history(channel, group):
                base = release.database.sha256
                if len(patches) == PATCHED:
                    break
                if base not in patches and base != _blob(data).sha256:
                    old = folder / "old.db"
                    self.repository.extract(release, old)
                    patches[base] = Patch(base=base, blob=self._store(pack(data, old.read_bytes())))
        return tuple(patches.values())

    def _sign(self, release: Release, before: Release | None, channel: str, group: str) -> Release:
        role = group or "targets"
        targets = self.repository.metadata.targets(role)
        last = targets.signed.targets.get(known(channel, group))
        release = release.model_copy(update={"supersedes": last.hashes.get("sha256") if before and last else None})
        self.repository.vouch(targets, release, channel, group)
        if self._pending is None:
            self.repository.metadata.commit({role: targets}, self._keyring, self._now)
        else:
            renew(targets.signed, "targets", self._now)
            targets.signatures.clear()
            signers = self._keyring.one_of_each_hand(self.repository.metadata.role(role))
            leave(self._pending, self.repository, release, (channel, group), targets, signers)
        return release


def _blob(data: bytes) -> Blob:
    return Blob(sha256=hashlib.sha256(data).hexdigest(), size=len(data))


def _listed(name: str, data: bytes) -> ReleaseFile:
    try:
        return ReleaseFile(path=name, blob=_blob(data))
    except ValidationError as error:
        message = f"{name}: not the name of a file for kiosks; use letters, digits, dots, hyphens and underscores, at most 120"
        raise PublishingError(message) from error


def _read(path: Path) -> bytes:
    try:
        return contents_of(path, LARGEST_MEDIA)
    except OSError as error:
        message = f"{path}: cannot be read ({error.strerror}); name a file that exists"
        raise PublishingError(message) from error
