"""What the commands print: tables for people on a terminal, plain lines for pipes and files, JSON for programs.

Nothing here is loaded before it is needed: rich alone takes longer than a short command.
"""

import codecs
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol

import click


class ProgressLine(Protocol):
    """What tells how far the work is."""

    def add_task(self, description: str, *, total: float | None = None) -> Any:
        """Begin to tell of one piece of work; returns what `update` is given."""

    def update(self, task_id: Any, *, description: str | None = None, advance: float | None = None) -> None:
        """Tell what is done now, or how many steps more are done."""


def print_json(value: object) -> None:
    """One JSON document on standard output."""
    text = json.dumps(value, ensure_ascii=not _speaks_utf_8(), indent=2)
    sys.stdout.write(f"{_printable(text)}\n")


def _speaks_utf_8() -> bool:
    """Whether standard output takes every character; else JSON is written with escapes of its own."""
    return codecs.lookup(getattr(sys.stdout, "encoding", None) or "utf-8").name == "utf-8"


def print_line(text: str) -> None:
    """One line for people, as it is: no markup, no wrapping."""
    click.echo(_printable(text))


def print_table(title: str, columns: tuple[str, ...], rows: Iterable[Iterable[Any]]) -> None:
    """A table for people; in a pipe or file whole cells between tabs, one row a line."""
    cells = [[in_words(cell) for cell in row] for row in rows]
    if sys.stdout.isatty():
        _draw_table(title, columns, cells)
        return
    for line in ([title], columns, *cells):
        print_line("\t".join(" ".join(cell.split()) for cell in line))


def in_words(value: object) -> str:
    """A value as people read it: no brackets or quotes of a programming language; nothing is a dash."""
    if value is None or value == "" or (isinstance(value, (list, tuple, dict, set, frozenset)) and not value):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(f"{key} {in_words(of)}" for key, of in value.items())
    if isinstance(value, (list, tuple, set, frozenset)):
        return ", ".join(map(in_words, sorted(value) if isinstance(value, (set, frozenset)) else value))
    return str(value)


def _draw_table(title: str, columns: tuple[str, ...], rows: list[list[str]]) -> None:
    from rich.console import Console  # a tenth of a second, for tables on a terminal alone
    from rich.table import Table
    from rich.text import Text

    table = Table(title=Text(title), title_justify="left")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(_printable(cell)) for cell in row))
    Console().print(table)


def _printable(text: str) -> str:
    """Text without halves of characters, which no stream can encode."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


@contextmanager
def progress(steps: int = 0) -> Iterator[ProgressLine]:
    """A line on standard error that shows that work goes on; in a pipe or file a line for each thing done.

    Args:
        steps: how many there are, for a bar that fills; 0 where nobody knows.
    """
    if not sys.stderr.isatty():
        yield _PlainLines(steps)
        return
    from rich.console import Console  # a tenth of a second, for terminals alone
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, SpinnerColumn, TextColumn, TimeElapsedColumn

    bar: tuple[ProgressColumn, ...] = (BarColumn(), MofNCompleteColumn()) if steps else ()
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), *bar, TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as line:
        yield line


class _PlainLines:
    """Progress as lines of text: what is done now, or each tenth of the steps."""

    def __init__(self, steps: int) -> None:
        self._steps, self._done, self._said = steps, 0.0, ""

    def add_task(self, description: str, *, total: float | None = None) -> str:  # noqa: ARG002 - as rich's
        self._say(description)
        return description

    def update(self, task_id: Any, *, description: str | None = None, advance: float | None = None) -> None:
        if description:
            self._say(description)
        if advance:
            tenth = self._tenth()
            self._done += advance
            if self._tenth() > tenth:
                self._say(f"{task_id}: {self._done:.0f} of {self._steps}")

    def _tenth(self) -> int:
        return int(10 * self._done / self._steps) if self._steps else 0

    def _say(self, text: str) -> None:
        if text != self._said:
            self._said = text
            click.echo(_printable(text), err=True)
