"""How well people in danger are heard whose sentences were not learnt: `python -m tests.helpers.danger_folds [FOLDS]`.

Five times, every fifth line of the authors' files is left out, with all sentences it stands for; the search learns from the others
and is asked one sentence of each line left out. Each time takes about a minute of a processor; fewer folds may be asked for.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import apsw

from kiosk.config import ROOT
from kiosk.content.rows.variants import variants
from kiosk.content.search.danger_training import fill_dangers
from kiosk.content.sources.loading import load_valid_sources
from kiosk.content.sources.sayings import ORDINARY
from kiosk.content.store import ContentStore

FOLDS = 5
_LEARNT = ("crisis_saying", "crisis_feature", "crisis_carrier", "crisis_cry")


class Line(NamedTuple):
    """A line of the authors' files."""

    danger: str
    way: str
    pattern: str


def main() -> None:
    """Print by way of writing the shares that take the screen, and that are shown the screen or the strip."""
    folds = int(sys.argv[1]) if len(sys.argv) > 1 else FOLDS
    loaded = load_valid_sources(ROOT / "assets" / "content")
    lines = [Line(danger, way, one) for danger, ways in sorted(loaded.dangers.items()) for way in sorted(ways) for one in ways[way]]
    told: Counter[tuple[str, bool, str]] = Counter()
    for fold in range(folds):
        left_out = lines[fold::FOLDS]
        kept = [line for place, line in enumerate(lines) if place % FOLDS != fold]
        with tempfile.TemporaryDirectory() as folder, _learnt_from(kept, Path(folder) / "content.db") as store:
            told.update((line.way, line.danger != ORDINARY, _shown(store, line)) for line in left_out)
    for way in dict.fromkeys(("all", *sorted({line.way for line in lines}))):
        sys.stdout.write(f"{way:10}" + "".join(_shares(told, way)) + "\n")


def _learnt_from(lines: list[Line], copy: Path) -> ContentStore:
    copy.write_bytes((ROOT / "content.db").read_bytes())
    connection = apsw.Connection(str(copy))
    rows = [(None if line.danger == ORDINARY else line.danger, said) for line in lines for said in variants(line.pattern)]
    with connection:
        for table in _LEARNT:
            connection.execute(f"DELETE FROM {table}")
        connection.executemany("INSERT INTO crisis_saying (crisis, said) VALUES (?, ?)", rows)
        fill_dangers(connection)
    connection.close()
    return ContentStore.open(copy)


def _shown(store: ContentStore, line: Line) -> str:
    result = store.search(variants(line.pattern)[0], 1)
    return "screen" if result.crisis and result.crisis.crisis else "strip" if result.maybe else ""


def _shares(told: Counter[tuple[str, bool, str]], way: str) -> Iterator[str]:
    for cry in (True, False):
        found = Counter(dict.fromkeys(("screen", "strip", ""), 0))
        for (one, of_danger, shown), count in told.items():
            if of_danger is cry and way in {"all", one}:
                found[shown] += count
        total = max(1, found.total())
        shown = f"{100 * found['screen'] / total:6.1f} {100 * (found['screen'] + found['strip']) / total:6.1f}"
        yield f"  {'cries' if cry else 'look-alikes'} {found.total()}: {shown}"


if __name__ == "__main__":
    main()
