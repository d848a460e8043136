"""All that a reader keeps, of every archive: the door to the file."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from index.state.entries import Entry, Kind, entry_of
from index.state.file import StateFile
from index.state.register import Register

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from index.state.bookmarks import Bookmarks
    from index.state.corrections import Corrections
    from index.state.marks import Marks
    from index.state.notes import Notes
    from index.state.register import Clock
    from index.state.searches import History, Searches


def _system_clock() -> datetime:
    return datetime.now(UTC)


class Notebook:
    """What a reader keeps of one archive; each part is opened when it is asked for."""

    # Late imports throughout: a search needs hardly one of the parts.

    def __init__(self, register: Register, *, remembers: bool) -> None:
        self._register = register
        self._remembers = remembers

    @cached_property
    def marks(self) -> Marks:
        """Give what was read, starred and tagged."""
        from index.state.marks import Marks  # noqa: PLC0415

        return Marks(self._register)

    @cached_property
    def notes(self) -> Notes:
        """Give the notes on passages and on whole articles."""
        from index.state.notes import Notes  # noqa: PLC0415

        return Notes(self._register)

    @cached_property
    def searches(self) -> Searches:
        """Give the saved searches."""
        from index.state.searches import Searches  # noqa: PLC0415

        return Searches(self._register)

    @cached_property
    def history(self) -> History:
        """Give the searches of the past."""
        from index.state.searches import History  # noqa: PLC0415

        return History(self._register, remembers=self._remembers)

    @cached_property
    def bookmarks(self) -> Bookmarks:
        """Give the places in articles, and the session."""
        from index.state.bookmarks import Bookmarks  # noqa: PLC0415

        return Bookmarks(self._register)

    @cached_property
    def corrections(self) -> Corrections:
        """Give the reader's corrections."""
        from index.state.corrections import Corrections  # noqa: PLC0415

        return Corrections(self._register)

    def corrections_edition(self) -> tuple[int, int]:
        """Give their number, and one that changes whenever one is made or undone."""
        return self._register.edition(Kind.CORRECTION)

    def followed(self) -> dict[str, str]:
        """Give articles and paths of all that goes over to a new version."""
        return self._register.followed()

    def follow(self, successors: Mapping[str, str]) -> None:
        """Go over from articles to the new versions that their paths lead to."""
        self._register.follow(successors)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did; every figure is exact."""

    changed: int
    unchanged: int
    """What was known already, or known better."""


class State:
    """The file of one reader. Every method may be called from any thread."""

    def __init__(
        self,
        path: Path,
        *,
        remembers_searches: bool = True,
        clock: Clock = _system_clock,
    ) -> None:
        """Name the file; it is made when the first thing is kept."""
        self._file = StateFile(path)
        self._clock = clock
        self._remembers = remembers_searches

    def notebook(self, archive: str) -> Notebook:
        """Give what is kept of the archive with this id."""
        return Notebook(self._register(archive), remembers=self._remembers)

    def export(self) -> Iterator[str]:
        """Yield all of it as lines of JSON; `index.state.lines` says of what form."""
        from index.state.lines import first_line, line_of  # noqa: PLC0415 - start-up

        yield first_line()
        rows = self._file.rows(
            "SELECT id, kind, article, name, path, at, gone, value"
            " FROM entries JOIN archives ON number = archive"
            " ORDER BY id, kind, article, name"
        )
        for archive, *row in rows:
            yield line_of(archive, entry_of(row))

    def import_(self, lines: Iterable[str]) -> ImportReport:
        """Merge what another file has exported; a line that is wrong stops it all."""
        from index.state.lines import read_lines  # noqa: PLC0415 - start-up
        from index.state.searches import MOST_REMEMBERED  # noqa: PLC0415 - start-up

        by_archive: dict[str, list[Entry]] = defaultdict(list)
        for archive, entry in read_lines(lines):
            if self._remembers or entry.kind is not Kind.SEARCH:
                by_archive[archive].append(entry)
        changed = 0
        for archive, entries in by_archive.items():
            register = self._register(archive)
            changed += register.merge(entries)
            register.cut(Kind.SEARCH, MOST_REMEMBERED)
        read = sum(map(len, by_archive.values()))
        return ImportReport(changed, read - changed)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _register(self, archive: str) -> Register:
        return Register(self._file, archive, self._clock)
