"""Failing disks, full disks and power failures in the middle of an application update: always one of the two programs."""

import errno
import os
import random
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from kiosk.errors import KioskError, StorageError
from kiosk.publishing.disk import own_disk
from kiosk.software import starter
from tests.helpers.app_kills import spoilt
from tests.helpers.apps import WORKS, Machine, program, published
from tests.helpers.failing_disk import Failing
from tests.helpers.lossy_disk import SPOILT, LossyDisk
from tests.helpers.workshop import Workshop


def quick_run(command: list[str], _folder: Path) -> None:
    """What venv, pip and sync leave on the disk, without their processes: they are played by themselves elsewhere."""
    if "venv" in command:
        site = Path(command[-1]) / "lib/python3.11/site-packages"
        site.mkdir(parents=True)
        (Path(command[-1]) / "bin").mkdir()
        (Path(command[-1]) / "bin/python").symlink_to("/usr/bin/python3")
    elif "install" in command:
        site = Path(command[command.index("--python") + 1]).parents[1] / "lib/python3.11/site-packages"
        for wheel in Path(command[-1]).parent.glob("*.whl"):
            with zipfile.ZipFile(wheel) as archive:
                archive.extractall(site)
    elif command[0] == "sync":
        for path in (*Path(command[-1]).rglob("*"), Path(command[-1])):
            if not path.is_symlink():
                descriptor = os.open(path, os.O_RDONLY)
                os.fsync(descriptor)
                os.close(descriptor)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("kiosk.software.starter.BOOT", tmp_path / "boot")

    def run(command: list[str], folder: Path) -> None:
        with own_disk(folder):
            quick_run(command, folder)

    monkeypatch.setattr("kiosk.software.laying._run", run)


class Desk:
    """A kiosk with a program that works, and another to be brought."""

    def __init__(self, folder: Path) -> None:
        self._workshop, self._held, self._now = Workshop(folder / "workshop"), folder / "held", folder / "now"
        self._boots = 0
        published(self._workshop, "1.0", program(WORKS))
        held = Machine(self._held, self._workshop.root)
        held.install()
        self.old = self.update(held)
        held.programs.has_stood(self.old)
        held.choose()
        held.lay()
        release = published(self._workshop, "1.1", program(WORKS + "# another\n"))
        self.new = release.name_of(release.bundles[0])

    def begin(self) -> Machine:
        shutil.rmtree(self._now, ignore_errors=True)
        shutil.copytree(self._held, self._now, symlinks=True)
        return Machine(self._now, self._workshop.root)

    def _boot(self) -> None:
        """The power has gone, or the machine was started anew: no start before counts."""
        self._boots += 1
        with suppress(OSError):
            starter.BOOT.write_text(f"boot {self._boots}")

    def update(self, machine: Machine) -> str:
        self._boot()
        machine.fetch(self._workshop.repository.folder)
        name = machine.lay().name
        machine.programs.want(name)
        return machine.choose().current

    def faults(self, machine: Machine) -> list[str]:
        self._boot()
        chosen = machine.choose().current
        wrong = [] if chosen in {self.old, self.new} and machine.programs.current == chosen else [f"starts {chosen}"]
        return wrong + [fault for name in machine.programs.complete() for fault in spoilt(machine.folder_of_programs / name)]

    def ends_well(self, machine: Machine) -> list[str]:
        self.update(machine)
        machine.programs.has_stood(self.new)
        chosen = machine.choose().current
        machine.lay()
        left = [str(path) for path in machine.folder.rglob(".*")]
        left += [
            str(path) for path in (machine.folder_of_programs / "incoming", machine.programs.hints / "staging") if path.exists()
        ]
        return ([] if chosen == self.new else [f"the next update brings {chosen}"]) + left + self.faults(machine)


@pytest.fixture
def desk(tmp_path: Path, quick: None) -> Desk:
    return Desk(tmp_path)


def test_a_disk_that_fails_at_any_call_is_named_and_harms_nothing(desk: Desk) -> None:
    """The update goes on when the disk is well; one that was wanted on a disk that failed is wanted again."""
    numbers, every, passed = [errno.ENOSPC, errno.EROFS, errno.EIO], int(os.environ.get("JUSUR_EVERY", "37")), 0
    while True:
        machine = desk.begin()
        failing = Failing(passed, numbers[passed % 3])
        with pytest.MonkeyPatch.context() as patch, suppress(StorageError):
            failing.around(patch)
            desk.update(machine)
        assert desk.faults(machine) == []
        assert desk.ends_well(machine) == []
        if failing.left >= 0:
            break
        passed += every


WAYS = float(os.environ.get("JUSUR_CUTS", "0.06"))


def test_the_power_may_fail_at_any_moment_whatever_was_not_flushed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each name and each file that no flush made certain is old or new, cut short, zeroes or empty."""
    chance = random.Random(5)
    monkeypatch.setattr("os.fsync", lambda _descriptor: None)
    machine = desk.begin()
    disk = LossyDisk(machine.folder, lambda _path: False)
    with disk.watching():
        desk.update(machine)
    played = 0
    for moment in disk.moments:
        if chance.random() > WAYS:
            continue
        coin = chance.randrange(2**30)
        kept: Callable[[tuple[int, str]], bool] = lambda change, coin=coin: hash((change, coin)) % 2 == 0  # noqa: E731
        for choice in (lambda _change: False, lambda _change: True, kept):
            played += 1
            moment.lay_out(machine.folder, choice, chance.choice(SPOILT))
            assert desk.faults(machine) == []
    assert desk.ends_well(machine) == []
    assert played > 5


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    mount = tmp_path / "small"
    mount.mkdir()
    answer = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "jusur-test", str(mount)], capture_output=True)
    if os.geteuid() != 0 or answer.returncode != 0:
        pytest.skip("a small file system can be mounted by root alone")
    yield mount
    subprocess.run(["umount", str(mount)], check=True)


def test_a_disk_that_is_full_half_way_keeps_the_old(tmp_path: Path, small_disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the real pip; the look for room is left out here: other programs may fill a disk meanwhile."""
    for module in ("fetching", "laying"):
        monkeypatch.setattr(f"kiosk.software.{module}.need_room", lambda *_: None)
    workshop = Workshop(tmp_path / "workshop")
    published(workshop, "1.1", program(WORKS, ballast=random.Random(1).randbytes(600_000)))
    machine = Machine(small_disk / "machine", workshop.root)
    first = machine.install()
    machine.fetch(workshop.repository.folder)
    filler = small_disk / "filler"
    for left in (10_000, 300_000, 700_000):
        filler.write_bytes(b"x" * max(0, shutil.disk_usage(small_disk).free - left))
        with pytest.raises(KioskError, match="free the disk"):
            machine.lay()
        assert machine.choose().current == first
        filler.unlink()
    assert machine.lay().result == "laid"


def test_what_does_not_fit_is_refused_before_anything_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop = Workshop(tmp_path / "workshop")
    published(workshop, "1.1", program(WORKS))
    machine = Machine(tmp_path / "machine", workshop.root)
    monkeypatch.setattr("kiosk.publishing.disk.RESERVE", 10**18)
    with pytest.raises(StorageError, match="free the disk"):
        machine.fetch(workshop.repository.folder)
    assert not list((machine.state / "software").glob("blobs/*/*"))
