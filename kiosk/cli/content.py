"""`kiosk content`: build, check, count, compare, export and import content."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from kiosk.cli.options import PATH, json_option
from kiosk.cli.output import print_json, print_line, print_table, progress
from kiosk.cli.output_files import output_file
from kiosk.cli.overlay import overlay_options
from kiosk.cli.places import DATABASE, SOURCES
from kiosk.content.build import build as build_database
from kiosk.content.checking.check import check as find_faults
from kiosk.content.sources.findings import Finding
from kiosk.content.sources.overlay import Overlay, laid_sources
from kiosk.content.store import ContentStore
from kiosk.content.survey import COLUMNS, differences
from kiosk.content.survey import stats as count
from kiosk.disk.files import LARGEST_MEDIA, contents_of
from kiosk.domain.english import how_many
from kiosk.errors import ContentError
from kiosk.presentation.word_counts import words_of_pages


@click.command()
@click.argument("sources", type=PATH, default=SOURCES)
@click.option("--output", type=PATH, default=DATABASE, show_default="content.db", help="The database to write.")
@overlay_options
def build(sources: Path, output: Path, overlay: Path | None, keep: tuple[str, ...]) -> None:
    """Build the database from its SOURCES: the same bytes on every machine."""
    with progress() as line:
        line.add_task(f"building {output}")
        with output_file(output) as fresh, laid_sources(sources, overlay, keep) as folder:
            build_database(folder, fresh)
            size = fresh.stat().st_size
    print_line(f"{output}: {size} bytes")


@click.command()
@click.argument("file", type=PATH, default=SOURCES)
@overlay_options
@json_option
def check(file: Path, *, overlay: Path | None, keep: tuple[str, ...], as_json: bool) -> int:
    """Check a database FILE or a folder of sources; exit status 0 only when nothing is wrong; notes are no faults."""
    with progress() as line:
        line.add_task(f"checking {file}")
        today = datetime.now(UTC).date()
        findings = find_faults(file, today) if overlay is None else _laid_faults(file, overlay, keep, today)
    wrong = [finding for finding in findings if finding.level == "error"]
    if as_json:
        print_json([asdict(finding) for finding in findings])
    elif findings:
        title = f"{len(wrong)} to mend, {len(findings) - len(wrong)} to note"
        columns = ("place", "field", "what", "mend", "level")
        print_table(title, columns, ((f.place, f.field, f.message, f.mend, f.level) for f in findings))
    else:
        print_line(f"{file}: nothing to mend")
    return ContentError.exit_status if wrong else 0


def _laid_faults(base: Path, overlay: Path, keep: tuple[str, ...], today: date) -> list[Finding]:
    """Conflicts with the base, and what is wrong with both together."""
    over = Overlay(overlay, base)
    with TemporaryDirectory() as folder:
        over.write(Path(folder))
        return [*over.conflicts(keep), *find_faults(Path(folder), today)]


@click.command()
@click.argument("file", type=PATH, default=DATABASE)
@json_option
def stats(file: Path, *, as_json: bool) -> None:
    """Count what a database FILE holds, and the words of its pages: in sight and in all, the median and the most."""
    counted = count(file)
    words = _words(file)
    if as_json:
        print_json(counted | {"words": words})
        return
    lines = [(f"words of a page: {kind}", ", ".join(_told(tag, told) for tag, told in of.items())) for kind, of in words.items()]
    print_table(str(file), ("what", "how many"), [*counted.items(), *lines])


def _words(file: Path) -> Mapping[str, Mapping[str, dict[str, float]]]:
    """The words of the pages; none of content that cannot be shown yet."""
    try:
        with ContentStore.open(file) as store:
            return words_of_pages(store)
    except ContentError:
        return {}


def _told(tag: str, told: dict[str, float]) -> str:
    return f"{tag} {told['in_sight']:g} to {told['in_sight_most']:g} of {told['whole']:g} to {told['whole_most']:g}"


def _as_file(path: Path, kept: Path) -> Path:
    """A file by its own name; what comes through a pipe, such as from `git show`, is kept in a file first."""
    if path.is_fifo():
        kept.write_bytes(contents_of(path, LARGEST_MEDIA))
        return kept
    return path


@click.command()
@click.argument("old", type=PATH)
@click.argument("new", type=PATH, default=DATABASE)
@json_option
def diff(old: Path, new: Path, *, as_json: bool) -> None:
    """Show in words what changes from the database OLD to NEW."""
    with TemporaryDirectory() as folder:
        found = list(differences(_as_file(old, Path(folder) / "old.db"), _as_file(new, Path(folder) / "new.db")))
    if as_json:
        print_json([difference.as_row() for difference in found])
    else:
        print_table(how_many(len(found), "difference"), COLUMNS, (difference.as_line() for difference in found))
