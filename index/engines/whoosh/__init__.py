"""The engine on Whoosh: the only place that knows Whoosh or arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.engines.whoosh.engine import WhooshEngine
from index.engines.whoosh.filer import WhooshFiler

if TYPE_CHECKING:
    from pathlib import Path

    from index.words import Analyser


def open_engine(folder: Path, analyser: Analyser) -> WhooshEngine:
    """Open the index in this folder for reading."""
    return WhooshEngine(folder, analyser)


def open_filer(folder: Path, analyser: Analyser, *, fresh: bool = False) -> WhooshFiler:
    """Open the index in this folder for writing; `fresh` begins with nothing in it."""
    return WhooshFiler(folder, analyser, fresh=fresh)


__all__ = ["WhooshEngine", "WhooshFiler", "open_engine", "open_filer"]
