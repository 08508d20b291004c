"""Rows of content.db before they are written, or after they have been read."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import apsw

from kiosk.content.rows.table_row import TableRow
from kiosk.content.schema import TABLES
from kiosk.content.sources.forms import DatedHead, PointSource, SignSource, StatementSource, Text
from kiosk.domain.item import EASY, Caption
from kiosk.domain.picture_inks import IDENTITIES

SPEECH_COLUMNS = ("speech", "speech_of", "speech_status")
"""Filled last, for all texts at once, by `kiosk.content.rows.speech`."""


class TableRows:
    """Rows by table, in an order that depends on the sources alone."""

    def __init__(self) -> None:
        self.tables: defaultdict[str, list[TableRow]] = defaultdict(list)
        self.pictures: Mapping[str, str] = {}
        """SHA-256 of each picture file, by name."""
        self.captions: Mapping[str, Mapping[str, tuple[Caption, ...]]] = {}
        """Of each film in sign language, by its name and by language."""
        self.written: dict[int, tuple[str, str]] = {}
        """Item and field that each text of the sources has become, by the identity of the text."""

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
        picture: str | None = None,
        **texts: Text | None,
    ) -> str:
        """An item with its texts and sources; returns its identifier."""
        identifier = f"{kind}:{identifier}"
        row: TableRow = {"id": identifier, "kind": kind, "parent": parent, "rank": rank, "icon": icon}
        self.tables["item"].append(row | {"checked_on": checked_on.isoformat(), "confirm": int(confirm)})
        self.tables["item_source"] += [
            {"item": identifier, "position": position, "source": source} for position, source in enumerate(dict.fromkeys(sources))
        ]
        for field, text in texts.items():
            if text is not None:
                self._text(identifier, field, text)
        if texts.get("picture_alt") is not None:
            digest = self.pictures.get(picture or "")
            drawn = {"item": identifier, "kind": "drawn", "path": None, "sha256": None}
            self.tables["media"].append(drawn | {"kind": "file", "path": picture, "sha256": digest} if digest else drawn)
        return identifier

    def _text(self, item: str, field: str, text: Text) -> None:
        self.written.setdefault(id(text), (item, field))
        self.tables["text"] += [
            {"item": item, "field": field, "language": tag, "shown": shown, **dict.fromkeys(SPEECH_COLUMNS)}
            for tag, shown in text.shown.items()
        ]

    def relate(self, item: str, name: str, targets: Iterable[str]) -> None:
        """Tie an item to others, in order."""
        self.tables["relation"] += [
            {"item": item, "name": name, "position": position, "target": target} for position, target in enumerate(targets)
        ]

    def statements(self, owner: str, section: str, statements: Iterable[StatementSource], checked_on: date) -> None:
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
            self.tables["statement"].append(
                {"id": identifier, "section": section, "guidance": int(statement.guidance), "rumour": int(statement.rumour)}
            )

    def head(self, kind: str, head: DatedHead, **more: Any) -> str:
        """An item that has a page of its own."""
        more |= easy_fields(head.easy) | {"name": head.name, "summary": head.summary, "picture_alt": head.picture_alt}
        shown = head.photograph.file if head.photograph else head.picture
        identifier = self.item(kind, head.id, head.checked_on, rank=head.rank, icon=head.icon, picture=shown, **more)
        if head.photograph and shown in self.pictures:
            across, down = head.photograph.focus
            row: TableRow = {"item": identifier, "credit": head.photograph.credit, "focus_x": across, "focus_y": down}
            self.tables["photograph"].append(row)
        self.sign(identifier, head.sign)
        return identifier

    def sign(self, item: str, sign: SignSource | None) -> None:
        """What is said of an item in sign language; nothing where nobody has signed it."""
        if sign is None or sign.file not in self.pictures:
            return
        film: TableRow = {"item": item, "path": sign.file, "sha256": self.pictures[sign.file], "credit": sign.credit}
        self.tables["sign_film"].append(film)
        self.tables["caption"] += [
            {"item": item, "language": tag, "position": position, "start": one.start, "end": one.end, "shown": one.text}
            for tag, captions in sorted(self.captions.get(sign.file, {}).items())
            for position, one in enumerate(captions, 1)
        ]

    def identity(self, item: str, colour: str | None) -> None:
        """The colour an item is known by; none where it has none."""
        if colour:
            self.tables["identity"].append({"item": item, "colour": IDENTITIES[colour]})

    def contact(
        self,
        name: str,
        checked_on: date,
        *,
        telephone: str | None = None,
        site: str | None = None,
        place: PointSource | None = None,
    ) -> str:
        """A contact point of a channel or emergency number."""
        identifier = self.item("contact", name, checked_on)
        site_id = f"site:{site}" if site else None
        where = place.model_dump() if place else {"latitude": None, "longitude": None}
        self.tables["contact_point"].append({"id": identifier, "telephone": telephone, "site": site_id, **where})
        return identifier


def easy_fields(easy: Iterable[Text]) -> dict[str, Text]:
    """The easy sentences of an item by the fields they stand in, in order."""
    return {f"{EASY}{number}": text for number, text in enumerate(easy, 1)}


_LEARNT = ("search_", "crisis_cry", "crisis_carrier", "crisis_feature")
READ_TABLES = tuple(name for name in re.findall(r"^CREATE TABLE (\w+)", TABLES, re.MULTILINE) if not name.startswith(_LEARNT))
"""All tables but those of the search and what was learnt of dangers, which are made of the others."""


def read_rows(connection: apsw.Connection) -> TableRows:
    """All rows of a database.

    Raises:
        apsw.Error: the database is damaged.
        UnicodeDecodeError: a text in it is damaged.
    """
    rows = TableRows()
    for table in READ_TABLES:
        rows.tables[table] = list(_named(connection.execute(f"SELECT * FROM {table}")))  # noqa: S608 - our own table names
    return rows


def _named(cursor: apsw.Cursor) -> Iterator[TableRow]:
    """Rows by column; a cursor knows its columns only while it stands on a row."""
    names: list[str] = []
    for values in cursor:
        names = names or [name for name, *_ in cursor.get_description()]
        yield dict(zip(names, values, strict=True))
