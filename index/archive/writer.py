"""Hold an archive for writing: its folder, its lock, its store."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from index.archive.access import make_folder
from index.archive.lock import writing
from index.archive.settings import read_settings
from index.store import StoreWriter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.archive.settings import ArchiveSettings


@contextmanager
def opened_for_writing(
    folder: Path, wait_s: float
) -> Iterator[tuple[StoreWriter, ArchiveSettings]]:
    """Hold the archive as its one writer; make it if there is none."""
    settings = read_settings(folder)
    make_folder(folder, settings)
    with writing(folder, wait_s=wait_s):
        writer = StoreWriter(folder)
        try:
            yield writer, settings
        finally:
            writer.close()
