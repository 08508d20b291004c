"""Memory kept small over days without a restart: Python's, and the C library's heap (glibc's; elsewhere nothing happens)."""

import ctypes
import gc

_M_MMAP_THRESHOLD, _M_ARENA_MAX = -3, -8
_LARGE = 16 * 1024
"""Bytes of a block that is a mapping of its own, and the system's again at once when it is freed."""


def keep_heap_tight() -> None:
    """Keep pictures and other large blocks out of the heap, in whose midst they leave holes (mallopt(3)); once, at start.

    Without this, glibc takes ever larger blocks into the heap, by the largest that was freed, and has a heap for each thread.
    """
    set_option = getattr(ctypes.CDLL(None), "mallopt", None)
    if set_option is not None:
        set_option(_M_MMAP_THRESHOLD, _LARGE)
        set_option(_M_ARENA_MAX, 1)


def give_back_freed_memory() -> None:
    """Hand what is free in the heap to the system (malloc_trim(3))."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(ctypes.c_size_t(0))


def set_aside_what_stays() -> None:
    """What the start has made stays: a search of it for garbage would hold up the window for several frames each time."""
    gc.collect()
    gc.freeze()
