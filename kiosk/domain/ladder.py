"""The take-away ladder: what is offered first, and how much of it a code has room for. No code is ever too dense to be read."""

from collections.abc import Iterable

from kiosk.domain.takeaway import CODE_CAPACITY, Takeaway, TakeawayKind

RUNGS = (
    TakeawayKind.CHECKLIST,
    TakeawayKind.TEXT,
    TakeawayKind.EVENT,
    TakeawayKind.TELEPHONE,
    TakeawayKind.CONTACT,
    TakeawayKind.PLACE,
    TakeawayKind.WIFI,
    TakeawayKind.WEBSITE,
)
"""What needs nothing but the telephone comes first; an address, which needs the internet, comes after the way into it."""
_PART_MARK = " ({number}/{count})"


def fits(payload: str) -> bool:
    """Whether one code holds it."""
    return _size(payload) <= CODE_CAPACITY


def fitting_codes(*texts: str) -> tuple[str, ...]:
    """The fullest text that fits one code, else the shortest over as many numbered codes as it needs.

    Args:
        texts: the same thing said ever more shortly.
    """
    return next(((text,) for text in texts if fits(text)), numbered_parts(texts[-1]))


def ladder(takeaways: Iterable[Takeaway]) -> tuple[Takeaway, ...]:
    """Take-aways in the order they are offered, each once; the way into the internet only where an address needs it."""
    found = {(t.kind, tuple(t.codes.values())): t for t in takeaways if all(map(fits, _codes(t)))}
    addresses = any(t.kind is TakeawayKind.WEBSITE for t in found.values())
    kept = (t for t in found.values() if addresses or t.kind is not TakeawayKind.WIFI)
    return tuple(sorted(kept, key=lambda takeaway: RUNGS.index(takeaway.kind)))


def _codes(takeaway: Takeaway) -> Iterable[str]:
    return (code for codes in takeaway.codes.values() for code in codes)


def _size(text: str) -> int:
    return len(text.encode())


def numbered_parts(text: str) -> tuple[str, ...]:
    """Text cut at line ends, else at words, into parts that each fit a code; several parts are numbered."""
    if fits(text):
        return (text,)
    room = CODE_CAPACITY - len(_PART_MARK)
    parts: list[str] = []
    for line in text.split("\n"):
        for piece in _fitting_pieces(line, room):
            if parts and _size(f"{parts[-1]}\n{piece}") <= room:
                parts[-1] = f"{parts[-1]}\n{piece}"
            else:
                parts.append(piece)
    return tuple(part + _PART_MARK.format(number=n, count=len(parts)) for n, part in enumerate(parts, 1))


def _fitting_pieces(line: str, room: int) -> list[str]:
    pieces = [""]
    for word in line.split(" "):
        for bit in _cut(word, room):
            joined = f"{pieces[-1]} {bit}".strip()
            if _size(joined) <= room:
                pieces[-1] = joined
            else:
                pieces.append(bit)
    return [piece for piece in pieces if piece]


def _cut(word: str, room: int) -> Iterable[str]:
    """A word as it is, or in pieces when it alone is over a code's room."""
    step = len(word) if _size(word) <= room else room // 4
    return (word[start : start + step] for start in range(0, len(word), step)) if word else ()
