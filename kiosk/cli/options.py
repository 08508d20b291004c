"""Options that several commands take, and checks of what was typed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from kiosk.cli.places import DATABASE

Command = TypeVar("Command", bound=Callable[..., Any])

PATH = click.Path(path_type=Path)


def json_option(command: Command) -> Command:
    """--json."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)


def config_option(command: Command) -> Command:
    """--config."""
    return click.option("--config", type=PATH, help="Settings file of the kiosk.")(command)


def content_option(command: Command) -> Command:
    """--content."""
    return click.option("--content", type=PATH, default=DATABASE, show_default="content.db", help="Content database.")(command)
