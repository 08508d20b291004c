"""The console command `kiosk`, for admins and technicians. Never loads Qt."""

import click

from kiosk import __version__
from kiosk.cli.commands import COMMANDS
from kiosk.cli.lazy import LazyGroup
from kiosk.errors import KioskError


@click.group(cls=LazyGroup, lazy=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def cli() -> None:
    """Jusur, the visitor kiosk: write, check and look at its content; examine and measure a kiosk."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; an error of ours is one line on standard error and its family's exit status."""
    try:
        result = cli.main(arguments, prog_name="kiosk", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.exceptions.Abort:
        return 130
    except KioskError as error:
        click.echo(f"kiosk: {error}", err=True)
        return error.exit_status
    return result if isinstance(result, int) else 0
