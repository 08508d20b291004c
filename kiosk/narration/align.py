"""Finds when each word is heard in a sound of any voice, by its likeness to espeak-ng saying the same with known times.

Dynamic time warping of mel cepstra, with numpy alone: a kiosk does it too, in a worker (ADR 0012).
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

FRAME_MS = 10
WINDOW_MS = 25
LOWEST_HZ, HIGHEST_HZ = 60, 8_000
"""What every voice has, at any rate of samples."""
BANDS = 26
COEFFICIENTS = 13
DECAY = 3.0
"""Each coefficient weighs less than the one before: the fine ones tell voices apart, not sounds of speech. Measured (ADR 0012)."""
QUIET = 0.01
"""Of the loudest sample: below it nothing is heard."""
SHORTEST_SILENCE_MS = 20

Samples = NDArray[np.floating]
Frames = NDArray[np.float32]
Events = list[tuple[int, int]]
Sound = tuple[Samples, int]
"""Samples of one channel, and how many there are a second."""


def word_times(events: Events, reference: Sound, sound: Sound) -> Events:
    """What a reference reports of its words, as times in another sound that says the same.

    Args:
        events: places in the text and milliseconds of the reference, in order.
        reference: the sound the events are of.
        sound: the other one.
    """
    total = _costs(_distances(cepstra(*reference), cepstra(*sound)))
    partners = _partners(total)
    frames = [min(time // FRAME_MS, len(partners) - 1) for _, time in events]
    found = _out_of_silence([int(partners[frame]) * FRAME_MS for frame in frames], sound)
    return [(place, time) for (place, _), time in zip(events, found, strict=True)]


def _out_of_silence(times_ms: list[int], sound: Sound) -> list[int]:
    """Times at which nothing is heard, put off until something is."""
    samples, rate = sound
    level = np.abs(samples)
    loud = np.flatnonzero(level > QUIET * level.max(initial=0)) * 1000 // rate
    found = []
    for time in times_ms:
        following = int(np.searchsorted(loud, time))
        begins = int(loud[following]) if following < len(loud) else time
        found.append(begins if begins - time > SHORTEST_SILENCE_MS else time)
    return found


@cache
def _mel_filters(rate: int, size: int) -> Frames:
    def mel(hertz: float) -> float:
        return float(2595 * np.log10(1 + hertz / 700))

    edges = 700 * (10 ** (np.linspace(mel(LOWEST_HZ), mel(min(HIGHEST_HZ, rate / 2)), BANDS + 2) / 2595) - 1)
    bins = np.fft.rfftfreq(size, 1 / rate)
    rising = (bins - edges[:-2, None]) / np.diff(edges)[:-1, None]
    falling = (edges[2:, None] - bins) / np.diff(edges)[1:, None]
    return np.maximum(0, np.minimum(rising, falling)).astype(np.float32)


@cache
def _cosines() -> Frames:
    """Bands to cepstral coefficients."""
    bands = np.arange(BANDS) + 0.5
    return np.cos(np.pi / BANDS * np.outer(bands, np.arange(COEFFICIENTS))).astype(np.float32)


def cepstra(samples: Samples, rate: int) -> Frames:
    """What the ear tells one moment from another by: one row each 10 ms, on the same scale in every voice."""
    window = rate * WINDOW_MS // 1000
    sound = np.asarray(samples, np.float32)
    sound = np.append(sound[:1], sound[1:] - 0.97 * sound[:-1])
    sound = np.pad(sound, (0, max(0, window - len(sound))))
    count = 1 + (len(sound) - window) * 1000 // (rate * FRAME_MS)
    starts = np.arange(count) * rate * FRAME_MS // 1000
    frames = sound[starts[:, None] + np.arange(window)] * np.hamming(window).astype(np.float32)
    size = 1 << (window - 1).bit_length()
    power = np.abs(np.fft.rfft(frames, size)).astype(np.float32) ** 2
    rows = np.log(power @ _mel_filters(rate, size).T + 1e-8) @ _cosines()
    alike = (rows - rows.mean(axis=0)) / (rows.std(axis=0) + 1e-8)
    return np.asarray(alike * np.exp(-np.arange(COEFFICIENTS) / DECAY), np.float32)


def _distances(reference: Frames, other: Frames) -> Frames:
    """How unlike each moment of one sound is to each of the other."""
    squares = (reference**2).sum(axis=1)[:, None] + (other**2).sum(axis=1) - 2 * reference @ other.T
    return np.asarray(np.sqrt(np.maximum(squares, 0)))


def _costs(distance: Frames) -> Frames:
    """The cheapest way from the beginning to each pair of moments, one diagonal at a time."""
    rows, columns = distance.shape
    total = np.full((rows + 1, columns + 1), np.inf, np.float32)
    total[0, 0] = 0
    for diagonal in range(rows + columns - 1):
        row = np.arange(max(0, diagonal - columns + 1), min(rows, diagonal + 1))
        column = diagonal - row
        before = np.minimum(np.minimum(total[row, column + 1], total[row + 1, column]), total[row, column])
        total[row + 1, column + 1] = distance[row, column] + before
    return total


def _partners(total: Frames) -> NDArray[np.int64]:
    """For each moment of the reference, the last moment of the other sound that goes with it: a pause goes before a word."""
    row, column = total.shape[0] - 1, total.shape[1] - 1
    partner = np.full(row, -1)
    while row > 0 and column > 0:
        partner[row - 1] = max(partner[row - 1], column - 1)
        steps = (total[row - 1, column - 1], total[row - 1, column], total[row, column - 1])
        step = int(np.argmin(steps))
        row, column = row - (step != 2), column - (step != 1)
    return partner
