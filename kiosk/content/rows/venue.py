"""The plan of the venue as rows of content.db."""

from collections.abc import Iterator, Mapping

from kiosk.content.rows.item_rows import TableRows
from kiosk.content.sources import items as src
from kiosk.content.sources.lists import SpotSource, VenueSource
from kiosk.content.sources.loading import Sources


def write_venue(rows: TableRows, loaded: Sources) -> None:
    """The venue, its halls, spots, junctions and paths."""
    venue = loaded.venue
    if venue is None:
        return
    whole = rows.item("venue", "venue", venue.checked_on, name=venue.name)
    rows.tables["venue"].append({"id": whole, "sample": int(venue.sample)})
    _corners(rows, whole, venue.outline)
    for rank, hall in enumerate(venue.halls, 1):
        identifier = rows.item("hall", hall.id, venue.checked_on, rank=rank, parent=whole, name=hall.name)
        _corners(rows, identifier, hall.outline)
    icons = dict(_icons(loaded))
    for rank, spot in enumerate(venue.spots, 1):
        _write_spot(rows, spot, venue, rank, icons)
    rows.tables["junction"] = [{"name": name, "x": x, "y": y} for name, (x, y) in venue.junctions.items()]
    spots = {spot.id for spot in venue.spots}
    for position, path in enumerate(venue.paths):
        start, end = (f"spot:{name}" if name in spots else name for name in path.ends)
        rows.tables["path"].append({"position": position, "start": start, "end": end, "step_free": int(path.step_free)})


def _write_spot(rows: TableRows, spot: SpotSource, venue: VenueSource, rank: int, icons: Mapping[str, str]) -> None:
    icon = spot.icon or (icons.get(spot.items[0]) if spot.items else None)
    identifier = rows.item("spot", spot.id, venue.checked_on, rank=rank, parent="venue:venue", icon=icon, name=spot.name)
    x, y = spot.at
    rows.tables["spot"].append({"id": identifier, "kind": spot.kind.value, "x": x, "y": y})
    rows.relate(identifier, "items", spot.items)


def _icons(loaded: Sources) -> Iterator[tuple[str, str]]:
    yield from ((f"pavilion:{pavilion.id}", pavilion.icon) for pavilion in loaded.of(src.PavilionSource))
    yield from ((f"demonstration:{show.id}", show.icon) for show in loaded.of(src.DemonstrationSource))
    yield from ((f"practical:{thing.id}", thing.icon) for thing in loaded.practical)


def _corners(rows: TableRows, item: str, outline: tuple[tuple[float, float], ...]) -> None:
    rows.tables["corner"] += [{"item": item, "position": position, "x": x, "y": y} for position, (x, y) in enumerate(outline)]
