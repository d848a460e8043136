"""Read the store: lists, articles, quotations; from any thread, holding no lock."""

from __future__ import annotations

import json
import threading
import weakref
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from index.errors import NotFoundError
from index.model import (
    Article,
    Clipping,
    Quote,
    QuoteKind,
    Source,
    Span,
    SpeakerKind,
)
from index.originals import restore
from index.store.connection import open_reading, sentences, settled
from index.store.packing import unpack, unpack_facts
from index.store.records import Skip, Totals

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

KINDS = tuple(QuoteKind)
SPEAKER_KINDS = tuple(SpeakerKind)
_BATCH = 200
_SUCCESSORS = """
WITH old AS (
    SELECT key AS id, value AS path FROM json_each(?)
    WHERE NOT EXISTS (SELECT 1 FROM articles WHERE id = key AND superseded = 0)
), led AS (
    SELECT id, path FROM old
    UNION
    SELECT id, sources.path FROM old JOIN articles USING (id)
    JOIN sources ON sources.article = ordinal
)
SELECT led.id, new.id FROM led
JOIN sources ON sources.path = led.path AND retired IS NULL
JOIN articles new ON new.ordinal = sources.article
ORDER BY sources.added
"""
_WHOLE = (
    "ordinal, id, facts, format, n.name, encoding, sha256, dictionary, bytes"
    " FROM articles JOIN originals USING (ordinal)"
    " LEFT JOIN names n ON n.number = fields"
)


