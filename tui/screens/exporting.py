"""Write a result to a file whose ending says what it is; as `quoth export` does."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from index.archive.exporting import export
from index.errors import ArchiveError
from tui.cli.exports import lines, markdown, page, table
from tui.cli.exports.target import opened
from tui.places import expanded

if TYPE_CHECKING:
    from index.archive import Answer, Archive

_WRITERS = {
    ".csv": table.pieces,
    ".jsonl": lines.pieces,
    ".md": markdown.pieces,
    ".markdown": markdown.pieces,
    ".html": page.pieces,
    ".htm": page.pieces,
}


class ExportError(ArchiveError):
    """A file that nothing can or may be written to."""


def write_export(archive: Archive, answer: Answer, name: str) -> tuple[str, int]:
    """Write all rows; give the file and their number. No file is written over.

    Faults, too, name the whole path: nobody sees in which folder the reader runs.
    """
    path = expanded(name).absolute()
    pieces = _WRITERS.get(PurePath(name).suffix.lower())
    if pieces is None:
        raise ExportError(f"End the name in one of {', '.join(_WRITERS)}.")
    if path.exists():
        raise ExportError(f"Take another name; there is a file {path} already.")
    begun = export(archive, answer)
    with opened(str(path)) as stream:
        stream.writelines(pieces(begun))
    return str(path), begun.written
