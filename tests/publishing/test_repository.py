"""Publishing, going back, and changing keys, as the kiosks will find it."""

import hashlib
import json
from datetime import UTC, datetime, timedelta
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
from tests.helpers.workshop import HOLDERS, PASSPHRASE, PEOPLE, Workshop, keyring_in, sentence, version


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
    workshop.delegate()
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
        Publisher(workshop.repository, workshop.keyring, workshop.now).publish(workshop.folder / "content-1.db", {}, "stable")
    assert files(workshop.repository.folder) == before


def test_a_version_stands_for_one_content(workshop: Workshop) -> None:
    workshop.delegate()
    before = files(workshop.repository.folder)
    for group in ("", "borders"):
        with pytest.raises(
            PublishingError, match=r'content 2026\.11\.24\.1 was published before with other bytes.*"2026\.11\.24\.2"'
        ):
            workshop.publish(version("2026.11.24.1", sentence("other")), group=group)
    assert files(workshop.repository.folder) == before
    workshop.publish(version("2026.11.24.2", sentence("of borders")), group="borders")
    assert workshop.publish(version("2026.11.24.2", sentence("other"))).version == "2026.11.24.2"


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
    paths = list(workshop.keys.rglob("*.pem"))
    assert sorted(path.relative_to(workshop.keys).as_posix().rpartition("-")[0] for path in paths) == [
        *(f"{person}/{role}-{person}" for person in PEOPLE[:2] for role in ("root", "targets")),
        *(f"server/{role}-server" for role in ("snapshot", "timestamp")),
        *(f"youssef/{role}-youssef" for role in ("root", "targets")),
    ]
    assert {path.stat().st_mode & 0o777 for path in paths} == {0o600}
    for path in paths:
        assert b"ENCRYPTED PRIVATE KEY" in path.read_bytes()
        with pytest.raises(KeysError, match="the passphrase is wrong"):
            load_private(path, "another passphrase")


def test_two_of_three_people_must_sign(workshop: Workshop) -> None:
    workshop.keyring = keyring_in(workshop.keys, "leila", "youssef")
    before = files(workshop.repository.folder)
    with pytest.raises(KeysError, match=r"targets needs 2 of 3 keys, 1 found in .*--keys: leila \(\w{12}\), youssef \(\w{12}\)"):
        workshop.publish(sentence("alone"))
    assert files(workshop.repository.folder) == before
    workshop.keyring = keyring_in(workshop.keys, "leila")
    assert workshop.publish(sentence("together")).number == 2


def test_two_keys_in_one_folder_are_one_hand(workshop: Workshop) -> None:
    for path in (workshop.keys / "leila").iterdir():
        path.rename(workshop.keys / "amina" / path.name)
    before = files(workshop.repository.folder)
    workshop.keyring = keyring_in(workshop.keys, "youssef")
    with pytest.raises(KeysError, match=r"the keys of amina \(\w+\), leila \(\w+\) in .* come from 1 hand"):
        workshop.publish(sentence("one hand"))
    assert files(workshop.repository.folder) == before
    workshop.keyring = keyring_in(workshop.keys)
    assert workshop.publish(sentence("two hands")).number == 2


def test_two_folders_of_one_stick_are_one_hand(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.publishing.keys.MOUNTS", (workshop.folder,))
    monkeypatch.setattr(Path, "is_mount", lambda path: path == workshop.keys or len(path.parts) == 1)
    with pytest.raises(KeysError, match="come from 1 hand"):
        workshop.publish(sentence("one stick"))


def test_two_people_cannot_begin_with_one_folder(tmp_path: Path) -> None:
    keyring = keyring_in(tmp_path)
    people = dict.fromkeys(PEOPLE, tmp_path / "keys")
    with pytest.raises(KeysError, match="have one folder or stick"):
        offices.begin(tmp_path / "repository", keyring, datetime.now(UTC), people, tmp_path / "server")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ({"amina": "y1", "youssef": "y1/sub"}, "one inside the other"),
        ({"amina": "y1", "youssef": "server/y2"}, "one inside the other"),
        ({"amina": "y1", "Amina": "y2"}, "amina is named twice"),
        ({"amina": "y1", "ami na": "y2"}, "amina is named twice"),
    ],
)
def test_nobody_begins_as_two_people(tmp_path: Path, places: dict[str, str], said: str) -> None:
    people = {person: tmp_path / place for person, place in places.items()}
    with pytest.raises(KeysError, match=said):
        offices.begin(tmp_path / "repository", keyring_in(tmp_path), datetime.now(UTC), people, tmp_path / "server")
    assert not list(tmp_path.iterdir())


