"""Options that several commands take, and checks of what was typed."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kiosk.cli.places import DATABASE
from kiosk.domain.language import Language

if TYPE_CHECKING:  # the store costs commands that read no content a tenth of a second
    from kiosk.content.store import ContentStore

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


def chosen_language(store: "ContentStore", tag: str | None, option: str) -> Language:
    """A language of the content; its first one where none is named.

    Args:
        store: the content.
        tag: what was typed.
        option: where it was typed.

    Raises:
        click.BadParameter: the content is not written in it.
    """
    languages = {language.tag: language for language in store.languages}
    if tag and tag not in languages:
        message = f"{tag!r}: the content is written in {', '.join(languages)}; name one of them"
        raise click.BadParameter(message, param_hint=option)
    return languages[tag] if tag else store.languages[0]
