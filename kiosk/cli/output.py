"""What the commands print: tables for people on a terminal, JSON for programs."""

import json
import sys
from collections.abc import Iterable
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

console = Console()


def print_json(value: object) -> None:
    """One JSON document on standard output."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def print_line(text: str) -> None:
    """One line for people, as it is: no markup, no wrapping."""
    console.print(text, markup=False, highlight=False, soft_wrap=True)


def print_table(title: str, columns: tuple[str, ...], rows: Iterable[Iterable[Any]]) -> None:
    """A table for people."""
    table = Table(title=Text(title), title_justify="left")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
    console.print(table)


def progress(steps: int = 0) -> Progress:
    """A line on standard error that shows that work goes on; nothing where nobody looks.

    Args:
        steps: how many there are, for a bar that fills; 0 where nobody knows.
    """
    errors = Console(stderr=True)
    bar: tuple[ProgressColumn, ...] = (BarColumn(), MofNCompleteColumn()) if steps else ()
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), *bar, TimeElapsedColumn())
    return Progress(*columns, console=errors, transient=True, disable=not errors.is_terminal)
