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
    from collections.abc import Iterable

    from index.state import Notebook
    from index.state.notes import Note
    from tui.render.remarks import Remarks


class Annotating(Marking, Taking):
    """Notes, and the head of the article that shows them with star and tags."""

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
        """Ask for a note on the quotation, the passage in sight, or the article."""
        notebook, article = self.own(), self._meant()
        if notebook is None or article is None:
            return
        span = self._noted_span()
        on = "article" if span is None else "quotation" if self._quote() else "passage"
        known = self._known_note(notebook.notes.of(article.id), span)
        if known:
            prompt = f"note on the {on}, empty to take it back"
            self.ask(prompt, partial(self._change_note, notebook, known), known.text)
            return
        self.ask(f"note on the {on}", partial(self._note, notebook, article.id, span))

    def _known_note(self, notes: Iterable[Note], span: Span | None) -> Note | None:
        """Give the note that is there already; in a passage the first that begins."""
        if span is None:
            return next((note for note in notes if note.anchor is None), None)
        placed = ((note.anchor.span, note) for note in notes if note.anchor)
        if self._quote() or self.sight.focus is Place.LIST:
            return next((note for place, note in placed if place == span), None)
        return next(
            (note for place, note in placed if span.start <= place.start < span.end),
            None,
        )

    def _noted_span(self) -> Span | None:
        """Give the passage that a note would be on; None stands for the article."""
        if self.sight.focus is Place.LIST:
            row = self.list.row
            return row.quote.span if isinstance(row, UtteranceRow) else None
        if self.sight.focus is Place.READER and self.reader.place.quote is None:
            start, end = self.reader.window
            return Span(start, end) if end > start else None
        quote = self._quote()
        return quote.span if quote else None

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
