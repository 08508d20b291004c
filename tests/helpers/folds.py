"""How well the search answers what it has not learnt from, told by way of writing: `python -m tests.helpers.folds`, some minutes.

Five times, every fifth saying in the order of the authors' files is left out, the search learns from the others and is asked those
left out. Then the same with each set of queries that others wrote: its wordings are left out of the sayings, wherever they stand.
"""

import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

import apsw
import yaml

from kiosk.config import ROOT
from kiosk.content.search.training import fill_intents
from kiosk.content.store import ContentStore
from kiosk.domain.search import words_of

FOLDS = 5
QUERIES = ROOT / "tests" / "content" / "search"
SETS = ("everyday", "unseen/everyday", "later/everyday")
WAYS = {"ar": "ar", "ary-Arab": "darija_ar", "ary-Latn": "darija_lat", "fr": "fr", "en": "en"}
_LEARNT = ("search_feature", "search_carrier", "crisis_feature", "crisis_carrier", "crisis_cry")


class Asked(NamedTuple):
    """What is typed, and what answers it."""

    group: str
    text: str
    answers: tuple[str, ...]


class Saying(NamedTuple):
    """A saying by its place in the authors' files."""

    item: str
    way: str
    position: int
    said: str

    @property
    def folded(self) -> str:
        """As it is compared."""
        return " ".join(words_of(self.said))


def main() -> None:
    """Print the shares that come first and among the first three."""
    sayings = list(_sayings())
    folds = [sayings[place::FOLDS] for place in range(FOLDS)]
    _report("sayings left out", ((fold, [Asked(WAYS[one.way], one.said, _answers(one.item)) for one in fold]) for fold in folds))
    for name in SETS:
        asked = list(_queries(name))
        folded = {" ".join(words_of(one.text)) for one in asked}
        _report(name, [([one for one in sayings if one.folded in folded], asked)])


def _sayings() -> Iterator[Saying]:
    for file in sorted((ROOT / "assets" / "content" / "sayings").glob("*.yaml")):
        for item, ways in yaml.safe_load(file.read_text(encoding="utf-8")).items():
            yield from (Saying(item, way, place, str(said)) for way, said_so in ways.items() for place, said in enumerate(said_so))


def _answers(item: str) -> tuple[str, ...]:
    """An item is its own answer; of a case, its service is one too."""
    kind, _, name = item.partition(":")
    return (item, f"service:{name.partition('/')[0]}") if kind == "situation" else (item,)


def _queries(name: str) -> Iterator[Asked]:
    expected = yaml.safe_load((QUERIES / "expected.yaml").read_text(encoding="utf-8"))
    for query in yaml.safe_load((QUERIES / f"{name}.yaml").read_text(encoding="utf-8")):
        yield Asked(query["group"], str(query["text"]), tuple(expected[query["situation"]]))


def _report(name: str, folds: Iterable[tuple[list[Saying], list[Asked]]]) -> None:
    places = defaultdict(list)
    for left_out, asked in folds:
        with tempfile.TemporaryDirectory() as folder, _learnt_without(left_out, Path(folder) / "content.db") as store:
            for one in asked:
                places[one.group].append(_place(store, one))
    _tell(f"{name}: {sum(map(len, places.values()))}")
    for group in WAYS.values():
        found = places[group]
        first, three = (100 * sum(place < limit for place in found) / len(found) for limit in (1, 3))
        _tell(f"  {group:12}{first:5.1f} first {three:5.1f} among three of {len(found)}")


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _learnt_without(left_out: list[Saying], copy: Path) -> ContentStore:
    """The shipped content, learnt anew without some sayings; nobody's danger is learnt, which takes time and moves no answer."""
    copy.write_bytes((ROOT / "content.db").read_bytes())
    connection = apsw.Connection(str(copy))
    with connection:
        connection.execute("UPDATE search_intent SET whole = NULL")
        for table in (*_LEARNT, "search_intent"):
            connection.execute(f"DELETE FROM {table}")
        rows = [(one.item, one.way, one.position) for one in left_out]
        connection.executemany("DELETE FROM saying WHERE item = ? AND way = ? AND position = ?", rows)
        fill_intents(connection)
    connection.close()
    return ContentStore.open(copy)


def _place(store: ContentStore, asked: Asked) -> int:
    hits = [hit.card.identifier for hit in store.search(asked.text, 3).hits]
    return next((place for place, item in enumerate(hits) if any(fnmatch(item, good) for good in asked.answers)), 3)


if __name__ == "__main__":
    main()
