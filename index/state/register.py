"""The entries of one archive: read, written, and merged with those of another file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

from index.state.entries import (
    FOLLOWING,
    Entry,
    Kind,
    entry_of,
    milliseconds,
    row_of,
    storable,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from index.state.file import StateFile

Clock: TypeAlias = "Callable[[], datetime]"

_PUT = """
INSERT INTO entries (archive, kind, article, name, path, at, gone, value)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET
    path = excluded.path, gone = excluded.gone, value = excluded.value,
"""
# What the reader does now is later than whatever another clock has written down.
_SAY = f"{_PUT} at = max(excluded.at, at + 1)"
_CHANGE = f"{_SAY} WHERE gone <> excluded.gone OR value <> excluded.value"
_MERGE = f"""{_PUT} at = excluded.at
WHERE (excluded.at, excluded.gone, excluded.value, excluded.path)
    > (at, gone, value, path)"""


class Register:
    """The entries of one archive."""

    def __init__(self, file: StateFile, archive: str, clock: Clock) -> None:
        """Turn to what the file holds of the archive with this id."""
        self.file = file
        self.archive = archive
        self._clock = clock
        self._articles: dict[Kind, tuple[object, frozenset[str]]] = {}

    def now(self) -> datetime:
        """Give the time."""
        return self._clock()

    def all(self, kind: Kind, article: str = "", *, gone: bool = False) -> list[Entry]:
        """Give the entries of a kind, of one article if it is named, as they came."""
        rows = self.file.rows(
            "SELECT kind, article, name, path, at, gone, value"
            " FROM entries WHERE archive = (SELECT number FROM archives WHERE id = ?)"
            " AND kind = ? AND ? IN ('', article) AND gone <= ?"
            " ORDER BY at, article, name",
            [self.archive, kind, article, gone],
        )
        return [entry_of(row) for row in rows]

    def find(self, kind: Kind, article: str = "", name: str = "") -> Entry | None:
        """Give one entry, unless it was never made or was taken back."""
        rows = self.file.rows(
            "SELECT kind, article, name, path, at, gone, value"
            " FROM entries WHERE archive = (SELECT number FROM archives WHERE id = ?)"
            " AND kind = ? AND article = ? AND name = ? AND gone = 0",
            [self.archive, kind, storable(article), storable(name)],
        )
        return entry_of(rows[0]) if rows else None

    def articles(self, kind: Kind) -> frozenset[str]:
        """Give the articles that have an entry of this kind; known until it changes."""
        edition = self.file.edition()
        known, held = self._articles.get(kind, (None, frozenset[str]()))
        if edition is not None and known == edition:
            return held
        rows = self.file.rows(
            "SELECT DISTINCT article FROM entries WHERE kind = ? AND gone = 0"
            " AND archive = (SELECT number FROM archives WHERE id = ?)",
            [kind, self.archive],
        )
        held = frozenset(article for (article,) in rows)
        self._articles[kind] = edition, held
        return held

    def edition(self, kind: Kind) -> tuple[int, int]:
        """Give numbers that change whenever an entry of this kind does."""
        rows = self.file.rows(
            "SELECT count(*), ifnull(sum(at), 0) FROM entries WHERE kind = ?"
            " AND archive = (SELECT number FROM archives WHERE id = ?)",
            [kind, self.archive],
        )
        return rows[0] if rows else (0, 0)

    def say(self, *entries: Entry) -> None:
        """Write entries down as of now."""
        self._write(_SAY, entries)

    def remember(self, entry: Entry, most: int) -> None:
        """Write an entry down, and keep so many of its kind."""
        with self.file.changing() as connection:
            number = self._number(connection)
            connection.execute(_SAY, self._row(number, entry))
            _cut(connection, number, entry.kind, most)

    def change(self, entries: Iterable[Entry]) -> int:
        """Write down what is not so already; give how many entries that were."""
        return self._write(_CHANGE, entries)

    def flip(self, entry: Entry) -> bool:
        """Make it gone if it is there, there if it is gone; say whether it is there."""
        with self.file.changing() as connection:
            number = self._number(connection)
            found = connection.execute(
                "SELECT gone FROM entries WHERE archive = ? AND kind = ?"
                " AND article = ? AND name = ?",
                [number, entry.kind, storable(entry.article), storable(entry.name)],
            ).fetchone()
            gone = found is not None and not found[0]
            row = self._row(number, entry)
            connection.execute(_SAY, [*row[:6], gone, row[7]])
        return not gone

    def merge(self, entries: Iterable[Entry]) -> int:
        """Take entries of another file, the later winning; give how many were news."""
        with self.file.changing() as connection:
            number = self._number(connection)
            rows = [(number, *row_of(entry)) for entry in entries]
            return connection.executemany(_MERGE, rows).rowcount if rows else 0

    def cut(self, kind: Kind, most: int) -> None:
        """Keep so many entries of a kind, the latest; the others leave no trace."""
        with self.file.changing() as connection:
            _cut(connection, self._number(connection), kind, most)

    def followed(self) -> dict[str, str]:
        """Give articles and paths of what goes over to an article's new version."""
        rows = self.file.rows(
            "SELECT DISTINCT article, path FROM entries WHERE path <> ''"
            " AND archive = (SELECT number FROM archives WHERE id = ?)"
            " AND kind IN (SELECT value FROM json_each(?))",
            [self.archive, json.dumps(FOLLOWING)],
        )
        return dict(rows)

    def follow(self, successors: Mapping[str, str]) -> None:
        """Go over from articles to those that have taken their place."""
        with self.file.changing() as connection:
            number = self._number(connection)
            for old, new in successors.items():
                for kind in FOLLOWING:
                    whose = [number, kind, old]
                    rows = connection.execute(
                        "SELECT kind, article, name, path, at, gone, value FROM entries"
                        " WHERE archive = ? AND kind = ? AND article = ?",
                        whose,
                    ).fetchall()
                    moved = [(number, row[0], new, *row[2:]) for row in rows]
                    connection.executemany(_MERGE, moved)
                    connection.execute(
                        "DELETE FROM entries"
                        " WHERE archive = ? AND kind = ? AND article = ?",
                        whose,
                    )

    def _write(self, command: str, entries: Iterable[Entry]) -> int:
        with self.file.changing() as connection:
            number = self._number(connection)
            rows = [self._row(number, entry) for entry in entries]
            return connection.executemany(command, rows).rowcount if rows else 0

    def _row(self, number: int, entry: Entry) -> tuple[Any, ...]:
        row = row_of(entry)
        return number, *row[:4], milliseconds(self.now()), *row[5:]

    def _number(self, connection: sqlite3.Connection) -> int:
        connection.execute(
            "INSERT INTO archives (id) VALUES (?) ON CONFLICT DO NOTHING",
            [self.archive],
        )
        (number,) = connection.execute(
            "SELECT number FROM archives WHERE id = ?", [self.archive]
        ).fetchone()
        return int(number)


def _cut(connection: sqlite3.Connection, number: int, kind: Kind, most: int) -> None:
    connection.execute(
        "DELETE FROM entries WHERE archive = ? AND kind = ? AND name IN"
        " (SELECT name FROM entries WHERE archive = ? AND kind = ?"
        " ORDER BY at DESC, name LIMIT -1 OFFSET ?)",
        [number, kind, number, kind, most],
    )
