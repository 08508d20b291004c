"""Publishing, going back, and changing keys, as the kiosks will find it."""

import hashlib
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from kiosk.errors import KeysError, PublishingError
from kiosk.publishing import offices
from kiosk.publishing.keys import SHOWN, Keyring, load_private
from kiosk.publishing.metadata import MetadataFolder
from kiosk.publishing.patch import unpack
from kiosk.publishing.release_sources import FolderSource
from kiosk.publishing.releasing import PATCHED, Publisher
from kiosk.publishing.repository import Repository
from kiosk.publishing.sync_clock import SyncClock
from kiosk.publishing.trust import Trust
from tests.helpers.workshop import PASSPHRASE, Workshop, sentence


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_release_is_the_very_database_and_its_files(workshop: Workshop, tmp_path: Path) -> None:
    picture = tmp_path / "dog.png"
    picture.write_bytes(b"a picture")
    release = workshop.publish(sentence("dogs"), {"pictures/dog.png": picture})
    repository = workshop.repository
    assert repository.current("stable") == release
    repository.extract(release, tmp_path / "out.db")
    assert (tmp_path / "out.db").read_bytes() == (workshop.folder / "content-3.db").read_bytes()
    assert (repository.folder / release.files[0].blob.path).read_bytes() == b"a picture"
    assert repository.current("canary") is None


def test_numbers_grow_over_all_channels_of_a_signing_role(workshop: Workshop) -> None:
    offices.delegate(workshop.repository, "borders", workshop.keyring, workshop.now)
    numbers = [
        workshop.publish(sentence("two"), channel="canary").number,
        workshop.publish(sentence("three"), group="borders").number,
        workshop.publish(sentence("four")).number,
    ]
    assert numbers == [2, 1, 3]
    assert [release.number for release in workshop.repository.history("stable")] == [3, 1]


def test_patches_lead_from_the_last_five_databases_to_the_same_bytes(workshop: Workshop, tmp_path: Path) -> None:
    databases = [workshop.folder / "content-1.db"]
    for number in range(PATCHED + 2):
        release = workshop.publish(sentence(f"version {number}"))
        databases.append(workshop.folder / f"content-{number + 3}.db")
    assert len(release.patches) == PATCHED
    bases = {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in databases}
    assert [bases[patch.base] for patch in release.patches] == databases[-2 : -PATCHED - 2 : -1]
    for patch in release.patches:
        out = tmp_path / "out.db"
        packed = workshop.repository.folder / patch.blob.path
        unpack(packed, out, release.database.sha256, release.database.size, bases[patch.base].read_bytes())
        assert out.read_bytes() == databases[-1].read_bytes()
        assert patch.blob.size < release.whole.size / 10


def test_what_is_there_already_is_not_written_again(workshop: Workshop, tmp_path: Path) -> None:
    picture = tmp_path / "dog.png"
    picture.write_bytes(b"a picture")
    first = workshop.publish(sentence("one"), {"pictures/dog.png": picture})
    path = workshop.repository.folder / first.files[0].blob.path
    written = path.stat().st_mtime_ns
    workshop.publish(sentence("two"), {"pictures/dog.png": picture, "pictures/same.png": picture})
    assert path.stat().st_mtime_ns == written


def test_the_same_again_is_nothing_to_publish(workshop: Workshop) -> None:
    before = files(workshop.repository.folder)
    with pytest.raises(PublishingError, match="shows just that already, as release 1"):
        workshop.publish()
    assert files(workshop.repository.folder) == before


def test_going_back_shows_the_old_under_a_new_number(workshop: Workshop) -> None:
    first, second = workshop.repository.current("stable"), workshop.publish(sentence("a mistake"))
    assert first is not None
    back = Publisher(workshop.repository, workshop.keyring, workshop.now).republish(first, "stable")
    assert (back.number, back.database, back.version) == (3, first.database, first.version)
    assert [patch.base for patch in back.patches] == [second.database.sha256]


def test_the_canary_can_be_given_to_all(workshop: Workshop) -> None:
    canary = workshop.publish(sentence("tried"), channel="canary")
    release = Publisher(workshop.repository, workshop.keyring, workshop.now).republish(canary, "stable")
    assert (release.database, release.number) == (canary.database, canary.number + 1)
    assert [patch.base for patch in release.patches] == [r.database.sha256 for r in workshop.repository.history("stable")][1:]


