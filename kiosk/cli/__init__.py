"""The console command `kiosk`, for admins and technicians. Never loads Qt."""

import click

from kiosk import __version__
from kiosk.cli.bench import bench
from kiosk.cli.config import config
from kiosk.cli.content import content
from kiosk.cli.counters import counters
from kiosk.cli.doctor import doctor
from kiosk.cli.exchange import export, import_
from kiosk.cli.extras import missing_part
from kiosk.cli.guide import guide
from kiosk.cli.install import install
from kiosk.cli.lan import lan
from kiosk.cli.mode import mode
from kiosk.cli.narration import narration
from kiosk.cli.preview import preview
from kiosk.cli.repo import repo
from kiosk.cli.screenshots import screenshots
from kiosk.cli.search import search
from kiosk.cli.staff import staff
from kiosk.cli.status import status
from kiosk.cli.sync import sync
from kiosk.errors import KioskError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def cli() -> None:
    """Jusur, the visitor kiosk: write, check and look at its content; examine and measure a kiosk."""


_COMMANDS = (
    content,
    search,
    mode,
    staff,
    status,
    narration,
    repo,
    sync,
    lan,
    preview,
    screenshots,
    doctor,
    install,
    bench,
    guide,
    counters,
    config,
)
for command in _COMMANDS:
    cli.add_command(command)
for command in (export, import_):
    content.add_command(command)


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
        return _said(error)
    except ModuleNotFoundError as error:
        missing = missing_part(error)
        if missing is None:
            raise
        return _said(missing)
    return result if isinstance(result, int) else 0


def _said(error: KioskError) -> int:
    """Say an error in one line; returns its exit status."""
    click.echo(f"kiosk: {error}", err=True)
    return error.exit_status
