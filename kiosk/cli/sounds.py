"""`kiosk narration ship`: the sounds that come with the program."""

from pathlib import Path

import click

from kiosk.cli.narration import spoken_texts
from kiosk.cli.options import PATH, content_option, json_option
from kiosk.cli.output import print_json, print_line, progress
from kiosk.config import OWN, SOUNDS
from kiosk.content.store import ContentStore
from kiosk.errors import NarrationError
from kiosk.narration.voices import LICENCES, SHIPPED, Voice, voices_here
from kiosk.presentation.spoken_pieces import pieces


@click.command()
@click.option("--jobs", default=2, show_default=True, type=click.IntRange(1, 64), help="Processes at a time.")
@click.option("--voices", type=PATH, default=OWN / "voices", show_default="voices", help="Folder that script/arabic-voice filled.")
@click.option("--accept-licence", is_flag=True, help="The licence of the voice was read.")
@click.option("--out", "folder", type=PATH, default=SOUNDS, show_default="assets/sounds", help="Where the files are.")
@content_option
@json_option
def ship(*, jobs: int, voices: Path, accept_licence: bool, folder: Path, content: Path, as_json: bool) -> int:
    """Render the sentences whose sound does not come with the program yet, and drop those nobody says any more.

    Run script/arabic-voice once before. Exit status 5 when a sentence could not be rendered.
    """
    from kiosk.narration.shipping import ship as shipped  # loads numpy and scipy

    runs = dict.fromkeys(run for _, said in spoken_texts(content, ()) for run in said.runs)
    with ContentStore.open(content) as store:
        runs |= dict.fromkeys(piece for tag in SHIPPED for piece in pieces(store, tag))
    results = []
    for tag, wanted in SHIPPED.items():
        voice = _found(voices, tag, wanted, accepted=accept_licence)
        sentences = [run for run in runs if run.language == tag]
        with progress() as line:
            task = line.add_task("rendering", total=None)
            for result in shipped(tag, sentences, folder, voice, jobs):
                results.append(result)
                line.update(task, advance=1)
    failed = [result for result in results if result.reason]
    if as_json:
        told = [{"text": result.sentence.text, "reason": result.reason} for result in failed]
        print_json({"sentences": len(runs), "made": len(results) - len(failed), "failed": told})
    else:
        print_line(f"{len(results) - len(failed)} made, {len(failed)} failed; {folder}")
        for result in failed:
            print_line(f"not said: {result.sentence.text} ({result.reason})")
    return NarrationError.exit_status if failed else 0


def _found(folder: Path, tag: str, wanted: Voice, *, accepted: bool) -> Voice:
    """The voice whose sounds ship, as it is on this machine.

    Raises:
        click.UsageError: it asks for its licence to be read.
        NarrationError: it is not here.
    """
    if wanted.engine in LICENCES and not accepted:
        message = f"{LICENCES[wanted.engine]} Read it, then say --accept-licence."
        raise click.UsageError(message)
    for voice in voices_here(folder).get(tag, ()):
        if (voice.engine, Path(voice.name).name) == (wanted.engine, Path(wanted.name).name):
            return voice
    message = f"{wanted.engine} is not in {folder} nor installed: run script/arabic-voice"
    raise NarrationError(message)
