"""Open the file, for anybody to read or for one to write; faults are sentences."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote

from index.errors import (
    ArchiveBrokenError,
    ArchiveError,
    ArchiveLockedError,
    ArchiveMissingError,
    ArchiveReadOnlyError,
)
from index.store.schema import VERSION, migrate, version_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

T = TypeVar("T")

FILE = "store.db"
_BUSY_S = 10.0
_READER_KIB = 512


def require(folder: Path) -> None:
    """Say in one sentence that there is no archive, if there is none."""
    if not (folder / FILE).exists():
        raise _missing(folder)


def _missing(folder: Path) -> ArchiveMissingError:
    return ArchiveMissingError(
        f'No archive at {folder}. Make one with "quoth add PATH", '
        'or look round with "quoth demo".'
    )


def open_reading(folder: Path) -> sqlite3.Connection:
    """Open a store that exists; needs no permission to write."""
    require(folder)
    with sentences(folder), _kept(_connect(folder / FILE, "ro")) as connection:
        # Every thread has a connection; the system keeps the pages for all of them.
        connection.execute(f"PRAGMA cache_size = -{_READER_KIB}")
        version = settled(folder, lambda: version_of(connection))
        if version == 0:
            # Its first writer was killed before there were tables.
            raise _missing(folder)
        if version < VERSION:
            raise ArchiveBrokenError(
                f"The archive at {folder} was written by an older quoth; "
                'bring it up to date with "quoth rebuild".'
            )
    return connection


def settled(folder: Path, read: Callable[[], T]) -> T:
    """Read; what a writer that was killed left half done is undone first.

    SQLite does that for whoever may write, but not over a connection that only reads.
    """
    try:
        return read()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname != "SQLITE_READONLY_ROLLBACK":
            raise
    with closing(_connect(folder / FILE, "rw")) as connection:
        connection.execute("PRAGMA user_version").fetchone()
    return read()


def open_writing(folder: Path) -> sqlite3.Connection:
    """Open or make a store, and bring its tables up to date."""
    with sentences(folder), _kept(_connect(folder / FILE, "rwc")) as connection:
        # A spilled page would lock readers out for the length of the transaction.
        connection.execute("PRAGMA cache_spill = OFF")
        migrate(connection)
    return connection


@contextmanager
def _kept(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Close a connection that proves to be of no use."""
    try:
        yield connection
    except BaseException:
        connection.close()
        raise


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"file:{quote(str(path))}?mode={mode}",
        uri=True,
        timeout=_BUSY_S,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


@contextmanager
def sentences(folder: Path) -> Iterator[None]:
    """Turn SQLite's errors into ours."""
    try:
        yield
    except sqlite3.Error as error:
        raise _translated(error, folder) from error


def _translated(error: sqlite3.Error, folder: Path) -> ArchiveError:
    name = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_READONLY_ROLLBACK":
        return ArchiveBrokenError(
            f"A writer of the archive at {folder} was stopped half way; any "
            '"quoth add" by its owner puts it right.'
        )
    if name.startswith("SQLITE_BUSY"):
        return ArchiveLockedError(
            f"The archive at {folder} is being written; try again in a moment."
        )
    if name.startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_CANTOPEN")):
        return ArchiveReadOnlyError(f"The archive at {folder} cannot be opened so.")
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
        return ArchiveError(f"The disk under {folder} failed or is full ({error}).")
    return ArchiveBrokenError(
        f"The archive at {folder} cannot be read ({error}); restore store.db from a "
        "backup, or add its sources to a new archive."
    )
