"""Databases in few bytes: compressed whole, or as a patch from an older one; what comes out is the same to the last bit."""

import hashlib
import math
from collections.abc import Iterator
from pathlib import Path

from backports.zstd import CompressionParameter, DecompressionParameter, ZstdDecompressor, ZstdDict, ZstdError, compress

from kiosk.errors import VerificationError

LEVEL = 9
"""Of Zstandard; 19 takes fifty times as long for a tenth less."""
CHUNK = 1 << 20
SMALLEST_WINDOW, LARGEST_WINDOW = 20, 31
"""As powers of two."""


def _window(size: int) -> int:
    return min(LARGEST_WINDOW, max(SMALLEST_WINDOW, math.ceil(math.log2(size + 1))))


def pack(new: bytes, base: bytes | None = None) -> bytes:
    """Compress bytes, alone or as what they are beside older ones."""
    options: dict[int, int] = {
        CompressionParameter.compression_level: LEVEL,
        CompressionParameter.enable_long_distance_matching: 1,
        CompressionParameter.window_log: _window(len(new) + len(base or b"")),
    }
    return compress(new, options=options, zstd_dict=ZstdDict(base, is_raw=True).as_prefix if base else None)


def unpack(packed: Path, target: Path, sha256: str, size: int, base: bytes | None = None) -> None:
    """Write what was packed.

    Args:
        packed: the compressed bytes.
        target: the file to write.
        sha256: of what must come out.
        size: how many bytes must come out; no more than these are ever written.
        base: the older bytes, when it is a patch.

    Raises:
        VerificationError: something else comes out; `target` may hold a part of it.
        OSError: the disk is full or fails.
    """
    digest, written = hashlib.sha256(), 0
    options: dict[int, int] = {DecompressionParameter.window_log_max: _window(size + len(base or b""))}
    dictionary = ZstdDict(base, is_raw=True).as_prefix if base else None
    try:
        with target.open("wb") as file:
            for chunk in _chunks(packed, ZstdDecompressor(dictionary, options)):
                written += len(chunk)
                if written > size:
                    break
                digest.update(chunk)
                file.write(chunk)
    except (ZstdError, EOFError) as error:
        message = f"the packed database cannot be unpacked ({error}); nothing of it is used"
        raise VerificationError(message) from error
    if written != size or digest.hexdigest() != sha256:
        message = "the unpacked database is not the signed one; nothing of it is used"
        raise VerificationError(message)


def _chunks(packed: Path, machine: ZstdDecompressor) -> Iterator[bytes]:
    with packed.open("rb") as file:
        while not machine.eof:
            given = b""
            if machine.needs_input:
                given = file.read(CHUNK)
                if not given:
                    message = "it ends too early"
                    raise EOFError(message)
            yield machine.decompress(given, CHUNK)
