"""Fills the search tables from the items, their texts and their synonyms."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import apsw

from kiosk.content.search.danger_training import fill_dangers
from kiosk.content.search.notions import fill_notions
from kiosk.content.search.training import fill_intents
from kiosk.domain.folding import fold
from kiosk.domain.kinds import KINDS, SEARCHED_KINDS
from kiosk.domain.search import SHORTEST_WITH_SLIPS, near_forms, words_of
from kiosk.domain.stemming import stems

_NAMES = """
SELECT shown FROM text WHERE item = ?1 AND field = 'name' UNION ALL SELECT spelling FROM synonym WHERE item = ?1
UNION ALL SELECT p.telephone FROM emergency_number e JOIN contact_point p ON p.id = e.contact_point WHERE e.id = ?1"""
_BODY = """
SELECT shown FROM text WHERE item = ?1 AND field NOT IN ('name', 'picture_alt')
UNION ALL SELECT t.shown FROM item i JOIN text t ON t.item = i.id
    WHERE i.parent = ?1 AND i.kind IN ('statement', 'channel', 'cost', 'slot')
UNION ALL SELECT t.shown FROM relation r JOIN text t ON t.item = r.target
    WHERE r.item = ?1 AND r.name IN ('evidence', 'life_events', 'audiences') AND t.field = 'name'"""
_CONTEXT_KINDS = frozenset(kind.name for kind in KINDS if kind.found_with_parent)
_PARTS = re.compile(r"[/():]")
_SHOWN_WORD = re.compile(r"[^\W_]+")


class _Document(NamedTuple):
    """An item as it is searched."""

    number: int
    item: str
    names: list[str]
    context: list[str]
    body: list[str]


def fill_search(connection: apsw.Connection) -> None:
    """Write the search tables anew, documents in order of importance."""
    shown: dict[str, str] = {}
    for document in _documents(connection):
        _write(connection, document, shown)
    telling = sorted(shown.items())
    connection.executemany("INSERT INTO search_word VALUES (?, ?)", telling)
    slips = sorted({(form, word) for word, _ in telling for form in near_forms(word)})
    connection.executemany("INSERT INTO search_slip VALUES (?, ?)", slips)
    fill_notions(connection)
    fill_intents(connection)
    fill_dangers(connection)


def _documents(connection: apsw.Connection) -> Iterator[_Document]:
    number = 0
    for kind in SEARCHED_KINDS:
        for item, parent in connection.execute("SELECT id, parent FROM item WHERE kind = ? ORDER BY rank, id", (kind,)):
            number += 1
            context = _texts(connection, _NAMES, parent) if kind in _CONTEXT_KINDS else []
            yield _Document(number, str(item), _texts(connection, _NAMES, item), context, _texts(connection, _BODY, item))


def _texts(connection: apsw.Connection, sql: str, item: object) -> list[str]:
    return [str(text) for (text,) in connection.execute(sql, (str(item),))]


def _write(connection: apsw.Connection, document: _Document, shown: dict[str, str]) -> None:
    own, context = _names(document.names), _names(document.context)
    named = [name.split() for name in (*own, *context)]
    words = [word for name in own for word in name.split()]
    body = [word for text in document.body for word in words_of(text)]
    stemmed = _stemmed([word for name in named for word in name])
    connection.execute("INSERT INTO search_document VALUES (?, ?)", (document.number, document.item))
    forms = " ".join(dict.fromkeys((*words, *stemmed)))
    everything = " ".join((*stemmed, *_stemmed(body)))
    connection.execute("INSERT INTO search_names (rowid, forms) VALUES (?, ?)", (document.number, forms))
    connection.execute("INSERT INTO search_anywhere (rowid, stems) VALUES (?, ?)", (document.number, everything))
    names = [(name, 1) for name in own] + [(name, 0) for name in context]
    rows = [(document.number, place, name, mine) for place, (name, mine) in enumerate(names)]
    connection.executemany("INSERT INTO search_name VALUES (?, ?, ?, ?)", rows)
    for word in (word for text in document.names for word in _SHOWN_WORD.findall(text)):
        if len(word) >= SHORTEST_WITH_SLIPS and word.isalpha():
            shown.setdefault(fold(word), word.lower())


def _names(texts: list[str]) -> list[str]:
    """Each name, and its parts where it has brackets or a choice, as they are indexed; each once."""
    parts = [part for text in texts for part in (text, *_PARTS.split(text))]
    folded = (" ".join(words_of(part)) for part in parts)
    return list(dict.fromkeys(name for name in folded if name))


def _stemmed(words: list[str]) -> list[str]:
    return [stem for word in words for stem in stems(word)]
