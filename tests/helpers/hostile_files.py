"""Files, folders, devices and links that are not what a command expects, and ways to spoil those that are."""

import contextlib
import os
import random
import shutil
import socket
from pathlib import Path

TOKENS = (
    b"[" * 20_000, b"{" * 5_000, b"9" * 5_000, b"x" * 100_000, b"", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", "\u202e".encode(),
    b"2026-02-30", b"0000-00-00", b"9999-12-31", b"-1", b"1e999", b"Infinity", b"NaN", b"null", b"true", b'"\\ud800"', b"'''",
    "ﻻ".encode(), b"..", b"/", b"\r\n", b"&a [*a]", b"!!python/object/apply:os.system ['true']", b"<!DOCTYPE x>", b"%",
    b"0x10", b"0o17", b"1_000", b"12:30:45", b"1e308", b"9223372036854775808", b"~", b"? [a]: b\n", b"<<: *x\n", b"\x85",
    b"\x1b[2J", "٣".encode(), "\u200b".encode(), "\u2066".encode(), "\U000e0041".encode(), b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80", b"- " * 3_000,
)  # fmt: skip
CONTAINED = not os.access("/", os.W_OK)
"""Whether nothing of the machine can be harmed from here: an ordinary account, or / mounted read-only."""
_HUGE = 1 << 42
"""Bytes of a file that no memory holds; it takes no room on the disk."""


def hostile_paths(folder: Path) -> list[str]:
    """Paths that are not what a command expects."""
    folder.mkdir(exist_ok=True)
    (folder / "empty").write_bytes(b"")
    (folder / "binary").write_bytes(bytes(range(256)) * 40)
    (folder / "text").write_text("- [a: {b\n", encoding="utf-8")
    (folder / "utf16").write_text('name = "hall-1"\nkind: x\n', encoding="utf-16")
    (folder / "nest.json").write_bytes(b"[" * 100_000)
    with (folder / "huge").open("wb") as file:
        file.truncate(_HUGE)
    for name, to in (("dangling", "nowhere"), ("circle", "circle"), ("folder.db", "."), ("to-null", "/dev/null")):
        with contextlib.suppress(FileExistsError):
            (folder / name).symlink_to(folder / to)
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(folder / "socket"))
    names = ("empty", "binary", "text", "utf16", "nest.json", "huge", "dangling", "circle", "folder.db", "to-null", "socket")
    names += ("none", "none/none", "empty/below", "x" * 300, "y/" * 3000, "a\nb", "~", "nom é.xlsx", "rtl\u202e.txt", "-rf", "*")
    devices = ("/dev/null", "/dev/zero", "/dev/full", "/dev/stdin", "/proc/self/mem", "/proc/self/environ", "/proc", "/sys", "/")
    return [
        *(str(folder / name) for name in names),
        str(folder),
        "",
        *(devices if CONTAINED else ("/dev/null",)),
        "a\0b",
        "\udcff",
        "-",
        "~",
        "file:///etc/passwd",
    ]


def spoiled(chance: random.Random, data: bytes) -> bytes:
    """Bytes with something else in a place."""
    begin = chance.randrange(len(data) + 1)
    end = min(len(data), begin + chance.choice((1, 4, 40, 4096)))
    how = chance.randrange(6)
    if how == 0:
        return data[:begin]
    if how == 1:
        return data[:begin] + bytes(chance.randrange(256) for _ in range(end - begin)) + data[end:]
    if how == 2 and any(48 <= byte < 58 for byte in data):
        places = [place for place, byte in enumerate(data) if 48 <= byte < 58]
        place = chance.choice(places)
        return data[:place] + chance.choice(TOKENS) + data[place + 1 :]
    if how == 3:
        return _encoded(chance, data)
    return data[:begin] + chance.choice(TOKENS) + data[begin if how == 4 else end :]


def _encoded(chance: random.Random, data: bytes) -> bytes:
    """As another editor, mail program or operating system leaves it."""
    text = data.decode("utf-8", "surrogateescape")
    how = chance.randrange(7)
    if how < 3:
        return text.encode(("utf-8-sig", "utf-16", "cp1256")[how], "ignore")
    return (data.replace(b"\n", b"\r\n"), data.replace(b"\n", b"\r"), data + data, text.upper().encode("utf-8", "ignore"))[how - 3]


def entangled(chance: random.Random, folder: Path) -> None:
    """Something in a folder that is not of its kind, or one of its files as something else."""
    inside = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()]
    places = sorted({path.parent for path in inside} | {folder})
    place = chance.choice(places)
    victim = chance.choice(inside) if inside else place / "new.yaml"
    if inside and chance.random() < 0.5:
        _changed(chance, victim, inside)
    else:
        chance.choice(_ADDED)(chance, place, victim)


def _changed(chance: random.Random, victim: Path, inside: list[Path]) -> None:
    """A file that is not there any more, or is something else."""
    how, data = chance.randrange(5), chance.choice(inside).read_bytes()
    victim.unlink()
    if how == 1:
        victim.mkdir()
    elif how == 2:
        _put(victim, chance.choice(("/etc/passwd", "/dev/null", "nowhere", victim.name, "/")))
    elif how == 3:
        victim.write_bytes(data)
    elif how == 4:
        with victim.open("wb") as file:
            file.truncate(_HUGE if chance.random() < 0.3 else 0)


def _link(chance: random.Random, place: Path, victim: Path) -> None:
    name = f"new{victim.suffix}"
    _put(place / name, chance.choice(("/etc/passwd", "/dev/null", "nowhere", name, "/", "..")))


def _no_text(_chance: random.Random, place: Path, victim: Path) -> None:
    with contextlib.suppress(OSError):
        Path(os.fsdecode(os.fsencode(place) + b"/\xff" + os.fsencode(victim.suffix))).write_bytes(b"x")


def _odd_name(chance: random.Random, place: Path, victim: Path) -> None:
    name = chance.choice(("a" * 200, "ب", "x y", "CON", "~$x", "-x", "\nx", "Ω"))
    (place / f"{name}{victim.suffix}").write_bytes(b"x")


def _copy(_chance: random.Random, place: Path, victim: Path) -> None:
    with contextlib.suppress(OSError):
        shutil.copyfile(victim, place / f"{victim.stem} - Copie{victim.suffix}")


def _folder(_chance: random.Random, place: Path, victim: Path) -> None:
    (place / f"new{victim.suffix}").mkdir(exist_ok=True)


def _sidecar(_chance: random.Random, place: Path, victim: Path) -> None:
    (place / f"._{victim.name}").write_bytes(b"\0\x05\x16\x07")


_ADDED = (_link, _no_text, _odd_name, _copy, _folder, _sidecar)
"""What an editor, another system or an attacker puts beside a file."""


def _put(link: Path, to: str) -> None:
    with contextlib.suppress(FileExistsError):
        link.symlink_to(to)
