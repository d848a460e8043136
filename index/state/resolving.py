"""Turn what a query asks of the reader's own marks into sets of articles.

`is:unread` is everything but what was read, so that no archive is listed for it.
`is:new` beside `@name` is what came in since that saved search was last looked at;
alone, since the archive was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from index.query.nodes import (
    All,
    Among,
    And,
    Field,
    Not,
    Or,
    Query,
    Saved,
    State,
    stands_in,
)
from index.query.wording import Wording
from index.words import Passage, Scope

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.query.nodes import StateName
    from index.query.operands import Operand
    from index.state.state import Notebook
    from index.words import Analyser


class Holdings(Protocol):
    """What must be known of an archive."""

    @property
    def analyser(self) -> Analyser:
        """Give the rules by which words are compared here."""
        ...

    def arrived_since(self, revision: int) -> Sequence[str]:
        """Give the ids of the articles that came in after this revision."""
        ...


def resolve(query: Query, notebook: Notebook, archive: Holdings) -> Query:
    """Give the same query, with sets of articles for all that is personal."""
    return _Resolving(notebook, archive).resolved(query, notebook.searches.looked())


class _Resolving:
    """One query's way from marks to sets."""

    def __init__(self, notebook: Notebook, archive: Holdings) -> None:
        self._notebook = notebook
        self._archive = archive

    def resolved(self, query: Query, looked: int) -> Query:
        """Resolve every part; what came after the revision `looked` is new."""
        match query:
            case And(parts) | Or(parts):
                if isinstance(query, And):
                    looked = self._looked(parts, looked)
                kind = type(query)
                return kind(tuple(self.resolved(part, looked) for part in parts))
            case Not(part):
                return Not(self.resolved(part, looked))
            case Saved(name, part):
                inside = self._notebook.searches.looked(name)
                return Saved(name, self.resolved(part, inside))
            case State(name):
                return self._state(name, looked)
            case Field("tag", operand):
                return Among(self._tagged(operand))
            case _:
                return query

    def _looked(self, parts: Sequence[Query], looked: int) -> int:
        """Give since when articles are new, beside these: for the one looked at first.

        Of several saved searches none must hide what is new for another.
        """
        names = [part.name for part in parts if isinstance(part, Saved)]
        return min(map(self._notebook.searches.looked, names), default=looked)

    def _state(self, name: StateName, looked: int) -> Query:
        marks = self._notebook.marks
        match name:
            case "read":
                return Among(marks.read())
            case "unread":
                return Not(Among(marks.read()))
            case "starred":
                return Among(marks.starred())
            case "noted":
                return Among(self._notebook.notes.articles())
            case "new":
                return self._new(looked)
            case "undated":
                raise TypeError("is:undated is no mark of the reader's")

    def _new(self, looked: int) -> Query:
        if looked <= 0:
            return All()
        return Among(frozenset(self._archive.arrived_since(looked)))

    def _tagged(self, operand: Operand) -> frozenset[str]:
        names = self._archive.analyser.names
        found: set[str] = set()
        for tag, articles in self._notebook.marks.tags().items():
            wording = Wording(Passage(Scope.TITLE, tag, None), names)
            if stands_in(operand, [wording]):
                found |= articles
        return frozenset(found)
