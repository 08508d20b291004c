"""`kiosk content overlay`, and what other commands take to lay a pavilion's own words over the national sources."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from kiosk.cli.options import PATH, json_option
from kiosk.cli.output import print_json, print_line, print_table
from kiosk.cli.places import SOURCES
from kiosk.content.sources.overlay import Overlay
from kiosk.errors import SourceError


def overlay_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--overlay and --keep."""
    keep = click.option("--keep", multiple=True, metavar="VALUE", help="A conflict decided for the overlay: file:field.")
    overlay = click.option("--overlay", type=PATH, default=None, help="A pavilion's own words, laid over the sources.")
    return overlay(keep(command))


@click.command("overlay")
@click.argument("folder", type=PATH)
@click.option("--base", type=PATH, default=SOURCES, show_default="assets/content", help="The sources it is laid over.")
@click.option("--accept", multiple=True, metavar="VALUE", help="Was read beside the base as it is now: file:field.")
@click.option("--accept-all", is_flag=True, help="The same for all values.")
@json_option
def overlay(folder: Path, base: Path, accept: tuple[str, ...], *, accept_all: bool, as_json: bool) -> int:
    """Show what the overlay in FOLDER says in the base's place, and where the base has changed since; exit status 4 then."""
    over = Overlay(folder, base)
    names = [leaf.name for leaf in over.acceptable] if accept_all else accept
    if names:
        over.accept(names)
    rows = [
        {"value": leaf.name, "base": leaf.base_words, "overlay": leaf.overlay_words, "conflict": over.state(leaf)}
        for leaf in over.leaves
    ]
    if as_json:
        print_json(rows)
    elif rows:
        print_table(f"{folder} over {base}", ("value", "base", "overlay", "conflict"), (row.values() for row in rows))
    else:
        print_line(f"{folder}: says nothing that the base does not")
    return SourceError.exit_status if over.conflicts() else 0
