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
    Or,
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
_SEVERAL = 3
"""Of fewer words, leaving one out says more than asking for any."""
_WORDED = (Text, InArticle, About, Said)
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
    is_last: bool = False
    """One word of several, worth offering where nothing else is."""


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


def words_of(query: Query) -> list[Word]:
    """Give the plain words that a query asks for, alone or in a phrase, each once."""
    found = [
        word
        for part in _parts_of(query)
        if isinstance(part, _WORDED)
        for word in _words_in(part.sought)
    ]
    return list(dict.fromkeys(found))


def any_word(query: Query, finds: Callable[[Query], bool]) -> Neighbour | None:
    """Give the query that asks for any of its plain words, where there are several.

    A half-remembered sentence has more right words than wrong ones: the more of them an
    article has, and the rarer they are, the higher it stands by relevance. A word that
    finds nothing is widened as little as makes it find something, or left out.
    """
    parts = _parts_of(query)
    words = [Text(word) for part in parts if _is_plain(part) for word in _words(part)]
    rest = [part for part in parts if not _is_plain(part)]
    if sum(_is_plain(part) and _is_single(part) for part in parts) < _SEVERAL:
        return None
    meant = [near for word in dict.fromkeys(words) if (near := _met(word, finds))]
    either = joined(Or, meant)
    if len(meant) < 2 or either is None:
        return None
    changed = joined(And, [either, *rest])
    return Neighbour("any of these words", changed) if changed else None


def _is_plain(part: Query) -> bool:
    return isinstance(part, Text) and isinstance(part.sought, Word | Phrase)


def _is_single(part: Query) -> bool:
    return isinstance(part, Text) and isinstance(part.sought, Word)


def _words(part: Query) -> Iterator[Word]:
    """Give the words of a plain part; a hyphen makes a phrase of a word."""
    if isinstance(part, Text):
        yield from _words_in(part.sought)


def _met(word: Query, finds: Callable[[Query], bool]) -> Query | None:
    """Give the word, or the nearest form of it that finds something."""
    wider = [word, *(wide for wide, _ in _wider(word, of_utterances=False))]
    return next((near for near in wider if finds(near)), None)


def _words_in(sought: Sought) -> Iterator[Word]:
    match sought:
        case Word():
            yield sought
        case Phrase(parts):
            yield from (part for part in parts if isinstance(part, Word))
        case Near(left, right) | Together(left, right):
            yield from _words_in(left)
            yield from _words_in(right)


def _alone(parts: Sequence[Query], *, of_utterances: bool) -> Iterator[Neighbour]:
    for part in parts:
        if isinstance(part, Not | Date) or asks_for_utterances(part) != of_utterances:
            continue
        if len(parts) > 2:  # of two parts, leaving one out is this
            yield Neighbour(f"only {show(part)}", part, is_last=True)
        for wider, unknown in _wider(part, of_utterances=of_utterances):
            if unknown:
                yield Neighbour(f"only {show(wider)}", wider, unknown, is_last=True)


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
