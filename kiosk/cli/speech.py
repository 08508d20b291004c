"""`kiosk narration propose` and `approve`: how the texts are said, apart from how they are shown."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from kiosk.cli.completion import offer_items
from kiosk.cli.options import PATH, json_option
from kiosk.cli.output import print_json, print_line, print_table, progress
from kiosk.cli.places import SOURCES
from kiosk.content.rows.all_rows import all_rows
from kiosk.content.sources.loading import Sources, load_sources
from kiosk.content.sources.overlay import Overlay
from kiosk.content.sources.speech import SpeechEntry, SpeechSource, write_speech
from kiosk.content.speech_update import NOTHING, Update, approved, updated
from kiosk.domain.kinds import SILENT_KINDS
from kiosk.domain.speech import text_fingerprint
from kiosk.errors import SourceError
from kiosk.narration.vocaliser import Vocaliser

VOCALISED = ("ar",)
"""Languages written without their vowels; rules alone say all others."""

_lang = click.option("--lang", default="ar", show_default=True, type=click.Choice(VOCALISED), help="Language tag.")
_sources = click.option("--sources", type=PATH, default=SOURCES, show_default="assets/content")

_overlay = click.option("--overlay", type=PATH, default=None, help="The overlay whose own texts are meant.")


@click.command()
@_sources
@_overlay
@_lang
@click.option("--again", is_flag=True, help="Propose anew what nobody has approved.")
@json_option
def propose(sources: Path, overlay: Path | None, lang: str, *, again: bool, as_json: bool) -> None:
    """Propose how texts are said, where they are new or have changed; nothing approved is touched.

    Runs offline. Look at what it wrote, mend pronunciation.yaml, run it --again, then approve.
    """
    loaded = _loaded(sources, overlay)
    lexicon, vocaliser = loaded.pronunciation.said.get(lang, {}), Vocaliser()
    texts = (row for row in all_rows(loaded, "").tables["text"] if row["language"] == lang)
    rows = [row for row in texts if row["item"].partition(":")[0] not in SILENT_KINDS]
    with progress() as line:
        task = line.add_task("proposing")

        def entry(shown: str) -> SpeechEntry:
            line.update(task, description=f"proposing: {shown[:60]}")
            proposal = vocaliser.propose(shown, lexicon)
            return SpeechEntry(of=text_fingerprint(shown), said=proposal.said, flags=proposal.flags)

        update = updated(rows, loaded.speech.get(lang, NOTHING), entry, again=again)
    _tell(update, _write(sources, overlay, lang, update.speech), as_json=as_json)


def _loaded(sources: Path, overlay: Path | None) -> Sources:
    if overlay is not None:
        with TemporaryDirectory() as folder:
            Overlay(overlay, sources).write(Path(folder))
            return _loaded(Path(folder), None)
    loaded, findings = load_sources(sources)
    if findings:
        message = f"{findings[0]}; run `kiosk content check {sources}`"
        raise SourceError(message)
    return loaded


def _write(sources: Path, overlay: Path | None, lang: str, speech: SpeechSource) -> Path:
    """Keep speech texts; in an overlay only those that are not the base's own."""
    if overlay is None:
        return write_speech(sources, lang, speech)
    base = _loaded(sources, None).speech.get(lang, NOTHING).texts
    own = {item: dict(fields.items() - base.get(item, {}).items()) for item, fields in speech.texts.items()}
    return write_speech(overlay, lang, SpeechSource(texts={item: fields for item, fields in own.items() if fields}))


def _tell(update: Update, path: Path, *, as_json: bool) -> None:
    rows: list[dict[str, Any]] = [
        {"item": item, "field": field, "said": entry.said, "flags": list(entry.flags), "status": entry.status}
        for item, field, entry in update.proposed
    ]
    if as_json:
        print_json({"file": str(path), "proposed": rows, "dropped": update.dropped})
        return
    flagged = [row for row in rows if row["flags"]]
    if flagged:
        print_table("To look at", ("item", "field", "said", "flags"), ([*row.values()][:4] for row in flagged))
    print_line(f"{path}: {len(rows)} new, {len(flagged)} of them to look at; {update.dropped} dropped")


@click.command()
@click.argument("items", nargs=-1, shell_complete=offer_items)
@_sources
@_overlay
@_lang
@click.option("--by", required=True, help="Who read them, and how.")
@click.option("--unflagged", is_flag=True, help="Only what has nothing to look at.")
@json_option
def approve(
    items: tuple[str, ...], sources: Path, overlay: Path | None, lang: str, by: str, *, unflagged: bool, as_json: bool
) -> None:
    """Mark proposed speech texts approved: those of the ITEMS, such as service:cnie, else all."""
    speech = _loaded(sources, overlay).speech.get(lang, NOTHING)
    _refuse_unknown(items, speech, lang)
    changed, count = approved(speech, by, date.today(), frozenset(items), unflagged=unflagged)  # noqa: DTZ011 - a day of the calendar
    path = _write(sources, overlay, lang, changed)
    if as_json:
        print_json({"file": str(path), "approved": count, "by": by})
    else:
        print_line(f"{path}: {count} approved")


def _refuse_unknown(items: tuple[str, ...], speech: SpeechSource, lang: str) -> None:
    for item in items:
        if item not in speech.texts:
            message = f"{item!r} has no speech text in {lang!r}; name an item as `kiosk narration propose --json` does"
            raise SourceError(message)
