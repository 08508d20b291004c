"""`kiosk counters`: what was counted of visits, as a table and as a picture; never a small figure."""

import csv
import io
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click

from kiosk.cli.completion import offer_languages
from kiosk.cli.counters_names import SubjectNames
from kiosk.cli.counters_svg import Picture, draw_counters
from kiosk.cli.machine import content_shown, this_kiosk
from kiosk.cli.options import PATH, chosen_language, config_option, json_option
from kiosk.cli.output import print_json, print_line, print_table
from kiosk.cli.output_files import make_output_folder, output_file
from kiosk.config import KioskConfig
from kiosk.content.store import ContentStore
from kiosk.counters.counter_file import read_counters
from kiosk.domain.counters import Bucket, Counted, Merged, by_subject, merged
from kiosk.domain.interface_words import whole_words

TABLE, WORDS, PICTURE = "counters.csv", "words.csv", "counters.svg"
_Row = tuple[Bucket, dict[str, str], int]
"""What is counted together, the names of its subject by language, and the figure."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What may be told."""

    merged: Merged
    words: dict[str, int]
    least: int


def _told(settings: KioskConfig, today: date) -> _Told:
    least = int(settings.counter_least)
    counts, words = read_counters(settings.state, today, max(1, int(settings.counter_days)), int(settings.word_visits))
    return _Told(merged(counts, least), words, least)


def _today(store: ContentStore) -> date:
    return datetime.now(ZoneInfo(store.timezone)).date()


@click.command()
@click.option(
    "--lang",
    shell_complete=offer_languages,
    default="",
    metavar="TAG",
    help="Language of the names; default: the first of the content.",
)
@config_option
@json_option
def show(lang: str, config: Path | None, *, as_json: bool) -> None:
    """Show what was counted, the most frequent first."""
    settings = this_kiosk(config)
    with ContentStore.open(content_shown(settings)) as store:
        told, names = _told(settings, _today(store)), SubjectNames(store)
        rows, tag = _rows(told, names), chosen_language(store, lang, "--lang").tag
    if as_json:
        print_json(_report(told, rows))
        return
    for counted in Counted:
        titles = {bucket.subject: name[tag] for bucket, name, _ in rows if bucket.counted is counted}
        totals = by_subject(told.merged.counts, counted)
        if titles:
            print_table(
                counted.value, ("what", "number"), ((titles[subject] or counted.value, number) for subject, number in totals)
            )
    for counted in sorted(told.merged.hidden):
        print_line(f"{counted.value}: fewer than {told.least}")
    if told.words:
        print_table("words not found", ("word", "number"), told.words.items())
    if not rows and not told.merged.hidden:
        print_line("nothing has been counted yet")


@click.command()
@click.option("--out", type=PATH, required=True, metavar="DIR", help="Folder to write to; made where there is none.")
@click.option("--csv", "as_csv", is_flag=True, help="Only the tables.")
@click.option("--svg", "as_svg", is_flag=True, help="Only the picture: visits per hour and per item.")
@click.option(
    "--lang",
    shell_complete=offer_languages,
    default="",
    metavar="TAG",
    help="Language of the picture; default: the first of the content.",
)
@config_option
@json_option
def export(out: Path, lang: str, config: Path | None, *, as_csv: bool, as_svg: bool, as_json: bool) -> None:
    """Write what was counted: tables with the names in every language, and a picture."""
    settings = this_kiosk(config)
    with ContentStore.open(content_shown(settings)) as store:
        told, names = _told(settings, _today(store)), SubjectNames(store)
        rows = _rows(told, names)
        picture = Picture(settings.name, chosen_language(store, lang, "--lang"), whole_words(store.words()), names, told.least)
        drawing = draw_counters(told.merged.counts, picture)
    files: dict[str, str] = {}
    if as_csv or not as_svg:
        files |= {TABLE: _table(rows, names.languages), WORDS: _csv([("word", "number"), *told.words.items()])}
    if as_svg or not as_csv:
        files[PICTURE] = drawing
    _write(out, files)
    if as_json:
        print_json({"files": [str(out / name) for name in files]} | _report(told, rows))
    else:
        for name, text in files.items():
            print_line(f"{out / name}: {len(text.encode())} bytes")


def _rows(told: _Told, names: SubjectNames) -> list[_Row]:
    """Buckets with their names by language and their figures."""
    found = []
    for bucket, number in told.merged.counts.items():
        name = names.of(bucket)
        found.append((bucket, {tag: name.in_language(tag) for tag in names.languages}, number))
    return found


def _report(told: _Told, rows: list[_Row]) -> dict[str, Any]:
    figures = [
        {
            "counted": bucket.counted.value,
            "subject": bucket.subject,
            "names": names,
            "when": bucket.when,
            "mode": bucket.mode,
            "language": bucket.language,
            "number": number,
        }
        for bucket, names, number in rows
    ]
    return {"least": told.least, "figures": figures, "hidden": sorted(told.merged.hidden), "words": told.words}


def _table(rows: list[_Row], tags: tuple[str, ...]) -> str:
    head = ("counted", "subject", *(f"name_{tag}" for tag in tags), "day", "hour", "mode", "language", "number")
    lines = [
        (b.counted.value, b.subject, *(names[tag] for tag in tags), *_day_and_hour(b.when), b.mode, b.language, number)
        for b, names, number in rows
    ]
    return _csv([head, *lines])


def _day_and_hour(when: str) -> tuple[str, str]:
    day, _, hour = when.partition("T")
    return day, hour


def _csv(rows: list[tuple[Any, ...]]) -> str:
    """With the mark that tells spreadsheets the encoding."""
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return f"\ufeff{text.getvalue()}"


def _write(out: Path, files: dict[str, str]) -> None:
    make_output_folder(out)
    for name, text in files.items():
        with output_file(out / name) as fresh:
            fresh.write_text(text, encoding="utf-8", newline="")
