"""The serial number of an Ogg stream, which libogg's users draw by chance: fixed, the same sound is the same bytes."""

import struct

SERIAL = 1
_MAGIC = b"OggS"
_HEAD = 27
_SERIAL_AT, _SUM_AT = 14, 22


def _table() -> tuple[int, ...]:
    """Of the check sum that RFC 3533 gives pages: polynomial 0x04C11DB7, highest bit first, begun at 0."""
    found = []
    for byte in range(256):
        value = byte << 24
        for _ in range(8):
            value = (value << 1 ^ (0x04C11DB7 if value & 0x80000000 else 0)) & 0xFFFFFFFF
        found.append(value)
    return tuple(found)


_SUMS = _table()


def with_fixed_serial(stream: bytes) -> bytes:
    """The same stream under one serial number, with the check sums of its pages made anew.

    Raises:
        ValueError: it is not made of whole Ogg pages.
    """
    fixed = bytearray(stream)
    at = 0
    while at < len(fixed):
        if fixed[at : at + 4] != _MAGIC or at + _HEAD > len(fixed):
            message = f"no Ogg page at byte {at}"
            raise ValueError(message)
        segments = fixed[at + _HEAD - 1]
        end = at + _HEAD + segments + sum(fixed[at + _HEAD : at + _HEAD + segments])
        struct.pack_into("<I", fixed, at + _SERIAL_AT, SERIAL)
        struct.pack_into("<I", fixed, at + _SUM_AT, 0)
        value = 0
        for byte in fixed[at:end]:
            value = (value << 8 & 0xFFFFFFFF) ^ _SUMS[value >> 24 ^ byte]
        struct.pack_into("<I", fixed, at + _SUM_AT, value)
        at = end
    return bytes(fixed)
