"""What can go wrong with personal state, as one sentence."""

from __future__ import annotations

from index.errors import ArchiveError


class StateError(ArchiveError):
    """The reader's own file cannot be used as it stands."""


class StateLineError(ArchiveError):
    """A line that was to be imported is not what `export` writes."""

    exit_code = 2
