"""Where `kiosk sync` finds this kiosk: its settings, and what stands in their place for once."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from kiosk.cli import types
from kiosk.cli.completion import offer_channels
from kiosk.cli.machine import this_kiosk
from kiosk.cli.options import PATH

_OPTIONS = (
    click.option("--config", type=PATH, default=None, help="The kiosk's settings."),
    click.option("--state", type=PATH, default=None, help="Folder of installed content; default: the configured one."),
    click.option("--root", "sync_root", type=PATH, default=None, help="The publisher's first root; default: the configured one."),
    click.option(
        "--channel",
        "sync_channel",
        shell_complete=offer_channels,
        default=None,
        help="The channel to follow; default: the configured one.",
    ),
    click.option("--group", "sync_group", default=None, help="The pavilion group to follow; default: the configured one."),
    click.option(
        "--kilobytes",
        "sync_kilobytes",
        type=types.kilobytes,
        default=None,
        help="A second at most; default: the configured number.",
    ),
    click.option("--lan-address", type=types.address, help="Of the network they are on; default: the configured one, else all."),
    click.option("--name", default=None, help="What receipts call this kiosk; default: the configured name."),
)
_CHOSEN = ("state", "sync_root", "sync_channel", "sync_group", "sync_kilobytes", "lan_address", "name")


def kiosk_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Options that the command is given as one: `settings`, those of the kiosk it works for."""

    @wraps(command)
    def with_settings(*arguments: Any, config: Path | None, **given: Any) -> Any:
        chosen = {name: given.pop(name) for name in _CHOSEN}
        return command(*arguments, settings=this_kiosk(config, lan=given["lan"] or None, **chosen), **given)

    found: Callable[..., Any] = with_settings
    for option in reversed(_OPTIONS):
        found = option(found)
    return found
