"""Where what is sought stands in a segment, worked out on arrays of places.

A place is a number: scope and document above, position below. All arrays are in order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np

from index.engines.whoosh.arrays import NO_INTS, Array, Ints
from index.engines.whoosh.inverter import PASSAGES, SENTENCES
from index.query.operands import Near, Operand, Phrase, Sought, Together

if TYPE_CHECKING:
    from index.engines.whoosh.words import Chosen, FieldWords

Scopes: TypeAlias = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stretches:
    """From first to last word of each occurrence; both arrays are in order."""

    firsts: Ints
    lasts: Ints


_NOWHERE = Stretches(NO_INTS, NO_INTS)


class Places:
    """Answers for one field of one segment."""

    def __init__(self, words: FieldWords) -> None:
        self.words = words
        self._units: dict[tuple[str, Scopes], Ints] = {}

    def stretches(self, sought: Sought, scopes: Scopes) -> list[Stretches]:
        """Give the occurrences, in one or two groups.

        Where any occurrence lies within some bounds, one of those given does.
        """
        match sought:
            case Near(left, right, distance, ordered):
                return self._near(
                    self.of(left, scopes), self.of(right, scopes), scopes, distance,
                    ordered=ordered,
                )  # fmt: skip
            case Together(left, right, unit):
                one, other = self.of(left, scopes), self.of(right, scopes)
                units = self._starts_of(unit, scopes)
                return [_joined(one, other, units), _joined(other, one, units)]
            case _:
                return [self.of(sought, scopes)]

    def of(self, operand: Operand, scopes: Scopes) -> Stretches:
        """Give the occurrences of an operand."""
        if isinstance(operand, Phrase):
            firsts = self._phrase(operand, scopes)
            return Stretches(firsts, firsts + (len(operand.parts) - 1))
        firsts = self.words.places(self.words.choose(operand), scopes)
        return Stretches(firsts, firsts)

    def _phrase(self, phrase: Phrase, scopes: Scopes) -> Ints:
        chosen = [self.words.choose(part) for part in phrase.parts]
        shared = self._shared(chosen, scopes)
        if len(shared) == 0:
            return NO_INTS
        found: Ints | None = None
        for shift, part in enumerate(chosen):
            places = self.words.places(part, scopes, shared) - shift
            found = places if found is None else found[_member(found, places)]
        assert found is not None
        return found

    def _shared(self, chosen: list[Chosen], scopes: Scopes) -> Array:
        """Give the scopes and documents that hold every part."""
        where = [self.words.counts(part, scopes).where for part in chosen]
        where.sort(key=len)
        shared = np.unique(where[0])
        for other in where[1:]:
            shared = shared[_member(shared, np.sort(other))]
        return shared

    def _near(
        self,
        left: Stretches,
        right: Stretches,
        scopes: Scopes,
        distance: int,
        *,
        ordered: bool,
    ) -> list[Stretches]:
        units = self._starts_of("p", scopes)
        after = _joined(left, right, units, distance)
        return [after] if ordered else [after, _joined(right, left, units, distance)]

    def _starts_of(self, unit: Literal["s", "p"], scopes: Scopes) -> Ints:
        """Give where passages begin, or also the sentences in them."""
        known = self._units.get((unit, scopes))
        if known is None:
            known = self.words.places(self.words.mark(PASSAGES), scopes)
            if unit == "s":
                inner = self.words.places(self.words.mark(SENTENCES), scopes)
                known = np.sort(np.concatenate([known, inner]))
            self._units[unit, scopes] = known
        return known


def _joined(
    one: Stretches, other: Stretches, units: Ints, distance: int | None = None
) -> Stretches:
    """Join each occurrence to the nearest of the others after it, in the same unit.

    Within a distance: counted from its last word. Without: from its first word on.
    """
    if len(one.firsts) == 0 or len(other.firsts) == 0:
        return _NOWHERE
    begin = one.firsts if distance is None else one.lasts + 1
    at = np.searchsorted(other.firsts, begin)
    there = at < len(other.firsts)
    at = np.minimum(at, len(other.firsts) - 1)
    near = other.firsts[at]
    unit = np.searchsorted(units, one.firsts, side="right")
    there &= np.searchsorted(units, near, side="right") == unit
    if distance is not None:
        there &= near - one.lasts <= distance
    lasts = np.maximum(one.lasts, other.lasts[at])
    return Stretches(one.firsts[there], lasts[there])


def _member(some: Array, among: Array) -> Array:
    """Say which of some numbers are among others; both in order."""
    if len(among) == 0:
        return np.zeros(len(some), np.bool_)
    at = np.minimum(np.searchsorted(among, some), len(among) - 1)
    found: Array = among[at] == some
    return found
