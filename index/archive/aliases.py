"""Names that stand for others, laid over every answer about who spoke.

An alias may hold for thousands of quotations, so none of them is read: whether a name
answers is the same for all that it stands under, and the rest the engine knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.archive.merging import Merged, key_of
from index.engine import Engine, Found, Hit, Order
from index.query.nodes import (
    All,
    Among,
    And,
    By,
    Confidence,
    Not,
    Or,
    Query,
    Saved,
    Undated,
    stands_in,
)
from index.query.rewrite import asks_for_words, joined, leaves, without_dates
from index.query.subjects import wordings_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from index.archive.merging import Key, MomentOf
    from index.query.operands import Operand
    from index.words import Analyser

EVERY_UTTERANCE = Confidence(0.0)
"""Matches each; in a query it makes sure that utterances are asked for."""


class AliasedEngine(Engine):
    """An engine whose speakers bear the names that theirs stand for."""

    def __init__(
        self,
        engine: Engine,
        analyser: Analyser,
        spoken: Mapping[tuple[str, int], tuple[str, str | None]],
        moment_of: MomentOf,
    ) -> None:
        """Lay names over an engine.

        `spoken` gives, by article and number, each quotation whose speaker has another
        name: the name as it was read, and the one that it stands for.
        """
        self._engine = engine
        self._analyser = analyser
        self._spoken = spoken
        self._ids = frozenset(article for article, _ in spoken)
        self._moment_of = moment_of

    @property
    def searched(self) -> int:
        """Count the articles."""
        return self._engine.searched

    @property
    def revision(self) -> int:
        """Give the revision that the engine holds."""
        return self._engine.revision

    def search(self, query: Query, order: Order) -> Found:
        """Ask the engine of all other articles, and of these by name."""
        if not self._ids or not any(isinstance(leaf, By) for leaf in leaves(query)):
            return self._engine.search(query, order)
        others = joined(And, [query, Not(Among(self._ids))]) or query
        found = self._engine.search(others, order)
        undated = And((Undated(), without_dates(query)))
        own_undated = {hit.article for hit in self._hits(undated, order)}
        ranked = order is Order.RELEVANCE and asks_for_words(query)

        def key(hit: Hit) -> Key:
            return key_of(
                hit, self._moment_of(hit.article, order), order, ranked=ranked
            )

        hits = self._hits(query, order)
        return Merged(found, hits, found.undated + len(own_undated), key)

    def close(self) -> None:
        """Let go of the engine."""
        self._engine.close()

    def _hits(self, query: Query, order: Order) -> list[Hit]:
        """Give what answers of the articles in which a name stands for another."""
        spoken = self._spoken
        hits = [
            hit
            for hit in self._among(query, order)
            if (hit.article, hit.quote or 0) not in spoken
        ]
        for answering, names in self._by_answer(query).items():
            asked = _supposing(query, answering)
            hits += [
                hit
                for hit in self._among(asked, order)
                if spoken.get((hit.article, hit.quote or 0), _NOBODY)[1] in names
            ]
        return hits

    def _among(self, query: Query, order: Order) -> Iterator[Hit]:
        asked = joined(And, [EVERY_UTTERANCE, Among(self._ids), query]) or query
        found = self._engine.search(asked, order)
        yield from found.window(0, found.total)

    def _by_answer(self, query: Query) -> dict[frozenset[Operand], set[str | None]]:
        """Put names together that answer the same parts of the query."""
        operands = {leaf.operand for leaf in leaves(query) if isinstance(leaf, By)}
        groups: dict[frozenset[Operand], set[str | None]] = {}
        for name in {name for _, name in self._spoken.values()}:
            groups.setdefault(self._answering(name, operands), set()).add(name)
        return groups

    def _answering(
        self, name: str | None, operands: Iterable[Operand]
    ) -> frozenset[Operand]:
        if name is None:
            return frozenset()
        named = wordings_of(name, self._analyser)
        return frozenset(one for one in operands if stands_in(one, named))


_NOBODY = ("", "")


def _supposing(query: Query, answering: frozenset[Operand]) -> Query:
    """Give a query for speakers of whom it is known which names they answer to."""
    match query:
        case By(operand):
            return All() if operand in answering else Not(All())
        case And(parts) | Or(parts):
            return type(query)(tuple(_supposing(part, answering) for part in parts))
        case Not(part):
            return Not(_supposing(part, answering))
        case Saved(name, part):
            return Saved(name, _supposing(part, answering))
        case _:
            return query
