"""What a database holds, and how two of them differ, in numbers and in words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import apsw

from kiosk.content.checking.content_model import whole
from kiosk.content.reach import Reach, modes_of
from kiosk.content.reading.connection import ADMIN_SECONDS, open_content
from kiosk.content.reading.exhibition import read_settings
from kiosk.content.reading.guide_assembly import local
from kiosk.content.reading.reader import Reader
from kiosk.content.rows.item_rows import READ_TABLES, TableRows, read_rows
from kiosk.domain.kinds import KINDS

COUNTED = {kind.counted: kind.name for kind in KINDS if kind.counted}
_WRITTEN = """
SELECT l.tag, count(t.item) FROM language l LEFT JOIN text t ON t.language = l.tag GROUP BY l.tag ORDER BY l.rank"""

Key = tuple[str, str, str]
"""Item, field, language."""


@contextmanager
def _opened(path: Path) -> Iterator[apsw.Connection]:
    """A database to be read as a whole; whatever cannot be read makes it a damaged one."""
    connection = open_content(path, ADMIN_SECONDS)
    try:
        yield connection
    except (apsw.Error, UnicodeDecodeError) as error:
        raise Reader(connection, str(path)).damaged(error) from error
    finally:
        connection.close()


def _rows(path: Path) -> TableRows:
    with _opened(path) as connection:
        return read_rows(connection)


def stats(path: Path) -> dict[str, Any]:
    """Counts by kind, sources, and for each language the part of all texts that exist in it, in per cent.

    Raises:
        ContentError: the database cannot be opened.
    """
    with _opened(path) as connection:
        reader = Reader(connection, str(path))
        kinds = {str(kind): int(str(n)) for kind, n in reader.rows("SELECT kind, count(*) FROM item GROUP BY kind")}
        ((fields,),) = reader.rows("SELECT count(*) FROM (SELECT DISTINCT item, field FROM text)")
        written = reader.rows(_WRITTEN)
        ((sources,),) = reader.rows("SELECT count(*) FROM source")
        version = read_settings(reader)[0]
    return {
        "content_version": version,
        **{name: kinds.get(kind, 0) for name, kind in COUNTED.items()},
        "sources": sources,
        "languages": {str(tag): round(100 * int(str(n)) / max(1, int(str(fields))), 1) for tag, n in written},
    }


def picture_hashes(path: Path) -> dict[str, str]:
    """The picture files a database names, each with the hash its bytes must have.

    Raises:
        ContentError: the database cannot be opened.
    """
    with _opened(path) as connection:
        rows = Reader(connection, str(path)).rows(
            "SELECT path, sha256 FROM media WHERE kind = 'file' UNION SELECT path, sha256 FROM sign_film"
        )
    return {str(name): str(sha256) for name, sha256 in rows}


def unapproved(path: Path) -> list[str]:
    """Texts whose speech is proposed and not approved, as `item:field:language`.

    Raises:
        ContentError: the database cannot be opened.
    """
    with _opened(path) as connection:
        sql = "SELECT item, field, language FROM text WHERE speech_status = 'proposed' ORDER BY item, field"
        return [":".join(map(str, row)) for row in Reader(connection, str(path)).rows(sql)]


@dataclass(frozen=True, slots=True)
class Difference:
    """A text, value or list that is not the same in two databases; None where it does not exist."""

    item: str
    field: str
    language: str
    """Empty for what is the same in every language."""
    before: str | None
    after: str | None
    modes: tuple[str, ...] = ()
    """Names of the content modes that show it; empty for all that serve visitors."""
    item_is: str = "changed"
    """`added`, `removed` or `changed`: what happens to the item, with all its parts."""

    @property
    def named(self) -> str:
        """The item and field, as options name them."""
        return f"{self.item}:{self.field}"

    def as_row(self) -> dict[str, Any]:
        """The fields by name."""
        return asdict(self)

    def as_line(self) -> tuple[str | None, ...]:
        """What people read of it, as `COLUMNS`."""
        return self.item, self.field, self.language, ", ".join(self.modes) or "every mode", self.before, self.after


COLUMNS = ("item", "field", "language", "modes", "before", "after")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many items change in a mode, as it is read in a language."""

    mode: str
    """Empty for changes that every mode shows."""
    language: str
    """Empty for values that are the same in every language."""
    added: int
    removed: int
    changed: int


_UNSEEN = frozenset({"kind", "parent", "section", "position", "guide", "question"})
"""Columns whose value is a part of the identifier, or follows from it."""
_NEW = frozenset({"rank", "icon", "checked_on", "confirm"})
"""Columns that say nothing about an item that is new or gone as a whole."""

