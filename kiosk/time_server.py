"""Whether a time server set this machine's clock."""

import ctypes

_SIZE_OF_TIMEX = 256
"""Bytes; more than the structure has on any Linux. All zero, it asks and changes nothing."""
_TIME_ERROR = 5


def is_synchronised() -> bool:
    """Whether the kernel calls its clock synchronised (adjtimex(2)); False where it cannot be asked."""
    ask = getattr(ctypes.CDLL(None), "adjtimex", None)
    if ask is None:
        return False
    state = int(ask(ctypes.create_string_buffer(_SIZE_OF_TIMEX)))
    return 0 <= state < _TIME_ERROR
