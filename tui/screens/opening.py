"""Bring the article under the cursor to the reader, beside the keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from index.archive import UtteranceRow
from index.errors import ArchiveError
from tui.actions import Place
from tui.render.rows import headline_of
from tui.screens.arrangement import Shape
from tui.screens.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.model import Clipping, Span
    from tui.render.rows import Row
    from tui.widgets.article_list import ArticleList


class Opening(Desk):
    """The list and what it does to the article and its quotations."""

    _wanted: Row | None = None
    _tops: dict[str, int]

    def open_row(self, row: Row) -> None:
        """Show the article of a row, at the quotation or the first hit."""
        if row is self._wanted:
            return
        self.keep_place()
        self._wanted = row
        work = partial(self._fetch, row)
        self.run_worker(
            work, thread=True, exclusive=True, group="article", exit_on_error=False
        )

    def _fetch(self, row: Row) -> None:
        """Read the article and find the hits in it; in a thread of its own."""
        try:
            clipping = self.archive.clipping(headline_of(row).id)
            hits = self._hits(row, clipping)
        except ArchiveError as error:
            self.app.call_from_thread(self._lost, row, error)
            return
        self.app.call_from_thread(self._fetched, row, clipping, hits)

    def _hits(self, row: Row, clipping: Clipping) -> Sequence[Span]:
        if self.answer is None:
            return ()
        # Late: words and stems are needed by searches only.
        from index.query.hits import hit_spans  # noqa: PLC0415
        from index.query.subjects import ArticleSubject  # noqa: PLC0415

        subject = ArticleSubject(clipping, self.archive.analyser)
        if isinstance(row, UtteranceRow):
            return hit_spans(self.answer.query, subject.utterances()[row.number])
        return hit_spans(self.answer.query, subject)

    def _fetched(self, row: Row, clipping: Clipping, hits: Sequence[Span]) -> None:
        """Show an article, unless another one is wanted by now."""
        if row is not self._wanted:
            return
        top = 0 if hits else self._places.get(clipping.article.id, 0)
        self.reader.show(clipping, hits, top=top)
        self.quotes.show(clipping)
        if isinstance(row, UtteranceRow):
            self.reader.go_to_quote(row.number)
            self.quotes.go_to(row.number)
        elif hits:
            self.reader.go_to_hit(0)
        self.locate()

    def _lost(self, row: Row, error: ArchiveError) -> None:
        if row is self._wanted:
            self.reader.clear([str(error)])
            self.quotes.show(None)

    def keep_place(self) -> None:
        """Remember how far the open article was read."""
        if self.reader.clipping:
            self._places[self.reader.clipping.article.id] = self.reader.offset_at_top

    @property
    def _places(self) -> dict[str, int]:
        if not hasattr(self, "_tops"):
            self._tops = {}
        return self._tops

    def on_article_list_rested(self, message: ArticleList.Rested) -> None:
        """Show the article once the cursor rests."""
        if not (self.sight.zoomed and self.sight.focus is Place.LIST):
            self.open_row(message.row)
            self.locate()

    def on_article_list_moved(self) -> None:
        """Say where the cursor is."""
        self.locate()

    def on_article_list_failed(self, message: ArticleList.Failed) -> None:
        """Say why rows are missing."""
        self.status.tell(str(message.error))

    def action_open(self) -> None:
        """Open the article to read: on the whole page where panes are stacked."""
        if (row := self.list.row) is None:
            return
        self.open_row(row)
        self.look(Place.READER, zoomed=self.shape is Shape.STACKED)

    def action_back(self) -> None:
        """Go back to the list; in the list, from a search to all articles."""
        if self.sight.focus is not Place.LIST or self.sight.zoomed:
            self.look(Place.LIST, zoomed=False)
        else:
            self.go_back()

    def go_back(self) -> None:
        """Leave what the list shows."""

    def action_next_article(self) -> None:
        """Go on to the next article of the list."""
        self._step_article(1)

    def action_previous_article(self) -> None:
        """Go back to the article before."""
        self._step_article(-1)

    def _step_article(self, step: int) -> None:
        """Move the list's cursor past rows of the article that is open."""
        open_id = self.reader.clipping.article.id if self.reader.clipping else ""
        at = self.list.cursor + step
        while 0 <= at < self.list.total:
            row = self.list.row_at(at)
            if row is None or headline_of(row).id != open_id:
                break
            at += step
        if not 0 <= at < self.list.total:
            self.status.tell(
                "That was the last article." if step > 0 else "That was the first."
            )
            return
        self.list.put_cursor(at)
        if row := self.list.row:
            self.open_row(row)
