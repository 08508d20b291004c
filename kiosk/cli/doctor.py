"""`kiosk doctor`: is this kiosk fit to open its doors?"""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from kiosk.cli.examination import (
    Examination,
    examine_content,
    examine_disk,
    examine_group,
    examine_lan,
    examine_machine,
    examine_printer,
    examine_roll,
    examine_root,
    examine_service,
    examine_state,
    examine_voices,
)
from kiosk.cli.machine import UNIT, this_kiosk
from kiosk.cli.options import config_option, json_option
from kiosk.cli.output import print_json, print_table, progress
from kiosk.cli.update_examination import examine_update
from kiosk.config import KioskConfig


def examinations(config: KioskConfig) -> Iterator[Examination]:
    """Everything a kiosk needs, one after the other."""
    yield from examine_content(config)
    yield examine_state(config.state)
    yield examine_roll(config.state)
    yield examine_disk(config.cache)
    if config.printer:
        yield examine_printer(config.printer)
    yield from examine_voices(config)
    yield from examine_machine(config.panel_diagonal_inches)
    if config.sync or config.lan:
        yield examine_root(config.sync_root)
    if config.programs:
        yield examine_update(config)
    if config.lan:
        yield examine_lan(config)
    if config.group:
        yield examine_group(config.group, config.state / "people.json")
    yield examine_service(UNIT)


@click.command()
@config_option
@json_option
def doctor(config: Path | None, *, as_json: bool) -> int:
    """Examine this kiosk: content, state, disk, clock, voices, sound, display, fonts; each is green or comes with its mend."""
    with progress() as line:
        line.add_task("examining")
        found = list(examinations(this_kiosk(config)))
    if as_json:
        print_json([asdict(examination) for examination in found])
    else:
        rows = (("green" if e.green else "mend", e.name, e.found, e.mend) for e in found)
        print_table("Doctor", ("", "what", "found", "mend"), rows)
    return 0 if all(e.green for e in found) else 1
