"""Mark articles: read, starred, tagged; the cursor never moves for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.actions import Place
from tui.render.facts import counted
from tui.render.rows import Marked, headline_of
from tui.screens.asking import Asking
from tui.screens.keeping import Keeping
from tui.screens.opening import Opening

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.model import Article
    from index.state import Notebook


class Marking(Asking, Opening, Keeping):
    """Keys that mark what the cursor is on, and the marks that the list shows."""

    def on_mount(self) -> None:
        """Look up the marks once the first page stands."""
        if self.archive.notebook is not None:
            self.list.marked = Marked(is_known=False)
            self.call_after_refresh(self.keep, self._marked, self.list.mark)

    def _marked(self) -> Marked:
        """Read what is marked; in the thread of those who keep."""
        notebook = self.archive.notebook
        if notebook is None:
            return Marked()
        notes = {
            id_: tuple(note.text for note in written)
            for id_, written in notebook.notes.by_article().items()
        }
        return Marked(notebook.marks.read(), notebook.marks.starred(), notes)

    def show_marks(self, said: str = "") -> None:
        """Show marks as they are now kept, and say what was done."""
        if said:
            self.status.tell(said)
        self.keep(self._marked, self.list.mark)
        self.annotate()

    def annotate(self) -> None:
        """Show what is kept of the open article in its head; the page knows."""

    def _meant(self) -> Article | None:
        """Give the article that the keys are about."""
        if self.sight.focus is Place.LIST:
            return headline_of(self.list.row).article if self.list.row else None
        return self.reader.clipping.article if self.reader.clipping else None

    def note_opened(self, id_: str) -> None:
        """Note that an article is being read."""
        notebook, marked = self.archive.notebook, self.list.marked
        if notebook is None or (marked is not None and id_ in marked.read):
            return
        self.keep(partial(notebook.marks.mark_read, [id_]))
        self.keep(self._marked, self.list.mark)

    def action_reader(self) -> None:
        """Turn to the article, which is being read from now on."""
        super().action_reader()
        self._note_turned()

    def action_next_pane(self) -> None:
        """Turn to the next pane."""
        super().action_next_pane()
        self._note_turned()

    def action_previous_pane(self) -> None:
        """Turn to the pane before."""
        super().action_previous_pane()
        self._note_turned()

    def _note_turned(self) -> None:
        if self.sight.focus is Place.READER and self.reader.clipping:
            self.note_opened(self.reader.clipping.article.id)

    def action_unread(self) -> None:
        """Turn read into unread, and back."""
        notebook, article = self.own(), self._meant()
        if notebook and article:
            flip = partial(notebook.marks.toggle_read, article.id)
            self.keep(flip, lambda read: self.show_marks(_READ[read]))

    def action_star(self) -> None:
        """Give a star, or take it."""
        notebook, article = self.own(), self._meant()
        if notebook and article:
            flip = partial(notebook.marks.toggle_star, article)
            self.keep(flip, lambda starred: self.show_marks(_STARRED[starred]))

    def action_all_read(self) -> None:
        """Mark all that the list shows, after asking once."""
        notebook, total = self.own(), self.list.total
        if notebook and total:
            rows = "quotation" if self._lists_utterances else "article"
            self.ask_sure(
                f"Mark {counted(total, rows)} read?",
                partial(self.keep, partial(self._mark_all, notebook), self._all_marked),
            )

    @property
    def _lists_utterances(self) -> bool:
        return self.answer is not None and self.answer.kind == "utterances"

    def _mark_all(self, notebook: Notebook) -> int:
        return notebook.marks.mark_read(self.all_ids())

    def all_ids(self) -> Sequence[str]:
        """Give every article that the list shows; may be slow."""
        if self.answer is None:
            return [one.id for one in self.archive.newest(0, self.list.total)]
        hits = self.archive.hits(self.answer, 0, self.answer.total)
        return list(dict.fromkeys(hit.article for hit in hits))

    def _all_marked(self, count: int) -> None:
        self.show_marks(f"Marked {counted(count, 'article')} read.")

    def action_tag(self) -> None:
        """Ask for a tag; one with a minus before it is taken away."""
        notebook, article = self.own(), self._meant()
        if notebook and article:
            # At once: what is typed next is the tag. What is offered may come later.
            tag = partial(self._tag, notebook, article)
            self.ask("tag", tag)
            self.keep(partial(_offers, notebook, article), partial(self.offer, tag))

    def _tag(self, notebook: Notebook, article: Article, tag: str) -> None:
        marks = notebook.marks
        name = tag.removeprefix("-").strip()
        if not name:
            return
        if tag.startswith("-"):
            job, done, idle = marks.untag, f"No longer {name}.", f"It was not {name}."
        else:
            job, done, idle = marks.tag, f"Tagged {name}.", f"It was {name} already."
        self.keep(
            partial(job, name, [article]),
            lambda changed: self.show_marks(done if changed else idle),
        )


_READ = {True: "Read.", False: "Unread."}
_STARRED = {True: "Starred.", False: "The star is gone."}


def _offers(notebook: Notebook, article: Article) -> list[str]:
    """Offer the tags in use, and to take away those that the article has."""
    own = notebook.marks.tags_of(article.id)
    others = [tag for tag in notebook.marks.tags() if tag not in own]
    return [*others, *(f"-{tag}" for tag in own)]
