"""Attacks on the way from publisher to kiosk: each refused in its own words, with what was shown still shown."""

import hashlib
import json
import re
import shutil
import sqlite3
import time
from collections.abc import Callable
from datetime import timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from backports.zstd import CompressionParameter, ZstdCompressor, compress

from kiosk.config import ROOT
from kiosk.content.schema import MAJOR, user_version
from kiosk.errors import KioskError, StorageError
from kiosk.publishing.disk import RESERVE
from kiosk.publishing.patch import pack
from kiosk.publishing.release_sources import Pace
from tests.helpers.forger import Document, newest, rewritten, signed_document, signed_release, stored, stranger
from tests.helpers.kiosks import Follower
from tests.helpers.server import StaticServer, serving
from tests.helpers.workshop import Workshop, sentence

Scene = tuple[Workshop, Follower]


def refused(scene: Scene, words: str, source: str | Path | None = None) -> None:
    """The kiosk says why, and shows what it showed."""
    workshop, kiosk = scene
    before = kiosk.shows
    with pytest.raises(KioskError, match=words):
        kiosk.sync(source or workshop.repository.folder)
    assert kiosk.shows == before


# what is signed ------------------------------------------------------------------------------------------------------


def metadata_of(scene: Scene) -> Path:
    return scene[0].repository.folder / "metadata"


def another_publisher(scene: Scene) -> None:
    """Arbitrary software: someone else's repository."""
    other = Workshop(scene[0].folder / "stranger")
    other.publish(sentence("evil"))
    shutil.rmtree(scene[0].repository.folder)
    other.repository.folder.rename(scene[0].repository.folder)


def one_key_of_two(scene: Scene) -> None:
    """One publisher's key was stolen."""
    signers = scene[0].keyring.signers("targets", scene[0].repository.metadata.role("targets").keyids)
    rewritten(newest(metadata_of(scene), "targets"), lambda m: m.signed.targets.clear(), signers[:1])


def the_same_key_thrice(scene: Scene) -> None:
    """One key signs as if it were several."""
    path = newest(metadata_of(scene), "targets")
    one_key_of_two(scene)
    document = json.loads(path.read_bytes())
    document["signatures"] *= 3
    path.write_text(json.dumps(document))


def stolen_server(scene: Scene) -> None:
    """Snapshot and timestamp keys alone publish nothing."""
    path = newest(metadata_of(scene), "targets")
    rewritten(path, lambda m: m.signed.targets["stable.json"].hashes.update(sha256="0" * 64), [stranger()])


def one_root_key(scene: Scene) -> None:
    """A new root, signed by one of the old keys and three new ones."""
    workshop = scene[0]
    root = workshop.repository.metadata.root()
    root.signed.version += 1
    old = workshop.keyring.signers("root", root.signed.roles["root"].keyids)[:1]
    new = [stranger() for _ in range(3)]
    for key in list(root.signed.roles["root"].keyids):
        root.signed.revoke_key(key, "root")
    for signer in new:
        root.signed.add_key(signer.public_key, "root")
    workshop.repository.metadata.write("2.root.json", root, [*old, *new])


def swapped_roles(scene: Scene) -> None:
    """The snapshot's own signature under another document."""
    shutil.copy(newest(metadata_of(scene), "snapshot"), metadata_of(scene) / "timestamp.json")


def mixed_times(scene: Scene) -> None:
    """Mix and match: an older snapshot under the newer name."""
    path = newest(metadata_of(scene), "snapshot")
    version = int(path.name.split(".")[0])
    shutil.copy(path.with_name(f"{version - 1}.snapshot.json"), path)


def changed_bit(scene: Scene) -> None:
    path = metadata_of(scene) / "timestamp.json"
    path.write_bytes(path.read_bytes().replace(b'"version": 3', b'"version": 9').replace(b'"version":3', b'"version":9'))


def longer_manifest(scene: Scene) -> None:
    for path in (scene[0].repository.folder / "targets").iterdir():
        path.write_bytes(path.read_bytes() + b" " * 10_000)


def changed_manifest(scene: Scene) -> None:
    for path in (scene[0].repository.folder / "targets").iterdir():
        path.write_bytes(path.read_bytes().replace(b"0", b"1"))


