"""A publication that waits for signatures: one file, carried from desk to desk, in which no byte can be changed unseen."""

import hashlib
import json
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from securesystemslib.signer import Signer
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, TargetFile, Targets

from kiosk.errors import PublishingError, VerificationError
from kiosk.publishing.keys import Keyring, SigningRole
from kiosk.publishing.manifest import CHANNELS, LARGEST_MANIFEST, Blob, Release, read_release, target_of
from kiosk.publishing.metadata import put, renew
from kiosk.publishing.patch import unpack
from kiosk.publishing.pending_file import (
    FOR,
    LARGEST,
    SIGNED,
    TERM,
    Pending,
    new_pending_zip,
    pending_zip,
    refuse_other_times,
    signed_document,
    what_waits,
)
from kiosk.publishing.repository import Repository, scratch

_MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingPublication(Pending):
    """What waits, as it was found to be unchanged and still to come."""

    release: Release
    channel: str
    group: str

    @property
    def ends(self) -> datetime:
        """Until when it can be signed."""
        return self.release.published + TERM

    def extract(self, target: Path) -> None:
        """Write its database.

        Raises:
            PublishingError: another comes out than was signed, or there is no room.
        """
        with scratch() as folder, pending_zip(self.path) as archive:
            packed = folder / "packed"
            with packed.open("wb") as file, archive.open(self.release.whole.path) as blob:
                shutil.copyfileobj(blob, file)
            try:
                unpack(packed, target, self.release.database.sha256, self.release.database.size)
            except VerificationError as error:
                message = f"{self.path}: {error}; prepare the publication anew"
                raise PublishingError(message) from error


def leave(
    path: Path,
    repository: Repository,
    release: Release,
    place: tuple[str, str],
    targets: Metadata[Targets],
    signers: Iterable[Signer],
) -> None:
    """Write a publication to be signed: with all that other copies of the repository lack.

    Args:
        path: the file.
        repository: holds what the release needs.
        release: what is to be published.
        place: channel and group.
        targets: the document to sign.
        signers: those who sign now.

    Raises:
        PublishingError: it cannot be written.
    """
    channel, group = place
    shown = [known for name in CHANNELS if (known := repository.current(name, group))]
    held = {blob.path for known in shown for blob in known.blobs()} - {release.whole.path}
    with new_pending_zip(path) as archive:
        archive.writestr(FOR, json.dumps({"format": 1, "channel": channel, "group": group}))
        archive.writestr(_MANIFEST, release.as_bytes())
        archive.writestr(SIGNED, signed_document(targets, signers))
        for blob in {blob.path for blob in release.blobs()} - held:
            archive.write(repository.folder / blob, blob)


def read_pending(path: Path, repository: Repository, now: datetime) -> PendingPublication:
    """A publication that waits.

    Args:
        path: the file.
        repository: what it is to be published in, or a copy of it as it stands.
        now: the moment.

    Raises:
        PublishingError: it is none, was changed, is over, or does not follow on what the repository shows.
    """
    place = what_waits(path)
    with pending_zip(path) as archive:
        channel, group = str(place["channel"]), str(place["group"])
        data = archive.open(_MANIFEST).read(LARGEST_MANIFEST)
        try:
            release, targets = read_release(data), Metadata[Targets].from_bytes(archive.open(SIGNED).read(LARGEST))
        except (VerificationError, RepositoryError) as error:
            message = f"{path}: changed after it was prepared, or cut short ({error}); prepare it anew"
            raise PublishingError(message) from error
    if channel not in CHANNELS:
        message = f"{path}: is for no channel of ours; prepare it anew"
        raise PublishingError(message)
    role = repository.metadata.role(group or Targets.type)
    _refuse_other_times(path, repository, release, (channel, group), now)
    _refuse_other_changes(path, repository, (target_of(channel, group), data), role, targets)
    signed = tuple(keyid for keyid in role.keyids if keyid in _valid(repository, role, targets))
    if set(targets.signatures) & set(role.keyids) - set(signed) or not signed:
        message = f"{path}: a signature does not fit; it was changed after it was signed: prepare it anew"
        raise PublishingError(message)
    pending = PendingPublication(
        path=path, release=release, channel=channel, group=group, role=role, targets=targets, signed=signed
    )
    for blob in release.blobs():
        _refuse_changed(pending, repository, blob)
    return pending


def put_in_force(pending: PendingPublication, repository: Repository, keyring: Keyring, now: datetime) -> None:
    """Publish what enough people have signed; who calls has let its database through the gate.

    Raises:
        KeysError: too few have signed, or the server's keys are not at hand.
        PublishingError: it cannot be written.
    """
    if pending.missing:
        keyring.enough(pending.role)
    with pending_zip(pending.path) as archive:
        for name in set(archive.namelist()) & {blob.path for blob in pending.release.blobs()}:
            put(repository.folder / name, archive.read(name))
    repository.vouch(pending.targets, pending.release, pending.channel, pending.group)
    repository.metadata.commit_signed({pending.role.name: pending.targets}, keyring, now)


def _refuse_other_times(path: Path, repository: Repository, release: Release, place: tuple[str, str], now: datetime) -> None:
    if repository.current(*place) == release:
        message = f"{path}: is in force already, as release {release.number}; nothing is to be signed"
        raise PublishingError(message)
    refuse_other_times(path, release.published, now)


def _refuse_other_changes(
    path: Path, repository: Repository, target: tuple[str, bytes], role: SigningRole, targets: Metadata[Targets]
) -> None:
    """People sign the change of one channel, as they are shown it, and nothing beside it."""
    expected = repository.metadata.targets(role.name).signed
    name, data = target
    if targets.signed.version != expected.version + 1:
        message = f"{path}: something else was published since, or this copy of the repository is not the newest; prepare it anew"
        raise PublishingError(message)
    before, release = expected.targets.get(name), read_release(data)
    follows = (repository.next_number(name.rpartition("/")[0]), before and before.hashes.get("sha256"))
    renew(expected, "targets", release.published)
    expected.targets[name] = TargetFile.from_data(name, data, ["sha256"])
    if targets.signed.to_dict() != expected.to_dict() or (release.number, release.supersedes) != follows:
        message = f"{path}: changed after it was prepared; prepare it anew"
        raise PublishingError(message)


def _refuse_changed(pending: PendingPublication, repository: Repository, blob: Blob) -> None:
    with pending_zip(pending.path) as archive:
        carried = blob.path in archive.namelist()
        with archive.open(blob.path) if carried else (repository.folder / blob.path).open("rb") as file:
            if hashlib.sha256(file.read(blob.size + 1)).hexdigest() != blob.sha256:
                where = pending.path if carried else repository.folder / blob.path
                message = f"{where}: {blob.path} is not what was prepared; prepare the publication anew"
                raise PublishingError(message)


def _valid(repository: Repository, role: SigningRole, targets: Metadata[Targets]) -> Iterable[str]:
    metadata = repository.metadata
    delegator = metadata.root().signed if role.name == Targets.type else metadata.targets().signed
    return delegator.get_verification_result(role.name, targets.signed_bytes, targets.signatures).signed
