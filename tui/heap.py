"""One heap for all threads, so that what one gives back is there for the next."""

from __future__ import annotations

_M_MMAP_THRESHOLD, _M_ARENA_MAX = -3, -8
"""As <malloc.h> of the GNU C library numbers them."""
_LARGE = 1 << 20


def share_heap() -> None:
    """Let threads share a heap, where the C library would give each its own.

    The reader's six threads held 60 MB that they no longer needed: what each had freed
    lay in its own heap. Large pieces go back to the system as they are freed; by itself
    the library keeps ever larger ones. To be called before the first thread starts;
    does nothing where the C library is another.
    """
    import ctypes  # noqa: PLC0415 - 2 ms, and only the reader needs it

    try:
        adjust = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError, TypeError):
        return
    adjust(_M_ARENA_MAX, 1)
    adjust(_M_MMAP_THRESHOLD, _LARGE)