def a_group_for_all(scene: Scene) -> None:
    """A group signs what is not its own: nobody looks for it there."""
    workshop = scene[0]
    workshop.delegate()
    targets, group = workshop.repository.metadata.targets(), workshop.repository.metadata.targets("borders")
    group.signed.targets["stable.json"] = targets.signed.targets.pop("stable.json")
    workshop.repository.metadata.commit({"targets": targets, "borders": group}, workshop.keyring, workshop.now)


NOT_SIGNED = "not signed by enough of the keys this kiosk trusts"


@pytest.mark.parametrize(
    ("attack", "words"),
    [
        (another_publisher, NOT_SIGNED),
        (one_key_of_two, NOT_SIGNED),
        (the_same_key_thrice, "not the repository's metadata"),
        (stolen_server, NOT_SIGNED),
        (one_root_key, NOT_SIGNED),
        (swapped_roles, "not the repository's metadata"),
        (mixed_times, "mixed from two times"),
        (changed_bit, NOT_SIGNED),
        (longer_manifest, "sends more than was signed"),
        (changed_manifest, "not the bytes that were signed"),
        (a_group_for_all, r"nothing is published as stable\.json"),
    ],
)
def test_what_is_not_signed_right_is_refused(edited: Scene, attack: Callable[[Scene], None], words: str) -> None:
    attack(edited)
    refused(edited, words)


# time ----------------------------------------------------------------------------------------------------------------


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:10])


@pytest.mark.parametrize("harm", [None, cut_short, Path.unlink])
@pytest.mark.parametrize("floor", ["both", "a lost", "b cut"])
def test_an_older_copy_is_refused_whatever_a_power_failure_did(
    edited: Scene, tmp_path: Path, harm: Callable[[Path], None] | None, floor: str
) -> None:
    workshop, kiosk = edited
    shutil.copytree(workshop.repository.folder, tmp_path / "old")
    workshop.publish(sentence("newer"))
    kiosk.sync(workshop.repository.folder)
    if harm:
        for name in ("timestamp", "snapshot", "targets"):
            harm(kiosk.state / "trust" / f"{name}.json")
    if floor == "a lost":
        (kiosk.state / "floor.a").unlink()
    if floor == "b cut":
        cut_short(kiosk.state / "floor.b")
    refused(edited, "this kiosk has seen 3; an older copy" if harm else "older than what this kiosk has seen", tmp_path / "old")


def test_a_frozen_repository_is_refused_when_its_term_is_over_and_content_stays(edited: Scene) -> None:
    edited[1].late = timedelta(days=60)
    refused(edited, "its term is over; look at the clock")


def test_a_clock_in_the_past_does_not_make_an_expired_stick_good(edited: Scene, tmp_path: Path) -> None:
    workshop, kiosk = edited
    old = Workshop(tmp_path / "old", workshop.now - timedelta(days=100))
    old.publish(sentence("old"))
    follower = Follower(tmp_path / "other", old.root)
    shutil.copytree(kiosk.state, follower.state)
    shutil.rmtree(follower.state / "trust")
    follower.late = timedelta(days=-300)
    refused((old, follower), "its term is over")


@pytest.mark.parametrize("years", [10, -56])
def test_a_dead_clock_can_be_overruled_by_a_person_but_not_for_an_older_copy(edited: Scene, tmp_path: Path, years: int) -> None:
    workshop, kiosk = edited
    shutil.copytree(workshop.repository.folder, tmp_path / "old")
    release = workshop.publish(sentence("newer"))
    kiosk.late = timedelta(days=365 * years)
    if years > 0:
        refused(edited, "its term is over")
        kiosk.clock_wrong = True
    assert kiosk.sync(workshop.repository.folder).number == release.number
    refused(edited, "older than what this kiosk has seen", tmp_path / "old")


# documents that were signed by people who were tricked ---------------------------------------------------------------


def file_named(path: str) -> Callable[[Workshop], Callable[[Document], None]]:
    return lambda workshop: lambda d: d.update(files=[{"path": path, "blob": stored(workshop, b"x")}])


def two_in_capitals(workshop: Workshop) -> Callable[[Document], None]:
    blob = stored(workshop, b"x")
    return lambda d: d.update(files=[{"path": f"pictures/{name}.png", "blob": blob} for name in ("a", "A")])


def newer_program(workshop: Workshop) -> Callable[[Document], None]:
    return lambda d: d.update(user_version=user_version(MAJOR + 1, 0))


