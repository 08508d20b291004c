"""Runs the measurements that are named; one JSON object a line on standard output, each time something begins or is known.

Most are a ratio of the kiosk against a rival run on the same display of the same machine in the same minutes.
"""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.figures import Result, ratio

Names = frozenset[str]
SEARCH_GOALS: dict[int, tuple[float | None, float]] = {1_000: (None, 6.0), 100_000: (1.0, 6.0), 1_000_000: (2.0, 60.0)}
"""By number of items: how many times the rival's p95 are allowed, and how many milliseconds p99."""


# each loads what it measures with, so that a missing package stops nothing else


def _console(_folder: Path, _names: Names) -> Iterator[Result]:
    from tests.benchmarks.console import beside_a_bare_interpreter

    return beside_a_bare_interpreter()


def _search(folder: Path, names: Names) -> Iterator[Result]:
    """Milliseconds from keystroke to results against tantivy on the same documents."""
    from tests.benchmarks import search
    from tests.benchmarks.program import percentile

    sizes = [size for size in SEARCH_GOALS if ("million" if size == max(SEARCH_GOALS) else "search") in names]
    for size in sizes:
        of_rival, at_most = SEARCH_GOALS[size]
        ours, theirs = search.measure(size, folder)
        for part, goal in ((50, None), (95, of_rival)):
            yield ratio(f"search p{part} with {size} items", percentile(ours, part), percentile(theirs, part), "ms", goal)
        slowest = percentile(ours, 99)
        row = ratio(f"search p99 with {size} items", slowest, percentile(theirs, 99), "ms, the goal too", at_most)
        yield row | {"met": slowest <= at_most}


def _narration(folder: Path, names: Names) -> Iterator[Result]:
    from tests.benchmarks import narration

    return narration.measure(folder, names)


def _transfer(folder: Path, names: Names) -> Iterator[Result]:
    from tests.benchmarks import transfer

    if "sync" in names:
        yield from (ratio(*figure) for figure in transfer.beside_rsync(folder))
    if "fleet" in names:
        yield from (ratio(*figure) for figure in transfer.fleet(folder))


def _window(folder: Path, names: Names) -> Iterator[Result]:
    from tests.benchmarks.window import beside_chromium

    return beside_chromium(folder, names)


def _motion(_folder: Path, _names: Names) -> Iterator[Result]:
    from tests.benchmarks import motion

    return motion.measure()


def _mode(folder: Path, _names: Names) -> Iterator[Result]:
    from tests.benchmarks.window import in_the_mode_chosen

    return in_the_mode_chosen(folder)


def _items(folder: Path, names: Names) -> Iterator[Result]:
    from tests.benchmarks.window import beside_smaller_content

    return beside_smaller_content(folder, names)


GROUPS: dict[tuple[str, ...], Callable[[Path, Names], Iterator[Result]]] = {
    ("cli",): _console,
    ("start", "memory", "tap"): _window,
    ("motion",): _motion,
    ("mode",): _mode,
    ("items", "many"): _items,
    ("sync", "fleet"): _transfer,
    ("narration", "soak"): _narration,
    ("search", "million"): _search,
}
"""What measures what; names measured together stand together."""


def _say(**told: object) -> None:
    print(json.dumps(told), flush=True)  # noqa: T201 - the protocol with the command


def main(names: list[str]) -> int:
    """Measure what is named, and say each result as soon as it is known."""
    with TemporaryDirectory() as name:
        for group, measure in GROUPS.items():
            wanted = frozenset(names) & frozenset(group)
            if wanted:
                _say(doing=" ".join(one for one in group if one in wanted))
                for result in measure(Path(name), wanted):
                    _say(**result)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
