"""Where the reader stands, as a value: to come back to, today or another day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.actions import PANES, Place

if TYPE_CHECKING:
    from index.archive import Archive
    from index.engine import Order
    from index.state.bookmarks import Session

_SHIFTED = 400
"""So many new articles may have come in above the row that was left."""
_ZOOMED = "zoomed"


@dataclass(frozen=True, slots=True)
class Aim:
    """An article to open, and where in it."""

    article: str
    offset: int | None = None
    quote: int | None = None
    again: bool = False
    """The article is open already: wherever the reader is by then is where to stay."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A query, a row of its answer, an article, and how the page looked."""

    query: str = ""
    order: Order | None = None
    row: int = 0
    article: str | None = None
    offset: int = 0
    focus: Place = Place.LIST
    zoomed: bool = False

    @property
    def aim(self) -> Aim | None:
        """Give what is to be opened again."""
        return Aim(self.article, self.offset) if self.article else None

    @property
    def arrangement(self) -> str:
        """Say how the page looked, in words that can be kept."""
        return f"{self.focus.value} {_ZOOMED}" if self.zoomed else self.focus.value


def stand_of(session: Session, offset: int) -> Stand:
    """Read where the reader stood; what is not known any more is the list."""
    words = session.arrangement.split()
    focus = next((place for place in PANES if place.value in words), Place.LIST)
    return Stand(
        session.query,
        session.order,
        session.place,
        session.article,
        offset,
        focus,
        _ZOOMED in words,
    )


def row_of(archive: Archive, stand: Stand) -> int:
    """Give the row of the article in the list of all; others may have come above it."""
    first = max(0, stand.row - _SHIFTED)
    ids = [one.id for one in archive.newest(first, stand.row + _SHIFTED)]
    return first + ids.index(stand.article) if stand.article in ids else stand.row
