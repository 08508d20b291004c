"""`kiosk lan`: hand on what this kiosk holds to its neighbours, and see who else does."""

import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from kiosk.cli import types
from kiosk.cli.machine import this_kiosk
from kiosk.cli.options import PATH, json_option
from kiosk.cli.output import print_json, print_line, print_table, progress
from kiosk.config import KioskConfig
from kiosk.domain.english import how_many
from kiosk.publishing.served_files import ServedFiles
from kiosk.publishing.serving import NeighbourServer, serving

LOOK_AGAIN = 60.0
"""Seconds between two looks at this machine's networks, which come and go."""


def _options(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in (
        click.option("--address", type=types.address, default=None, help="Its own on their network; default: the configured one."),
        click.option("--state", type=PATH, default=None, help="Folder of installed content."),
        click.option("--config", type=PATH, default=None, help="The kiosk's settings."),
    ):
        command = option(command)
    return command


@click.command()
@_options
@click.option("--port", type=click.IntRange(0, 65535), default=None, help="Default: the configured one; 0 for any free one.")
@click.option("--until-eof", is_flag=True, hidden=True, help="End when standard input ends: for the kiosk that started this.")
def serve(*, config: Path | None, state: Path | None, address: str | None, port: int | None, until_eof: bool) -> None:
    """Serve what this kiosk holds, read-only, and announce it on the networks this machine is on; until interrupted."""
    settings = this_kiosk(config, state=state, lan_address=address)
    server = NeighbourServer(ServedFiles(settings.state), settings.lan_address, settings.lan_port if port is None else port)
    ended = threading.Event()
    if until_eof:
        threading.Thread(target=_await_eof, args=[ended], daemon=True).start()
    with suppress(KeyboardInterrupt), serving(server) as listening:
        print_line(f"serving on port {listening}")
        sys.stdout.flush()
        while not ended.is_set():
            _announce(settings, listening, ended)


def _await_eof(ended: threading.Event) -> None:
    sys.stdin.buffer.read()
    ended.set()


def _announce(settings: KioskConfig, port: int, ended: threading.Event) -> None:
    """Announce for as long as the networks are the same."""
    from kiosk.publishing.neighbours import announced, identity, own_addresses  # a tenth of a second, for this command alone

    with announced(identity(settings.state), port, settings.lan_address) as addresses:
        while not ended.wait(LOOK_AGAIN) and own_addresses(settings.lan_address) == addresses:
            pass


@click.command("list")
@_options
@json_option
def list_neighbours(*, config: Path | None, state: Path | None, address: str | None, as_json: bool) -> None:
    """List the neighbours that serve what they hold."""
    from kiosk.publishing.neighbours import find_neighbours, identity  # a tenth of a second, for this command alone

    settings = this_kiosk(config, state=state, lan_address=address)
    with progress() as line:
        line.add_task("listening")
        found = sorted(find_neighbours(identity(settings.state), settings.lan_address))
    if as_json:
        print_json(found)
    else:
        print_table(how_many(len(found), "neighbour"), ("address",), ([each] for each in found))
