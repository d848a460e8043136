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
    quotes INTEGER            -- how many; NULL until they have been looked for
);
CREATE INDEX articles_by_revision ON articles (revision);
CREATE INDEX articles_newest ON articles (minute DESC, id) WHERE superseded = 0;

-- Apart from the articles, so that lists are read from few pages.
CREATE TABLE originals (
    ordinal INTEGER PRIMARY KEY,
    format TEXT NOT NULL,     -- text, or json for a row of a dump
    fields INTEGER,           -- of a row: which field means what, in names
    encoding TEXT NOT NULL,
    sha256 BLOB NOT NULL,
    dictionary INTEGER NOT NULL,
    bytes BLOB NOT NULL       -- deflated
);

-- Shared deflate dictionaries; 0 stands for none.
CREATE TABLE dictionaries (number INTEGER PRIMARY KEY, content BLOB NOT NULL);

-- Where bytes were found; a path has one current source, and any retired ones.
CREATE TABLE sources (
    path TEXT NOT NULL,
    article INTEGER NOT NULL,
    file INTEGER NOT NULL,
    added INTEGER NOT NULL,   -- seconds since 1970, in UTC
    retired INTEGER,
    PRIMARY KEY (path, article)
) WITHOUT ROWID;
CREATE INDEX sources_by_article ON sources (article);
CREATE INDEX sources_by_file ON sources (file) WHERE retired IS NULL;

-- What a file looked like when it was last read, to know it again without reading.
CREATE TABLE files (
    number INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,  -- absolute
    shown TEXT,                 -- as it was first named; NULL until all of it is read
    size INTEGER,
    modified_ns INTEGER,
    changed_ns INTEGER,
    mapping TEXT                -- how the fields of a dump were read; else empty
);

CREATE TABLE skipped (
    path TEXT PRIMARY KEY,
    reason TEXT NOT NULL,
    file INTEGER NOT NULL
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

_SECOND = """
-- A name that outlives moves and rebuilds: what a reader keeps of the archive, and
-- keeps elsewhere, is filed under it.
INSERT INTO meta VALUES ('archive', lower(hex(randomblob(10))));

-- The revision at which an article first came in; reading it again does not change it.
ALTER TABLE articles ADD COLUMN arrived INTEGER NOT NULL DEFAULT 0;
UPDATE articles SET arrived = revision;
CREATE INDEX articles_by_arrival ON articles (arrived) WHERE superseded = 0;

-- Corrections that the owner has published, each as a line of JSON.
CREATE TABLE corrections (
    id TEXT PRIMARY KEY,
    article TEXT NOT NULL,    -- empty when it holds for all
    line TEXT NOT NULL
) WITHOUT ROWID;
"""

_THIRD = """
-- The rules by which it was read and its quotations found: others find others.
ALTER TABLE articles ADD COLUMN rules INTEGER NOT NULL DEFAULT 0;
CREATE INDEX articles_unquoted ON articles (ordinal)
    WHERE quotes IS NULL AND superseded = 0;
"""

MIGRATIONS: tuple[str, ...] = (_FIRST, _SECOND, _THIRD)
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


PAGE_BYTES = 32_768
"""An original takes some thousand bytes; of small pages a quarter would lie empty."""


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables to the present version, all steps in one transaction.

    Whoever is killed here leaves the store as it was, or no store at all.
    """
    version = version_of(connection)
    if version == VERSION:
        return
    if version == 0:
        connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")
    connection.executescript(
        f"BEGIN IMMEDIATE; {''.join(MIGRATIONS[version:])}"
        f"PRAGMA application_id = {APPLICATION_ID};"
        f"PRAGMA user_version = {VERSION}; COMMIT;"
    )
