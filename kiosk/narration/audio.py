"""Sound files: read in any form, brought to one loudness, written small. Only for making sounds, never for playing them."""

from pathlib import Path

import numpy as np
import pyloudnorm
import soundfile
from numpy.typing import NDArray
from scipy.signal import resample_poly

from kiosk.errors import NarrationError
from kiosk.narration.ogg import with_fixed_serial
from kiosk.narration.recipe import COMPRESSIONS, LOUDNESS, PEAK, RATE

Samples = NDArray[np.float64]
"""One channel; full scale is 1."""

BYTES_PER_MINUTE = 180_000
"""24 kbit a second."""
SHORTEST_MEASURED = 0.4
"""Seconds a sound must last for its loudness to be measured; a shorter one is brought to the peak."""


def read_sound(path: Path) -> tuple[Samples, int]:
    """A sound file as one channel, and its samples a second.

    Raises:
        NarrationError: it is not a sound file, is cut short, or holds nothing.
    """
    try:
        samples, rate = soundfile.read(str(path), dtype="float64", always_2d=True)
    except (soundfile.SoundFileError, OSError, RuntimeError) as error:
        message = f"{path}: cannot be read as sound ({error}); give WAV, FLAC, MP3 or Ogg"
        raise NarrationError(message) from error
    if not len(samples):
        message = f"{path}: holds no sound; record it again"
        raise NarrationError(message)
    return samples.mean(axis=1), int(rate)


def resampled(samples: Samples, rate: int, wanted: int) -> Samples:
    """The same sound at another rate."""
    if rate == wanted:
        return samples
    common = int(np.gcd(rate, wanted))
    return np.asarray(resample_poly(samples, wanted // common, rate // common))


def decibels(value: float) -> float:
    """A share of full scale in dBFS."""
    return float(20 * np.log10(max(value, 1e-9)))


def loudness(samples: Samples, rate: int) -> float:
    """Integrated loudness in LUFS; minus infinity for silence."""
    return float(pyloudnorm.Meter(rate).integrated_loudness(samples))


def normalised(samples: Samples, rate: int) -> Samples:
    """The sound at the loudness of all, as far as its peaks allow.

    Raises:
        NarrationError: it is silent.
    """
    peak = float(np.abs(samples).max())
    level = loudness(samples, rate) if len(samples) >= SHORTEST_MEASURED * rate else -np.inf
    if decibels(peak) < -60:
        message = "nothing is heard in it"
        raise NarrationError(message)
    gain = LOUDNESS - level if np.isfinite(level) else np.inf
    return samples * 10 ** (min(gain, PEAK - decibels(peak)) / 20)


def write_opus(path: Path, samples: Samples, rate: int) -> None:
    """Write Opus in Ogg, under the size a minute may have; the caller sees to its being whole."""
    smooth = np.clip(resampled(samples, rate, RATE), -1, 1)
    for compression in COMPRESSIONS:
        soundfile.write(str(path), smooth, RATE, format="OGG", subtype="OPUS", compression_level=compression)
        path.write_bytes(with_fixed_serial(path.read_bytes()))
        if path.stat().st_size <= BYTES_PER_MINUTE * len(smooth) / RATE / 60:
            return


def write_wav(path: Path, samples: Samples, rate: int) -> None:
    """Write a WAV file of 16 bits."""
    soundfile.write(str(path), np.clip(samples, -1, 1), rate, format="WAV", subtype="PCM_16")
