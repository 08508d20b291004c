"""What is heard of a sentence."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.cues import Cue, evenly
from kiosk.domain.narration import Sentence

WORDS_PER_MINUTE = 140
"""How fast a text is lit that nobody says."""
LEAST_SECONDS = 0.6


@dataclass(frozen=True, slots=True)
class Sound:
    """A sentence, or a run of it, as it is heard."""

    path: Path | None
    """None: nobody says it; it is lit for as long as saying it would take."""
    seconds: float
    cues: tuple[Cue, ...]
    """Nothing where only the sentence as a whole can be lit."""
    said_by: str
    """The voice, or why there is none."""
    first_word: int = 0
    """Which word of the sentence its first cue is for."""
    untimed: bool = False
    """When its words are heard has not been looked for yet: it is lit as a whole until that is known."""


def silence(sentence: Sentence, reason: str) -> Sound:
    """A sentence that nobody says."""
    seconds = max(LEAST_SECONDS, 60 * (1 + sentence.text.count(" ")) / WORDS_PER_MINUTE)
    return Sound(None, seconds, evenly(sentence.text, round(seconds * 1000)), reason)
