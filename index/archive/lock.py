"""One writer at a time, by a lock of the system: a dead writer holds none."""

from __future__ import annotations

import fcntl
import json
import os
import socket
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from index.errors import ArchiveLockedError, ArchiveReadOnlyError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILE = "write.lock"
_TRY_EVERY_S = 0.1


@contextmanager
def writing(folder: Path, *, wait_s: float) -> Iterator[None]:
    """Hold the archive for writing, waiting at most so long for another writer."""
    try:
        file = (folder / FILE).open("a+", encoding="utf-8")
    except OSError as error:
        raise ArchiveReadOnlyError(
            f"The archive at {folder} is not yours to write; ask its owner to add for "
            f"you, or make your own with --archive ({error.strerror})."
        ) from error
    with file:
        _lock(file, folder, wait_s)
        file.seek(0)
        file.truncate()
        json.dump(
            {"host": socket.gethostname(), "pid": os.getpid(), "since": time.time()},
            file,
        )
        file.flush()
        yield
        file.truncate(0)


def _lock(file: TextIO, folder: Path, wait_s: float) -> None:
    end = time.monotonic() + wait_s
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= end:
                raise ArchiveLockedError(_held(file, folder)) from None
            time.sleep(_TRY_EVERY_S)
        else:
            return


def _held(file: TextIO, folder: Path) -> str:
    file.seek(0)
    try:
        by = json.load(file)
        minutes = (time.time() - by["since"]) / 60
        holder = f" by process {by['pid']} on {by['host']}, for {minutes:.0f} min"
    except (ValueError, KeyError, TypeError):
        holder = ""
    return (
        f"The archive at {folder} is being written{holder}; wait for it to end, or "
        "give it longer with --wait SECONDS."
    )
