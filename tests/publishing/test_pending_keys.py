"""A key changes although those who must sign never meet: each desk makes the change again, and signs that or nothing."""

import json
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from securesystemslib.signer import SSlibKey
from tuf.api.metadata import Metadata

from kiosk.errors import KeysError, PublishingError
from kiosk.publishing import offices
from kiosk.publishing.keys import Keyring
from kiosk.publishing.pending_file import TERM
from kiosk.publishing.pending_keys import keep, read_key_change
from kiosk.publishing.releasing import Publisher
from kiosk.publishing.repository import Repository
from tests.helpers.kiosks import Follower
from tests.helpers.workshop import PASSPHRASE, Workshop, sentence


class Desks:
    """Desks with a copy of the repository each, and a stick that goes from one to another."""

    def __init__(self, workshop: Workshop, folder: Path) -> None:
        self.workshop, self.now, self.stick = workshop, workshop.now, folder / "stick"
        self.copies = {name: Repository(folder / name / "repository") for name in ("amina", "youssef", "server")}
        for copy in self.copies.values():
            shutil.copytree(workshop.repository.folder, copy.folder)

    def keys(self, *names: str) -> Keyring:
        return Keyring([self.workshop.keys / name for name in names], lambda _folder: PASSPHRASE)

    def begin(self, role: str, *names: str) -> None:
        """Amina begins: Leila's key is lost, and she gets a new one on a new stick."""
        lost, into = ("leila", "leila-new") if role in {"root", "targets"} else ("", "server" if role != "borders" else "karim")
        place = self.workshop.keys / into
        offices.rotate(
            self.copies["amina"], role, self.keys(*(names or ("amina",))), self.now, place, lost=lost, pending=self.stick
        )

    def sign(self, desk: str, *names: str) -> int:
        """Somebody signs; returns how many are missing."""
        change = read_key_change(self.stick, self.copies[desk], self.now)
        change.sign(self.keys(*names))
        keep(change, self.stick)
        return change.missing

    def put_in_force(self, *names: str) -> None:
        change = read_key_change(self.stick, self.copies["server"], self.now)
        change.put_in_force(self.copies["server"], self.keys(*names), self.now)

    def refuses(self, said: str, desk: str = "youssef") -> None:
        with pytest.raises((PublishingError, KeysError), match=said):
            read_key_change(self.stick, self.copies[desk], self.now)


@pytest.fixture
def desks(workshop: Workshop, tmp_path: Path) -> Desks:
    workshop.delegate()
    return Desks(workshop, tmp_path)


@pytest.mark.parametrize("role", ["root", "targets", "snapshot", "timestamp", "borders"])
def test_three_desks_change_a_key_on_three_days_and_kiosks_follow(desks: Desks, tmp_path: Path, role: str) -> None:
    kiosk = Follower(tmp_path / "kiosk", desks.workshop.root)
    before = kiosk.sync(desks.copies["server"].folder).number
    desks.begin(role)
    assert desks.copies["server"].metadata.role(role) == desks.copies["amina"].metadata.role(role)
    desks.now += timedelta(days=1)
    assert desks.sign("youssef", "youssef") == 0
    if role != "root":
        with pytest.raises(KeysError, match="snapshot needs 1 of 1 key,"):
            desks.put_in_force("youssef")
    desks.now += timedelta(days=1)
    desks.put_in_force("server")
    server = desks.copies["server"]
    new = server.metadata.role(role)
    assert set(new.people.values()) == set(desks.copies["amina"].metadata.role(role).people.values())
    assert new.keyids != desks.copies["amina"].metadata.role(role).keyids
    desks.refuses(f"is in force already: .* has the new key of {role}", "server")
    names = ("leila-new" if role == "targets" else "amina", "youssef", "server")
    release = Publisher(server, desks.keys(*names), desks.now).publish(desks.workshop.database(sentence("after")), {}, "stable")
    kiosk.late = timedelta(days=2)
    assert kiosk.sync(server.folder).number == release.number > before


def test_a_group_begins_the_same_way(workshop: Workshop, tmp_path: Path) -> None:
    desks = Desks(workshop, tmp_path)
    place = workshop.keys / "karim"
    offices.delegate(desks.copies["amina"], "borders", desks.keys("amina"), desks.now, "karim", place, desks.stick)
    assert desks.sign("youssef", "youssef") == 0
    desks.put_in_force("server")
    publisher = Publisher(desks.copies["server"], desks.keys("karim", "server"), desks.now)
    publisher.publish(workshop.database(sentence("of borders")), {}, "stable", "borders")
    assert Follower(tmp_path / "kiosk", workshop.root, group="borders").sync(desks.copies["server"].folder).number == 1


