"""Signs application releases: beside content, in the same repository, by the publishers' own keys and never by a group's."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime

from tuf.api.metadata import Metadata, Targets

from kiosk.disk.files import LARGEST_MEDIA, contents_of
from kiosk.errors import PublishingError, VerificationError
from kiosk.publishing.app_manifest import AppRelease, Bundle, Wheel, app_target, read_app_release
from kiosk.publishing.keys import Keyring
from kiosk.publishing.manifest import CHANNELS, LAST_NUMBER, Blob, Patch, top_number
from kiosk.publishing.metadata import put
from kiosk.publishing.patch import pack
from kiosk.publishing.repository import Repository, known
from kiosk.publishing.signatures import refuse_unsigned
from kiosk.publishing.wheelhouse import Wheelhouse

PATCHED = 3
"""From so many releases before it, a changed wheel can be reached by a patch."""
_ROLE = "targets"


class AppShelf:
    """The application releases of a repository."""

    def __init__(self, repository: Repository) -> None:
        self.repository = repository

    def current(self, channel: str) -> AppRelease | None:
        """The program that a channel has now."""
        known(channel, "")
        target = self.repository.targets_of("").signed.targets.get(app_target(channel))
        return self._document(channel, target.hashes.get("sha256", "")) if target else None

    def history(self, channel: str) -> Iterator[AppRelease]:
        """The application releases of a channel, the newest first."""
        release = self.current(channel)
        while release is not None:
            yield release
            release = self._document(channel, release.supersedes) if release.supersedes else None

    def all(self) -> Iterator[AppRelease]:
        """Those of every channel."""
        for channel in CHANNELS:
            yield from self.history(channel)

    def numbered(self, number: int) -> AppRelease:
        """One by its number.

        Raises:
            PublishingError: there is none.
        """
        for release in self.all():
            if release.number == number:
                return release
        message = f"there is no application release {number}; `kiosk repo status` names those in force"
        raise PublishingError(message)

    def next_number(self) -> int:
        """One more than any."""
        top = top_number(release.number for release in self.all())
        if top >= LAST_NUMBER:
            message = f"the numbers are used up to {LAST_NUMBER}; give the role a new key: `kiosk repo rotate-key`"
            raise PublishingError(message)
        return top + 1

    def keep_sound(self, targets: Metadata[Targets]) -> None:
        """Let a role that begins anew with another key name what was sound of its application releases."""
        for channel in CHANNELS:
            with suppress(VerificationError):
                release = self.current(channel)
                if release is not None and release.number < self.next_number():
                    self.repository.keep_document(targets, app_target(channel), release.as_bytes())

    def _document(self, channel: str, sha256: str) -> AppRelease:
        return self.repository.document(app_target(channel), sha256, read_app_release)


class AppPublisher:
    """Someone with keys, at a moment."""

    def __init__(self, repository: Repository, keyring: Keyring, now: datetime) -> None:
        self.shelf, self._repository, self._keyring, self._now = AppShelf(repository), repository, keyring, now

    def check_keys(self) -> None:
        """Look whether the keys are there: before minutes of work, not after.

        Raises:
            KeysError: there are too few.
            VerificationError: the repository is not as it was signed.
        """
        refuse_unsigned(self._repository.metadata)
        for name in (_ROLE, "snapshot", "timestamp"):
            self._keyring.enough(self._repository.metadata.role(name))

    def publish(self, wheelhouses: Iterable[Wheelhouse], channel: str) -> AppRelease:
        """Sign the program for a channel.

        Args:
            wheelhouses: one for each system.
            channel: one of `CHANNELS`.

        Raises:
            ReleaseRefusedError: a wheelhouse cannot be installed from.
            PublishingError: they are of different versions, the channel has just that, or the repository cannot be written.
            KeysError: there are too few keys.
        """
        houses = sorted(wheelhouses, key=lambda house: (house.debian, house.python))
        for house in houses:
            house.refuse_unfit()
        versions, systems = {(house.version, house.reads) for house in houses}, {(house.debian, house.python) for house in houses}
        if len(versions) != 1 or len(systems) != len(houses):
            message = "the folders must hold one version of the program, each for another system; make them from one checkout"
            raise PublishingError(message)
        self.check_keys()
        (version, reads), before = versions.pop(), self.shelf.current(channel)
        bundles = tuple(self._bundle(house, channel) for house in houses)
        if before and [one.sha256 for one in before.bundles] == [one.sha256 for one in bundles]:
            message = f"{channel} has just that already, as application release {before.number}; nothing is to be published"
            raise PublishingError(message)
        number = self.shelf.next_number()
        release = AppRelease(number=number, version=version, published=self._now, reads=reads, bundles=bundles)
        return self._sign(release, channel)

    def republish(self, release: AppRelease, channel: str) -> AppRelease:
        """Sign for a channel what another has, or had before: under a new number, for no kiosk goes to a lower one."""
        self.check_keys()
        return self._sign(release.model_copy(update={"number": self.shelf.next_number(), "published": self._now}), channel)

    def _bundle(self, house: Wheelhouse, channel: str) -> Bundle:
        before = [bundle for release in self.shelf.history(channel) if (bundle := release.bundle_for(house.debian, house.python))]
        wheels = []
        for path in house.wheels:
            data = contents_of(path, LARGEST_MEDIA)
            wheel = Wheel(name=path.name, blob=_blob(data))
            self._store(wheel.blob, data)
            wheels.append(wheel.model_copy(update={"patches": tuple(self._patches(wheel, data, before[:PATCHED]))}))
        return Bundle(debian=house.debian, python=house.python, wheels=tuple(wheels))

    def _patches(self, wheel: Wheel, data: bytes, before: Iterable[Bundle]) -> Iterator[Patch]:
        """From other wheels of the same package; none that saves little."""
        olds = {old.blob.sha256: old.blob for bundle in before for old in bundle.wheels if old.package == wheel.package}
        if wheel.blob.sha256 in olds:
            return
        for old in olds.values():
            packed = pack(data, contents_of(self._repository.folder / old.path, LARGEST_MEDIA))
            if len(packed) < len(data) // 2:
                blob = _blob(packed)
                self._store(blob, packed)
                yield Patch(base=old.sha256, blob=blob)

    def _store(self, blob: Blob, data: bytes) -> None:
        path = self._repository.folder / blob.path
        if not path.is_file() or path.stat().st_size != blob.size:
            put(path, data)

    def _sign(self, release: AppRelease, channel: str) -> AppRelease:
        targets, target = self._repository.metadata.targets(_ROLE), app_target(channel)
        last = targets.signed.targets.get(target)
        release = release.model_copy(update={"supersedes": last.hashes.get("sha256") if last else None})
        self._repository.keep_document(targets, target, release.as_bytes())
        self._repository.metadata.commit({_ROLE: targets}, self._keyring, self._now)
        return release


def _blob(data: bytes) -> Blob:
    return Blob(sha256=hashlib.sha256(data).hexdigest(), size=len(data))
