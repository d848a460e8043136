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
    from collections.abc import Callable, Iterator, Sequence

_FAR = 20
_DISTANCES: tuple[tuple[Literal[1, 2], int], ...] = ((1, 4), (2, 5))
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
    the end comes what each asks by itself, widened where a word may be misspelled.
    """
    parts = _parts_of(query)
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
    if len(parts) > 1:
        yield from _alone(parts, of_utterances=of_utterances)


def mended(query: Query, finds: Callable[[Query], bool]) -> Iterator[Neighbour]:
    """Yield the query with all misspelled words widened, where these are several.

    Misspelled is a word that finds nothing by itself and something when widened.
    """
    parts = _parts_of(query)
    of_utterances = asks_for_utterances(query)
    meant = {}
    for number, part in enumerate(parts):
        wider = _wider(part, of_utterances=of_utterances)
        wide = [other for other, unknown in wider if unknown]
        if wide and not finds(part):
            meant[number] = [other for other in wide if finds(other)]
    found = {number: wide for number, wide in meant.items() if wide}
    for choice in (0, -1) if len(found) > 1 else ():
        changed = {number: wide[choice] for number, wide in found.items()}
        whole = joined(And, [changed.get(n, part) for n, part in enumerate(parts)])
        if whole:
            yield Neighbour(f"with {' '.join(map(show, changed.values()))}", whole)


def _alone(parts: Sequence[Query], *, of_utterances: bool) -> Iterator[Neighbour]:
    for part in parts:
        if isinstance(part, Not | Date) or asks_for_utterances(part) != of_utterances:
            continue
        if len(parts) > 2:  # of two parts, leaving one out is this
            yield Neighbour(f"only {show(part)}", part)
        for wider, unknown in _wider(part, of_utterances=of_utterances):
            if unknown:
                yield Neighbour(f"only {show(wider)}", wider, unknown)


def _parts_of(query: Query) -> Sequence[Query]:
    return query.parts if isinstance(query, And) else (query,)


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
