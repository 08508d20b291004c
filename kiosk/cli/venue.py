"""`kiosk venue`: look at the plan of the venue before visitors follow it."""

from dataclasses import asdict
from pathlib import Path

import click

from kiosk.cli.completion import offer_languages
from kiosk.cli.options import PATH, chosen_language, content_option, json_option
from kiosk.cli.output import print_json, print_line, print_table, progress
from kiosk.cli.output_files import output_file
from kiosk.cli.places import SOURCES
from kiosk.cli.venue_svg import draw_venue
from kiosk.content.checking.check import faults
from kiosk.content.sources.loading import VENUE_FILE
from kiosk.content.store import ContentStore
from kiosk.errors import ContentError, UnknownItemError

_OURS = ("venue:", "hall:", "spot:", "file")
"""Where a fault of the plan is, or of the whole file, which may be why no plan was found."""


@click.command()
@click.argument("file", type=PATH, default=SOURCES)
@json_option
def check(file: Path, *, as_json: bool) -> int:
    """Check the plan in a folder of sources or a database FILE: spots that nobody reaches, or not without stairs."""
    with progress() as line:
        line.add_task(f"checking {file}")
        found = [fault for fault in faults(file) if fault.file == VENUE_FILE or fault.field.startswith(_OURS)]
    if as_json:
        print_json([asdict(fault) for fault in found])
    elif found:
        print_table(
            f"{len(found)} to mend", ("place", "field", "what", "mend"), ((f.place, f.field, f.message, f.mend) for f in found)
        )
    else:
        print_line(f"{file}: nothing to mend in the plan")
    return ContentError.exit_status if found else 0


@click.command()
@click.option("--out", type=PATH, required=True, metavar="FILE.svg", help="File to write.")
@click.option(
    "--facing", type=click.FloatRange(0, 360), default=0.0, metavar="DEGREES", help="The direction that is up; 0: the plan's top."
)
@click.option(
    "--lang", shell_complete=offer_languages, default="", metavar="TAG", help="Language tag; default: the first of the content."
)
@content_option
def draw(out: Path, facing: float, lang: str, content: Path) -> None:
    """Draw the plan with all spots and their names as an SVG picture."""
    with ContentStore.open(content) as store:
        language, venue = chosen_language(store, lang, "--lang"), store.venue()
    if venue is None:
        message = f"{content}: holds no plan of the venue; write venue.yaml in the sources and build the database again"
        raise UnknownItemError(message)
    drawing = draw_venue(venue, language, facing)
    with output_file(out) as fresh:
        fresh.write_text(drawing, encoding="utf-8")
    print_line(f"{out}: {len(drawing.encode())} bytes")
