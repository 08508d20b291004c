"""Sticks: found, read, answered with a receipt; and hostile ones, which harm nothing."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.domain.counters import Bucket, Counted, told_roughly
from kiosk.errors import KioskError, PublishingError, TransferError, VerificationError
from kiosk.publishing.receipts import LARGEST_RECEIPT, Ledger, read_receipt, receipt_of
from kiosk.publishing.repository import REPOSITORY_FILE
from kiosk.publishing.stick import RECEIPTS, find_repositories, leave_receipt, receipts_on, the_repository
from tests.helpers.kiosks import Follower
from tests.helpers.workshop import Workshop


@pytest.fixture
def mount(tmp_path: Path) -> Path:
    (tmp_path / "media").mkdir()
    return tmp_path / "media"


@pytest.fixture
def stick(workshop: Workshop, mount: Path) -> Path:
    return Path(shutil.copytree(workshop.repository.folder, mount / "user" / "STICK" / "jusur"))


@pytest.fixture
def follower(workshop: Workshop, tmp_path: Path) -> Follower:
    return Follower(tmp_path / "kiosk", workshop.root)


def test_it_is_found_by_its_repository(mount: Path, stick: Path) -> None:
    (mount / "other").mkdir()
    assert the_repository([mount, mount / "none"]) == stick


def test_none_and_two_are_told_apart(workshop: Workshop, mount: Path, stick: Path) -> None:
    second = shutil.copytree(stick, mount / "second")
    with pytest.raises(TransferError, match=r"2 sticks carry a repository .*take the others out"):
        the_repository([mount])
    for folder in (stick, second):
        (folder / REPOSITORY_FILE).unlink()
    with pytest.raises(TransferError, match=r"no stick with a repository under .*put it in"):
        the_repository([mount])


def test_links_on_a_stick_are_not_followed_in_the_search(mount: Path, stick: Path, tmp_path: Path) -> None:
    hidden = tmp_path / "hidden"
    stick.rename(hidden)
    (mount / "user" / "STICK" / "link").symlink_to(hidden)
    (mount / "loop").symlink_to(mount)
    (mount / "mark").mkdir()
    (mount / "mark" / REPOSITORY_FILE).symlink_to(hidden / REPOSITORY_FILE)
    assert find_repositories([mount]) == []


def test_a_stick_of_a_hundred_thousand_folders_is_not_walked(mount: Path) -> None:
    for number in range(2_000):
        (mount / f"{number:05d}").mkdir()
    assert find_repositories([mount]) == []


# hostile -------------------------------------------------------------------------------------------------------------


def blob(stick: Path) -> Path:
    """The database on a stick."""
    return max((path for path in (stick / "blobs").rglob("*") if path.is_file()), key=lambda path: path.stat().st_size)


def link_to_a_secret(stick: Path, path: Path) -> None:
    path.unlink()
    path.symlink_to("/etc/passwd")


def link_to_the_same(stick: Path, path: Path) -> None:
    path.rename(stick / "elsewhere")
    path.symlink_to(stick / "elsewhere")


def folder_is_a_link(stick: Path, path: Path) -> None:
    path.parent.rename(stick / "elsewhere")
    path.parent.symlink_to(stick / "elsewhere")


def pipe(stick: Path, path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def folder(stick: Path, path: Path) -> None:
    path.unlink()
    path.mkdir()


def device(stick: Path, path: Path) -> None:
    path.unlink()
    try:
        os.mknod(path, 0o600 | 0o020000, os.makedev(1, 5))  # /dev/zero
    except PermissionError:
        pytest.skip("devices are made by root alone")


def gone(stick: Path, path: Path) -> None:
    path.unlink()


def capitals(stick: Path, path: Path) -> None:
    path.rename(path.with_name(path.name.upper()))


def cut(stick: Path, path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def longer(stick: Path, path: Path) -> None:
    with path.open("ab") as file:
        file.truncate(10_000_000_000)


def other(stick: Path, path: Path) -> None:
    path.write_bytes(b"\0" * path.stat().st_size)


HOSTILE = (link_to_a_secret, link_to_the_same, folder_is_a_link, pipe, folder, device, gone, capitals, cut, longer, other)


@pytest.mark.parametrize("spoil", HOSTILE)
@pytest.mark.parametrize("what", ["database", "metadata/timestamp.json", "manifest"])
def test_a_hostile_stick_harms_nothing(edited: tuple[Workshop, Follower], what: str, spoil: Callable[[Path, Path], None]) -> None:
    workshop, follower = edited
    stick, good = workshop.repository.folder, follower.shows
    manifest = stick / "targets" / workshop.repository.metadata.targets().signed.targets["stable.json"].get_prefixed_paths()[0]
    release = workshop.repository.current("stable")
    assert release is not None
    database = stick / release.patches[0].blob.path
    if what == "database":
        (stick / release.whole.path).unlink()
    spoil(stick, {"database": database, "manifest": manifest}.get(what, stick / what))
    with pytest.raises((TransferError, VerificationError)) as refused:
        follower.sync(stick)
    assert "; " in str(refused.value)
    assert follower.shows == good


def test_a_stick_that_lost_its_patch_gives_the_whole(edited: tuple[Workshop, Follower]) -> None:
    workshop, follower = edited
    release = workshop.repository.current("stable")
    assert release is not None
    (workshop.repository.folder / release.patches[0].blob.path).unlink()
    assert follower.sync(workshop.repository.folder).result == "installed"
    assert follower.shows == release.database.sha256


def test_a_stick_that_is_only_read_gives_content_and_takes_no_receipt(follower: Follower, stick: Path) -> None:
    assert follower.sync(stick).result == "installed"
    (stick / RECEIPTS).write_text("a file where the folder should be")
    with pytest.raises(TransferError, match="unlock the stick, or note the result by hand"):
        leave_receipt(stick, "x.json", b"{}")


def test_receipts_are_not_written_through_links(stick: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (stick / RECEIPTS).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(TransferError):
        leave_receipt(stick, "x.json", b"{}")
    (stick / RECEIPTS).unlink()
    leave_receipt(stick, "x.json", b"{}")
    with pytest.raises(TransferError):
        leave_receipt(stick, "x.json", b"again")
    assert list((tmp_path / "elsewhere").iterdir()) == []


# receipts ------------------------------------------------------------------------------------------------------------


def receipt(tmp_path: Path, name: str = "k9-1", folder: str = "state") -> bytes:
    (tmp_path / folder).mkdir(exist_ok=True)
    return receipt_of(tmp_path / folder, name, "installed", (3, "a" * 64), {"good": 2})


def test_a_receipt_says_who_and_what_and_is_signed(tmp_path: Path) -> None:
    first, key = read_receipt(receipt(tmp_path))
    second, same = read_receipt(receipt(tmp_path))
    assert (first.kiosk, first.number, first.sha256, first.counters) == ("k9-1", 3, "a" * 64, {"good": 2})
    assert (first.serial, second.serial, key == same) == (1, 2, True)
    assert (tmp_path / "state" / "kiosk.pem").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.replace(b"installed", b"instalIed"),
        lambda d: d.replace(b'"key": "', b'"key": "00'),
        lambda d: d[:-20],
        lambda _d: b"",
        lambda _d: b"[" * 100_000,
        lambda d: d + b" " * LARGEST_RECEIPT + b"x",
    ],
)
def test_a_changed_receipt_is_not_believed(tmp_path: Path, change: Callable[[bytes], bytes]) -> None:
    with pytest.raises(VerificationError, match="not a receipt, or changed"):
        read_receipt(change(receipt(tmp_path)))


def test_a_replayed_receipt_is_no_news_and_another_key_is_not_believed(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger.json")
    old, new = (read_receipt(receipt(tmp_path)) for _ in range(2))
    assert [ledger.record(*new), ledger.record(*old), ledger.record(*new)] == ["new", "known", "known"]
    ledger.save()
    again = Ledger(tmp_path / "ledger.json")
    assert [r.serial for r in again.kiosks()] == [2]
    with pytest.raises(VerificationError, match="signed by another key than before"):
        again.record(*read_receipt(receipt(tmp_path, folder="impostor")))


@pytest.mark.parametrize("text", ["nonsense", "[]", '{"k": {"key": 1}}'])
def test_a_broken_ledger_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "ledger.json").write_text(text)
    with pytest.raises(PublishingError, match="not a ledger"):
        Ledger(tmp_path / "ledger.json")


def test_names_that_could_lead_elsewhere_are_refused(tmp_path: Path) -> None:
    with pytest.raises(KioskError, match="cannot stand on a receipt"):
        receipt(tmp_path, "../../evil")


def test_receipts_are_read_as_little_files_alone(tmp_path: Path) -> None:
    folder = tmp_path / RECEIPTS
    folder.mkdir()
    (folder / "a.json").write_bytes(b"x" * 10 * LARGEST_RECEIPT)
    (folder / "b.json").symlink_to("/etc/passwd")
    os.mkfifo(folder / "c.json")
    (folder / "d.txt").write_text("not a receipt")
    assert [(name, len(data)) for name, data in receipts_on(tmp_path)] == [
        ("a.json", LARGEST_RECEIPT + 1),
        ("b.json", 0),
        ("c.json", 0),
    ]


def test_the_fleet_adds_up_what_its_newest_receipts_have_counted(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger.json")
    for name, figures in (("a", [{"visit": 10}, {"visit": 15}]), ("b", [{"visit": 5, "item pavilion:k9": 5}])):
        (tmp_path / name).mkdir()
        for counted in figures:
            ledger.record(*read_receipt(receipt_of(tmp_path / name, name, "current", (3, "a" * 64), {}, counted)))
    ledger.save()
    assert Ledger(tmp_path / "ledger.json").figures() == {"visit": 20, "item pavilion:k9": 5}


def test_a_receipt_has_room_for_all_that_is_told(tmp_path: Path) -> None:
    counts = {
        Bucket(Counted.ITEM, "2027-05-18T11", "whole", "fr", f"demonstration:a_rather_long_name_{n:03}"): 100_000 + n
        for n in range(400)
    }
    figures = told_roughly(counts, {"é" * 32: 7}, 5)
    data = receipt_of(tmp_path, "k9-1", "installed", (3, "a" * 64), {"good": 2}, figures)
    assert len(figures) == 250
    assert len(data) < LARGEST_RECEIPT
    assert read_receipt(data)[0].figures == figures


def test_what_another_system_puts_beside_a_receipt_is_none(tmp_path: Path) -> None:
    folder = tmp_path / "receipts"
    folder.mkdir()
    for name in ("k1-000001.json", "._k1-000001.json", ".k1.json", "k1-000001.json.part"):
        (folder / name).write_bytes(b"{}")
    assert [name for name, _ in receipts_on(tmp_path)] == ["k1-000001.json"]
