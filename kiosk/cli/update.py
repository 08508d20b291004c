"""`kiosk update`: the program of this kiosk, as it stands; laid down, tried, gone back from."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from kiosk.cli.machine import this_kiosk
from kiosk.cli.options import config_option, json_option
from kiosk.cli.output import in_words, print_json, print_line, print_table
from kiosk.cli.sync_program import folder_of_programs
from kiosk.cli.update_examination import examine_program
from kiosk.config import KioskConfig
from kiosk.errors import ConfigurationError
from kiosk.program import RUNNING, program_in
from kiosk.publishing.disk import own_disk
from kiosk.software.fetching import ready
from kiosk.software.laying import LayingPlan, ProgramInstaller
from kiosk.software.programs import Programs, this_system
from kiosk.software.starter import OFFERED, link, name_in, write_pointer
from kiosk.time_server import is_synchronised


def _programs(settings: KioskConfig) -> Programs:
    folder = folder_of_programs(settings)
    if folder is None:
        message = "the program of this kiosk is not updated: `programs` is not set; install it with install.sh, or write programs"
        raise ConfigurationError(message)
    return Programs(folder, settings.state)


@click.command()
@config_option
@json_option
def status(config: Path | None, *, as_json: bool) -> None:
    """Say which program runs, which was laid down and fetched, and which are not taken again."""
    programs = _programs(this_kiosk(config))
    pointer, folder = programs.pointer, programs.folder
    said: dict[str, Any] = {
        "runs": RUNNING.said(),
        "starts": _said(programs, programs.current),
        "on_trial": pointer.trial,
        "starts_left": pointer.tries if pointer.trial else 0,
        "before": [_said(programs, name) for name in pointer.good if name in programs.complete()],
        "laid_down": _said(programs, name_in(folder / OFFERED)),
        "fetched": program_in(folder / ready(programs.hints.parent)).number,
        "given_up": [_said(programs, name) for name in pointer.refused],
        "unfit": [_said(programs, name) for name in sorted(programs.unfit())],
    }
    if as_json:
        print_json(said)
    else:
        for name, value in said.items():
            print_line(f"{name.replace('_', ' ')}: {in_words(value) or '-'}")


def _said(programs: Programs, name: str) -> str:
    """A program in words; empty for none."""
    program, release = program_in(programs.folder / name), programs.release(name) if name else None
    return program.said(release.version if release else "installed") if program.name else ""


@click.command()
@config_option
@json_option
def lay(config: Path | None, *, as_json: bool) -> None:
    """Lay down the program that was fetched, as root: signatures are looked at again; nothing is started by it."""
    settings = this_kiosk(config, writes=False)
    programs = _programs(settings)
    plan = LayingPlan(
        programs.folder,
        settings.state,
        settings.sync_root,
        settings.sync_channel,
        this_system(),
        synchronised=is_synchronised(),
    )
    laid = asdict(ProgramInstaller(plan).run())
    if as_json:
        print_json(laid)
    else:
        print_line(f"{laid['result']}: application release {laid['number']}, {laid['version']}")


@click.command(name="try")
@config_option
@json_option
def try_(config: Path | None, *, as_json: bool) -> int:
    """Examine the program that runs this command: content opens, a first picture is drawn, the doctor finds nothing new."""
    settings = this_kiosk(config)
    found = list(examine_program(settings, config, _programs(settings)))
    if as_json:
        print_json([one._asdict() for one in found])
    else:
        rows = (("green" if one.green else "mend", one.name, one.found, one.mend) for one in found)
        print_table(f"Program {RUNNING.said()}", ("", "what", "found", "mend"), rows)
    return 0 if all(one.green for one in found) else 1


@click.command()
@config_option
@json_option
def back(config: Path | None, *, as_json: bool) -> None:
    """Go back to the program before, as root; the present one is not taken again. In force with the next start."""
    programs = _programs(this_kiosk(config))
    pointer = programs.pointer
    if not any(name in programs.complete() for name in pointer.good[:1]):
        message = "there is no program before this one; fetch another with `kiosk sync`"
        raise ConfigurationError(message)
    after = pointer.back()
    with own_disk(programs.folder):
        write_pointer(programs.folder, after)
        link(programs.folder, after.current)
    answer = {"starts": _said(programs, after.current), "given_up": _said(programs, pointer.current)}
    if as_json:
        print_json(answer)
    else:
        print_line(f"starts: {answer['starts']}; given up: {answer['given_up']}; now: systemctl restart jusur")
