"""The notions that words stand for, as one database has them."""

from collections.abc import Iterator
from functools import lru_cache, partial

import apsw

from kiosk.content.reading.reader import Reader
from kiosk.domain.intent import Notions
from kiosk.domain.notions import Look, keys_of_term, notions_of_word, told

_TERMS = "SELECT notion, european, term FROM notion_term"
_KEPT = 1 << 10
"""Words and phrases that are remembered: those of some sentences."""


def fill_notions(connection: apsw.Connection) -> None:
    """Write anew under which keys the notions are filed."""
    connection.executemany("INSERT INTO search_notion VALUES (?, ?)", sorted(set(_filed(connection))))


def _filed(connection: apsw.Connection) -> Iterator[tuple[str, str]]:
    for notion, european, term in connection.execute(_TERMS):
        yield from ((key, str(notion)) for key in keys_of_term(str(term).split(), european=bool(european)))


def learnt_notions(connection: apsw.Connection) -> Notions:
    """What tells the notions of a sentence while a database is built: all keys at once."""
    found: dict[str, list[str]] = {}
    for key, notion in connection.execute("SELECT key, notion FROM search_notion ORDER BY key, notion"):
        found.setdefault(str(key), []).append(str(notion))
    return _told_by(lambda key: found.get(key, ()), None)


def notions_of(reader: Reader) -> Notions:
    """What tells the notions of a sentence in a database that is open."""
    sql = "SELECT notion FROM search_notion WHERE key = ? ORDER BY notion"
    return _told_by(lambda key: [str(notion) for (notion,) in reader.rows(sql, key)], _KEPT)


def _told_by(look: Look, kept: int | None) -> Notions:
    of_word, of_phrase = lru_cache(kept)(partial(notions_of_word, look=look)), lru_cache(kept)(look)
    return lambda words: told(words, of_word, of_phrase)
