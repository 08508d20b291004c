"""One signs today, another tomorrow, on two machines: what is carried between them is signed as it is, or not at all."""

import json
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tuf.api.metadata import Metadata, Targets

from kiosk.errors import KeysError, PublishingError
from kiosk.publishing import offices
from kiosk.publishing.keys import Keyring
from kiosk.publishing.manifest import LEAP, Release
from kiosk.publishing.pending import TERM, PendingPublication, put_in_force, read_pending
from kiosk.publishing.pending_file import sign_pending as sign
from kiosk.publishing.releasing import Publisher
from kiosk.publishing.repository import Repository
from tests.helpers.kiosks import Follower
from tests.helpers.workshop import PASSPHRASE, Workshop, sentence


class Desks:
    """The desks of three people, each with a copy of the repository; a stick goes from one to another."""

    def __init__(self, workshop: Workshop, folder: Path) -> None:
        self.workshop, self.now = workshop, workshop.now
        self.stick = folder / "stick.pending"
        self.copies = {name: Repository(folder / name / "repository") for name in ("amina", "youssef", "server")}
        for copy in self.copies.values():
            shutil.copytree(workshop.repository.folder, copy.folder)

    def keys(self, *names: str) -> Keyring:
        return Keyring([self.workshop.keys / name for name in names], lambda _folder: PASSPHRASE)

    def prepare(self, text: str = "carried", group: str = "", **files: Path) -> Release:
        """Amina signs first."""
        publisher = Publisher(self.copies["amina"], self.keys("amina", "karim"), self.now, self.stick)
        return publisher.publish(self.workshop.database(sentence(text)), files, "stable", group)

    def read(self, name: str) -> PendingPublication:
        return read_pending(self.stick, self.copies[name], self.now)

    def refuses(self, said: str, name: str = "youssef") -> None:
        before = {path: path.read_bytes() for path in self.copies[name].folder.rglob("*") if path.is_file()}
        with pytest.raises(PublishingError, match=said):
            self.read(name)
        assert before == {path: path.read_bytes() for path in self.copies[name].folder.rglob("*") if path.is_file()}


@pytest.fixture
def desks(workshop: Workshop, tmp_path: Path) -> Desks:
    return Desks(workshop, tmp_path)


