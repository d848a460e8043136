"""Turn the line that a reader types into a query; nothing is guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.errors import QueryError
from index.query.faults import FaultError
from index.query.grammar import Grammar, Surroundings
from index.query.unfinished import finish

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from index.query.nodes import Query

GRAMMAR_VERSION = 1
"""Stored with saved searches; raised whenever a line may change its meaning."""


def parse(
    text: str, *, today: date, saved: Callable[[str], str | None] | None = None
) -> Query:
    """Read a query, or raise a QueryError that knows the place of the fault.

    `kyiv -"red line"` gives And(Text(Word), Not(Text(Phrase))). `saved` gives the text
    of a saved search, or None when there is none of that name.
    """
    try:
        return Grammar(text, Surroundings(today, saved)).read()
    except FaultError as fault:
        raise _query_error(fault, text) from None


def parse_typing(
    text: str, *, today: date, saved: Callable[[str], str | None] | None = None
) -> Query:
    """Read a query that is still being typed: `kyi` is searched as `kyi*`.

    What is searched is what `show` writes of it. What cannot be finished is a
    QueryError, as in `parse`.
    """
    try:
        return Grammar(finish(text), Surroundings(today, saved)).read()
    except FaultError as fault:
        raise _query_error(fault, text) from None


def _query_error(fault: FaultError, text: str) -> QueryError:
    return QueryError(fault.sentence, query=text, at=min(fault.at, len(text)))