def test_a_folder_inside_another_is_the_same_hand(workshop: Workshop) -> None:
    (workshop.keys / "leila").rename(workshop.keys / "amina" / "leila")
    folders = [workshop.keys / "server", workshop.keys / "amina", workshop.keys / "amina" / "leila"]
    workshop.keyring = Keyring(folders, lambda _folder: PASSPHRASE)
    with pytest.raises(KeysError, match="come from 1 hand"):
        workshop.publish(sentence("one hand"))


@pytest.mark.parametrize("role", ["root", "targets", "snapshot", "timestamp", "borders"])
def test_a_lost_key_is_replaced_and_worth_nothing_after(workshop: Workshop, role: str) -> None:
    workshop.delegate()
    workshop.publish(sentence("borders"), group="borders")
    person = HOLDERS.get(role, "leila")
    lost = next((workshop.keys / person).glob(f"{role}-*.pem"))
    lost.unlink()
    workshop.keyring = keyring_in(workshop.keys)
    new = workshop.rotate(role)
    people = workshop.repository.metadata.role(role).people
    assert people[new.keyid] == person
    assert not any(keyid.startswith(lost.stem.rpartition("-")[2]) for keyid in people)
    workshop.keyring = keyring_in(workshop.keys)
    workshop.publish(sentence("after"))
    workshop.publish(sentence("after"), group="borders")


def test_the_file_of_a_key_that_goes_is_removed(workshop: Workshop) -> None:
    before = set(workshop.keys.rglob("*.pem"))
    new = workshop.rotate("targets")
    gone, come = before - set(workshop.keys.rglob("*.pem")), set(workshop.keys.rglob("*.pem")) - before
    assert [path.name.rpartition("-")[0] for path in gone] == ["targets-leila"]
    assert [path.name for path in come] == [f"targets-leila-{new.keyid[:SHOWN]}.pem"]


def test_a_new_root_is_signed_by_the_old_and_by_the_new(workshop: Workshop) -> None:
    metadata = workshop.repository.metadata
    before = metadata.root().signed
    workshop.rotate("root")
    after = metadata.root()
    assert after.signed.version == before.version + 1
    assert after.signed.get_root_verification_result(before, after.signed_bytes, after.signatures)


def test_with_too_few_root_keys_nothing_changes(workshop: Workshop) -> None:
    before = files(workshop.folder)
    workshop.keyring = keyring_in(workshop.keys, "amina", "youssef")
    with pytest.raises(KeysError, match="root needs 2 of 3 keys, 1 found"):
        workshop.rotate("targets")
    assert files(workshop.folder) == before


@pytest.mark.parametrize(
    ("lost", "person", "place", "said"),
    [
        ("", "", "leila", r"targets has more than one key; name with --lost whose goes: amina \(\w+\), leila \(\w+\), youssef"),
        ("zzz", "", "leila", "'zzz' is not one key of targets"),
        ("leila", "amina", "amina", "amina has a key of targets already, and nobody has two"),
        ("leila", "", "amina", "holds keys of amina; name with --into a folder or stick of leila"),
        ("leila", "Amina", "new", "Amina has a key of targets already, and nobody has two"),
        ("leila", "", "amina/sub", "holds keys of amina; name with --into a folder or stick of leila"),
        ("leila", "", ".", "holds keys of amina, server, youssef; name with"),
        ("leila", "karim", "server", "holds keys of server; name with --into a folder or stick of karim"),
        ("leila", "two words", "new", "cannot name a person"),
    ],
)
def test_no_key_changes_by_a_guess_and_nobody_gets_two(workshop: Workshop, lost: str, person: str, place: str, said: str) -> None:
    before = files(workshop.folder)
    keyring = keyring_in(workshop.keys, "leila")
    with pytest.raises(KeysError, match=said):
        offices.rotate(workshop.repository, "targets", keyring, workshop.now, workshop.keys / place, lost, person)
    assert files(workshop.folder) == before


