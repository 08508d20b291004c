"""All rows of a folder of sources or of a database, as the rules look at them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kiosk.content.rows.item_rows import TableRows
from kiosk.content.rows.table_row import TableRow
from kiosk.domain.kinds import KINDS

_WHOLES = {kind.name: kind.whole for kind in KINDS if kind.whole}

Problem = tuple[str, str, str, str]
"""Item, field, what is wrong, the mend."""


def whole(item: str) -> str:
    """The item with a file of its own that an item is or is a part of, as `service:cnie` is for `situation:cnie/first`."""
    kind, _, rest = item.removeprefix("statement:").partition(":")
    return f"{_WHOLES.get(kind, kind)}:{rest.split('/')[0]}"


@dataclass(frozen=True)
class Content:
    """All rows, with what the rules look up again and again."""

    rows: TableRows
    unread: frozenset[str] = frozenset()
    """Items, or whole kinds, whose source file could not be read: nobody knows what they hold."""
    today: date = date.max
    """Where there is a clock to be believed: a kiosk's may not be."""

    @cached_property
    def items(self) -> dict[str, TableRow]:
        """Items by identifier."""
        return {str(row["id"]): row for row in self.rows.tables["item"]}

    @cached_property
    def parts(self) -> dict[str, list[str]]:
        """Identifiers of the items that belong to an item."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for item, row in self.items.items():
            found[str(row["parent"])].append(item)
        return found

    @cached_property
    def languages(self) -> dict[str, str]:
        """Writing direction by language tag."""
        return {str(row["tag"]): str(row["direction"]) for row in self.rows.tables["language"]}

    @cached_property
    def texts(self) -> dict[tuple[str, str], dict[str, str]]:
        """Shown words by item and field, then language."""
        found: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
        for row in self.rows.tables["text"]:
            found[str(row["item"]), str(row["field"])][str(row["language"])] = str(row["shown"])
        return found

    @cached_property
    def sourced(self) -> frozenset[str]:
        """Items with at least one source."""
        return frozenset(str(row["item"]) for row in self.rows.tables["item_source"])

    @cached_property
    def relations(self) -> dict[tuple[str, str], list[str]]:
        """Targets by item and name of the relation."""
        found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for row in self.rows.tables["relation"]:
            found[str(row["item"]), str(row["name"])].append(str(row["target"]))
        return found

    def lacks(self, item: str) -> bool:
        """Whether an item is certainly not there."""
        return item not in self.items and not {whole(item), item.partition(":")[0]} & self.unread

    def kind(self, item: str) -> str:
        """An item's kind; empty for an item that is not there."""
        return str(self.items[item]["kind"]) if item in self.items else ""

    def of_kind(self, kind: str) -> list[str]:
        """Identifiers of all items of a kind."""
        return [item for item, row in self.items.items() if row["kind"] == kind]

    def targets(self, name: str) -> frozenset[str]:
        """All items that some relation of a name leads to."""
        return frozenset(target for (_, relation), targets in self.relations.items() if relation == name for target in targets)

    def values(self, table: str, column: str) -> dict[str, str]:
        """A typed column by item, where it is not empty."""
        return {str(row["id"]): str(row[column]) for row in self.rows.tables[table] if row[column] is not None}
