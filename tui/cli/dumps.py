"""Dumps of JSON lines without an archive: from a file or a pipe, row by row."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from shutil import copyfileobj
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, BinaryIO

from index.ingest import Row, Skipped, guess_fields, printable, rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from index.ingest import FieldMap

STDIN = "-"
_ROWS_TO_GUESS_FROM = 20


def read_dump(name: str, named: Mapping[str, str]) -> Iterator[Row | Skipped]:
    """Yield the rows of a dump in order; `named` fields stand above guessed ones."""
    shown = "stdin" if name == STDIN else printable(name)
    try:
        with _opened(name, again=bool(named)) as stream:
            fields = _fields(stream, shown, named) if named else None
            yield from rows(stream, shown, fields)
    except OSError as error:
        yield Skipped(shown, (error.strerror or "cannot be read").lower())


def _fields(stream: BinaryIO, shown: str, named: Mapping[str, str]) -> FieldMap:
    begun = islice(rows(stream, shown), _ROWS_TO_GUESS_FROM)
    guessed = guess_fields(row.values for row in begun if isinstance(row, Row))
    stream.seek(0)
    return replace(guessed, **named)


@contextmanager
def _opened(name: str, *, again: bool) -> Iterator[BinaryIO]:
    """Open a dump; a pipe that is to be read again is put down on disk first."""
    if name != STDIN:
        with Path(name).open("rb") as stream:
            yield stream
    elif not again:
        yield sys.stdin.buffer
    else:
        with NamedTemporaryFile() as spool:
            copyfileobj(sys.stdin.buffer, spool)
            spool.flush()
            with Path(spool.name).open("rb") as stream:
                yield stream
