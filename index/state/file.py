"""One SQLite file per reader, which nobody else may read; opened when first needed.

Reading makes no file. Whatever is written is one short transaction, so that several
readers of one person may be open at once and none loses what another has done.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import weakref
from contextlib import contextmanager
from errno import EACCES, EPERM, EROFS
from typing import TYPE_CHECKING
from urllib.parse import quote

from index.state.errors import StateError
from index.state.schema import migrate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import Any

_BUSY_S = 10.0
_PRIVATE_FILE = 0o600
_PRIVATE_FOLDER = 0o700


class StateFile:
    """The file; each thread has a connection of its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._opened: list[sqlite3.Connection] = []
        # Whoever forgets to close it leaves no connection behind.
        weakref.finalize(self, _close_all, self._opened)
        self._written = 0

    def rows(self, query: str, values: Sequence[object] = ()) -> list[Any]:
        """Read; a file that is not there holds nothing."""
        if not self._is_open and not self.path.exists():
            return []
        with self._sentences():
            return self._connection.execute(query, values).fetchall()

    @contextmanager
    def changing(self) -> Iterator[sqlite3.Connection]:
        """Make one transaction; what is read within it is what is changed."""
        with self._sentences():
            connection = self._connection
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
                self._written += 1
            except BaseException:
                # On a full disk SQLite has gone back by itself.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def edition(self) -> object:
        """Give what changes whenever somebody has written; None without a file."""
        rows = self.rows("PRAGMA data_version")
        # SQLite tells each connection only of what others have done.
        return (threading.get_ident(), rows[0][0], self._written) if rows else None

    def close(self) -> None:
        """Close the connections of all threads."""
        _close_all(self._opened)
        self._local = threading.local()

    @property
    def _is_open(self) -> bool:
        return hasattr(self._local, "connection")

    @property
    def _connection(self) -> sqlite3.Connection:
        if not self._is_open:
            self._local.connection = self._connect()
        connection: sqlite3.Connection = self._local.connection
        return connection

    def _connect(self) -> sqlite3.Connection:
        mode = "rw" if self._make_private() else "ro"
        connection = sqlite3.connect(
            f"file:{quote(str(self.path))}?mode={mode}",
            uri=True,
            timeout=_BUSY_S,
            isolation_level=None,
            check_same_thread=False,
        )
        self._opened.append(connection)
        # What a reader took back, such as a note, is not to be left in the file.
        connection.execute("PRAGMA secure_delete = ON")
        migrate(connection)
        return connection

    def _make_private(self) -> bool:
        """Make the file if it is not there; in either case it is only its owner's.

        Say whether it can be written: a home may be there to be read only.
        """
        self.path.parent.mkdir(_PRIVATE_FOLDER, parents=True, exist_ok=True)
        try:
            # SQLite gives its journal the permissions of the file.
            number = os.open(self.path, os.O_RDWR | os.O_CREAT, _PRIVATE_FILE)
        except OSError as error:
            if error.errno in (EACCES, EPERM, EROFS) and self.path.exists():
                return False
            raise
        try:
            if os.fstat(number).st_mode & 0o077:
                os.fchmod(number, _PRIVATE_FILE)
        finally:
            os.close(number)
        return True

    @contextmanager
    def _sentences(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise self._translated(error) from error
        except OSError as error:
            raise StateError(
                f"Your marks and notes at {self.path} cannot be opened: "
                f"{error.strerror}."
            ) from error

    def _translated(self, error: sqlite3.Error) -> StateError:
        name = getattr(error, "sqlite_errorname", "")
        if name.startswith("SQLITE_BUSY"):
            return StateError(
                "Your marks and notes are being written; try again in a moment."
            )
        if name.startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_CANTOPEN")):
            return StateError(f"Your marks and notes at {self.path} cannot be written.")
        if name.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
            return StateError(f"The disk under {self.path} failed or is full.")
        return StateError(
            f"Your marks and notes at {self.path} cannot be read ({error}); move the "
            "file away to begin anew."
        )


def _close_all(connections: list[sqlite3.Connection]) -> None:
    for connection in connections:
        connection.close()
    connections.clear()
