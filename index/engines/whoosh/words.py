"""The postings of one field in one segment, read from its sections."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from index.engines.whoosh.arrays import NO_INTS, Array, Ints, Mask, joined, ranges
from index.engines.whoosh.edits import within_edits
from index.engines.whoosh.inverter import MARKS, PLACE_BITS, SCOPE_SHIFT
from index.engines.whoosh.packed import Packed
from index.engines.whoosh.sections import Section, Sections, Texts
from index.query.operands import Exact, Fuzzy, Pattern, Word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Single: TypeAlias = Word | Exact | Pattern | Fuzzy
"""What one word answers."""

_RUN = rb"[^\n]*"
_LETTER = rb"(?:[\x00-\x09\x0b-\x7f]|[\xc0-\xff][\x80-\xbf]*)"
"""One letter of UTF-8."""

_AT_ONCE = 1 << 18
"""So many postings or places of a choice of keys are looked at together."""

_DOCUMENT = (1 << SCOPE_SHIFT) - 1
_ALL_SCOPES = 1 << (32 - SCOPE_SHIFT)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Keys whose every place answers, and keys of which only some forms do."""

    whole: Ints
    partial: Ints
    forms: Mask | None
    """Which forms answer, where some keys are partial."""


_NOTHING = Chosen(NO_INTS, NO_INTS, None)


@dataclass(frozen=True, slots=True)
class Counts:
    """How often something stands in each scope of each document of a segment.

    A document may come more than once in a scope; its counts add up.
    """

    where: Array
    counts: Array


