"""`kiosk narration`: prepare how texts are said, render and record them, and see what is there."""

import json
import subprocess
import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.completion import offer_languages
from kiosk.cli.options import PATH, chosen_language, content_option, json_option
from kiosk.cli.output import print_json, print_line, print_table, progress
from kiosk.cli.output_files import make_output_folder, output_file
from kiosk.config import MEND, OWN, SOUNDS
from kiosk.content.store import ContentStore
from kiosk.domain.english import how_many
from kiosk.domain.language import LanguageTag
from kiosk.domain.narration import Utterance
from kiosk.errors import DisplayError, NarrationError
from kiosk.narration.library import RECORDED, SoundLibrary
from kiosk.narration.pack import SoundPack
from kiosk.narration.voices import CHAIN, LICENCES, Voice, voices_here
from kiosk.presentation.spoken_texts import spoken, unique_texts

if TYPE_CHECKING:  # loads numpy and scipy
    from kiosk.narration.studio import ScriptLine

_languages = click.option(
    "--lang",
    "languages",
    shell_complete=offer_languages,
    multiple=True,
    help="Language tag; may be given more than once. Default: all.",
)
_folder = click.option(
    "--out", "folder", type=PATH, default=OWN / "narration", show_default="narration", help="The narration folder."
)


def spoken_texts(content: Path, tags: tuple[LanguageTag, ...]) -> list[tuple[str, Utterance]]:
    """Everything the kiosk can say in some languages, else in all, with the item each sentence is first said for.

    Raises:
        ContentError: the database cannot be used.
        click.BadParameter: it has no such language.
    """
    with ContentStore.open(content) as store:
        languages = [chosen_language(store, tag, "--lang") for tag in tags] or store.languages
        texts = unique_texts(store)
        return [found for language in languages for found in spoken(texts, store.languages, language.tag)]


@click.command()
@_languages
@click.option("--engine", default="", help="Only voices of this engine: pico, espeak, system, piper, mbrola.")
@click.option("--jobs", default=2, show_default=True, type=click.IntRange(1, 64), help="Processes at a time.")
@click.option("--voices", type=PATH, default=OWN / "voices", show_default="voices", help="Folder of piper voices.")
@click.option("--accept-licence", is_flag=True, help="The licence of a voice that asks for it was read.")
@_folder
@content_option
@json_option
def render(
    *,
    languages: tuple[str, ...],
    engine: str,
    jobs: int,
    voices: Path,
    accept_licence: bool,
    folder: Path,
    content: Path,
    as_json: bool,
) -> int:
    """Render every sentence that has no sound yet; exit status 5 when one could not be. May be stopped and started again.

    Without --engine, what has a sound that came with the program is left out.
    """
    from kiosk.narration.rendering import render_all  # loads numpy and scipy

    if engine in LICENCES and not accept_licence:
        message = f"{LICENCES[engine]} Read it, then say --accept-licence."
        raise click.UsageError(message)
    chosen = _chosen_voices(engine, voices)
    pack = SoundPack(SOUNDS, folder)
    runs = dict.fromkeys(run for _, said in spoken_texts(content, languages) for run in said.runs if run.language in chosen)
    sentences = [run for run in runs if engine or not pack.has(run)]
    outcomes = []
    with progress(len(sentences)) as line:
        task = line.add_task("rendering", total=len(sentences))
        for outcome in render_all(sentences, folder, chosen, jobs):
            outcomes.append(outcome)
            line.update(task, advance=1)
    failed = [outcome for outcome in outcomes if outcome.reason]
    result = {
        "sentences": len(outcomes),
        "made": sum(outcome.made for outcome in outcomes),
        "kept": sum(not outcome.made and not outcome.reason for outcome in outcomes),
        "with_word_times": sum(outcome.has_cues for outcome in outcomes),
        "minutes": round(sum(outcome.seconds for outcome in outcomes) / 60, 1),
        "failed": [{"text": outcome.sentence.text, "reason": outcome.reason} for outcome in failed],
    }
    if as_json:
        print_json(result)
    else:
        print_line("{made} made, {kept} kept, minutes of sound: {minutes}".format(**result))
        for outcome in failed:
            print_line(f"not said: {outcome.sentence.text} ({outcome.reason})")
    return NarrationError.exit_status if failed else 0


def _chosen_voices(engine: str, folder: Path) -> dict[LanguageTag, tuple[Voice, ...]]:
    """The voices of an engine by language, or the whole chain.

    Raises:
        NarrationError: the engine has no voice here.
    """
    if not engine:
        return dict(CHAIN)
    offered = voices_here(folder)
    chosen = {tag: tuple(voice for voice in voices if voice.engine == engine) for tag, voices in offered.items()}
    chosen = {tag: voices for tag, voices in chosen.items() if voices}
    if not chosen:
        message = f"{engine!r} has no voice here; there are {', '.join(sorted({v.engine for vs in offered.values() for v in vs}))}"
        raise NarrationError(message)
    return chosen


