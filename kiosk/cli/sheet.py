"""`kiosk sheet`: the installation sheet, and the code by which a kiosk takes its first lead."""

import json
import subprocess
import sys
from dataclasses import asdict
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import click

from kiosk import __version__
from kiosk.cli import types
from kiosk.cli.machine import content_shown, this_kiosk
from kiosk.cli.options import PATH, config_option
from kiosk.cli.output import print_line
from kiosk.cli.output_files import output_file
from kiosk.config import DATA, MEND, KioskConfig
from kiosk.content.survey import stats
from kiosk.disk.files import contents_of
from kiosk.domain.installation_sheet import Identity, installation_sheets
from kiosk.domain.mounted_panel import MountedPanel
from kiosk.domain.panel import Panel
from kiosk.errors import ContentError, DisplayError, StaffError
from kiosk.publishing.installation import SHOWN_HASH, identity_of
from kiosk.staff.first_code import FirstCode
from kiosk.staff.held_roll import read_held
from kiosk.staff.people import PeopleFile
from kiosk.staff.pins import Argon2Hasher

WORDS = DATA / "assets" / "deploy" / "installation-sheet.json"
PORTRAIT = "1080x1920"


@click.command()
@click.option("--out", type=PATH, default="installation.pdf", show_default=True, help="The PDF to write.")
@click.option("--panel", type=types.panel, default=PORTRAIT, show_default=True, help="The panel in pixels, as it is mounted.")
@click.option(
    "--new-code", is_flag=True, help="Make a new first code and print it on the sheet; the one before is worth nothing then."
)
@config_option
def sheet(out: Path, *, panel: str, new_code: bool, config: Path | None) -> None:
    """Draw the installation sheet in Arabic and French: the kiosk's data, how its panel is reached and read, its first code."""
    settings = this_kiosk(config)
    if not new_code:
        draw(settings, out, panel, "")
        print_line(f"{out}: written")
        return
    if not nobody_leads(settings.state):
        message = "somebody leads this kiosk, or its people cannot be read: a first code opens nothing; leave --new-code out"
        raise StaffError(message)
    with FirstCode(settings.state).made(Argon2Hasher()) as code:
        draw(settings, out, panel, code)
    print_line(f"{out}: written; whoever has it can become the first lead: keep it from visitors")


def nobody_leads(state: Path) -> bool:
    """Whether a kiosk takes its first lead by a code: nobody leads it, and no people were lost."""
    people = PeopleFile(state / "people.json")
    return not people.load().has_lead and not people.fault


def draw(settings: KioskConfig, out: Path, panel: str, code: str) -> None:
    """Write the sheet, for nobody else to read.

    Args:
        settings: of the kiosk.
        out: the PDF.
        panel: width and height in pixels, as it is mounted.
        code: by which the first lead begins; empty for none.

    Raises:
        StorageError: it cannot be written.
        DisplayError: it cannot be drawn.
    """
    width, height = map(int, panel.split("x"))
    glass = Panel(width, height, settings.panel_diagonal_inches)
    mount = MountedPanel(glass, settings.viewing_distance_mm, settings.panel_lower_edge_mm)
    words = json.loads(WORDS.read_text(encoding="utf-8"))
    today = datetime.now().astimezone().date()
    sheets = installation_sheets(_identity(settings), mount, code, today, words)
    with output_file(out) as fresh:
        fresh.touch(0o600)
        command = [sys.executable, "-m", "kiosk.ui.tools.installation_sheet", str(fresh)]
        said = json.dumps([asdict(one) for one in sheets])
        answer = subprocess.run(command, input=said, capture_output=True, text=True, check=False)
        if answer.returncode != 0:
            last = (answer.stderr.strip().splitlines() or ["no reason given"])[-1]
            message = f"the sheet could not be drawn ({last}); {MEND}"
            raise DisplayError(message)


def _identity(settings: KioskConfig) -> Identity:
    shown = content_shown(settings)
    number, content = identity_of(shown)
    try:
        version = str(stats(shown)["content_version"])
    except ContentError:
        version = ""  # the doctor says what is wrong with it
    try:
        root = sha256(contents_of(settings.sync_root)).hexdigest()[:SHOWN_HASH]
    except OSError:
        root = ""
    return Identity(
        name=settings.name,
        group=settings.group,
        place=settings.place,
        software=__version__,
        content_version=version,
        release=number,
        sha256=content[:SHOWN_HASH],
        roll=read_held(settings.state).number,
        publishers=root,
    )