class FieldWords:
    """Looks words up; gives their postings and places."""

    def __init__(
        self, sections: Sections, prefix: str, keys: Mapping[str, str]
    ) -> None:
        """Read the sections that begin with `prefix`; `keys` as in `Wording`."""
        self._keys_of = keys
        self._keys = Texts(sections, f"{prefix}.keys")
        self._forms = Texts(sections, f"{prefix}.forms")
        self._folded = Texts(sections, f"{prefix}.folded")
        self._forms_at = sections[f"{prefix}.forms_at"]
        self._by_form = sections[f"{prefix}.by_form"]
        self._by_folded = sections[f"{prefix}.by_folded"]
        self._postings_at = sections[f"{prefix}.postings_at"]
        self._places_at = sections[f"{prefix}.places_at"]
        self._where = Packed(sections, f"{prefix}.where")
        self._counts = Packed(sections, f"{prefix}.counts")
        self._positions = Packed(sections, f"{prefix}.positions")
        self._ranks = Packed(sections, f"{prefix}.ranks")

    @property
    def keys(self) -> Texts:
        """Give the keys in order; the first are marks."""
        return self._keys

    def choose(self, single: Single) -> Chosen:
        """Find the keys, and the forms, that answer."""
        match single:
            case Word(text):
                return self._key(self._keys_of[text])
            case Exact(text):
                return self._of_forms(self._exact(text))
            case Pattern():
                return self._of_forms(self._like(single))
            case Fuzzy():
                return self._of_forms(self._near(single))

    def mark(self, mark: str) -> Chosen:
        """Find the first places of passages, or of sentences."""
        at = MARKS.index(mark)
        return Chosen(np.array([at], np.int64), NO_INTS, None)

    def counts(self, chosen: Chosen, scopes: Sequence[int]) -> Counts:
        """Count by scope and document."""
        starts, sizes = self._extents(self._postings_at, chosen.whole)
        if len(starts) == 1:
            start = int(starts[0])
            where = self._where.run(start, start + int(sizes[0])).astype(np.uint32)
            counts = self._counts.run(start, start + int(sizes[0]))
        else:
            where, counts = self._gathered(starts, sizes)
        kept = _in_scopes(where, scopes)
        if kept is not None:
            where, counts = where[kept], counts[kept]
        if len(chosen.partial) == 0:
            return Counts(where, counts)
        some = self._some(chosen, scopes)
        return Counts(
            np.concatenate([where, some]),
            np.concatenate([counts, np.ones(len(some), np.uint8)]),
        )

    def _gathered(self, starts: Ints, sizes: Ints) -> tuple[Array, Array]:
        """Give the scopes and documents of many keys, and the counts in them.

        A choice of thousands of keys has millions of postings, but few documents.
        """
        parts = [
            _added_up(self._where.at(at).astype(np.uint32), self._counts.at(at))
            for first, last in _shares(sizes)
            for at in (ranges(starts[first:last], sizes[first:last]),)
        ]
        if len(parts) == 1:
            return parts[0]
        where = joined([where for where, _ in parts], np.uint32)
        return _added_up(where, joined([counts for _, counts in parts]))

    def _some(self, chosen: Chosen, scopes: Sequence[int]) -> Array:
        """Give scope and document of each place at which a chosen form stands."""
        _, sizes = self._extents(self._places_at, chosen.partial)
        where: list[Array] = []
        for first, last in _shares(sizes):
            part = replace(chosen, partial=chosen.partial[first:last])
            places = self._some_places(part, scopes) >> PLACE_BITS
            where.append(places.astype(np.uint32))
        return joined(where, np.uint32)

    def places(
        self, chosen: Chosen, scopes: Sequence[int], within: Array | None = None
    ) -> Ints:
        """Give the places in order; `within` these scopes and documents only."""
        parts: list[Array] = []
        if len(chosen.whole):
            parts.append(self._whole_places(chosen.whole, scopes, within))
        if len(chosen.partial):
            parts.append(self._some_places(chosen, scopes))
        places: Ints = joined(parts)
        if len(chosen.whole) + len(chosen.partial) > 1:
            places.sort()
        return places

    def _whole_places(
        self, keys: Ints, scopes: Sequence[int], within: Array | None = None
    ) -> Ints:
        starts, sizes = self._extents(self._postings_at, keys)
        first, _ = self._extents(self._places_at, keys)
        if len(keys) == 1:
            start, stop = int(starts[0]), int(starts[0] + sizes[0])
            where, counts = (
                self._where.run(start, stop).astype(np.uint32),
                self._counts.run(start, stop),
            )
        else:
            at = ranges(starts, sizes)
            where, counts = self._where.at(at).astype(np.uint32), self._counts.at(at)
        if len(where) == 0:
            return NO_INTS
        begins = np.cumsum(counts, dtype=np.int64) - counts
        # Places run on within a key; between the keys of a choice there are others.
        key_begins = begins[np.minimum(np.cumsum(sizes) - sizes, len(begins) - 1)]
        begins += np.repeat(first - key_begins, sizes)
        if within is not None:
            kept = (
                _places_of(within, where) if len(keys) == 1 else np.isin(where, within)
            )
            where, counts, begins = where[kept], counts[kept], begins[kept]
        inside = _in_scopes(where, scopes)
        if inside is not None:
            where, counts, begins = where[inside], counts[inside], begins[inside]
        found: Ints = np.repeat(where.astype(np.int64) << PLACE_BITS, counts)
        if len(begins) == 1:
            begin = int(begins[0])
            found |= self._positions.run(begin, begin + len(found))
        else:
            found |= self._positions.at(ranges(begins, counts))
        return found

    def _some_places(self, chosen: Chosen, scopes: Sequence[int]) -> Ints:
        """Give the places of partial keys at which a chosen form stands."""
        assert chosen.forms is not None
        keys = chosen.partial
        starts, sizes = self._extents(self._places_at, keys)
        forms = self._ranks.at(ranges(starts, sizes)).astype(np.int64)
        forms += np.repeat(self._forms_at.at(keys).astype(np.int64), sizes)
        places = self._whole_places(keys, range(_ALL_SCOPES))[chosen.forms[forms]]
        inside = _in_scopes(places >> PLACE_BITS, scopes)
        return places if inside is None else places[inside]

    @staticmethod
    def _extents(bounds: Section, keys: Ints) -> tuple[Ints, Ints]:
        """Give where each key begins, and how much it has."""
        starts = bounds.at(keys).astype(np.int64)
        return starts, bounds.at(keys + 1).astype(np.int64) - starts

    def _key(self, key: str) -> Chosen:
        sought = key.encode("utf-8", "surrogatepass")
        at = self._keys.find(sought)
        if at < len(self._keys) and self._keys[at] == sought:
            return Chosen(np.array([at], np.int64), NO_INTS, None)
        return _NOTHING

    def _exact(self, form: str) -> Ints:
        sought = form.encode("utf-8", "surrogatepass")
        at = self._forms.find(sought)
        if at < len(self._forms) and self._forms[at] == sought:
            return np.array([self._by_form.one(at)], np.int64)
        return NO_INTS

    def _like(self, pattern: Pattern) -> Ints:
        start, stop = self._folded_with(pattern.prefix)
        if pattern.text == f"{pattern.prefix}*":
            return self._by_folded.run(start, stop).astype(np.int64)
        lines = self._folded.stretch(start, stop)
        found = [m.start() for m in _glob(pattern.text).finditer(lines)]
        places = np.unique(self._folded.holding(start, np.array(found, np.int64)))
        return self._by_folded.at(places).astype(np.int64)

    def _near(self, fuzzy: Fuzzy) -> Ints:
        start, stop = self._folded_with(fuzzy.text[:1])
        whole = self._folded.stretch(start, stop).decode("utf-8", "surrogatepass")
        words = sorted(set(whole.split("\n")[:-1]))
        return self._of_folded(set(within_edits(fuzzy, words)))

    def _of_folded(self, words: set[str]) -> Ints:
        parts: list[Array] = []
        for word in words:
            sought = word.encode("utf-8", "surrogatepass")
            start = stop = self._folded.find(sought)
            while stop < len(self._folded) and self._folded[stop] == sought:
                stop += 1
            parts.append(self._by_folded.run(start, stop).astype(np.int64))
        return joined(parts)

    def _folded_with(self, prefix: str) -> tuple[int, int]:
        if not prefix:
            return 0, len(self._folded)
        sought = prefix.encode("utf-8", "surrogatepass")
        # No byte of UTF-8 is greater.
        return self._folded.find(sought), self._folded.find(sought + b"\xff")

    def _of_forms(self, forms: Ints) -> Chosen:
        if len(forms) == 0:
            return _NOTHING
        bounds = self._forms_at.whole()
        keys, chosen = np.unique(
            np.searchsorted(bounds, forms, side="right") - 1, return_counts=True
        )
        whole = chosen == bounds[keys + 1] - bounds[keys]
        if whole.all():
            return Chosen(keys, NO_INTS, None)
        marked = np.zeros(int(bounds[-1]), np.bool_)
        marked[forms] = True
        return Chosen(keys[whole], keys[~whole], marked)


