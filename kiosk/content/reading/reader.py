"""Rows of content.db as the values the domain knows."""

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

import apsw

from kiosk.domain.item import EASY, Caption, Card, Head, ItemKind, PictureFile, SignFilm, Statement
from kiosk.domain.language import LanguageTag, LocalizedText
from kiosk.errors import ContentCorruptError, DamagedItemError, UnknownItemError

Fields = dict[str, LocalizedText]
Value = str | int | float | bytes | None
LONGEST = 10_000
"""Characters of a text; the longest sound one has a few hundred, and a page of a million stops the screen for minutes."""
_P = ParamSpec("_P")
_T = TypeVar("_T")

log = logging.getLogger(__name__)


_PICTURE = "m.path, m.sha256, p.credit, p.focus_x, p.focus_y"
_MEDIA = "LEFT JOIN media m ON m.item = i.id AND m.kind = 'file' LEFT JOIN photograph p ON p.item = i.id"
_SHOWN = f"i.kind, i.icon, c.colour, {_PICTURE} FROM item i LEFT JOIN identity c ON c.item = i.id {_MEDIA}"
"""What a card shows beside its texts, and where it stands."""


def _picture(path: Value, digest: Value, credit: Value, across: Value, down: Value) -> PictureFile | None:
    if path is None:
        return None
    if credit is None:
        return PictureFile(str(path), str(digest))
    return PictureFile(str(path), str(digest), str(credit), (float(str(across)), float(str(down))))


def _card(item: str, fields: Fields, kind: Value, icon: Value, colour: Value, *picture: Value) -> Card:
    return Card(item, ItemKind(str(kind)), fields["name"], fields["summary"], str(icon), _picture(*picture), str(colour or ""))


def refusing_bad_rows(read: Callable[Concatenate["Reader", _P], _T]) -> Callable[Concatenate["Reader", _P], _T]:
    """A reader to which a missing part or an impossible value means that the database is damaged.

    Raises:
        DamagedItemError: the reader stumbled.
    """

    @wraps(read)
    def guarded(reader: "Reader", /, *args: _P.args, **kwargs: _P.kwargs) -> _T:
        try:
            return read(reader, *args, **kwargs)
        except (LookupError, ValueError) as error:
            raise reader.damaged(error) from error

    return guarded


MOST_SAID = 200
"""Characters of what a message cites from a database: a value in it may be as long as the file."""


