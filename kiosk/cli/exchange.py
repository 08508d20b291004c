"""`kiosk content export` and `kiosk content import`: content as other programs and translators work on it."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from kiosk.cli.options import PATH, json_option
from kiosk.cli.output import print_json, print_line, print_table, progress
from kiosk.cli.output_files import output_file
from kiosk.cli.places import SOURCES
from kiosk.content.sources.findings import Finding
from kiosk.content.sources.loading import load_valid_sources
from kiosk.errors import ContentError

_format = click.option(
    "--format", "form", type=click.Choice(["cpsv-ap", "xlsx"]), required=True, help="Public services as CPSV-AP, or all texts."
)


@click.command()
@click.argument("sources", type=PATH, default=SOURCES)
@_format
@click.option("--out", type=PATH, required=True, help="FILE.jsonld or FILE.ttl for cpsv-ap, FILE.xlsx for xlsx.")
def export(sources: Path, form: str, out: Path) -> None:
    """Write the content of SOURCES for other programs (cpsv-ap) or for translators (xlsx)."""
    with progress() as line:
        line.add_task(f"exporting {out}")
        content = _exported(sources, form, out)
        with output_file(out) as fresh:
            fresh.write_bytes(content)
    print_line(f"{out}: {len(content)} bytes")


def _exported(sources: Path, form: str, out: Path) -> bytes:
    loaded = load_valid_sources(sources)
    if form == "xlsx":
        from kiosk.content.exchange.spreadsheet import (
            spreadsheet_bytes,
        )  # a third of a second to load, which other commands need not wait for

        return spreadsheet_bytes(loaded)
    from kiosk.content.exchange.cpsv_ap import serialized  # the same

    return serialized(loaded, out)


@click.command("import")
@click.argument("file", type=PATH)
@_format
@click.option("--into", type=PATH, default=SOURCES, show_default="assets/content", help="Folder of sources to change.")
@click.option("--dry-run", is_flag=True, help="Do everything but the writing.")
@json_option
def import_(file: Path, form: str, into: Path, *, dry_run: bool, as_json: bool) -> int:
    """Take a FILE into the sources: all of it, or nothing when anything in it is wrong."""
    with progress() as line:
        line.add_task(f"importing {file}")
        changes, findings = _imported(file, form, into, dry_run=dry_run)
    written = not findings and not dry_run
    if as_json:
        print_json({"written": written, "changes": changes, "findings": [asdict(finding) for finding in findings]})
    elif findings:
        print_table(
            f"{len(findings)} to mend; nothing was changed",
            ("file", "where", "what", "mend"),
            (asdict(f).values() for f in findings),
        )
    elif changes:
        print_table(f"{len(changes)} {'changed' if written else 'would change'}", tuple(changes[0]), (c.values() for c in changes))
    else:
        print_line(f"{file}: says what {into} says")
    return ContentError.exit_status if findings else 0


def _imported(file: Path, form: str, into: Path, *, dry_run: bool) -> tuple[list[dict[str, Any]], list[Finding]]:
    from kiosk.content.exchange import intake  # a third of a second to load, which other commands need not wait for

    if form == "xlsx":
        texts, findings = intake.import_texts(file, into, dry_run=dry_run)
        return [
            {"item": c.text.item, "field": c.text.field, "language": c.language, "before": c.before, "after": c.words}
            for c in texts
        ], findings
    files, findings = intake.import_services(file, into, dry_run=dry_run)
    return [{"file": name} for name in files], findings
