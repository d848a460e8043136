"""Dumps of JSON lines, plain or gzip: read a row at a time, however large they are."""

from __future__ import annotations

import gzip
import io
import json
import zlib
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, BinaryIO

from index.ingest.fields import FieldMap, guess_fields
from index.ingest.files import Skipped, printable
from index.originals import article_id, value_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_LONGEST_LINE = 64 * 1024 * 1024
_ROWS_TO_GUESS_FROM = 20


@dataclass(frozen=True, slots=True)
class Row:
    """An article as a row of a dump."""

    path: str
    """FILE#ID; for a row without an id, the short name of its bytes stands there."""
    line: int
    values: Mapping[str, Any]
    fields: FieldMap
    raw: bytes
    """The original bytes: the row as canonical JSON."""

    @property
    def text(self) -> str:
        """Give the article's text as the dump has it."""
        return str(value_at(self.values, self.fields.text))


def rows(
    stream: BinaryIO, path: str, fields: FieldMap | None = None
) -> Iterator[Row | Skipped]:
    """Give every row in order, and what stands in place of a row with the reason.

    Without `fields` they are guessed from the first rows.
    """
    objects = _objects(_lines(_unpacked(stream), path), path)
    if fields is None:
        first = list(islice(objects, _ROWS_TO_GUESS_FROM))
        fields = guess_fields(v for _, v in first if not isinstance(v, Skipped))
        objects = chain(first, objects)
    for line, values in objects:
        if isinstance(values, Skipped):
            yield values
        else:
            yield _row(path, line, values, fields)


def canonical(values: Mapping[str, Any]) -> bytes:
    """Give the one way of writing a row down that all its spellings share."""
    written = json.dumps(
        values, sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    # Dumps hold halves of surrogate pairs; they are part of the original.
    return written.encode("utf-8", errors="surrogatepass")


def _unpacked(stream: BinaryIO) -> io.BufferedIOBase:
    raw: Any = stream
    plain = raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(raw)
    if plain.peek(2)[:2] == b"\x1f\x8b":
        return gzip.GzipFile(fileobj=plain, mode="rb")
    return plain


def _lines(
    stream: io.BufferedIOBase, path: str
) -> Iterator[tuple[int, bytes | Skipped]]:
    """Give each line with its number; what cannot be read is a skip in its place."""
    line = 0
    while True:
        line += 1
        try:
            read = stream.readline(_LONGEST_LINE)
            if len(read) == _LONGEST_LINE and not read.endswith(b"\n"):
                yield line, _skipped(path, line, "the line is longer than 64 MB")
                while read and not read.endswith(b"\n"):
                    read = stream.readline(_LONGEST_LINE)
                continue
        except (EOFError, zlib.error, OSError) as error:
            yield line, _skipped(path, line, _break_reason(error))
            return
        if not read:
            return
        yield line, read


def _break_reason(error: Exception) -> str:
    if isinstance(error, EOFError):
        return "the gzip file ends too early; the rest is missing"
    if isinstance(error, gzip.BadGzipFile | zlib.error):
        return "the gzip file is damaged here; the rest is not read"
    return "cannot be read any further"


def _objects(
    lines: Iterable[tuple[int, bytes | Skipped]], path: str
) -> Iterator[tuple[int, Mapping[str, Any] | Skipped]]:
    for line, read in lines:
        if isinstance(read, Skipped):
            yield line, read
        elif read.strip():
            yield line, _object(read, path, line)


def _object(read: bytes, path: str, line: int) -> Mapping[str, Any] | Skipped:
    try:
        values = json.loads(read.decode("utf-8-sig" if line == 1 else "utf-8"))
    except UnicodeDecodeError:
        return _skipped(path, line, "not UTF-8")
    except (ValueError, RecursionError):
        return _skipped(path, line, "not JSON")
    if not isinstance(values, dict):
        return _skipped(path, line, "not a JSON object")
    return values


def _row(
    path: str, line: int, values: Mapping[str, Any], fields: FieldMap
) -> Row | Skipped:
    text = value_at(values, fields.text)
    if not isinstance(text, str) or not text.strip():
        return _skipped(path, line, f"no text in its field “{fields.text}”")
    known = value_at(values, fields.id)
    named = isinstance(known, str | int) and not isinstance(known, bool)
    try:
        raw = canonical(values)
    except RecursionError:
        return _skipped(path, line, "nested too deeply")
    # Not by its line: lines move when one above them goes.
    name = known if named and str(known).strip() else article_id(raw)
    return Row(printable(f"{path}#{name}"), line, values, fields, raw)


def _skipped(path: str, line: int, reason: str) -> Skipped:
    return Skipped(printable(f"{path}:{line}"), reason)
