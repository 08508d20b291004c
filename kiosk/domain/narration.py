"""What is said: texts as sentences, each in a language whose voice can read its script."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from kiosk.domain.cues import Span, map_tokens, word_spans
from kiosk.domain.folding import fold
from kiosk.domain.language import Language, LanguageTag, VowelReading

_SENTENCE_END = re.compile(r"""(?:(?<=[.!?؟…؛])|(?<=[.!?؟…؛][»”"')])|(?<=[.!?؟…؛]\s[»”"')]))\s+(?=[^\s»”"')])""")
_ABBREVIATION = re.compile(r"(?:^|[\s’'(«])(?:art|no|n°|p|M|Mme|etc|cf|\w)\.$", re.IGNORECASE)
MAX_SENTENCE = 400
"""Characters said in one go at most: no engine may be kept busy by a text without an end."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words said in one breath, by one voice."""

    text: str
    language: LanguageTag
    vocalised: str = field(default="", compare=False)
    """The same with the case vowels that the reading style leaves out of `text`; empty where there are none."""
    reading: VowelReading = field(default=VowelReading.PAUSAL, compare=False)
    """Which of them are heard."""

    @property
    def full(self) -> str:
        """What an engine is given: the text with all its vowels."""
        return self.vocalised or self.text


@dataclass(frozen=True, slots=True)
class Utterance:
    """A sentence to be said, and where it stands on the screen."""

    sentence: Sentence
    """The whole of it: what a speaker is recorded with."""
    runs: tuple[Sentence, ...]
    """The same for synthetic voices: one run for each script."""
    place: str
    """Which text of the screen it belongs to; empty where the text is not shown as it is said."""
    shown: str
    """That text, as shown."""
    span: Span
    """The sentence's part of the text shown."""
    words: tuple[Span, ...]
    """For each word said, the part of the text shown that is lit with it."""


@dataclass(frozen=True, slots=True)
class NarrationScript:
    """What is said, in order."""

    utterances: tuple[Utterance, ...]


def split_sentences(text: str) -> list[str]:
    """A text at the ends of its sentences; not after abbreviations, nor inside numbers. None is longer than `MAX_SENTENCE`."""
    parts: list[str] = []
    for part in _SENTENCE_END.split(text.strip()):
        if parts and _ABBREVIATION.search(parts[-1]):
            parts[-1] = f"{parts[-1]} {part}"
        elif part:
            parts.append(part)
    return [breath for part in parts for breath in _breaths(part)]


def _breaths(sentence: str) -> Iterator[str]:
    """A sentence as it is, or an endless one cut between words, or a word that never ends cut anywhere."""
    while len(sentence) > MAX_SENTENCE:
        cut = sentence.rfind(" ", 1, MAX_SENTENCE + 1)
        cut = cut if cut > 0 else MAX_SENTENCE
        yield sentence[:cut].rstrip()
        sentence = sentence[cut:].lstrip()
    if sentence:
        yield sentence


def letter_script(character: str) -> str:
    """The script of a letter by its Unicode name ("LATIN", "ARABIC", ...); empty for what is not a letter."""
    if not character.isalpha():
        return ""
    return unicodedata.name(character, "").partition(" ")[0]


def _main_script(text: str) -> str:
    return next((script for script in map(letter_script, text) if script), "")


def split_by_script(text: str) -> Iterator[str]:
    """Runs of one script each; figures and marks go with what stands before them. Joined, the runs are the text."""
    run, script = "", ""
    for character in text:
        found = letter_script(character)
        if found and script and found != script:
            yield run
            run = ""
        script = found or script
        run += character
    if run:
        yield run


def speakable(text: str, language: Language, languages: tuple[Language, ...]) -> list[Sentence]:
    """A text as runs of one script, each given to a language of its script.

    Args:
        text: words to be said, with all their vowels.
        language: the language they are in.
        languages: all there are, in order of preference; a script that none of them is written in stays with `language`.
    """
    by_script = {_main_script(other.endonym): other for other in reversed(languages)}
    by_script[_main_script(language.endonym)] = language
    return [
        _in_style(run.strip(), by_script.get(_main_script(run), language))
        for run in split_by_script(text)
        if any(character.isalnum() for character in run)
    ]


def utterances(place: str, shown: str, spoken: str, language: Language, languages: tuple[Language, ...]) -> list[Utterance]:
    """A text as sentences, each tied to its part of the text shown.

    Args:
        place: what the text is called on the screen.
        shown: the text as the screen shows it, directional marks included.
        spoken: the words said for it, with all their vowels.
        language: the language of both.
        languages: all there are, in order of preference.
    """
    said = [(_in_style(text, language), runs) for text in split_sentences(spoken) if (runs := speakable(text, language, languages))]
    spans = word_spans(shown)
    if not spans:
        return [
            Utterance(sentence, tuple(runs), "", sentence.text, (0, len(sentence.text)), word_spans(sentence.text))
            for sentence, runs in said
        ]
    words = [[sentence.text[start:end] for start, end in word_spans(sentence.text)] for sentence, _ in said]
    tied = map_tokens([_compared(word) for found in words for word in found], [_compared(shown[a:b]) for a, b in spans])
    found, first = [], 0
    for (sentence, runs), sentence_words in zip(said, words, strict=True):
        mine = [spans[token] for token in tied[first : first + len(sentence_words)]]
        first += len(sentence_words)
        found.append(Utterance(sentence, tuple(runs), place, shown, _hull(mine), tuple(mine)))
    return found


def _in_style(text: str, language: Language) -> Sentence:
    """A sentence in the reading style, with the text it was made from."""
    from kiosk.domain.speech import in_style  # its tables are made when something is first said

    styled = in_style(text, case_vowels=False)
    return Sentence(styled, language.tag, "" if styled == text else text, language.reading)


def _compared(word: str) -> str:
    return "".join(filter(str.isalnum, fold(word)))


def _hull(spans: list[Span]) -> Span:
    return (min(start for start, _ in spans), max(end for _, end in spans)) if spans else (0, 0)