_LISTS = (
    ("relation", "{item}", "{name}", "target"),
    ("mode_language", "{mode}", "languages", "language"),
    ("item_source", "{item}", "sources", "source"),
    ("not_applicable", "{service}", "not_applicable", "what"),
    ("synonym", "{item}", "synonyms", "spelling"),
    ("saying", "{item}", "sayings {way}", "said"),
    ("elsewhere", "exhibition:exhibition", "elsewhere {subject} {way}", "said"),
    ("crisis_number", "crisis:{crisis}", "numbers", "number"),
    ("crisis_term", "crisis:{crisis}", "terms {rule}/{part}", "term"),
    ("ordinary", "exhibition:exhibition", "ordinary", "term"),
    ("corner", "{item}", "outline x", "x"),
    ("corner", "{item}", "outline y", "y"),
    ("filler", "exhibition:exhibition", "fillers", "word"),
    ("notion_term", "exhibition:exhibition", "notion {notion}", "term"),
)
"""Tables of lists: whose each is, under which field, and the column of its values."""
_NO_VALUES = frozenset({"text", "guide_test", "guide_test_option", *(table for table, *_ in _LISTS)})
"""Tables that are not read column by column."""


def _values(rows: TableRows) -> dict[Key, str]:
    """Every text, value and list of a database by item, field and language."""
    values: dict[Key, str] = {
        (str(row["item"]), str(row["field"]), str(row["language"])): str(row["shown"]) for row in rows.tables["text"]
    }
    written = (row for row in rows.tables["text"] if row["speech_of"] is not None)
    spoken = {(str(row["item"]), f"{row['field']} speech", str(row["language"])): row["speech"] for row in written}
    values |= {key: str(words) for key, words in spoken.items() if words is not None}
    lists: defaultdict[Key, list[str]] = defaultdict(list)
    for table, owner, field, column in _LISTS:
        for row in rows.tables[table]:
            lists[owner.format(**row), field.format(**row), ""].append(str(row[column]))
    values |= {key: ", ".join(found) for key, found in lists.items()}
    return values | _rules(rows) | dict(_typed_values(rows))


def _rules(rows: TableRows) -> dict[Key, str]:
    """The rule of everything that has one, as one line."""
    options: defaultdict[tuple[str, int, str], list[str]] = defaultdict(list)
    for row in rows.tables["guide_test_option"]:
        options[str(row["item"]), int(row["alternative"]), str(row["question"])].append(local(row["option"]))
    found: defaultdict[str, defaultdict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in rows.tables["guide_test"]:
        item, alternative, question = str(row["item"]), int(row["alternative"]), str(row["question"])
        bounds = [f"{name} {row[name]}" for name in ("at_least", "under") if row[name] is not None]
        wanted = " or ".join(options[item, alternative, question]) or " and ".join(bounds)
        found[item][alternative].append(f"{local(question)}: {wanted}")
    return {(item, "rule", ""): "; or ".join(", ".join(tests) for tests in rule.values()) for item, rule in found.items()}


def _typed_values(rows: TableRows) -> Iterator[tuple[Key, str]]:
    owners = {
        "language": ("tag", "language:"),
        "source": ("id", "source:"),
        "meta": ("key", "meta:"),
        **dict.fromkeys(("media", "photograph", "identity"), ("item", "")),
        "mode_rule": ("id", "rule:"),
        "crisis": ("id", "crisis:"),
        "path": ("position", "path:"),
        "junction": ("name", "junction:"),
    }
    for table in READ_TABLES:
        if table in _NO_VALUES:
            continue
        for row in rows.tables[table]:
            column, prefix = owners.get(table, (next(iter(row)), ""))
            owner = f"{prefix}{row[column]}"
            for name, value in row.items():
                if value is not None and name not in _UNSEEN | {column} and owner != "meta:sources_sha256":
                    yield (owner, name, ""), str(value)


def differences(old: Path, new: Path) -> Iterator[Difference]:
    """What was added, removed or changed from one database to another, in order of item.

    Raises:
        ContentError: one of them cannot be opened.
    """
    rows_before, rows_after = _rows(old), _rows(new)
    before, after = _values(rows_before), _values(rows_after)
    reach_before, reach_after = Reach(rows_before), Reach(rows_after)
    both = {key[0] for key in before} & {key[0] for key in after}
    for key in sorted(before.keys() | after.keys()):
        told = key[0] in both or key[1] not in _NEW
        if told and before.get(key) != after.get(key):
            owner = whole(key[0])
            gone, new_one = owner in reach_before.items - reach_after.items, owner in reach_after.items - reach_before.items
            item_is = "removed" if gone else "added" if new_one else "changed"
            yield Difference(*key, before.get(key), after.get(key), modes_of(key[0], reach_before, reach_after), item_is)


def tallied(changes: Iterable[Difference]) -> list[Tally]:
    """Items added, removed and changed, by mode and language; what every mode shows is counted once, first."""
    items: defaultdict[tuple[str, str], defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for change in changes:
        for mode in change.modes or ("",):
            items[mode, change.language][change.item_is].add(whole(change.item))
    return [Tally(*key, *(len(items[key][what]) for what in ("added", "removed", "changed"))) for key in sorted(items)]