@pytest.mark.parametrize("name", ["../evil.png", "dög.png", "a" * 130, ".hidden", "a/b.png", ""])
def test_names_that_could_harm_a_kiosk_are_refused(workshop: Workshop, tmp_path: Path, name: str) -> None:
    (tmp_path / "x").write_bytes(b"x")
    with pytest.raises(PublishingError, match="not the name of a file"):
        workshop.publish(sentence("x"), {f"pictures/{name}": tmp_path / "x"})


# keys ----------------------------------------------------------------------------------------------------------------


def test_keys_are_encrypted_and_their_owners_alone(workshop: Workshop) -> None:
    paths = list(workshop.keys.iterdir())
    assert len(paths) == 3 + 3 + 1 + 1
    assert {path.stat().st_mode & 0o777 for path in paths} == {0o600}
    for path in paths:
        assert b"ENCRYPTED PRIVATE KEY" in path.read_bytes()
        with pytest.raises(KeysError, match="the passphrase is wrong"):
            load_private(path, "another passphrase")


def test_two_of_three_people_must_sign(workshop: Workshop, tmp_path: Path) -> None:
    one, two, server = (tmp_path / name for name in ("one", "two", "server"))
    for folder in (one, two, server):
        folder.mkdir()
    people = sorted(workshop.keys.glob("targets-*.pem"))
    people[0].rename(one / people[0].name)
    people[1].rename(two / people[1].name)
    for path in (*workshop.keys.glob("snapshot-*"), *workshop.keys.glob("timestamp-*")):
        path.rename(server / path.name)
    workshop.keyring = Keyring([server, one], PASSPHRASE)
    before = files(workshop.repository.folder)
    with pytest.raises(KeysError, match=r"targets needs 2 of 3 keys, 1 found in .*--keys"):
        workshop.publish(sentence("alone"))
    assert files(workshop.repository.folder) == before
    workshop.keyring = Keyring([server, one, two], PASSPHRASE)
    assert workshop.publish(sentence("together")).number == 2


@pytest.mark.parametrize("role", ["root", "targets", "snapshot", "timestamp", "borders"])
def test_a_lost_key_is_replaced_and_worth_nothing_after(workshop: Workshop, role: str) -> None:
    offices.delegate(workshop.repository, "borders", workshop.keyring, workshop.now)
    workshop.publish(sentence("borders"), group="borders")
    lost = min(workshop.keys.glob(f"{role}-*.pem"))
    lost.unlink()
    new = offices.rotate(workshop.repository, role, Keyring([workshop.keys], PASSPHRASE), workshop.now)
    keys = workshop.repository.metadata.role(role).keyids
    assert new.keyid in keys
    assert not any(keyid.startswith(lost.stem.removeprefix(f"{role}-")) for keyid in keys)
    workshop.keyring = Keyring([workshop.keys], PASSPHRASE)
    workshop.publish(sentence("after"))
    workshop.publish(sentence("after"), group="borders")


def test_a_new_root_is_signed_by_the_old_and_by_the_new(workshop: Workshop) -> None:
    metadata = workshop.repository.metadata
    before = metadata.root().signed
    offices.rotate(workshop.repository, "root", workshop.keyring, workshop.now)
    after = metadata.root()
    assert after.signed.version == before.version + 1
    assert after.signed.get_root_verification_result(before, after.signed_bytes, after.signatures)


def test_with_too_few_root_keys_nothing_changes(workshop: Workshop) -> None:
    for path in sorted(workshop.keys.glob("root-*.pem"))[:2]:
        path.unlink()
    before = files(workshop.folder)
    with pytest.raises(KeysError, match="root needs 2 of 3 keys, 1 found"):
        offices.rotate(workshop.repository, "targets", Keyring([workshop.keys], PASSPHRASE), workshop.now)
    assert files(workshop.folder) == before


