"""Corrections laid over what was read: over clippings, lists, and every answer.

Engines know nothing of corrections. The corrected articles are few; they are taken out
of an engine's answer, asked by themselves as they now are, and put back in order.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from index.engine import Engine, Found, Hit, Order
from index.engines.memory import MemoryEngine
from index.query.nodes import All, Among, And, By, Confidence, Not, Or
from index.query.rewrite import asks_for_utterances, asks_for_words, joined, leaves

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from index.model import Article, Clipping
    from index.query.nodes import Query
    from index.words import Analyser

Key: TypeAlias = tuple[float, bool, int, str, int]


class CorrectedEngine(Engine):
    """An engine whose answers are those of the corrected archive.

    An article keeps the relevance that its own words give it, whatever its title is
    corrected to.
    """

    def __init__(
        self,
        engine: Engine,
        analyser: Analyser,
        amended: Iterable[Clipping],
        ascribed: Callable[[], Iterable[Clipping]],
        article_of: Callable[[str], Article],
    ) -> None:
        """Lay corrected clippings over an engine.

        `amended` are corrected in themselves; `ascribed`, only in who speaks, are read
        when a query asks for that. `article_of` gives an article as it was read.
        """
        self._engine = engine
        self._analyser = analyser
        self._amended = self._held(amended)
        self._ascribed = ascribed
        self._article_of = article_of

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
        overlay = self._everywhere if _asks_who(query) else self._in_themselves
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
            return key_of(
                hit, known or self._article_of(hit.article), order, ranked=ranked
            )

        return Merged(found, hits, found.undated + own.undated, key)

    def close(self) -> None:
        """Let go of the engine."""
        self._engine.close()

    def _held(self, clippings: Iterable[Clipping]) -> tuple[Clipping, ...]:
        """Leave out what the engine does not hold: it may be behind the store."""
        by_id = {clipping.article.id: clipping for clipping in clippings}
        if not by_id:
            return ()
        found = self._engine.search(Among(frozenset(by_id)), Order.DATE)
        held = (hit.article for hit in found.window(0, found.total))
        return tuple(by_id[id_] for id_ in held)

    @cached_property
    def _in_themselves(self) -> _Overlay:
        return _Overlay(self._amended, self._analyser)

    @cached_property
    def _everywhere(self) -> _Overlay:
        ascribed = self._held(self._ascribed())
        return _Overlay([*self._amended, *ascribed], self._analyser)

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


class Merged(Found):
    """An answer, and some hits of our own in their places among it."""

    def __init__(
        self, found: Found, own: Iterable[Hit], undated: int, key: Callable[[Hit], Key]
    ) -> None:
        self._found = found
        self._key = key
        self._own = sorted(own, key=key)
        self._undated = undated

    @property
    def total(self) -> int:
        """Count both."""
        return self._found.total + len(self._own)

    @property
    def undated(self) -> int:
        """Count the undated of both."""
        return self._undated

    def window(self, start: int, stop: int) -> tuple[Hit, ...]:
        """Give the stretch, our own hits in their places."""
        before, last = (bisect_left(self._places, at) for at in (start, stop))
        hits = list(self._found.window(start - before, max(0, stop - last)))
        for number in range(before, last):
            hits.insert(self._places[number] - start, self._own[number])
        return tuple(hits)

    @cached_property
    def _places(self) -> list[int]:
        """Give where each of our own hits stands; few of the others are looked at."""
        known: dict[int, Key] = {}

        def key_at(place: int) -> Key:
            if place not in known:
                known[place] = self._key(self._found.window(place, place + 1)[0])
            return known[place]

        places, low = [], 0
        for number, hit in enumerate(self._own):
            everywhere = range(self._found.total)
            low = bisect_left(everywhere, self._key(hit), lo=low, key=key_at)
            places.append(low + number)
        return places


def _asks_who(query: Query) -> bool:
    """Say whether who speaks, or how surely, decides about an answer."""
    return asks_for_utterances(query) and any(
        isinstance(leaf, By | Confidence) for leaf in leaves(query)
    )


def key_of(hit: Hit, article: Article, order: Order, *, ranked: bool) -> Key:
    """Give what puts a hit in its place, as every engine does."""
    by_event = order in (Order.EVENT, Order.EVENT_DESC)
    known = article.event if by_event else article.date
    minute = known.minute if known else 0
    oldest_first = order in (Order.DATE, Order.EVENT)
    return (
        -hit.score if ranked else 0.0,
        known is None,
        minute if oldest_first else -minute,
        hit.article,
        hit.quote or 0,
    )
