"""Films without an encoder: each picture is a WebP, which is a key frame of VP8, laid into WebM by hand. Nobody is seen signing."""

import struct
from io import BytesIO

from PIL import Image

CAPTIONS = "WEBVTT\n\n1\n00:00:00.000 --> 00:00:02.000\n{first}\n\n00:00:02.000 --> 00:00:04.000\n{second}\n"


def _element(name: str, *parts: bytes) -> bytes:
    data = b"".join(parts)
    return bytes.fromhex(name) + (len(data) | 1 << 56).to_bytes(8, "big") + data


def _frame(width: int, height: int, grey: int) -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, height), (grey, grey, grey)).save(out, "WEBP", quality=30)
    data = out.getvalue()
    at = data.index(b"VP8 ")
    (size,) = struct.unpack_from("<I", data, at + 4)
    return data[at + 8 : at + 8 + size]


def film(seconds: float = 4.0, width: int = 640, height: int = 480, codec: str = "V_VP8") -> bytes:
    """Greys that grow lighter, five a second."""
    count = max(1, int(seconds * 5))
    step = round(1000 * seconds / count)
    greys = [_frame(width, height, grey) for grey in range(0, 250, 50)]
    blocks = [_element("a3", b"\x81" + struct.pack(">hB", n * step, 0x80) + greys[n % 5]) for n in range(min(count, 30))]
    video = _element("e0", _element("b0", struct.pack(">H", width)), _element("ba", struct.pack(">H", height)))
    kept = (_element("d7", b"\x01"), _element("73c5", b"\x01"), _element("83", b"\x01"), _element("86", codec.encode()), video)
    info = _element(
        "1549a966", _element("2ad7b1", struct.pack(">I", 1_000_000)), _element("4489", struct.pack(">d", 1000.0 * seconds))
    )
    head = _element("1a45dfa3", _element("4282", b"webm"))
    tracks = _element("1654ae6b", _element("ae", *kept))
    return head + _element("18538067", info, tracks, _element("1f43b675", _element("e7", b"\x00"), *blocks))
