"""What is lit on the screen while a sentence is heard."""

from kiosk.domain.cues import Cue, evenly
from kiosk.domain.narration import Utterance
from kiosk.narration.sound import Sound
from kiosk.presentation.serving_rows import Lit


def derive_lit(utterance: Utterance, word: int) -> Lit:
    """A place on the screen, there the sentence, and in it the word (-1: none known). A text not shown stands in the transcript."""
    offset = 0 if utterance.place else utterance.span[0]
    start, end = utterance.words[min(word, len(utterance.words) - 1)] if word >= 0 and utterance.words else utterance.span[:1] * 2
    return Lit(
        place=utterance.place,
        language=utterance.sentence.language,
        start=utterance.span[0] - offset,
        end=utterance.span[1] - offset,
        word_start=start - offset,
        word_end=end - offset,
    )


def silent_cues(sound: Sound, utterance: Utterance) -> tuple[Cue, ...]:
    """When each word is lit while nothing is heard: as the voice would have it, else each by its length."""
    if sound.cues or len(utterance.runs) > 1:
        return sound.cues
    return evenly(utterance.sentence.text, round(sound.seconds * 1000))
