"""Saved searches as rows: the name, the query, how many answer and how many are new."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.errors import QueryError
from tui.render.characters import shown
from tui.render.choices import Choice

if TYPE_CHECKING:
    from index.archive import Archive
    from index.state.searches import SavedSearch
    from tui.themes import Palette

EMPTY = (
    "No search has been saved yet.",
    "B saves the query that stands under a name; @NAME stands for it in others.",
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A saved search, and what it finds today."""

    search: SavedSearch
    total: int
    new: int
    """Of the total, those that came in since it was last looked at."""
    fault: str = ""
    """Why it finds nothing, if it cannot be read any more."""


def counted_in(archive: Archive, search: SavedSearch) -> Counted:
    """Count what a saved search finds; asks the archive twice."""
    try:
        total = archive.answer(f"@{search.name}").total
        new = archive.answer(f"@{search.name} is:new").total
    except QueryError as error:
        return Counted(search, 0, 0, str(error))
    return Counted(search, total, new)


def query_of(one: Counted) -> str:
    """Give the query that shows a saved search: what is new, or else all of it."""
    name = f"@{one.search.name}"
    return f"{name} is:new" if 0 < one.new < one.total else name


def choice_of(one: Counted, palette: Palette) -> Choice:
    """Give the row of a saved search."""
    new = f"{one.new:,} new" if one.new else ""
    total = one.fault or f"{one.total:,}"
    return Choice(
        (
            (
                (f"{new:>9}  ", palette.accent),
                (f"@{shown(one.search.name):<16} ", palette.strong),
                (f"{total:>7}  ", palette.fault if one.fault else palette.dim),
                (shown(one.search.query), palette.text),
            ),
        )
    )
