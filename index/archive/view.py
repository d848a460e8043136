"""The archive as one reader sees it: with corrections, and with marks that answer."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from index.engine import Hit, Order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from index.archive.merging import Key
    from index.engine import Engine
    from index.model import Article, Clipping
    from index.state import Notebook
    from index.state.correcting import Correction, Corrigenda
    from index.store import Store, Totals
    from index.words import Analyser


class View:
    """One reader's view of a store; without a notebook, everybody's."""

    def __init__(self, store: Store, notebook: Notebook | None) -> None:
        self._store = store
        self._notebook = notebook
        self._corrigenda: Corrigenda | None = None
        self._known: object = None
        self._over: tuple[object, Engine] | None = None

    @property
    def corrigenda(self) -> Corrigenda | None:
        """Give the corrections in force, if there are any.

        The reader's own go over those that were published.
        """
        own = self._notebook.corrections_edition() if self._notebook else (0, 0)
        known = (self._store.revision(), own)
        if known != self._known:
            self._corrigenda = self._gathered() if own[0] or self._publishes() else None
            self._known = known
        return self._corrigenda

    def _publishes(self) -> bool:
        return bool(self._store.published())

    def _gathered(self) -> Corrigenda | None:
        # Late, here and below: most archives have nothing to correct.
        from index.state.correcting import in_force  # noqa: PLC0415

        return in_force(self.corrections()) or None

    def corrections(self) -> list[Correction]:
        """Give all corrections, the published ones first."""
        own = self._notebook.corrections.all(undone=True) if self._notebook else ()
        known = {correction.id for correction in own}
        return [*(one for one in self.published() if one.id not in known), *own]

    def published(self) -> list[Correction]:
        """Give the corrections that the archive's owner has published."""
        lines = self._store.published()
        if not lines:
            return []
        from index.state.corrections import correction_of  # noqa: PLC0415
        from index.state.lines import read_entry  # noqa: PLC0415

        found = [correction_of(read_entry(json.loads(line))[1]) for line in lines]
        led = self._versions({one.article: one.path for one in found if one.article})
        moved = (
            replace(one, article=led.get(one.article, one.article)) for one in found
        )
        return sorted(moved, key=lambda one: (one.made, one.id))

    def follow(self) -> None:
        """Let marks go over from articles to the versions that took their place."""
        followed = self._notebook.followed() if self._notebook else None
        if self._notebook and followed and (led := self._versions(followed)):
            self._notebook.follow(led)

    def _versions(self, paths: Mapping[str, str]) -> dict[str, str]:
        if not self._store.successors(paths):
            return {}
        from index.archive.likeness import versions  # noqa: PLC0415 - rare

        return versions(self._store, paths)

    def clippings(self, ids: Iterable[str]) -> Iterator[Clipping]:
        """Yield articles with text and quotations, corrected."""
        found, corrigenda = self._store.clippings(ids), self.corrigenda
        if not corrigenda:
            return found
        from index.state.correcting import corrected  # noqa: PLC0415

        return (corrected(clipping, corrigenda) for clipping in found)

    def articles(self, ids: Sequence[str]) -> dict[str, tuple[Article, int]]:
        """Give articles without text, corrected, and how many quotations each has."""
        found, corrigenda = self._store.articles(ids), self.corrigenda
        if not corrigenda:
            return found
        from index.state.correcting import corrected_article  # noqa: PLC0415

        return {
            id_: (corrected_article(article, corrigenda), quotes)
            for id_, (article, quotes) in found.items()
        }

    def totals(self) -> Totals:
        """Count what the archive holds; the undated as they are now."""
        totals = self._store.totals()
        dated = self._redated()
        if not dated:
            return totals
        before = self._store.articles(list(dated))
        undated = totals.undated + sum(
            (now.date is None) - (before[id_][0].date is None)
            for id_, now in dated.items()
        )
        return replace(totals, undated=undated)

    def newest(self, start: int, stop: int) -> list[str]:
        """Give ids, newest first, undated last, equals by id."""
        dated = self._redated()
        if not dated:
            return self._store.newest(start, stop)
        from index.archive.merging import (  # noqa: PLC0415 - start-up
            Merged,
            key_of,
            moment_in,
        )

        order = Order.DATE_DESC

        def key(hit: Hit) -> Key:
            known = dated.get(hit.article)
            moment = (
                moment_in(known, order) if known else self.moment_of(hit.article, order)
            )
            return key_of(hit, moment, order, ranked=False)

        rest = _Newest(self._store, frozenset(dated))
        own = [Hit(id_, None, 0.0) for id_ in dated]
        merged = Merged(rest, own, 0, key)
        return [hit.article for hit in merged.window(start, stop)]

    def over(self, engine: Engine, analyser: Analyser) -> Engine:
        """Give an engine that knows the corrections; the same one if there are none."""
        corrigenda = self.corrigenda
        if not corrigenda:
            return engine
        held = (engine, corrigenda)
        if self._over is None or self._over[0] != held:
            self._over = held, self._laid_over(engine, analyser, corrigenda)
        return self._over[1]

    def _laid_over(
        self, engine: Engine, analyser: Analyser, corrigenda: Corrigenda
    ) -> Engine:
        from index.archive.aliases import AliasedEngine  # noqa: PLC0415
        from index.archive.overlay import CorrectedEngine  # noqa: PLC0415

        # Hits of one article stand beside each other, and are compared again and again.
        moment_of = lru_cache(maxsize=50_000)(self.moment_of)
        if corrigenda.aliases:
            said = self._store.spoken_by(corrigenda.aliases)
            spoken = {
                (id_, number): (name, corrigenda.name_of(name))
                for id_, number, name in said
            }
            engine = AliasedEngine(engine, analyser, spoken, moment_of)
        return CorrectedEngine(
            engine,
            analyser,
            lambda kinds: corrigenda.of(*kinds),
            self.clippings,
            moment_of,
        )

    def moment_of(self, id_: str, order: Order) -> int | None:
        """Give the minute of the date, as it was read, that an order looks at."""
        from index.archive.merging import moment_in  # noqa: PLC0415

        if order in (Order.EVENT, Order.EVENT_DESC):
            found = self._store.articles([id_])
            return moment_in(found[id_][0], order) if id_ in found else None
        return self._store.minute(id_)

    def _redated(self) -> dict[str, Article]:
        """Give the live articles that have a corrected date."""
        corrigenda = self.corrigenda
        if not corrigenda:
            return {}
        from index.state.correcting import DATES  # noqa: PLC0415

        ids = corrigenda.of(*DATES)
        found = self.articles(sorted(ids)) if ids else {}
        return {id_: article for id_, (article, _) in found.items() if article.sources}


class _Newest:
    """The store's list of all articles, without some."""

    undated = 0

    def __init__(self, store: Store, without: frozenset[str]) -> None:
        self._store = store
        self._without = without

    @property
    def total(self) -> int:
        """Count those left."""
        return self._store.totals().articles - len(self._without)

    def window(self, start: int, stop: int) -> tuple[Hit, ...]:
        """Give the stretch."""
        ids = self._store.newest(start, stop, self._without)
        return tuple(Hit(id_, None, 0.0) for id_ in ids)
