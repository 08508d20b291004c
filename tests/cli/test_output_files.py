"""Where output goes: files are replaced in one step, links stay, devices and pipes are written to."""

import os
import stat
import threading
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.cli.output_files import kept_file, output_file
from kiosk.disk.files import replaced_atomically
from kiosk.errors import StorageError


def written(path: Path, text: str = "new") -> None:
    with output_file(path) as fresh:
        fresh.write_text(text, encoding="utf-8")


def test_a_link_stays_and_its_target_is_replaced(tmp_path: Path) -> None:
    target, link = tmp_path / "folder" / "target.svg", tmp_path / "link.svg"
    target.parent.mkdir()
    target.write_text("old", encoding="utf-8")
    link.symlink_to(target)
    written(link)
    assert (link.is_symlink(), target.read_text(encoding="utf-8")) == (True, "new")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["folder", "link.svg", "target.svg"]


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_text(encoding="utf-8")))
    reader.start()
    written(pipe)
    reader.join()
    assert (read, stat.S_ISFIFO(pipe.stat().st_mode)) == (["new"], True)


def test_a_device_stays_a_device() -> None:
    assert main(["guide", "draw", "cnie", "--out", "/dev/null"]) == 0
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_a_failure_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(ZeroDivisionError), output_file(path) as fresh:
        fresh.write_text("half", encoding="utf-8")
        raise ZeroDivisionError
    assert path.read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("name", ["", "none/x", "x" * 300])
def test_what_cannot_be_written_is_named_with_its_mend(tmp_path: Path, name: str) -> None:
    with pytest.raises(StorageError, match=r"cannot be written .*; name a file"):
        written(tmp_path / name)


def test_a_file_that_is_kept_is_an_ordinary_one(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "ledger.json")
    assert kept_file(link) == tmp_path / "ledger.json"
    for path in (Path("/dev/null"), tmp_path):
        with pytest.raises(StorageError, match="is no ordinary file"):
            kept_file(path)


def test_nothing_but_an_ordinary_file_is_ever_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="No ordinary file"), replaced_atomically(pipe) as fresh:
        fresh.touch()
    for line in ("repo publish . --keys . --pending {}", "repo rotate-key . root --keys . --into . --pending {}"):
        assert main(line.format(pipe).split()) == StorageError.exit_status
    assert stat.S_ISFIFO(pipe.stat().st_mode)
