"""One kiosk is fed by a folder, its neighbours by it: the same content, and nothing a neighbour does can harm.

Everything here is real, zeroconf and sockets, and stays on the loopback network.
"""

import os
import re
import shutil
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.errors import ConfigurationError, TransferError, VerificationError
from kiosk.publishing import serving as serving_module
from kiosk.publishing.disk import sha256_of
from kiosk.publishing.neighbours import announced, find_neighbours, identity
from kiosk.publishing.release_sources import FolderSource, HttpSource, Pace, ReleaseSource
from kiosk.publishing.served_files import ServedFiles
from kiosk.publishing.serving import NeighbourServer, is_near, serving
from kiosk.publishing.several_sources import follow
from kiosk.publishing.sync import SyncResult
from tests.helpers import server as web
from tests.helpers.kiosks import Follower
from tests.helpers.patience import patience
from tests.helpers.workshop import Workshop, sentence

LOOPBACK = "127.0.0.1"


@contextmanager
def handing_on(kiosk: Follower) -> Iterator[str]:
    """The address a kiosk serves at."""
    with serving(NeighbourServer(ServedFiles(kiosk.state), LOOPBACK, 0)) as port:
        yield f"http://{LOOPBACK}:{port}"


def take(kiosk: Follower, neighbours: list[ReleaseSource], source: ReleaseSource | None = None) -> tuple[SyncResult, list[str]]:
    return follow(kiosk.plan(), neighbours, source, lambda _said: None)


@pytest.fixture(scope="module")
def fed(_second: Path, tmp_path_factory: pytest.TempPathFactory) -> Follower:
    """A kiosk that was fed by a stick and has what it fetched; it began without content, and no test changes what it holds."""
    repository = _second / "workshop" / "repository"
    kiosk = Follower(tmp_path_factory.mktemp("fed"), repository / "metadata" / "1.root.json", share=True)
    kiosk.sync(repository)
    return kiosk


def finds(kiosk: Follower, address: str) -> bool:
    """Whether a kiosk hears of an address in one of several looks: a busy machine may answer late."""
    return any(address in find_neighbours(identity(kiosk.state), LOOPBACK, seconds=1) for _ in range(20))


# one stick feeds a pavilion -------------------------------------------------------------------------------------------


def test_one_kiosk_is_fed_by_a_folder_and_feeds_the_others(edited: tuple[Workshop, Follower], tmp_path: Path) -> None:
    workshop, behind = edited
    kiosks = [Follower(tmp_path / name, workshop.root, share=True) for name in ("stick", "new")]
    kiosks[0].sync(workshop.repository.folder)
    with ExitStack() as stack:
        port = stack.enter_context(serving(NeighbourServer(ServedFiles(kiosks[0].state), LOOPBACK, 0)))
        stack.enter_context(announced(identity(kiosks[0].state), port, LOOPBACK))
        for kiosk in (kiosks[1], behind):
            assert finds(kiosk, f"http://{LOOPBACK}:{port}")
            result, problems = take(kiosk, [HttpSource(f"http://{LOOPBACK}:{port}")])
            assert (result.result, problems) == ("installed", [])
        assert f"http://{LOOPBACK}:{port}" not in find_neighbours(identity(kiosks[0].state), LOOPBACK, seconds=0.5)
    assert len({kiosk.shows for kiosk in (*kiosks, behind)} - {""}) == 1


def test_a_neighbour_gives_the_patch_where_it_has_it_else_the_database_itself(
    edited: tuple[Workshop, Follower], tmp_path: Path
) -> None:
    workshop, first = edited
    second, new = (Follower(tmp_path / name, workshop.root) for name in ("second", "new"))
    shutil.copytree(first.state, second.state)
    first.share = True
    first.sync(workshop.repository.folder)
    with handing_on(first) as address:
        by_patch, _ = take(second, [HttpSource(address)])
        whole, _ = take(new, [HttpSource(address)])
    size = first.installation.database(first.installation.installed()[0]).stat().st_size
    assert by_patch.received < size < whole.received
    assert first.shows == second.shows == new.shows != ""


