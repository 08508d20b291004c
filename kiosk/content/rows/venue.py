"""The plan of the venue as rows of content.db."""

from collections.abc import Iterator, Mapping

from kiosk.content.rows.item_rows import TableRows
from kiosk.content.sources import items as src
from kiosk.content.sources.forms import Text
from kiosk.content.sources.loading import Sources

_Named = tuple[Text, str]
"""A name and an icon."""


def write_venue(rows: TableRows, loaded: Sources) -> None:
    """The venue, its halls, spots, junctions and paths; a spot without a name is called as what is found there."""
    venue = loaded.venue
    if venue is None:
        return
    whole = rows.item("venue", "venue", venue.checked_on, name=venue.name)
    rows.tables["venue"].append({"id": whole, "sample": int(venue.sample)})
    _corners(rows, whole, venue.outline)
    for rank, hall in enumerate(venue.halls, 1):
        identifier = rows.item("hall", hall.id, venue.checked_on, rank=rank, parent=whole, name=hall.name)
        _corners(rows, identifier, hall.outline)
    known = dict(_known(loaded))
    for rank, spot in enumerate(venue.spots, 1):
        _write_spot(rows, spot, venue, rank, known)
    rows.tables["junction"] = [{"name": name, "x": x, "y": y} for name, (x, y) in venue.junctions.items()]
    spots = {spot.id for spot in venue.spots}
    for position, path in enumerate(venue.paths):
        start, end = (f"spot:{name}" if name in spots else name for name in path.ends)
        rows.tables["path"].append({"position": position, "start": start, "end": end, "step_free": int(path.step_free)})


def _write_spot(rows: TableRows, spot: src.SpotSource, venue: src.VenueSource, rank: int, known: Mapping[str, _Named]) -> None:
    name, icon = known.get(spot.items[0], (None, None)) if spot.items else (None, None)
    identifier = rows.item(
        "spot", spot.id, venue.checked_on, rank=rank, parent="venue:venue", icon=spot.icon or icon, name=spot.name or name
    )
    x, y = spot.at
    rows.tables["spot"].append({"id": identifier, "kind": spot.kind.value, "x": x, "y": y})
    rows.relate(identifier, "items", spot.items)


def _known(loaded: Sources) -> Iterator[tuple[str, _Named]]:
    for pavilion in loaded.of(src.PavilionSource):
        yield f"pavilion:{pavilion.id}", (pavilion.name, pavilion.icon)
    for show in loaded.of(src.DemonstrationSource):
        yield f"demonstration:{show.id}", (show.name, show.icon)
    for thing in loaded.practical:
        yield f"practical:{thing.id}", (thing.name, thing.icon)


def _corners(rows: TableRows, item: str, outline: tuple[tuple[float, float], ...]) -> None:
    rows.tables["corner"] += [{"item": item, "position": position, "x": x, "y": y} for position, (x, y) in enumerate(outline)]
