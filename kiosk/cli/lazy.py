"""A group of commands whose modules are loaded by the command that is called, so that help and short commands begin at once."""

from importlib import import_module
from typing import Any, NamedTuple

import click
from click.shell_completion import CompletionItem


class Lazy(NamedTuple):
    """Where a command is, or of what commands a group is, and what is said of it without loading any."""

    place: str
    """`module:attribute` of a command; a group has none."""
    help: str
    """Of a command the first paragraph of its own help; a test compares both."""
    commands: "dict[str, Lazy] | None" = None
    """Those of a group."""


_WHOLE = 1000
"""Letters: more than any help has."""


class LazyGroup(click.Group):
    """A group that knows the names and the short help of its commands before it loads them."""

    def __init__(self, *args: Any, lazy: dict[str, Lazy], **more: Any) -> None:
        super().__init__(*args, **more)
        self.lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of all commands, sorted; nothing is loaded."""
        return sorted({*super().list_commands(ctx), *self.lazy})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, loaded; None where there is none."""
        found = super().get_command(ctx, cmd_name)
        if found is None and cmd_name in self.lazy:
            found = _loaded(cmd_name, self.lazy[cmd_name])
            self.add_command(found, cmd_name)
        return found

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Names of commands and options that begin so, with their help; nothing is loaded."""
        known = self._known()
        commands = [
            CompletionItem(name, help=known[name].get_short_help_str()) for name in sorted(known) if name.startswith(incomplete)
        ]
        return [*commands, *click.Command.shell_complete(self, ctx, incomplete)]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands with the first sentence of their help, whole; nothing is loaded."""
        known = self._known()
        with formatter.section("Commands"):
            formatter.write_dl([(name, known[name].get_short_help_str(_WHOLE)) for name in self.list_commands(ctx)])

    def _known(self) -> dict[str, click.Command]:
        """All commands, those that are not loaded by their help alone."""
        return {name: click.Command(name, help=lazy.help) for name, lazy in self.lazy.items()} | dict(self.commands)


def _loaded(name: str, lazy: Lazy) -> click.Command:
    if lazy.commands:
        return LazyGroup(name, help=lazy.help, lazy=lazy.commands)
    module, _, attribute = lazy.place.partition(":")
    command: click.Command = getattr(import_module(module), attribute)
    return command
