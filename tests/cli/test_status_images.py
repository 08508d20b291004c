"""Pictures given to `kiosk status read` that are no photographs of a status code."""

import json
import struct
import zlib
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.errors import StaffError
from kiosk.staff.status import STATUS_PREFIX, verified


def png(width: int, height: int, packed: bytes = zlib.compress(b"")) -> bytes:
    """The beginning of a picture of a size."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    data = b"IDAT" + packed
    parts = (struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part)) for part in (head, data, b"IEND"))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


MORE_TO_COME = png(8, 8, zlib.compress(b"\0\0" * 8)[:4])[:-12] + b"\0\0\0\4[[[[0123456789"


@pytest.mark.parametrize("data", [png(30_000, 30_000), png(8, 8), b"", b"\x89PNG\r\n\x1a\n", b"<svg/>", MORE_TO_COME])
def test_a_picture_that_cannot_be_read_is_refused_by_name(tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes) -> None:
    picture, key = tmp_path / "bomb.png", tmp_path / "fleet"
    picture.write_bytes(data)
    assert main(["staff", "init", "--key", str(key), "--config", str(config(tmp_path))]) == 0
    capsys.readouterr()
    assert main(["status", "read", str(picture), "--key", str(key), "--json"]) == 1
    (refused,) = json.loads(capsys.readouterr().out)["refused"]
    assert refused["image"] == str(picture)


def config(folder: Path) -> Path:
    path = folder / "kiosk.toml"
    path.write_text(f'state = "{folder / "state"}"\n', encoding="utf-8")
    return path


ODD = ("", "[", "[" * 100_000, "1", "[1,2,3,4,5,6,Infinity,8,9]", '["k",1,1,1,1,1,NaN,1,1]', "{}", "null")


@pytest.mark.parametrize("body", ODD, ids=range(len(ODD)))
def test_a_code_that_says_something_odd_is_no_status(body: str) -> None:
    with pytest.raises(StaffError):
        verified(f"{STATUS_PREFIX}{'A' * 86}{body}", b"\0" * 32)
