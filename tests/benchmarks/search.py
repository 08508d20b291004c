"""Search while typing, beside tantivy on the same documents: many items, in two scripts, typed letter by letter."""

import random
import re
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import tantivy
from sqlite_utils import Database

from kiosk.content.build import finish
from kiosk.content.schema import TABLES, statements_of
from kiosk.content.store import ContentStore
from kiosk.domain.folding import fold
from kiosk.domain.search import words_of

LIMIT = 20
VOCABULARY = 20_000
QUERIES = 60
REPEATS = 5
SHORTEST = 2
INSERT_TEXT = "INSERT INTO text (item, field, language, shown, speech) VALUES (?, ?, ?, ?, ?)"
DAY = "2026-11-24"
_SYLLABLES = {
    "ar": tuple(re.findall(r"\w+", "با تي سو را من كا لي شر فق دو حا عن جم نص قا هي وط غر زي خل")),
    "fr": tuple(re.findall(r"\w+", "ba té so ra man ca li cher fa do na en jo ni qua hi vou gra zé lé")),
}
_LENGTHS = {"ar": (5, 15), "fr": (5, 20)}
"""Words of a name and of a summary."""


@dataclass(frozen=True)
class Document:
    """A name and a summary in two languages."""

    number: int
    texts: dict[str, tuple[str, str]]


