"""Ask utterances: their words are stretches of the words of their article."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from index.engines.whoosh.arrays import Array, Ints, Mask, joined, offsets, ranges
from index.engines.whoosh.articles import counted
from index.engines.whoosh.cache import Answer, Cache
from index.engines.whoosh.inverter import PLACE_BITS, SCOPE_SHIFT
from index.engines.whoosh.schema import NAMES, SAID, SPEAKER, TEXT

if TYPE_CHECKING:
    from index.engines.whoosh.places import Stretches
    from index.engines.whoosh.shelf import Shelf, Volume
    from index.query.operands import Operand, Sought

_DOCUMENT = (1 << SCOPE_SHIFT) - 1


@dataclass(frozen=True, slots=True)
class _Pieces:
    """Stretches of words that belong to utterances of one segment's articles."""

    starts: Ints
    """Places, by document."""
    lengths: Array
    rows: Array
    """The utterance that each belongs to."""
    of_document: Ints
    """Where the pieces of each document begin."""


class Utterances:
    """Puts questions to the utterances of a shelf."""

    def __init__(self, shelf: Shelf, articles: Shelf) -> None:
        self.shelf = shelf
        self._articles = articles
        self._cache = Cache()

    @property
    def size(self) -> int:
        """Count the rows, deleted ones too."""
        return self.shelf.size

    @cached_property
    def hosts(self) -> Ints:
        """Give the row of each utterance's article; of a deleted one, any row."""
        serials = self._articles.numbers("serial")
        if len(serials) == 0:
            return np.zeros(self.size, np.int64)
        order = np.argsort(serials, kind="stable")
        at = np.searchsorted(serials[order], self.shelf.numbers("serial"))
        hosts: Ints = order[np.minimum(at, len(order) - 1)]
        return hosts

    def said(self, sought: Sought) -> Answer:
        """Find it in the words that were said."""
        return self._cache.get(sought, lambda: self._answer(sought, own=True))

    def about(self, sought: Sought) -> Answer:
        """Find it in what was said, or around it."""
        return self._cache.get(
            ("about", sought), lambda: self._answer(sought, own=False)
        )

    def many(self, operand: Operand, least: int) -> Answer:
        """Find it so many times in the words that were said."""
        return self._cache.get(
            (operand, least), lambda: self._answer(operand, own=True, least=least)
        )

    def by(self, operand: Operand) -> Answer:
        """Find it in the speaker's name."""
        return self._cache.get(("by", operand), lambda: self._by(operand))

    def _by(self, operand: Operand) -> Answer:
        rows = [
            (counted(v.fields[NAMES], operand, (SPEAKER,)).where & _DOCUMENT).astype(
                np.int64
            )
            + v.base
            for v in self.shelf.volumes
        ]
        row = np.unique(joined(list(rows)))
        row = row[self.shelf.alive[row]]
        return Answer(row, np.ones(len(row)))

    def _answer(self, sought: Sought, *, own: bool, least: int = 1) -> Answer:
        rows: list[Array] = []
        counts: list[Array] = []
        around = self._own if own else self._all
        for volume, pieces in zip(self._articles.volumes, around, strict=True):
            for found in volume.fields[TEXT].stretches(sought, SAID):
                row, count = _within(pieces, volume, found)
                rows.append(row)
                counts.append(count)
        row, inverse = np.unique(joined(rows), return_inverse=True)
        total = np.bincount(inverse, joined(counts), len(row)).astype(np.float64)
        kept = (total >= least) & self.shelf.alive[row]
        return Answer(row[kept].astype(np.int64), total[kept])

    @cached_property
    def _own(self) -> list[_Pieces]:
        return self._pieces(self.shelf.numbers("piece_own") != 0)

    @cached_property
    def _all(self) -> list[_Pieces]:
        return self._pieces(np.ones(len(self.shelf.numbers("piece_own")), np.bool_))

    def _pieces(self, wanted: Mask) -> list[_Pieces]:
        """Sort pieces by the article that they stand in."""
        owners = np.repeat(
            np.arange(self.size, dtype=np.uint32), self.shelf.numbers("pieces")
        )
        hosts = self.hosts[owners]
        wanted = wanted & self.shelf.alive[owners]
        made: list[_Pieces] = []
        for volume in self._articles.volumes:
            here = (hosts >= volume.base) & (hosts < volume.base + volume.size)
            at = np.flatnonzero(here & wanted)
            document = hosts[at] - volume.base
            order = np.argsort(document, kind="stable")
            at, document = at[order], document[order]
            start, length, scope = (
                self.shelf.numbers(f"piece_{name}")[at]
                for name in ("start", "length", "scope")
            )
            where = scope.astype(np.int64) << SCOPE_SHIFT | document
            counts = np.bincount(document, minlength=volume.size)
            places = where << PLACE_BITS | start
            made.append(_Pieces(places, length, owners[at], offsets(counts)))
        return made


def _within(pieces: _Pieces, volume: Volume, found: Stretches) -> tuple[Array, Array]:
    """Give, of the pieces that hold an occurrence, the utterance and how many."""
    if len(found.firsts) == 0 or len(pieces.rows) == 0:
        return np.zeros(0, np.uint32), np.zeros(0, np.int64)
    touched = np.zeros(volume.size, np.bool_)
    touched[(found.firsts >> PLACE_BITS) & _DOCUMENT] = True
    documents = np.flatnonzero(touched)
    begin = pieces.of_document[documents]
    at = ranges(begin, pieces.of_document[documents + 1] - begin)
    start = pieces.starts[at]
    end = start + pieces.lengths[at]
    low = np.searchsorted(found.firsts, start)
    next_last = found.lasts[np.minimum(low, len(found.lasts) - 1)]
    holding = np.flatnonzero((low < len(found.lasts)) & (next_last < end))
    # The last words are in order too: those before the end of the piece lie in it.
    high = np.searchsorted(found.lasts, end[holding])
    return pieces.rows[at[holding]], high - low[holding]
