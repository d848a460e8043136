"""What the store takes and gives beside articles: files, skips, totals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from index.model import Clipping


@dataclass(frozen=True, slots=True)
class FileState:
    """What the file system says of a file; unchanged, it need not be read again."""

    shown: str
    """The path as it was first named."""
    size: int
    modified_ns: int
    changed_ns: int
    mapping: str = ""
    """How the fields of a dump were read; empty for other files."""


@dataclass(frozen=True, slots=True)
class Found:
    """A clipping together with the bytes that it was read from."""

    clipping: Clipping
    original: bytes
    format: Literal["text", "json"]
    fields: str | None = None
    """Of a row of a dump: which field means what, as JSON."""
    quotes_pending: bool = False
    """Nobody has looked for quotations yet."""
    rules: int = 0
    """The number of the rules by which all of it was found."""


TAKEN_OUT = 'taken out by hand; "quoth add --take-back" reads it again'
"""The reason for which a file that can be read is not: somebody removed its article."""


@dataclass(frozen=True, slots=True)
class Skip:
    """A file, or a row of a dump, that was not taken, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Totals:
    """What the archive holds; every figure is exact."""

    articles: int
    quotes: int
    undated: int
    skipped: int
    revision: int
