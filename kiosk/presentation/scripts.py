"""What is read aloud on each screen."""

from collections.abc import Iterable

from kiosk.domain.bidi import isolate_foreign_runs
from kiosk.domain.language import LocalizedText
from kiosk.domain.narration import NarrationScript, utterances
from kiosk.presentation.reading import Reading

Placed = tuple[str, LocalizedText]
"""A text, and what the screen calls the place where it stands; empty where it is not shown as it is said."""


def narration_script(texts: Iterable[Placed], reading: Reading) -> NarrationScript:
    """Texts as sentences in the language in use."""
    found = (
        utterances(
            place,
            isolate_foreign_runs(text.in_language(reading.tag), right_to_left=reading.right_to_left),
            text.spoken(reading.tag, case_vowels=True),
            reading.current,
            reading.languages,
        )
        for place, text in texts
    )
    return NarrationScript(tuple(utterance for sentences in found for utterance in sentences))


def script_in_all(texts: Iterable[LocalizedText], reading: Reading) -> NarrationScript:
    """Texts said in one language after the other; the screen lights none of them."""
    placed = [("", text) for text in texts]
    scripts = (narration_script(placed, reading._replace(current=language)) for language in reading.languages)
    return NarrationScript(tuple(utterance for script in scripts for utterance in script.utterances))