class Store:
    """The store opened for reading.

    Each thread has a connection of its own; no transaction outlives a call, so that a
    reader never blocks a writer's commit.
    """

    def __init__(self, folder: Path) -> None:
        """Open the store in `folder`."""
        self.folder = folder
        self._local = threading.local()
        self._opened: list[sqlite3.Connection] = []
        # Whoever forgets to close it leaves no connection behind.
        weakref.finalize(self, _close_all, self._opened)
        self._dictionaries: dict[int, bytes] = {0: b""}
        _ = self.connection

    @property
    def connection(self) -> sqlite3.Connection:
        """Give this thread's connection."""
        known: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if known is None:
            known = self._local.connection = self._connect()
            self._opened.append(known)
        return known

    def _connect(self) -> sqlite3.Connection:
        return open_reading(self.folder)

    def close(self) -> None:
        """Close the connections of all threads."""
        _close_all(self._opened)
        self._local = threading.local()

    def _all(self, query: str, values: Sequence[Any] = ()) -> list[Any]:
        def read() -> list[Any]:
            return self.connection.execute(query, values).fetchall()

        with sentences(self.folder):
            return settled(self.folder, read)

    def revision(self) -> int:
        """Give the number of the last change."""
        ((revision,),) = self._all("SELECT value FROM meta WHERE name = 'revision'")
        return int(revision)

    def totals(self) -> Totals:
        """Count what the archive holds."""
        ((articles, quotes, undated),) = self._all(
            "SELECT count(*), ifnull(sum(quotes), 0), count(*) - count(minute)"
            " FROM articles WHERE superseded = 0"
        )
        return Totals(articles, quotes, undated, self.count_skipped(), self.revision())

    def count_skipped(self) -> int:
        """Count what was not taken."""
        ((skipped,),) = self._all("SELECT count(*) FROM skipped")
        return int(skipped)

    def count_unquoted(self) -> int:
        """Count the live articles that nobody has searched for quotations."""
        ((count,),) = self._all(
            "SELECT count(*) FROM articles WHERE quotes IS NULL AND superseded = 0"
        )
        return int(count)

    def newest(self, start: int, stop: int, without: Iterable[str] = ()) -> list[str]:
        """Give ids, newest first, undated last, equals by id."""
        left_out = list(without)
        rest = f" AND id NOT IN ({_marks(left_out)})" if left_out else ""
        rows = self._all(
            f"SELECT id FROM articles WHERE superseded = 0{rest}"
            " ORDER BY minute DESC, id LIMIT ? OFFSET ?",
            (*left_out, max(0, stop - start), start),
        )
        return [id_ for (id_,) in rows]

    def find(self, id_or_path: str) -> str:
        """Give the id of a live article by its id, its start, its path, or its file."""
        rows = self._all(
            "SELECT id FROM sources JOIN articles ON ordinal = article"
            " WHERE path = ? AND retired IS NULL",
            [id_or_path],
        ) or self._all(
            "SELECT id FROM articles"
            " WHERE id >= ? AND id < ? AND superseded = 0 LIMIT 2",
            [id_or_path, id_or_path + "\U0010ffff"],
        )
        rows = rows or self._all(
            "SELECT id FROM sources JOIN articles ON ordinal = article"
            " JOIN files ON files.number = file"
            " WHERE files.path = ? AND retired IS NULL LIMIT 2",
            [id_or_path],
        )
        if not rows:
            raise NotFoundError(f"No article with the id or path {id_or_path!r}.")
        if len(rows) > 1:
            raise NotFoundError(f"More than one article answers to {id_or_path!r}.")
        return str(rows[0][0])

    def articles(self, ids: Sequence[str]) -> dict[str, tuple[Article, int]]:
        """Give articles without their text, and how many quotations each has."""
        found: dict[str, tuple[Article, int]] = {}
        for batch in _batches(ids):
            rows = self._all(
                "SELECT ordinal, id, facts, quotes FROM articles"
                f" WHERE id IN ({_marks(batch)})",
                batch,
            )
            sources = self._sources([row[0] for row in rows])
            for ordinal, id_, facts, quotes in rows:
                article = _article(id_, facts, sources.get(ordinal, ()))
                found[id_] = article, quotes or 0
        return found

    def clippings(self, ids: Iterable[str]) -> Iterator[Clipping]:
        """Yield whole clippings, in the order of the ids; unknown ids are left out."""
        for batch in _batches(list(ids)):
            rows = self._all(f"SELECT {_WHOLE} WHERE id IN ({_marks(batch)})", batch)
            by_id = {c.article.id: c for c in self._assembled(rows)}
            yield from (by_id[id_] for id_ in batch if id_ in by_id)

    def changed_since(self, revision: int) -> Iterator[Clipping]:
        """Yield the live clippings put or changed after this revision."""
        ids = self._all(
            "SELECT id FROM articles WHERE revision > ? AND superseded = 0"
            " ORDER BY ordinal",
            [revision],
        )
        return self.clippings(id_ for (id_,) in ids)

    def count_changed_since(self, revision: int) -> int:
        """Count what `changed_since` would yield."""
        ((count,),) = self._all(
            "SELECT count(*) FROM articles WHERE revision > ? AND superseded = 0",
            [revision],
        )
        return int(count)

    def count_read_otherwise(self, rules: int) -> int:
        """Count the live articles that were read by other rules than these."""
        ((count,),) = self._all(
            "SELECT count(*) FROM articles WHERE rules <> ? AND superseded = 0", [rules]
        )
        return int(count)

    def live_ids(self, *, without_quotes: bool = False) -> list[str]:
        """Give the ids of all live articles, or of those never searched for quotes."""
        rest = " AND quotes IS NULL" if without_quotes else ""
        rows = self._all(
            f"SELECT id FROM articles WHERE superseded = 0{rest} ORDER BY ordinal"
        )
        return [id_ for (id_,) in rows]

    def provenance(self, id_: str) -> tuple[str, str | None]:
        """Give the format of the original bytes and, of a row, its fields as JSON."""
        ((fmt, fields),) = self._all(
            "SELECT format, n.name FROM articles JOIN originals USING (ordinal)"
            " LEFT JOIN names n ON n.number = fields WHERE id = ?",
            [id_],
        )
        return fmt, fields

    def dropped_since(self, revision: int) -> list[str]:
        """Give the ids taken out or superseded after this revision."""
        rows = self._all("SELECT id FROM dropped WHERE revision > ?", [revision])
        return [id_ for (id_,) in rows]

    def archive_id(self) -> str:
        """Give the archive's own name, made with it; no move or rebuild changes it."""
        ((id_,),) = self._all("SELECT value FROM meta WHERE name = 'archive'")
        return str(id_)

    def arrived_since(self, revision: int) -> list[str]:
        """Give the ids of live articles that first came in after this revision."""
        rows = self._all(
            "SELECT id FROM articles WHERE arrived > ? AND superseded = 0", [revision]
        )
        return [id_ for (id_,) in rows]

    def successors(self, paths: Mapping[str, str]) -> dict[str, str]:
        """Of ids that are live no more, give what their paths lead to now.

        `paths` gives one path of each; those at which the store knew it count as well.
        """
        rows = self._all(_SUCCESSORS, [json.dumps(paths)])
        return dict(rows)

    def spoken_by(self, names: Iterable[str]) -> list[tuple[str, int, str]]:
        """Give the quotations of live articles whose speaker has one of the names.

        Each is an article's id, the number within it, and the name.
        """
        return self._all(
            "SELECT articles.id, quotes.number, name FROM json_each(?)"
            " JOIN names ON name = value JOIN quotes ON speaker = names.number"
            " JOIN articles ON ordinal = article WHERE superseded = 0",
            [json.dumps(list(names))],
        )

    def minute(self, id_: str) -> int | None:
        """Give the minute of an article's best date; None when it has none."""
        rows = self._all("SELECT minute FROM articles WHERE id = ?", [id_])
        return rows[0][0] if rows else None

    def published(self) -> list[str]:
        """Give the lines of the corrections that the owner has published."""
        rows = self._all("SELECT line FROM corrections ORDER BY id")
        return [line for (line,) in rows]

    def skipped(self) -> list[Skip]:
        """List what was not taken, by path."""
        rows = self._all("SELECT path, reason FROM skipped ORDER BY path")
        return [Skip(path, reason) for path, reason in rows]

    def original(self, id_: str) -> bytes:
        """Give the original bytes."""
        rows = self._all(
            "SELECT dictionary, bytes FROM articles JOIN originals USING (ordinal)"
            " WHERE id = ?",
            [id_],
        )
        if not rows:
            raise NotFoundError(f"No article with the id {id_!r}.")
        return unpack(rows[0][1], self._dictionary(rows[0][0]))

    def sound(self) -> list[str]:
        """Let SQLite check the file, and give what it complains of."""
        rows = self._all("PRAGMA quick_check")
        return [text for (text,) in rows if text != "ok"]

    def _assembled(self, rows: Sequence[Any]) -> Iterator[Clipping]:
        sources = self._sources([row[0] for row in rows])
        quotes = self._quotes([row[0] for row in rows])
        for ordinal, id_, facts, fmt, fields, encoding, sha, number, packed in rows:
            original = unpack(packed, self._dictionary(number))
            text = restore(original, encoding, fmt, _text_field(fields))
            article = replace(
                _article(id_, facts, sources.get(ordinal, ())),
                text=text,
                encoding=encoding,
                sha256=sha.hex(),
            )
            yield Clipping(article, tuple(quotes.get(ordinal, ())))

    def _sources(self, ordinals: Sequence[int]) -> dict[int, tuple[Source, ...]]:
        found: dict[int, tuple[Source, ...]] = {}
        for path, ordinal, added in self._all(
            "SELECT path, article, added FROM sources WHERE retired IS NULL"
            f" AND article IN ({_marks(ordinals)}) ORDER BY added, path",
            ordinals,
        ):
            when = datetime.fromtimestamp(added, UTC).isoformat()
            found[ordinal] = (*found.get(ordinal, ()), Source(path, when))
        return found

    def _quotes(self, ordinals: Sequence[int]) -> dict[int, list[Quote]]:
        found: dict[int, list[Quote]] = {}
        for row in self._all(
            "SELECT q.article, start, length, kind, r.name, confidence, s.name,"
            " speaker_kind, mention_start, mention_length, cue_start, cue_length,"
            " chain, negated, v.name FROM quotes q JOIN names r ON r.number = q.rule"
            " LEFT JOIN names s ON s.number = q.speaker"
            " LEFT JOIN names v ON v.number = q.venue"
            f" WHERE q.article IN ({_marks(ordinals)}) ORDER BY q.article, q.number",
            ordinals,
        ):
            found.setdefault(row[0], []).append(_quote(row[1:]))
        return found

    def _dictionary(self, number: int) -> bytes:
        if number not in self._dictionaries:
            ((content,),) = self._all(
                "SELECT content FROM dictionaries WHERE number = ?", [number]
            )
            self._dictionaries[number] = content
        return self._dictionaries[number]


