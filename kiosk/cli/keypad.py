"""`kiosk keypad`: learn which scan code each key of a tactile pad sends."""

import json
import subprocess
import sys

import click

from kiosk.cli.options import json_option
from kiosk.cli.output import print_json, print_line, progress
from kiosk.domain.keypad import SCAN_CODES, KeyCommand
from kiosk.errors import DisplayError

MOST_SECONDS = 120.0


@click.command()
@click.option(
    "--seconds",
    default=15.0,
    show_default=True,
    type=click.FloatRange(0.1, MOST_SECONDS),
    help="How long each key is waited for; one that the pad has not is left out.",
)
@json_option
def learn(*, seconds: float, as_json: bool) -> None:
    """Ask for each key in turn, and print the setting that this pad needs."""
    command = [sys.executable, "-m", "kiosk.ui.tools.keypad_learner", "--seconds", str(seconds)]
    found: dict[str, int] = {}
    with progress() as line, subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        task = line.add_task(f"press the key for: {next(iter(KeyCommand))}")
        for answer in process.stdout or ():
            told = json.loads(answer)
            found[told["command"]] = told["code"]
            following = next((one for one in KeyCommand if one not in found), None)
            line.update(task, description=f"press the key for: {following}" if following else "all keys were asked for")
    if process.returncode != 0:
        message = f"no window could be opened for the keys (exit status {process.returncode}); the lines above say why"
        raise DisplayError(message)
    setting = setting_of(found)
    if as_json:
        print_json({"keypad": setting, "keys": found})
    elif not any(found.values()):
        print_line("no key was pressed; plug the pad in, and press each key when it is asked for")
    elif setting:
        print_line(f'keypad = "{setting}"')
    else:
        print_line("the pad is known by itself; no setting is needed")


def setting_of(found: dict[str, int]) -> str:
    """What the setting `keypad` must say: the keys that do something else by themselves.

    Args:
        found: the scan code of each command's key; 0 where it has none.
    """
    return ", ".join(f"{code} {command}" for command, code in found.items() if code and SCAN_CODES.get(code) != command)
