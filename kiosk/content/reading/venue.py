"""The plan of the venue, put together from its rows."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from kiosk.content.reading.reader import Reader, Value, refusing_bad_rows
from kiosk.domain.language import LocalizedText
from kiosk.domain.venue.plan import Hall, Path, Point, Spot, SpotKind, Venue

_Rows = Sequence[tuple[Value, ...]]


class VenueParts(NamedTuple):
    """Rows of the plan, in the order of their columns below."""

    venue: tuple[Value, Value]
    """Identifier, sample."""
    corners: _Rows
    """Item, x, y: of one item after the other, in order."""
    halls: Sequence[str]
    spots: _Rows
    """Identifier, kind, x, y, icon."""
    found_there: _Rows
    """Spot, item: of one spot after the other, in order."""
    junctions: _Rows
    """Name, x, y."""
    paths: _Rows
    """Start, end, step-free."""
    names: Mapping[str, LocalizedText]
    """Also of what is found at a spot, which names it where it has no name of its own."""


def assemble(parts: VenueParts) -> Venue:
    """The plan.

    Raises:
        LookupError: a name is missing.
        ValueError: a kind or a coordinate is none.
    """
    whole, sample = parts.venue
    corners = {item: tuple(_point(x, y) for _, x, y in rows) for item, rows in _by_first(parts.corners)}
    items = {spot: tuple(str(item) for _, item in rows) for spot, rows in _by_first(parts.found_there)}

    def named(spot: str) -> LocalizedText:
        return parts.names[spot] if spot in parts.names else parts.names[items[spot][0]]

    return Venue(
        name=parts.names[str(whole)],
        sample=bool(sample),
        outline=corners[str(whole)],
        halls=tuple(Hall(hall, parts.names[hall], corners[hall]) for hall in parts.halls),
        spots=tuple(
            Spot(str(spot), SpotKind(str(kind)), _point(x, y), named(str(spot)), str(icon), items.get(str(spot), ()))
            for spot, kind, x, y, icon in parts.spots
        ),
        junctions={str(name): _point(x, y) for name, x, y in parts.junctions},
        paths=tuple(Path((str(start), str(end)), bool(free)) for start, end, free in parts.paths),
    )


@refusing_bad_rows
def read_venue(reader: Reader) -> Venue | None:
    """The plan; None where the content has none."""
    found = reader.rows("SELECT id, sample FROM venue")
    if not found:
        return None
    ((whole, sample),) = found
    halls = reader.rows("SELECT id FROM item WHERE kind = 'hall' ORDER BY rank, id")
    found_there = "i.id IN (SELECT r.target FROM relation r JOIN spot s ON s.id = r.item)"
    texts = reader.texts(f"WHERE t.field = 'name' AND (i.kind IN ('venue', 'hall', 'spot') OR {found_there})")
    return assemble(
        VenueParts(
            venue=(whole, sample),
            corners=reader.rows("SELECT item, x, y FROM corner ORDER BY item, position"),
            halls=[str(hall) for (hall,) in halls],
            spots=reader.rows("SELECT s.id, s.kind, s.x, s.y, i.icon FROM spot s JOIN item i ON i.id = s.id ORDER BY i.rank, i.id"),
            found_there=reader.rows(
                "SELECT r.item, r.target FROM relation r JOIN spot s ON s.id = r.item ORDER BY r.item, r.position"
            ),
            junctions=reader.rows("SELECT name, x, y FROM junction ORDER BY name"),
            paths=reader.rows('SELECT "start", "end", step_free FROM path ORDER BY position'),
            names={item: fields["name"] for item, fields in texts.items()},
        )
    )


def _by_first(rows: Iterable[tuple[Value, ...]]) -> Iterable[tuple[str, Iterable[tuple[Value, ...]]]]:
    return groupby(rows, key=lambda row: str(row[0]))


def _point(x: Value, y: Value) -> Point:
    return Point(float(str(x)), float(str(y)))