def test_a_key_is_named_by_its_beginning(workshop: Workshop) -> None:
    going = workshop.repository.metadata.role("targets").keyids[1]
    offices.rotate(workshop.repository, "targets", workshop.keyring, workshop.now, going[:SHOWN])
    assert going not in workshop.repository.metadata.role("targets").keyids
    with pytest.raises(KeysError, match="not the beginning of one key of targets"):
        offices.rotate(workshop.repository, "targets", workshop.keyring, workshop.now, "zzz")


@pytest.mark.parametrize("role", ["root", "targets", "snapshot", "timestamp", "borders"])
def test_between_any_two_files_of_a_change_of_keys_kiosks_go_on(workshop: Workshop, tmp_path: Path, role: str) -> None:
    """What changes is signed by the old and by the new keys before the root says that the old ones are worth nothing."""
    offices.delegate(workshop.repository, "borders", workshop.keyring, workshop.now)
    written = MetadataFolder.write

    def write_and_look(metadata: MetadataFolder, name: str, *rest: Any) -> None:
        written(metadata, name, *rest)
        looked.append(name)
        Trust(tmp_path / f"{len(looked)}" / "trust", workshop.root).newest(source, "stable.json", SyncClock(workshop.now))

    looked: list[str] = []
    source = FolderSource(workshop.repository.folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(MetadataFolder, "write", write_and_look)
        offices.rotate(workshop.repository, role, workshop.keyring, workshop.now)
    assert looked[-1] == ("timestamp.json" if role == "borders" else "2.root.json")


# terms ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("days", "soon"), [(0, set()), (21, {"timestamp"}), (345, {"timestamp", "snapshot", "targets"})])
def test_what_ends_soon_is_said_early(workshop: Workshop, days: int, soon: set[str]) -> None:
    roles = workshop.repository.roles(workshop.now + timedelta(days=days))
    assert {role.name for role in roles if role.soon} == soon


def test_renewing_needs_the_timestamps_key_alone(workshop: Workshop) -> None:
    for path in workshop.keys.glob("*.pem"):
        if not path.name.startswith("timestamp"):
            path.unlink()
    later = workshop.now + timedelta(days=25)
    workshop.repository.metadata.renew_timestamp(Keyring([workshop.keys], PASSPHRASE), later)
    assert not any(role.soon for role in workshop.repository.roles(later))


def test_an_expired_root_says_how_it_is_renewed(workshop: Workshop) -> None:
    workshop.now += timedelta(days=4000)
    with pytest.raises(PublishingError, match=r"the root expired on .* `kiosk repo rotate-key REPO root`"):
        workshop.publish(sentence("late"))
    offices.rotate(workshop.repository, "root", workshop.keyring, workshop.now)
    assert workshop.publish(sentence("late")).number == 2


# damage --------------------------------------------------------------------------------------------------------------


def test_a_publisher_that_was_killed_leaves_the_old_in_force(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Timestamp is written last: until then nobody sees the rest, and the next publisher writes over it."""

    class KilledError(Exception):
        pass

    def killed(_metadata: object, name: str, *_: object) -> None:
        if name == "timestamp.json":
            raise KilledError

    with monkeypatch.context() as patch, pytest.raises(KilledError):
        original = type(workshop.repository.metadata).write

        def write(self, name, metadata, signers):
            killed(self, name)
            original(self, name, metadata, signers)

        patch.setattr(type(workshop.repository.metadata), "write", write)
        workshop.publish(sentence("half"))
    assert [release.number for release in workshop.repository.history("stable")] == [1]
    assert workshop.publish(sentence("whole")).number == 2


def test_a_damaged_repository_is_named(workshop: Workshop, tmp_path: Path) -> None:
    release = workshop.repository.current("stable")
    assert release is not None
    path = workshop.repository.folder / release.whole.path
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with pytest.raises(PublishingError, match=f"{path}: damaged"):
        workshop.repository.extract(release, tmp_path / "x.db")


def test_no_repository_there_is_said(tmp_path: Path) -> None:
    with (
        pytest.raises(PublishingError, match="there is no repository; make one with `kiosk repo init`"),
        Repository(tmp_path).locked(),
    ):
        pass


def test_one_publisher_at_a_time(workshop: Workshop) -> None:
    other = Repository(workshop.repository.folder)
    with workshop.repository.locked(), pytest.raises(PublishingError, match="another publisher is at work"), other.locked():
        pass
