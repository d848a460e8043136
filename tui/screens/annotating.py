"""Write notes on passages, and show what is kept of the open article."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from index.archive import UtteranceRow
from index.model import Span
from tui.actions import Place
from tui.screens.marking import Marking
from tui.screens.opening import remarks_on
from tui.screens.taking import Taking

if TYPE_CHECKING:
    from index.archive import Answer
    from index.model import Article, Clipping
    from index.state import Notebook
    from index.state.notes import Note
    from tui.render import page
    from tui.render.excerpts import Excerpt
    from tui.render.remarks import Remarks
    from tui.widgets.query_line import QueryLine

_ROOM = 44
"""Cells for the rest of the question, and for the first words of the note."""


class Annotating(Marking, Taking):
    """Notes, and the head of the article that shows them with star and tags."""

    _lit: tuple[Span, page.Place] | None = None
    """The passage that a note is being written on, and what was current before."""

    def answered(self, answer: Answer) -> None:
        """Look up the notes that the rows show: some may be from the shell."""
        if answer.of_notes:
            self.keep(self._marked, self.list.mark)

    def annotate(self) -> None:
        """Show in the head of the open article what is kept of it."""
        notebook, clipping = self.archive.notebook, self.reader.clipping
        if notebook and clipping:
            read = partial(remarks_on, notebook, clipping.article)
            self.keep(read, partial(self._annotated, clipping.article.id))

    def _annotated(self, id_: str, remarks: Remarks) -> None:
        clipping = self.reader.clipping
        if clipping and clipping.article.id == id_:
            self.reader.annotate(remarks)

    def action_note(self) -> None:
        """Ask for a note on what is before the reader; one that is there is changed."""
        notebook, article = self.own(), self._meant()
        if notebook is None or article is None:
            return
        from tui.render.excerpts import note_on  # noqa: PLC0415 - start-up

        meant = self._meant_excerpt()
        known = note_on(notebook.notes.of(article.id), article, meant)
        if known:
            self._ask_change(notebook, known, article)
            return
        write = partial(self._note, notebook, article.id, meant.span if meant else None)
        self.ask(f"note on {self._named(meant)}", write)
        self._light(meant)

    def _ask_change(self, notebook: Notebook, known: Note, article: Article) -> None:
        """Ask for other words of a note; without any it is taken back."""
        from tui.render.excerpts import Excerpt, place_of  # noqa: PLC0415 - start-up

        place, on = place_of(known, article), None
        if known.anchor and place:
            on = Excerpt(place, known.anchor.words)
        change = partial(self._change_note, notebook, known)
        self.ask(f"change the note on {self._named(on)}", change, known.text)
        self.status.tell("An empty line takes the note back.")
        self._light(on)

    def _named(self, on: Excerpt | None) -> str:
        """Say what a note is on; there must be room to write it."""
        return on.named(self.size.width - _ROOM) if on else "the article"

    def _meant_excerpt(self) -> Excerpt | None:
        """Give what a note would be on; None stands for the article.

        What is selected but out of sight is not meant.
        """
        from tui.render.excerpts import Excerpt, excerpt  # noqa: PLC0415 - start-up

        row, clipping = self.list.row, self.reader.clipping
        if self.sight.focus is Place.LIST:
            if isinstance(row, UtteranceRow):
                return Excerpt(row.quote.span, row.text, is_quotation=True)
            return None
        if clipping is None:
            return None
        if self.sight.focus is Place.READER:
            return self._seen_excerpt(clipping)
        quote = self._quote()
        if quote is None:
            return None
        return excerpt(clipping.article, quote.span, is_quotation=True)

    def _seen_excerpt(self, clipping: Clipping) -> Excerpt | None:
        """Give what is selected and in sight of the article, else what is seen."""
        from tui.render.excerpts import excerpt, excerpt_before  # noqa: PLC0415 - the same

        view, article = self.reader, clipping.article
        place = view.place
        quote = clipping.quotes[place.quote].span if place.quote is not None else None
        if quote and view.sees(quote):
            return excerpt(article, quote, is_quotation=True)
        if place.passage and view.sees(place.passage):
            return excerpt(article, place.passage)
        hit = view.hits[place.hit] if place.hit is not None else None
        if hit and not view.sees(hit):
            hit = None
        return excerpt_before(article, Span(*view.window), hit)

    def _light(self, on: Excerpt | None) -> None:
        """Light what the note is on, as long as it is being written."""
        if on and self.sight.focus is not Place.LIST:
            self._lit = on.span, self.reader.light(on.span)

    def _unlight(self) -> None:
        lit, self._lit = self._lit, None
        if lit and self.reader.place.passage == lit[0]:
            self.reader.put_back(lit[1])

    def on_query_line_committed(self, message: QueryLine.Committed) -> None:
        """Light no longer what the note is on: it is written."""
        del message
        self._unlight()

    def on_query_line_left(self, message: QueryLine.Left) -> None:
        """Light no longer what the note would have been on."""
        del message
        self._unlight()

    def _note(self, notebook: Notebook, id_: str, span: Span | None, text: str) -> None:
        if not text:
            return

        def write() -> None:
            # Only the whole text says where the passage stands.
            article = self.archive.clipping(id_).article
            notebook.notes.write(article, text, span)

        self.keep(write, lambda _: self.show_marks("Noted."))

    def _change_note(self, notebook: Notebook, note: Note, text: str) -> None:
        if text:
            change, said = partial(notebook.notes.rewrite, note.id, text), "Noted."
        else:
            change = partial(notebook.notes.remove, note.id)
            said = "The note is taken back."
        self.keep(change, lambda _: self.show_marks(said))
