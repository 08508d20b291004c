"""`kiosk content`: build, check, count, compare, export and import content."""

from dataclasses import asdict
from pathlib import Path

import click

from kiosk.cli.output import print_json, print_line, print_table, progress
from kiosk.config import ROOT
from kiosk.content.build import build as build_database
from kiosk.content.check import check as find_faults
from kiosk.content.survey import COLUMNS, differences
from kiosk.content.survey import stats as count
from kiosk.errors import ContentError

SOURCES = ROOT / "assets" / "content"
DATABASE = ROOT / "content.db"

_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
_existing = click.Path(path_type=Path)


@click.group()
def content() -> None:
    """Build, check, count, compare, export and import content."""


@content.command()
@click.argument("sources", type=_existing, default=SOURCES)
@click.option("--output", type=_existing, default=DATABASE, show_default="content.db", help="The database to write.")
def build(sources: Path, output: Path) -> None:
    """Build the database from its SOURCES: the same bytes on every machine."""
    with progress() as line:
        line.add_task(f"building {output}")
        build_database(sources, output)
    print_line(f"{output}: {output.stat().st_size} bytes")


@content.command()
@click.argument("file", type=_existing, default=SOURCES)
@_json
def check(file: Path, *, as_json: bool) -> int:
    """Check a database FILE or a folder of sources; exit status 0 only when nothing is wrong; notes are no faults."""
    with progress() as line:
        line.add_task(f"checking {file}")
        findings = find_faults(file)
    wrong = [finding for finding in findings if finding.level == "error"]
    if as_json:
        print_json([asdict(finding) for finding in findings])
    elif findings:
        title = f"{len(wrong)} to mend, {len(findings) - len(wrong)} to note"
        print_table(title, ("file", "field", "what", "mend", "level"), (asdict(f).values() for f in findings))
    else:
        print_line(f"{file}: nothing to mend")
    return ContentError.exit_status if wrong else 0


@content.command()
@click.argument("file", type=_existing, default=DATABASE)
@_json
def stats(file: Path, *, as_json: bool) -> None:
    """Count what a database FILE holds."""
    counted = count(file)
    if as_json:
        print_json(counted)
    else:
        print_table(str(file), ("what", "how many"), counted.items())


@content.command()
@click.argument("old", type=_existing)
@click.argument("new", type=_existing, default=DATABASE)
@_json
def diff(old: Path, new: Path, *, as_json: bool) -> None:
    """Show in words what changes from the database OLD to NEW."""
    found = list(differences(old, new))
    if as_json:
        print_json([difference.as_row() for difference in found])
    else:
        print_table(f"{len(found)} differences", COLUMNS, (difference.as_line() for difference in found))