def other_version(workshop: Workshop) -> Callable[[Document], None]:
    return database_of(workshop, (workshop.folder / "content-1.db").read_bytes(), version="1999.01.01")


def database_of(workshop: Workshop, data: bytes, **fields: str) -> Callable[[Document], None]:
    entry = {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
    return lambda d: d.update(database=entry, whole=stored(workshop, pack(data)), **fields)


def changed_by(*statements: str) -> Callable[[Workshop], Callable[[Document], None]]:
    """The content after an attacker's SQL."""

    def make(workshop: Workshop) -> Callable[[Document], None]:
        path = workshop.folder / "evil.db"
        shutil.copy(workshop.folder / "content-1.db", path)
        connection = sqlite3.connect(path, isolation_level=None)
        for statement in statements:
            connection.execute(statement)
        connection.close()
        return database_of(workshop, path.read_bytes())

    return make


def no_database(workshop: Workshop) -> Callable[[Document], None]:
    return database_of(workshop, b"MZ not a database at all" * 100)


def bomb(workshop: Workshop) -> Callable[[Document], None]:
    """A few bytes that become a thousand million."""
    packed = stored(workshop, compress(b"\0" * 300_000_000, options={CompressionParameter.window_log: 18}))
    return lambda d: d.update(database={"sha256": "a" * 64, "size": 1000}, whole=packed)


def wide_window(workshop: Workshop) -> Callable[[Document], None]:
    """A frame that asks for much memory."""
    options = {CompressionParameter.window_log: 27, CompressionParameter.content_size_flag: 0}
    machine = ZstdCompressor(options=options)
    packed = machine.compress(b"\0" * 200_000_000) + machine.flush()
    return lambda d: d.update(database={"sha256": "a" * 64, "size": 1000}, whole=stored(workshop, packed))


def no_frame(workshop: Workshop) -> Callable[[Document], None]:
    return lambda d: d.update(whole=stored(workshop, b"these bytes were never packed"), database={"sha256": "a" * 64, "size": 9})


def half_frame(workshop: Workshop) -> Callable[[Document], None]:
    data = pack(b"a database" * 1000)
    return lambda d: d.update(whole=stored(workshop, data[:-4]), database={"sha256": "a" * 64, "size": 10_000})


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (file_named("../../../etc/cron.d/evil"), "manifest is not one of ours"),
        (file_named("pictures/../../evil"), "manifest is not one of ours"),
        (file_named("/etc/passwd"), "manifest is not one of ours"),
        (file_named("pictures/" + "a" * 5000), "manifest is not one of ours"),
        (two_in_capitals, "differ in capitals alone"),
        (newer_program, "it waits for a newer program"),
        (other_version, r"says 1999\.01\.01, its database"),
        (changed_by("CREATE TRIGGER t AFTER INSERT ON meta BEGIN DELETE FROM item; END"), "not fit to be shown .*trigger t"),
        (changed_by("CREATE VIEW v AS SELECT 1"), "not fit to be shown .*view v"),
        (changed_by("DELETE FROM text WHERE language = 'fr'"), "not fit to be shown"),
        (changed_by("PRAGMA application_id = 7"), "not a content database of ours"),
        (no_database, "not fit to be shown"),
        (bomb, "not the signed one"),
        (wide_window, "cannot be unpacked"),
        (no_frame, "cannot be unpacked"),
        (half_frame, "cannot be unpacked .it ends too early"),
    ],
)
def test_what_people_were_tricked_to_sign_is_refused(
    edited: Scene, make: Callable[[Workshop], Callable[[Document], None]], words: str
) -> None:
    signed_release(edited[0], make(edited[0]))
    refused(edited, words)


@pytest.mark.parametrize("data", [b"", b"[" * 100_000, b"\xff\xfe", b'{"number": 1e999}', b"<html>"])
def test_documents_that_are_none_are_refused(edited: Scene, data: bytes) -> None:
    signed_document(edited[0], data)
    refused(edited, "manifest is not one of ours")


def test_a_manifest_without_end_is_not_even_fetched(edited: Scene) -> None:
    signed_document(edited[0], b" " * 6_000_000)
    refused(edited, "too large")


# servers -------------------------------------------------------------------------------------------------------------


