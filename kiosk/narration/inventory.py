"""Which link of the chain speaks each language here: recorded, rendered ahead, live by an engine, or nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.language import LanguageTag
from kiosk.narration.library import RECORDED, SoundLibrary
from kiosk.narration.pack import SoundPack
from kiosk.narration.synthesizer import voice_inventory
from kiosk.narration.voices import live_voices


@dataclass(frozen=True, slots=True)
class SpokenBy:
    """What speaks one language."""

    language: LanguageTag
    recorded: int
    """Sentences said by a person."""
    rendered: int
    """Sentences made ahead by an engine."""
    live: str
    """Engine and voice that say the rest, or why none can."""
    heard: bool
    """Whether one can."""


def spoken_by(narration: Iterable[Path], voices: Path, languages: Iterable[LanguageTag] = ()) -> list[SpokenBy]:
    """Each language's links, found by counting what was made ahead and having each engine say a word.

    Args:
        narration: folders of the sounds made ahead, and of those that came with the program.
        voices: folder of optional voices.
        languages: those to tell of even where no engine speaks them.
    """
    folders = list(narration)
    packs = [SoundPack(folder, folder) for folder in folders]
    entries = [entry for folder in folders for entry in SoundLibrary(folder).entries()]
    found = []
    live = voice_inventory(live_voices(voices))
    for tag in dict.fromkeys((*live, *languages)):
        mine, sound = [entry for entry in entries if entry.language == tag], live.get(tag)
        recorded = sum(entry.maker == RECORDED for entry in mine)
        said_by, heard = (sound.said_by, sound.path is not None) if sound else ("no engine speaks it", bool(mine))
        rendered = len(mine) - recorded + sum(len(pack.makers(tag)) for pack in packs)
        found.append(SpokenBy(tag, recorded, rendered, said_by, heard))
    return found
