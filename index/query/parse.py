"""Turn the line that a reader types into a query; nothing is guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.errors import QueryError
from index.query.faults import FaultError
from index.query.grammar import Grammar, Surroundings

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
        raise QueryError(fault.sentence, query=text, at=fault.at) from None
