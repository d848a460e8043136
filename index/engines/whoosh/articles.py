"""Ask articles: each node of a query gives the rows that answer it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from index.engines.whoosh.arrays import Array, Floats, Ints, Mask, joined
from index.engines.whoosh.cache import Answer, Cache
from index.engines.whoosh.facts import NEVER
from index.engines.whoosh.inverter import PLACE_BITS, SCOPE_SHIFT
from index.engines.whoosh.schema import (
    AUTHOR,
    BODY,
    HEADING,
    HEADLINE,
    NAMES,
    OUTLET,
    RAW,
    REST,
    SEARCHED,
    TEXT,
    TITLE,
)
from index.engines.whoosh.words import Counts
from index.query.operands import Near, Phrase, Sought, Together

if TYPE_CHECKING:
    from index.engines.whoosh.places import Places, Scopes
    from index.engines.whoosh.shelf import Shelf
    from index.query.nodes import Attribute, Date, Field

_DOCUMENT = (1 << SCOPE_SHIFT) - 1
_LENGTH_SHARE = 0.75
"""How much a long text counts against its words, in BM25F."""
_WEIGHTS = {TITLE: 3.0, HEADING: 1.5, BODY: 1.0, REST: 1.0}
_LENGTHS = {TITLE: "title_length", HEADING: "heading_length", BODY: "body_length"}


class Articles:
    """Puts questions to the articles of a shelf."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self._cache = Cache()

    @property
    def size(self) -> int:
        """Count the rows, deleted ones too."""
        return self.shelf.size

    def text(self, sought: Sought) -> Answer:
        """Find it in title, headings and body."""
        return self._cache.get(sought, lambda: self._answer(TEXT, sought, SEARCHED))

    def many(self, sought: Sought, least: int) -> Answer:
        """Find what stands in title, headings and body so many times."""
        return self._cache.get(
            (sought, least), lambda: self._answer(TEXT, sought, SEARCHED, least)
        )

    def raw(self, sought: Sought) -> Answer:
        """Find it anywhere in the text."""
        return self._cache.get(("raw", sought), lambda: self._raw(sought))

    def field(self, node: Field) -> Answer:
        """Find it in a field."""
        match node.name:
            case "title":
                asked = TEXT, HEADLINE
            case "outlet":
                asked = NAMES, OUTLET
            case "author":
                asked = NAMES, AUTHOR
            case "tag":
                return Answer(np.zeros(0, np.int64), np.zeros(0))
        field, scope = asked
        return self._cache.get(
            node, lambda: self._answer(field, node.operand, (scope,))
        )

    def attribute(self, node: Attribute) -> Mask:
        """Look for a piece of a path or address, or the beginning of an id."""
        sought = node.text
        texts = self.shelf.texts("paths" if node.name == "path" else _COLUMN[node.name])
        match node.name:
            case "path":
                found = [
                    sought in text and any(sought in one for one in text.split("\0"))
                    for text in texts
                ]
            case "url":
                found = [sought in text for text in texts]
            case "id":
                found = [text.casefold().startswith(sought) for text in texts]
            case "lang":
                found = [text.startswith(sought) for text in texts]
        return np.array(found, np.bool_)

    def date(self, node: Date) -> Mask:
        """Compare dates; what has none never answers."""
        first = self.shelf.numbers(f"{node.field}_first")
        last = self.shelf.numbers(f"{node.field}_last")
        found: Mask = first != NEVER
        if node.first is not None:
            found &= last >= node.first.toordinal()
        if node.last is not None:
            found &= first <= node.last.toordinal()
        return found

    @cached_property
    def undated(self) -> Mask:
        """Say which articles have no best date."""
        found: Mask = self.shelf.numbers("minute") == NEVER
        return found

    def _raw(self, sought: Sought) -> Answer:
        whole = self._answer(TEXT, sought, RAW)
        torn = self.shelf.numbers("torn") != 0
        if not torn.any():
            return whole
        # Where a zone ends within a word, only the lines hold the words as they are.
        lines = self._answer(TEXT, sought, (REST,))
        keep, take = ~torn[whole.rows], torn[lines.rows]
        rows = np.concatenate([whole.rows[keep], lines.rows[take]])
        weights = np.concatenate([whole.weights[keep], lines.weights[take]])
        order = np.argsort(rows)
        return Answer(rows[order], weights[order])

    def _answer(
        self, field: str, sought: Sought, scopes: Scopes, least: int = 1
    ) -> Answer:
        rows: list[Array] = []
        shares: list[Array] = []
        counts: list[Array] = []
        for volume in self.shelf.volumes:
            found = counted(volume.fields[field], sought, scopes)
            document = (found.where & _DOCUMENT).astype(np.int64) + volume.base
            rows.append(document)
            shares.append(self._shares(found, document))
            counts.append(found.counts)
        row: Ints = joined(rows)
        weights = _summed(row, shares, self.size)
        if least > 1:
            total = _summed(row, counts, self.size)
            kept = np.flatnonzero((total >= least) & self.shelf.alive)
        else:
            kept = np.flatnonzero((weights > 0) & self.shelf.alive)
        return Answer(kept, weights[kept])

    def _shares(self, found: Counts, rows: Ints) -> Floats:
        scope = found.where >> SCOPE_SHIFT
        shares = found.counts.astype(np.float64)
        for one, norms in self._norms.items():
            there = scope == one
            if there.all():
                return shares * norms[rows]
            shares[there] *= norms[rows[there]]
        return shares

    @cached_property
    def _norms(self) -> dict[int, Floats]:
        """Give, by scope and row, how much one occurrence counts."""
        norms: dict[int, Floats] = {}
        for scope, column in _LENGTHS.items():
            lengths = self.shelf.numbers(column).astype(np.float64)
            filled = lengths[self.shelf.alive & (lengths > 0)]
            mean = float(filled.mean()) if len(filled) else 1.0
            share = 1 - _LENGTH_SHARE + _LENGTH_SHARE * lengths / mean
            norms[scope] = _WEIGHTS[scope] / share
        return {BODY: norms[BODY], TITLE: norms[TITLE], HEADING: norms[HEADING]}


def _summed(rows: Ints, amounts: list[Array], size: int) -> Floats:
    """Add amounts up by row."""
    return np.bincount(rows, joined(amounts), size).astype(np.float64)


_COLUMN = {"url": "url", "id": "id", "lang": "language"}


def counted(places: Places, sought: Sought, scopes: Scopes) -> Counts:
    """Count what is sought by scope and document of a segment."""
    if not isinstance(sought, Phrase | Near | Together):
        return places.words.counts(places.words.choose(sought), scopes)
    found = [s.firsts >> PLACE_BITS for s in places.stretches(sought, scopes)]
    where = joined(list(found)).astype(np.uint32)
    return Counts(where, np.ones(len(where), np.int64))
