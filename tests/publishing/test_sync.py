"""From the publisher to the kiosk: three roads, the same bytes, and always something to show."""

import hashlib
import shutil
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from kiosk.errors import StorageError, TransferError, VerificationError
from kiosk.publishing.pointer import KEPT, TRIES, Pointer
from kiosk.publishing.release_sources import HttpSource, Pace, source_of
from kiosk.publishing.releasing import Publisher
from kiosk.publishing.sync import Sync
from kiosk.publishing.trust import SafeUpdater
from tests.helpers.kiosks import Follower
from tests.helpers.server import serving
from tests.helpers.workshop import Workshop, sentence


@pytest.fixture
def follower(workshop: Workshop, tmp_path: Path) -> Follower:
    return Follower(tmp_path / "kiosk", workshop.root)


def test_three_roads_lead_to_the_same_content(workshop: Workshop, tmp_path: Path) -> None:
    repository = workshop.repository.folder
    stick = tmp_path / "media" / "STICK"
    shutil.copytree(repository, stick / "jusur")
    kiosks = [Follower(tmp_path / name, workshop.root) for name in ("net", "path", "stick")]
    with serving(repository) as server:
        results = [
            kiosk.sync(road) for kiosk, road in zip(kiosks, (server.address, f"file://{repository}", stick / "jusur"), strict=True)
        ]
    assert {result.result for result in results} == {"installed"}
    wanted = hashlib.sha256((workshop.folder / "content-1.db").read_bytes()).hexdigest()
    assert {kiosk.shows for kiosk in kiosks} == {wanted}
    assert {result.sha256 for result in results} == {wanted}


def test_a_second_look_asks_little_and_changes_nothing(workshop: Workshop, follower: Follower) -> None:
    follower.sync(workshop.repository.folder)
    before = follower.installation.pointer
    result = follower.sync(workshop.repository.folder)
    assert (result.result, follower.installation.pointer) == ("current", before)
    assert result.requests == 3
    assert result.received < 5_000


def test_an_edit_travels_as_a_patch(workshop: Workshop, follower: Follower) -> None:
    follower.sync(workshop.repository.folder)
    release = workshop.publish(sentence("edited"))
    with serving(workshop.repository.folder) as server:
        result = follower.sync(server.address)
        assert release.patches[0].blob.path in server.asked
        assert release.whole.path not in server.asked
    assert result.received < release.whole.size / 2
    assert follower.shows == release.database.sha256


def test_a_patch_may_begin_from_what_the_kiosk_came_with(workshop: Workshop, tmp_path: Path) -> None:
    kiosk = Follower(tmp_path / "kiosk", workshop.root, factory=workshop.folder / "content-1.db")
    release = workshop.publish(sentence("edited"))
    with serving(workshop.repository.folder) as server:
        kiosk.sync(server.address)
        assert release.whole.path not in server.asked
    assert kiosk.shows == release.database.sha256


def test_pictures_come_along_once(workshop: Workshop, follower: Follower, tmp_path: Path) -> None:
    picture = tmp_path / "dog.png"
    picture.write_bytes(b"a dog" * 1000)
    first = workshop.publish(sentence("dog"), {"pictures/dog.png": picture, "narration/a.wav": picture})
    follower.sync(workshop.repository.folder)
    database = follower.installation.start()
    assert database is not None
    assert (database.parent / "pictures" / "dog.png").read_bytes() == picture.read_bytes()
    assert (database.parent / "narration" / "a.wav").read_bytes() == picture.read_bytes()
    workshop.publish(sentence("the dog again"), {"pictures/dog.png": picture})
    with serving(workshop.repository.folder) as server:
        follower.sync(server.address)
        assert first.files[0].blob.path not in server.asked


def test_going_back_to_content_that_is_held_fetches_no_content(workshop: Workshop, follower: Follower) -> None:
    first = workshop.repository.current("stable")
    follower.sync(workshop.repository.folder)
    follower.stand()
    workshop.publish(sentence("a mistake"))
    follower.sync(workshop.repository.folder)
    back = Publisher(workshop.repository, workshop.keyring, workshop.now).republish(first, "stable")
    result = follower.sync(workshop.repository.folder)
    assert (result.number, result.received < 5_000) == (back.number, True)
    assert follower.shows == first.database.sha256


def test_a_group_has_content_of_its_own(workshop: Workshop, tmp_path: Path) -> None:
    workshop.delegate()
    release = workshop.publish(sentence("the border"), group="borders")
    one, other = Follower(tmp_path / "one", workshop.root, group="borders"), Follower(tmp_path / "other", workshop.root)
    for kiosk in (one, other):
        kiosk.sync(workshop.repository.folder)
    assert one.shows == release.database.sha256
    assert other.shows != release.database.sha256


