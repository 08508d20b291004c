"""`kiosk screenshots`: every screen as a picture and as text."""

import json
import subprocess
import sys
from pathlib import Path

import click

from kiosk.cli import types
from kiosk.cli.completion import offer_languages
from kiosk.cli.options import PATH, content_option
from kiosk.cli.output import print_json, print_line, progress
from kiosk.domain.english import how_many
from kiosk.errors import DisplayError, StorageError


@click.command()
@click.option("--out", type=PATH, required=True, help="Folder to write to.")
@click.option(
    "--lang", shell_complete=offer_languages, multiple=True, help="Language tag; may be given more than once. Default: all."
)
@click.option("--size", type=types.panel, default="1080x1920", show_default=True, help="Panel in pixels.")
@click.option("--diagonal", type=types.inches, default=32.0, show_default=True, help="Panel diagonal in inches.")
@content_option
@click.option("--only", multiple=True, help="Only screens whose name holds this; may be given more than once.")
@click.option("--one-of-each", is_flag=True, help="One page of each kind instead of all.")
@click.option("--json", "as_json", is_flag=True, help="Print the pictures' names as JSON.")
def screenshots(
    *,
    out: Path,
    lang: tuple[str, ...],
    size: str,
    diagonal: float,
    content: Path,
    only: tuple[str, ...],
    one_of_each: bool,
    as_json: bool,
) -> None:
    """Visit every screen; save each as a picture, and what assistive technology is told as text beside it."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"{out}: {error.strerror}; name a folder you may write to"
        raise StorageError(message) from error
    command = [sys.executable, "-m", "kiosk.ui.tools.screenshots", "--out", str(out), "--content", str(content), "--size", size]
    command += ["--diagonal", str(diagonal), *(f"--only={part}" for part in only), *(f"--lang={tag}" for tag in lang)]
    command += ["--one-of-each"] if one_of_each else []
    pictures: list[str] = []
    with progress() as line, subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        task = line.add_task("visiting")
        for answer in process.stdout or ():
            pictures.append(json.loads(answer)["picture"])
            line.update(task, description=f"visiting {pictures[-1]}")
    if process.returncode != 0:
        message = f"the screens could not be drawn (exit status {process.returncode}); the lines above say why"
        raise DisplayError(message)
    names = [Path(picture).stem for picture in pictures]
    if missing := [part for part in only if not any(part in name for name in names)]:
        message = f"{', '.join(map(repr, missing))}: no screen's name holds this; leave it out to see all of them"
        raise click.BadParameter(message, param_hint="--only")
    if as_json:
        print_json(pictures)
    else:
        print_line(f"{how_many(len(pictures), 'picture')} in {out}")
