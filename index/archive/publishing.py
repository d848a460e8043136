"""Give a reader's corrections to everybody who reads the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.archive.archive import INDEX
from index.archive.indexing import bring_up_to_date
from index.archive.writer import opened_for_writing
from index.state.corrections import entry_of
from index.state.lines import line_of
from index.store import require

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from index.archive.reports import AddOptions
    from index.state import State
    from index.state.correcting import Correction
    from index.store import StoreWriter


def publish(folder: Path, state: State, options: AddOptions) -> int:
    """Publish the corrections that the reader has made; give how many are in force.

    One that was undone is withdrawn; what others have published stays.
    """
    require(folder)
    with opened_for_writing(folder, options.wait_s) as (writer, settings):
        notebook = state.notebook(writer.archive_id())
        count = put(notebook.corrections.all(undone=True), writer)
        bring_up_to_date(
            writer, folder / INDEX, settings.analyser(), options.on_progress
        )
    return count


def put(corrections: Iterable[Correction], writer: StoreWriter) -> int:
    """Write corrections into the store, or take them out of it when undone."""
    count = 0
    with writer.batch():
        for correction in corrections:
            if correction.undone:
                writer.withdraw(correction.id)
                continue
            entry = entry_of(correction)
            line = line_of(writer.archive_id(), entry)
            writer.publish(correction.id, correction.article, line)
            count += 1
    return count
