"""Search as the reader types: beside the keys, the newest answer only."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from index.engine import Order
from index.errors import ArchiveError, QueryError
from tui.actions import BY_ID, Place
from tui.render.facts import nothing_found, of_answer, of_archive, of_remedy
from tui.render.notice import Notice, Way
from tui.screens.holding import Holding
from tui.screens.sources import Answered
from tui.widgets.query_line import Purpose
from tui.widgets.row_cache import LEAF
from tui.widgets.rules import Fault

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.timer import Timer

    from index.archive import Answer
    from index.archive.remedies import Remedy
    from tui.render.rows import Row
    from tui.widgets.query_line import QueryLine

PAUSE_S = 0.01
"""Keys that follow each other faster than this are searched together."""
_ORDERS = {
    Order.RELEVANCE: "by relevance",
    Order.DATE_DESC: "newest first",
    Order.DATE: "oldest first",
}


class Ready(NamedTuple):
    """An answer that can be shown at once."""

    text: str
    answer: Answer
    rows: Sequence[Row]
    cursor: int
    empty: Notice
    """What the list says instead of rows."""


class Searching(Holding):
    """The query line and what it does to the list."""

    text = ""
    """The query that stands, as it was typed."""
    order: Order | None = None
    _asked = 0
    _is_searching = False
    _pause: Timer | None = None

    def search(self, text: str, *, typing: bool = False, cursor: int = 0) -> None:
        """Put a query to the archive; its answer comes when it comes."""
        self._stop_pause()
        self._asked += 1
        if not text.strip():
            self.text, self._is_searching = "", False
            self.show_newest(cursor)
            self.relight()
            return
        self._is_searching = True
        work = partial(self._answer, self._asked, text, typing, cursor)
        self.run_worker(
            work, thread=True, exclusive=True, group="search", exit_on_error=False
        )

    def _answer(self, asked: int, text: str, typing: bool, cursor: int) -> None:  # noqa: FBT001
        """Ask; in a thread of its own."""
        if asked != self._asked:
            return
        try:
            query = self.archive.parse(text, typing=typing)
            answer = self.archive.answer(query, order=self.order)
            if asked != self._asked:
                return
            shown = self.list.shown_at_once(in_context=True)
            rows = Answered(self.archive, answer).read(0, min(shown, LEAF))
            empty = self._nothing_found(answer, typing=typing)
        except ArchiveError as error:
            self.app.call_from_thread(self._refused, asked, error)
            return
        ready = Ready(text, answer, rows, cursor, empty)
        self.app.call_from_thread(self._answered, asked, ready)

    def _nothing_found(self, answer: Answer, *, typing: bool) -> Notice:
        if answer.total:
            return Notice()
        if typing:
            return Notice(nothing_found(answer))
        # Late: the reader starts without the whole query language.
        from index.archive.remedies import remedies, unknown_words  # noqa: PLC0415

        unknown = unknown_words(self.archive, answer)
        found = remedies(self.archive, answer)
        said = nothing_found(answer, unknown, is_helped=bool(found))
        ways = [Way(of_remedy(it), partial(self._take, it)) for it in found]
        return Notice([*said, *self._how_to_take(ways)], ways)

    def _how_to_take(self, ways: Sequence[Way]) -> list[str]:
        if not ways:
            return []
        first, each = (self.keymap.key_of(BY_ID[it]) for it in ("open", "jump"))
        if len(ways) == 1:
            return ["", f"{first} asks instead:"]
        return ["", f"{first} asks the first of these instead, {each} labels them:"]

    def _take(self, remedy: Remedy) -> None:
        """Ask instead what was offered; where it finds too much, the best first."""
        if remedy.best_first:
            self.order = None
        self.put_query(remedy.query)

    def _answered(self, asked: int, ready: Ready) -> None:
        """Show an answer, unless something else has been asked since."""
        if asked != self._asked:
            return
        self.text, self.answer = ready.text, ready.answer
        answer, self.list.empty = ready.answer, ready.empty
        self.list.show(Answered(self.archive, answer), ready.rows, cursor=ready.cursor)
        self.masthead.say(of_answer(answer, self.text))
        if not answer.total:
            self.reader.clear()
            self.quotes.show(None)
        self.relight()
        self.answered(answer)
        self._finish()

    def answered(self, answer: Answer) -> None:
        """Do what an answer is the occasion for, once its rows are shown."""

    def _finish(self) -> None:
        """Let go the keys that waited for the answer."""
        self._is_searching = False
        self.let_go()

    def typed(self, key: str) -> None:
        """Keep keys back once the line is closed, until what it asks for is there."""
        if not self.query_line.is_open:
            self.hold()
        super().typed(key)

    def line_done(self) -> None:
        """Let keys go that no answer has to come for."""
        if not self._is_searching:
            self.let_go()

    def _refused(self, asked: int, error: ArchiveError) -> None:
        """Say what is wrong; the last good answer stays."""
        if asked != self._asked:
            return
        self._finish()
        if isinstance(error, QueryError):
            column = self.query_line.text_starts + error.at
            self.masthead.say(self.masthead.words, Fault(column, str(error)))
            self.relight()
            return
        self.masthead.say(of_archive(self.totals))
        self.status.tell("The search does not work: see above.")
        self.reader.clear([str(error), "", "The list still shows every article."])
        self.quotes.show(None)

    def on_query_line_changed(self, message: QueryLine.Changed) -> None:
        """Search a moment after the key, so that fast typing asks once."""
        if message.purpose is not Purpose.SEARCH:
            return
        self._stop_pause()
        self._asked += 1
        self.status.tell("")
        ask = partial(self.search, message.text, typing=True)
        self._pause = self.set_timer(PAUSE_S, ask)

    def on_query_line_committed(self, message: QueryLine.Committed) -> None:
        """Mean the whole words that were typed, and go to the list."""
        if message.purpose is not Purpose.SEARCH:
            return
        if self._is_faulty(message.text):
            # What is typed next is meant to mend it.
            self.query_line.begin(Purpose.SEARCH, message.text)
            self.relight()
        else:
            self.look(Place.LIST, zoomed=False)
        self.search(message.text)

    def _is_faulty(self, text: str) -> bool:
        if not text.strip():
            return False
        try:
            self.archive.parse(text)
        except QueryError:
            return True
        return False

    def on_query_line_left(self, message: QueryLine.Left) -> None:
        """Go back to the query that stood before."""
        if message.purpose is not Purpose.SEARCH:
            return
        self._stop_pause()
        self.status.tell("")
        typed, before = self.query_line.text, self._before
        self.query_line.rest(before)
        self.look(self.sight.focus)
        if typed != before or self.masthead.fault:
            self.search(before)

    _before = ""

    def _stop_pause(self) -> None:
        if self._pause:
            self._pause.stop()
            self._pause = None

    def begin_search(self, text: str) -> None:
        """Give the keys to the query line."""
        self._before = self.text
        if self.sight.zoomed:
            self.look(Place.LIST, zoomed=False)
        self.query_line.begin(Purpose.SEARCH, text)
        self.relight()
        self.run_worker(self._warm, thread=True, group="warm", exit_on_error=False)

    def _warm(self) -> None:
        """Open the engine while the first letters are typed."""
        try:
            _ = self.archive.engine
        except ArchiveError:
            return

    def put_query(self, text: str) -> None:
        """Search for a query that was not typed."""
        self.query_line.remember(text)
        self.query_line.rest(text)
        self.look(Place.LIST, zoomed=False)
        self.hold()
        self.search(text)

    def action_search(self) -> None:
        """Begin a new search."""
        self.begin_search("")

    def action_narrow(self) -> None:
        """Begin a search within the present result."""
        from index.archive.narrowing import within  # noqa: PLC0415 - start-up

        self.begin_search(within(self.archive, self.text, ""))

    def action_sort(self) -> None:
        """Go on to the next order; without a query the newest stay first."""
        if self.answer is None:
            self.status.tell(
                "All articles are shown newest first; a search can be sorted."
            )
            return
        orders = list(_ORDERS)
        present = self.answer.order
        at = orders.index(present) if present in orders else -1
        self.order = orders[(at + 1) % len(orders)]
        self.status.tell(f"Sorted {_ORDERS[self.order]}.")
        self.search(self.text)

    def action_reopen(self) -> None:
        """Read the archive again, and ask again."""
        try:
            self.archive.reopen()
            self.totals = self.archive.totals()
        except ArchiveError as error:
            self.status.tell(str(error))
            return
        self.status.offer("")
        self.masthead.say(of_archive(self.totals))
        self.ask_again()

    def ask_again(self) -> None:
        """Put the present query again; the cursor stays in its row."""
        self.search(self.text, cursor=self.list.cursor)
