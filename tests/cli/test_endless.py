"""Files without an end, or larger than any of ours: one line, and no memory taken for them."""

import os
import resource
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.disk.files import LARGEST, contents_of

ROOM = 1 << 30
"""Bytes of memory beyond those in use that a test may take."""


@pytest.fixture(autouse=True)
def little_memory() -> Iterator[None]:
    """So that a test fails here, and does not take the machine's memory."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + ROOM, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_AS, before)


@pytest.fixture(params=["device", "huge"])
def endless(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "device":
        return Path("/dev/zero")
    with (tmp_path / "huge").open("wb") as file:
        file.truncate(1 << 42)
    return tmp_path / "huge"


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("config show --config {}", 3),
        ("config check {}", 3),
        ("content check {}", 4),
        ("content import {} --format xlsx --dry-run", 4),
        ("content import {} --format cpsv-ap --dry-run", 4),
        ("repo pending . {}", 11),
        ("staff rescue 12345678 --kiosk k1 --key {}", 9),
        ("sync . --root {} --state {folder}", 12),
        ("mode show --config {}", 3),
    ],
)
def test_what_has_no_end_is_not_read_to_it(
    endless: Path, tmp_path: Path, line: str, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(line.replace("{folder}", str(tmp_path / "state")).format(endless).split()) == status
    assert "not enough memory" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("content diff {content} {}", 14),
        ("content diff {} {content}", 14),
        ("content import {} --format xlsx --dry-run", 4),
        ("content import {} --format cpsv-ap --dry-run", 4),
        ("content check {}", 4),
        ("config check {}", 3),
        ("mode show --config {}", 3),
        ("staff rescue 12345678 --kiosk k1 --key {}", 9),
    ],
)
def test_a_pipe_into_which_nobody_writes_is_refused_at_once(
    tmp_path: Path, content: Path, line: str, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe = tmp_path / "pipe.ttl"
    os.mkfifo(pipe)
    assert main(line.replace("{content}", str(content)).format(pipe).split()) == status
    assert str(pipe) in "".join(capsys.readouterr())


def test_a_pipe_is_waited_for_where_somebody_writes_into_it() -> None:
    with subprocess.Popen(["/bin/sh", "-c", "read go; echo written"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as writer:
        assert writer.stdin is not None and writer.stdout is not None
        with ThreadPoolExecutor() as pool:
            read = pool.submit(contents_of, Path(f"/dev/fd/{writer.stdout.fileno()}"))
            writer.stdin.write(b"go\n")
            writer.stdin.flush()
            assert read.result() == b"written\n"


def test_a_file_of_the_largest_size_is_read_and_one_larger_is_not(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x" * 100)
    assert contents_of(path, 100) == b"x" * 100
    with pytest.raises(OSError, match="File too large"):
        contents_of(path, 99)
    assert LARGEST < ROOM
