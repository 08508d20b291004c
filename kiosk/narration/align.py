"""Finds when each word is heard in a sound of any voice, by its likeness to espeak-ng saying the same with known times.

Dynamic time warping of mel cepstra; against a voice whose times are known, half of the words are found within 20 ms (ADR 0012).
"""

import numpy as np
from numpy.typing import NDArray
from scipy.fft import dct
from scipy.spatial.distance import cdist

from kiosk.narration.audio import Samples, resampled

RATE = 16_000
HOP = 160
WINDOW = 400
BANDS = 26
COEFFICIENTS = 13
FRAME_MS = 1000 * HOP // RATE

Frames = NDArray[np.float64]


def _mel_filters() -> Frames:
    def mel(hertz: float) -> float:
        return float(2595 * np.log10(1 + hertz / 700))

    edges = 700 * (10 ** (np.linspace(mel(60), mel(RATE / 2), BANDS + 2) / 2595) - 1)
    bins = np.fft.rfftfreq(512, 1 / RATE)
    rising = (bins - edges[:-2, None]) / np.diff(edges)[:-1, None]
    falling = (edges[2:, None] - bins) / np.diff(edges)[1:, None]
    return np.maximum(0, np.minimum(rising, falling))


_FILTERS = _mel_filters()


def cepstra(samples: Samples, rate: int) -> Frames:
    """What the ear tells one moment from another by: one row each 10 ms, of the same weight in every voice."""
    sound = resampled(samples, rate, RATE)
    sound = np.append(sound[0], sound[1:] - 0.97 * sound[:-1])
    sound = np.pad(sound, (0, max(0, WINDOW - len(sound))))
    frames = np.lib.stride_tricks.sliding_window_view(sound, WINDOW)[::HOP] * np.hamming(WINDOW)
    power = np.abs(np.fft.rfft(frames, 512)) ** 2
    rows = dct(np.log(power @ _FILTERS.T + 1e-8), norm="ortho")[:, :COEFFICIENTS]
    return np.asarray((rows - rows.mean(axis=0)) / (rows.std(axis=0) + 1e-8))


def warped(times_ms: list[int], reference: Frames, other: Frames) -> list[int]:
    """Times in one sound as times in another that says the same.

    Args:
        times_ms: in the reference, ascending.
        reference: its cepstra.
        other: those of the other sound.
    """
    partner = _partners(_costs(cdist(reference, other)))
    frames = np.clip(np.array(times_ms) // FRAME_MS, 0, len(partner) - 1)
    return [int(frame) * FRAME_MS for frame in partner[frames]]


def _costs(distance: Frames) -> Frames:
    """The cheapest way from the beginning to each pair of moments, one diagonal at a time."""
    rows, columns = distance.shape
    total = np.full((rows + 1, columns + 1), np.inf)
    total[0, 0] = 0
    for diagonal in range(rows + columns - 1):
        row = np.arange(max(0, diagonal - columns + 1), min(rows, diagonal + 1))
        column = diagonal - row
        before = np.minimum(np.minimum(total[row, column + 1], total[row + 1, column]), total[row, column])
        total[row + 1, column + 1] = distance[row, column] + before
    return total


def _partners(total: Frames) -> NDArray[np.int64]:
    """For each moment of the reference, the first moment of the other sound that goes with it."""
    row, column = total.shape[0] - 1, total.shape[1] - 1
    partner = np.zeros(row, np.int64)
    while row > 0 and column > 0:
        partner[row - 1] = column - 1
        steps = (total[row - 1, column - 1], total[row - 1, column], total[row, column - 1])
        step = int(np.argmin(steps))
        row, column = row - (step != 2), column - (step != 1)
    return partner
