"""The fleet's roll by the roads of the content: taken, handed on, never an older one, and never in the content's way."""

import hashlib
import shutil
from pathlib import Path

import pytest
from tuf.api.metadata import TargetFile

from kiosk.domain.roll import RollPerson
from kiosk.domain.staff import Role
from kiosk.errors import KeysError, OlderError, UnpublishedError
from kiosk.publishing.disk import sha256_of
from kiosk.publishing.metadata import put
from kiosk.publishing.repository import hashed
from kiosk.publishing.roll import ROLL, RollDocument, current_roll, publish_roll, read_roll
from kiosk.publishing.served_files import ServedFiles
from kiosk.publishing.serving import NeighbourServer, serving
from kiosk.publishing.trust import HELD_ROLL, TRUST
from kiosk.staff.sealed_roll import sealed
from tests.helpers.kiosks import Follower
from tests.helpers.workshop import Workshop, keyring_in, sentence

FLEET = bytes(range(32))
AMAL = RollPerson("Amal", Role.LEAD, "hash-of-amal")


def published(workshop: Workshop, *people: RollPerson) -> int:
    return publish_roll(workshop.repository, workshop.keyring, workshop.now, sealed(people or (AMAL,), FLEET)).number


def held(kiosk: Follower) -> int:
    path = kiosk.state / TRUST / HELD_ROLL
    return read_roll(path.read_bytes()).number if path.exists() else 0


@pytest.fixture
def kiosk(workshop: Workshop, tmp_path: Path) -> Follower:
    return Follower(tmp_path / "kiosk", workshop.root)


def test_a_roll_comes_with_the_content_and_without_new_content(workshop: Workshop, kiosk: Follower) -> None:
    assert kiosk.sync(workshop.repository.folder).roll_problem == ""
    assert held(kiosk) == 0
    assert published(workshop) == 1
    assert kiosk.sync(workshop.repository.folder).result == "current"
    assert held(kiosk) == 1
    assert published(workshop) == 2
    kiosk.sync(workshop.repository.folder)
    assert held(kiosk) == 2


def test_people_come_where_no_content_can(workshop: Workshop, tmp_path: Path) -> None:
    """Nothing is published on this kiosk's channel: who was taken off the roll is out all the same."""
    empty = Follower(tmp_path / "empty", workshop.root, channel="draft")
    published(workshop)
    with pytest.raises(UnpublishedError):
        empty.sync(workshop.repository.folder)
    assert held(empty) == 1
    published(workshop)
    with pytest.raises(UnpublishedError):
        empty.sync(workshop.repository.folder)
    assert held(empty) == 2


def test_names_and_groups_stand_nowhere_in_the_repository(workshop: Workshop) -> None:
    published(workshop, AMAL, RollPerson("Brahim", Role.GUIDE, "hash-of-brahim", groups=("hall-7",)))
    everything = b"".join(path.read_bytes() for path in workshop.repository.folder.rglob("*") if path.is_file())
    for word in (b"Amal", b"Brahim", b"hash-of", b"hall-7"):
        assert word not in everything


def test_a_look_that_finds_the_same_roll_fetches_nothing_more(workshop: Workshop, kiosk: Follower) -> None:
    published(workshop)
    kiosk.sync(workshop.repository.folder)
    first = kiosk.sync(workshop.repository.folder).requests
    published(workshop)
    assert kiosk.sync(workshop.repository.folder).requests > first
    assert kiosk.sync(workshop.repository.folder).requests == first


def test_a_neighbour_hands_the_roll_on(workshop: Workshop, tmp_path: Path) -> None:
    kiosk = Follower(tmp_path / "kiosk", workshop.root, share=True)
    published(workshop)
    kiosk.sync(workshop.repository.folder)
    sha256 = current_roll(workshop.repository).sha256
    assert ServedFiles(kiosk.state).open(f"targets/{'0' * 64}.{ROLL}") is None
    other = Follower(tmp_path / "other", workshop.root)
    with serving(NeighbourServer(ServedFiles(kiosk.state), "127.0.0.1", 0)) as port:
        assert other.sync(f"http://127.0.0.1:{port}").roll_problem == ""
    assert held(other) == 1
    assert sha256_of(other.state / TRUST / HELD_ROLL) == sha256


@pytest.mark.parametrize("spoilt", ["bit", "cut", "longer", "missing"])
def test_a_roll_spoilt_on_the_way_leaves_the_last_good_one_and_the_content_comes(
    workshop: Workshop, kiosk: Follower, spoilt: str
) -> None:
    published(workshop)
    kiosk.sync(workshop.repository.folder)
    published(workshop)
    path = workshop.repository.folder / "targets" / f"{current_roll(workshop.repository).sha256}.{ROLL}"
    data = path.read_bytes()
    if spoilt == "missing":
        path.unlink()
    else:
        flipped = data[:40] + bytes([data[40] ^ 1]) + data[41:]
        path.write_bytes({"bit": flipped, "cut": data[:-9], "longer": data + b" "}[spoilt])
    workshop.publish(sentence("new"))
    result = kiosk.sync(workshop.repository.folder)
    assert result.result == "installed"
    assert result.roll_problem
    assert held(kiosk) == 1
    path.write_bytes(data)
    assert kiosk.sync(workshop.repository.folder).roll_problem == ""
    assert held(kiosk) == 2


