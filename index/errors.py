"""Everything that can go wrong, as one sentence for the reader and one exit code."""


class ArchiveError(Exception):
    """A failure that the user can act on; `str(error)` is the whole sentence."""

    exit_code = 5


class ArchiveMissingError(ArchiveError):
    """There is no archive where one was expected."""


class ArchiveBrokenError(ArchiveError):
    """The store cannot be read as it stands."""


class IndexStaleError(ArchiveError):
    """The index is missing, damaged or made by other rules: it must be rebuilt."""


class ArchiveReadOnlyError(ArchiveError):
    """The archive can be read but not written by this user."""

    exit_code = 4


class ArchiveLockedError(ArchiveError):
    """Another writer holds the archive."""

    exit_code = 4


class NotFoundError(ArchiveError):
    """No article answers to this id or path."""

    exit_code = 1


class SettingsError(ArchiveError):
    """A settings file says something that quoth does not understand."""

    exit_code = 2


class QueryError(ArchiveError):
    """The query cannot be read; `at` is the character where the fault lies."""

    exit_code = 2

    def __init__(self, sentence: str, *, query: str, at: int) -> None:
        super().__init__(sentence)
        self.query = query
        self.at = at


class SkippedError(ArchiveError):
    """This file is not taken; the sentence is the reason that is listed."""

    exit_code = 3