def test_the_chain_goes_on(fed: Follower, tmp_path: Path) -> None:
    last = fed
    for name in ("b", "c"):
        with handing_on(last) as address:
            last = Follower(tmp_path / name, fed.root)
            assert take(last, [HttpSource(address)])[0].result == "installed"
    assert last.shows == fed.shows


def test_pictures_and_recordings_come_along(workshop: Workshop, tmp_path: Path) -> None:
    (tmp_path / "dog.png").write_bytes(b"a dog")
    workshop.publish(sentence("with a dog"), {"pictures/dog.png": tmp_path / "dog.png"})
    one, other = (Follower(tmp_path / name, workshop.root) for name in ("one", "other"))
    one.sync(workshop.repository.folder)
    with handing_on(one) as address:
        result, _ = take(other, [HttpSource(address)])
    assert (other.installation.database(other.installation.installed()[0]).parent / "pictures" / "dog.png").read_bytes() == b"a dog"
    assert result.result == "installed"


def test_a_key_that_was_changed_is_handed_on_too(edited: tuple[Workshop, Follower], tmp_path: Path) -> None:

    workshop, one = edited
    workshop.rotate("root")
    one.sync(workshop.repository.folder)
    other = Follower(tmp_path / "other", workshop.root)
    with handing_on(one) as address:
        assert take(other, [HttpSource(address)])[0].result == "installed"


# neighbours first, and none of them trusted ---------------------------------------------------------------------------


def stranger(tmp_path: Path, _workshop: Workshop) -> Path:
    other = Workshop(tmp_path / "stranger")
    other.publish(sentence("arbitrary"))
    return other.repository.folder


def empty(tmp_path: Path, _workshop: Workshop) -> Path:
    (tmp_path / "empty").mkdir()
    return tmp_path / "empty"


def damaged(tmp_path: Path, workshop: Workshop) -> Path:
    folder = shutil.copytree(workshop.repository.folder, tmp_path / "damaged")
    for path in (folder / "blobs").rglob("*"):
        if path.is_file():
            path.write_bytes(bytes(path.stat().st_size))
    return folder


def without_blobs(tmp_path: Path, workshop: Workshop) -> Path:
    folder = shutil.copytree(workshop.repository.folder, tmp_path / "bare")
    shutil.rmtree(folder / "blobs")
    return folder


def endless(tmp_path: Path, workshop: Workshop) -> Path:
    folder = shutil.copytree(workshop.repository.folder, tmp_path / "endless")
    (folder / "metadata" / "timestamp.json").write_bytes(b" " * 3_000_000)
    return folder


BAD = [stranger, empty, damaged, without_blobs, endless]


@pytest.mark.parametrize("neighbour", BAD)
def test_a_bad_neighbour_harms_nothing_and_the_next_source_is_taken(
    edited: tuple[Workshop, Follower], tmp_path: Path, neighbour
) -> None:
    workshop, kiosk = edited
    before = kiosk.shows
    bad = FolderSource(neighbour(tmp_path, workshop))
    with pytest.raises((VerificationError, TransferError)):
        take(kiosk, [bad])
    assert kiosk.shows == before
    result, problems = take(kiosk, [bad], FolderSource(workshop.repository.folder))
    assert (result.result, result.source, len(problems)) == ("installed", str(workshop.repository.folder), 1)
    assert kiosk.shows == result.sha256 != before


def test_a_neighbour_that_is_behind_is_left_for_the_source_and_one_ahead_is_taken(
    edited: tuple[Workshop, Follower], tmp_path: Path
) -> None:
    workshop, kiosk = edited
    old = FolderSource(shutil.copytree(workshop.repository.folder, tmp_path / "old"))
    workshop.publish(sentence("newer still"))
    behind = Follower(tmp_path / "behind", workshop.root)
    behind.sync(old)
    with handing_on(behind) as address:
        result, problems = take(kiosk, [HttpSource(address)], FolderSource(workshop.repository.folder))
        assert (result.number, problems) == (3, [])
        result, problems = take(kiosk, [HttpSource(address)], FolderSource(workshop.repository.folder))
    assert (result.result, len(problems)) == ("current", 1)
    assert "older than what this kiosk has seen" in problems[0]


