"""Items as they stand in a list of results."""

from kiosk.content.reading.reader import Fields, Reader, refusing_bad_rows
from kiosk.domain.bidi import isolate
from kiosk.domain.exhibition import GlossaryTerm
from kiosk.domain.exhibition_pages import term_card
from kiosk.domain.item import Card, ItemKind
from kiosk.domain.language import LocalizedText


@refusing_bad_rows
def read_card(reader: Reader, item: str) -> Card:
    """The card of a result. A situation is a card of its service's kind, and opens it for that situation."""
    kind, icon, parent = reader.row("SELECT kind, icon, parent FROM item WHERE id = ?", item)
    fields = reader.texts("WHERE i.id = ?", item)[item]
    match str(kind):
        case "situation":
            (service,) = reader.cards("WHERE i.id = ?", parent)
            return Card(item, service.kind, fields["name"], service.name, service.icon)
        case ItemKind.PRACTICAL:
            return Card(item, ItemKind.PRACTICAL, fields["name"], fields["summary"], str(icon))
        case ItemKind.GLOSSARY_TERM:
            return term_card(GlossaryTerm(item, fields["name"], ()))
        case ItemKind.EMERGENCY_NUMBER:
            return Card(item, ItemKind.EMERGENCY_NUMBER, fields["name"], _with_number(reader, item, fields), str(icon))
        case _:
            return Card(item, ItemKind(str(kind)), fields["name"], fields["summary"], str(icon))


def _with_number(reader: Reader, item: str, fields: Fields) -> LocalizedText:
    sql = "SELECT p.telephone FROM emergency_number e JOIN contact_point p ON p.id = e.contact_point WHERE e.id = ?"
    (number,) = reader.row(sql, item)
    return LocalizedText({tag: f"{isolate(str(number))} · {where}" for tag, where in fields["where"].shown.items()})


@refusing_bad_rows
def read_screen(reader: Reader, item: str) -> str:
    """The screen that a practical thing opens; empty for one that is its own answer, and for all other items."""
    if not item.startswith(f"{ItemKind.PRACTICAL}:"):
        return ""
    (screen,) = reader.row("SELECT screen FROM practical WHERE id = ?", item)
    return str(screen or "")
