"""Counts reach the disk beside the window; rare words never do; a disk that fails costs one line."""

import os
import signal
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.config import ROOT
from kiosk.counters.counter_file import NAME, CounterFile, read_counters
from kiosk.counters.keeper import CounterKeeper
from kiosk.domain.counters import Bucket, Counted

TODAY = date(2027, 5, 18)
VISIT = Bucket(Counted.VISIT, "2027-05-18T11", "whole", "fr")
SHOWN = Bucket(Counted.ITEM, "2027-05-18T11", "whole", "fr", "pavilion:k9")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / NAME


def test_counts_add_up_over_restarts(path: Path) -> None:
    for _ in range(3):
        keeper = CounterKeeper(path, 90, 5)
        keeper.keep({VISIT: 2, SHOWN: 1}, [], TODAY)
        keeper.keep({VISIT: 1}, [], TODAY)
        keeper.close()
    assert read_counters(path.parent, TODAY, 90, 5) == ({VISIT: 9, SHOWN: 3}, {})
    assert path.stat().st_mode & 0o777 == 0o600


def test_where_nothing_was_counted_there_is_nothing_to_read(path: Path) -> None:
    assert read_counters(path.parent, TODAY, 90, 5) == ({}, {})
    assert not path.exists()


def test_a_kiosk_that_keeps_nothing_writes_nothing(path: Path) -> None:
    keeper = CounterKeeper(path, 0, 5)
    keeper.keep({VISIT: 2}, [frozenset({"lune"})] * 9, TODAY)
    keeper.close()
    assert not path.exists()


def test_what_is_too_old_is_dropped_and_overwritten(path: Path) -> None:
    file = CounterFile(path, 2, 3)
    file.add({VISIT: 4, SHOWN: 1}, [frozenset({"grenouille"})] * 3, TODAY)
    assert b"grenouille" in path.read_bytes()
    file.add({}, [], TODAY + timedelta(days=1))
    assert file.counts(TODAY + timedelta(days=1)) == {VISIT: 4, SHOWN: 1}
    file.add({}, [], TODAY + timedelta(days=2))
    assert file.counts(TODAY + timedelta(days=2)) == {}
    assert file.words(TODAY + timedelta(days=2)) == {}
    file.close()
    assert not [word for word in (b"grenouille", b"pavilion:k9") if word in path.read_bytes()]


def test_what_is_too_old_is_not_told_even_before_it_is_dropped(path: Path) -> None:
    file = CounterFile(path, 90, 3)
    file.add({VISIT: 4}, [], TODAY)
    file.close()
    assert read_counters(path.parent, TODAY + timedelta(days=90), 90, 3) == ({}, {})


def test_a_rare_word_never_stands_on_the_disk(path: Path) -> None:
    file = CounterFile(path, 90, 5)
    for _ in range(4):
        file.add({VISIT: 1}, [frozenset({"grenouille"})], TODAY)
    everything = b"".join(one.read_bytes() for one in path.parent.iterdir())
    assert b"grenouille" not in everything
    file.add({}, [frozenset({"grenouille"})], TODAY)
    assert file.words(TODAY) == {"grenouille": 5}
    file.add({}, [frozenset({"grenouille", "triton"})], TODAY + timedelta(days=1))
    assert file.words(TODAY + timedelta(days=1)) == {"grenouille": 6}
    file.close()


def test_a_word_that_has_become_rare_is_dropped_whole(path: Path) -> None:
    file = CounterFile(path, 2, 3)
    file.add({}, [frozenset({"grenouille"})] * 3, TODAY)
    file.add({}, [frozenset({"grenouille"})], TODAY + timedelta(days=1))
    file.add({}, [], TODAY + timedelta(days=2))
    file.close()
    assert b"grenouille" not in path.read_bytes()


@pytest.mark.expects_log
def test_a_failing_disk_is_one_line_and_nothing_is_lost(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "state").write_text("a file where a folder should be")
    keeper = CounterKeeper(tmp_path / "state" / NAME, 90, 5)
    for _ in range(3):
        keeper.keep({VISIT: 1}, [], TODAY)
    keeper.settle()
    (tmp_path / "state").unlink()
    keeper.keep({VISIT: 1}, [], TODAY)
    keeper.close()
    assert read_counters(tmp_path / "state", TODAY, 90, 5) == ({VISIT: 4}, {})
    assert len(caplog.records) == 1


@pytest.mark.expects_log
@pytest.mark.parametrize("damage", [b"", b"not a database", b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_damaged_file_is_kept_aside(path: Path, damage: bytes) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(damage)
    keeper = CounterKeeper(path, 90, 5)
    keeper.keep({VISIT: 1}, [], TODAY)
    keeper.close()
    assert read_counters(path.parent, TODAY, 90, 5) == ({VISIT: 1}, {})


COUNTING = """
import sys
from datetime import date
from pathlib import Path
from kiosk.counters.counter_file import CounterFile
from kiosk.domain.counters import Bucket, Counted
file = CounterFile(Path(sys.argv[1]), 90, 5)
while True:
    for counted in Counted:
        file.add({Bucket(counted, "2027-05-18T11", "whole", "fr"): 1}, [], date(2027, 5, 18))
        print(1, flush=True)
"""


def test_a_power_cut_loses_nothing_that_was_written(path: Path) -> None:
    written = 0
    for _ in range(int(os.environ.get("JUSUR_KILLS", "5"))):
        process = subprocess.Popen([sys.executable, "-c", COUNTING, str(path)], cwd=ROOT, stdout=subprocess.PIPE)
        told = [process.stdout.readline() for _ in range(3)]
        process.send_signal(signal.SIGKILL)
        written += len(told) + len(process.stdout.read().split())
        process.wait()
        process.stdout.close()
        counts, _ = read_counters(path.parent, TODAY, 90, 5)
        assert written <= sum(counts.values()) <= written + 1
        written = sum(counts.values())
