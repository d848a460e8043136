"""The room that searching takes in memory, and what of it is given back."""

from __future__ import annotations

import ctypes
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.engines.whoosh.shelf import Shelf

_WORTH = 16 << 20
"""Bytes that searching must have taken; giving back costs as much as a small search."""
_STATM = Path("/proc/self/statm")


class Room:
    """Knows how much there was after the last tidying.

    Pages of the index stay mapped, and large arrays that are done with stay with the
    allocator, until somebody asks for their place; on a shared machine nobody does.
    """

    def __init__(self, shelves: Sequence[Shelf]) -> None:
        self._shelves = shelves
        self._held = _resident()

    def tidy(self) -> None:
        """Give back what searches have read and worked with, if it is worth it."""
        if _resident() < self._held + _WORTH:
            return
        for shelf in self._shelves:
            shelf.release()
        with suppress(AttributeError, OSError):  # not every C library can
            ctypes.CDLL(None).malloc_trim(0)
        self._held = _resident()


def _resident() -> int:
    """Give the bytes of this process in memory; 0 where the system does not tell."""
    try:
        pages = int(_STATM.read_bytes().split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")
