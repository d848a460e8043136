"""The archive, opened for reading: the one object that a front end needs."""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from index.archive.answers import Answer, ArticleRow, Headline, UtteranceRow
from index.archive.settings import ArchiveSettings, read_settings
from index.archive.view import View
from index.engine import Order
from index.engines.generations import current_generation
from index.errors import IndexStaleError, NotFoundError
from index.store import Store, Totals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from index.engine import Engine, Found, Hit
    from index.model import Clipping
    from index.query.nodes import Query
    from index.state import Notebook, State
    from index.state.correcting import Correction
    from index.store import Skip
    from index.words import Analyser

INDEX = "index"


@dataclass(frozen=True, slots=True)
class Edition:
    """The state of an archive that a reader has open."""

    store_revision: int
    generation: str | None
    behind: int = 0
    """Changes of the store that the index does not hold yet."""


class Archive:
    """A folder with a store and an index, opened for reading.

    Opening is cheap: no article is read, and the engine is opened by the first query.
    Every method may be called from any thread.
    """

    def __init__(self, folder: Path, state: State | None = None) -> None:
        """Open the archive in `folder`, or say in one sentence why not."""
        self.folder = folder
        self.settings: ArchiveSettings = read_settings(folder)
        self.store = Store(folder)
        self.id = self.store.archive_id()
        self.notebook: Notebook | None = state.notebook(self.id) if state else None
        self._view = View(self.store, self.notebook)
        self._view.follow()
        self._analyser: Analyser | None = None
        self._engine: Engine | None = None
        self._opening = threading.Lock()
        self.edition = self._edition_on_disk()

    @classmethod
    def open(cls, folder: Path, state: State | None = None) -> Archive:
        """Open the archive in `folder`; with a state, as the reader knows it."""
        return cls(folder, state)

    def close(self) -> None:
        """Let go of every file."""
        with self._opening:
            if self._engine:
                self._engine.close()
            self._engine = None
        self.store.close()

    @property
    def analyser(self) -> Analyser:
        """Give the rules by which words are compared here."""
        if self._analyser is None:
            self._analyser = self.settings.analyser()
        return self._analyser

    @property
    def engine(self) -> Engine:
        """Give the engine; the first use opens it."""
        with self._opening:
            if self._engine is None:
                # Late: arrays and Whoosh cost more to import than all the rest.
                from index.engines import open_engine  # noqa: PLC0415

                self._engine = open_engine(self.folder / INDEX, self.analyser)
            return self._engine

    def totals(self) -> Totals:
        """Count what the archive holds."""
        return self._view.totals()

    def skipped(self) -> list[Skip]:
        """List what was not taken, and why."""
        return self.store.skipped()

    def newest(self, start: int, stop: int) -> tuple[Headline, ...]:
        """Give a window of all articles, newest first; no engine is needed."""
        return self.headlines(self._view.newest(start, stop))

    def headlines(self, ids: Sequence[str]) -> tuple[Headline, ...]:
        """Give articles as lists show them, in the order of the ids."""
        found = self._view.articles(ids)
        return tuple(Headline(*found[id_]) for id_ in ids if id_ in found)

    def find(self, id_or_path: str) -> str:
        """Give the id of an article by its id, its start, or any way to its file.

        The file that lies there goes before another that is shown by that path.
        """
        with suppress(NotFoundError):
            return self.store.find(_file_name(str(Path(id_or_path).absolute())))
        return self.store.find(_printable(id_or_path))

    def clipping(self, id_or_path: str) -> Clipping:
        """Give an article with its text and quotations."""
        (found,) = self._view.clippings([self.find(id_or_path)])
        return found

    def clippings(self, ids: Sequence[str]) -> Iterator[Clipping]:
        """Yield articles with their text and quotations, in the order of the ids."""
        return self._view.clippings(ids)

    def corrections(self) -> list[Correction]:
        """Give all corrections, those that the owner has published first."""
        return self._view.corrections()

    def published(self) -> list[Correction]:
        """Give the corrections that the owner has published."""
        return self._view.published()

    def arrived_since(self, revision: int) -> list[str]:
        """Give the ids of articles that came in after this revision of the store."""
        return self.store.arrived_since(revision)

    def parse(
        self,
        text: str,
        *,
        typing: bool = False,
        saved: Callable[[str], str | None] | None = None,
    ) -> Query:
        """Read a query; while it is being typed, its last word is a beginning."""
        from index.query.parse import parse, parse_typing  # noqa: PLC0415 - start-up

        if saved is None:
            saved = self._saved
        read = parse_typing if typing else parse
        return read(text, today=date.today(), saved=saved)  # noqa: DTZ011 - the user's day

    def answer(self, query: Query | str, *, order: Order | None = None) -> Answer:
        """Put a query to the index; without an order, relevance or newest first."""
        # Late: lists are painted before anybody asks.
        from index.archive.asking import ask  # noqa: PLC0415

        return ask(self, query, order or Order.RELEVANCE)

    def search(self, query: Query, order: Order) -> Found:
        """Put a query to the index as this reader sees it, corrections included."""
        return self._view.over(self.engine, self.analyser).search(query, order)

    def _saved(self, name: str) -> str | None:
        return self.notebook.searches.text_of(name) if self.notebook else None

    def rows(
        self, answer: Answer, start: int, stop: int, *, width: int = 160
    ) -> tuple[ArticleRow | UtteranceRow, ...]:
        """Read a window of an answer, with the words in context."""
        from index.archive.rows import rows_of  # noqa: PLC0415 - start-up

        hits = answer.found.window(start, stop)
        return rows_of(self, answer, hits, width)

    def hits(self, answer: Answer, start: int, stop: int) -> tuple[Hit, ...]:
        """Give a window of an answer without reading an article."""
        return answer.found.window(start, stop)

    def changed(self) -> bool:
        """Say whether somebody has written since this archive was opened."""
        return self._edition_on_disk() != self.edition

    def reopen(self) -> None:
        """Go over to the newest state; answers given before stay readable."""
        with self._opening:
            edition, settings = self._edition_on_disk(), read_settings(self.folder)
            same = (self.edition.generation, self.settings)
            if (edition.generation, settings) != same:
                # The old engine is not closed: answers still read from it.
                self._engine = None
                self._analyser = None
            self.edition, self.settings = edition, settings
        self._view.follow()

    def _edition_on_disk(self) -> Edition:
        try:
            generation = current_generation(self.folder / INDEX)
        except IndexStaleError:
            generation = None
        revision = self.store.revision()
        if generation is None:
            return Edition(revision, None)
        return Edition(revision, generation.name, revision - generation.revision)


def _file_name(path: str) -> str:
    if path.isprintable() and ".." not in path:
        return path
    from index.ingest import file_name  # noqa: PLC0415 - start-up

    return file_name(path)


def _printable(name: str) -> str:
    if name.isprintable():
        return name
    from index.ingest import printable  # noqa: PLC0415 - start-up

    return printable(name)
