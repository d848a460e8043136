"""Queries that ask for a little less than another: what to try when nothing answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from index.query.nodes import (
    About,
    And,
    By,
    Date,
    Field,
    InArticle,
    Many,
    Not,
    Query,
    Raw,
    Said,
    Text,
)
from index.query.operands import Exact, Fuzzy, Near, Phrase, Sought, Together, Word
from index.query.rewrite import asks_for_utterances, joined
from index.query.show import show
from index.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_FAR = 20
_DISTANCES: tuple[tuple[Literal[1, 2], int], ...] = ((1, 4), (2, 6))
"""So many letters may be mistaken in a word of at least so many."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A query near another."""

    change: str
    """What was changed: `without -nato`, `with zelensky~`."""
    query: Query
    unknown: Query | None = None
    """Worth asking only when this finds nothing by itself: a misspelled word."""


def neighbours(query: Query) -> Iterator[Neighbour]:
    """Yield queries that ask for less, each changed in one part only.

    Parts are taken in their order: first what widens one, then what leaves it out. At
    the end comes what each asks by itself.
    """
    parts = query.parts if isinstance(query, And) else (query,)
    of_utterances = asks_for_utterances(query)
    for number, part in enumerate(parts):
        rest = [*parts[:number], *parts[number + 1 :]]
        for wider, unknown in _wider(part, of_utterances=of_utterances):
            changed = joined(And, [*parts[:number], wider, *parts[number + 1 :]])
            if changed:
                yield Neighbour(f"with {show(wider)}", changed, unknown)
        left = joined(And, rest)
        if left and asks_for_utterances(left) == of_utterances:
            yield Neighbour(f"without {show(part)}", left)
    for part in parts[: len(parts) if len(parts) > 2 else 0]:
        if (
            not isinstance(part, Not | Date)
            and asks_for_utterances(part) == of_utterances
        ):
            yield Neighbour(f"only {show(part)}", part)


def _wider(part: Query, *, of_utterances: bool) -> Iterator[tuple[Query, Query | None]]:
    match part:
        case Text(sought) | Raw(sought) | InArticle(sought) | About(sought):
            yield from _each(part, sought, "sought")
        case Said(sought):
            yield from _each(part, sought, "sought")
        case By(operand) | Field(_, operand) | Many(_, operand):
            yield from _each(part, operand, "operand")
    if isinstance(part, Text) and of_utterances:
        yield About(part.sought), None
        yield InArticle(part.sought), None


def _each(
    part: Query, sought: Sought, name: str
) -> Iterator[tuple[Query, Query | None]]:
    def put(other: Sought) -> Query:
        return replace(part, **{name: other})  # type: ignore[arg-type]

    match sought:
        case Word(text):
            for distance, letters in _DISTANCES:
                if len(text) >= letters:
                    yield put(Fuzzy(text, distance)), part
        case Exact(text):
            yield put(Word(fold(text))), None
        case Near(left, right, distance):
            if distance < _FAR:
                yield put(Near(left, right, _FAR)), None
            yield And((put(left), put(right))), None
        case Together(left, right) | Phrase((left, right)):
            yield And((put(left), put(right))), None
        case Phrase(words):
            yield And(tuple(map(put, words))), None
