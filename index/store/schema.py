"""The tables of the store, and how an older file becomes the present one.

Not in WAL mode: a reader without write permission must be able to open the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.errors import ArchiveBrokenError

if TYPE_CHECKING:
    import sqlite3

APPLICATION_ID = 0x71756F74
"""The letters "quot", by which SQLite and `file` know a store."""

_FIRST = """
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value NOT NULL
) WITHOUT ROWID;
INSERT INTO meta VALUES ('revision', 0);

-- An article is superseded when no current source leads to it any more.
CREATE TABLE articles (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    revision INTEGER NOT NULL,
    superseded INTEGER NOT NULL DEFAULT 0,
    minute INTEGER,           -- of the best known date, for the order of lists
    facts BLOB NOT NULL,      -- title, outlet, dates, zones …: packed JSON
    quotes INTEGER,           -- how many; NULL until they have been looked for
    format TEXT NOT NULL,     -- text, or json for a row of a dump
    fields INTEGER,           -- of a row: which field means what, in names
    encoding TEXT NOT NULL,
    sha256 BLOB NOT NULL,
    dictionary INTEGER NOT NULL,
    original BLOB NOT NULL    -- the original bytes, deflated
);
CREATE INDEX articles_by_revision ON articles (revision);
CREATE INDEX articles_newest ON articles (minute DESC, id) WHERE superseded = 0;

-- Shared deflate dictionaries; 0 stands for none.
CREATE TABLE dictionaries (number INTEGER PRIMARY KEY, content BLOB NOT NULL);

-- Where bytes were found; a path has one current source, and any retired ones.
CREATE TABLE sources (
    path TEXT NOT NULL,
    article TEXT NOT NULL,
    added TEXT NOT NULL,
    retired TEXT,
    file TEXT NOT NULL,       -- absolute; of a dump, that of all its rows
    PRIMARY KEY (path, article)
) WITHOUT ROWID;
CREATE INDEX sources_by_article ON sources (article);
CREATE INDEX sources_by_file ON sources (file) WHERE retired IS NULL;

-- What a file looked like when it was last read, to know it again without reading.
CREATE TABLE files (
    path TEXT PRIMARY KEY,    -- absolute
    shown TEXT NOT NULL,      -- as it was first named
    size INTEGER NOT NULL,
    modified_ns INTEGER NOT NULL,
    changed_ns INTEGER NOT NULL,
    mapping TEXT NOT NULL     -- how the fields of a dump were read; else empty
) WITHOUT ROWID;

CREATE TABLE skipped (
    path TEXT PRIMARY KEY,
    reason TEXT NOT NULL,
    file TEXT NOT NULL
) WITHOUT ROWID;

-- Articles taken out since some revision, for indexes that still hold them.
CREATE TABLE dropped (id TEXT PRIMARY KEY, revision INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE names (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE quotes (
    article INTEGER NOT NULL,
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    length INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    rule INTEGER NOT NULL,
    confidence INTEGER NOT NULL,   -- thousandths
    speaker INTEGER,
    speaker_kind INTEGER,
    mention_start INTEGER,
    mention_length INTEGER,
    cue_start INTEGER,
    cue_length INTEGER,
    chain INTEGER,
    negated INTEGER NOT NULL,
    venue INTEGER,
    PRIMARY KEY (article, number)
) WITHOUT ROWID;
CREATE INDEX quotes_by_speaker ON quotes (speaker) WHERE speaker IS NOT NULL;
"""

MIGRATIONS: tuple[str, ...] = (_FIRST,)
"""Each step leads from one version to the next; none is ever edited."""

VERSION = len(MIGRATIONS)


def version_of(connection: sqlite3.Connection) -> int:
    """Read the version; refuse a file that is not ours, or newer than we are."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application not in (0, APPLICATION_ID):
        raise ArchiveBrokenError("The file store.db was not written by quoth.")
    if version > VERSION:
        raise ArchiveBrokenError(
            "This archive was written by a newer quoth; update quoth to read it."
        )
    return int(version)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables to the present version, each step in one transaction."""
    for step in range(version_of(connection), VERSION):
        connection.executescript(
            f"BEGIN IMMEDIATE; {MIGRATIONS[step]}"
            f"PRAGMA application_id = {APPLICATION_ID};"
            f"PRAGMA user_version = {step + 1}; COMMIT;"
        )
