"""Answers in order, a window at a time."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from index.engine import Found, Hit, Order
from index.engines.whoosh.facts import NEVER

if TYPE_CHECKING:
    from index.engines.whoosh.arrays import Array, Floats, Ints, Mask
    from index.engines.whoosh.shelf import Shelf
    from index.engines.whoosh.utterances import Utterances

_LAST = np.int64(1 << 62)
"""Later than any minute: where undated articles stand."""
_FEW = 1000
"""Up to so many hits are picked out of all; more of them are put in order whole."""


class Ranking:
    """The columns that put rows in order: articles, or utterances by their article."""

    def __init__(self, articles: Shelf, utterances: Utterances | None = None) -> None:
        self.articles = articles
        self._utterances = utterances
        self._ids: dict[int, str] = {}

    @cached_property
    def hosts(self) -> Ints | None:
        """Give each utterance's article; None when the rows are articles."""
        return self._utterances.hosts if self._utterances else None

    def undated(self, mask: Mask) -> int:
        """Count the undated articles among the rows, each once."""
        if self.hosts is not None:
            articles = np.zeros(self.articles.size, np.bool_)
            articles[self.hosts[mask]] = True
            mask = articles
        return int((mask & (self.articles.numbers("minute") == NEVER)).sum())

    def moments(self, rows: Ints, order: Order) -> Ints:
        """Give numbers that put rows in the order of their dates."""
        by_event = order in (Order.EVENT, Order.EVENT_DESC)
        column = self.articles.numbers("event_minute" if by_event else "minute")
        minutes = column[self._hosts_of(rows)].astype(np.int64)
        oldest_first = order in (Order.DATE, Order.EVENT)
        return np.where(minutes == NEVER, _LAST, minutes if oldest_first else -minutes)

    def places(self, rows: Ints) -> Ints:
        """Give numbers that put rows in the order of ids."""
        hosts = self._hosts_of(rows)
        if len(hosts) > 2 * _FEW:
            every: Ints = self._ranks[hosts]
            return every
        # To sort the ids of a whole archive takes long the first time.
        few, at = np.unique(hosts, return_inverse=True)
        ranks = _ranks([self._id(row) for row in few.tolist()])
        found: Ints = ranks[at]
        return found

    def numbers(self, rows: Ints) -> Array:
        """Give the number of each quotation within its article."""
        if self._utterances is None:
            return np.zeros(len(rows), np.int64)
        found: Array = self._utterances.shelf.numbers("number")[rows]
        return found

    def hit(self, row: int, score: float) -> Hit:
        """Give a row its names."""
        if self._utterances is None or self.hosts is None:
            return Hit(self._id(row), None, score)
        number = int(self._utterances.shelf.numbers("number")[row])
        return Hit(self._id(int(self.hosts[row])), number, score)

    def _hosts_of(self, rows: Ints) -> Ints:
        return rows if self.hosts is None else self.hosts[rows]

    @cached_property
    def _ranks(self) -> Ints:
        return _ranks(self.articles.texts("id"))

    def _id(self, row: int) -> str:
        known = self._ids.get(row)
        if known is None:
            known = self._ids[row] = self.articles.text("id", row)
        return known


def _ranks(texts: list[str]) -> Ints:
    """Give each text its number in their order."""
    ranks = np.empty(len(texts), np.int64)
    order = sorted(range(len(texts)), key=texts.__getitem__)
    ranks[order] = np.arange(len(texts))
    return ranks


class ArrayFound(Found):
    """The rows that answer; put in order as far as they are looked at."""

    def __init__(
        self,
        ranking: Ranking,
        mask: Mask,
        scores: Floats,
        order: Order,
        undated: int,
    ) -> None:
        self._ranking = ranking
        self._rows: Ints = np.flatnonzero(mask)
        self._scores: Floats = scores[self._rows]
        self._order = order
        self._undated = undated

    @property
    def total(self) -> int:
        """Count the rows."""
        return len(self._rows)

    @property
    def undated(self) -> int:
        """Count the undated articles, date filters left out."""
        return self._undated

    def window(self, start: int, stop: int) -> tuple[Hit, ...]:
        """Give the hits from `start` to before `stop`, in order."""
        first, last, _ = slice(start, stop).indices(self.total)
        if last <= first:
            return ()
        picked = "_sorted" not in self.__dict__ and last <= _FEW
        chosen = (self._best(last) if picked else self._sorted)[first:last]
        rows, scores = self._rows[chosen].tolist(), self._scores[chosen].tolist()
        return tuple(map(self._ranking.hit, rows, scores))

    @cached_property
    def _sorted(self) -> Ints:
        return self._in_order(np.arange(self.total))

    def _best(self, count: int) -> Ints:
        """Pick the first so many, and put only them in order."""
        wanted, chosen = count, np.arange(self.total)
        sure: list[Array] = []
        for keys in (self._ranks_of, self._moments_of):
            if len(chosen) <= 2 * wanted:
                break
            key = keys(chosen)
            last = np.partition(key, wanted - 1)[wanted - 1]
            # Those before the last one wanted are sure; its equals go on to compete.
            sure.append(chosen[key < last])
            wanted -= len(sure[-1])
            chosen = chosen[key == last]
        return self._in_order(np.concatenate([*sure, chosen]))[:count]

    def _in_order(self, chosen: Ints) -> Ints:
        rows = self._rows[chosen]
        keys = (
            self._ranking.numbers(rows),
            self._ranking.places(rows),
            self._moments_of(chosen),
            self._ranks_of(chosen),
        )
        ordered: Ints = chosen[np.lexsort(keys)]
        return ordered

    def _ranks_of(self, chosen: Ints) -> Array:
        if self._order is Order.RELEVANCE:
            return -self._scores[chosen]
        return self._moments_of(chosen)

    def _moments_of(self, chosen: Ints) -> Ints:
        return self._ranking.moments(self._rows[chosen], self._order)