class Reader:
    """Reads through one connection; every error of SQLite becomes one of ours here.

    Args:
        connection: an open database.
        name: what messages call it.
    """

    def __init__(self, connection: apsw.Connection, name: str) -> None:
        self._connection = connection
        self._name = name
        self.languages = frozenset[LanguageTag]()
        """Those every text must exist in."""
        self.left_out: dict[str, str] = {}
        """Items that no list shows, because they cannot be read: the reason by item."""

    def damaged(self, error: Exception) -> ContentCorruptError:
        """What is raised instead of an error that a sound database cannot cause."""
        kind = DamagedItemError if isinstance(error, LookupError | ValueError) else ContentCorruptError
        return kind(f"{self._name}: cannot be read ({repr(error)[:MOST_SAID]}); put a good database in its place")

    def each(self, items: Iterable[str], read: Callable[[str], _T]) -> Iterator[_T]:
        """Items that can be read; one that cannot is left out, and named once in the log.

        Args:
            items: their identifiers.
            read: reads one.

        Raises:
            ContentCorruptError: the file itself is damaged.
        """
        for item in items:
            try:
                yield read(item)
            except (DamagedItemError, UnknownItemError, LookupError, ValueError) as error:
                self.leave_out(item, error)

    def leave_out(self, item: str, error: Exception) -> None:
        """Say once that an item cannot be shown."""
        if item not in self.left_out:
            self.left_out[item] = str(error) or repr(error)
            log.warning("left out: %s: %s", item, error)

    def rows(self, sql: str, *values: Value) -> list[tuple[Value, ...]]:
        """All rows of a query.

        Raises:
            ContentCorruptError: the database is damaged or hostile.
        """
        try:
            return self._connection.execute(sql, values).fetchall()
        except (apsw.Error, UnicodeDecodeError) as error:
            raise self.damaged(error) from error

    def row(self, sql: str, item: str) -> tuple[Value, ...]:
        """The one row of an item.

        Raises:
            UnknownItemError: there is none.
        """
        found = self.rows(sql, item)
        if not found:
            message = f"{self._name}: there is no {item!r}; name an item of this database"
            raise UnknownItemError(message)
        return found[0]

    def texts(self, which: str, *values: Value) -> defaultdict[str, Fields]:
        """Texts by item and field.

        Args:
            which: the rest of the query after `FROM text t JOIN item i`, from WHERE on.
            values: what its question marks stand for.

        Raises:
            ContentCorruptError: a text does not exist in every language, or is so long that it would hold up the screen.
        """
        shown: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
        speech: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
        sql = f"SELECT t.item, t.field, t.language, t.shown, t.speech FROM text t JOIN item i ON i.id = t.item {which}"  # noqa: S608 - our own names
        for item, field, language, words, said in self.rows(sql, *values):
            if len(str(words)) > LONGEST or len(str(said)) > LONGEST:
                raise self.damaged(ValueError(f"{item!s} {field!s} {language!s} is longer than {LONGEST} characters"))
            shown[str(item), str(field)][str(language)] = str(words)
            if said is not None:
                speech[str(item), str(field)][str(language)] = str(said)
        found: defaultdict[str, Fields] = defaultdict(dict)
        for (owner, name), by_language in shown.items():
            if not self.languages <= by_language.keys():
                raise self.damaged(KeyError(owner, name, *sorted(self.languages - by_language.keys())))
            found[owner][name] = LocalizedText(by_language, speech[owner, name])
        return found

    def sources(self, which: str, *values: Value) -> defaultdict[str, tuple[str, ...]]:
        """Source identifiers by item, in order."""
        found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
        sql = f"SELECT s.item, s.source FROM item_source s JOIN item i ON i.id = s.item {which} ORDER BY s.item, s.position"  # noqa: S608 - our own names
        for item, source in self.rows(sql, *values):
            found[str(item)] += (str(source),)
        return found

    @refusing_bad_rows
    def head(self, item: str) -> tuple[Head, Fields]:
        """What an item's page begins with, and all its texts.

        Raises:
            UnknownItemError: there is no such item.
        """
        checked_on, *shown = self.row(f"SELECT i.checked_on, {_SHOWN} WHERE i.id = ?", item)
        fields = self.texts("WHERE i.id = ?", item)[item]
        card = _card(item, fields, *shown)
        easy = tuple(fields[name] for name in sorted((name for name in fields if name.startswith(EASY)), key=lambda n: (len(n), n)))
        return Head(card, fields["picture_alt"], date.fromisoformat(str(checked_on)), card.picture, easy, self._sign(item)), fields

    def _sign(self, item: str) -> SignFilm | None:
        """What is said of an item in sign language."""
        for path, digest, credit in self.rows("SELECT path, sha256, credit FROM sign_film WHERE item = ?", item):
            captions: defaultdict[str, tuple[Caption, ...]] = defaultdict(tuple)
            sql = 'SELECT language, "start", "end", shown FROM caption WHERE item = ? ORDER BY language, position'
            for tag, start, end, shown in self.rows(sql, item):
                captions[str(tag)] += (Caption(float(str(start)), float(str(end)), str(shown)),)
            return SignFilm(str(path), str(digest), str(credit), dict(captions))
        return None

    def picture(self, item: str) -> PictureFile | None:
        """The picture file of an item, where it has one."""
        files = self.rows(f"SELECT {_PICTURE} FROM item i {_MEDIA} WHERE i.id = ?", item)  # noqa: S608 - our own names
        return next((_picture(*values) for values in files), None)

    @refusing_bad_rows
    def cards(self, which: str, *values: Value) -> tuple[Card, ...]:
        """Cards of the items a condition picks, in its order.

        Args:
            which: the rest of a query after `SELECT ... FROM item i`.
            values: what its question marks stand for.
        """
        found = self.rows(f"SELECT i.id, {_SHOWN} {which}", *values)
        rows = {str(item): shown for item, *shown in found}
        return tuple(self.each(rows, lambda item: _card(item, self.texts("WHERE i.id = ?", item)[item], *rows[item])))

    def related(self, item: str, name: str) -> tuple[Card, ...]:
        """Cards of the items an item is tied to."""
        which = "JOIN relation r ON r.target = i.id WHERE r.item = ? AND r.name = ? ORDER BY r.position"
        return self.cards(which, item, name)

    @refusing_bad_rows
    def statements(self, owner: str) -> defaultdict[str, tuple[Statement, ...]]:
        """An item's statements by section, in order."""
        which = "WHERE i.parent = ? AND i.kind = 'statement'"
        texts, sources = self.texts(which, owner), self.sources(which, owner)
        found: defaultdict[str, tuple[Statement, ...]] = defaultdict(tuple)
        columns = "s.section, i.id, i.checked_on, i.confirm, s.rumour"
        sql = f"SELECT {columns} FROM item i JOIN statement s ON s.id = i.id {which} ORDER BY i.rank"  # noqa: S608 - our own names
        for section, item, checked_on, confirm, rumour in self.rows(sql, owner):
            day = date.fromisoformat(str(checked_on))
            text = texts[str(item)]["text"]
            found[str(section)] += (Statement(text, sources[str(item)], day, bool(confirm), bool(rumour)),)
        return found
