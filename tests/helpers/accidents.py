"""What happens to a file of a kiosk: it is damaged, taken away, given to another, or the disk takes nothing more."""

import ctypes
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

import apsw

ACCOUNT = 65_534
"""An account that is not the kiosk's."""
_ACCESS = 0b1110
"""Capabilities (capabilities(7)) by which root reads and writes whatever a file says: DAC_OVERRIDE, DAC_READ_SEARCH, FOWNER."""
_VERSION = 0x20080522


@contextmanager
def kiosk_account() -> Iterator[Path]:
    """A folder of the kiosk's, where rights mean what they say, for root too."""
    folder = Path(mkdtemp(prefix="jusur-account-"))
    before = _capabilities()
    _set_effective(before[0] & ~_ACCESS)
    try:
        yield folder
    finally:
        _set_effective(before[0])
        shutil.rmtree(folder, onerror=_make_mine)


def _make_mine(act: Callable[[str], object], path: str, _error: object) -> None:
    for each in (Path(path).parent, Path(path)):
        each.chmod(0o700)
    act(path)


def _capabilities() -> "ctypes.Array[ctypes.c_uint32]":
    """Of this thread: effective, permitted and inheritable, twice."""
    found = (ctypes.c_uint32 * 6)()
    ctypes.CDLL(None).capget((ctypes.c_uint32 * 2)(_VERSION, 0), found)
    return found


def _set_effective(mask: int) -> None:
    wanted = _capabilities()
    wanted[0] = mask
    ctypes.CDLL(None).capset((ctypes.c_uint32 * 2)(_VERSION, 0), wanted)


def _damaged(path: Path) -> None:
    path.write_bytes(b"\0" * path.stat().st_size)


def _cut_short(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _gone(path: Path) -> None:
    path.unlink()


def _folder_gone(path: Path) -> None:
    shutil.rmtree(path.parent)


def _unreadable(path: Path) -> None:
    path.chmod(0)


def _read_only(path: Path) -> None:
    path.chmod(0o400)
    path.parent.chmod(0o500)


def _of_another(path: Path) -> None:
    path.chmod(0o600)
    os.chown(path, ACCOUNT, ACCOUNT)


def _all_of_another(path: Path) -> None:
    path.parent.chmod(0o755)
    for each in (path.parent, *path.parent.iterdir()):
        os.chown(each, ACCOUNT, ACCOUNT)


ACCIDENTS: dict[str, Callable[[Path], None]] = {
    "damaged": _damaged,
    "cut short": _cut_short,
    "gone": _gone,
    "folder gone": _folder_gone,
    "unreadable": _unreadable,
    "read-only": _read_only,
}
if os.geteuid() == 0:
    ACCIDENTS |= {"of another": _of_another, "all of another": _all_of_another}


class FullDisk(apsw.VFS):
    """SQLite's way to the disk, on which there is no room while it is `full`."""

    def __init__(self) -> None:
        super().__init__("full-disk", base="unix", makedefault=True)
        self.full = False

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:  # noqa: N802 - SQLite's name
        return _File(self, name, flags)


class _File(apsw.VFSFile):
    def __init__(self, disk: FullDisk, name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        super().__init__("unix", name, flags)
        self._disk = disk

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 - SQLite's name
        if self._disk.full:
            raise apsw.FullError
        super().xWrite(data, offset)