def test_a_canary_sees_it_first(workshop: Workshop, tmp_path: Path) -> None:
    canary = Follower(tmp_path / "canary", workshop.root, "canary")
    with pytest.raises(VerificationError, match=r"nothing is published as canary\.json"):
        canary.sync(workshop.repository.folder)
    release = workshop.publish(sentence("tried"), channel="canary")
    canary.sync(workshop.repository.folder)
    assert canary.shows == release.database.sha256


def test_offers_change_nothing_and_say_how_much(workshop: Workshop, follower: Follower) -> None:
    follower.sync(workshop.repository.folder)
    release = workshop.publish(sentence("new"))
    offer = Sync(follower.plan(), source_of(str(workshop.repository.folder))).offer()
    assert (offer.release.number, offer.bytes_to_fetch) == (2, release.patches[0].blob.size)
    assert follower.installation.pointer.current != release.name


# on the way ----------------------------------------------------------------------------------------------------------


def test_a_cut_connection_goes_on_where_it_stopped(workshop: Workshop, follower: Follower) -> None:
    release = workshop.repository.current("stable")
    assert release is not None
    sizes: list[int] = []

    def cut(request: BaseHTTPRequestHandler, data: bytes) -> bool:
        """Each answer ends after a third of the file."""
        if not request.path.endswith(release.whole.sha256):
            return False
        start = int(request.headers.get("Range", "bytes=0-")[6:-1])
        request.send_response(206 if start else 200)
        request.send_header("Content-Length", str(len(data) - start))
        request.end_headers()
        piece = data[start : start + len(data) // 3 + 1]
        sizes.append(len(piece))
        request.wfile.write(piece)
        request.close_connection = True
        return True

    with serving(workshop.repository.folder) as server:
        server.misbehave = cut
        for _ in range(2):
            with pytest.raises(TransferError):
                follower.sync(server.address)
        assert follower.sync(server.address).result == "installed"
    assert sum(sizes) == release.whole.size


def test_a_server_without_ranges_gives_all_again(workshop: Workshop, follower: Follower) -> None:
    release = workshop.repository.current("stable")
    part = follower.state / "staging" / f"{release.whole.sha256}.part"
    part.parent.mkdir(parents=True)
    part.write_bytes((workshop.repository.folder / release.whole.path).read_bytes()[:1000])

    def whole(request: BaseHTTPRequestHandler, data: bytes) -> bool:
        if not data:
            return False
        request.send_response(200)
        request.send_header("Content-Length", str(len(data)))
        request.end_headers()
        request.wfile.write(data)
        return True

    with serving(workshop.repository.folder) as server:
        server.misbehave = whole
        assert follower.sync(server.address).result == "installed"


@pytest.mark.parametrize("tail", [b"\0" * 500, b"x" * 10_000_000])
def test_a_part_with_a_torn_tail_is_fetched_again(workshop: Workshop, follower: Follower, tail: bytes) -> None:
    release = workshop.repository.current("stable")
    part = follower.state / "staging" / f"{release.whole.sha256}.part"
    part.parent.mkdir(parents=True)
    part.write_bytes((workshop.repository.folder / release.whole.path).read_bytes()[:1000] + tail)
    with serving(workshop.repository.folder) as server:
        assert follower.sync(server.address).result == "installed"


def test_bandwidth_is_kept_within_its_limit(workshop: Workshop, follower: Follower) -> None:
    slept: list[float] = []
    clock = iter(range(10**9))
    pace = Pace(most=10_000, clock=lambda: next(clock) / 1e6 + sum(slept), sleep=slept.append, least=0)
    with serving(workshop.repository.folder) as server:
        source = HttpSource(server.address, pace)
        result = follower.sync(source)
    assert sum(slept) >= 0.95 * (result.received - 65_536) / 10_000


def test_no_network_is_a_transfer_error_with_a_mend(follower: Follower) -> None:
    with pytest.raises(TransferError, match="without a network, bring a stick"):
        follower.sync("http://127.0.0.1:9")
    assert follower.shows == ""


def test_two_at_once_do_not_meet(workshop: Workshop, follower: Follower) -> None:
    with follower.installation.locked("sync.lock"), pytest.raises(StorageError, match="another sync is at work"):
        follower.sync(workshop.repository.folder)


def test_all_that_is_trusted_goes_through_our_own_flushed_writing(
    workshop: Workshop, follower: Follower, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The method is the framework's private one: this fails when it is called something else."""
    kept: set[str] = set()
    flushed = SafeUpdater._persist_file

    def keep(updater: SafeUpdater, name: str, data: bytes) -> None:
        kept.add(Path(name).name)
        flushed(updater, name, data)

    monkeypatch.setattr(SafeUpdater, "_persist_file", keep)
    follower.sync(workshop.repository.folder)
    assert kept == {"1.root.json", "timestamp.json", "snapshot.json", "targets.json"}


# the trial -----------------------------------------------------------------------------------------------------------


def test_the_last_three_good_ones_are_kept(workshop: Workshop, follower: Follower) -> None:
    names = []
    for number in range(KEPT + 1):
        names.append(workshop.publish(sentence(f"version {number}")).name)
        follower.sync(workshop.repository.folder)
        follower.stand()
    assert follower.installation.pointer.good == tuple(names[: -KEPT - 1 : -1])
    workshop.publish(sentence("on trial"))
    follower.sync(workshop.repository.folder)
    assert follower.installation.installed()[1:] == names[: -KEPT - 1 : -1]


def test_what_does_not_stand_its_trial_is_left_and_never_taken_again(workshop: Workshop, follower: Follower) -> None:
    follower.sync(workshop.repository.folder)
    good = follower.shows
    follower.stand()
    bad = workshop.publish(sentence("crashes the kiosk"))
    follower.sync(workshop.repository.folder)
    assert [follower.shows for _ in range(TRIES)] == [bad.database.sha256] * TRIES
    assert follower.shows == good
    assert follower.sync(workshop.repository.folder).result == "refused"
    assert follower.shows == good
    mended = workshop.publish(sentence("mended"))
    follower.sync(workshop.repository.folder)
    assert follower.shows == mended.database.sha256


def test_what_ran_out_of_starts_is_taken_once_more_when_the_content_before_has_worked(
    workshop: Workshop, follower: Follower
) -> None:
    follower.sync(workshop.repository.folder)
    good = follower.shows
    follower.stand()
    doubted = workshop.publish(sentence("killed by hand")).database.sha256
    for results in (["installed", "refused"], ["installed", "refused", "refused"]):
        assert follower.sync(workshop.repository.folder).result == results[0]
        assert [follower.shows for _ in range(TRIES + 1)] == [doubted] * TRIES + [good]
        assert follower.sync(workshop.repository.folder).result == results[1]
        follower.stand()
    assert follower.sync(workshop.repository.folder).result == results[2]


def test_what_was_killed_by_hand_and_works_the_second_time_is_good(workshop: Workshop, follower: Follower) -> None:
    release = workshop.publish(sentence("sound"))
    follower.sync(workshop.repository.folder)
    assert [follower.shows for _ in range(TRIES + 1)][-1] == ""
    follower.stand()
    assert follower.sync(workshop.repository.folder).result == "installed"
    follower.stand()
    assert follower.installation.pointer.good == (release.name,)


def test_mains_that_flicker_are_not_blamed_on_the_release(
    workshop: Workshop, follower: Follower, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    boot = tmp_path / "boot_id"
    monkeypatch.setattr("kiosk.publishing.installation.BOOT", boot)
    release = workshop.publish(sentence("sound"))
    follower.sync(workshop.repository.folder)
    for number in range(3 * TRIES):
        boot.write_text(f"{number}\n", encoding="ascii")
        assert follower.shows == release.database.sha256
    assert [follower.shows for _ in range(TRIES)][-1] == ""  # crashes while the machine runs on


def test_the_first_that_fails_leads_back_to_what_the_kiosk_came_with(workshop: Workshop, follower: Follower) -> None:
    follower.sync(workshop.repository.folder)
    follower.installation.change(Pointer.back)
    assert follower.shows == ""


@pytest.mark.expects_log
def test_a_rotten_release_is_not_shown_and_comes_anew(workshop: Workshop, follower: Follower) -> None:
    follower.sync(workshop.repository.folder)
    follower.stand()
    good = follower.shows
    release = workshop.publish(sentence("rots"))
    follower.sync(workshop.repository.folder)
    follower.stand()
    path = follower.installation.database(release.name)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 4
    path.write_bytes(data)
    assert follower.shows == good
    assert follower.sync(workshop.repository.folder).result == "installed"
    assert follower.shows == release.database.sha256


def test_a_lost_pointer_does_not_lose_the_way_back(edited: tuple[Workshop, Follower]) -> None:
    workshop, kiosk = edited
    good = kiosk.shows
    kiosk.sync(workshop.repository.folder)
    kiosk.stand()
    kiosk.installation.pointer_file.unlink()
    assert kiosk.shows != good
    kiosk.installation.change(Pointer.back)
    assert kiosk.shows == good


@pytest.mark.expects_log
@pytest.mark.parametrize("damage", [b"", b"nonsense", None])
def test_without_a_pointer_the_newest_sound_release_is_shown(workshop: Workshop, follower: Follower, damage: bytes | None) -> None:
    follower.sync(workshop.repository.folder)
    shown = follower.shows
    follower.installation.pointer_file.unlink()
    if damage is not None:
        follower.installation.pointer_file.write_bytes(damage)
    assert follower.shows == shown