def _article(id_: str, facts: bytes, sources: tuple[Source, ...]) -> Article:
    path = sources[0].path if sources else ""
    return Article(id_, path, text="", sources=sources, **unpack_facts(facts))


@lru_cache(maxsize=64)
def _text_field(fields: str | None) -> str:
    """Give the field that holds the text of a dump's row; a file needs none."""
    return str(json.loads(fields)["text"]) if fields else ""


def _quote(row: Sequence[Any]) -> Quote:
    start, length, kind, rule, confidence, speaker, speaker_kind, *rest = row
    mention_at, mention_length, cue_at, cue_length, chain, negated, venue = rest
    return Quote(
        start=start,
        end=start + length,
        kind=KINDS[kind],
        rule=rule,
        confidence=confidence / 1000,
        speaker=speaker,
        speaker_kind=None if speaker_kind is None else SPEAKER_KINDS[speaker_kind],
        mention=_stretch(mention_at, mention_length),
        cue=_stretch(cue_at, cue_length),
        chain=chain,
        negated=bool(negated),
        venue=venue,
    )


def _stretch(start: int | None, length: int | None) -> Span | None:
    if start is None or length is None:
        return None
    return Span(start, start + length)


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def _batches(ids: Sequence[str]) -> Iterator[list[str]]:
    for start in range(0, len(ids), _BATCH):
        yield list(ids[start : start + _BATCH])


def _close_all(connections: list[sqlite3.Connection]) -> None:
    for connection in connections:
        connection.close()
    connections.clear()
