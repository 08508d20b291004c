"""Sources of the exhibition's items as rows of content.db."""

from kiosk.content.rows.item_rows import TableRows
from kiosk.content.rows.table_row import TableRow
from kiosk.content.sources import items as src
from kiosk.content.sources.loading import Sources


def write_exhibition(rows: TableRows, loaded: Sources) -> None:
    """All demonstrations, editions and pavilions."""
    colours = {pavilion.id: pavilion.colour for pavilion in loaded.of(src.PavilionSource)}
    for demonstration in loaded.of(src.DemonstrationSource):
        rows.identity(_write_demonstration(rows, demonstration), demonstration.colour or colours.get(demonstration.pavilion or ""))
    for edition in loaded.of(src.EditionSource):
        _write_edition(rows, edition)
    numbers = {number.number: number.id for number in loaded.numbers}
    for pavilion in loaded.of(src.PavilionSource):
        _write_pavilion(rows, pavilion, numbers)


def _write_demonstration(rows: TableRows, demonstration: src.DemonstrationSource) -> str:
    """A show with its timetable; returns its identifier."""
    parent = f"pavilion:{demonstration.pavilion}" if demonstration.pavilion else None
    identifier = rows.head("demonstration", demonstration, parent=parent)
    day = demonstration.checked_on
    rows.statements(identifier, "statements", demonstration.statements, day)
    rows.statements(identifier, "warning", [demonstration.warning] if demonstration.warning else [], day)
    for rank, slot in enumerate(demonstration.slots, 1):
        name = f"{demonstration.id}/{slot.id}"
        slot_id = rows.item("slot", name, day, rank=rank, parent=identifier, place=slot.place)
        rows.tables["timetable_slot"].append(
            {
                "id": slot_id,
                "day": slot.day.isoformat() if slot.day else None,
                "start": slot.start.strftime("%H:%M"),
                "end": slot.end.strftime("%H:%M"),
                "sample": int(slot.sample),
            }
        )
    return identifier


def _write_edition(rows: TableRows, edition: src.EditionSource) -> None:
    """One year's Open Days."""
    proofs = (*edition.sources, *edition.visitors_sources)
    identifier = rows.head("edition", edition, sources=proofs, city=edition.city, venue=edition.venue, slogan=edition.slogan)
    rows.tables["edition"].append(
        {
            "id": identifier,
            "number": edition.number,
            "start": edition.start.isoformat(),
            "end": edition.end.isoformat(),
            "visitors": edition.visitors,
            "visitors_confirm": int(edition.visitors_confirm),
        }
    )
    if edition.at is not None:
        latitude, longitude = edition.at
        rows.tables["edition_place"].append({"edition": identifier, "latitude": latitude, "longitude": longitude})
    rows.statements(identifier, "statements", edition.statements, edition.checked_on)


def _write_pavilion(rows: TableRows, pavilion: src.PavilionSource, numbers: dict[str, str]) -> None:
    """A pavilion with its units and take-aways."""
    identifier, day = rows.head("pavilion", pavilion), pavilion.checked_on
    rows.identity(identifier, pavilion.colour)
    for section in ("what_it_is", "what_it_does", "what_to_see", "how_to_reach"):
        rows.statements(identifier, section, getattr(pavilion, section), day)
    rows.relate(identifier, "services", [f"service:{name}" for name in pavilion.services])
    rows.relate(identifier, "demonstrations", [f"demonstration:{name}" for name in pavilion.demonstrations])
    for rank, unit in enumerate(pavilion.units, 1):
        unit_id = rows.item(
            "unit",
            f"{pavilion.id}/{unit.id}",
            day,
            rank=rank,
            parent=identifier,
            icon=unit.icon,
            name=unit.name,
            summary=unit.summary,
            picture=unit.picture,
            picture_alt=unit.picture_alt,
        )
        rows.identity(unit_id, pavilion.colour)
        rows.statements(unit_id, "statements", unit.statements, day)
    for rank, takeaway in enumerate(pavilion.takeaways, 1):
        takeaway_id = rows.item("takeaway", f"{pavilion.id}/{rank}", day, rank=rank, parent=identifier, text=takeaway.text)
        rows.tables["takeaway"].append({"id": takeaway_id, "kind": takeaway.kind.value, **_takeaway_target(takeaway, numbers)})


def _takeaway_target(takeaway: src.TakeawaySource, numbers: dict[str, str]) -> TableRow:
    situation = f"situation:{takeaway.service}/{takeaway.situation}" if takeaway.situation else None
    targets = {
        "emergency": numbers.get(takeaway.number or "", takeaway.number),
        "site": takeaway.site,
        "service": takeaway.service,
        "demonstration": takeaway.demonstration,
    }
    target = next((f"{kind}:{name}" for kind, name in targets.items() if name), None)
    return {"target": target, "situation": situation}
