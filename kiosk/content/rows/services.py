"""Sources of public services as rows of content.db."""

from kiosk.content.rows.item_rows import TableRows
from kiosk.content.rows.table_row import TableRow
from kiosk.content.sources.services import ServiceSource


def write_service(rows: TableRows, service: ServiceSource) -> None:
    """A public service with all its parts."""
    identifier, day = rows.head("service", service), service.checked_on
    rows.tables["public_service"].append(
        {"id": identifier, "competence": service.competence.value, "processing_time": service.processing_time.duration}
    )
    rows.tables["not_applicable"] += [{"service": identifier, "what": what.value} for what in service.not_applicable]
    rows.relate(identifier, "life_events", [f"life_event:{name}" for name in service.life_events])
    rows.relate(identifier, "audiences", [f"audience:{name}" for name in service.audiences])
    sections = {
        "output": [service.output],
        "requirements": service.requirements,
        "processing_time": service.processing_time.statements,
        "validity": service.validity,
        "legal": service.legal,
        "steps": service.steps,
        "penalties": service.penalties,
        "good_to_know": service.good_to_know,
    }
    for section, statements in sections.items():
        rows.statements(identifier, section, statements, day)
    _service_parts(rows, service, identifier)


def _service_parts(rows: TableRows, service: ServiceSource, owner: str) -> None:
    day = service.checked_on
    for rank, case in enumerate(service.situations, 1):
        name = f"{service.id}/{case.id}"
        common: TableRow = {"rank": rank, "parent": owner, "confirm": case.confirm, "sources": case.sources}
        identifier = rows.item("situation", name, day, **common, name=case.name, applies_to=case.applies_to)
        base = f"situation:{service.id}/{case.adds_to}" if case.adds_to else None
        rows.tables["situation"].append({"id": identifier, "adds_to": base, "urgent": int(case.urgent)})
        rows.relate(identifier, "evidence", [f"document:{paper}" for paper in case.evidence])
        rows.statements(identifier, "notes", case.notes, day)
    for rank, cost in enumerate(service.costs, 1):
        common = {"rank": rank, "parent": owner, "confirm": cost.confirm, "sources": cost.sources}
        identifier = rows.item("cost", f"{service.id}/{cost.id}", day, **common, condition=cost.condition)
        rows.tables["cost"].append({"id": identifier, "amount": cost.amount, "currency": cost.currency})
        rows.relate(identifier, "situations", [f"situation:{service.id}/{case}" for case in cost.situations])
    for rank, channel in enumerate(service.channels, 1):
        name = f"{service.id}/{channel.id}"
        common = {"rank": rank, "parent": owner, "confirm": channel.confirm, "sources": channel.sources}
        reached: TableRow = {"telephone": channel.number, "site": channel.site, "place": channel.place}
        contact = rows.contact(name, day, **reached) if any(reached.values()) else None
        identifier = rows.item("channel", name, day, **common, text=channel.text)
        rows.tables["channel"].append({"id": identifier, "type": channel.type.value, "contact_point": contact})
