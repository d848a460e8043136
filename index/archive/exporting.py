"""All that a query finds, for files: in its order, never capped, a window at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from index.state.keepsakes import Keepsakes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.archive.answers import Answer, ArticleRow, UtteranceRow
    from index.archive.archive import Archive
    from index.state.keepsakes import Kept

_WINDOW = 100
"""Rows whose articles are in memory at one time."""


@dataclass(slots=True)
class Export:
    """The answer to a query on its way into a file."""

    archive: Archive
    answer: Answer
    exported: str
    """When, in UTC (ISO 8601)."""
    keepsakes: Keepsakes | None = None
    """The reader's own marks when it began; None where nobody's are open."""
    written: int = 0
    """Rows that were given so far."""

    @property
    def lost(self) -> int:
        """Count the rows whose articles have left the store since the query."""
        return self.answer.total - self.written

    def rows(self) -> Iterator[ArticleRow | UtteranceRow]:
        """Yield every row of the answer, in its order."""
        for start in range(0, self.answer.total, _WINDOW):
            stop = min(start + _WINDOW, self.answer.total)
            for row in self.archive.rows(self.answer, start, stop):
                self.written += 1
                yield row

    def kept(self, row: ArticleRow) -> Kept | None:
        """Give what the reader keeps of an article that was found."""
        return self.keepsakes.of(row.headline.article) if self.keepsakes else None


def export(archive: Archive, answer: Answer) -> Export:
    """Begin an export, now."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    notebook = archive.notebook
    return Export(archive, answer, now, Keepsakes(notebook) if notebook else None)