def signed_as_roll(workshop: Workshop, data: bytes) -> None:
    """Something that enough people were tricked to sign as a roll."""
    targets = workshop.repository.targets_of("")
    targets.signed.targets[ROLL] = TargetFile.from_data(ROLL, data, ["sha256"])
    put(workshop.repository.folder / "targets" / hashed(ROLL, hashlib.sha256(data).hexdigest()), data)
    workshop.repository.metadata.commit({"targets": targets}, workshop.keyring, workshop.now)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"{}", "none of ours"),
        (b"[" * 100_000, "none of ours"),
        (b'{"number": 0, "published": "2026-01-01T00:00:00Z", "boxes": {}}', "none of ours"),
        (b'{"number": 7, "published": "2026-01-01T00:00:00Z", "boxes": {"../x": "AA"}}', "none of ours"),
        (b'{"number": 1, "published": "2026-01-01T00:00:00Z", "boxes": {}}', "has seen 2"),
        (b'{"number": 99999, "published": "2026-01-01T00:00:00Z", "boxes": {}}', "do not leap"),
    ],
)
def test_what_is_no_roll_or_an_older_one_is_refused_whoever_signed(
    workshop: Workshop, kiosk: Follower, data: bytes, why: str
) -> None:
    published(workshop)
    published(workshop)
    kiosk.sync(workshop.repository.folder)
    signed_as_roll(workshop, data)
    result = kiosk.sync(workshop.repository.folder)
    assert result.result == "current"
    assert why in result.roll_problem
    assert held(kiosk) == 2


def test_no_group_can_sign_a_roll(workshop: Workshop, kiosk: Follower) -> None:
    workshop.delegate("borders")
    targets = workshop.repository.targets_of("borders")
    data = RollDocument(number=1, published=workshop.now, boxes={}).as_bytes()
    targets.signed.targets[ROLL] = TargetFile.from_data(ROLL, data, ["sha256"])
    put(workshop.repository.folder / "targets" / hashed(ROLL, hashlib.sha256(data).hexdigest()), data)
    workshop.repository.metadata.commit({"borders": targets}, workshop.keyring, workshop.now)
    assert kiosk.sync(workshop.repository.folder).roll_problem == ""
    assert held(kiosk) == 0


def test_one_of_two_cannot_publish_a_roll(workshop: Workshop) -> None:
    with pytest.raises(KeysError, match="needs 2"):
        publish_roll(workshop.repository, keyring_in(workshop.keys, "leila", "youssef"), workshop.now, {})
    assert current_roll(workshop.repository) is None


def test_an_older_copy_of_the_repository_brings_no_older_roll(workshop: Workshop, kiosk: Follower, tmp_path: Path) -> None:
    published(workshop)
    copy = shutil.copytree(workshop.repository.folder, tmp_path / "copy")
    published(workshop)
    kiosk.sync(workshop.repository.folder)
    with pytest.raises(OlderError):
        kiosk.sync(copy)
    shutil.rmtree(kiosk.state / TRUST)  # a power failure lost what was signed; the floor stands apart
    assert "has seen 2" in kiosk.sync(copy).roll_problem
    assert held(kiosk) == 0
    kiosk.sync(workshop.repository.folder)
    assert held(kiosk) == 2


def test_a_publishers_new_key_leaves_the_roll_in_force_and_numbers_go_on(workshop: Workshop, kiosk: Follower) -> None:
    published(workshop)
    published(workshop)
    kiosk.sync(workshop.repository.folder)
    workshop.rotate("targets")
    assert current_roll(workshop.repository).number == 2
    assert kiosk.sync(workshop.repository.folder).roll_problem == ""
    assert published(workshop) == 3
    kiosk.sync(workshop.repository.folder)
    assert held(kiosk) == 3


def test_a_new_key_ends_what_is_no_roll(workshop: Workshop, kiosk: Follower) -> None:
    signed_as_roll(workshop, b"{}")
    workshop.rotate("targets")
    assert current_roll(workshop.repository) is None
    assert published(workshop) == 1
    kiosk.sync(workshop.repository.folder)
    assert held(kiosk) == 1


def test_a_release_leaves_the_roll_in_force(workshop: Workshop) -> None:
    published(workshop)
    workshop.publish(sentence("new"))
    assert current_roll(workshop.repository).number == 1
