"""What is said: texts as sentences, each in a language whose voice can read its script."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.domain.language import Language, LanguageTag

_SENTENCE_END = re.compile(r"(?<=[.!?؟…؛])[»”\"')]*\s+(?=\S)")
_ABBREVIATION = re.compile(r"(?:^|\s)(?:art|no|n°|p|M|Mme|etc|cf|\w)\.$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words said in one breath, by one voice."""

    text: str
    language: LanguageTag


@dataclass(frozen=True, slots=True)
class NarrationScript:
    """Sentences in the order they are said."""

    sentences: tuple[Sentence, ...]


def split_sentences(text: str) -> list[str]:
    """A text at the ends of its sentences; not after abbreviations, nor inside numbers."""
    parts: list[str] = []
    for part in _SENTENCE_END.split(text.strip()):
        if parts and _ABBREVIATION.search(parts[-1]):
            parts[-1] = f"{parts[-1]} {part}"
        elif part:
            parts.append(part)
    return parts


def script_of(character: str) -> str:
    """The script of a letter by its Unicode name ("LATIN", "ARABIC", ...); empty for what is not a letter."""
    if not character.isalpha():
        return ""
    return unicodedata.name(character, "").partition(" ")[0]


def _main_script(text: str) -> str:
    return next((script for script in map(script_of, text) if script), "")


def split_by_script(text: str) -> Iterator[str]:
    """Runs of one script each; figures and marks go with what stands before them. Joined, the runs are the text."""
    run, script = "", ""
    for character in text:
        found = script_of(character)
        if found and script and found != script:
            yield run
            run = ""
        script = found or script
        run += character
    if run:
        yield run


def speakable(text: str, language: Language, languages: tuple[Language, ...]) -> list[Sentence]:
    """A text as sentences, each run given to a language of its script.

    Args:
        text: words to be said.
        language: the language they are in.
        languages: all there are, in order of preference; a script that none of them is written in stays with `language`.
    """
    by_script = {_main_script(other.endonym): other.tag for other in reversed(languages)}
    by_script[_main_script(language.endonym)] = language.tag
    return [
        Sentence(run.strip(), by_script.get(_main_script(run), language.tag))
        for sentence in split_sentences(text)
        for run in split_by_script(sentence)
        if any(character.isalnum() for character in run)
    ]
