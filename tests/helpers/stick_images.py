"""Sticks as files: of each file system, with or without partitions, with any label, and those that nobody made with care."""

import random
import subprocess
from collections.abc import Callable
from pathlib import Path

MEBIBYTE = 1 << 20
SIZE = 48 * MEBIBYTE
SYSTEMS = {"vfat": "mkfs.vfat -F 32", "exfat": "mkfs.exfat", "ntfs": "mkntfs -q -Q -F", "ext4": "mke2fs -q -F -t ext4"}
"""Each kind with what makes it."""
PARTITIONS = {"vfat": ("c", "EBD0A0A2-B9E5-4433-87C0-68B6B72699C7"), "ext4": ("83", "L")}
LAYOUTS = ("whole", "dos", "gpt")
LABELS = {
    "vfat": ("a  'b\" c", "$(reboot)", "../../etc", "%n;`x`\\", "\x7f\n\t\x01"),
    "exfat": ("قرص الزوار", "$(x) & 'y'", "../../etc"),
    "ntfs": ("$(touch /label)", "../../../../etc/systemd", 'قرص "الزوار" ٣'),
    "ext4": ("$(touch /la)", "../../../etc", "قرص ٣", "a'b\"c d\n"),
}
"""Names that are not harmless everywhere."""
_FAT_LABEL = "LABELOFAT32"
"""What is made first, for mkfs.vfat takes no label that is not harmless."""


def stick(path: Path, kind: str, layout: str = "whole", label: str = "", *more: str) -> Path:
    """A stick with one file system, empty.

    Args:
        path: the file.
        kind: of `SYSTEMS`.
        layout: of `LAYOUTS`: without partitions, or with one.
        label: its name.
        more: options for what makes the file system.
    """
    inside = path.with_suffix(".inside") if layout != "whole" else path
    _empty(inside, SIZE)
    named = ["-n", _FAT_LABEL] if kind == "vfat" else ["-L", label]
    _run([*SYSTEMS[kind].split(), *(named if label else []), *more, str(inside)])
    if kind == "vfat" and label:
        own = label.encode()[: len(_FAT_LABEL)].ljust(len(_FAT_LABEL))
        inside.write_bytes(inside.read_bytes().replace(_FAT_LABEL.encode(), own))
    if layout != "whole":
        _empty(path, SIZE + 4 * MEBIBYTE)
        type_of = PARTITIONS.get(kind, ("7", PARTITIONS["vfat"][1]))[layout == "gpt"]
        _run(["sfdisk", "-q", str(path)], f"label: {layout}\nstart=2048, size={SIZE // 512}, type={type_of}\n")
        _write(path, MEBIBYTE, inside.read_bytes())
        inside.unlink()
    return path


def many(path: Path, count: int) -> Path:
    """A stick with many partitions, a small FAT in each."""
    _empty(path, (count * 2 + 4) * MEBIBYTE)
    part = _empty(path.with_suffix(".inside"), 2 * MEBIBYTE)
    _run(["mkfs.vfat", str(part)])
    _run(["sfdisk", "-q", str(path)], "label: gpt\n" + "size=2M\n" * count)
    for number in range(count):
        _write(path, MEBIBYTE * (1 + 2 * number), part.read_bytes())
    return path


def _torn(kind: str) -> Callable[[Path, random.Random], None]:
    """A file system whose beginning is right and what it leads to is noise."""

    def make(path: Path, chance: random.Random) -> None:
        stick(path, kind)
        for _ in range(60):
            _write(path, chance.randrange(8 * 1024, SIZE - 8192), chance.randbytes(chance.choice((512, 4096))))

    return make


def _panics(path: Path, chance: random.Random) -> None:
    """One that asks the kernel to stop the whole machine at the first fault, of which it has many."""
    stick(path, "ext4", "whole", "", "-e", "panic", "-O", "^metadata_csum")
    for place in range(64 * 1024, 6 * MEBIBYTE, 1024):
        if chance.random() < 0.5:
            _write(path, place, chance.randbytes(1024))


def _cut(path: Path, _chance: random.Random) -> None:
    stick(path, "ext4")
    with path.open("r+b") as file:
        file.truncate(SIZE // 3)


def _signature(place: int, data: bytes) -> Callable[[Path, random.Random], None]:
    """What is no file system for a visitor's stick, by the mark it is known by."""

    def make(path: Path, _chance: random.Random) -> None:
        _write(_empty(path, SIZE), place, data)

    return make


def _noise(path: Path, chance: random.Random) -> None:
    path.write_bytes(chance.randbytes(8 * MEBIBYTE))


def _circle(path: Path, _chance: random.Random) -> None:
    """An extended partition that leads to itself."""
    entry = bytes([0, 0, 0, 0, 5, 0, 0, 0]) + (1).to_bytes(4, "little") + (9000).to_bytes(4, "little")
    _empty(path, SIZE)
    for sector in (0, 512):
        _write(path, sector + 446, entry + bytes(48) + b"\x55\xaa")


GARBAGE: dict[str, Callable[[Path, random.Random], None]] = {
    "nothing": _signature(0, b""),
    "noise": _noise,
    **{f"torn {kind}": _torn(kind) for kind in SYSTEMS},
    "panics": _panics,
    "cut short": _cut,
    "swap": lambda path, _chance: _run(["mkswap", "-q", str(_empty(path, SIZE))]),
    "LUKS": _signature(0, b"LUKS\xba\xbe\x00\x01" + bytes(200)),
    "squashfs": _signature(0, b"hsqs" + bytes(24) + b"\x04\x00\x00\x00"),
    "iso9660": _signature(32768, b"\x01CD001\x01" + bytes(100)),
    "partitions in a circle": _circle,
}
"""Each with what makes it."""


def _empty(path: Path, size: int) -> Path:
    with path.open("wb") as file:
        file.truncate(size)
    return path


def _write(path: Path, place: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        file.write(data)


def _run(words: list[str], said: str = "") -> None:
    subprocess.run(words, input=said, text=True, check=True, capture_output=True)
