"""`kiosk bench`: speed, beside a rival."""

import json
import os
import re
import subprocess
import sys
import time
from importlib.util import find_spec
from typing import Any

import click

from kiosk.cli.options import json_option
from kiosk.cli.output import print_json, print_table, progress
from kiosk.config import ROOT
from kiosk.errors import DisplayError, MissingPartError

NAMES = {
    "cli": "the console command beside a bare interpreter",
    "start": "the first picture, beside an empty window and Chromium's kiosk mode",
    "memory": "the memory after some minutes of taps, beside Chromium",
    "tap": "from touch to change, beside Chromium",
    "motion": "the share of frames drawn within a sixtieth of a second, of all that moves",
    "mode": "the first picture of a mode that staff chose",
    "items": "start and taps with ten thousand items",
    "sync": "new content, beside rsync",
    "fleet": "many kiosks that ask at once",
    "narration": "from touch to voice, on a virtual sound card",
    "search": "from keystroke to results, beside tantivy",
    "soak": "a thousand visits that listen: five minutes, only by name",
    "many": "start and taps with a hundred thousand items: ten minutes, only by name",
    "million": "search in a million items: a quarter of an hour, only by name",
}
"""What is measured, in this order."""
BY_NAME_ONLY = frozenset({"soak", "many", "million"})
PACKAGES = ("psutil", "mss", "Xlib", "tantivy")
"""What measures, beside the program itself; `cli` needs none of it."""


def _names(_context: click.Context, _parameter: click.Parameter, given: tuple[str, ...]) -> list[str]:
    """The measurements named, in their order; all but the longest where none is.

    Raises:
        click.BadParameter: one is not there.
    """
    asked = [name for part in given for name in re.split(r"[\s,]+", part) if name]
    unknown = [name for name in asked if name not in NAMES]
    if unknown or (given and not asked):
        message = f"{', '.join(map(repr, unknown)) or 'an empty name'} is not measured; choose from {', '.join(NAMES)}"
        raise click.BadParameter(message)
    return [name for name in NAMES if (name in asked if asked else name not in BY_NAME_ONLY)]


@click.command(epilog="\b\nMEASUREMENTS\n" + "\n".join(f"  {name:<10} {what}" for name, what in NAMES.items()))
@click.option(
    "--only",
    "names",
    multiple=True,
    metavar="NAME",
    callback=_names,
    help="These measurements, of those below; default: all but the last three.",
)
@json_option
def bench(names: list[str], *, as_json: bool) -> int:
    """Measure the kiosk beside the same content in Chromium's kiosk mode; exit status 1 when a goal is missed."""
    _require_packages(names)
    results: list[dict[str, Any]] = []
    with progress() as line:
        task = line.add_task(f"load before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
        command = [sys.executable, "-m", "tests.benchmarks", *names]
        begin = time.monotonic()
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
            for answer in process.stdout or ():
                told = json.loads(answer)
                if "doing" not in told:
                    results.append(told)
                line.update(task, description=f"{time.monotonic() - begin:.0f} s: {_said(told)}")
    if process.returncode != 0:
        message = f"the measurements ended with exit status {process.returncode}; the lines above say why"
        raise DisplayError(message)
    if as_json:
        print_json(results)
    else:
        columns = ("name", "kiosk", "rival", "ratio", "unit", "goal", "met")
        print_table("Beside the rival", columns, ([row[column] for column in columns] for row in results))
    return 0 if all(row["met"] for row in results) else 1


def _said(told: dict[str, Any]) -> str:
    if "doing" in told:
        return f"measuring {told['doing']}"
    return f"{told['name']}: {told['kiosk']} {told['unit']}{'' if told['met'] else ', not as it should be'}"


def _require_packages(names: list[str]) -> None:
    """What measures is there.

    Raises:
        MissingPartError: it is not; the message says how it comes.
    """
    if not (ROOT / "tests" / "benchmarks").is_dir():
        message = "the measurements are part of the sources, not of the installed program; run this in a checkout"
        raise MissingPartError(message)
    missing = [name for name in PACKAGES if find_spec(name) is None] if names != ["cli"] else []
    if missing:
        message = f"{', '.join(missing)} is missing, with which is measured; run script/setup --test"
        raise MissingPartError(message)
