"""Films in sign language: what a WebM file says of itself, and captions in WebVTT.

Only what is needed to refuse a file that a kiosk would not play: length, size of the picture, and how both are coded.
"""

import re
import struct
from collections.abc import Iterator
from typing import NamedTuple

from kiosk.domain.item import Caption


class FilmFacts(NamedTuple):
    """What a WebM file says of itself."""

    seconds: float
    width: int
    height: int
    codecs: frozenset[str]


_SEGMENT, _INFO, _SCALE, _DURATION = 0x18538067, 0x1549A966, 0x2AD7B1, 0x4489
_TRACKS, _TRACK, _CODEC, _VIDEO, _WIDTH, _HEIGHT = 0x1654AE6B, 0xAE, 0x86, 0xE0, 0xB0, 0xBA
_HOLDS_OTHERS = frozenset({_SEGMENT, _INFO, _TRACKS, _TRACK, _VIDEO})
_HEADER = b"\x1a\x45\xdf\xa3"
_NANOSECONDS = 1e9


def _number(data: bytes, at: int, *, marked: bool) -> tuple[int, int]:
    """A number of variable length and where it ends; `marked` keeps the bit that tells the length, as identifiers have it."""
    first = data[at]
    length = 9 - first.bit_length()
    value = int.from_bytes(data[at : at + length], "big")
    if length > 8 or at + length > len(data):
        raise IndexError(at)
    return (value if marked else value & (1 << 7 * length) - 1), at + length


def _elements(data: bytes, at: int, end: int) -> Iterator[tuple[int, bytes]]:
    """Elements in order, those inside others too; one whose size is not known ends with what holds it."""
    while at < end:
        name, at = _number(data, at, marked=True)
        start = at
        size, at = _number(data, at, marked=False)
        unknown = size == (1 << 7 * (at - start)) - 1
        stop = end if unknown else min(end, at + size)
        if name in _HOLDS_OTHERS:
            yield from _elements(data, at, stop)
        elif stop - at <= 64:
            yield name, data[at:stop]
        at = stop


def film_facts(data: bytes) -> FilmFacts:
    """What a WebM file says of itself.

    Raises:
        ValueError: it is none, or says nothing of its length or picture.
    """
    try:
        found = list(_elements(data, 0, len(data))) if data.startswith(_HEADER) else []
    except (IndexError, RecursionError) as error:
        message = "it is no WebM file"
        raise ValueError(message) from error
    said: dict[int, bytes] = dict(found)
    if not said:
        message = "it is no WebM file"
        raise ValueError(message)
    if not {_DURATION, _WIDTH, _HEIGHT} <= said.keys() or len(said[_DURATION]) not in {4, 8}:
        message = "it does not say how long it is, or how large"
        raise ValueError(message)
    (ticks,) = struct.unpack(">f" if len(said[_DURATION]) == 4 else ">d", said[_DURATION])
    scale = int.from_bytes(said.get(_SCALE, b"\x0f\x42\x40"), "big")
    codecs = frozenset(value.rstrip(b"\0").decode("ascii", "replace") for name, value in found if name == _CODEC)
    return FilmFacts(
        ticks * scale / _NANOSECONDS, int.from_bytes(said[_WIDTH], "big"), int.from_bytes(said[_HEIGHT], "big"), codecs
    )


_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d\.\d{3})"
_TIMES = re.compile(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t].*)?")


def captions_of(text: str) -> tuple[Caption, ...]:
    """The captions of a WebVTT file, in order.

    Raises:
        ValueError: it is none, or a caption is empty, or begins before the one before it has ended.
    """
    head, *blocks = re.split(r"\n{2,}", text.removeprefix("\ufeff").replace("\r\n", "\n").strip())
    if not re.match(r"WEBVTT(?:[ \t\n]|$)", head):
        message = "it does not begin with WEBVTT"
        raise ValueError(message)
    found = list[Caption]()
    for block in blocks:
        lines = block.splitlines()
        at = next((place for place, line in enumerate(lines[:2]) if "-->" in line), None)
        if at is None:
            if re.match(r"(?:NOTE|STYLE|REGION)\b", block):
                continue
            message = f"{lines[0]!r} has no times"
            raise ValueError(message)
        times, told = _TIMES.fullmatch(lines[at].strip()), " ".join(lines[at + 1 :]).strip()
        if times is None or not told:
            message = f"{lines[at]!r} is no time with a text under it"
            raise ValueError(message)
        start, end = _seconds(*times.groups()[:3]), _seconds(*times.groups()[3:])
        if end <= start or (found and start < found[-1].end):
            message = f"{lines[at]!r} does not come after what stands before it"
            raise ValueError(message)
        found.append(Caption(start, end, told))
    if not found:
        message = "it holds no caption"
        raise ValueError(message)
    return tuple(found)


def _seconds(hours: str | None, minutes: str, seconds: str) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + float(seconds)


def caption_at(captions: tuple[Caption, ...], seconds: float) -> str:
    """What is read at a moment of the film; empty between two captions."""
    return next((one.text for one in captions if one.start <= seconds < one.end), "")


LONGEST_FILM, SHORTEST_FILM = 180.0, 3.0
"""Seconds."""
HEAVIEST_FILM = 20_000_000
"""Bytes."""
LEAST_HEIGHT, MOST_PIXELS = 480, 1920 * 1080
"""Hands and face are told apart; a small machine decodes it without a wait."""
CODECS = frozenset({"V_VP8", "V_VP9"})
"""A film in sign language has no sound: whoever hears has the page."""


def film_faults(data: bytes) -> Iterator[tuple[str, str]]:
    """What keeps a film from being shown, each with its mend."""
    if len(data) > HEAVIEST_FILM:
        yield f"has {len(data)} bytes, a film has at most {HEAVIEST_FILM}", "encode it with fewer bits"
    try:
        facts = film_facts(data)
    except ValueError as error:
        yield str(error), "convert it to WebM with VP9"
        return
    if not SHORTEST_FILM <= facts.seconds <= LONGEST_FILM:
        yield f"takes {facts.seconds:g} seconds", f"a film takes {SHORTEST_FILM:g} to {LONGEST_FILM:g} seconds"
    if facts.height < LEAST_HEIGHT or facts.width * facts.height > MOST_PIXELS:
        yield f"has {facts.width}x{facts.height} pixels", f"{LEAST_HEIGHT} lines at least, 1920x1080 at most"
    if not facts.codecs or not facts.codecs <= CODECS:
        yield f"is coded as {', '.join(sorted(facts.codecs)) or 'nothing known'}", "VP8 or VP9, and no sound"
