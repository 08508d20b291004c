"""Sources as rows of content.db."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from kiosk.content import sources as src

Row = dict[str, Any]


class Rows:
    """Rows by table, in an order that depends on the sources alone."""

    def __init__(self) -> None:
        self.tables: defaultdict[str, list[Row]] = defaultdict(list)

    def item(
        self,
        kind: str,
        identifier: str,
        checked_on: date,
        /,
        *,
        rank: int = 0,
        parent: str | None = None,
        icon: str | None = None,
        confirm: bool = False,
        sources: Iterable[str] = (),
        **texts: src.Text | None,
    ) -> str:
        """An item with its texts and sources; returns its identifier."""
        identifier = f"{kind}:{identifier}"
        self.tables["item"].append(
            {
                "id": identifier,
                "kind": kind,
                "parent": parent,
                "rank": rank,
                "icon": icon,
                "checked_on": checked_on.isoformat(),
                "confirm": int(confirm),
            }
        )
        self.tables["item_source"] += [
            {"item": identifier, "position": position, "source": source} for position, source in enumerate(dict.fromkeys(sources))
        ]
        for field, text in texts.items():
            if text is not None:
                self._text(identifier, field, text)
        if "picture_alt" in texts:
            self.tables["media"].append({"item": identifier, "kind": "drawn", "path": None, "sha256": None})
        return identifier

    def _text(self, item: str, field: str, text: src.Text) -> None:
        self.tables["text"] += [
            {"item": item, "field": field, "language": tag, "shown": shown, "speech": text.speech.get(tag)}
            for tag, shown in text.shown.items()
        ]

    def relate(self, item: str, name: str, targets: Iterable[str]) -> None:
        """Tie an item to others, in order."""
        self.tables["relation"] += [
            {"item": item, "name": name, "position": position, "target": target} for position, target in enumerate(targets)
        ]

    def statements(self, owner: str, section: str, statements: list[src.StatementSource], checked_on: date) -> None:
        """The statements of one section of an item."""
        for number, statement in enumerate(statements, 1):
            identifier = self.item(
                "statement",
                f"{owner}/{section}/{number}",
                statement.checked_on or checked_on,
                rank=number,
                parent=owner,
                confirm=statement.confirm,
                sources=statement.sources,
                text=statement.text,
            )
            self.tables["statement"].append({"id": identifier, "section": section, "guidance": int(statement.guidance)})

    def head(self, kind: str, head: src.DatedHead, **more: Any) -> str:
        """An item that has a page of its own."""
        more |= {"name": head.name, "summary": head.summary, "picture_alt": head.picture_alt}
        return self.item(kind, head.id, head.checked_on, rank=head.rank, icon=head.icon, **more)

    def contact(self, name: str, checked_on: date, *, telephone: str | None = None, site: str | None = None) -> str:
        """A contact point of a channel or emergency number."""
        identifier = self.item("contact", name, checked_on)
        site_id = f"site:{site}" if site else None
        self.tables["contact_point"].append(
            {"id": identifier, "telephone": telephone, "site": site_id, "latitude": None, "longitude": None}
        )
        return identifier


def rows_of(loaded: src.Sources, sources_sha256: str) -> Rows:
    """All rows of a folder of sources.

    Raises:
        ValueError: the folder has no exhibition or organisation; `load_sources` has said so.
    """
    exhibition, organisation = loaded.exhibition, loaded.organisation
    if exhibition is None or organisation is None:
        message = "exhibition.yaml and organisation.yaml are needed"
        raise ValueError(message)
    rows, day = Rows(), organisation.checked_on
    rows.tables["meta"] = [
        {"key": "content_version", "value": exhibition.content_version},
        {"key": "sources_sha256", "value": sources_sha256},
        {"key": "timezone", "value": exhibition.timezone},
    ]
    rows.tables["language"] = [language.model_dump() for language in exhibition.languages]
    rows.tables["source"] = [
        {"id": s.id, "title": s.title, "publisher": s.publisher, "url": s.url, "published": s.date, "grade": s.grade}
        for s in loaded.sources
    ]
    rows.item("exhibition", "exhibition", day, title=exhibition.title, subtitle=exhibition.subtitle)
    for key, word in loaded.words.items():
        rows.item("word", key, day, name=word)
    _lists(rows, loaded, day)
    rows.statements(rows.head("organisation", organisation), "statements", organisation.statements, day)
    for demonstration in loaded.demonstrations:
        _demonstration(rows, demonstration)
    for edition in loaded.editions:
        _edition(rows, edition)
    for service in loaded.services:
        _service(rows, service)
    for pavilion in loaded.pavilions:
        _pavilion(rows, pavilion, {number.number: number.id for number in loaded.numbers})
    return rows


def _lists(rows: Rows, loaded: src.Sources, day: date) -> None:
    for site in loaded.sites:
        identifier = rows.item("site", site.id, day, sources=site.sources, name=site.name, purpose=site.purpose)
        rows.tables["web_address"].append({"id": identifier, "url": site.url, "qr_allowed": int(site.qr_allowed)})
    for rank, document in enumerate(loaded.documents, 1):
        rows.item("document", document.id, day, rank=rank, icon=document.icon, name=document.name, description=document.description)
    for kind, groups in (("life_event", loaded.life_events), ("audience", loaded.audiences)):
        for group in groups:
            rows.item(kind, group.id, day, rank=group.rank, icon=group.icon, name=group.name, summary=group.summary)
    for rank, term in enumerate(loaded.terms, 1):
        rows.item("term", term.id, day, rank=rank, sources=term.sources, name=term.name)
    for number in loaded.numbers:
        checked_on = loaded.numbers_checked_on
        contact = rows.contact(f"emergency/{number.id}", checked_on, telephone=number.number)
        identifier = rows.item(
            "emergency",
            number.id,
            checked_on,
            rank=number.rank,
            icon=number.icon,
            confirm=number.confirm,
            sources=number.sources,
            name=number.name,
            summary=number.summary,
            picture_alt=number.picture_alt,
            where=number.where,
        )
        rows.tables["emergency_number"].append({"id": identifier, "contact_point": contact})
        rows.statements(identifier, "statements", number.statements, checked_on)


def _demonstration(rows: Rows, demonstration: src.DemonstrationSource) -> None:
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


def _edition(rows: Rows, edition: src.EditionSource) -> None:
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
    rows.statements(identifier, "statements", edition.statements, edition.checked_on)


def _service(rows: Rows, service: src.ServiceSource) -> None:
    identifier, day = rows.head("service", service), service.checked_on
    rows.tables["public_service"].append(
        {"id": identifier, "competence": service.competence.value, "processing_time": service.processing_time.duration}
    )
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


def _service_parts(rows: Rows, service: src.ServiceSource, owner: str) -> None:
    day = service.checked_on
    for rank, case in enumerate(service.situations, 1):
        name = f"{service.id}/{case.id}"
        common: Row = {"rank": rank, "parent": owner, "confirm": case.confirm, "sources": case.sources}
        identifier = rows.item("situation", name, day, **common, name=case.name, applies_to=case.applies_to)
        base = f"situation:{service.id}/{case.adds_to}" if case.adds_to else None
        rows.tables["situation"].append({"id": identifier, "adds_to": base})
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
        contact = rows.contact(name, day, telephone=channel.number, site=channel.site) if channel.number or channel.site else None
        identifier = rows.item("channel", name, day, **common, text=channel.text)
        rows.tables["channel"].append({"id": identifier, "type": channel.type.value, "contact_point": contact})


def _pavilion(rows: Rows, pavilion: src.PavilionSource, numbers: dict[str, str]) -> None:
    identifier, day = rows.head("pavilion", pavilion), pavilion.checked_on
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
            picture_alt=unit.picture_alt,
        )
        rows.statements(unit_id, "statements", unit.statements, day)
    for rank, takeaway in enumerate(pavilion.takeaways, 1):
        takeaway_id = rows.item("takeaway", f"{pavilion.id}/{rank}", day, rank=rank, parent=identifier, text=takeaway.text)
        rows.tables["takeaway"].append({"id": takeaway_id, "kind": takeaway.kind.value, **_takeaway_target(takeaway, numbers)})


def _takeaway_target(takeaway: src.TakeawaySource, numbers: dict[str, str]) -> Row:
    situation = f"situation:{takeaway.service}/{takeaway.situation}" if takeaway.situation else None
    targets = {
        "emergency": numbers.get(takeaway.number or "", takeaway.number),
        "site": takeaway.site,
        "service": takeaway.service,
        "demonstration": takeaway.demonstration,
    }
    target = next((f"{kind}:{name}" for kind, name in targets.items() if name), None)
    return {"target": target, "situation": situation}