@lru_cache(maxsize=256)
def _glob(pattern: str) -> re.Pattern[bytes]:
    """Make a pattern that is put to many words at once, a line each.

    Open ends are left out: a match anywhere in the line will do, and comes sooner.
    """
    steps = {"*": _RUN, "?": _LETTER}
    inner = pattern.strip("*")
    glob = b"".join(
        steps.get(c) or re.escape(c).encode("utf-8", "surrogatepass") for c in inner
    )
    start = b"" if pattern.startswith("*") else b"^"
    end = b"" if pattern.endswith("*") else b"$"
    return re.compile(start + glob + end, re.MULTILINE)


def _in_scopes(where: Array, scopes: Sequence[int]) -> Mask | None:
    """Say which lie in the scopes; None if all of them do."""
    if len(scopes) == _ALL_SCOPES:
        return None
    wanted = np.zeros(_ALL_SCOPES, np.bool_)
    wanted[list(scopes)] = True
    kept: Mask = wanted[where >> SCOPE_SHIFT]
    return None if kept.all() else kept


def _added_up(where: Array, counts: Array) -> tuple[Array, Array]:
    """Add counts up by scope and document; each comes once, in order."""
    if len(where) == 0:
        return where, counts
    documents = where & _DOCUMENT
    bits = int(documents.max()).bit_length()
    # Scopes and documents close together: few numbers, and no sorting.
    sums = np.bincount((where >> SCOPE_SHIFT) << bits | documents, counts)
    held: Array = np.flatnonzero(sums)
    rows: Array = (held >> bits) << SCOPE_SHIFT | held & (1 << bits) - 1
    return rows.astype(np.uint32), sums[held].astype(np.int64)


def _shares(sizes: Ints) -> Iterator[tuple[int, int]]:
    """Cut keys into stretches that fit into little memory each."""
    ends = np.cumsum(sizes)
    total = int(ends[-1]) if len(ends) else 0
    cuts = np.searchsorted(ends, np.arange(_AT_ONCE, total, _AT_ONCE)).tolist()
    for first, last in pairwise([0, *cuts, len(sizes)]):
        if first < last:
            yield first, last


def _places_of(sought: Array, among: Array) -> Ints:
    """Give where the numbers stand in an array, both in order; some may not."""
    if len(among) == 0:
        return NO_INTS
    at = np.minimum(np.searchsorted(among, sought), len(among) - 1)
    found: Ints = at[among[at] == sought]
    return found
