"""Come back: to places visited before, and to where the reader was another day."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from tui.actions import Place
from tui.render.rows import headline_of
from tui.screens.keeping import Keeping
from tui.screens.opening import Opening
from tui.screens.searching import Searching
from tui.screens.standing import Stand, row_of, stand_of

if TYPE_CHECKING:
    from index.state import Notebook

_MOST = 100
"""Places that are remembered."""


class Returning(Opening, Keeping, Searching):
    """Keys that go back and forward; the place in every article, and the session."""

    first_query = ""
    """Searched as soon as the page stands."""
    _put = ""
    """The last search that a key has put, and nobody typed."""
    _behind: tuple[Stand, ...] = ()
    _ahead: tuple[Stand, ...] = ()

    def on_mount(self) -> None:
        """Go to where the reader left off, unless there is something to search."""
        if self.archive.notebook and not self.first_query:
            self.call_after_refresh(self._look_up_session, self.archive.notebook)

    def _look_up_session(self, notebook: Notebook) -> None:
        self.keep(partial(self._left_at, notebook), self._resume)

    def _left_at(self, notebook: Notebook) -> Stand:
        """Read where the reader left off; in the thread of those who keep."""
        session = notebook.bookmarks.session()
        if session is None:
            return Stand()
        article = session.article
        offset = notebook.bookmarks.place_in(article) if article else 0
        stand = stand_of(session, offset)
        return stand if stand.query else replace(stand, row=row_of(self.archive, stand))

    def _resume(self, stand: Stand) -> None:
        """Go there, unless the reader has begun with something else."""
        is_top = not stand.query and not stand.row and stand.focus is Place.LIST
        if is_top or self.place is not Place.LIST or self.list.cursor or self.text:
            return
        self.go_to(stand)
        self.status.tell("This is where you left off.")

    def on_unmount(self) -> None:
        """Keep where the reader is, and whatever is yet to be written."""
        self.keep_place()
        self.keep_session()
        self.finish_keeping()

    def keep_session(self) -> None:
        """Remember what is on the screen."""
        notebook = self.archive.notebook
        if notebook is None:
            return
        stand = self.stand
        remembers = notebook.history.remembers
        if not remembers and stand.query:
            stand = Stand()

        def keep() -> None:
            from index.state.bookmarks import Session  # noqa: PLC0415 - start-up

            session = Session(
                stand.query, stand.order, stand.article, stand.row, stand.arrangement
            )
            notebook.bookmarks.keep(session)

        self.keep(keep)

    @property
    def stand(self) -> Stand:
        """Give where the reader is."""
        clipping, row = self.reader.clipping, self.list.row
        article = clipping.article.id if clipping else None
        if self.sight.focus is Place.LIST and row is not None:
            article = headline_of(row).id
        is_shown = clipping is not None and clipping.article.id == article
        return Stand(
            self.text,
            self.order,
            self.list.cursor,
            article,
            self.reader.offset_at_top if is_shown else 0,
            self.sight.focus,
            self.sight.zoomed,
        )

    def keep_place(self) -> None:
        """Remember how far the open article was read, beyond today."""
        super().keep_place()
        notebook, clipping = self.archive.notebook, self.reader.clipping
        if notebook and clipping:
            top = self.reader.offset_at_top
            self.keep(partial(notebook.bookmarks.leave, clipping.article, top))

    def leave_here(self) -> None:
        """Remember this place: the reader goes elsewhere."""
        stand = self.stand
        if stand not in self._behind[-1:]:
            self._behind = (*self._behind, stand)[-_MOST:]
        self._ahead = ()

    def go_to(self, stand: Stand) -> None:
        """Bring back a query, a row of its answer, and the article."""
        self.keep_place()
        self.aim = stand.aim
        if (stand.query, stand.order) != (self.text, self.order):
            self.order = stand.order
            self.query_line.rest(stand.query)
            self.search(stand.query, cursor=stand.row)
        else:
            self.list.put_cursor(stand.row)
        self.look(stand.focus, zoomed=stand.zoomed)
        if stand.aim:
            self.open_article(stand.aim)

    def ask_again(self) -> None:
        """Put the present query again; the article that is being read stays open."""
        stand = self.stand
        if stand.focus is not Place.LIST:
            self.aim = stand.aim
        if self.text.strip():
            super().ask_again()
        else:
            self.keep(partial(row_of, self.archive, stand), self.show_newest)

    def action_earlier(self) -> None:
        """Go back to the place before."""
        if not self._behind:
            self.status.tell("There is no earlier place.")
            return
        stand, behind = self._behind[-1], self._behind[:-1]
        self._ahead = (*self._ahead, self.stand)
        self._behind = behind
        self.go_to(stand)

    def action_later(self) -> None:
        """Go forward again."""
        if not self._ahead:
            self.status.tell("There is no later place.")
            return
        stand, ahead = self._ahead[-1], self._ahead[:-1]
        self._behind = (*self._behind, self.stand)
        self._ahead = ahead
        self.go_to(stand)

    def action_open(self) -> None:
        """Open the article; this place can be come back to."""
        if self.list.row is not None:
            self.leave_here()
        super().action_open()

    def step_article(self, step: int) -> None:
        """Go on to another article; this one can be come back to."""
        self.leave_here()
        super().step_article(step)

    def put_query(self, text: str) -> None:
        """Search for something; this place can be come back to."""
        self.leave_here()
        self._put = text
        super().put_query(text)

    def go_before(self) -> bool:
        """Go back to what a key has led away from; say whether one did."""
        if not self.text or self.text != self._put:
            return False
        behind = self._behind
        while behind and behind[-1].query == self.text:
            behind = behind[:-1]
        if not behind:
            return False
        self._behind = behind
        self.action_earlier()
        return True

    def begin_search(self, text: str) -> None:
        """Begin to search; this place can be come back to."""
        self.leave_here()
        super().begin_search(text)
