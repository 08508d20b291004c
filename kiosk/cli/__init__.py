"""The console command `kiosk`, for admins and technicians. Never loads Qt."""

import errno
import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

import click

from kiosk import __version__
from kiosk.cli.commands import COMMANDS
from kiosk.cli.extras import missing_part
from kiosk.cli.lazy import LazyGroup
from kiosk.errors import KioskError, StorageError
from kiosk.time_zones import use_newest_zones

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF})
"""What a stream says that takes no more."""


@click.group(cls=LazyGroup, lazy=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def cli() -> None:
    """Jusur, the visitor kiosk: write, check and look at its content; examine and measure a kiosk."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; an error of ours is one line on standard error and its family's exit status.

    So is a file of the caller's that cannot be read or written; any other exception is a fault of the program and is shown whole.
    """
    use_newest_zones()
    _open_streams()
    given = sys.argv[1:] if arguments is None else arguments
    try:
        _require_text(given)
        result = cli.main(given, prog_name="kiosk", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        return _shown(error)
    except click.exceptions.Abort:
        return 130
    except KioskError as error:
        return _said(error)
    except ModuleNotFoundError as error:
        missing = missing_part(error)
        if missing is None:
            raise
        return _said(missing)
    except (OSError, MemoryError) as error:
        return _said(_of_the_machine(error))
    return result if isinstance(result, int) else 0


def _open_streams() -> None:
    """Where the caller closed one, what is said goes nowhere; what its encoding lacks is written as an escape."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, _nowhere())
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


def _of_the_machine(error: OSError | MemoryError) -> KioskError:
    """What a file, or the memory, lets nobody do; any other error is raised again."""
    if isinstance(error, MemoryError):
        return StorageError("there is not enough memory for what was named; name a smaller file")
    if error.errno in _FULL and error.filename is None:
        sys.stdout = _nowhere()  # else what is left in it fails once more at the end
        return StorageError(f"the output cannot be written: {error.strerror}; send it elsewhere")
    if error.filename is None or error.strerror is None:
        raise error
    named = error.filename.decode("utf-8", "replace") if isinstance(error.filename, bytes) else error.filename
    return StorageError(f"{named}: {error.strerror}; name another, or see that it can be used")


def _require_text(arguments: list[str]) -> None:
    """Refuse what is no text: no file and no identifier of ours has such a name.

    Raises:
        click.UsageError: an argument is not UTF-8, or holds a zero byte, or the caller's locale cannot read it.
    """
    for argument in arguments:
        if "\0" in argument or (not argument.isprintable() and any("\ud800" <= letter <= "\udfff" for letter in argument)):
            if "\0" not in argument and _is_utf_8(argument):
                message = f"{argument!a} cannot be read in this locale; set LC_ALL=C.UTF-8, or PYTHONUTF8=1"
                raise click.UsageError(message)
            message = f"{argument!a} is no text in UTF-8; rename the file, or write it again"
            raise click.UsageError(message)


def _is_utf_8(argument: str) -> bool:
    """Whether the bytes that were given are text, though Python could not read them as such."""
    try:
        return bool(os.fsencode(argument).decode("utf-8"))
    except UnicodeError:
        return False


def _shown(error: click.ClickException) -> int:
    """Say how the command is used, and in one line what is wrong with how it was; returns the exit status."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return error.exit_code
    if isinstance(error, click.UsageError) and error.ctx is not None:
        click.echo(f"{error.ctx.get_usage()}\nTry '{error.ctx.command_path} --help' for help.\n", err=True)
    click.echo(f"Error: {' '.join(error.format_message().split())}", err=True)
    return error.exit_code


def _said(error: KioskError) -> int:
    """Say an error in one line; returns its family's exit status."""
    try:
        click.echo(f"kiosk: {' '.join(str(error).splitlines())}", err=True)
    except OSError:  # where it cannot be said, the status says it; what is left unsaid would fail once more at the end
        sys.stderr = _nowhere()
    return error.exit_status