def test_a_key_goes_to_somebody_else_by_its_beginning(workshop: Workshop) -> None:
    going = workshop.repository.metadata.role("targets").keyids[1]
    place = workshop.folder / "karims stick"
    new = offices.rotate(workshop.repository, "targets", workshop.keyring, workshop.now, place, going[:SHOWN], "karim")
    people = workshop.repository.metadata.role("targets").people
    assert sorted(people.values()) == ["amina", "karim", "youssef"]
    assert people[new.keyid] == "karim"


@pytest.mark.parametrize("role", ["root", "targets", "snapshot", "timestamp", "borders"])
def test_between_any_two_files_of_a_change_of_keys_kiosks_go_on(workshop: Workshop, tmp_path: Path, role: str) -> None:
    """What changes is signed by the old and by the new keys before the root says that the old ones are worth nothing."""
    workshop.delegate()
    written = MetadataFolder.keep

    def write_and_look(metadata: MetadataFolder, name: str, *rest: Any) -> None:
        written(metadata, name, *rest)
        looked.append(name)
        Trust(tmp_path / f"{len(looked)}" / "trust", workshop.root).newest(source, "stable.json", SyncClock(workshop.now))

    looked: list[str] = []
    source = FolderSource(workshop.repository.folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(MetadataFolder, "keep", write_and_look)
        workshop.rotate(role)
    assert looked[-1] == ("timestamp.json" if role == "borders" else "2.root.json")


# terms ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("days", "soon"), [(0, set()), (21, {"timestamp"}), (345, {"timestamp", "snapshot", "targets"})])
def test_what_ends_soon_is_said_early(workshop: Workshop, days: int, soon: set[str]) -> None:
    roles = workshop.repository.roles(workshop.now + timedelta(days=days))
    assert {one.role.name for one in roles if one.soon} == soon


def test_renewing_needs_the_timestamps_key_alone(workshop: Workshop) -> None:
    for path in workshop.keys.rglob("*.pem"):
        if not path.name.startswith("timestamp"):
            path.unlink()
    later = workshop.now + timedelta(days=25)
    workshop.repository.metadata.renew_timestamp(keyring_in(workshop.keys), later)
    assert not any(role.soon for role in workshop.repository.roles(later))


def test_an_expired_root_says_how_it_is_renewed(workshop: Workshop) -> None:
    workshop.now += timedelta(days=4000)
    with pytest.raises(PublishingError, match=r"the root expired on .* `kiosk repo rotate-key REPO root`"):
        workshop.publish(sentence("late"))
    workshop.rotate("root")
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


def test_a_release_that_is_listed_without_its_hash_is_named(workshop: Workshop) -> None:
    written = (workshop.repository.folder / "metadata").glob("*.targets.json")
    newest = max(written, key=lambda path: int(path.name.partition(".")[0]))
    listed = json.loads(newest.read_text("utf-8"))
    for target in listed["signed"]["targets"].values():
        target["hashes"] = {"md5": "0" * 32}
    newest.write_text(json.dumps(listed), "utf-8")
    with pytest.raises(PublishingError, match="bring back a copy"):
        Repository(workshop.repository.folder).current("stable")


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


def test_files_that_are_none_of_ours_are_passed_over_and_a_root_without_its_keys_is_named(workshop: Workshop) -> None:
    metadata = workshop.repository.metadata
    (metadata.folder / ".root.json").write_bytes(b"")
    (metadata.folder / "x.root.json").write_bytes(b"")
    assert metadata.root().signed.version == 1
    root = json.loads(workshop.root.read_bytes())
    gone = root["signed"]["roles"]["targets"]["keyids"][0]
    del root["signed"]["keys"][gone]
    workshop.root.write_text(json.dumps(root), encoding="utf-8")
    with pytest.raises(PublishingError, match=f"names the key {gone[:SHOWN]} and does not hold it; bring back a copy"):
        metadata.role("targets")


@pytest.mark.parametrize("name", ["stable", "server", "publishers", "targets", "1", "a/b", "Borders", ""])
def test_no_group_is_called_as_the_nations_own(workshop: Workshop, name: str) -> None:
    with pytest.raises(PublishingError, match="cannot name a group"):
        workshop.delegate(name)