def test_what_a_neighbour_has_is_not_fetched_from_afar(fed: Follower, edited: tuple[Workshop, Follower], tmp_path: Path) -> None:
    workshop, kiosk = edited
    far = FolderSource(workshop.repository.folder)
    with handing_on(fed) as address:
        result, _ = take(kiosk, [HttpSource(address)], far)
    assert (result.result, result.source) == ("installed", address)
    assert far.requests <= 3


def test_without_the_far_source_the_neighbour_is_enough(fed: Follower, edited: tuple[Workshop, Follower], tmp_path: Path) -> None:
    _, kiosk = edited
    with handing_on(fed) as address:
        result, problems = take(kiosk, [HttpSource(address)], FolderSource(tmp_path / "no-network"))
    assert result.result == "installed"
    assert "no-network" in problems[0]


def test_a_neighbour_that_crawls_is_left(edited: tuple[Workshop, Follower]) -> None:
    workshop, kiosk = edited
    ticks = iter(range(0, 10_000, 10))
    slow = Pace(least=100_000, window=5.0, clock=lambda: next(ticks))
    with web.serving(workshop.repository.folder) as server:
        result, problems = take(kiosk, [HttpSource(server.address, slow)], FolderSource(workshop.repository.folder))
    assert result.result == "installed"
    assert "slower than 100000 bytes a second" in problems[0]


def test_nobody_there_is_said(edited: tuple[Workshop, Follower]) -> None:
    _, kiosk = edited
    with pytest.raises(TransferError, match="no neighbour has content for this kiosk; bring a stick"):
        take(kiosk, [])


# what is handed on ----------------------------------------------------------------------------------------------------

OWN = ("kiosk.pem", "journal", "lan-id", "current", "floor.a", "state.db", "sync.lock", "trust/timestamp.json", "releases", "")


@pytest.mark.parametrize(
    "name",
    [
        *OWN,
        *(f"metadata/../../{own}" for own in OWN),
        *(f"blobs/{'aa'}/../../{own}" for own in OWN),
        "metadata/",
        "metadata/timestamp.json/",
        "/metadata/timestamp.json",
        "metadata//timestamp.json",
        "metadata/1.timestamp.json",
        "metadata/0.root.json",
        "metadata/1.root.json%00",
        "metadata/1.root.json\n",
        "metadata/١.root.json",
        "metadata/99.targets.json",
        "targets/stable.json",
        f"targets/{'0' * 64}.stable.json",
        f"blobs/aa/{'b' * 64}",
        f"blobs/aa/{'a' * 64}",
        f"blobs/AA/{'A' * 64}",
    ],
)
def test_every_other_name_is_nothing(fed: Follower, name: str) -> None:
    for own in ("kiosk.pem", "journal", "state.db"):
        (fed.state / own).write_text("secret")
    assert ServedFiles(fed.state).open(name) is None


@given(name=st.one_of(st.text(max_size=40), st.from_regex(r"(metadata|blobs|targets)/[.0-9a-f/]{0,70}(\.json)?", fullmatch=True)))
@settings(max_examples=60)
def test_no_name_leads_out(fed: Follower, name: str) -> None:
    found = ServedFiles(fed.state).open(name)
    if found is not None:
        os.close(found)
        assert name == "metadata/timestamp.json" or re.fullmatch(r"metadata/[1-9][0-9]*\.[a-z-]+\.json", name)


def test_a_planted_link_is_not_followed(fed: Follower, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    digest = "ab" * 32
    (fed.state / "blobs" / "ab").mkdir(parents=True)
    (fed.state / "blobs" / "ab" / digest).symlink_to(tmp_path / "secret")
    assert ServedFiles(fed.state).open(f"blobs/ab/{digest}") is None


def test_the_database_is_had_by_its_hash(fed: Follower) -> None:
    path = fed.installation.database(fed.installation.installed()[0])
    found = ServedFiles(fed.state).open(f"blobs/{sha256_of(path)[:2]}/{sha256_of(path)}")
    assert found is not None
    with os.fdopen(found, "rb") as file:
        assert file.read() == path.read_bytes()


# the server -----------------------------------------------------------------------------------------------------------


def ask(address: str, request: bytes) -> bytes:
    host, _, port = address.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=patience(10)) as connection:
        connection.sendall(request)
        return b"".join(iter(lambda: connection.recv(65536), b""))


