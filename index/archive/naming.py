"""A path for everything that is read, as it is shown: no two things share one."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from index.ingest import printable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.archive.reading import FileRead
    from index.store import StoreWriter


class Names:
    """The paths that are given in one run, beside those given before."""

    def __init__(self, writer: StoreWriter) -> None:
        self._writer = writer
        self._files = writer.shown_files()

    def for_file(self, path: Path, file: str) -> str:
        """Name a file as it was typed, or longer if that is another's name already."""
        name = next(n for n in _ways_to_name(path) if self._is_free(n, file))
        self._files[name] = file
        return name

    def _is_free(self, name: str, file: str) -> bool:
        if self._files.get(name, file) != file:
            return False
        return not self._writer.is_taken(name, besides=file)

    def for_row(self, read: FileRead, path: str, id_: str) -> str:
        """Name a row FILE#ID, or FILE#ID+HASH if that is another row's name.

        A row that changed in its file keeps its name. Standard input is not known
        again: what comes through it takes no name from what came before.
        """
        other = f"{path}+{id_}"
        if read.seen.get(path, id_) != id_:
            return other
        known = self._writer.current(path)
        if known == id_:
            return path
        is_others = known and read.path is None
        is_known = self._writer.current(other) == id_ or other in read.taken_out
        return other if is_others or is_known else path


def _ways_to_name(path: Path) -> Iterator[str]:
    whole = printable(path.absolute())
    yield printable(path)
    yield whole
    yield from (f"{whole} ({number})" for number in count(2))