@click.command()
@click.option("--lang", "language", shell_complete=offer_languages, required=True, help="Language tag.")
@click.option("--out", "folder", type=PATH, required=True, help="Folder for the script and the recordings.")
@content_option
def script(*, language: str, folder: Path, content: Path) -> None:
    """Write the numbered script a speaker reads: a PDF, and the table that goes with the recordings."""
    from kiosk.narration.studio import ScriptLine, script_path, write_script  # loads numpy and scipy

    lines = [ScriptLine(number, item, said.sentence) for number, (item, said) in enumerate(spoken_texts(content, (language,)), 1)]
    make_output_folder(folder)
    table = script_path(folder, language)
    with output_file(table) as fresh:
        write_script(fresh, lines)
    with output_file(table.with_suffix(".pdf")) as fresh:
        pages = _drawn_pages(lines, fresh)
    print_line(f"{how_many(len(lines), 'line')}, {how_many(pages, 'page')}: {table} and {table.stem}.pdf")
    print_line(f"Record one file a line, named {language}-0001.wav and so on, into the same folder.")


def _drawn_pages(lines: list["ScriptLine"], pdf: Path) -> int:
    """Draw the script; returns how many pages it has.

    Raises:
        DisplayError: Qt could not draw it.
    """
    command = [sys.executable, "-m", "kiosk.ui.tools.reading_script", "--out", str(pdf)]
    rows = json.dumps([{"number": str(line.number), "text": line.sentence.text} for line in lines])
    answer = subprocess.run(command, input=rows, capture_output=True, text=True, check=False)
    if answer.returncode != 0:
        last = (answer.stderr.strip().splitlines() or ["no reason given"])[-1]
        message = f"the script could not be drawn ({last}); {MEND}"
        raise DisplayError(message)
    return int(json.loads(answer.stdout)["pages"])


@click.command("import")
@click.argument("recordings", type=PATH)
@click.option("--lang", "language", shell_complete=offer_languages, required=True, help="Language tag.")
@_folder
@json_option
def import_(recordings: Path, *, language: str, folder: Path, as_json: bool) -> int:
    """Check the RECORDINGS of a folder and put the good ones into the narration folder; exit status 5 when one was refused."""
    from kiosk.narration.process import EngineProcess
    from kiosk.narration.studio import import_recording, read_script, recordings_in, script_path  # loads numpy and scipy

    lines = read_script(script_path(recordings, language))
    files = recordings_in(recordings)
    espeak = EngineProcess("espeak")
    findings = []
    with progress(len(files)) as line:
        task = line.add_task("importing", total=len(files))
        for file in files:
            findings.append(import_recording(file, language, lines, folder, espeak))
            line.update(task, advance=1)
    espeak.close()
    refused = [finding for finding in findings if not finding.taken]
    if as_json:
        print_json([asdict(finding) for finding in findings])
    else:
        print_table("Recordings", ("", "file", "what"), (("taken" if f.taken else "mend", f.file, f.what) for f in findings))
    return NarrationError.exit_status if refused else 0


@click.command()
@_languages
@_folder
@content_option
@json_option
def report(*, languages: tuple[str, ...], folder: Path, content: Path, as_json: bool) -> None:
    """Say for each language how many sentences are recorded, rendered, said live or missing, and which recordings are stale."""
    from kiosk.narration.studio import stale_recordings  # loads numpy and scipy
    from kiosk.narration.synthesizer import voice_inventory

    with progress() as line:
        line.add_task("counting")
        texts = [said for _, said in spoken_texts(content, languages)]
        live = voice_inventory()
    library, pack = SoundLibrary(folder), SoundPack(SOUNDS, folder)
    counts: dict[LanguageTag, Counter[str]] = {}
    for said in texts:
        counts.setdefault(said.sentence.language, Counter())[_link(said, library, pack, set(live))] += 1
    stale = [row for row in stale_recordings(library, (said.sentence for said in texts)) if row["language"] in counts]
    rows = [
        {
            "language": tag,
            "sentences": found.total(),
            **{link: found[link] for link in (RECORDED, "rendered", "live", "missing")},
            "stale": sum(row["language"] == tag for row in stale),
            "live_voice": live[tag].said_by if tag in live else "",
        }
        for tag, found in counts.items()
    ]
    if as_json:
        print_json({"languages": rows, "stale": stale})
    else:
        print_table("Narration", tuple(rows[0]) if rows else (), (row.values() for row in rows))
        for row in stale:
            print_line(f"stale: {row['file']} ({row['item']}): {row['text']}")


def _link(said: Utterance, library: SoundLibrary, pack: SoundPack, live: set[LanguageTag]) -> str:
    """The first link of the chain that has the sentence."""
    entries = library.entries_of(said.sentence)
    if entries and entries[0].maker == RECORDED:
        return RECORDED
    if entries or all(library.entries_of(run) or pack.has(run) for run in said.runs):
        return "rendered"
    return "live" if {run.language for run in said.runs} <= live else "missing"
