"""What a database holds, and how two of them differ, in numbers and in words."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kiosk.content.connection import open_content
from kiosk.content.reader import Reader

COUNTED = {
    "pavilions": "pavilion",
    "units": "unit",
    "demonstrations": "demonstration",
    "editions": "edition",
    "public_services": "service",
    "situations": "situation",
    "documents": "document",
    "emergency_numbers": "emergency",
    "glossary_terms": "term",
    "statements": "statement",
}


def _reader(path: Path) -> Reader:
    return Reader(open_content(path), str(path))


def stats(path: Path) -> dict[str, Any]:
    """Counts by kind, sources, and for each language the part of all texts that exist in it, in per cent.

    Raises:
        ContentError: the database cannot be opened.
    """
    reader = _reader(path)
    kinds = {str(kind): int(str(n)) for kind, n in reader.rows("SELECT kind, count(*) FROM item GROUP BY kind")}
    ((fields,),) = reader.rows("SELECT count(*) FROM (SELECT DISTINCT item, field FROM text)")
    written = reader.rows(
        "SELECT l.tag, count(t.item) FROM language l LEFT JOIN text t ON t.language = l.tag GROUP BY l.tag ORDER BY l.rank"
    )
    ((sources,),) = reader.rows("SELECT count(*) FROM source")
    ((version,),) = reader.rows("SELECT value FROM meta WHERE key = 'content_version'")
    return {
        "content_version": version,
        **{name: kinds.get(kind, 0) for name, kind in COUNTED.items()},
        "sources": sources,
        "languages": {str(tag): round(100 * int(str(n)) / max(1, int(str(fields))), 1) for tag, n in written},
    }


@dataclass(frozen=True, slots=True)
class Difference:
    """A text that is not the same in two databases; None where it does not exist."""

    item: str
    field: str
    language: str
    before: str | None
    after: str | None

    def as_row(self) -> dict[str, str | None]:
        """The fields by name."""
        return asdict(self)


def _values(path: Path) -> dict[tuple[str, str, str], str]:
    reader = _reader(path)
    texts = reader.rows("SELECT item, field, language, shown FROM text")
    values = {(str(item), str(field), str(tag)): str(shown) for item, field, tag, shown in texts}
    facts = {
        "amount": "SELECT id, amount FROM cost",
        "visitors": "SELECT id, visitors FROM edition",
        "processing_time": "SELECT id, coalesce(processing_time, '') FROM public_service",
        "url": "SELECT id, url FROM web_address",
        "telephone": "SELECT id, coalesce(telephone, '') FROM contact_point",
        "confirm": "SELECT id, confirm FROM item",
        "evidence": "SELECT item || ' ' || position, target FROM relation",
    }
    for field, sql in facts.items():
        values |= {(str(item), field, ""): str(value) for item, value in reader.rows(sql)}
    return values


def differences(old: Path, new: Path) -> Iterator[Difference]:
    """What was added, removed or changed from one database to another, in order of item.

    Raises:
        ContentError: one of them cannot be opened.
    """
    before, after = _values(old), _values(new)
    for key in sorted(before.keys() | after.keys()):
        if before.get(key) != after.get(key):
            yield Difference(*key, before.get(key), after.get(key))