class Corpus:
    """Documents whose words are as unevenly common as in real texts, the same on every machine."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._chance = random.Random(size)
        self._words = {tag: [self._word(tag) for _ in range(VOCABULARY)] for tag in _SYLLABLES}
        total = 0.0
        self._weights = [total := total + 1 / (rank + 3) for rank in range(VOCABULARY)]

    def _word(self, tag: str) -> str:
        return "".join(self._chance.choices(_SYLLABLES[tag], k=self._chance.choice((2, 3, 3, 4))))

    def _text(self, tag: str, length: int) -> str:
        return " ".join(self._chance.choices(self._words[tag], cum_weights=self._weights, k=length))

    def documents(self) -> Iterator[Document]:
        """All of them, in order of importance; once."""
        for number in range(self.size):
            texts = {tag: (self._text(tag, name), self._text(tag, body)) for tag, (name, body) in _LENGTHS.items()}
            yield Document(number, texts)


def keystrokes(names: list[str]) -> list[str]:
    """What stands in the box after each letter, for one to three words of each name; every fifth has a slip."""
    chance, typed = random.Random(5), []
    for turn, name in enumerate(names):
        query = " ".join(name.split()[: 1 + turn % 3])
        if turn % 5 == 4:
            place = chance.randrange(1, len(query))
            query = query[:place] + query[place + 1 :]
        typed += [query[:length] for length in range(SHORTEST, len(query) + 1) if query[length - 1] != " "]
    return typed


def write_content(corpus: Corpus, target: Path) -> list[str]:
    """The documents as a content database; gives the names to ask for."""
    names = []
    with TemporaryDirectory(dir=target.parent) as folder:
        draft = Path(folder) / "draft.db"
        database = Database(sqlite3.connect(draft))
        for statement in statements_of(TABLES):
            database.execute(statement)
        with database.conn:
            _settings(database.conn)
            step = max(1, corpus.size // QUERIES)
            for document in corpus.documents():
                _insert(database.conn, document)
                if document.number % step == 0 and len(names) < QUERIES:
                    names.append(document.texts[("ar", "fr")[len(names) % 2]][0])
        database.close()
        finish(draft, target)
    return names


def _settings(connection: sqlite3.Connection) -> None:
    languages = [("ar", "rtl", "العربية", "المسوا", 1), ("fr", "ltr", "Français", "Touchez", 2)]
    connection.executemany("INSERT INTO language VALUES (?, ?, ?, ?, ?)", languages)
    meta = [("content_version", "2026.11.24"), ("timezone", "Africa/Casablanca"), ("sources_sha256", "")]
    connection.executemany("INSERT INTO meta VALUES (?, ?)", meta)
    connection.execute("INSERT INTO item VALUES ('exhibition:exhibition', 'exhibition', NULL, 0, NULL, ?, 0)", (DAY,))
    titles = [("exhibition:exhibition", field, tag, field, None) for field in ("title", "subtitle") for tag in _SYLLABLES]
    connection.executemany(INSERT_TEXT, titles)


def _insert(connection: sqlite3.Connection, document: Document) -> None:
    item = f"pavilion:{document.number:07}"
    connection.execute("INSERT INTO item VALUES (?, 'pavilion', NULL, ?, 'star', ?, 0)", (item, document.number, DAY))
    rows = [
        (item, field, tag, text, None)
        for tag, both in document.texts.items()
        for field, text in zip(("name", "summary"), both, strict=True)
    ]
    connection.executemany(INSERT_TEXT, rows)


class Tantivy:
    """The rival, given folded text: names count four times, the last word is a beginning, slips are tried when nothing is found."""

    FIELDS = ("name_ar", "body_ar", "name_fr", "body_fr")

    def __init__(self, corpus: Corpus, folder: Path) -> None:
        builder = tantivy.SchemaBuilder()
        for field in self.FIELDS:
            builder.add_text_field(field, stored=field.startswith("name"))
        builder.add_integer_field("number", stored=True)
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema, path=str(folder))
        writer = self._index.writer(heap_size=200_000_000, num_threads=1)
        for document in corpus.documents():
            fields = {
                f"{field}_{tag}": fold(text)
                for tag, both in document.texts.items()
                for field, text in zip(("name", "body"), both, strict=True)
            }
            writer.add_document(tantivy.Document(number=document.number, **fields))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def search(self, text: str) -> int:
        """How many were found, their names read."""
        words = words_of(text)
        found = self._top(words, slips=False) or self._top(words, slips=True)
        return len([self._searcher.doc(address)["name_ar"] for _, address in found])

    def _top(self, words: list[str], *, slips: bool) -> list[tuple[float, tantivy.DocAddress]]:
        last = len(words) - 1
        musts = [(tantivy.Occur.Must, self._word(word, beginning=place == last, slips=slips)) for place, word in enumerate(words)]
        return self._searcher.search(tantivy.Query.boolean_query(musts), LIMIT).hits

    def _word(self, word: str, *, beginning: bool, slips: bool) -> tantivy.Query:
        return tantivy.Query.boolean_query(
            [
                (tantivy.Occur.Should, self._boosted(field, self._in_field(field, word, beginning=beginning, slips=slips)))
                for field in self.FIELDS
            ]
        )

    def _boosted(self, field: str, query: tantivy.Query) -> tantivy.Query:
        return tantivy.Query.boost_query(query, 4.0 if field.startswith("name") else 1.0)

    def _in_field(self, field: str, word: str, *, beginning: bool, slips: bool) -> tantivy.Query:
        if slips:
            return tantivy.Query.fuzzy_term_query(self._schema, field, word, distance=1, transposition_cost_one=True)
        if beginning:
            return tantivy.Query.regex_query(self._schema, field, f"{word}.*")
        return tantivy.Query.term_query(self._schema, field, word)


def timed(searches: tuple[Callable[[str], object], ...], typed: list[str]) -> list[list[float]]:
    """Milliseconds of each keystroke by search, the least of a few runs; they take turns, so that both meet the same load."""
    least = [[float("inf")] * len(typed) for _ in searches]
    for _ in range(REPEATS):
        for place, text in enumerate(typed):
            for times, search in zip(least, searches, strict=True):
                begin = time.perf_counter()
                search(text)
                times[place] = min(times[place], (time.perf_counter() - begin) * 1e3)
    return least


def measure(size: int, folder: Path) -> list[list[float]]:
    """Milliseconds from keystroke to results of the kiosk and of tantivy."""
    content, index = folder / f"search-{size}.db", folder / f"tantivy-{size}"
    index.mkdir()
    typed = keystrokes(write_content(Corpus(size), content))
    rival = Tantivy(Corpus(size), index)
    with ContentStore.open(content) as store:
        times = timed((lambda text: store.search(text, LIMIT), rival.search), typed)
    content.unlink()
    return times
