"""Killed processes, power failures, lying disks, full disks, flipped bits: always a whole content, old or new."""

import errno
import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from kiosk.config import ROOT
from kiosk.errors import KioskError, PublishingError, StorageError, TransferError, VerificationError
from tests.helpers.failing_disk import Failing
from tests.helpers.kiosks import Follower
from tests.helpers.press import Press
from tests.helpers.workshop import Workshop, examined

Scene = tuple[Workshop, Follower]


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The examination is another process and writes nothing: left out where the same sync is played a hundred times."""
    monkeypatch.setattr("kiosk.publishing.sync.examine_database", examined)


def test_whatever_is_killed_all_is_whole_and_the_next_goes_on() -> None:
    """In a process that has no threads, for it forks; 1,000 when run at leisure."""
    command = [sys.executable, "-m", "tests.helpers.killing", os.environ.get("JUSUR_KILLS", "8")]
    answer = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    found = json.loads(answer.stdout or "{}")
    assert found.get("bad") == [], found or answer.stderr
    assert sum(found["hits"].values()) >= 8


@pytest.mark.expects_log
@pytest.mark.usefixtures("quick")
def test_a_flipped_bit_is_never_shown_and_the_next_sync_mends_it(press: Press) -> None:
    """Anywhere in databases, pictures, metadata, pointer and floor of a kiosk that holds two good releases."""
    press.begin("back")
    state, chance = press.kiosk.state, random.Random(3)
    files = sorted(path for path in state.rglob("*") if path.is_file() and path.stat().st_size and path.name != "state.db")
    for _ in range(int(os.environ.get("JUSUR_FLIPS", "15"))):
        path = chance.choice(files)
        data = path.read_bytes()
        place = chance.randrange(len(data))
        with path.open("r+b") as file:  # in place: a file under two names is flipped under both
            file.seek(place)
            file.write(bytes([data[place] ^ (1 << chance.randrange(8))]))
        picture = "pictures" in path.parts or "blobs" in path.parts
        assert press.shows in {"release 1", "release 2"}
        assert picture or list(press.faults("sync")) == []
        assert list(press.ends_well("sync")) == []
        if not press.kiosk.installation.is_intact(path.parent.name):  # an older release is not asked for again
            press.begin("back")


@pytest.mark.expects_log
@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("name", ["sync", "check", "back", "receipt", "publish", "rotate_key"])
def test_a_disk_that_fails_at_any_call_is_named_and_harms_nothing(press: Press, name: str) -> None:
    numbers, every = [errno.ENOSPC, errno.EROFS, errno.EIO], int(os.environ.get("JUSUR_EVERY", "17"))
    passed = 0
    while True:
        press.begin(name)
        failing = Failing(passed, numbers[passed % 3])
        with pytest.MonkeyPatch.context() as patch, suppress(StorageError, PublishingError, TransferError):
            failing.around(patch)
            press.job(name)()
        assert list(press.faults(name)) == []
        assert list(press.ends_well(name)) == []
        if failing.left >= 0:
            break
        passed += every


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of a few megabytes."""
    mount = tmp_path / "small"
    mount.mkdir()
    answer = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "jusur-test", str(mount)], capture_output=True)
    if os.geteuid() != 0 or answer.returncode != 0:
        pytest.skip("a small file system can be mounted by root alone")
    yield mount
    subprocess.run(["umount", str(mount)], check=True)


@pytest.mark.usefixtures("quick")
def test_a_disk_that_is_full_half_way_keeps_the_old(edited: Scene, small_disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The check before is left out here: other programs may fill a disk meanwhile."""
    workshop, kiosk = edited
    monkeypatch.setattr("kiosk.publishing.sync.need_room", lambda *_: None)
    shutil.copytree(kiosk.state, small_disk / "kiosk" / "state", symlinks=True)
    on_small = Follower(small_disk / "kiosk", workshop.root)
    good = on_small.shows
    filler = small_disk / "filler"
    for left in (0, 20_000, 60_000):
        free = shutil.disk_usage(small_disk).free
        filler.write_bytes(b"x" * max(0, free - left))
        with pytest.raises(KioskError, match="free the disk"):
            on_small.sync(workshop.repository.folder)
        assert on_small.shows == good
        filler.unlink()
    assert on_small.sync(workshop.repository.folder).result == "installed"


@pytest.mark.parametrize("name", ["content.db-wal", "content.db-shm", "content.db-journal"])
def test_stray_files_beside_the_database_change_nothing(edited: Scene, name: str) -> None:
    from kiosk.content.store import ContentStore

    _, kiosk = edited
    database = kiosk.installation.start()
    assert database is not None
    (database.parent / name).write_bytes(b"\x37\x7f\x06\x82" + b"evil" * 100)
    with ContentStore.open(database) as store:
        assert store.content_version == "2026.11.24.1"


@pytest.mark.skipif(not shutil.which("faketime"), reason="faketime is not installed")
@pytest.mark.parametrize(
    ("clock", "status"),
    [
        ("1970-01-02 00:00:00", 0),
        pytest.param("-300d", 0, marks=pytest.mark.by_hand),
        ("+60d", VerificationError.exit_status),
        pytest.param("+10y", 0, marks=pytest.mark.by_hand),
    ],
)
def test_a_clock_that_stands_wrong_takes_no_content_away(edited: Scene, clock: str, status: int) -> None:
    """In a process that the operating system tells another time; the last one is told by a person that its clock is wrong."""
    workshop, kiosk = edited
    good, release = kiosk.shows, workshop.repository.current("stable")
    assert release is not None
    command = [sys.executable, "-m", "kiosk.cli", "sync", str(workshop.repository.folder), "--state", str(kiosk.state)]
    command += ["--root", str(kiosk.root), *(["--clock-wrong"] if clock == "+10y" else [])]
    answer = subprocess.run(["faketime", *(["-f"] if clock[0] in "+-" else []), clock, *command], capture_output=True, text=True)
    assert answer.returncode == status, answer.stderr
    assert kiosk.shows == (release.database.sha256 if status == 0 else good)
    assert status == 0 or "its term is over; look at the clock" in answer.stderr
