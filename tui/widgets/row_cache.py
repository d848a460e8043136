"""Rows of a long list, read a leaf at a time and kept as long as they are near."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.render.rows import Row

LEAF = 24
"""Rows read at once."""
_KEPT = 24
"""Leaves kept."""


class RowSource(Protocol):
    """Whatever a list shows: all articles, or an answer."""

    @property
    def total(self) -> int:
        """How many rows there are."""
        ...

    @property
    def in_context(self) -> bool:
        """Whether rows carry the words that were found."""
        ...

    @property
    def of_notes(self) -> bool:
        """Whether rows show what the reader has noted, in place of those words."""
        ...

    def read(self, start: int, stop: int) -> Sequence[Row]:
        """Read a window of rows; may be slow, and is called from any thread."""
        ...


class RowCache:
    """The rows of one source that have been read."""

    def __init__(self, source: RowSource) -> None:
        self.source = source
        self._leaves: OrderedDict[int, Sequence[Row]] = OrderedDict()
        self._asked: set[int] = set()
        self._begun: set[int] = set()
        """Leaves of which only the first rows are at hand."""

    def row(self, number: int) -> Row | None:
        """Give a row, or None while it has not been read."""
        leaf = self._leaves.get(number // LEAF)
        at = number % LEAF
        return leaf[at] if leaf is not None and at < len(leaf) else None

    def missing(self, start: int, stop: int) -> list[int]:
        """Give the leaves of a window that are yet to be read, and note them."""
        last = min(stop, self.source.total) - 1
        wanted = range(max(0, start) // LEAF, last // LEAF + 1)
        known = self._leaves.keys() - self._begun
        new = [n for n in wanted if n not in known and n not in self._asked]
        self._asked.update(new)
        return new

    def read(self, leaf: int) -> Sequence[Row]:
        """Read a leaf from the source."""
        return self.source.read(leaf * LEAF, (leaf + 1) * LEAF)

    def begin(self, rows: Sequence[Row]) -> None:
        """Keep the first rows, which came with the answer."""
        self.keep(0, rows)
        if len(rows) < min(LEAF, self.source.total):
            self._begun.add(0)

    def keep(self, leaf: int, rows: Sequence[Row]) -> None:
        """Keep a leaf, and let go of the one that was kept longest."""
        self._asked.discard(leaf)
        self._begun.discard(leaf)
        self._leaves[leaf] = rows
        self._leaves.move_to_end(leaf)
        while len(self._leaves) > _KEPT:
            self._leaves.popitem(last=False)

    def fail(self, leaf: int) -> None:
        """Forget that a leaf was asked for, so that it may be asked for again."""
        self._asked.discard(leaf)
