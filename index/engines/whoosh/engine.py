"""Read a Whoosh index: one generation, opened once, which never changes."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from index.engine import Engine, Found, Order
from index.engines.generations import (
    REBUILD,
    check,
    check_digests,
    check_sizes,
    read_current,
)
from index.engines.whoosh.articles import Articles
from index.engines.whoosh.asking import AskingArticles, AskingUtterances
from index.engines.whoosh.found import ArrayFound, Ranking
from index.engines.whoosh.room import Room
from index.engines.whoosh.schema import ARTICLES, UTTERANCES
from index.engines.whoosh.shelf import Shelf
from index.engines.whoosh.utterances import Utterances
from index.errors import ArchiveError, IndexStaleError
from index.query.rewrite import (
    asks_for_dates,
    asks_for_utterances,
    asks_for_words,
    without_dates,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.engines.generations import Manifest
    from index.engines.whoosh.asking import Asking
    from index.query.nodes import Query
    from index.words import Analyser


class WhooshEngine(Engine):
    """Answers queries from the arrays of one generation."""

    def __init__(self, folder: Path, analyser: Analyser) -> None:
        """Open the current generation; what is wrong with it makes it stale."""
        opened = _opened(folder, analyser)
        self.generation = opened.name
        self._manifest = opened.manifest
        self._folder = folder / opened.name
        self._articles = Articles(opened.articles)
        self._asking = AskingArticles(self._articles)
        self._utterances = Utterances(opened.utterances, opened.articles)
        self._room = Room([opened.articles, opened.utterances])

    @property
    def searched(self) -> int:
        """Count the articles."""
        return self._manifest.articles

    @property
    def revision(self) -> int:
        """Give the revision of the store that the index holds."""
        return self._manifest.revision

    def search(self, query: Query, order: Order) -> Found:
        """Work out the complete answer; only windows of it are put in order."""
        found = self._found(query, order)
        self._room.tidy()
        return found

    def _found(self, query: Query, order: Order) -> ArrayFound:
        if asks_for_utterances(query):
            asking: Asking = self._asking_utterances
            ranking = self._utterance_ranking
        else:
            asking, ranking = self._asking, self._ranking
        mask = asking.mask(query)
        undatedly = asking.mask(without_dates(query)) if asks_for_dates(query) else mask
        undated = ranking.undated(undatedly)
        if asks_for_words(query):
            scores = asking.scores(query)
            return ArrayFound(ranking, mask, scores, order, undated)
        if order is Order.RELEVANCE:
            order = Order.DATE_DESC
        return ArrayFound(ranking, mask, np.zeros(len(mask)), order, undated)

    def verify(self) -> None:
        """Read every byte, and say so when one was changed."""
        check_digests(self._folder, self._manifest)

    def close(self) -> None:
        """Let go of the files: they are unmapped with the last array."""
        self.__dict__.clear()

    @cached_property
    def _ranking(self) -> Ranking:
        return Ranking(self._articles.shelf)

    @cached_property
    def _asking_utterances(self) -> AskingUtterances:
        return AskingUtterances(self._utterances, self._asking)

    @cached_property
    def _utterance_ranking(self) -> Ranking:
        return Ranking(self._articles.shelf, self._utterances)


@dataclass(frozen=True, slots=True)
class _Opened:
    name: str
    manifest: Manifest
    articles: Shelf
    utterances: Shelf


def _opened(folder: Path, analyser: Analyser) -> _Opened:
    """Check what can be checked without reading much, and open every file."""
    while True:
        name, manifest = read_current(folder)
        try:
            with _stale_when_it_fails(folder):
                check(manifest, analyser.fingerprint)
                check_sizes(folder / name, manifest)
                check_digests(folder / name, manifest, ".toc")
                # Both at once: the folder may be swept while the engine is open.
                articles = Shelf(folder / name, ARTICLES, analyser)
                utterances = Shelf(folder / name, UTTERANCES, analyser)
                return _Opened(name, manifest, articles, utterances)
        except IndexStaleError:
            # Two commits may have passed, and swept the folder under our hands.
            if read_current(folder)[0] == name:
                raise


@contextmanager
def _stale_when_it_fails(folder: Path) -> Iterator[None]:
    try:
        yield
    except ArchiveError:
        raise
    except Exception as error:
        # Whatever Whoosh or numpy make of a damaged file, the way out is the same.
        raise IndexStaleError(
            f"The index at {folder} cannot be read ({error}). {REBUILD}"
        ) from error
