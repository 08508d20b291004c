"""`kiosk bench`: speed, beside a rival."""

import json
import subprocess
import sys

import click

from kiosk.cli.options import json_option
from kiosk.cli.output import print_json, print_table, progress
from kiosk.config import ROOT
from kiosk.errors import DisplayError


@click.command()
@click.option("--only", default="", metavar="NAME", help="Only the measurements whose name holds this.")
@json_option
def bench(only: str, *, as_json: bool) -> int:
    """Measure the kiosk beside the same content in Chromium's kiosk mode; exit status 1 when a goal is missed."""
    command = [sys.executable, "-m", "tests.benchmarks", "--only", only]
    results: list[dict[str, object]] = []
    with progress() as line, subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        task = line.add_task("measuring")
        for answer in process.stdout or ():
            results.append(json.loads(answer))
            line.update(task, description=f"measured {results[-1]['name']}")
    if process.returncode != 0:
        message = f"the measurements ended with exit status {process.returncode}; run script/setup --test first"
        raise DisplayError(message)
    if as_json:
        print_json(results)
    else:
        columns = ("name", "kiosk", "rival", "ratio", "unit", "goal", "met")
        print_table("Beside the rival", columns, ([row[column] for column in columns] for row in results))
    return 0 if all(row["met"] for row in results) else 1
