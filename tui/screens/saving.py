"""Searches with a name, what is new in them, and the searches of earlier days."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from index.engine import Order
from index.errors import ArchiveError
from tui.actions import BY_ID
from tui.screens.asking import Asking
from tui.screens.returning import Returning
from tui.widgets.query_line import Purpose

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from index.state import Notebook
    from index.state.searches import SavedSearch
    from tui.render.saved import Counted
    from tui.screens.searching import Ready
    from tui.widgets.query_line import QueryLine

_RECALLED = 200
"""Searches of earlier days that the up key goes back through."""


class Saving(Asking, Returning):
    """Keys that save the present search and choose from those that were saved."""

    _recollected = False
    _looking = ("", "")
    """A saved search that is about to be seen: its query, and its name."""

    def action_save(self) -> None:
        """Ask for the name that the present search is to have."""
        notebook = self.own()
        if notebook is None:
            return
        if not self.text.strip():
            self.status.tell("Search first: what is saved is the query that stands.")
            return
        order = self.answer.order if self.answer else Order.RELEVANCE
        self._ask_name(partial(self._save, notebook, self.text, order))

    def _ask_name(self, save: Callable[[str], None], name: str = "") -> None:
        self.ask("name of this search", save, name)

    def _save(self, notebook: Notebook, query: str, order: Order, name: str) -> None:
        name = name.removeprefix("@")
        if not name:
            return
        try:
            notebook.searches.check(name, query)
        except ArchiveError as error:
            self._ask_name(partial(self._save, notebook, query, order), name)
            self.status.tell(str(error))
            return

        def save() -> SavedSearch:
            seen = self.archive.engine.revision
            return notebook.searches.save(name, query, order, seen=seen)

        self.keep(save, lambda one: self.status.tell(f"Saved as @{one.name}."))

    def action_saved(self) -> None:
        """Show the saved searches, with how many are new in each."""
        notebook = self.own()
        if notebook:
            self.keep(partial(self._counted, notebook), self._show_saved)

    def _counted(self, notebook: Notebook) -> list[Counted]:
        """Count what each finds; in the thread of those who keep."""
        from tui.render.saved import counted_in  # noqa: PLC0415 - start-up

        return [counted_in(self.archive, one) for one in notebook.searches.all()]

    def _show_saved(self, found: Sequence[Counted]) -> None:
        from tui.render.saved import EMPTY, choice_of  # noqa: PLC0415 - start-up
        from tui.screens.choosing import Chooser  # noqa: PLC0415 - start-up

        choices = [choice_of(one, self.palette) for one in found]
        heading = "Saved searches"
        chooser = Chooser(heading, choices, self.keymap, self.palette, said=EMPTY)

        def run(number: int | None) -> None:
            if number is not None:
                self._run_saved(found[number])

        self.app.push_screen(chooser, run)

    def _run_saved(self, one: Counted) -> None:
        """Show what is new in a saved search, and what is not when nothing is."""
        from tui.render.saved import query_of  # noqa: PLC0415 - start-up

        saved = one.search
        self.order = None if saved.order is Order.RELEVANCE else saved.order
        self._looking = (query_of(one), saved.name)
        self.put_query(query_of(one))

    def _answered(self, asked: int, ready: Ready) -> None:
        """Note that a saved search was looked at, once its answer is seen."""
        super()._answered(asked, ready)
        query, name = self._looking
        if not query or self.text != query:
            return
        self._looking = ("", "")
        self._say_rest(query, name, ready.answer.total)
        if notebook := self.archive.notebook:
            revision = self.archive.engine.revision
            self.keep(partial(notebook.searches.look, name, revision))

    def _say_rest(self, query: str, name: str, new: int) -> None:
        if query != f"@{name}":
            key = self.keymap.key_of(BY_ID["saved"])
            self.status.tell(f"{new:,} new in @{name}; {key} and Enter show all of it.")

    def keep_session(self) -> None:
        """Remember what the archive held: what comes in later is new."""
        super().keep_session()
        if notebook := self.archive.notebook:
            revision = self.archive.edition.store_revision
            self.keep(partial(notebook.searches.look_round, revision))

    def on_query_line_committed(self, message: QueryLine.Committed) -> None:
        """Remember a search that was meant."""
        if message.purpose is Purpose.SEARCH and message.text.strip():
            self._remember(message.text)

    def put_query(self, text: str) -> None:
        """Remember a search that was not typed, too."""
        super().put_query(text)
        self._remember(text)

    def _remember(self, text: str) -> None:
        if notebook := self.archive.notebook:
            self.keep(partial(notebook.history.note, text))

    def begin_search(self, text: str) -> None:
        """Give the keys to the query line, which knows the searches of earlier days."""
        super().begin_search(text)
        notebook = self.archive.notebook
        if notebook and not self._recollected:
            self._recollected = True
            self.keep(
                lambda: [past.query for past in notebook.history.recent(_RECALLED)],
                self.query_line.recollect,
            )
