"""A treble shelf, for a voice whose consonants drown in a loud hall."""

import math
from array import array

from kiosk.narration.engines import FULL_SCALE

LOUDEST = 0.8
"""Of full scale: the peak of what comes out."""


def brightened(samples: bytes, rate: int, hertz: float, decibels: float) -> bytes:
    """Sound with everything well above a frequency louder, at a peak of its own.

    Args:
        samples: of 16 bits, one channel.
        rate: how many there are a second.
        hertz: the middle of the slope.
        decibels: how much louder.
    """
    root = 10 ** (decibels / 40)
    turn = 2 * math.pi * hertz / rate
    cosine, slope = math.cos(turn), math.sin(turn) / math.sqrt(2)
    less, more, width = root - 1, root + 1, 2 * math.sqrt(root) * slope
    unit = more - less * cosine + width
    b0, b1, b2 = root * (more + less * cosine + width), -2 * root * (less + more * cosine), root * (more + less * cosine - width)
    a1, a2 = 2 * (less - more * cosine), more - less * cosine - width
    b0, b1, b2, a1, a2 = (value / unit for value in (b0, b1, b2, a1, a2))
    heard, state1, state2 = [], 0.0, 0.0
    for sample in array("h", samples):
        out = b0 * sample + state1
        state1 = b1 * sample - a1 * out + state2
        state2 = b2 * sample - a2 * out
        heard.append(out)
    gain = LOUDEST * FULL_SCALE / max((abs(value) for value in heard), default=1.0) if any(heard) else 0.0
    return array("h", (round(gain * value) for value in heard)).tobytes()
