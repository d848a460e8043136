"""The seam: what a search engine promises. Our queries go in; ids and scores come out.

Engines know nothing of users, files or screens. Each is one package in
`index.engines`, and each must return the sets that `Query.matches` returns.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.model import Clipping
    from index.query.nodes import Query


class Order(StrEnum):
    """How results are ordered; undated ones come last, equals by id."""

    RELEVANCE = "relevance"
    """BM25F; equal scores newest first. Without words: newest first."""
    DATE = "date"
    """Oldest first, by the best known date."""
    DATE_DESC = "-date"
    EVENT = "event"
    EVENT_DESC = "-event"


@dataclass(frozen=True, slots=True)
class Hit:
    """An article, or one of its quotations, that answers."""

    article: str
    quote: int | None
    """The quotation's number within its article, from 0; None for an article."""
    score: float


class Found(Protocol):
    """The complete answer to one query, read a window at a time."""

    @property
    def total(self) -> int:
        """How many answer; exact."""
        ...

    @property
    def undated(self) -> int:
        """Undated articles that answer once date filters are left out."""
        ...

    def window(self, start: int, stop: int) -> tuple[Hit, ...]:
        """Give the hits from `start` to before `stop`, in order."""
        ...


class Engine(Protocol):
    """An index opened for reading at one state, which never changes."""

    @property
    def searched(self) -> int:
        """How many articles every query is put to."""
        ...

    @property
    def revision(self) -> int:
        """The revision of the store that this index holds."""
        ...

    def search(self, query: Query, order: Order) -> Found:
        """Answer for articles, or for utterances if the query asks for them."""
        ...

    def close(self) -> None:
        """Let go of files; the engine answers no more."""
        ...


class Filer(Protocol):
    """A writer of one index: nothing is seen by engines before `commit`."""

    def put(self, clippings: Iterable[Clipping]) -> None:
        """File these, replacing what is filed under the same ids."""
        ...

    def drop(self, ids: Iterable[str]) -> None:
        """Take these out; an unknown id is no error."""
        ...

    def commit(self, revision: int) -> None:
        """Make all of it visible at once, as this revision of the store."""
        ...

    def abandon(self) -> None:
        """Leave the index as it was."""
        ...
