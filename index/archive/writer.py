"""Hold an archive for writing: its folder, its lock, its store."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from index.archive.access import make_folder
from index.archive.archive import INDEX
from index.archive.lock import FILE as LOCK
from index.archive.lock import writing
from index.archive.settings import FILE as SETTINGS
from index.archive.settings import read_settings
from index.store import StoreWriter
from index.store.connection import FILE as STORE

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


def own_files(folder: Path) -> list[Path]:
    """List what the archive is made of: it may lie among the files it is made from.

    Other files in its folder are not its own.
    """
    index = folder / INDEX
    found = [folder / SETTINGS, folder / LOCK, *folder.glob(f"{STORE}*"), index]
    return [path for path in (*found, *index.rglob("*")) if path.exists()]
