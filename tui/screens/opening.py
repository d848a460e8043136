"""Bring the article under the cursor to the reader, beside the keys."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from index.archive import ArticleRow, Headline, UtteranceRow
from index.errors import ArchiveError
from tui.actions import Place
from tui.render.remarks import NONE, Remark, Remarks
from tui.render.rows import headline_of
from tui.screens.arrangement import Shape
from tui.screens.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.model import Article, Clipping, Span
    from index.state import Notebook
    from tui.render.rows import Row
    from tui.screens.standing import Aim
    from tui.widgets.article_list import ArticleList


def remarks_on(notebook: Notebook, article: Article) -> Remarks:
    """Read what is kept of an article."""
    notes = notebook.notes.of(article.id)
    return Remarks(
        starred=notebook.marks.is_starred(article.id),
        tags=notebook.marks.tags_of(article.id),
        notes=tuple(Remark(note.text, note.span_in(article)) for note in notes),
    )


class Opening(Desk):
    """The list and what it does to the article and its quotations."""

    aim: Aim | None = None
    """An article that was gone to by itself, and where in it."""
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
        remarks = self.remarks_on(clipping)
        place = self._place_in(clipping.article.id)
        self.app.call_from_thread(self._fetched, row, clipping, hits, remarks, place)

    def _place_in(self, id_: str) -> int:
        """Give how far an article was read, today or another day."""
        notebook = self.archive.notebook
        if id_ in self._places or notebook is None:
            return self._places.get(id_, 0)
        return notebook.bookmarks.place_in(id_)

    def remarks_on(self, clipping: Clipping) -> Remarks:
        """Read what is kept of an article, unless nobody's marks are open."""
        if self.archive.notebook is None:
            return NONE
        return remarks_on(self.archive.notebook, clipping.article)

    def _hits(self, row: Row, clipping: Clipping) -> Sequence[Span]:
        if self.answer is None:
            return ()
        if isinstance(row, Headline) and self.answer.kind == "utterances":
            return ()  # gone to by itself, it is no answer to what somebody said
        # Late: words and stems are needed by searches only.
        from index.query.hits import hit_spans  # noqa: PLC0415
        from index.query.subjects import ArticleSubject  # noqa: PLC0415

        subject = ArticleSubject(clipping, self.archive.analyser)
        if isinstance(row, UtteranceRow):
            return hit_spans(self.answer.query, subject.utterances()[row.number])
        return hit_spans(self.answer.query, subject)

    def _fetched(
        self,
        row: Row,
        clipping: Clipping,
        hits: Sequence[Span],
        remarks: Remarks,
        place: int,
    ) -> None:
        """Show an article, unless another one is wanted by now."""
        if row is not self._wanted:
            return
        aim = self.aim if self.aim and self.aim.article == clipping.article.id else None
        aim = self._by_now(aim) if aim else None
        noted = self._noted_passage(row, remarks)
        if aim is None or aim.offset is None:
            top = 0 if hits or noted else place
        else:
            top = aim.offset
        self.reader.show(clipping, hits, remarks, top=top)
        self.quotes.show(clipping)
        number = row.number if isinstance(row, UtteranceRow) else None
        if aim:
            number = aim.quote
        if number is not None and number < len(clipping.quotes):
            self.reader.go_to_quote(number)
            self.quotes.go_to(number)
        elif noted and not aim:
            self._go_to_passage(noted)
        elif hits and not aim:
            self.reader.go_to_hit(0)
        self.locate()
        if self.sight.focus is not Place.LIST:
            self.note_opened(clipping.article.id)

    def _by_now(self, aim: Aim) -> Aim:
        """Give an aim that only shows an article again the place that it has by now."""
        here, at = self.reader.clipping, self.reader.place.quote
        if not aim.again or here is None or here.article.id != aim.article:
            return aim
        quote = aim.quote if at is None else at
        return replace(aim, offset=self.reader.offset_at_top, quote=quote)

    def _go_to_passage(self, passage: Span) -> None:
        self.reader.go_to_passage(passage)
        if (number := self.reader.place.quote) is not None:
            self.quotes.go_to(number)

    def _noted_passage(self, row: Row, remarks: Remarks) -> Span | None:
        """Give the passage of the note that a row shows."""
        if self.answer is None or not self.answer.of_notes:
            return None
        return remarks.first_passage if isinstance(row, ArticleRow) else None

    def _lost(self, row: Row, error: ArchiveError) -> None:
        if row is self._wanted:
            self.reader.clear([str(error)])
            self.quotes.show(None)

    def open_article(self, aim: Aim) -> None:
        """Show an article that need not stand in the list."""
        self.aim = aim
        work = partial(self._look_up, aim)
        self.run_worker(
            work, thread=True, exclusive=True, group="article", exit_on_error=False
        )

    def _look_up(self, aim: Aim) -> None:
        """Read what the list would show of it; in a thread of its own."""
        try:
            rows = self.archive.headlines([aim.article])
        except ArchiveError as error:
            self.app.call_from_thread(self.status.tell, str(error))
            return
        if rows:
            self.app.call_from_thread(self._open_aim, aim, rows[0])
        else:
            gone = "That article is not in the archive any more."
            self.app.call_from_thread(self.status.tell, gone)

    def _open_aim(self, aim: Aim, row: Row) -> None:
        if aim is not self.aim:
            return
        here = self.list.row
        if here is not None and headline_of(here).id == aim.article:
            # The row of the list knows the hits; what it shows may be corrected.
            row, self._wanted = here, None
        self.open_row(row)

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
        aim, row = self.aim, message.row
        if self.sight.focus is Place.LIST:
            aim = self.aim = aim if aim and aim.article == headline_of(row).id else None
        if aim and aim.article != headline_of(row).id:
            return  # the article that is open was gone to by itself
        if not (self.sight.zoomed and self.sight.focus is Place.LIST):
            self.open_row(row)
            self.locate()

    def on_article_list_moved(self) -> None:
        """Say where the cursor is."""
        self.locate()

    def on_article_list_failed(self, message: ArticleList.Failed) -> None:
        """Say why rows are missing."""
        self.status.tell(str(message.error))

    def action_open(self) -> None:
        """Open the article to read: on the whole page where panes are stacked.

        Where nothing answers, take the first of what is offered instead.
        """
        if (row := self.list.row) is None:
            for way in self.list.empty.ways[:1]:
                way.take()
            return
        self.aim = None
        self.open_row(row)
        self.look(Place.READER, zoomed=self.shape is Shape.STACKED)
        self.note_opened(headline_of(row).id)

    def note_opened(self, id_: str) -> None:
        """Note that an article is being read; the page that stands on this one can."""

    def action_back(self) -> None:
        """Go back to the list; in the list, from a search to all articles."""
        if self.sight.focus is not Place.LIST or self.sight.zoomed:
            self.look(Place.LIST, zoomed=False)
            self._agree()
        else:
            self.go_back()

    def go_back(self) -> None:
        """Leave what the list shows."""

    def action_list(self) -> None:
        """Turn to the list."""
        super().action_list()
        self._agree()

    def action_next_pane(self) -> None:
        """Turn to the next pane."""
        super().action_next_pane()
        self._agree()

    def action_previous_pane(self) -> None:
        """Turn to the pane before."""
        super().action_previous_pane()
        self._agree()

    def action_zoom(self) -> None:
        """Give the pane the whole page, or take it back."""
        super().action_zoom()
        self._agree()

    def _agree(self) -> None:
        """Bring list and article together: keys of the list act on what is seen."""
        row, clipping = self.list.row, self.reader.clipping
        if self.sight.focus is not Place.LIST or self.sight.zoomed or row is None:
            return
        # What is shown, what is on its way, and what is yet to be looked up.
        shown = clipping.article.id if clipping else None
        wanted = headline_of(self._wanted).id if self._wanted else shown
        aimed = self.aim.article if self.aim else wanted
        if {shown, wanted, aimed} != {headline_of(row).id}:
            self.aim = None
            self.open_row(row)
            return
        number = self.reader.place.quote
        if not isinstance(row, UtteranceRow) or number in (row.number, None):
            return
        at = self._beside_cursor(number)
        if at is not None:
            self.list.put_cursor(at)
        else:
            self.reader.go_to_quote(row.number)
            self.quotes.go_to(row.number)

    def _beside_cursor(self, number: int) -> int | None:
        """Give the row of a quotation, of those of this article around the cursor."""
        here = self.list.row
        for step in (1, -1):
            at = self.list.cursor + step
            while 0 <= at < self.list.total:
                row = self.list.row_at(at)
                if not isinstance(row, UtteranceRow) or here is None:
                    break
                if headline_of(row).id != headline_of(here).id:
                    break
                if row.number == number:
                    return at
                at += step
        return None

    def action_next_article(self) -> None:
        """Go on to the next article of the list."""
        self.step_article(1)

    def action_previous_article(self) -> None:
        """Go back to the article before."""
        self.step_article(-1)

    def step_article(self, step: int) -> None:
        """Move the list's cursor past rows of the article that is open."""
        self.aim = None
        here = {self._article_at(self.list.cursor)}
        if self.reader.clipping:
            here.add(self.reader.clipping.article.id)
        at = self.list.cursor + step
        while 0 <= at < self.list.total and self._article_at(at) in here:
            at += step
        if not 0 <= at < self.list.total:
            self.status.tell(
                "That was the last article." if step > 0 else "That was the first."
            )
            return
        self.list.put_cursor(at)
        if row := self.list.row:
            self.open_row(row)

    def _article_at(self, number: int) -> str | None:
        """Give the article of a row, also of one that has not been read yet."""
        row = self.list.row_at(number)
        if row is not None:
            return headline_of(row).id
        if self.answer is None or not 0 <= number < self.answer.total:
            return None
        hits = self.archive.hits(self.answer, number, number + 1)
        return hits[0].article if hits else None
