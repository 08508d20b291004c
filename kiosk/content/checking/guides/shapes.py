"""Guides and their services as the proofs look at them: put together from rows, the words left aside."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kiosk.content.checking.content_model import Content
from kiosk.content.reading.guide_assembly import GUIDE_TABLES, GuideParts, assemble, local
from kiosk.content.rows.table_row import TableRow
from kiosk.domain.guide import Guide
from kiosk.domain.language import LocalizedText


@dataclass(frozen=True, slots=True)
class ServiceShape:
    """What a guide can lead to."""

    papers: Mapping[str, frozenset[str]]
    """By situation, with those it adds to."""
    channels: frozenset[str]


def guide_of(content: Content, row: TableRow) -> Guide | None:
    """The guide of a row; None when it refers to what does not exist."""
    item, tables = str(row["id"]), content.rows.tables
    own = {table: [r for r in tables[table] if r["guide"] == item] for table in GUIDE_TABLES}
    named = [
        r[key] for rows in own.values() for r in rows for key in ("id", "item", "question", "option", "situation") if r.get(key)
    ]
    if any(str(name) not in content.items for name in named):
        return None
    for table in ("guide_question", "guide_option", "guide_outcome", "guide_amendment"):
        with_item = [r | {key: content.items[str(r["id"])][key] for key in ("rank", "icon", "confirm")} for r in own[table]]
        own[table] = sorted(with_item, key=lambda r: int(r["rank"]))
    return assemble(
        GuideParts(
            guide=item,
            service=str(row["service"]),
            checked_on=date.fromisoformat(str(content.items[item]["checked_on"])),
            rows=own,
            text=lambda owner, field: LocalizedText(content.texts.get((owner, field), {})),
            related=lambda owner, name: content.relations.get((owner, name), []),
            statements=lambda _owner: (),
        )
    )


def service_of(content: Content, service: str) -> ServiceShape:
    """The papers and channels of a service."""
    adds_to = content.values("situation", "adds_to")
    parts = content.parts.get(service, [])

    def papers(situation: str, depth: int = 0) -> frozenset[str]:
        own = frozenset(content.relations.get((situation, "evidence"), []))
        return own | papers(adds_to[situation], depth + 1) if situation in adds_to and depth < len(parts) else own

    situations = [part for part in parts if content.kind(part) == "situation"]
    channels = frozenset(f"channel:{local(part)}" for part in parts if content.kind(part) == "channel")
    return ServiceShape({local(situation): papers(situation) for situation in situations}, channels)
