"""Puts the sounds that come with the program into their files: what has changed is rendered, everything else stays as it is."""

import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from kiosk.domain.language import LanguageTag
from kiosk.domain.narration import Sentence
from kiosk.errors import NarrationError
from kiosk.narration.library import SoundLibrary, key_of, read_sidecar
from kiosk.narration.pack import NOTICE, SIDES, SoundPack, write_pack
from kiosk.narration.recipe import recipe
from kiosk.narration.rendering import RenderResult, render_all
from kiosk.narration.voices import SHIPPED, Voice

UNFINISHED = ".rendered"
"""Folder of what has been rendered and is not in the file yet."""


def maker_of(sentence: Sentence) -> str:
    """The key of the recipe by which a sentence's sound ships.

    Raises:
        KeyError: no sounds of its language ship.
    """
    return key_of(recipe(sentence, SHIPPED[sentence.language]))


def lacking(sentences: Iterable[Sentence], pack: SoundPack) -> list[Sentence]:
    """The sentences whose sound does not ship, or was made of other words or by another recipe."""
    return [sentence for sentence in sentences if sentence.language in SHIPPED and not pack.has(sentence, maker_of(sentence))]


def ship(tag: LanguageTag, sentences: list[Sentence], folder: Path, voice: Voice, jobs: int) -> Iterator[RenderResult]:
    """Render what a language lacks, then write its file with exactly the sounds of these sentences; yields each as it is rendered.

    Stopped at any moment, it goes on from there the next time.

    Args:
        tag: the language; its `NOTICE.txt` is taken from the folder.
        sentences: all that are to be in the file.
        folder: where the file is, or will be.
        voice: that of `SHIPPED`, as it is found on this machine.
        jobs: how many processes render.

    Raises:
        NarrationError: the folder cannot be written.
    """
    rendered = folder / UNFINISHED
    pack, library = SoundPack(folder, rendered), SoundLibrary(rendered)
    yield from render_all(lacking(sentences, pack), rendered, {tag: (voice,)}, jobs)
    parts = {NOTICE: (folder / NOTICE).read_bytes()} if (folder / NOTICE).is_file() else {}
    for sentence in sentences:
        name = library.path_of(sentence, maker_of(sentence)).stem
        parts |= _fresh_parts(rendered, name) or pack.parts_of(tag, name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_pack(folder / f"{tag}.zip", parts)
    except OSError as error:
        message = f"{folder}: cannot be written ({error.strerror}); name another folder"
        raise NarrationError(message) from error
    shutil.rmtree(rendered, ignore_errors=True)


def _fresh_parts(folder: Path, name: str) -> dict[str, bytes]:
    """A sound just rendered, its sidecar without blanks; nothing where it was not."""
    sound = folder / f"{name}.ogg"
    if not sound.is_file():
        return {}
    about = json.dumps(read_sidecar(sound.with_suffix(".json")), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return {f"{name}{side}": about.encode() if side == ".json" else sound.read_bytes() for side in SIDES}