@pytest.mark.parametrize("method", ["HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PROPFIND", "get"])
def test_only_get_is_answered(fed: Follower, method: str) -> None:
    with handing_on(fed) as address:
        answer = ask(address, f"{method} /metadata/timestamp.json HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    assert answer.startswith(b"HTTP/1.0 501")
    assert answer.endswith(b"\r\n\r\n")


@pytest.mark.parametrize(
    "path", ["/", "/metadata", "/metadata/", "/../kiosk.pem", "/%2e%2e/kiosk.pem", "/trust/timestamp.json", "*"]
)
def test_nothing_is_listed_and_nothing_else_is_given(fed: Follower, path: str) -> None:
    with handing_on(fed) as address:
        answer = ask(address, f"GET {path} HTTP/1.0\r\n\r\n".encode())
    assert answer.startswith(b"HTTP/1.0 404")
    assert b"Python" not in answer


@pytest.mark.parametrize(
    ("wanted", "status", "begins"),
    [("bytes=10-", 206, 10), ("bytes=0-", 200, 0), ("bytes=a-", 200, 0), ("bytes=9999999-", 416, None)],
)
def test_a_transfer_goes_on_where_it_stopped(fed: Follower, wanted: str, status: int, begins: int | None) -> None:
    held = (fed.state / "trust" / "timestamp.json").read_bytes()
    with handing_on(fed) as address:
        answer = ask(address, f"GET /metadata/timestamp.json HTTP/1.0\r\nRange: {wanted}\r\n\r\n".encode())
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(f"HTTP/1.0 {status}".encode())
    assert body == (b"" if begins is None else held[begins:])


def test_a_neighbour_gets_few_connections_and_gets_them_back(fed: Follower) -> None:
    with handing_on(fed) as address, ExitStack() as stack:
        host, _, port = address.removeprefix("http://").partition(":")
        idle = [
            stack.enter_context(socket.create_connection((host, int(port)), timeout=patience(10)))
            for _ in range(serving_module.MOST_OF_ONE)
        ]
        refused = stack.enter_context(socket.create_connection((host, int(port)), timeout=patience(10)))
        assert refused.recv(1) == b""
        for connection in idle:
            connection.close()
        assert _until_answered(address)


def _until_answered(address: str) -> bool:
    until = time.monotonic() + patience(10)
    while time.monotonic() < until:
        try:
            if ask(address, b"GET /metadata/timestamp.json HTTP/1.0\r\n\r\n").startswith(b"HTTP/1.0 200"):
                return True
        except ConnectionError:
            continue
    return False


def test_who_takes_too_long_to_ask_is_cut_off(fed: Follower, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving_module, "CLIENT_SECONDS", 0.05)
    with handing_on(fed) as address:
        assert ask(address, b"GET /metadata/timest") == b""


@pytest.mark.parametrize(
    ("host", "near"),
    [
        ("127.0.0.1", True),
        ("192.168.8.21", True),
        ("10.1.2.3", True),
        ("172.16.0.1", True),
        ("169.254.7.7", True),
        ("41.140.0.1", False),
        ("8.8.8.8", False),
        ("::1", False),
        ("content.example", False),
    ],
)
def test_only_networks_of_ones_own_are_near(host: str, near: bool) -> None:
    assert is_near(host) is near


def test_a_port_that_is_taken_is_said(fed: Follower) -> None:
    with handing_on(fed) as address, pytest.raises(ConfigurationError, match="change lan_port"):
        NeighbourServer(ServedFiles(fed.state), LOOPBACK, int(address.rpartition(":")[2]))