def test_one_alone_changes_nothing_even_at_the_server(desks: Desks) -> None:
    desks.begin("targets")
    assert desks.sign("youssef", "amina", "leila-new") == 1
    before = sorted(desks.copies["server"].folder.rglob("*"))
    with pytest.raises(KeysError, match="root needs 2 of 3 keys"):
        desks.put_in_force("amina", "server")
    assert sorted(desks.copies["server"].folder.rglob("*")) == before


def test_nobody_begins_without_a_key(desks: Desks) -> None:
    before = sorted(desks.workshop.keys.rglob("*"))
    with pytest.raises(KeysError, match="no key of root is at hand; the first to sign needs one of amina"):
        desks.begin("targets", "server")
    assert sorted(desks.workshop.keys.rglob("*")) == before
    assert not desks.stick.exists()


def test_it_can_be_signed_for_a_week_and_only_while_nothing_else_is(desks: Desks) -> None:
    desks.begin("targets")
    desks.now += TERM + timedelta(seconds=1)
    desks.refuses("can be signed for 7 days; prepare it anew")
    desks.now -= TERM
    keys = desks.keys("amina", "youssef", "server")
    Publisher(desks.copies["youssef"], keys, desks.now).publish(desks.workshop.database(sentence("urgent")), {}, "canary")
    desks.refuses("something else was signed since")


def told(part: str, change: Callable[[dict[str, Any]], None]) -> Callable[[Path], None]:
    """The file with another value in one of its parts."""

    def rewrite(path: Path) -> None:
        with ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        document = json.loads(parts[part])
        change(document)
        with ZipFile(path, "w") as archive:
            for name, data in parts.items():
                archive.writestr(name, json.dumps(document) if name == part else data)

    return rewrite


def said(name: str, value: object) -> Callable[[Path], None]:
    return told("for.json", lambda document: document["change"].update({name: value}))


THIEF = SSlibKey.from_crypto(Ed25519PrivateKey.generate().public_key()).keyval["public"]


@pytest.mark.parametrize(
    "change",
    [
        said("role", "root"),
        said("role", "snapshot"),
        said("role", "nobody"),
        said("role", ["root"]),
        said("going", ""),
        said("going", "0" * 64),
        said("person", "amina"),
        said("person", "youssef"),
        said("person", "../../x"),
        said("public", THIEF),
        said("public", "zz"),
        said("public", 7),
        said("made", "2026-02-30"),
        said("made", "2026-11-29T12:00:00"),
        told("for.json", lambda document: document.update(change=[])),
        told("signed/root.json", lambda document: document["signed"]["roles"]["targets"].update(threshold=1)),
        told("signed/root.json", lambda document: document["signed"].update(expires="2099-01-01T00:00:00Z")),
        told("signed/targets.json", lambda document: document["signed"]["targets"].clear()),
        told("signed/targets.json", lambda document: document["signatures"][0].update(sig="00" * 64)),
        told("signed/targets.json", lambda document: document["signatures"].append({"keyid": "0" * 64, "sig": "00"})),
        told("signed/targets.json", lambda document: document.clear()),
    ],
)
def test_what_was_changed_on_the_way_is_not_signed(desks: Desks, change: Callable[[Path], None]) -> None:
    desks.begin("targets")
    change(desks.stick)
    kept = desks.stick.read_bytes()
    with pytest.raises(PublishingError):
        desks.sign("server", "youssef", "leila")
    assert desks.stick.read_bytes() == kept


def test_the_first_to_sign_cannot_slip_in_another_threshold(desks: Desks) -> None:
    """Signed right by the first, and no change of one key."""
    desks.begin("targets")
    with ZipFile(desks.stick) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = Metadata[Any].from_bytes(parts["signed/root.json"])
    root.signed.roles["targets"].threshold = 1
    root.signatures.clear()
    root.sign(desks.keys("amina").one_of_each_hand(desks.copies["amina"].metadata.role("root"))[0])
    with ZipFile(desks.stick, "w") as archive:
        for name, data in (parts | {"signed/root.json": root.to_bytes()}).items():
            archive.writestr(name, data)
    desks.refuses("something else was signed since, this copy is not the newest, or it was changed")
