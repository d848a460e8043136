"""The table of personal state, and how an older file becomes the present one.

Everything a reader keeps is an entry: what was last said of one thing, and when. Two
files are merged entry by entry, the later one winning; that which was taken back stays
as an entry too, so that an older copy does not bring it back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.state.errors import StateError

if TYPE_CHECKING:
    import sqlite3

APPLICATION_ID = 0x71756F53
"""The letters "quoS", by which SQLite and `file` know a file of state."""

_FIRST = """
CREATE TABLE archives (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);

CREATE TABLE entries (
    archive INTEGER NOT NULL,
    kind TEXT NOT NULL,       -- read, star, tag, note, saved …
    article TEXT NOT NULL,    -- its id; empty when no article is meant
    name TEXT NOT NULL,       -- of a tag, a saved search, a note; empty if there is one
    path TEXT NOT NULL,       -- of the article, to know it again when its bytes change
    at INTEGER NOT NULL,      -- milliseconds since 1970, in UTC
    gone INTEGER NOT NULL,    -- 1 when it was taken back
    value TEXT NOT NULL,      -- JSON, with sorted keys
    PRIMARY KEY (archive, kind, article, name)
) WITHOUT ROWID;
"""

MIGRATIONS: tuple[str, ...] = (_FIRST,)
"""Each step leads from one version to the next; none is ever edited."""

VERSION = len(MIGRATIONS)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the table to the present version; two processes may try at once."""
    if _version(connection) == VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Asked again: somebody may have done it while this process waited.
        for step in MIGRATIONS[_version(connection) :]:
            for statement in step.split(";\n"):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection) -> int:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application not in (0, APPLICATION_ID):
        raise StateError("The file of your marks and notes was not written by quoth.")
    if version > VERSION:
        raise StateError(
            "Your marks and notes were written by a newer quoth; update quoth to read "
            "them."
        )
    return int(version)
