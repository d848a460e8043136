"""How a command ends: the exit codes, and what stops one half way."""

from __future__ import annotations

from enum import IntEnum

from index.errors import ArchiveError


class Exit(IntEnum):
    """What the shell is told; failures of the archive bring their own."""

    DONE = 0
    NOTHING_FOUND = 1
    USAGE = 2
    SOME_SKIPPED = 3
    FAULT = 70
    """quoth itself, or the system under it, went wrong."""
    INTERRUPTED = 130


class UsageError(ArchiveError):
    """The command line says something that quoth does not understand."""

    exit_code = Exit.USAGE


class SignalledError(BaseException):
    """The system asked us to stop; what is open is closed on the way out."""

    def __init__(self, signal: int) -> None:
        super().__init__(signal)
        self.exit_code = 128 + signal
