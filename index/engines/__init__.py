"""Search engines, each in a package of its own, imported when it is opened."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from index.engine import Engine, Filer
    from index.words import Analyser

DEFAULT = "whoosh"


def open_engine(folder: Path, analyser: Analyser, engine: str = DEFAULT) -> Engine:
    """Open the index in this folder for reading, at its current state."""
    # Arrays take a tenth of a second to import: not before they are wanted.
    found: Engine = _package(engine).open_engine(folder, analyser)
    return found


def open_filer(
    folder: Path, analyser: Analyser, *, fresh: bool = False, engine: str = DEFAULT
) -> Filer:
    """Open the index in this folder for writing; `fresh` begins with nothing in it."""
    found: Filer = _package(engine).open_filer(folder, analyser, fresh=fresh)
    return found


def _package(engine: str) -> Any:  # noqa: ANN401 - a module has no better type
    return import_module(f"index.engines.{engine}")
