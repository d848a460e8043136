"""Where bytes were found: paths and their articles, files and what was skipped."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from index.store.reading import Store
from index.store.records import TAKEN_OUT, FileState, Skip

if TYPE_CHECKING:
    from collections.abc import Iterable


class Ledger(Store):
    """The part of the store's writer that knows files; all within its batches."""

    def current(self, path: str) -> str | None:
        """Give the article that was last found under the path."""
        rows = self._all(
            "SELECT id FROM sources JOIN articles ON ordinal = article"
            " WHERE path = ? AND retired IS NULL",
            [path],
        )
        return rows[0][0] if rows else None

    def is_read_otherwise(self, id_: str, fields: str | None) -> bool:
        """Say whether the article is a row that was read by other fields than these."""
        rows = self._all(
            "SELECT names.name FROM articles JOIN originals USING (ordinal)"
            " JOIN names ON names.number = fields WHERE id = ?",
            [id_],
        )
        return bool(fields and rows and rows[0][0] != fields)

    def place(self, path: str, id_: str, *, file: str, now: str, revision: int) -> None:
        """Note that the path leads to the article, in place of what was there.

        `file` is the absolute path on disk; `now` is ISO 8601 with its zone.
        """
        before = self.current(path)
        if before == id_:
            return
        if before:
            self.retire(path, now=now, revision=revision)
        self._execute(
            "INSERT INTO sources (path, article, file, added)"
            " SELECT ?, ordinal, ?, ? FROM articles WHERE id = ?"
            " ON CONFLICT (path, article) DO UPDATE"
            " SET retired = NULL, file = excluded.file",
            path,
            self._file_number(file),
            _seconds(now),
            id_,
        )
        self._execute("UPDATE articles SET revision = ? WHERE id = ?", revision, id_)

    def retire(self, path: str, *, now: str, revision: int) -> None:
        """Note that the path leads to its article no more; keep the old version."""
        id_ = self.current(path)
        if id_ is None:
            return
        self._execute(
            "UPDATE sources SET retired = ? WHERE path = ? AND retired IS NULL",
            _seconds(now),
            path,
        )
        left = self._all(
            "SELECT 1 FROM sources JOIN articles ON ordinal = article"
            " WHERE id = ? AND retired IS NULL",
            [id_],
        )
        if not left:
            self._execute(
                "UPDATE articles SET superseded = 1, revision = ? WHERE id = ?",
                revision,
                id_,
            )
            self._drop_from_index(id_, revision)

    def _drop_from_index(self, id_: str, revision: int) -> None:
        self._execute("INSERT OR REPLACE INTO dropped VALUES (?, ?)", id_, revision)

    def file_state(self, path: str) -> FileState | None:
        """Give what the file looked like when it was last read whole."""
        rows = self._all(
            "SELECT shown, size, modified_ns, changed_ns, mapping FROM files"
            " WHERE path = ? AND shown IS NOT NULL",
            [path],
        )
        return FileState(*rows[0]) if rows else None

    def note_file(self, path: str, state: FileState) -> None:
        """Remember what the file looked like, now that all of it has been read."""
        self._execute(
            "UPDATE files SET shown = ?, size = ?, modified_ns = ?, changed_ns = ?,"
            " mapping = ? WHERE number = ?",
            state.shown,
            state.size,
            state.modified_ns,
            state.changed_ns,
            state.mapping,
            self._file_number(path),
        )

    def sources_of(self, file: str) -> dict[str, str]:
        """Give path and article of all that the file holds."""
        rows = self._all(
            "SELECT sources.path, id FROM sources JOIN articles ON ordinal = article"
            " JOIN files ON files.number = file"
            " WHERE files.path = ? AND retired IS NULL",
            [file],
        )
        return dict(rows)

    def shown_files(self) -> dict[str, str]:
        """Give, of every path that is shown for a file, the file."""
        rows = self._all("SELECT shown, path FROM files WHERE shown IS NOT NULL")
        return dict(rows)

    def is_taken(self, path: str, *, besides: str) -> bool:
        """Say whether the path, or a row's under it, leads to what another file holds.

        A run that was ended early leaves such files, not yet listed as shown.
        """
        held = (
            "SELECT 1 FROM sources JOIN files ON number = file"
            " WHERE files.path <> ? AND retired IS NULL AND sources.path"
        )
        return bool(
            self._all(f"{held} = ? LIMIT 1", [besides, path])
            or self._all(
                f"{held} > ? AND sources.path < ? LIMIT 1",
                [besides, f"{path}#", f"{path}#\U0010ffff"],
            )
        )

    def known_files(self) -> list[str]:
        """List every file on disk that something was read from."""
        rows = self._all("SELECT path FROM files WHERE shown IS NOT NULL ORDER BY path")
        return [path for (path,) in rows]

    def forget_file(self, path: str) -> None:
        """Forget the looks of a file that is no longer there, and its skips."""
        self.note_skips(path, [])
        self._execute("UPDATE files SET shown = NULL WHERE path = ?", path)

    def skips_of(self, file: str) -> list[Skip]:
        """List what of the file was not taken."""
        rows = self._all(
            "SELECT skipped.path, reason FROM skipped JOIN files ON number = file"
            " WHERE files.path = ? ORDER BY skipped.path",
            [file],
        )
        return [Skip(path, reason) for path, reason in rows]

    def note_skips(self, file: str, skips: Iterable[Skip]) -> None:
        """List what of the file was not taken, in place of what was listed before."""
        number = self._file_number(file)
        self._execute("DELETE FROM skipped WHERE file = ?", number)
        for skip in skips:
            self._execute(
                "INSERT OR REPLACE INTO skipped VALUES (?, ?, ?)",
                skip.path,
                skip.reason,
                number,
            )

    def take_out(self, id_: str) -> None:
        """List all places of an article as taken out, before it is removed."""
        self._execute(
            "INSERT OR REPLACE INTO skipped SELECT path, ?, file FROM sources"
            " JOIN articles ON ordinal = article WHERE id = ? AND retired IS NULL",
            TAKEN_OUT,
            id_,
        )

    def _file_number(self, path: str) -> int:
        rows = self._all("SELECT number FROM files WHERE path = ?", [path])
        if rows:
            return int(rows[0][0])
        return self._execute("INSERT INTO files (path) VALUES (?)", path)

    def _execute(self, command: str, *values: object) -> int:
        done = self.connection.execute(command, values)
        return done.lastrowid or 0


def _seconds(when: str) -> int:
    return int(datetime.fromisoformat(when).timestamp())
