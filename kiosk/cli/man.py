"""`kiosk man`: a manual page for each command, written from what the command says of itself."""

import re
from collections.abc import Iterator
from pathlib import Path

import click

from kiosk import __version__
from kiosk.cli.options import PATH
from kiosk.cli.output import print_line
from kiosk.cli.output_files import make_output_folder, output_file
from kiosk.domain.english import how_many
from kiosk.errors import KioskError

SECTION = "1"


@click.command()
@click.option("--out", type=PATH, required=True, metavar="DIR", help="Folder to write to; made where there is none.")
def man(out: Path) -> None:
    """Write a manual page for each command, such as kiosk-content-build.1."""
    make_output_folder(out)
    pages = list(_pages(click.Context(click.get_current_context().find_root().command, info_name="kiosk")))
    for name, text in pages:
        with output_file(out / f"{name}.{SECTION}") as fresh:
            fresh.write_text(text, encoding="utf-8")
    print_line(f"{out}: {how_many(len(pages), 'page')}")


def _pages(context: click.Context) -> Iterator[tuple[str, str]]:
    """Name and text of the page of a command and of those below it."""
    below = list(_below(context))
    yield _name(context), "".join(f"{line}\n" for line in _page(context, below))
    for child in below:
        yield from _pages(child)


def _below(context: click.Context) -> Iterator[click.Context]:
    if isinstance(context.command, click.Group):
        for name in context.command.list_commands(context):
            command = context.command.get_command(context, name)
            if command is not None:
                yield click.Context(command, parent=context, info_name=name)


def _name(context: click.Context) -> str:
    return context.command_path.replace(" ", "-")


def _page(context: click.Context, below: list[click.Context]) -> Iterator[str]:
    command, name = context.command, _name(context)
    paragraphs = _paragraphs(command.help)
    yield f'.TH "{escaped(name.upper())}" "{SECTION}" "" "Jusur {__version__}" "Jusur"'
    yield from (".SH NAME", f"{escaped(name)} \\- {escaped(_paragraphs(command.help)[0].rstrip('.'))}")
    yield from (
        ".SH SYNOPSIS",
        f"\\fB{escaped(context.command_path)}\\fR {escaped(' '.join(command.collect_usage_pieces(context)))}",
    )
    yield ".SH DESCRIPTION"
    for paragraph in paragraphs:
        yield from (".PP", escaped(paragraph))
    yield ".SH OPTIONS"
    for record in filter(None, (parameter.get_help_record(context) for parameter in command.get_params(context))):
        yield from (".TP", f"\\fB{escaped(record[0])}\\fR", escaped(record[1]))
    if below:
        yield ".SH COMMANDS"
        for child in below:
            yield from (".TP", f"\\fB{escaped(_name(child))}\\fR({SECTION})", escaped(_paragraphs(child.command.help)[0]))
    yield ".SH EXIT STATUS"
    for status, meaning in _statuses():
        yield from (".TP", f"\\fB{status}\\fR", escaped(meaning))


def _statuses() -> Iterator[tuple[int, str]]:
    yield 0, "Done; nothing wrong was found."
    yield 1, "Something examined or measured is not as it should be."
    yield 2, "The command was not written right."
    for family in sorted(KioskError.__subclasses__(), key=lambda family: family.exit_status):
        yield family.exit_status, _paragraphs(family.__doc__)[0]


def _paragraphs(text: str | None) -> list[str]:
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text or "")]


def escaped(text: str) -> str:
    r"""Text in which nothing is a request of roff: `\\`, `-`, and a dot or quote at the beginning of a line."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped
