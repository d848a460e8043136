"""From paths to jobs: which files have changed, and what is in them."""

from __future__ import annotations

import sys
from ast import literal_eval
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from shutil import copyfileobj
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, BinaryIO

from index.archive.naming import Names
from index.archive.preparing import Job
from index.archive.row_originals import fields_as_json
from index.archive.writer import own_files
from index.errors import SettingsError, SkippedError
from index.ingest import (
    FieldMap,
    Row,
    Skipped,
    file_name,
    find_files,
    guess_fields,
    is_dump,
    read_bytes,
    rows,
)
from index.originals import article_id
from index.store import TAKEN_OUT, FileState, Skip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.archive.reports import AddOptions
    from index.store import StoreWriter

STDIN = "-"
_MISSING = "no such file"


@dataclass(slots=True)
class FileRead:
    """A file on disk and how the reading of it went; filled while jobs are drawn."""

    file: str
    """The name by which it is known again."""
    path: Path | None
    """None for standard input."""
    state: FileState
    unchanged: int = 0
    skips: list[Skip] = field(default_factory=list)
    listed: list[Skip] = field(default_factory=list)
    """What an earlier run did not take of it."""
    seen: dict[str, str] = field(default_factory=dict)
    """Path and id of all that the file holds now."""
    taken_out: set[str] = field(default_factory=set)
    """Paths whose articles somebody removed."""
    complete: bool = False
    bytes_read: int = 0


def _state_of(path: Path, shown: str, mapping: str) -> FileState:
    found = path.stat()
    return FileState(
        shown, found.st_size, found.st_mtime_ns, found.st_ctime_ns, mapping
    )


class Reading:
    """One run over files: draws jobs for what is new, counts what is not."""

    def __init__(self, writer: StoreWriter, options: AddOptions, now: str) -> None:
        self._writer = writer
        self._options = options
        self._now = now
        self._names = Names(writer)
        self._check_fields()

    def _check_fields(self) -> None:
        known = {f.name for f in fields(FieldMap)}
        for name in self._options.fields:
            if name not in known:
                raise SettingsError(
                    f"A dump has no field {name!r} for quoth; it knows "
                    f"{', '.join(sorted(known))}."
                )

    def files(self, paths: list[str]) -> Iterator[FileRead | Skip]:
        """Yield each file to be read, and what is skipped before it is opened."""
        for found in find_files(paths, own_files(self._writer.folder)):
            if isinstance(found, Skipped):
                yield Skip(found.path, found.reason)
            else:
                yield from self._file(found, dump=is_dump(found))
        for name in self._options.dumps:
            if name == STDIN:
                yield FileRead(STDIN, None, FileState("stdin", 0, 0, 0, "stdin"))
            else:
                yield from self._file(Path(name), dump=True)

    def _file(self, path: Path, *, dump: bool) -> Iterator[FileRead | Skip]:
        file = file_name(path)
        before = self._writer.file_state(file)
        shown = before.shown if before else self._names.for_file(path, file)
        mapping = self._mapping(before) if dump else ""
        try:
            state = _state_of(path, shown, mapping)
        except OSError as error:
            gone = isinstance(error, FileNotFoundError)
            yield Skip(shown, _MISSING if gone else "cannot be read")
            return
        read = FileRead(file, path, state)
        read.listed = self._writer.skips_of(file)
        read.taken_out = {s.path for s in read.listed if s.reason == TAKEN_OUT}
        if before == state and _MISSING not in {s.reason for s in read.listed}:
            self._known(read)
        yield read

    def _mapping(self, before: FileState | None) -> str:
        """Write down the fields that the user named, now or for this dump before."""
        if before and before.mapping and not self._options.fields:
            return before.mapping
        return f"{sorted(self._options.fields.items())}"

    def _known(self, read: FileRead) -> None:
        """Take a file as unchanged without opening it."""
        if self._options.take_back and read.taken_out:
            return
        held = self._writer.sources_of(read.file)
        if self._options.find_quotes and not all(map(self._writer.has, held.values())):
            return
        read.unchanged = len(held)
        read.seen = held
        read.skips = read.listed
        read.complete = True

    def jobs(self, read: FileRead) -> Iterator[Job]:
        """Yield what of the file is new; skips and unchanged articles are noted."""
        if read.state.mapping:
            yield from self._rows(read)
        elif read.path:
            yield from self._text(read, read.path)
        read.complete = True

    def _text(self, read: FileRead, path: Path) -> Iterator[Job]:
        try:
            raw = read_bytes(path)
        except SkippedError as skipped:
            read.skips.append(Skip(read.state.shown, str(skipped)))
            return
        yield from self._new(read, read.state.shown, raw, None)
        read.bytes_read = read.state.size

    def _rows(self, read: FileRead) -> Iterator[Job]:
        try:
            with _open_dump(read.path) as stream:
                for row in rows(stream, read.state.shown, self._fields(stream, read)):
                    if isinstance(row, Skipped):
                        read.skips.append(Skip(row.path, row.reason))
                        continue
                    yield from self._new(read, row.path, row.raw, row)
                    read.bytes_read = stream.tell()
        except OSError as error:
            reason = f"cannot be read: {error.strerror}"
            read.skips.append(Skip(read.state.shown, reason))

    def _fields(self, stream: BinaryIO, read: FileRead) -> FieldMap:
        """Guess the fields, put the user's names over them, and show the result."""
        first = [
            row.values
            for row, _ in zip(rows(stream, read.state.shown), range(20), strict=False)
            if isinstance(row, Row)
        ]
        stream.seek(0)
        guessed = replace(guess_fields(first), **self._named(read))
        self._options.on_fields(read.state.shown, guessed)
        return guessed

    def _named(self, read: FileRead) -> dict[str, str]:
        if self._options.fields or read.path is None:
            return self._options.fields
        return dict(literal_eval(read.state.mapping))

    def _new(
        self, read: FileRead, path: str, raw: bytes, row: Row | None
    ) -> Iterator[Job]:
        id_ = article_id(raw)
        if row:
            path = self._names.for_row(read, path, id_)
        if path in read.seen:
            return  # the same row once more
        read.seen[path] = id_
        if path in read.taken_out and not self._options.take_back:
            read.skips.append(Skip(path, TAKEN_OUT))
            return
        if self._writer.current(path) == id_ and self._is_as_read(id_, row):
            read.unchanged += 1
            return
        yield Job(path, read.file, raw, row, self._now, self._options.find_quotes)

    def _is_as_read(self, id_: str, row: Row | None) -> bool:
        """Say whether reading the article again would find nothing else."""
        if self._options.find_quotes and not self._writer.has(id_):
            return False
        fields = fields_as_json(row.fields) if row else None
        return not self._writer.is_read_otherwise(id_, fields)


@contextmanager
def _open_dump(path: Path | None) -> Iterator[BinaryIO]:
    if path is not None:
        with path.open("rb") as stream:
            yield stream
        return
    # Fields are guessed from the first rows and then all are read: a pipe cannot go
    # back, so it is put down on disk first.
    with NamedTemporaryFile() as spool:
        copyfileobj(sys.stdin.buffer, spool)
        spool.flush()
        with Path(spool.name).open("rb") as stream:
            yield stream
