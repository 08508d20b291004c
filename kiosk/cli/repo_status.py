"""`kiosk repo status`: how a repository stands."""

from dataclasses import asdict
from pathlib import Path

import click

from kiosk.cli.options import json_option
from kiosk.cli.output import print_json, print_line, print_table
from kiosk.cli.repo_app import app_summary
from kiosk.cli.repo_options import now, repository_argument
from kiosk.cli.repo_output import summary
from kiosk.errors import KioskError, PublishingError, VerificationError
from kiosk.publishing.app_releasing import AppShelf
from kiosk.publishing.installation import SHOWN_HASH
from kiosk.publishing.manifest import CHANNELS, utc
from kiosk.publishing.repository import Repository
from kiosk.publishing.roll import current_roll
from kiosk.publishing.signatures import unsigned


@click.command()
@repository_argument
@json_option
def status(repository: Path, *, as_json: bool) -> int:
    """Show what each channel shows, and when each role ends; exit status 11: renew one; 12: one is not as signed."""
    opened = Repository(repository)
    roles, false = list(opened.roles(now())), set(unsigned(opened.metadata))
    releases = [
        {"group": group or "all", "channel": channel, **row}
        for group in ("", *opened.metadata.groups())
        for channel in CHANNELS
        if (row := _shown(opened, channel, group))
    ]
    roll = _roll(opened)
    shelf = AppShelf(opened)
    programs = [{"channel": channel, **app_summary(one)} for channel in CHANNELS if (one := shelf.current(channel))]
    if as_json:
        print_json(
            {
                "programs": programs,
                "roles": [
                    asdict(one.role)
                    | {"version": one.version, "expires": utc(one.expires), "soon": one.soon, "signed": one.role.name not in false}
                    for one in roles
                ],
                "releases": releases,
                "roll": roll,
            }
        )
    else:
        print_table(
            "Channels",
            ("group", "channel", "release", "version", "published", ""),
            ([row.get(name, "") for name in ("group", "channel", "number", "version", "published", "wrong")] for row in releases),
        )
        if programs:
            columns = ("channel", "number", "version", "published", "reads")
            print_table(
                "Programs", ("channel", "application release", *columns[2:]), ([row[name] for name in columns] for row in programs)
            )
        print_table(
            "Roles",
            ("role", "version", "keys", "needed", "expires", ""),
            (
                (
                    one.role.name,
                    one.version,
                    one.role.named(one.role.keyids),
                    one.role.threshold,
                    utc(one.expires),
                    "NOT AS SIGNED" if one.role.name in false else "RENEW" if one.soon else "",
                )
                for one in roles
            ),
        )
        if roll:
            said = roll.get("wrong") or f"roll {roll['number']} {str(roll['sha256'])[:SHOWN_HASH]}, published {roll['published']}"
            print_line(f"people: {said}")
    if false:
        return VerificationError.exit_status
    return PublishingError.exit_status if any(one.soon for one in roles) or any("wrong" in row for row in (*releases, roll)) else 0


def _roll(repository: Repository) -> dict[str, object]:
    """The fleet's roll, or what is wrong with it."""
    try:
        roll = current_roll(repository)
    except KioskError as error:
        return {"wrong": str(error)}
    return {"number": roll.number, "published": utc(roll.published), "sha256": roll.sha256} if roll else {}


def _shown(repository: Repository, channel: str, group: str) -> dict[str, object]:
    """What a channel shows, or what is wrong with it: one of a group's harms no other."""
    try:
        release = repository.current(channel, group)
    except KioskError as error:
        return {"wrong": str(error)}
    return summary(release) if release else {}
