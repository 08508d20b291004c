"""When each word of a sound is heard. Times are milliseconds from its beginning; places are characters of the spoken text."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

Span = tuple[int, int]
"""First character of a piece of text, and the one behind its last."""

MOST_PAIRS = 250_000
"""Texts of more pairs of words than this are not compared word by word: it would take seconds."""
_TOKEN = re.compile(r"\S+")
_LEAST_WEIGHT = 2


@dataclass(frozen=True, slots=True)
class Cue:
    """One word of a sound."""

    token: int
    """Which word of the spoken text, counted from 0."""
    start: int
    end: int
    begin_ms: int
    end_ms: int


def word_spans(text: str) -> tuple[Span, ...]:
    """The words of a text: what stands between spaces and holds a letter or a figure."""
    return tuple(found.span() for found in _TOKEN.finditer(text) if any(map(str.isalnum, found.group())))


def evenly(text: str, duration_ms: int) -> tuple[Cue, ...]:
    """Cues where nothing is known but the duration: each word takes its share by its letters."""
    spans = word_spans(text)
    weights = [sum(map(str.isalnum, text[start:end])) + _LEAST_WEIGHT for start, end in spans]
    total, passed, begins = sum(weights), 0, list[int]()
    for weight in weights:
        begins.append(duration_ms * passed // total)
        passed += weight
    return _chained(spans, begins, duration_ms)


def from_events(text: str, events: Iterable[tuple[int, int]], duration_ms: int, given: str = "") -> tuple[Cue, ...]:
    """Cues from what an engine reports while it speaks.

    Args:
        text: what was spoken.
        events: places in the text and times, in order; an engine reports several for a number, and none for a short word.
        duration_ms: of the sound.
        given: what the engine was given, where it was the same words with more marks; the places are its.

    Returns:
        One cue for each word, in order, from the first report to the end; nothing when there are no usable reports.
    """
    spans = word_spans(text)
    starts = [start for start, _ in (word_spans(given) if given else spans)]
    begins: dict[int, int] = {}
    last = 0
    for place, time in events:
        token = bisect_right(starts, place) - 1
        if token >= last and 0 <= time <= duration_ms:
            begins.setdefault(token, max(time, *begins.values(), 0) if begins else time)
            last = token
    if not begins or not spans:
        return ()
    begins.setdefault(0, 0)
    return _chained(spans, _filled(begins, len(spans), duration_ms), duration_ms)


def _filled(begins: dict[int, int], count: int, duration_ms: int) -> list[int]:
    """Times for all words: those without one of their own share the time up to the next."""
    known = [*sorted(begins.items()), (count, duration_ms)]
    times: list[int] = []
    for (token, time), (following, next_time) in pairwise(known):
        step = (next_time - time) / (following - token)
        times += [round(time + step * index) for index in range(following - token)]
    return times


def _chained(spans: tuple[Span, ...], begins: list[int], duration_ms: int) -> tuple[Cue, ...]:
    ends = [*begins[1:], duration_ms][: len(begins)]
    return tuple(Cue(token, *span, begin, end) for token, (span, begin, end) in enumerate(zip(spans, begins, ends, strict=True)))


def are_sound(cues: tuple[Cue, ...], text: str) -> bool:
    """Whether cues belong to a text and never run back: one for each of its words, in order."""
    ordered = all(a.begin_ms <= a.end_ms <= b.begin_ms for a, b in pairwise(cues)) and all(c.begin_ms >= 0 for c in cues)
    return ordered and tuple((cue.start, cue.end) for cue in cues) == word_spans(text)


def token_at(cues: tuple[Cue, ...], time_ms: int) -> int:
    """The word heard at a time; -1 before the first, the last one after the end."""
    return bisect_right([cue.begin_ms for cue in cues], time_ms) - 1


def map_tokens(spoken: list[str], shown: list[str]) -> tuple[int, ...]:
    """For each word said, the word shown that it stands for.

    Words that are the same in both are tied first, in order; between them, as with a number written out, each takes its share.

    Args:
        spoken: words said, in the form they are compared in.
        shown: words shown, in the same form; not empty.
    """
    if spoken == shown:
        return tuple(range(len(spoken)))
    if len(spoken) * len(shown) > MOST_PAIRS:
        return tuple(index * len(shown) // len(spoken) for index in range(len(spoken)))
    from difflib import SequenceMatcher  # takes longer to load than to use

    blocks = SequenceMatcher(None, spoken, shown, autojunk=False).get_matching_blocks()
    tied: list[int] = []
    shown_from = 0
    for block in blocks:
        loose, room = block.a - len(tied), block.b - shown_from
        tied += [
            min(shown_from + index * room // loose, len(shown) - 1) if room else max(shown_from - 1, 0) for index in range(loose)
        ]
        tied += range(block.b, block.b + block.size)
        shown_from = block.b + block.size
    return tuple(tied)


def webvtt(cues: Iterable[Cue]) -> str:
    """Cues as W3C SyncMediaLite has them: WebVTT metadata with a fragment of the text for each word."""
    parts = [
        f"{_timestamp(cue.begin_ms)} --> {_timestamp(cue.end_ms)}\n"
        f'{{"selector":{{"type":"FragmentSelector","value":"char={cue.start},{cue.end}"}}}}\n'
        for cue in cues
    ]
    return "\n".join(["WEBVTT\n", *parts])


def _timestamp(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"
