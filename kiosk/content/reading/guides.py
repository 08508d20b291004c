"""Reads the guide of a public service."""

from collections import defaultdict
from datetime import date

from kiosk.content.reading.guide_assembly import GUIDE_TABLES, GuideParts, assemble
from kiosk.content.reading.reader import Reader, refusing_bad_rows
from kiosk.content.rows.table_row import TableRow
from kiosk.domain.guide import Guide

_COLUMNS = {
    "guide_question": ("id", "kind", "least", "most"),
    "guide_option": ("id", "question"),
    "guide_outcome": ("id", "situation", "notes"),
    "guide_amendment": ("id", "situation"),
    "guide_test": ("item", "alternative", "question", "at_least", "under"),
    "guide_test_option": ("item", "alternative", "question", "option"),
}
_OF_ITEMS = ("icon", "confirm")


@refusing_bad_rows
def read_guide(reader: Reader, guide: str) -> Guide:
    """A guide.

    Raises:
        UnknownItemError: there is no such guide.
    """
    service, checked_on = reader.row("SELECT g.service, i.checked_on FROM guide g JOIN item i ON i.id = g.id WHERE g.id = ?", guide)
    texts = reader.texts(
        "WHERE t.item IN (SELECT id FROM guide_question WHERE guide = ?1 UNION ALL SELECT id FROM guide_option WHERE guide = ?1)",
        guide,
    )
    related: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    ties = "SELECT r.item, r.name, r.target FROM relation r JOIN item i ON i.id = r.item WHERE i.parent = ? AND i.kind = ?"
    for kind in ("outcome", "amendment"):
        for item, name, target in reader.rows(f"{ties} ORDER BY r.item, r.name, r.position", guide, kind):
            related[str(item), str(name)].append(str(target))
    parts = GuideParts(
        guide=guide,
        service=str(service),
        checked_on=date.fromisoformat(str(checked_on)),
        rows={table: _rows(reader, table, guide) for table in GUIDE_TABLES},
        text=lambda item, field: texts[item].get(field),
        related=lambda item, name: related[item, name],
        statements=lambda item: reader.statements(item)["statements"],
    )
    return assemble(parts)


def _rows(reader: Reader, table: str, guide: str) -> list[TableRow]:
    """A table's rows of one guide, with the columns of the item they belong to."""
    columns = _COLUMNS[table]
    listed = ", ".join(f't."{column}"' for column in columns)
    if columns[0] == "id":
        order = f"SELECT {listed}, i.icon, i.confirm FROM {table} t JOIN item i ON i.id = t.id WHERE t.guide = ? ORDER BY i.rank"  # noqa: S608 - our own names
        columns += _OF_ITEMS
    else:
        order = f"SELECT {listed} FROM {table} t WHERE t.guide = ? ORDER BY t.item, t.alternative, t.question"  # noqa: S608 - our own names
    return [dict(zip(columns, row, strict=True)) for row in reader.rows(order, guide)]
