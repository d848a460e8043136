"""What the list can show: all articles, or the rows of an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.archive import Answer, Archive
    from tui.render.rows import Row

_CONTEXT = 150
"""Characters of the words in context."""


@dataclass(frozen=True, slots=True)
class Newest:
    """All articles, newest first; needs no index."""

    archive: Archive
    total: int
    in_context: bool = False
    of_notes: bool = False

    def read(self, start: int, stop: int) -> Sequence[Row]:
        """Read a window from the store."""
        return self.archive.newest(start, stop)


@dataclass(frozen=True, slots=True)
class Answered:
    """The rows of an answer, with the words in context."""

    archive: Archive
    answer: Answer
    in_context: bool = True

    @property
    def total(self) -> int:
        """How many rows there are."""
        return self.answer.total

    @property
    def of_notes(self) -> bool:
        """Whether rows show what the reader has noted."""
        return self.answer.of_notes

    def read(self, start: int, stop: int) -> Sequence[Row]:
        """Read a window of the answer."""
        return self.archive.rows(self.answer, start, stop, width=_CONTEXT)
