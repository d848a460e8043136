"""Open the file, for anybody to read or for one to write; faults are sentences."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING
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
    from collections.abc import Iterator
    from pathlib import Path

FILE = "store.db"
_BUSY_S = 10.0


def require(folder: Path) -> None:
    """Say in one sentence that there is no archive, if there is none."""
    if not (folder / FILE).exists():
        raise ArchiveMissingError(
            f'No archive at {folder}. Make one with "quoth add PATH", '
            'or look round with "quoth demo".'
        )


def open_reading(folder: Path) -> sqlite3.Connection:
    """Open a store that exists; needs no permission to write."""
    require(folder)
    with sentences(folder), _kept(_connect(folder / FILE, "ro")) as connection:
        if version_of(connection) < VERSION:
            raise ArchiveBrokenError(
                f"The archive at {folder} was written by an older quoth; "
                'bring it up to date with "quoth rebuild".'
            )
    return connection


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
