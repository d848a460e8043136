"""Write the store: batches of clippings, each batch one transaction."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from index.store.connection import open_writing, sentences
from index.store.ledger import Ledger
from index.store.packing import DICTIONARY_BYTES, pack, pack_facts
from index.store.reading import KINDS, SPEAKER_KINDS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from index.model import Quote
    from index.store.records import Found

_NEW_ARTICLE = """
INSERT INTO articles (id, revision, arrived, minute, facts, quotes, rules)
 VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_NEW_ORIGINAL = "INSERT INTO originals VALUES (?, ?, ?, ?, ?, ?, ?)"
_NEW_QUOTE = f"INSERT INTO quotes VALUES ({','.join('?' * 16)})"


class StoreWriter(Ledger):
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
                # On a full disk SQLite has gone back by itself.
                if self.connection.in_transaction:
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

    def put(self, found: Found, revision: int) -> None:
        """Take an article in; one whose bytes are here already is read anew."""
        article = found.clipping.article
        known = self._all("SELECT ordinal FROM articles WHERE id = ?", [article.id])
        if known:
            self._renew(known[0][0], found, revision)
        else:
            self._insert(found, revision)
        self._execute("DELETE FROM dropped WHERE id = ?", article.id)

    def remove(self, id_: str, revision: int) -> None:
        """Take an article out, with its bytes, quotes and sources.

        Its places stay listed as taken out, or the next run would bring it back.
        """
        self.take_out(id_)
        for (ordinal,) in self._all("SELECT ordinal FROM articles WHERE id = ?", [id_]):
            self._execute("DELETE FROM quotes WHERE article = ?", ordinal)
            self._execute("DELETE FROM sources WHERE article = ?", ordinal)
            self._execute("DELETE FROM originals WHERE ordinal = ?", ordinal)
            self._execute("DELETE FROM articles WHERE ordinal = ?", ordinal)
            self._execute("DELETE FROM corrections WHERE article = ?", id_)
            self._drop_from_index(id_, revision)

    def publish(self, id_: str, article: str, line: str) -> None:
        """Keep a correction for all readers, in place of the one of this id."""
        self._execute(
            "INSERT OR REPLACE INTO corrections VALUES (?, ?, ?)", id_, article, line
        )

    def withdraw(self, id_: str) -> None:
        """Take a published correction back; an unknown id is no error."""
        self._execute("DELETE FROM corrections WHERE id = ?", id_)

    def _insert(self, found: Found, revision: int) -> None:
        article, quotes = found.clipping.article, found.clipping.quotes
        number = self._newest_dictionary()
        ordinal = self._execute(
            _NEW_ARTICLE,
            article.id,
            revision,
            revision,
            article.date.minute if article.date else None,
            pack_facts(article),
            None if found.quotes_pending else len(quotes),
            found.rules,
        )
        self._execute(
            _NEW_ORIGINAL,
            ordinal,
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
            " quotes = ?, rules = ? WHERE ordinal = ?",
            revision,
            article.date.minute if article.date else None,
            pack_facts(article),
            None if found.quotes_pending else len(quotes),
            found.rules,
            ordinal,
        )
        self._execute(
            "UPDATE originals SET format = ?, fields = ?, encoding = ?"
            " WHERE ordinal = ?",
            found.format,
            self._name(found.fields),
            article.encoding,
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
