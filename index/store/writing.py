"""Write the store: batches of clippings, each batch one transaction."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from index.store.connection import open_writing, sentences
from index.store.packing import DICTIONARY_BYTES, pack, pack_facts
from index.store.reading import KINDS, SPEAKER_KINDS, Store
from index.store.records import FileState, Skip

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from index.model import Quote
    from index.store.records import Found

_NEW_ARTICLE = """
INSERT INTO articles (id, revision, minute, facts, quotes, format, fields,
                      encoding, sha256, dictionary, original)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_NEW_QUOTE = f"INSERT INTO quotes VALUES ({','.join('?' * 16)})"


class StoreWriter(Store):
    """The store opened by its one writer; every change raises the revision."""

    _dictionary_number: int | None = None

    def _connect(self) -> sqlite3.Connection:
        self._name_numbers: dict[str, int] = {}
        return open_writing(self.folder)

    @contextmanager
    def batch(self) -> Iterator[int]:
        """Make one transaction, and give the revision that its changes will have."""
        with sentences(self.folder):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                revision = self.revision() + 1
                yield revision
                self.connection.execute(
                    "UPDATE meta SET value = ? WHERE name = 'revision'", [revision]
                )
                self.connection.execute("COMMIT")
            except BaseException:
                self.connection.execute("ROLLBACK")
                self._name_numbers.clear()
                self._dictionary_number = None
                raise

    def has(self, id_: str) -> bool:
        """Say whether the article is here and live, its quotations looked for."""
        return bool(
            self._all(
                "SELECT 1 FROM articles"
                " WHERE id = ? AND superseded = 0 AND quotes IS NOT NULL",
                [id_],
            )
        )

    def current(self, path: str) -> str | None:
        """Give the article that was last found under the path."""
        rows = self._all(
            "SELECT article FROM sources WHERE path = ? AND retired IS NULL", [path]
        )
        return rows[0][0] if rows else None

    def put(self, found: Found, revision: int) -> None:
        """Take an article in; if its bytes are here already, only its quotes change."""
        article = found.clipping.article
        known = self._all("SELECT ordinal FROM articles WHERE id = ?", [article.id])
        if known:
            self._renew(known[0][0], found, revision)
        else:
            self._insert(found, revision)
        self._execute("DELETE FROM dropped WHERE id = ?", article.id)

    def _insert(self, found: Found, revision: int) -> None:
        article, quotes = found.clipping.article, found.clipping.quotes
        number = self._newest_dictionary()
        ordinal = self._execute(
            _NEW_ARTICLE,
            article.id,
            revision,
            article.date.minute if article.date else None,
            pack_facts(article),
            None if found.quotes_pending else len(quotes),
            found.format,
            self._name(found.fields),
            article.encoding,
            bytes.fromhex(article.sha256),
            number,
            pack(found.original, self._dictionary(number)),
        )
        self._put_quotes(ordinal, quotes)

    def _renew(self, ordinal: int, found: Found, revision: int) -> None:
        article, quotes = found.clipping.article, found.clipping.quotes
        self._execute("DELETE FROM quotes WHERE article = ?", ordinal)
        self._execute(
            "UPDATE articles SET revision = ?, superseded = 0, minute = ?, facts = ?,"
            " quotes = ? WHERE ordinal = ?",
            revision,
            article.date.minute if article.date else None,
            pack_facts(article),
            None if found.quotes_pending else len(quotes),
            ordinal,
        )
        self._put_quotes(ordinal, quotes)

    def _put_quotes(self, ordinal: int, quotes: Iterable[Quote]) -> None:
        self.connection.executemany(
            _NEW_QUOTE,
            [self._quote_row(ordinal, n, quote) for n, quote in enumerate(quotes)],
        )

    def _quote_row(self, ordinal: int, number: int, quote: Quote) -> tuple[object, ...]:
        mention, cue = quote.mention, quote.cue
        kind = quote.speaker_kind
        return (
            ordinal,
            number,
            quote.start,
            quote.end - quote.start,
            KINDS.index(quote.kind),
            self._name(quote.rule),
            round(quote.confidence * 1000),
            self._name(quote.speaker),
            None if kind is None else SPEAKER_KINDS.index(kind),
            mention and mention.start,
            mention and mention.end - mention.start,
            cue and cue.start,
            cue and cue.end - cue.start,
            quote.chain,
            int(quote.negated),
            self._name(quote.venue),
        )

    def _name(self, name: str | None) -> int | None:
        if name is None:
            return None
        known = self._name_numbers.get(name)
        if known is None:
            rows = self._all("SELECT number FROM names WHERE name = ?", [name])
            known = self._name_numbers[name] = (
                int(rows[0][0])
                if rows
                else self._execute("INSERT INTO names (name) VALUES (?)", name)
            )
        return known

    def place(self, path: str, id_: str, *, file: str, now: str, revision: int) -> None:
        """Note that the path leads to the article, in place of what was there."""
        before = self.current(path)
        if before == id_:
            return
        if before:
            self.retire(path, now=now, revision=revision)
        self._execute(
            "INSERT INTO sources (path, article, added, file) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (path, article) DO UPDATE SET retired = NULL",
            path,
            id_,
            now,
            file,
        )
        self._execute("UPDATE articles SET revision = ? WHERE id = ?", revision, id_)

    def retire(self, path: str, *, now: str, revision: int) -> None:
        """Note that the path leads to its article no more; keep the old version."""
        id_ = self.current(path)
        self._execute(
            "UPDATE sources SET retired = ? WHERE path = ? AND retired IS NULL",
            now,
            path,
        )
        left = "SELECT 1 FROM sources WHERE article = ? AND retired IS NULL"
        if id_ and not self._all(left, [id_]):
            self._execute(
                "UPDATE articles SET superseded = 1, revision = ? WHERE id = ?",
                revision,
                id_,
            )
            self._drop_from_index(id_, revision)

    def remove(self, id_: str, revision: int) -> None:
        """Take an article out, with its bytes, quotes and sources."""
        self._execute(
            "DELETE FROM quotes WHERE article ="
            " (SELECT ordinal FROM articles WHERE id = ?)",
            id_,
        )
        self._execute("DELETE FROM sources WHERE article = ?", id_)
        self._execute("DELETE FROM articles WHERE id = ?", id_)
        self._drop_from_index(id_, revision)

    def _drop_from_index(self, id_: str, revision: int) -> None:
        self._execute("INSERT OR REPLACE INTO dropped VALUES (?, ?)", id_, revision)

    def file_state(self, path: str) -> FileState | None:
        """Give what the file looked like when it was last read."""
        rows = self._all(
            "SELECT shown, size, modified_ns, changed_ns, mapping FROM files"
            " WHERE path = ?",
            [path],
        )
        return FileState(*rows[0]) if rows else None

    def note_file(self, path: str, state: FileState) -> None:
        """Remember what the file looked like, now that all of it has been read."""
        self._execute(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)",
            path,
            state.shown,
            state.size,
            state.modified_ns,
            state.changed_ns,
            state.mapping,
        )

    def sources_of(self, file: str) -> dict[str, str]:
        """Give path and article of all that the file holds."""
        return dict(
            self._all(
                "SELECT path, article FROM sources WHERE file = ? AND retired IS NULL",
                [file],
            )
        )

    def known_files(self) -> list[str]:
        """List every file on disk that something was read from."""
        return [path for (path,) in self._all("SELECT path FROM files ORDER BY path")]

    def forget_file(self, path: str) -> None:
        """Forget a file that is no longer there."""
        self._execute("DELETE FROM files WHERE path = ?", path)
        self._execute("DELETE FROM skipped WHERE file = ?", path)

    def skips_of(self, file: str) -> list[Skip]:
        """List what of the file was not taken."""
        rows = self._all("SELECT path, reason FROM skipped WHERE file = ?", [file])
        return [Skip(path, reason) for path, reason in rows]

    def note_skips(self, file: str, skips: Iterable[Skip]) -> None:
        """List what of the file was not taken, in place of what was listed before."""
        self._execute("DELETE FROM skipped WHERE file = ?", file)
        for skip in skips:
            self._execute(
                "INSERT OR REPLACE INTO skipped VALUES (?, ?, ?)",
                skip.path,
                skip.reason,
                file,
            )

    def learn(self, samples: Iterable[bytes]) -> None:
        """Make a deflate dictionary of samples, if they give a better one than we have.

        News repeats itself; a shared dictionary saves a tenth of the space.
        """
        ((have,),) = self._all(
            "SELECT ifnull(max(length(content)), 0) FROM dictionaries"
        )
        if have >= DICTIONARY_BYTES // 2:
            return
        pieces = list(samples)
        share = max(1024, DICTIONARY_BYTES // max(1, len(pieces)))
        content = b"".join(piece[:share] for piece in pieces)[:DICTIONARY_BYTES]
        if len(content) > max(4 * 1024, 2 * have):
            self._dictionary_number = self._execute(
                "INSERT INTO dictionaries (content) VALUES (?)", content
            )

    def _newest_dictionary(self) -> int:
        if self._dictionary_number is None:
            rows = self._all("SELECT ifnull(max(number), 0) FROM dictionaries")
            self._dictionary_number = int(rows[0][0])
        return self._dictionary_number

    def _execute(self, command: str, *values: object) -> int:
        done = self.connection.execute(command, values)
        return done.lastrowid or 0
