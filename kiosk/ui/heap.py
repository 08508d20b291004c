"""Memory that was freed: glibc keeps it in many small holes, and a kiosk that is never restarted seems to grow for days."""

import ctypes


def give_back_freed_memory() -> None:
    """Hand it to the system (malloc_trim(3), glibc alone; elsewhere nothing happens)."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(ctypes.c_size_t(0))