def rewritten(path: Path, member: str, change: Callable[[bytes], bytes]) -> None:
    """Another content of one part, as somebody with a good tool makes it."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, change(data) if name == member else data)


def test_three_desks_sign_on_three_days_and_kiosks_follow(desks: Desks, tmp_path: Path) -> None:
    release = desks.prepare()
    for copy in desks.copies.values():
        assert next(iter(copy.history("stable"))).number == 1
    waits = desks.read("youssef")
    assert (waits.release, waits.missing) == (release, 1)
    assert [waits.role.people[keyid] for keyid in waits.signed] == ["amina"]
    desks.now += timedelta(days=1)
    waits = sign(desks.read("youssef"), desks.keys("youssef"))
    assert waits.missing == 0
    desks.now += timedelta(days=1)
    with pytest.raises(KeysError, match="snapshot needs 1 of 1 key,"):
        put_in_force(desks.read("server"), desks.copies["server"], desks.keys("youssef"), desks.now)
    put_in_force(desks.read("server"), desks.copies["server"], desks.keys("server"), desks.now)
    kiosk = Follower(tmp_path / "kiosk", desks.workshop.root)
    assert kiosk.sync(desks.copies["server"].folder).number == release.number
    assert kiosk.shows == release.database.sha256
    desks.refuses("is in force already, as release 2", "server")


def test_a_group_signs_what_waits_too(workshop: Workshop, tmp_path: Path) -> None:
    workshop.delegate()
    desks = Desks(workshop, tmp_path)
    desks.prepare(group="borders")
    waits = desks.read("server")
    assert (waits.missing, [waits.role.people[keyid] for keyid in waits.signed]) == (0, ["karim"])
    put_in_force(waits, desks.copies["server"], desks.keys("server"), desks.now)
    kiosk = Follower(tmp_path / "kiosk", workshop.root, group="borders")
    assert kiosk.sync(desks.copies["server"].folder).number == 1


def test_what_one_signed_is_not_in_force_with_the_servers_keys_alone(desks: Desks) -> None:
    desks.prepare()
    before = sorted(path for path in desks.copies["server"].folder.rglob("*"))
    with pytest.raises(KeysError, match="targets needs 2 of 3 keys, 0 found"):
        put_in_force(desks.read("server"), desks.copies["server"], desks.keys("server"), desks.now)
    assert before == sorted(path for path in desks.copies["server"].folder.rglob("*"))


def test_one_hand_signs_once(desks: Desks) -> None:
    desks.prepare()
    assert sign(desks.read("youssef"), desks.keys("amina")).missing == 1
    for path in (desks.workshop.keys / "leila").iterdir():
        path.rename(desks.workshop.keys / "amina" / path.name)
    desks.stick.unlink()
    desks.prepare("again")
    assert len(desks.read("youssef").signed) == 1


def test_nobody_prepares_without_a_key(desks: Desks) -> None:
    publisher = Publisher(desks.copies["amina"], desks.keys("server"), desks.now, desks.stick)
    with pytest.raises(KeysError, match="no key of targets is at hand; the first to sign needs one of amina"):
        publisher.publish(desks.workshop.database(sentence("x")), {}, "stable")
    assert not desks.stick.exists()


def test_it_can_be_signed_for_a_week(desks: Desks) -> None:
    desks.prepare()
    desks.now += TERM
    assert desks.read("youssef").missing == 1
    desks.now += timedelta(seconds=1)
    desks.refuses("can be signed for 7 days; prepare it anew")
    desks.now -= 2 * TERM
    desks.refuses("can be signed for 7 days; prepare it anew")


def test_another_publication_in_between_ends_it(desks: Desks) -> None:
    desks.prepare()
    other = Publisher(desks.copies["youssef"], desks.keys("youssef", "leila", "server"), desks.now)
    other.publish(desks.workshop.database(sentence("urgent")), {}, "canary")
    desks.refuses("something else was published since")


def test_the_signature_of_a_key_that_went_is_worth_nothing(desks: Desks) -> None:
    desks.prepare()
    workshop = desks.workshop
    workshop.repository, workshop.keyring = desks.copies["server"], desks.keys("leila", "youssef", "server")
    offices.rotate(
        workshop.repository, "root", desks.keys("amina", "leila", "youssef"), desks.now, workshop.keys / "leila", "leila"
    )
    assert desks.read("server").missing == 1
    place = workshop.keys / "amina-new"
    offices.rotate(workshop.repository, "targets", desks.keys("amina", "leila", "youssef", "server"), desks.now, place, "amina")
    desks.refuses("something else was published since", "server")


MEMBERS = ("for.json", "manifest.json", "signed.json")


@pytest.mark.parametrize(
    ("member", "change"),
    [
        ("for.json", lambda data: data.replace(b"stable", b"canary")),
        ("for.json", lambda data: data.replace(b"stable", b"nowhere")),
        ("for.json", lambda _: b"[]"),
        ("manifest.json", lambda data: data.replace(b'"version"', b'"verzion"')),
        ("manifest.json", lambda data: data + b" "),
        ("signed.json", lambda data: data.replace(b"stable.json", b"canary.json")),
        ("signed.json", lambda _: b"{}"),
        ("signed.json", lambda data: data[:-30]),
    ],
)
def test_changed_documents_are_refused(desks: Desks, member: str, change: Callable[[bytes], bytes]) -> None:
    desks.prepare()
    rewritten(desks.stick, member, change)
    desks.refuses("prepare it anew|make one with")


def test_changed_bytes_of_the_database_and_of_pictures_are_refused(desks: Desks, tmp_path: Path) -> None:
    (tmp_path / "dog.png").write_bytes(b"a picture")
    release = desks.prepare(**{"pictures/dog.png": tmp_path / "dog.png"})
    kept = desks.stick.read_bytes()
    for blob in release.blobs():
        rewritten(desks.stick, blob.path, lambda data: data[:-1] + bytes([data[-1] ^ 1]))
        desks.refuses(f"{blob.path} is not what was prepared")
        desks.stick.write_bytes(kept)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(place=st.floats(0, 0.999999), flip=st.integers(1, 255))
def test_any_changed_byte_is_found_or_changes_nothing(desks: Desks, place: float, flip: int) -> None:
    if not desks.stick.exists():
        desks.prepare()
    kept = desks.stick.read_bytes()
    waits = desks.read("youssef")
    where = int(place * len(kept))
    desks.stick.write_bytes(kept[:where] + bytes([kept[where] ^ flip]) + kept[where + 1 :])
    try:
        found = desks.read("youssef")
    except PublishingError:
        pass
    else:
        assert (found.release, found.signed, found.targets) == (waits.release, waits.signed, waits.targets)
    finally:
        desks.stick.write_bytes(kept)


def other_channel(targets: Metadata[Targets]) -> None:
    targets.signed.targets["canary.json"] = targets.signed.targets["stable.json"]


def no_group(targets: Metadata[Targets]) -> None:
    targets.signed.delegations = None


@pytest.mark.parametrize("change", [other_channel, no_group])
def test_the_first_to_sign_cannot_slip_in_what_the_second_is_not_shown(
    workshop: Workshop, tmp_path: Path, change: Callable[[Metadata[Targets]], None]
) -> None:
    workshop.delegate()
    desks = Desks(workshop, tmp_path)
    desks.prepare()

    def slipped(data: bytes) -> bytes:
        targets = Metadata[Targets].from_bytes(data)
        change(targets)
        keyring = desks.keys("amina")
        role = desks.copies["amina"].metadata.role("targets")
        targets.sign(keyring.one_of_each_hand(role)[0])
        return targets.to_bytes()

    rewritten(desks.stick, "signed.json", slipped)
    desks.refuses("changed after it was prepared")


def test_a_number_that_leaps_is_not_signed(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(Repository, "next_number", lambda *_: LEAP)
        desks.prepare()
    desks.refuses("changed after it was prepared")


def test_what_is_no_pending_publication_is_said(desks: Desks) -> None:
    for data in (b"", b"PK\x03\x04", json.dumps({}).encode()):
        desks.stick.write_bytes(data)
        desks.refuses("cannot be read as a pending publication .*; make one with `kiosk repo publish --pending`")
