"""Corrections laid over what was read: over clippings, lists, and every answer.

Engines know nothing of corrections. The corrected articles are few; they are taken out
of an engine's answer, asked by themselves as they now are, and put back in order.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from index.archive.merging import Merged, key_of, moment_in
from index.engine import Engine, Found, Hit, Order
from index.engines.memory import MemoryEngine
from index.query.nodes import (
    All,
    Among,
    And,
    By,
    Confidence,
    Field,
    InArticle,
    Many,
    Not,
    Or,
    Raw,
    Text,
)
from index.query.rewrite import asks_for_utterances, asks_for_words, joined, leaves
from index.state.correcting import DATES, Corrects

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from index.archive.merging import Key, MomentOf
    from index.model import Clipping
    from index.query.nodes import Query
    from index.words import Analyser


class CorrectedEngine(Engine):
    """An engine whose answers are those of the corrected archive.

    An article keeps the relevance that its own words give it, whatever its title is
    corrected to.
    """

    def __init__(
        self,
        engine: Engine,
        analyser: Analyser,
        concerned: Callable[[frozenset[Corrects]], Iterable[str]],
        clippings: Callable[[Sequence[str]], Iterable[Clipping]],
        moment_of: MomentOf,
    ) -> None:
        """Lay corrections over an engine.

        `concerned` gives the articles that have corrections of some kinds, `clippings`
        gives them corrected, `moment_of` gives the date of one as it was read.
        """
        self._engine = engine
        self._analyser = analyser
        self._concerned = concerned
        self._clippings = clippings
        self._moment_of = moment_of
        self._overlays: dict[frozenset[Corrects], _Overlay] = {}

    @property
    def searched(self) -> int:
        """Count the articles."""
        return self._engine.searched

    @property
    def revision(self) -> int:
        """Give the revision that the engine holds."""
        return self._engine.revision

    def search(self, query: Query, order: Order) -> Found:
        """Ask the engine of all other articles, and these of themselves."""
        overlay = self._overlay(asked_of(query))
        if not overlay.ids:
            return self._engine.search(query, order)
        others = joined(And, [query, Not(Among(overlay.ids))])
        found = self._engine.search(others or query, order)
        own = overlay.engine.search(query, order)
        ranked = order is Order.RELEVANCE and asks_for_words(query)
        hits = own.window(0, own.total)
        if ranked:
            hits = self._rescored(query, hits, overlay.ids)

        def key(hit: Hit) -> Key:
            known = overlay.articles.get(hit.article)
            moment = (
                moment_in(known, order)
                if known
                else self._moment_of(hit.article, order)
            )
            return key_of(hit, moment, order, ranked=ranked)

        return Merged(found, hits, found.undated + own.undated, key)

    def close(self) -> None:
        """Let go of the engine."""
        self._engine.close()

    def _overlay(self, kinds: frozenset[Corrects]) -> _Overlay:
        known = self._overlays.get(kinds)
        if known is None:
            held = self._held(frozenset(self._concerned(kinds)))
            known = _Overlay(self._clippings(held), self._analyser)
            self._overlays[kinds] = known
        return known

    def _held(self, ids: frozenset[str]) -> list[str]:
        """Leave out what the engine does not hold: it may be behind the store."""
        found = self._engine.search(Among(ids), Order.DATE) if ids else None
        return [hit.article for hit in found.window(0, found.total)] if found else []

    def _rescored(
        self, query: Query, hits: Sequence[Hit], ids: frozenset[str]
    ) -> tuple[Hit, ...]:
        """Give hits the scores that the engine has for their words."""
        either = joined(Or, [query, All()]) or query
        asked = joined(And, [Among(ids), either]) or either
        found = self._engine.search(asked, Order.RELEVANCE)
        scores = {
            (hit.article, hit.quote): hit.score for hit in found.window(0, found.total)
        }
        return tuple(
            replace(hit, score=scores.get((hit.article, hit.quote), 0.0))
            for hit in hits
        )


class _Overlay:
    """Corrected clippings, each with its words cut once."""

    def __init__(self, clippings: Iterable[Clipping], analyser: Analyser) -> None:
        held = {clipping.article.id: clipping for clipping in clippings}
        self.ids = frozenset(held)
        self.articles = {id_: clipping.article for id_, clipping in held.items()}
        self.engine = MemoryEngine(held.values(), analyser)


def asked_of(query: Query) -> frozenset[Corrects]:
    """Give the kinds of corrections that may change an answer, or its order."""
    found: set[Corrects] = set(DATES)
    utterances = asks_for_utterances(query)
    for leaf in leaves(query):
        match leaf:
            case By() | Confidence():
                found.add(Corrects.SPEAKER)
            case Field("outlet"):
                found.add(Corrects.OUTLET)
            case Field("title") | Raw() | InArticle():
                found.add(Corrects.TITLE)
            case Text() | Many() if not utterances:
                found.add(Corrects.TITLE)
            case _:
                pass
    return frozenset(found)
