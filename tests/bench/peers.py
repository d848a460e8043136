"""The yardstick for searching: SQLite's own full-text index, on the same articles."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from index.model import Article


class Fts:
    """SQLite FTS5 with its Porter stemmer, contentless, one column a field."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._base = sqlite3.connect(file)
        self._base.execute(
            "CREATE VIRTUAL TABLE news USING fts5(title, body, content='',"
            " tokenize='porter unicode61')"
        )

    def build(self, articles: list[Article]) -> None:
        """File the articles, and merge all into one segment."""
        with self._base:
            self._base.executemany(
                "INSERT INTO news (title, body) VALUES (?, ?)",
                ((a.title.value if a.title else "", a.text) for a in articles),
            )
        self._base.execute("INSERT INTO news (news) VALUES ('optimize')")
        self._base.commit()

    @property
    def size(self) -> int:
        """Give the bytes on disk."""
        return self._file.stat().st_size

    def ask(self, question: str) -> tuple[int, list[int]]:
        """Give the total, and the fifty best by BM25."""
        best = self._base.execute(
            "SELECT rowid FROM news WHERE news MATCH ?"
            " ORDER BY bm25(news, 3.0, 1.0) LIMIT 50",
            [question],
        ).fetchall()
        ((total,),) = self._base.execute(
            "SELECT count(*) FROM news WHERE news MATCH ?", [question]
        )
        return total, [row for (row,) in best]
