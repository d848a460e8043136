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
                one, other = self._both(left, right, scopes)
                units = self._starts_of("p", scopes)
                after = _joined(one, other, units, distance)
                if ordered:
                    return [after]
                return [after, _joined(other, one, units, distance)]
            case Together(left, right, unit):
                one, other = self._both(left, right, scopes)
                units = self._starts_of(unit, scopes)
                return [_joined(one, other, units), _joined(other, one, units)]
            case _:
                return [self.of(sought, scopes)]

    def of(
        self, operand: Operand, scopes: Scopes, within: Array | None = None
    ) -> Stretches:
        """Give the occurrences of an operand, `within` these documents at least."""
        chosen = self._parts(operand)
        if within is None and len(chosen) > 1:
            within = self._shared(chosen, scopes)
        firsts: Ints | None = None
        for shift, part in enumerate(chosen):
            places = self.words.places(part, scopes, within) - shift
            firsts = places if firsts is None else firsts[_member(firsts, places)]
        assert firsts is not None
        return Stretches(firsts, firsts + (len(chosen) - 1))

    def _both(
        self, left: Operand, right: Operand, scopes: Scopes
    ) -> tuple[Stretches, Stretches]:
        """Give the occurrences of two operands where both may stand."""
        parts = [*self._parts(left), *self._parts(right)]
        shared = self._shared(parts, scopes)
        if len(shared) == 0:
            return _NOWHERE, _NOWHERE
        return self.of(left, scopes, shared), self.of(right, scopes, shared)

    def _parts(self, operand: Operand) -> list[Chosen]:
        parts = operand.parts if isinstance(operand, Phrase) else (operand,)
        return [self.words.choose(part) for part in parts]

    def _shared(self, chosen: list[Chosen], scopes: Scopes) -> Array:
        """Give the scopes and documents that hold every part."""
        where = [self.words.counts(part, scopes).where for part in chosen]
        where.sort(key=len)
        shared = _in_order(where[0])
        for other in where[1:]:
            shared = shared[_member(shared, _in_order(other))]
        return shared

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


def _in_order(numbers: Array) -> Array:
    """Sort numbers, each once; those of one key are so already."""
    if (numbers[1:] > numbers[:-1]).all():
        return numbers
    return np.unique(numbers)


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
