"""Ask a query about itself, and take parts out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.query.nodes import (
    About,
    All,
    And,
    By,
    Confidence,
    Date,
    Kind,
    Many,
    Negated,
    Not,
    Or,
    Query,
    Raw,
    Said,
    Saved,
    State,
    Text,
    Undated,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_UTTERANCE = (By, About, Said, Kind, Negated, Confidence)
_WORDED = (Text, Many, Raw, About, Said)


def leaves(query: Query) -> Iterator[Query]:
    """Yield every node that holds no other."""
    match query:
        case And(parts) | Or(parts):
            for part in parts:
                yield from leaves(part)
        case Not(part) | Saved(_, part):
            yield from leaves(part)
        case _:
            yield query


def asks_for_utterances(query: Query) -> bool:
    """Say whether the results are utterances rather than articles."""
    return any(isinstance(leaf, _UTTERANCE) for leaf in leaves(query))


def asks_for_dates(query: Query) -> bool:
    """Say whether a date filter may hide undated articles."""
    return any(isinstance(leaf, Date) for leaf in leaves(query))


def asks_for_words(query: Query) -> bool:
    """Say whether relevance means anything; without words the newest come first."""
    return any(isinstance(leaf, _WORDED) for leaf in leaves(query))


def asks_for_notes(query: Query) -> bool:
    """Say whether articles are asked for because the reader has noted something."""
    match query:
        case And(parts) | Or(parts):
            return any(map(asks_for_notes, parts))
        case Saved(_, part):
            return asks_for_notes(part)
        case _:
            return query == State("noted")


def without_dates(query: Query) -> Query:
    """Leave the date filters out; what is left still matches undated articles."""
    return _left(query) or All()


def _left(query: Query) -> Query | None:
    match query:
        case Date():
            return None
        case Not(part):
            left = _left(part)
            return None if left is None else Not(left)
        case Saved(_, part):
            return _left(part)
        case And(parts):
            return joined(And, [left for p in parts if (left := _left(p))])
        case Or(parts):
            return joined(Or, [left for p in parts if (left := _left(p))])
        case _:
            return query


def date_filter(query: Query) -> Query | None:
    """Give what a query asks of dates alone, beside all else that it asks."""
    match query:
        case And(parts):
            return joined(And, [own for p in parts if (own := date_filter(p))])
        case Saved(_, part):
            return date_filter(part)
        case _:
            is_dated = all(isinstance(it, Date | Undated) for it in leaves(query))
            return query if is_dated else None


def joined(kind: type[And | Or], parts: list[Query]) -> Query | None:
    """Join parts, flattening; one part stands for itself, none is nothing."""
    flat: list[Query] = []
    for part in parts:
        flat += part.parts if isinstance(part, kind) else (part,)
    if len(flat) < 2:
        return flat[0] if flat else None
    return kind(tuple(flat))