def answering(status: int, body: bytes, *headers: tuple[str, str]) -> Callable[[BaseHTTPRequestHandler, bytes], bool]:
    def answer(request: BaseHTTPRequestHandler, _data: bytes) -> bool:
        request.send_response(status)
        for header in (*headers, ("Content-Length", str(len(body)))):
            request.send_header(*header)
        request.end_headers()
        request.wfile.write(body)
        return True

    return answer


def endless(part: str) -> Callable[[BaseHTTPRequestHandler, bytes], bool]:
    def answer(request: BaseHTTPRequestHandler, _data: bytes) -> bool:
        if part not in request.path:
            return False
        request.close_connection = True
        request.send_response(200)
        request.end_headers()
        try:
            while True:
                request.wfile.write(b"x" * 100_000)
        except OSError:
            return True

    return answer


def drop_by_drop(request: BaseHTTPRequestHandler, data: bytes) -> bool:
    """A byte now and then, to keep the kiosk waiting."""
    if "blobs" not in request.path:
        return False
    request.send_response(200)
    request.send_header("Content-Length", str(len(data)))
    request.end_headers()
    try:
        for byte in data:
            request.wfile.write(bytes([byte]))
            request.wfile.flush()
            time.sleep(0.01)
    except OSError:
        request.close_connection = True
    return True


@pytest.mark.parametrize(
    ("misbehave", "words"),
    [
        (answering(200, b"<html>Welcome to the hotel</html>"), "maybe a page to log in to the network"),
        (answering(302, b"", ("Location", "http://127.0.0.1:9/")), "the server answers 302"),
        (answering(500, b""), "the server answers 500"),
        (answering(403, b""), "has no repository"),
        (endless("timestamp"), "sends more than was signed"),
        (endless("blobs"), "sends more than was signed"),
        (drop_by_drop, "slower than 10000 bytes a second"),
    ],
)
def test_servers_that_misbehave_are_left(edited: Scene, misbehave, words: str) -> None:
    edited[1].pace = Pace(window=0.2)

    def against(server: StaticServer) -> None:
        server.misbehave = misbehave
        refused(edited, words, server.address)

    with serving(edited[0].repository.folder) as server:
        against(server)
        if misbehave is not drop_by_drop:
            server.misbehave = lambda _request, _data: False
            assert edited[1].sync(server.address).result == "installed"


def test_a_full_disk_is_said_before_anything_is_fetched(edited: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop, kiosk = edited
    usage = shutil.disk_usage(kiosk.state)
    monkeypatch.setattr("kiosk.publishing.disk.shutil.disk_usage", lambda _path: usage._replace(free=RESERVE))
    with serving(workshop.repository.folder) as server:
        with pytest.raises(StorageError, match=r"50 MB free, .* needed; free the disk"):
            kiosk.sync(server.address)
        assert not any("blobs" in path for path in server.asked)


def test_any_changed_byte_of_the_repository_is_found(edited: Scene) -> None:
    """One byte in the middle of each file that a kiosk reads."""
    workshop, kiosk = edited
    release = workshop.repository.current("stable")
    assert release is not None
    metadata = workshop.repository.folder / "metadata"
    manifest = workshop.repository.metadata.targets().signed.targets["stable.json"].get_prefixed_paths()[0]
    read = [metadata / "timestamp.json", newest(metadata, "snapshot"), newest(metadata, "targets")]
    read += [workshop.repository.folder / "targets" / manifest, workshop.repository.folder / release.patches[0].blob.path]
    for path in read:
        good = path.read_bytes()
        for place in (len(good) // 3, len(good) // 2, len(good) - 3):
            path.write_bytes(good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :])
            before = kiosk.shows
            try:
                kiosk.sync(workshop.repository.folder)
            except KioskError:
                assert kiosk.shows == before
            else:  # one signature more than is needed was changed
                kiosk.stand()
                assert kiosk.shows == release.database.sha256
        path.write_bytes(good)


def test_the_table_of_the_guide_names_tests_and_cases_that_are_there() -> None:
    table = (ROOT / "docs" / "publishing.md").read_text(encoding="utf-8").partition("## What kiosks refuse")[2]
    named = set(re.findall(r"`(test_\w+)`", table)) | {c for cases in re.findall(r"\[(.*?)\]", table) for c in cases.split(", ")}
    code = "".join(
        Path(__file__).with_name(f"test_{name}.py").read_text(encoding="utf-8") for name in ("attacks", "sticks", "sync")
    )
    assert len(named) > 20
    assert {name for name in named if f"def {name}(" not in code} == set()
