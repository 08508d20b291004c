"""How well the times of words are found in Pico, which tells none: against the same voice with pauses between the words.

The pauses show where each word begins. Without them the sound is so like the sentence said in one breath, by the same voice, that
the beginnings can be carried over to it: within 20 ms, judged by the pauses that a sentence has of itself.
`python -m tests.benchmarks.word_times`
"""

import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from kiosk.config import ROOT
from kiosk.content.store import ContentStore
from kiosk.domain.cues import from_events, word_spans
from kiosk.narration import align, audio
from kiosk.narration.process import EngineProcess
from kiosk.narration.voices import CHAIN, REFERENCE
from kiosk.presentation.spoken_texts import spoken, unique_texts
from tests.benchmarks.figures import Result, result
from tests.benchmarks.program import percentile

SENTENCES = 60
SEED = 20_261_125
LETTERS = range(30, 200)
PAUSE = ' <break time="700ms"/> '
HEARD = 0.004
SHORTEST_PAUSE = 0.2
"""Seconds; the pauses put in are clearly longer than those inside a word."""
CLEARLY = 0.9


def sample(tag: str) -> list[str]:
    """Sentences of the content at random."""
    with ContentStore.open(ROOT / "content.db") as store:
        said = [u.sentence.text for _, u in spoken(unique_texts(store), store.languages, tag) if len(u.runs) == 1]
    found = [text for text in said if len(text) in LETTERS and len(word_spans(text)) > 1]
    random.Random(SEED).shuffle(found)
    return found


def pieces(sound: align.Sound, count: int) -> list[np.ndarray] | None:
    """The words between the pauses; None where it is not clear which pauses were put in."""
    samples, rate = sound
    heard = np.flatnonzero(np.abs(samples) > HEARD)
    edges = np.flatnonzero(np.diff(heard) > rate // 10)
    lengths = np.sort(np.diff(heard)[edges])[::-1]
    wanted = count - 1
    if len(lengths) < wanted or lengths[wanted - 1] < SHORTEST_PAUSE * rate:
        return None
    if len(lengths) > wanted and lengths[wanted] > CLEARLY * lengths[wanted - 1]:
        return None
    chosen = [edge for edge in edges if np.diff(heard)[edge] >= lengths[wanted - 1]]
    begins, ends = [heard[0], *heard[np.array(chosen) + 1]], [*heard[chosen], heard[-1]]
    return [samples[begin : end + 1] for begin, end in zip(begins, ends, strict=True)]


def errors(tag: str, folder: Path) -> Iterator[list[float]]:
    """For each sentence that could be measured, by how many milliseconds each word's time is wrong."""
    pico, espeak = EngineProcess("pico"), EngineProcess("espeak")
    voice, reference = CHAIN[tag][0], REFERENCE[tag]
    for text in sample(tag):
        words = [text[start:end] for start, end in word_spans(text)]
        apart, whole = folder / "apart.wav", folder / "whole.wav"
        pico.render(PAUSE.join(re.sub(r"[.,;:!?«»()“”]", "", word) for word in words), voice.name, voice.words_per_minute, apart)
        said = pico.render(text, voice.name, voice.words_per_minute, whole)
        parts = pieces(audio.read_sound(apart), len(words))
        if parts is None:
            continue
        natural = audio.read_sound(whole)
        joined = (np.concatenate(parts), natural[1])
        begins = np.cumsum([0, *(1000 * len(part) / natural[1] for part in parts[:-1])])
        truth = [time for _, time in align.word_times([(0, round(time)) for time in begins], joined, natural)]
        events = espeak.times_of(text, reference.name, reference.words_per_minute, whole)
        cues = from_events(text, events, round(1000 * said.seconds))
        yield [abs(cue.begin_ms - time) for cue, time in zip(cues, truth, strict=True)]
    pico.close()
    espeak.close()


def word_times(folder: Path) -> Iterator[Result]:
    """In French and in English."""
    for tag in ("fr", "en"):
        measured: list[list[float]] = []
        for sentence in errors(tag, folder):
            measured.append(sentence)
            if len(measured) == SENTENCES:
                break
        every = [error for sentence in measured for error in sentence]
        name = f"narration, times of Pico's words, {tag}, {len(measured)} sentences, {len(every)} words"
        yield result(f"{name}, median", percentile(every, 50), "ms", 40)
        yield result(f"{name}, p90", percentile(every, 90), "ms", 100)


def main() -> int:
    """Measure, and say what was found."""
    with TemporaryDirectory() as folder:
        found = list(word_times(Path(folder)))
    for line in found:
        print(json.dumps(line, ensure_ascii=False))  # noqa: T201 - for who runs it by hand
    return 0 if all(line["met"] for line in found) else 1


if __name__ == "__main__":
    sys.exit(main())
