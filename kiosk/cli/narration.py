"""`kiosk narration`: how texts are said."""

import click

from kiosk.cli.speech import approve, propose


@click.group()
def narration() -> None:
    """Prepare how the texts are said."""


for command in (propose, approve):
    narration.add_command(command)
