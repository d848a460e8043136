"""Put a query to an archive: parse, resolve the reader's own marks, search, sum up."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from index.archive.answers import Answer
from index.engine import Order
from index.errors import QueryError
from index.query.nodes import Field, State
from index.query.rewrite import (
    asks_for_notes,
    asks_for_utterances,
    asks_for_words,
    leaves,
)
from index.query.show import show

if TYPE_CHECKING:
    from index.archive.archive import Archive
    from index.query.nodes import Query


def ask(archive: Archive, query: Query | str, order: Order) -> Answer:
    """Answer a query; only its time from text to ids, scores and total is counted."""
    engine = archive.engine
    began = perf_counter()
    node = archive.parse(query) if isinstance(query, str) else query
    text = query if isinstance(query, str) else show(node)
    asked = _resolved(archive, node, text)
    found = archive.search(asked, order)
    took_ms = (perf_counter() - began) * 1000
    of_utterances = asks_for_utterances(node)
    return Answer(
        text=text,
        query=asked,
        parsed=show(node),
        kind="utterances" if of_utterances else "articles",
        order=order if asks_for_words(node) else _without_words(order),
        found=found,
        searched=engine.searched,
        skipped=archive.store.count_skipped(),
        took_ms=took_ms,
        behind=archive.store.revision() - engine.revision,
        unquoted=archive.store.count_unquoted() if of_utterances else 0,
        of_notes=asks_for_notes(node),
    )


def _without_words(order: Order) -> Order:
    return Order.DATE_DESC if order is Order.RELEVANCE else order


def _resolved(archive: Archive, query: Query, text: str) -> Query:
    """Turn the reader's own marks into sets of articles."""
    if archive.notebook is None:
        _refuse_marks(query, text)
        return query
    from index.state.resolving import resolve  # noqa: PLC0415 - only with a state

    return resolve(query, archive.notebook, archive)


def _refuse_marks(query: Query, text: str) -> None:
    """Say that a query asks for a reader's marks where nobody's are open."""
    for leaf in leaves(query):
        is_tag = isinstance(leaf, Field) and leaf.name == "tag"
        if not (is_tag or isinstance(leaf, State)):
            continue
        asked = show(leaf)
        raise QueryError(
            f"{asked} asks for a reader's own marks, and nobody's are open here.",
            query=text,
            at=max(0, text.find(asked)),
        )
