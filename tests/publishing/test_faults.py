"""Killed processes, power failures, lying disks, full disks, flipped bits: always a whole content, old or new."""

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.config import ROOT
from kiosk.errors import KioskError, StorageError
from tests.helpers.kiosks import Follower
from tests.helpers.workshop import Workshop

Scene = tuple[Workshop, Follower]
NO_EXAMINER = {"content_version": "2026.11.24"}


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The examination is another process and writes nothing: left out where the same sync is played a hundred times."""
    monkeypatch.setattr("kiosk.publishing.sync.examine", lambda _path: NO_EXAMINER)


def test_whatever_is_killed_all_is_whole_and_the_next_goes_on() -> None:
    """In a process that has no threads, for it forks; 1,000 when run at leisure."""
    command = [sys.executable, "-m", "tests.helpers.killing", os.environ.get("JUSUR_KILLS", "15")]
    answer = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    found = json.loads(answer.stdout or "{}")
    assert found.get("bad") == [], found or answer.stderr
    assert sum(found["hits"].values()) >= 15


@pytest.mark.expects_log
@pytest.mark.usefixtures("quick")
def test_a_flipped_bit_is_found_or_harmless_wherever_it_is(edited: Scene) -> None:
    """Of the database every bit counts; of the small files, what is shown stays whole."""
    _, kiosk = edited
    good, chance = kiosk.shows, random.Random(3)
    database = kiosk.installation.start()
    assert database is not None
    small = [path for path in kiosk.state.iterdir() if path.is_file() and path.stat().st_size]
    for path in [database] * 60 + small * 15:
        data = path.read_bytes()
        place = chance.randrange(len(data))
        path.write_bytes(data[:place] + bytes([data[place] ^ (1 << chance.randrange(8))]) + data[place + 1 :])
        assert kiosk.shows == ("" if path == database else good)
        path.write_bytes(data)
    assert kiosk.shows == good


@pytest.mark.expects_log
def test_a_folder_that_cannot_be_written_still_shows(edited: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop, kiosk = edited
    good = kiosk.shows

    def read_only(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("kiosk.publishing.disk.replaced_atomically", read_only)
    with pytest.raises(StorageError, match="the file system is read-only"):
        kiosk.sync(workshop.repository.folder)
    assert kiosk.shows == good


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
        assert store.content_version == "2026.11.24"
